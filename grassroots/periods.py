"""Reporting periods: a name, and the days each reporting regime gives it.

A period is cumulative from the start of the year (quarter 1, 6, 9, 10 … months, the year) unless its name
says otherwise (quarters 2 to 4, a single month, several years). Only cumulative periods of one year follow
one another as 3 < 6 < 9 < 12 months; they overlap and are never added up.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Regime = Literal["calendar", "inspectorate"]

_NAME = re.compile(r"year|q[1-4]|m(?:0[1-9]|1[01])|h2|x(?:0[1-9]|1[0-2])|y(?:[2-9]|1\d)")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A named period.

    ``name`` is one of ``q1``; ``m01`` … ``m11`` (the first n months; the first three are ``q1``); ``year``;
    ``q2`` ``q3`` ``q4`` (that quarter alone); ``h2`` (the last six months); ``x01`` … ``x12`` (that month
    alone); ``y5`` (the five years that end with ``year``).
    """

    year: int
    name: str

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"not the name of a period: {self.name!r}")
        if self.name == "m03":
            object.__setattr__(self, "name", "q1")

    @classmethod
    def parse(cls, code: str) -> Period:
        """``2024-m10`` → Period(2024, "m10"). Raises ValueError for anything else."""
        year, _, name = code.partition("-")
        if not re.fullmatch(r"(19|20)\d\d", year):
            raise ValueError(f"not the code of a period: {code!r}")
        return cls(int(year), name)

    @classmethod
    def of_months(cls, year: int, months: int) -> Period:
        """The cumulative period of the first ``months`` months (1 to 12) of ``year``."""
        return cls(year, "year" if months == 12 else "q1" if months == 3 else f"m{months:02d}")

    @property
    def code(self) -> str:
        return f"{self.year}-{self.name}"

    @property
    def months(self) -> int | None:
        """Months since the start of the year for a cumulative period (3, 6, 9, 10, 12), else None."""
        if self.name == "year":
            return 12
        if self.name == "q1":
            return 3
        return int(self.name[1:]) if self.name[0] == "m" else None

    @property
    def cumulative(self) -> bool:
        return self.months is not None

    def same_period_of(self, year: int) -> Period:
        return Period(year, self.name)

    def days(self, regime: Regime = "calendar") -> tuple[date, date]:
        """First and last day under a regime.

        The Inspectorate's year begins on 15/12 of the year before and its periods end on the 14th of the
        last month (circulars 02/2021/TT-TTCP and 01/2024/TT-TTCP).
        """
        first_month, last_month, first_year = self._months_covered()
        first = date(first_year, first_month, 1)
        last = date(self.year, last_month, monthrange(self.year, last_month)[1])
        if regime == "calendar":
            return first, last
        return _fifteenth_of_month_before(first), date(self.year, last_month, 14)

    def _months_covered(self) -> tuple[int, int, int]:
        if self.months is not None:
            return 1, self.months, self.year
        kind, number = self.name[0], int(self.name[1:])
        if kind == "q":
            return 3 * number - 2, 3 * number, self.year
        if kind == "h":
            return 7, 12, self.year
        if kind == "x":
            return number, number, self.year
        return 1, 12, self.year - number + 1


def _fifteenth_of_month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=15)
