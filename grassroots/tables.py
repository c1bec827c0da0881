"""Tables in words: columns, cells and rows a page shows, and the same figures as a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class Column:
    """One column: numbers stand right, ``wide`` ones go on a phone; ``width`` is a CSS grid track."""

    title: str
    number: bool = False
    wide: bool = False
    width: str = "auto"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell in words; ``open`` is what a click on it asks for."""

    text: str
    open: str | None = None
    strong: bool = False
    quiet: bool = False
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    cells: Sequence[Cell]
    chosen: bool = False


_FORMULA_SIGNS = ("=", "+", "-", "@")


def widths(columns: Sequence[Column]) -> str:
    """The columns as CSS grid tracks: numbers as wide as they are, the first takes what is left."""
    tracks = [
        "minmax(7rem, 1fr)" if not place and column.width == "auto" else column.width
        for place, column in enumerate(columns)
    ]
    return " ".join(tracks)


def csv(found: pd.DataFrame, titles: dict[str, str]) -> bytes:
    """The named columns of a frame as CSV in UTF-8 with its mark, so that spreadsheets read the letters."""
    named = found[list(titles)].rename(columns=titles)
    for column in named.columns:
        if not pd.api.types.is_numeric_dtype(named[column]):
            written = [_as_text(value) for value in named[column]]
            named[column] = pd.Series(written, index=named.index, dtype=object)  # counts stay whole
    return str(named.to_csv(index=False)).encode("utf-8-sig")


def _as_text(value: object) -> object:
    """A spreadsheet takes what begins so for a formula and computes it; words of reports are words."""
    return f"'{value}" if isinstance(value, str) and value.lstrip().startswith(_FORMULA_SIGNS) else value
