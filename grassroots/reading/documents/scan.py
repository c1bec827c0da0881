"""Scans and photographs: pages as pictures, recognised and put together as passages."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from grassroots.reading.documents import recognise
from grassroots.reading.documents.draft import Draft, of_lines
from grassroots.reading.documents.recognise import Recognised
from grassroots.reading.model import UnreadableReport

_DOTS_PER_INCH = 300
_MOST_SCANNED_PAGES = 60
_NO_WORDS = re.compile(r"\W*\d{0,3}\W*")  # page numbers, borders and specks


def drafts_of_picture(path: Path) -> list[Draft]:
    """Raises UnreadableReport when there is no tesseract or it sees no text."""
    return list(_drafts(recognise.recognised(path, 1, recognise.tesseract())))


def drafts_of_pdf(path: Path) -> list[Draft]:
    """Each page is drawn and recognised."""
    import pypdfium2

    program = recognise.tesseract()
    document = pypdfium2.PdfDocument(path)
    try:
        if len(document) > _MOST_SCANNED_PAGES:
            raise UnreadableReport("too_many_pages", pages=len(document), limit=_MOST_SCANNED_PAGES)
        return [
            draft
            for number in range(len(document))
            for draft in _drafts(_page(document[number], number + 1, program))
        ]
    finally:
        document.close()


def _page(page: Any, number: int, program: str) -> list[Recognised]:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        page.render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil().save(picture)
        return recognise.recognised(picture, number, program)


def _drafts(found: Iterable[Recognised]) -> Iterator[Draft]:
    for paragraph in found:
        draft = of_lines(paragraph.lines)
        if not _NO_WORDS.fullmatch(draft.text):
            yield draft
