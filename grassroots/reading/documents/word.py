"""Word documents: headers, body with tables, text boxes and footnotes, footers, in reading order.

The XML is read with lxml directly: python-docx builds an object for each run, which costs more than the
whole reading. Macros are never looked at; what the document links to is never fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from grassroots.reading.documents import archive, xml_parts
from grassroots.reading.documents.draft import Draft, limited
from grassroots.reading.documents.word_blocks import Blocks
from grassroots.reading.documents.word_names import W
from grassroots.reading.documents.word_numbers import Numbering
from grassroots.reading.documents.word_styles import Styles
from grassroots.reading.model import UnreadableReport

_BODY = re.compile(r"word/document\d*\.xml")
_HEADER = re.compile(r"word/header\d*\.xml")
_FOOTER = re.compile(r"word/footer\d*\.xml")


def drafts(path: Path) -> list[Draft]:
    """Raises UnreadableReport for a damaged or protected document, or one that holds another whole file."""
    with archive.opened(path) as parts:
        names = sorted(parts.names)
        (body, *_) = [name for name in names if _BODY.fullmatch(name)]
        styles = Styles(_tree(parts, "word/styles.xml"))
        numbering = Numbering(_tree(parts, "word/numbering.xml"))
        notes = {kind: _notes(_tree(parts, f"word/{kind}s.xml"), kind) for kind in ("footnote", "endnote")}
        root = xml_parts.tree_of(parts.part(body))
        headers = [_tree(parts, name) for name in names if _HEADER.fullmatch(name)]
        footers = [_tree(parts, name) for name in names if _FOOTER.fullmatch(name)]
    blocks = Blocks(styles, numbering, notes)
    inside = root.find(f"{W}body")
    if next(root.iter(f"{W}altChunk"), None) is not None:
        raise UnreadableReport("embedded_document")
    return limited(
        chain(
            _once(draft for header in headers for draft in blocks.of(header, "header")),
            blocks.of(root if inside is None else inside, None),
            _once(draft for footer in footers for draft in blocks.of(footer, "footer")),
        )
    )


def _tree(parts: archive.Archive, name: str) -> Any:
    """The root of a part; None where the document lacks it."""
    content = parts.part(name)
    return xml_parts.tree_of(content) if content else None


def _notes(root: Any, kind: str) -> dict[str, Any]:
    """Footnotes or endnotes by their number, without the lines that separate them."""
    if root is None:
        return {}
    return {note.get(f"{W}id", ""): note for note in root.iter(f"{W}{kind}") if note.get(f"{W}type") is None}


def _once(drafts: Iterator[Draft]) -> Iterator[Draft]:
    """First, odd and even pages have headers of their own, which mostly say the same."""
    seen: set[str] = set()
    for draft in drafts:
        if draft.text not in seen:
            seen.add(draft.text)
            yield draft
