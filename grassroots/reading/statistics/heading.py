"""The heading of a table: its rows, the words above each column, and the row of column numbers.

Merged cells say what they cover. Where an export left them unmerged, a blank cell belongs to the words on its
left as long as both stand under the same heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from grassroots.reading.statistics.grid import Cell, Sheet
from grassroots.reading.statistics.layouts import Form, words
from grassroots.reading.statistics.wording import column_number, plain, vocabulary
from grassroots.units import fold

_ALIKE = 0.75  # likeness from which a cell is taken for one of the form's headings
_DEEPEST = 9  # rows a heading may have
_LETTERS = frozenset({"a", "b", "c", "ms", "m s", "ma so", "cot", "stt", "tt", "so cot", "stt cot"})


@dataclass(frozen=True, slots=True)
class Span:
    """One heading cell: its words as written and plain, and the columns it stands above."""

    cell: Cell
    written: str
    plain: str
    columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class Heading:
    """``above``: for each column that has any, its heading cells from the top down. ``numbers``: column →
    the number in the row of column numbers, empty where there is none. ``data``: the first row below."""

    above: dict[int, tuple[Span, ...]]
    numbers: dict[int, int]
    number_row: int | None
    top: int
    data: int

    def spans(self) -> list[Span]:
        return list(dict.fromkeys(span for path in self.above.values() for span in path))


def heading_of(sheet: Sheet, form: Form, rows: range) -> Heading | None:
    """The first heading of the form's table within ``rows``; None where too little looks like one."""
    like = [row for row in rows if is_heading_row(sheet, form, row)]
    if not like:
        return None
    top = bottom = like[0]
    for row in like:
        if row - bottom <= 2 and row - top < _DEEPEST:
            bottom = row
    number_row = next(
        (row for row in range(top, min(bottom + 4, rows.stop)) if is_number_row(sheet, form, row)), None
    )
    if number_row is not None:
        bottom = number_row - 1
    else:
        while bottom + 1 < rows.stop and _continues(sheet, bottom + 1):
            bottom += 1
    top = _widened(sheet, form, top, rows)
    numbers = {}
    if number_row is not None:
        found = ((column, column_number(sheet[number_row, column])) for column in range(sheet.width))
        numbers = {column: number for column, number in found if number is not None}
    data = (bottom if number_row is None else number_row) + 1
    return Heading(_above(sheet, top, bottom), numbers, number_row, top, data)


def is_heading_row(sheet: Sheet, form: Form, row: int) -> bool:
    """Whether at least two cells of a row bear words of the form's headings."""
    found = sum(is_heading(form, text) for _, text in sheet.texts(row))
    return found >= 2


@lru_cache(maxsize=20_000)
def is_heading(form: Form, text: str) -> bool:
    if len(text) > 200:
        return False
    written = plain(text)
    if not written:
        return False
    if written in _sides():
        return True
    known = vocabulary(form)
    return any(known.likeness(label, written) >= _ALIKE for label in _labels(form))


@lru_cache(maxsize=64)
def _labels(form: Form) -> frozenset[str]:
    labels = {plain(column.path[-1]) for column in form.columns}
    labels |= {plain(also) for column in form.columns for also in column.also}
    return frozenset(labels | {plain(group.path[-1]) for group in form.groups})


def is_number_row(sheet: Sheet, form: Form, row: int) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 … beside nothing but letters."""
    numbers: list[int] = []
    for column in range(len(sheet.rows[row])):
        value = sheet[row, column]
        if value is None:
            continue
        number = column_number(value)
        if number is not None:
            numbers.append(number)
        elif fold(str(value)) not in _LETTERS:
            return False
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    enough = len(numbers) >= max(3, 0.6 * len(form.columns))
    return enough and steps.count(1) >= 0.8 * len(steps)


def _continues(sheet: Sheet, row: int) -> bool:
    """A row of broken heading cells below: words in three columns and more, and no numbers."""
    values = [sheet[row, column] for column in range(len(sheet.rows[row]))]
    return sum(isinstance(value, str) and not _numeric(value) for value in values) >= 3 and not any(
        isinstance(value, (int, float)) or (isinstance(value, str) and _numeric(value)) for value in values
    )


def _numeric(value: str) -> bool:
    return any(letter.isdigit() for letter in value) and not any(letter.isalpha() for letter in value)


def _widened(sheet: Sheet, form: Form, top: int, rows: range) -> int:
    """Rows above with a single wide heading belong to it, the title of the form doesn't."""
    titles = {plain(title) for title in form.titles}
    while top > rows.start:
        texts = [text for _, text in sheet.texts(top - 1)]
        own = [text for text in texts if is_heading(form, text) and plain(text) not in titles]
        if not own or len(own) < len(texts):
            break
        top -= 1
    return top


def _above(sheet: Sheet, top: int, bottom: int) -> dict[int, tuple[Span, ...]]:
    covered = {
        (row, column): corner
        for corner, (last_row, last_column) in sheet.spans.items()
        if corner[0] <= bottom and last_row >= top
        for row in range(max(corner[0], top), min(last_row, bottom) + 1)
        for column in range(corner[1], min(last_column, sheet.width - 1) + 1)
    }
    owners: dict[Cell, Cell] = {}
    inherited: set[Cell] = set()
    for row in range(top, bottom + 1):
        for column in range(sheet.width):
            at = row, column
            corner = covered.get(at, at)
            if sheet.text(*corner):
                owners[at] = corner
            elif at not in covered and _same_heading(owners, covered, at, top):
                owners[at] = owners[row, column - 1]
                inherited.add(at)
    paths = {column: _path(owners, inherited, column, top, bottom) for column in range(sheet.width)}
    reach: dict[Cell, set[int]] = {}
    for column, cells in paths.items():
        for cell in cells:
            reach.setdefault(cell, set()).add(column)
    spans = {
        cell: Span(cell, sheet.text(*cell), plain(sheet.text(*cell)), frozenset(columns))
        for cell, columns in reach.items()
    }
    return {column: tuple(spans[cell] for cell in cells) for column, cells in paths.items() if cells}


def _same_heading(owners: dict[Cell, Cell], covered: dict[Cell, Cell], at: Cell, top: int) -> bool:
    row, column = at
    left = row, column - 1
    if left not in owners or left in covered:
        return False
    if row == top:
        return True
    over, over_left = owners.get((row - 1, column)), owners.get((row - 1, column - 1))
    return over is not None and over == over_left


def _path(owners: dict[Cell, Cell], inherited: set[Cell], column: int, top: int, bottom: int) -> list[Cell]:
    """The heading cells above a column, without those it only inherits below its last own one."""
    rows = [row for row in range(top, bottom + 1) if (row, column) in owners]
    while rows and (rows[-1], column) in inherited:
        rows.pop()
    return list(dict.fromkeys(owners[row, column] for row in rows))


def side_of(heading: Heading, column: int) -> str | None:
    """What a column beside the numbers holds, by its heading: unit, position, note."""
    said = [span.plain for span in heading.above.get(column, ())]
    if not said:
        return None
    sides = _sides()
    return sides.get(said[-1]) or sides.get(" ".join(said))


@cache
def _sides() -> dict[str, str]:
    """What a column beside the numbers holds, by the words above it."""
    return {plain(each): str(kind) for kind, wordings in words()["columns"].items() for each in wordings}


def is_side(heading: Heading, column: int) -> bool:
    return side_of(heading, column) is not None


def heading_words(path: tuple[Span, ...]) -> str:
    return " > ".join(span.written for span in path)


def suffixes(path: tuple[Span, ...]) -> Iterator[str]:
    """The lowest heading cell's plain words, the two lowest together, and so on."""
    for count in range(1, len(path) + 1):
        yield " ".join(span.plain for span in path[-count:])
