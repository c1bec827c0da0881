"""HTML: what a browser would show, without scripts, styles and what is hidden; tables by row.

Nothing is fetched and no script is run: the tags are only walked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html

from grassroots.reading.documents.draft import Draft, PassageKind, limited
from grassroots.reading.documents.plain_text import decoded
from grassroots.reading.model import UnreadableReport

_UNSEEN = frozenset(
    ("script", "style", "head", "noscript", "template", "iframe", "object", "select", "svg", "button")
)
_IN_LINE = "a abbr b bdi bdo big cite code em font i ins label mark q s small span strike strong sub sup tt u"
_INLINE = frozenset(_IN_LINE.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
CELLS = " | "


def drafts(path: Path) -> list[Draft]:
    content = path.read_bytes()
    if re.search(rb"<!ENTITY", content[:4096]):
        raise UnreadableReport("declares_entities")
    text = _decoded(content)
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableReport("damaged_file") from error
    return limited(_blocks(root))


def _decoded(content: bytes) -> str:
    """By the page's own word for its encoding where that holds, else as any text."""
    named = _CHARSET.search(content[:4096])
    if named and named[1].lower() not in (b"utf-8", b"utf8"):
        try:
            return content.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content)


class _Lines:
    """Collects the words of one block after the other."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def take(self, kind: PassageKind | None) -> Iterator[Draft]:
        text = re.sub(r"[ \t\r\n\f]+", " ", "".join(self.words)).strip()
        self.words.clear()
        if text:
            yield Draft(text, kind=kind)


def _blocks(root: Any) -> Iterator[Draft]:
    lines = _Lines()
    yield from _walk(root, lines, None)
    yield from lines.take(None)


def _walk(element: Any, lines: _Lines, kind: PassageKind | None) -> Iterator[Draft]:
    tag = element.tag if isinstance(element.tag, str) else "script"
    if tag in _UNSEEN or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
        return
    if tag == "table" and (rows := _rows(element)):
        yield from lines.take(kind)
        yield from _table(rows, kind)
        return
    block = tag not in _INLINE
    within: PassageKind | None = "heading" if tag in _HEADINGS else "item" if tag == "li" else kind
    if block:
        yield from lines.take(kind)
    lines.words.append(element.text or "")
    for child in element:
        yield from _walk(child, lines, within)
        lines.words.append(child.tail or "")
    if block:
        yield from lines.take(within)


def _rows(table: Any) -> list[list[Any]]:
    rows = [
        row for group in table for row in (group if group.tag in ("tbody", "thead", "tfoot") else [group])
    ]
    return [[cell for cell in row if cell.tag in ("td", "th")] for row in rows if row.tag == "tr"]


def _table(rows: list[list[Any]], kind: PassageKind | None) -> Iterator[Draft]:
    if len(rows) <= 2 and all(len(row) <= 2 for row in rows):
        for row in rows:
            for column, cell in enumerate(row):
                for draft in _blocks_of_cell(cell, kind):
                    yield Draft(draft.text, kind=draft.kind, column=column)
        return
    covered: dict[int, tuple[int, str]] = {}  # column → rows still covered from above, and the text
    for row in rows:
        texts = _row(row, covered)
        if any(texts):
            yield Draft(CELLS.join(texts), kind="row")


def _row(row: list[Any], covered: dict[int, tuple[int, str]]) -> list[str]:
    """A row's cells by column; merged words stand in each place they cover, merged numbers in the first."""
    texts: list[str] = []

    def from_above() -> None:
        while len(texts) in covered:
            left, text = covered.pop(len(texts))
            if left > 1:
                covered[len(texts)] = (left - 1, text)
            texts.append(text)

    for cell in row:
        from_above()
        text = " ".join(draft.text for draft in _blocks_of_cell(cell, None))
        repeated = "" if re.search(r"\d", text) else text
        wide = 1 if len(row) == 1 and not texts else _span(cell, "colspan")
        for at in range(wide):
            if (down := _span(cell, "rowspan")) > 1:
                covered[len(texts)] = (down - 1, repeated)
            texts.append(repeated if at else text)
    from_above()
    return texts


def _span(cell: Any, name: str) -> int:
    said = cell.get(name, "1").strip()
    return max(1, min(int(said), 100)) if said.isascii() and said.isdigit() and len(said) < 9 else 1


def _blocks_of_cell(cell: Any, kind: PassageKind | None) -> Iterator[Draft]:
    lines = _Lines()
    yield from _walk(cell, lines, kind)
    yield from lines.take(kind)
