"""How cells of a workbook look: formats made once, heights of rows, names of sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format as Look

from grassroots.briefs.model import Column

FONT = "Times New Roman"
_FORMATS = {"count": "#,##0", "decimal": "#,##0.00", "percent": "0.0%", "date": "dd/mm/yyyy"}
_SIGNS = ("=", "+", "-", "@")
_WRAPPED = 30  # characters: wider columns hold sentences


def tallest(columns: list[Column], row: Mapping[str, Any]) -> int:
    """The lines of a row: cells that wrap don't set its height by themselves in every program."""
    sentences = [column for column in columns if column.format == "text" and column.width >= _WRAPPED]
    return max((lines(row.get(column.name) or "", column.width - 2) for column in sentences), default=1)


def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many characters."""
    return max(1, len(wrap(text, max(width, 6))))


def tab(title: str) -> str:
    """A sheet's name as Excel takes it."""
    return re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip("' ")


class Looks:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book, self._made = book, dict[tuple[Any, ...], Look]()

    def of(self, **properties: Any) -> Look:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": FONT, "font_size": 11, **properties})
        return self._made[key]

    def cell(self, column: Column, text: object = None) -> Look:
        given: dict[str, Any] = {"valign": "top"}
        if column.format in _FORMATS:
            given["num_format"] = _FORMATS[column.format]
        elif column.format == "yes":
            given["align"] = "center"
        elif column.width >= _WRAPPED:
            given["text_wrap"] = True
        if isinstance(text, str) and text.lstrip().startswith(_SIGNS):
            given["quote_prefix"] = True  # stays words when somebody opens the cell and leaves it
        return self.of(**given)
