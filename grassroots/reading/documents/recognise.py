"""Pictures of pages → lines with their boxes: tesseract with Vietnamese, where the machine has it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from grassroots.reading.documents import programs
from grassroots.reading.documents.draft import Line
from grassroots.reading.documents.programs import ProgramFailed
from grassroots.reading.model import UnreadableReport

SECONDS_A_PAGE = 120
_WORD, _PAGE = "5", "1"  # tesseract's levels


_at_once = 1


def at_once(pages: int) -> None:
    """How many pages this process may have recognised side by side."""
    global _at_once
    _at_once = max(1, pages)


@dataclass(frozen=True, slots=True)
class Recognised:
    """One paragraph of a page as tesseract sees it; ``sure`` is its mean likelihood, 0 to 1."""

    lines: tuple[Line, ...]
    sure: float


def tesseract() -> str:
    """Where the program is. Raises UnreadableReport."""
    found = shutil.which("tesseract")
    if found is None:
        raise UnreadableReport("scan_needs_tesseract")
    return found


def recognised(picture: Path, page: int, program: str) -> list[Recognised]:
    """The paragraphs of one picture. Raises UnreadableReport."""
    command = [program, str(picture.resolve()), "stdout", "-l", "vie", "--psm", "3", "tsv"]
    # One thread each: several pages at once are faster than several threads, which mostly wait.
    try:
        table = programs.run(command, SECONDS_A_PAGE, {"OMP_THREAD_LIMIT": "1"})
    except ProgramFailed as error:
        raise UnreadableReport("scan_not_recognised", place=f"p{page}") from error
    return list(_paragraphs(table.decode("utf-8", errors="replace").splitlines(), page))


def _paragraphs(table: Sequence[str], page: int) -> Iterator[Recognised]:
    rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    wide, high = next(
        ((int(row["width"]), int(row["height"])) for row in rows if row["level"] == _PAGE), (1, 1)
    )
    words = [row for row in rows if row["level"] == _WORD and (row["text"] or "").strip()]
    for _, paragraph in groupby(words, lambda row: (row["block_num"], row["par_num"])):
        sure: list[float] = []
        lines = []
        for _, group in groupby(paragraph, lambda row: row["line_num"]):
            line = list(group)
            sure += [float(row["conf"]) / 100 for row in line]
            lines.append(_line(line, page, wide, high))
        yield Recognised(tuple(lines), sum(sure) / len(sure))


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
