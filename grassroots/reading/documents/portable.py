"""Text PDF: lines are put back into paragraphs, across lines and pages, with the head's two columns apart.

pypdfium2 is used directly (pdfplumber stands on it): it gives the runs of a page with their boxes about fifty
times faster than pdfminer's characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from grassroots.reading.documents.draft import Draft
from grassroots.reading.model import UnreadableReport

_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*/\s*\d{1,3})?", re.I)
_NEW_PARAGRAPH = re.compile(r"\s*(?:[-+*•–]\s|[IVX]{1,5}\s*[.)]\s|\d{1,2}(?:\.\d{1,2})*\s*[.)]\s|[a-zđ]\)\s)")
_CLOSED = re.compile(r"[.;:!?…]['”\")\]]?$|/\.?$")
_COLUMN_GAP = 30.0  # points between two runs of one line that make them columns
_MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float


def drafts(path: Path) -> list[Draft]:
    """Raises UnreadableReport for a damaged or protected file; a scan goes to the reader of pictures."""
    pages = list(_pages(path))
    if sum(len(line.text) for lines in pages for line in lines) < 20 * max(1, len(pages)):
        from grassroots.reading.documents import scan

        return scan.drafts_of_pdf(path)
    return list(_paragraphs(pages))


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
                yield _lines(document[number], number + 1)
            except pypdfium2.PdfiumError as error:
                raise UnreadableReport("damaged_file", place=f"p{number + 1}") from error
    finally:
        document.close()


def _lines(page: Any, number: int) -> list[Line]:
    """The page's lines from top to bottom; a line's columns come apart. Page numbers are left out."""
    text = page.get_textpage()
    height = page.get_height()
    runs = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        words = re.sub(r"[\r\n\ufffe\uffff]+", " ", text.get_text_bounded(left, bottom, right, top))
        if words.strip():
            runs.append(Line(words, number, left, right, top, bottom))
    lines: list[Line] = []
    for run in sorted(runs, key=lambda run: (-(run.top + run.bottom) / 2, run.left)):
        last = lines[-1] if lines else None
        if (
            last
            and _same_line(last, run)
            and run.left - last.left >= 0
            and run.left - last.right < _COLUMN_GAP
        ):
            gap = "" if last.text.endswith(" ") or run.left - last.right < 1 else " "
            lines[-1] = Line(
                last.text + gap + run.text,
                number,
                last.left,
                max(last.right, run.right),
                max(last.top, run.top),
                min(last.bottom, run.bottom),
            )
        else:
            lines.append(run)
    return [line for line in lines if not _is_page_number(line, height)]


def _same_line(one: Line, other: Line) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _is_page_number(line: Line, height: float) -> bool:
    at_edge = line.top > 0.92 * height or line.bottom < 0.08 * height
    return at_edge and bool(_PAGE_NUMBER.fullmatch(line.text.strip()))


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Draft]:
    head, body = _head_and_body(pages)
    yield from head
    if not body:
        return
    margin = sorted(line.right for line in body)[int(0.9 * (len(body) - 1))]
    words, first = body[0].text.strip(), body[0]
    for last, line in pairwise(body):
        if _goes_on(last, line, margin):
            words = _joined(words, line.text.strip())
        else:
            yield Draft(words, first.page)
            words, first = line.text.strip(), line
    yield Draft(words, first.page)


def _head_and_body(pages: Sequence[Sequence[Line]]) -> tuple[list[Draft], list[Line]]:
    """The two-column head of Decree 30's first page, by column, and all other lines."""
    lines = [line for page in pages for line in page]
    beside = [
        index
        for index, line in enumerate(lines[:24])
        if any(
            _same_line(line, other) and other is not line and other.page == line.page
            for other in lines[max(0, index - 1) : index + 2]
        )
    ]
    if not beside or lines[0].page != lines[beside[-1]].page:
        return [], lines
    end = beside[-1] + 1
    edge = (
        min(
            line.left
            for line in lines[:end]
            if any(_same_line(line, other) and other.left < line.left for other in lines[:end])
        )
        - 15
    )
    while end < min(24, len(lines)) and lines[end].left >= edge:  # the date under the right column
        end += 1
    halves: tuple[list[Draft], list[Draft]] = ([], [])
    for line in lines[:end]:
        column = int(line.left >= edge)
        halves[column].append(Draft(line.text.strip(), line.page, column=column))
    return halves[0] + halves[1], lines[end:]


def _goes_on(last: Line, line: Line, margin: float) -> bool:
    """Does ``line`` continue the paragraph that ``last`` belongs to?"""
    text, before = line.text.strip(), last.text.strip()
    if _NEW_PARAGRAPH.match(text):
        return False
    closed = bool(_CLOSED.search(before))
    starts_small = text[:1].islower() or text[:1].isdigit() or text[:1] in '“"(,'
    if last.page != line.page:
        return not closed or (text[:1].islower() and last.right > margin - 20)
    height = last.top - last.bottom
    far = last.bottom - line.top > 1.1 * max(height, line.top - line.bottom)
    full = last.right > margin - 45
    if far:
        return starts_small and not closed and full
    if closed:
        return full and line.left <= last.left + 6
    return full or text[:1].islower()


def _joined(before: str, after: str) -> str:
    """A hyphen at a line's end is kept: in Vietnamese it belongs to a number ("NQ-HĐND") or a dash."""
    if before.endswith("-") and not before.endswith(" -"):
        return before + after
    return f"{before} {after}"
