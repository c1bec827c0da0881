"""The rows of a table of scores: each unit's or body's points by column, and the total it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grassroots.forms.cells import Problems, number, number_words, written
from grassroots.reading.score_tables.layout import layout
from grassroots.reading.score_tables.table import Table
from grassroots.reading.statistics.grid import Sheet
from grassroots.units import fold

_KIND = re.compile(r"\b(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tp|tinh)\b")
_NUMBERING = re.compile(r"\W*[\dA-Z]{0,2}\W*")
_OF_MAXIMUM = re.compile(r"\s*/\s*\d+(?:[.,]\d+)?\s*$")  # 17,5/18


@dataclass(frozen=True, slots=True)
class Row:
    """``row`` from 0; ``points`` by column, None where the cell is empty."""

    row: int
    name: str
    points: Mapping[int, float | None]
    total: float | None

    @property
    def is_body(self) -> bool:
        """A department, not a unit with an area of its own."""
        words = fold(self.name)
        return not _KIND.search(words) and any(
            words == body or words.startswith(f"{body} ") for body in layout()["bodies"]
        )


def rows_of(table: Table, problems: Problems) -> Iterator[Row]:
    """Rows that hold points; means and totals of all are left out. Adds a problem for each bad cell."""
    sheet = table.sheet
    for row in range(table.first, len(sheet.rows)):
        name = sheet.text(row, table.name)
        if _NUMBERING.fullmatch(name) or fold(name) in layout()["aggregates"]:
            continue
        if all(sheet[row, column] is None for column in table.groups):
            continue
        points = {column: _points(table, row, column, problems) for column in table.groups}
        total = None if table.total is None else _number(sheet, row, table.total, problems)
        yield Row(row, name, points, total)


def _points(table: Table, row: int, column: int, problems: Problems) -> float | None:
    found, most = _number(table.sheet, row, column, problems), table.groups[column].maximum
    if found is not None and found > most + 1e-9:
        place = table.sheet.place(row, column)
        problems.add("above_maximum", place, found=number_words(found), maximum=number_words(most))
    return found


def _number(sheet: Sheet, row: int, column: int, problems: Problems) -> float | None:
    value = sheet[row, column]
    if isinstance(value, str):
        value = _OF_MAXIMUM.sub("", value).strip()
        value = None if value in ("-", "–", "—") else re.sub(r"^(\d+)\.(\d+)$", r"\1,\2", value)
    return number(value, sheet.place(row, column), problems, whole=False)


def as_written(table: Table, row: Row, column: int) -> str:
    """A cell as its reader sees it, a dash where it is empty."""
    value = table.sheet[row.row, column]
    return "–" if value is None else written(value)
