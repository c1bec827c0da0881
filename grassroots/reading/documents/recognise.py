"""Pictures of pages → lines with their boxes: tesseract with Vietnamese, where the machine has it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image

from grassroots.reading.documents import pictures, programs
from grassroots.reading.documents.draft import Line
from grassroots.reading.documents.pictures import Turn, Upright
from grassroots.reading.documents.programs import ProgramFailed
from grassroots.reading.model import UnreadableReport

SECONDS_A_PAGE = 90
_WORD = "5"  # tesseract's level of single words
_COLUMN_GAP = 0.04  # of the page's width
_DOUBTFUL = 0.72  # mean likelihood of a page's words below which it may stand upside down
_PLACES = ("C:/Program Files/Tesseract-OCR/tesseract.exe",)  # its installer doesn't tell the path

_at_once = 1


def at_once(pages: int) -> None:
    """How many pages this process may have recognised side by side."""
    global _at_once
    _at_once = max(1, pages)


@dataclass(frozen=True, slots=True)
class Recognised:
    """One paragraph of a page as tesseract sees it; ``sure`` is its words' mean likelihood, 0 to 1."""

    lines: tuple[Line, ...]
    sure: float
    words: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page's paragraphs, with lines as they lie on the upright page, and how it was turned."""

    paragraphs: list[Recognised]
    turn: Turn


Found = tuple[int, Page | None]
"""A page's number and what was seen; None where tesseract failed on it."""


def tesseract() -> str:
    """Where the program is, with Vietnamese. Raises UnreadableReport."""
    found = shutil.which("tesseract") or next((place for place in _PLACES if Path(place).exists()), None)
    if found is None or not _knows_vietnamese(found):
        raise UnreadableReport("scan_needs_tesseract")
    return found


@cache
def _knows_vietnamese(program: str) -> bool:
    try:
        return "vie" in programs.run([program, "--list-langs"], 20).decode(errors="replace").split()
    except ProgramFailed:
        return False


def recognise_all(pages: Iterable[tuple[int, Image.Image]], done: Callable[[int], None]) -> Iterator[Found]:
    """Pages in their order, several at a time; a page is fetched only when there is room for it."""
    program = tesseract()
    waiting: list[tuple[int, Future[Page]]] = []
    with ThreadPoolExecutor(_at_once, thread_name_prefix="recognising") as threads:
        for number, image in pages:
            waiting.append((number, threads.submit(recognised, image, number, program)))
            if len(waiting) > _at_once:
                yield _result(*waiting.pop(0), done)
        while waiting:
            yield _result(*waiting.pop(0), done)


def _result(number: int, future: Future[Page], done: Callable[[int], None]) -> Found:
    try:
        return number, future.result()
    except ProgramFailed:
        return number, None
    finally:
        done(number)


def recognised(image: Image.Image, page: int, program: str) -> Page:
    """One page, which may lie on its side or stand upside down. Raises ProgramFailed."""
    if pictures.is_blank(image):
        return Page([], Turn())
    upright = pictures.upright(image)
    seen = Page(_run(upright, page, program), upright.turn)
    if _sure(seen.paragraphs) < _DOUBTFUL:
        upright = upright.turned(2)
        other = Page(_run(upright, page, program), upright.turn)
        seen = max(seen, other, key=lambda one: _worth(one.paragraphs))
    return seen


def _sure(found: Sequence[Recognised]) -> float:
    words = sum(one.words for one in found)
    return sum(one.sure * one.words for one in found) / words if words else 0.0


def _worth(found: Sequence[Recognised]) -> float:
    """Words that are surely words: upside down there are as many marks, but few of them convince."""
    return sum(one.words * max(0.0, one.sure - 0.4) for one in found)


def _run(upright: Upright, page: int, program: str) -> list[Recognised]:
    command = [program, "stdin", "stdout", "-l", "vie", "--psm", "3"]
    command += ["--dpi", str(_dots(upright.image)), "tsv"]
    picture = BytesIO()
    upright.image.save(picture, "PPM")
    # One thread each: several pages at once are faster than several threads, which mostly wait.
    table = programs.run(command, SECONDS_A_PAGE, {"OMP_THREAD_LIMIT": "1"}, picture.getvalue())
    rows = table.decode("utf-8", errors="replace").split("\n")
    return list(_paragraphs(rows, page, upright))


def _dots(image: Image.Image) -> int:
    """Dots an inch as if the picture were of an A4 page."""
    return max(70, round(max(image.size) / 11.7))


def _paragraphs(table: Sequence[str], page: int, upright: Upright) -> Iterator[Recognised]:
    csv.field_size_limit(2**24)
    read = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    rows = [row for row in read if row.get("text") is not None]
    words = [row for row in rows if row["level"] == _WORD and row["text"].strip()]
    for _, paragraph in groupby(words, lambda row: (row["block_num"], row["par_num"])):
        sure: list[float] = []
        lines = []
        for _, group in groupby(paragraph, lambda row: row["line_num"]):
            line = list(group)
            sure += [float(row["conf"]) / 100 for row in line]
            lines += [_line(run, page, *upright.image.size) for run in _columns(line, upright.image.width)]
        yield Recognised(tuple(lines), sum(sure) / len(sure), len(sure))


def _columns(words: Sequence[dict[str, str]], wide: int) -> Iterator[list[dict[str, str]]]:
    """A line across two columns as its parts: between words there is never so much room."""
    part: list[dict[str, str]] = []
    for word in words:
        if part and int(word["left"]) - int(part[-1]["left"]) - int(part[-1]["width"]) > _COLUMN_GAP * wide:
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _line(words: Sequence[dict[str, str]], page: int, wide: int, high: int) -> Line:
    boxes = [[int(row[edge]) for edge in ("left", "top", "width", "height")] for row in words]
    return Line(
        " ".join(row["text"].strip() for row in words),
        page,
        min(left for left, *_ in boxes) / wide,
        min(top for _, top, *_ in boxes) / high,
        max(left + width for left, _, width, _ in boxes) / wide,
        max(top + height for _, top, _, height in boxes) / high,
    )
