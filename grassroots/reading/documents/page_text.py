"""The text of one page of a PDF: its lines with their boxes, and whether that text can be trusted."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from grassroots.reading.documents import legacy
from grassroots.reading.documents.draft import Line
from grassroots.reading.documents.paragraphs import same_line

_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*/\s*\d{1,3})?", re.I)
_COLUMN_GAP = 30.0  # points between two runs of one line that make them columns
_HYPHEN = "\x02"  # pdfium's mark for a hyphen at a line's end
_FINE = 100_000  # pdfium gives whole pixels: a page this large leaves fractions exact enough
_MOST_RUNS = 20_000  # of one page
_FEW_LETTERS = 20
_PICTURE = 0.3  # part of the page that a picture covers where the page may be one
_WHOLE_PICTURE = 0.6
_VIETNAMESE = 0.06  # part of a text's words that are common Vietnamese ones; prose has 0.15 and more
_ILLEGIBLE = 0.2  # part of a text's letters that are none


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


def needs_recognising(page: Any, lines: Sequence[Line]) -> bool:
    """Had the page better be recognised as a picture than believed?

    A scan has no text; one that a scanner's own program has gone over has a hidden text, often without a
    Vietnamese letter. A font that doesn't say what its shapes mean gives text that nobody can read.
    """
    text = " ".join(line.text for line in lines)
    letters = sum(character.isalnum() for character in text)
    if _is_illegible(text):
        return True
    covered = _pictured(page)
    if letters < _FEW_LETTERS:
        return covered > _PICTURE or letters == 0
    return covered > _WHOLE_PICTURE and not _is_vietnamese(text)


def _is_illegible(text: str) -> bool:
    signs = [character for character in text if not character.isspace()]
    none = sum(unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs") for character in signs)
    return bool(signs) and none > _ILLEGIBLE * len(signs)


def _is_vietnamese(text: str) -> bool:
    encoding = legacy.encoding_of(text)
    words = max(1, len(text.split()))
    return legacy.common_words(legacy.converted(text, encoding)) > _VIETNAMESE * words


def _pictured(page: Any) -> float:
    """The part of the page that its largest picture covers."""
    from pypdfium2 import raw

    area = max(page.get_width() * page.get_height(), 1.0)
    largest = 0.0
    for at, found in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        left, bottom, right, top = found.get_bounds()
        largest = max(largest, abs((right - left) * (top - bottom)) / area)
        if at > 200:
            break
    return largest


def _runs(page: Any, number: int) -> list[Line]:
    text = page.get_textpage()
    runs = []
    for index in range(min(text.count_rects(), _MOST_RUNS)):
        rectangle = text.get_rect(index)
        words = re.sub(r"[\r\n\ufffe\uffff]+", " ", text.get_text_bounded(*rectangle))
        words = words.replace(_HYPHEN, "-")
        if words.strip():
            runs.append(Line(words, number, *_as_seen(page, *rectangle)))
    text.close()
    return runs


def _as_seen(
    page: Any, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
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
