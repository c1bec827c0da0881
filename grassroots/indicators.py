"""The catalogue of indicators: the codes every report, query and page agree on."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import Literal

from grassroots.settings import REFERENCE

Kind = Literal["flow", "stock", "ratio", "score"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of ``data/reference/indicators.csv``.

    ``unit_vi`` is the unit counted (``đơn``; ``đơn|vụ việc`` where a report may use either; ``%``);
    ``better`` is None where neither more nor less is good; a ratio names its numerator and denominator.
    """

    code: str
    subject: str
    name_vi: str
    name_en: str
    unit_vi: str
    kind: Kind
    better: Literal["higher", "lower"] | None
    numerator: str | None
    denominator: str | None

    def name(self, language: Literal["vi", "en"]) -> str:
        return self.name_vi if language == "vi" else self.name_en


@cache
def indicators() -> dict[str, Indicator]:
    """All indicators by code, in the catalogue's order."""
    with (REFERENCE / "indicators.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: _indicator(row) for row in csv.DictReader(file)}


def indicator(code: str) -> Indicator:
    """The indicator of a code. Raises KeyError for a code that the catalogue does not have."""
    return indicators()[code]


def _indicator(row: dict[str, str]) -> Indicator:
    filled = {name: value or None for name, value in row.items() if name in _OPTIONAL}
    return Indicator(**{**row, **filled})  # type: ignore[arg-type]  # the csv's columns are the fields


_OPTIONAL = ("better", "numerator", "denominator")
