"""The sheets of a filled form as rows of cells, each cell with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from grassroots.forms.cells import Problems, is_empty, written
from grassroots.forms.layout import Table
from grassroots.reading.model import Place

Rows = list[list[Any]]  # as python-calamine gives them: from A1, an empty cell is ''


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings of a table."""

    table: Table
    number: int  # as the workbook counts
    cells: list[Any]

    def __getitem__(self, column: str) -> Any:
        """What stands in a column; None when the cell is empty."""
        index = self.table.columns[column].number - 1
        value = self.cells[index] if index < len(self.cells) else None
        return None if is_empty(value) else value

    def place(self, column: str) -> Place:
        return Place(sheet=self.table.sheet, cell=self.table.cell(column, self.number))

    def span(self, first: str, last: str) -> Place:
        """The place of several cells side by side: ``B6:F6``."""
        cells = f"{self.table.cell(first, self.number)}:{self.table.cell(last, self.number)}"
        return Place(sheet=self.table.sheet, cell=cells)

    def quote(self, *columns: str) -> str:
        """The row's words as they stand, ``heading: words`` for each cell that has any."""
        return "; ".join(
            f"{self.table.columns[column].heading}: {written(self[column])}"
            for column in columns
            if self[column] is not None
        )


def table_rows(table: Table, rows: Rows, problems: Problems) -> Iterator[Row]:
    """The rows below the headings. Adds a problem, and gives none, when the headings were changed."""
    index = table.heading_row - 1
    headings = rows[index] if index < len(rows) else []
    for column in table.columns.values():
        found = headings[column.number - 1] if column.number <= len(headings) else ""
        if str(found).strip() != column.heading:
            place = Place(sheet=table.sheet, cell=table.cell(column.code, table.heading_row))
            problems.add("columns_changed", place, expected=column.heading, found=written(found))
            return
    for i, cells in enumerate(rows[table.heading_row :], table.heading_row + 1):
        yield Row(table, i, cells)
