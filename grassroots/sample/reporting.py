"""Which units report for which period, and which months a report of theirs covers.

Đồng Phú's eleven communes as they were in 2023 and 2024; the communes of 2025-01 whose successors lie in
today's Đồng Nai; and its 95 communes, whose first year begins on 1/7/2025.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from grassroots import units
from grassroots.periods import Period
from grassroots.units import Unit

DONG_NAI = "2025-07:75"
DONG_PHU = "2020:695"
NEW_UNITS_BEGIN = date(2025, 7, 1)

DISTRICT_PERIODS = tuple(Period.parse(code) for code in ("2023-m06", "2023-year", "2024-m06", "2024-year"))
LAST_OLD = Period.parse("2025-m06")  # the last that the communes before 1/7/2025 reported
OLD_PERIODS = (LAST_OLD,)
NEW_PERIODS = tuple(
    Period.parse(code) for code in ("2025-m09", "2025-year", "2026-q1", "2026-m06", "2026-m09")
)
PERIODS = (*DISTRICT_PERIODS, *OLD_PERIODS, *NEW_PERIODS)


@cache
def units_of(period: Period) -> tuple[Unit, ...]:
    """The units that should report for a period, by key."""
    if period in DISTRICT_PERIODS:
        found = list(units.communes_of(DONG_PHU))
    elif period in OLD_PERIODS:
        new = units.communes_of(DONG_NAI)
        found = list(
            {old.unit_key: old for unit in new for old in units.predecessors(unit.unit_key)}.values()
        )
    else:
        found = list(units.communes_of(DONG_NAI))
    return tuple(sorted(found, key=lambda unit: unit.unit_key))


def months_of(unit: Unit, period: Period) -> range:
    """The months a report covers, 1 to 12: from July on in the year the unit came into being."""
    assert period.months is not None, period
    return range(7 if founded_in(unit, period.year) else 1, period.months + 1)


def days_of(unit: Unit, period: Period) -> tuple[date, date]:
    """The true first and last day of a report."""
    first, last = period.days()
    return (NEW_UNITS_BEGIN if founded_in(unit, period.year) else first), last


def earlier_in_year(unit: Unit, period: Period) -> list[Period]:
    """The periods of the same year for which the unit reports, up to and with this one, shortest first."""
    same = [other for other in PERIODS if other.year == period.year and _months(other) <= _months(period)]
    return sorted((other for other in same if unit in units_of(other)), key=_months)


def founded_in(unit: Unit, year: int) -> bool:
    """Whether the unit came into being within that year, on 1/7/2025."""
    return unit.vintage == "2025-07" and year == NEW_UNITS_BEGIN.year


def _months(period: Period) -> int:
    return period.months or 0
