"""Text PDF: the lines of each page with their boxes, put back into paragraphs.

pypdfium2 is used directly (pdfplumber stands on it): it gives the runs of a page with their boxes about fifty
times faster than pdfminer's characters.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from grassroots.reading.documents.draft import Draft, Line
from grassroots.reading.documents.paragraphs import paragraphs, same_line
from grassroots.reading.model import UnreadableReport

_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*/\s*\d{1,3})?", re.I)
_COLUMN_GAP = 30.0  # points between two runs of one line that make them columns
_MOST_PAGES = 400
_HYPHEN = "\x02"  # pdfium's mark for a hyphen at a line's end
_FINE = 100_000  # pdfium gives whole pixels: a page this large leaves fractions exact enough


def drafts(path: Path) -> list[Draft]:
    """Raises UnreadableReport for a damaged or protected file; a scan goes to the reader of pictures."""
    pages = list(_pages(path))
    if sum(len(line.text) for lines in pages for line in lines) < 20 * max(1, len(pages)):
        from grassroots.reading.documents import scan

        return scan.drafts_of_pdf(path)
    return list(paragraphs(pages))


def _pages(path: Path) -> Iterator[list[Line]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        code = "password_protected" if "password" in str(error).lower() else "damaged_file"
        raise UnreadableReport(code) from error
    try:
        if len(document) > _MOST_PAGES:
            raise UnreadableReport("too_many_pages", pages=len(document), limit=_MOST_PAGES)
        for number in range(len(document)):
            try:
                yield lines_of_page(document[number], number + 1)
            except pypdfium2.PdfiumError as error:
                raise UnreadableReport("damaged_file", place=f"p{number + 1}") from error
    finally:
        document.close()


def lines_of_page(page: Any, number: int) -> list[Line]:
    """The page's lines from top to bottom as seen; a line's columns come apart. Page numbers are left out."""
    gap = _COLUMN_GAP / max(page.get_width(), 1.0)
    lines: list[Line] = []
    for run in sorted(_runs(page, number), key=lambda run: ((run.top + run.bottom) / 2, run.left)):
        last = lines[-1] if lines else None
        if last and same_line(last, run) and last.left <= run.left < last.right + gap:
            lines[-1] = _beside(last, run, 1 / max(page.get_width(), 1.0))
        else:
            lines.append(run)
    return [line for line in lines if not _is_page_number(line)]


def _runs(page: Any, number: int) -> Sequence[Line]:
    text = page.get_textpage()
    runs = []
    for index in range(text.count_rects()):
        rectangle = text.get_rect(index)
        words = re.sub(r"[\r\n\ufffe\uffff]+", " ", text.get_text_bounded(*rectangle))
        words = words.replace(_HYPHEN, "-")
        if words.strip():
            runs.append(Line(words, number, *_as_seen(page, *rectangle)))
    return runs


def _as_seen(page: Any, left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
    """A box in the page's own coordinates → left, top, right, bottom of the page as it is shown, turned
    and cropped, in fractions of its width and height."""
    corners = [_shown(page, left, top), _shown(page, right, bottom)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _shown(page: Any, x: float, y: float) -> tuple[float, float]:
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page.raw, 0, 0, _FINE, _FINE, 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE


def _beside(last: Line, run: Line, point: float) -> Line:
    """Two runs of one line as one; ``point`` is a point's fraction of the page's width."""
    space = "" if last.text.endswith(" ") or run.left - last.right < point else " "
    return Line(
        last.text + space + run.text,
        last.page,
        last.left,
        min(last.top, run.top),
        max(last.right, run.right),
        max(last.bottom, run.bottom),
    )


def _is_page_number(line: Line) -> bool:
    at_edge = line.top < 0.08 or line.bottom > 0.92
    return at_edge and bool(_PAGE_NUMBER.fullmatch(line.text.strip()))
