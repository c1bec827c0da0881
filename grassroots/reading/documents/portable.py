"""PDF: each page on its own merits, its text where that is good, else its picture recognised.

pypdfium2 is used directly (pdfplumber stands on it): it gives the runs of a page with their boxes about fifty
times faster than pdfminer's characters. Nothing in the file is run: the library is built without scripts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from grassroots.reading import signs
from grassroots.reading.documents import legacy, running
from grassroots.reading.documents.draft import Draft, Line, Read
from grassroots.reading.documents.page_text import lines_of_page, needs_recognising
from grassroots.reading.documents.paragraphs import paragraphs
from grassroots.reading.model import UnreadableReport

MOST_PAGES = 400
MOST_SCANNED_PAGES = 200
_MOST_LINES = 60_000

Scanned = dict[int, list[Draft] | None]


def read(path: Path) -> Read:
    """Raises UnreadableReport for a damaged or protected file, and for a scan without tesseract."""
    with _opened(path) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise UnreadableReport("too_many_pages", pages=count, limit=MOST_PAGES)
        texts: dict[int, list[Line]] = {}
        poor: dict[int, list[Line]] = {}  # what text there is on pages that had better be recognised
        for number in range(1, count + 1):
            with _faults(number):
                page = document[number - 1]
                lines = lines_of_page(page, number)
                (poor if needs_recognising(page, lines) else texts)[number] = lines
                page.close()
            signs.page_done(number, count)
            if sum(map(len, texts.values())) > _MOST_LINES:
                raise UnreadableReport("too_long")
        scanned, notes = _recognised(document, poor, texts) if poor else ({}, ())
    _convert(texts)
    header, footer = running.taken_out(texts)
    return Read([*header, *_in_order(texts, scanned), *footer], notes)


def _recognised(
    document: Any, poor: dict[int, list[Line]], texts: dict[int, list[Line]]
) -> tuple[Scanned, tuple[str, ...]]:
    """Recognises pages; without tesseract, pages with some text keep that, if it is not all there is."""
    from grassroots.reading.documents import recognise, scan

    try:
        recognise.tesseract()
    except UnreadableReport:
        worded = {page: lines for page, lines in poor.items() if lines}
        if not any(texts.values()) and not worded:
            raise
        texts.update(worded)
        return {}, ("pages_need_tesseract",)
    if len(poor) > MOST_SCANNED_PAGES:
        raise UnreadableReport("too_many_pages", pages=len(poor), limit=MOST_SCANNED_PAGES)

    def drawn() -> Iterator[tuple[int, Any]]:
        for number in sorted(poor):
            with _faults(number):
                yield number, scan.drawn(document[number - 1])

    found = scan.recognised_pages(drawn(), len(document))
    if not any(texts.values()):
        return found, scan.notes_of(found)
    failed = any(drafts is None for drafts in found.values())
    return found, ("pages_not_recognised",) if failed else ()


def _in_order(texts: dict[int, list[Line]], scanned: Scanned) -> Iterator[Draft]:
    """Passages of pages with text and of recognised ones, as the pages follow each other."""
    pages = sorted({*texts, *scanned})
    for is_scan, group in groupby(pages, lambda page: page in scanned):
        numbers = list(group)
        if is_scan:
            from grassroots.reading.documents import scan

            yield from scan.over_pages({number: scanned[number] for number in numbers})
        else:
            yield from paragraphs([texts[number] for number in numbers])


def _convert(texts: dict[int, list[Line]]) -> None:
    """Pages written with fonts of before Unicode, whose letters come out as Western ones."""
    encoding = legacy.encoding_of("\n".join(line.text for lines in texts.values() for line in lines))
    if encoding is not None:
        for number, lines in texts.items():
            texts[number] = [line.saying(legacy.converted(line.text, encoding)) for line in lines]


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        code = "password_protected" if "password" in str(error).lower() else "damaged_file"
        raise UnreadableReport(code) from error
    try:
        if len(document) == 0:
            raise UnreadableReport("damaged_file")
        yield document
    finally:
        document.close()


@contextmanager
def _faults(number: int) -> Iterator[None]:
    import pypdfium2

    try:
        yield
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise UnreadableReport("damaged_file", place=f"p{number}") from error
