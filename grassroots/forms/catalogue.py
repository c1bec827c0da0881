"""What a form asks: the indicators and score sheets of ``data/reference``, as the form needs them."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from grassroots import indicators as reference
from grassroots.forms.layout import Layout
from grassroots.settings import REFERENCE

_IN_PARTS = frozenset({"điểm", "%", "ngày"})  # units that may have decimals: half a day, 77,5 points


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as the form asks it. ``units`` has several entries where the unit counted is a choice."""

    code: str
    subject: str
    name: str
    units: tuple[str, ...]
    computed: bool  # a ratio whose numerator and denominator are asked instead
    note: str

    @property
    def whole(self) -> bool:
        return self.units[0] not in _IN_PARTS

    @property
    def percent(self) -> bool:
        return self.units == ("%",)


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str
    name: str
    maximum: float  # points


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """One version of one score sheet; total and applicable maximum go to the two indicators named."""

    code: str
    name: str
    points_indicator: str
    maximum_indicator: str
    valid_from: date
    valid_to: date | None
    source: str
    criteria: tuple[Criterion, ...]


@cache
def indicators() -> dict[str, Indicator]:
    """Every indicator by its code, in the catalogue's order."""
    notes = {row["code"]: row["note"] for row in _rows(Path(__file__).parent / "indicator_notes.csv")}
    return {
        each.code: Indicator(
            code=each.code,
            subject=each.subject,
            name=each.name_vi,
            units=tuple(each.unit_vi.split("|")),
            computed=bool(each.kind == "ratio" and each.numerator and each.denominator),
            note=notes.get(each.code, ""),
        )
        for each in reference.indicators().values()
    }


def indicator_of(code: str) -> Indicator | None:
    """The indicator of a code as it stands in a workbook.

    LibreOffice takes the ``_xa_`` in ``cqtt_xa_dang_ky`` for an escaped line break and saves that instead.
    """
    return indicators().get(code) or _unescaped().get(" ".join(code.split()))


@cache
def _unescaped() -> dict[str, Indicator]:
    return {
        " ".join(re.sub(r"_x([0-9a-f]{1,4})_", lambda m: chr(int(m[1], 16)), code).split()): each
        for code, each in indicators().items()
        if re.search(r"_x[0-9a-f]{1,4}_", code)
    }


def asked(layout: Layout, level: str) -> list[Indicator]:
    """The indicators that the form of a unit of this level asks, in the catalogue's order."""
    left_out = layout.figures.words["not_asked"].get(level, [])
    return [each for each in indicators().values() if not each.computed and each.code not in left_out]


@cache
def score_sheets() -> dict[str, ScoreSheet]:
    """Every score sheet by its code, criteria in their order."""
    criteria: dict[str, list[tuple[int, Criterion]]] = {}
    for row in _rows(REFERENCE / "score_criteria.csv"):
        criterion = Criterion(row["criterion"], row["name_vi"], float(row["maximum"]))
        criteria.setdefault(row["sheet"], []).append((int(row["position"]), criterion))
    return {
        row["sheet"]: ScoreSheet(
            code=row["sheet"],
            name=row["name_vi"],
            points_indicator=row["points_indicator"],
            maximum_indicator=row["maximum_indicator"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            source=row["source"],
            criteria=tuple(each for _, each in sorted(criteria[row["sheet"]], key=lambda pair: pair[0])),
        )
        for row in _rows(REFERENCE / "score_sheets.csv")
    }


def sheets_in_force(layout: Layout, level: str, day: date) -> list[ScoreSheet]:
    """The score sheets that a unit of this level fills in by criterion on a day."""
    totals = layout.scores.words["asked"].get(level, [])
    return [
        sheet
        for sheet in score_sheets().values()
        if sheet.points_indicator in totals
        and sheet.valid_from <= day
        and (sheet.valid_to is None or day <= sheet.valid_to)
    ]


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
