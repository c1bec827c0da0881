"""Opens a document of any known format and numbers its passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from grassroots.reading.documents.draft import Draft, PassageKind, Read, limited
from grassroots.reading.documents.formats import Format, notes_of
from grassroots.reading.documents.legible import legible_draft
from grassroots.reading.documents.pieces import in_pieces
from grassroots.reading.model import PageLine, Passage, UnreadableReport

_HEADING = re.compile(
    r"(?:(phần\s+(?:thứ\s+\w+|[ivx]+))|([IVX]{1,5})|(\d{1,2}(?:\.\d{1,2}){0,3})|([a-zđ]))\s*[.)/:]\s+\S", re.I
)
_ITEM = re.compile(r"\s*[-+*•–]\s*\S")
# Characters; a longer numbered line is a paragraph that happens to begin with a number.
_LONGEST_HEADING = 260


@dataclass(frozen=True, slots=True)
class Document:
    """A document's passages in reading order and, where it has pages, the lines they are seen in."""

    passages: tuple[Passage, ...]
    lines: tuple[PageLine, ...] = ()
    notes: tuple[str, ...] = ()  # keys below ``note.``: what whoever loads should know


def document_of(path: Path, file_format: Format) -> Document:
    """Raises UnreadableReport."""
    read = _read(path, file_format)
    legible = (draft for draft in map(legible_draft, read.drafts) if draft.text.strip())
    found = limited(piece for draft in legible for piece in in_pieces(draft))
    if not found:
        raise UnreadableReport("no_text")
    return Document(numbered(found), _page_lines(found), (*notes_of(path, file_format), *read.notes))


def _page_lines(drafts: Sequence[Draft]) -> tuple[PageLine, ...]:
    return tuple(
        PageLine(
            *(line.page, line.left, line.top, line.right, line.bottom),
            *(number, stretch.start, stretch.end),
        )
        for number, draft in enumerate(drafts, start=1)
        for stretch in draft.stretches
        for line in [stretch.line]
    )


def _read(path: Path, file_format: Format) -> Read:
    # Each format's library is imported only when a file needs it: reading a text file must not load lxml.
    if file_format == "txt":
        from grassroots.reading.documents import plain_text

        return Read(plain_text.drafts(path))
    if file_format == "docx":
        from grassroots.reading.documents import word

        return Read(word.drafts(path))
    if file_format == "pdf":
        from grassroots.reading.documents import portable

        return portable.read(path)
    if file_format == "html":
        from grassroots.reading.documents import markup

        return Read(markup.drafts(path))
    if file_format in ("doc", "rtf", "odt"):
        from grassroots.reading.documents import office

        return Read(office.drafts(path, file_format))
    from grassroots.reading.documents import scan

    return scan.read_picture(path)


def numbered(drafts: Sequence[Draft]) -> tuple[Passage, ...]:
    """Gives each draft its number, its kind and the section it stands in ("II.3")."""
    passages: list[Passage] = []
    roman, arabic = "", ""
    for number, draft in enumerate(drafts, start=1):
        kind = draft.kind or _kind_of(draft.text)
        label = _label(draft.text)
        if label and kind in ("heading", "paragraph", "item"):
            if label.isalpha() and label.isupper():
                roman, arabic = label, ""
            elif label[0].isdigit():
                arabic = label
        section = ".".join(part for part in (roman, arabic) if part) or None
        passages.append(Passage(number, draft.text, draft.page, section, kind))
    return tuple(passages)


def _label(text: str) -> str | None:
    match = _HEADING.match(text)
    if not match:
        return None
    return match[2] or match[3] or None


def _kind_of(text: str) -> PassageKind:
    if _ITEM.match(text):
        return "item"
    match = _HEADING.match(text)
    if match and not match[4] and len(text) <= _LONGEST_HEADING and not text.rstrip().endswith((".", ";")):
        return "heading"
    return "paragraph"
