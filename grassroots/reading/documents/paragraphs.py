"""Lines of pages → passages: put back together across lines and pages, the head's two columns apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from grassroots.reading.documents.draft import Draft, Line, of_lines

_NEW_PARAGRAPH = re.compile(r"\s*(?:[-+*•–]\s|[IVX]{1,5}\s*[.)]\s|\d{1,2}(?:\.\d{1,2})*\s*[.)]\s|[a-zđ]\)\s)")
_CLOSED = re.compile(r"[.;:!?…]['”\")\]]?$|/\.?$")
_HEAD_LINES = 24  # of a first page that may belong to its two-column head
# Fractions of a page's width, measured on A4 (595 points): 20, 45, 6 and 15 points.
_NEARLY, _RAGGED, _INDENT, _BESIDE = 0.034, 0.076, 0.010, 0.025


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Draft]:
    """Passages in reading order; ``pages`` holds each page's lines from top to bottom."""
    head, body = head_and_body(pages)
    yield from head
    if not body:
        return
    margin = sorted(line.right for line in body)[int(0.9 * (len(body) - 1))]
    together = [body[0]]
    for last, line in pairwise(body):
        if not goes_on(last, line, margin):
            yield of_lines(together)
            together = []
        together.append(line)
    yield of_lines(together)


def head_and_body(pages: Sequence[Sequence[Line]]) -> tuple[list[Draft], list[Line]]:
    """The two-column head of Decree 30's first page, by column, and all other lines."""
    lines = [line for page in pages for line in page]
    beside = [
        index
        for index, line in enumerate(lines[:_HEAD_LINES])
        if any(
            same_line(line, other) and other is not line and other.page == line.page
            for other in lines[max(0, index - 1) : index + 2]
        )
    ]
    if not beside or lines[0].page != lines[beside[-1]].page:
        return [], lines
    end = beside[-1] + 1
    right = [
        line.left
        for line in lines[:end]
        if any(same_line(line, other) and other.left < line.left for other in lines[:end])
    ]
    if not right:
        return [], lines  # lines over one another, as a spoilt picture may show them
    edge = min(right) - _BESIDE
    while end < min(_HEAD_LINES, len(lines)) and lines[end].left >= edge:  # the date under the right column
        end += 1
    halves: tuple[list[Draft], list[Draft]] = ([], [])
    for line in lines[:end]:
        column = int(line.left >= edge)
        halves[column].append(of_lines([line], column))
    return halves[0] + halves[1], lines[end:]


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Runs of a page from top to bottom, and of one height from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.top + line.bottom):
        if rows and same_line(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]


def same_line(one: Line, other: Line) -> bool:
    """Do two runs of a page stand at one height?"""
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > 0.5 * min(one.height, other.height)


def goes_on(last: Line, line: Line, margin: float) -> bool:
    """Does ``line`` continue the paragraph that ``last`` belongs to? ``margin``: where full lines end."""
    text, before = line.text.strip(), last.text.strip()
    if _NEW_PARAGRAPH.match(text):
        return False
    if before.endswith("-") and before[-2:-1].isalnum():
        return True  # "53/KH-" waits for its "UBND", however short the line
    closed = bool(_CLOSED.search(before))
    starts_small = text[:1].islower() or text[:1].isdigit() or text[:1] in '“"(,'
    if last.page != line.page:
        return not closed or (text[:1].islower() and last.right > margin - _NEARLY)
    far = line.top - last.bottom > 1.1 * max(last.height, line.height)
    full = last.right > margin - _RAGGED
    if far:
        return starts_small and not closed and full
    if closed:
        return full and line.left <= last.left + _INDENT
    return full or text[:1].islower()
