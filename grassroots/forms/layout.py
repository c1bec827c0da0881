"""The layout of the workbook as data: which sheets, columns and fixed words a version of the form has.

``layout_<version>.yml`` is the contract between the form that was handed out and the reader of the form that
comes back, so a version is never edited once forms of it are in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from openpyxl.utils import get_column_letter

from grassroots.periods import Period

VERSION = "2"
MARKER = "grassroots-democracy-form"  # in A1 of the first sheet: this workbook is one of ours
HIDDEN_KEYS = ("form_version", "unit_key", "period_code", "unit_as_made", "period_as_made")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet. ``number`` counts from 1; ``width`` is in characters."""

    code: str
    heading: str
    number: int
    width: float

    @property
    def letter(self) -> str:
        return str(get_column_letter(self.number))


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is one table: ``heading_row`` counts from 1, entries begin in the row below."""

    sheet: str
    hint: str
    heading_row: int
    columns: dict[str, Column]
    words: dict[str, Any]  # whatever else the layout says of this sheet

    def cell(self, column: str, row: int) -> str:
        return f"{self.columns[column].letter}{row}"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the sheet of particulars."""

    code: str
    label: str
    hint: str
    row: int


@dataclass(frozen=True, slots=True)
class Layout:
    version: str
    words: dict[str, Any]
    particulars_sheet: str
    fields: dict[str, Field]
    hidden_rows: dict[str, int]  # HIDDEN_KEYS and the row each stands in
    figures: Table
    courses: Table
    awards: Table
    scores: Table
    unit_scores: Table
    lists: dict[str, Table]  # sheets that say the types of their columns, by name; none in version 1

    def period_words(self, period: Period) -> str:
        """``10 tháng năm 2024``, ``quý I năm 2026``, ``năm 2025``."""
        names = self.words["periods"]
        if period.name in names:
            return str(names[period.name].format(year=period.year))
        return str(names[period.name[0]].format(number=int(period.name[1:]), year=period.year))


def versions() -> list[str]:
    """Every version of the form that can be read, oldest first."""
    return sorted(file.stem.removeprefix("layout_") for file in Path(__file__).parent.glob("layout_*.yml"))


@cache
def layout(version: str = VERSION) -> Layout:
    """The layout of one version. Raises KeyError for a version that never was."""
    if version not in versions():
        raise KeyError(version)
    words = _words(version)
    particulars = words["particulars"]
    first = int(particulars["first_row"])
    fields = {
        code: Field(code, label, hint, first + i)
        for i, (code, (label, hint)) in enumerate(particulars["fields"].items())
    }
    after = first + len(fields) + len(particulars["guide"]) + 3
    return Layout(
        version=version,
        words=words,
        particulars_sheet=particulars["sheet"],
        fields=fields,
        hidden_rows={key: after + i for i, key in enumerate(HIDDEN_KEYS)},
        **{name: _table(words[name]) for name in ("figures", "courses", "awards", "scores", "unit_scores")},
        lists={
            name: _table(entry)
            for name, entry in words.items()
            if isinstance(entry, dict) and "types" in entry
        },
    )


def _words(version: str) -> dict[str, Any]:
    """A version's words, over those of the version it is based on."""
    file = Path(__file__).parent / f"layout_{version}.yml"
    own: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {**_words(own.pop("based_on")), **own} if "based_on" in own else own


def _table(words: dict[str, Any]) -> Table:
    columns = {
        code: Column(code, heading, i, width)
        for i, (code, (heading, width)) in enumerate(words["columns"].items(), 1)
    }
    return Table(words["sheet"], words["hint"], int(words["heading_row"]), columns, words)
