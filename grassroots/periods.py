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
from functools import total_ordering
from typing import Literal

from grassroots.units.model import vintage_on

Regime = Literal["calendar", "inspectorate"]

_NAME = re.compile(r"year|q[1-4]|m(?:0[1-9]|1[01])|h2|x(?:0[1-9]|1[0-2])|y(?:[2-9]|1\d)")


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A named period. Periods are ordered by when they end; of those that end together the longer is greater.

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

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int, str]:
        first_month, last_month, first_year = self._months_covered()
        return self.year, last_month, -(12 * first_year + first_month), self.name

    def same_period_of(self, year: int) -> Period:
        return Period(year, self.name)

    @property
    def last_year(self) -> Period:
        """The period to compare with: the one of the same name a year before."""
        return self.same_period_of(self.year - 1)

    @property
    def previous(self) -> Period | None:
        """The period that leads up to this one.

        Of a cumulative one, the standard one (3, 6, 9 months) before it in the year, None for the first; of a
        quarter or month alone, the quarter or month before, in the year before if need be; else None.
        """
        if self.months is not None:
            shorter = [months for months in (3, 6, 9) if months < self.months]
            return Period.of_months(self.year, shorter[-1]) if shorter else None
        kind, number = self.name[0], int(self.name[1:])
        if kind == "q":
            return Period(self.year, f"q{number - 1}")
        if kind == "x":
            return Period(self.year, f"x{number - 1:02d}") if number > 1 else Period(self.year - 1, "x12")
        return None

    @property
    def as_difference(self) -> tuple[Period, Period] | None:
        """Two cumulative periods whose difference is this one: quarter 2 is 6 months less quarter 1.

        For figures that flow, of one unit and one regime. None for cumulative periods, January alone (which
        is the first month), and several years.
        """
        if self.cumulative or self.name[0] == "y":
            return None
        first_month, last_month, _ = self._months_covered()
        if first_month == 1:
            return None
        return Period.of_months(self.year, last_month), Period.of_months(self.year, first_month - 1)

    @property
    def vintage(self) -> str:
        """The vintage of administrative units that held on the last day (calendar)."""
        return vintage_on(self.days()[1])

    @property
    def vintages(self) -> tuple[str, ...]:
        """Every vintage that held on some day of it (calendar), oldest first: 2025 as a year has two."""
        first, last = self.days()
        return tuple(
            dict.fromkeys(vintage_on(first + timedelta(days=n)) for n in range((last - first).days + 1))
        )

    def covers(self, day: date, regime: Regime = "calendar") -> bool:
        first, last = self.days(regime)
        return first <= day <= last

    @classmethod
    def of_days(cls, first: date, last: date) -> tuple[Period, Regime] | None:
        """The period and regime that a report's first and last day are those of; None when of no named one.

        15/12/2023 to 14/6/2024 is the Inspectorate's 6 months of 2024. Cumulative names go before others.
        """
        names = [
            "q1",
            *(f"m{n:02d}" for n in (1, 2, 4, 5, 6, 7, 8, 9, 10, 11)),
            "year",
            "q2",
            "q3",
            "q4",
            "h2",
        ]
        names += [f"x{n:02d}" for n in range(2, 13)] + [f"y{n}" for n in range(2, 20)]
        regimes: tuple[Regime, ...] = ("calendar", "inspectorate")
        for regime in regimes:
            for name in names:
                period = cls(last.year, name)
                if period.days(regime) == (first, last):
                    return period, regime
        return None

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
