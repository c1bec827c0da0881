"""Word's tables as grids: what is merged across columns or rows stands in every place it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grassroots.reading.documents.word_names import W

_WRAPPERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins")
_MOST_COLUMNS = 100  # a cell that claims to span more is believed that much
_HAS_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Cell:
    element: Any
    columns: int  # how many it spans
    goes_on: bool  # it continues the cell above


def rows_of(table: Any) -> list[list[Cell]]:
    """The rows of a table itself: a table within a cell belongs to that cell. Deleted rows are left out."""
    return [
        [_cell(cell) for cell in _children(row, f"{W}tc")]
        for row in _children(table, f"{W}tr")
        if row.find(f"{W}trPr/{W}del") is None
    ]


def grid(rows: Sequence[Sequence[Cell]], texts: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The texts of each row by column. A merged number stands once: repeated, it would count twice."""
    above: list[str] = []
    for cells, written in zip(rows, texts, strict=True):
        row: list[str] = []
        for cell, text in zip(cells, written, strict=True):
            if cell.goes_on and len(row) < len(above):
                text = "" if _HAS_NUMBER.search(above[len(row)]) else above[len(row)]
            alone = len(cells) == 1 or _HAS_NUMBER.search(text)
            row += [text, *([] if len(cells) == 1 else ["" if alone else text] * (cell.columns - 1))]
        yield row
        above = row


def _children(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _cell(cell: Any) -> Cell:
    span, merged = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
    columns = "1" if span is None else span.get(f"{W}val", "1")
    return Cell(
        cell,
        max(1, min(int(columns) if columns.isascii() and columns.isdigit() else 1, _MOST_COLUMNS)),
        merged is not None and merged.get(f"{W}val", "continue") == "continue",
    )
