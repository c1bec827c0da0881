"""The cells of a workbook, .xlsx or .xls, and which are merged, hidden or without a computed value."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from grassroots.forms.cells import is_empty
from grassroots.reading.model import Place, UnreadableReport
from grassroots.reading.statistics import marks, web_page

LARGEST_CELLS = 2_000_000  # of one sheet: an official form has a few thousand
WIDEST = 500  # columns looked at: the widest form has 31
Cell = tuple[int, int]  # row and column from 0


@dataclass(slots=True)
class Sheet:
    """One sheet from A1. ``spans``: merged cells by their top left corner, with their bottom right corner.

    ``broken``: cells that show an error, or a formula that no program has computed, with their words.
    """

    name: str
    rows: list[list[Any]]
    spans: dict[Cell, Cell] = field(default_factory=dict)
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    broken: dict[Cell, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def __getitem__(self, at: Cell) -> Any:
        row, column = at
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        value = self.rows[row][column]
        return None if is_empty(value) else value

    def text(self, row: int, column: int) -> str:
        """The words in a cell, "" where it holds none or a number."""
        value = self[row, column]
        return " ".join(value.split()) if isinstance(value, str) else ""

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        """The columns of a row that hold words."""
        for column in range(len(self.rows[row])):
            if text := self.text(row, column):
                yield column, text

    def place(self, row: int, column: int) -> Place:
        return Place(sheet=self.name, cell=address(row, column))


def address(row: int, column: int) -> str:
    return f"{get_column_letter(column + 1)}{row + 1}"


def sheets_of(path: Path, file_format: str) -> list[Sheet]:
    """The worksheets in their order. Raises UnreadableReport for a damaged or locked file."""
    if file_format == "html":
        return [Sheet("1", *web_page.rows_of(path))]
    return _old(path) if file_format == "xls" else _new(path)


def _new(path: Path) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_path(path) as book:
            kept = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            sheets = []
            for meta in kept:
                sheet = book.get_sheet_by_name(meta.name)
                _within_reason(sheet.total_height, sheet.total_width)
                merged = sheet.merged_cell_ranges or ()
                rows = [_cut(row) for row in sheet.to_python(skip_empty_area=False)]
                hidden = meta.visible != SheetVisibleEnum.Visible
                spans = {(int(a), int(b)): (int(c), int(d)) for (a, b), (c, d) in merged}
                sheets.append(Sheet(meta.name, rows, spans, hidden=hidden))
    except PasswordError as error:
        raise UnreadableReport("password_protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableReport("damaged_file") from error
    if zipfile.is_zipfile(path):
        marks.add(path, {sheet.name: sheet for sheet in sheets})
    return sheets


def _cut(row: list[Any]) -> list[Any]:
    """A row without what lies beyond the widest form, and without empty cells at its end."""
    end = min(len(row), WIDEST)
    while end and is_empty(row[end - 1]):
        end -= 1
    return row[:end]


def _within_reason(rows: int, columns: int) -> None:
    if rows * columns > LARGEST_CELLS:
        raise UnreadableReport("form_problem.too_many_cells", None, cells=rows * columns, limit=LARGEST_CELLS)


def _old(path: Path) -> list[Sheet]:
    """xlrd, since calamine gives neither hidden columns nor errors of the old format."""
    import xlrd

    try:
        book = xlrd.open_workbook(str(path), formatting_info=True, logfile=io.StringIO(), on_demand=True)
        return [_old_sheet(book, index) for index in range(book.nsheets)]
    except xlrd.XLRDError as error:
        code = "password_protected" if "encrypt" in str(error).lower() else "damaged_file"
        raise UnreadableReport(code) from error
    except UnreadableReport:
        raise
    except Exception as error:  # a spoilt file may break any of xlrd's assumptions
        raise UnreadableReport("damaged_file") from error


def _old_sheet(book: Any, index: int) -> Sheet:
    import xlrd

    sheet = book.sheet_by_index(index)
    _within_reason(sheet.nrows, sheet.ncols)
    rows: list[list[Any]] = []
    broken: dict[Cell, str] = {}
    for row in range(sheet.nrows):
        values: list[Any] = []
        for column, cell in enumerate(sheet.row_slice(row, 0, WIDEST)):
            if cell.ctype == xlrd.XL_CELL_ERROR:
                broken[row, column] = xlrd.error_text_from_code.get(cell.value, "#?")
            values.append(_old_value(cell, book.datemode))
        rows.append(_cut(values))
    spans = {(a, c): (b - 1, d - 1) for a, b, c, d in sheet.merged_cells}
    hidden = frozenset(column for column, info in sheet.colinfo_map.items() if info.hidden)
    return Sheet(sheet.name, rows, spans, hidden, sheet.visibility != 0, broken)


def _old_value(cell: Any, datemode: int) -> Any:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return datetime(*xlrd.xldate_as_tuple(cell.value, datemode)) if cell.value >= 1 else cell.value
        except (xlrd.XLDateError, ValueError):
            return cell.value
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    return "" if cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) else cell.value
