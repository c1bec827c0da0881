"""Whose report it is, for which period, and what the parts of its figures are: words to keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from grassroots import units
from grassroots.periods import Period
from grassroots.reading.model import Particulars
from grassroots.reading.period_told import SURE
from grassroots.store.outcome import Problem
from grassroots.units import Unit


class Unresolved(Exception):
    """Unit or period of a report can't be told; ``problem`` says what was not recognised."""

    def __init__(self, code: str, place: str | None = None, **details: object) -> None:
        super().__init__(code, place, details)
        self.problem = Problem(code, place, details)


@dataclass(frozen=True, slots=True)
class Part:
    """A part resolved: to a unit below the report's own, or to a period; both None where to neither."""

    unit_key: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value the unit or period of a report may have, with the words it rests on."""

    field: str  # unit, period
    ordinal: int
    value: str  # a unit_key; a period's code
    likelihood: float  # 0 to 1
    quote: str


def period_of(said: Particulars, given: str | None) -> Period:
    """The period the report names, else the one given by whoever loads it. Raises Unresolved."""
    if said.period is not None:
        return said.period
    if given is not None:
        return Period.parse(given)
    raise Unresolved("unknown_period")


def unit_of(said: Particulars, on: date, given: str | None) -> Unit:
    """The unit that issued the report, as it stood on the last day covered. Raises Unresolved."""
    key = said.unit_key or given
    if key is not None:
        try:
            return units.unit(key)
        except KeyError as unknown:
            raise Unresolved("unknown_unit_key", _place_of(said, "unit_key"), unit_key=key) from unknown
    if not said.issuer:
        raise Unresolved("no_issuer")
    # A report on the last months of an abolished unit is issued by, and named after, its successor.
    days = [on] if said.issued_on is None or said.issued_on == on else [on, said.issued_on]
    for plain, day in [(False, day) for day in days] + [(True, days[0])]:
        found = _resolved(said, day, plain)
        if len(found) == 1:
            return found[0]
        if found:
            raise Unresolved(
                "ambiguous_unit",
                _place_of(said, "issuer"),
                issuer=said.issuer,
                candidates="; ".join(f"{one.full_name} ({one.unit_key})" for one in found[:6]),
            )
    superior = f" ({said.superior})" if said.superior else ""
    raise Unresolved("unknown_unit", _place_of(said, "issuer"), issuer=said.issuer + superior)


def _resolved(said: Particulars, on: date, plain: bool) -> list[Unit]:
    """``plain``: without diacritics, for "Đăk Song" of a unit whose name is Đắk Song; asked about then."""
    issuer, superior = said.issuer or "", said.superior
    if plain:
        issuer, superior = units.fold(issuer), units.fold(superior) if superior else None
    return units.resolve_issuer(issuer, superior, on)


def candidates(
    said: Particulars, unit: Unit, given_unit: str | None, given_period: str | None
) -> list[Candidate]:
    """What the unit and the period may be where the report does not say for certain and nobody did."""
    found = []
    told = said.evidence.get("issuer")
    written = units.fold(unit.name) in units.fold(said.issuer or "") and unit.name not in (said.issuer or "")
    if told is not None and given_unit is None and (told.sure < SURE or written):
        likelihood = told.sure if told.sure < SURE else _OTHERWISE_WRITTEN
        found.append(Candidate("unit", 1, unit.unit_key, likelihood, told.quote))
    if given_period is None:
        periods = [one for one in said.candidates if one.field == "period"]
        for ordinal, one in enumerate(periods, start=1):
            found.append(Candidate("period", ordinal, one.value, one.likelihood, one.quote))
    return found


# What an area's own authority did, the area did; what an association or the police in it did, it did not.
_AUTHORITY = re.compile(r"(?:ubnd|uy ban nhan dan|hdnd va ubnd) (?!cac |cap )")
_OTHERWISE_WRITTEN = 0.6  # "Đăk Song" for Đắk Song


def part_of(written: str | None, kind: str | None, within: Unit, period: Period) -> Part:
    """What a part stands for, seen from a report of ``within`` for ``period``."""
    if not written:
        return Part()
    if kind == "place" or (kind == "body" and _AUTHORITY.match(units.fold(written))):
        place = place_within(written, within)
        return Part(unit_key=None if place is None else place.unit_key)
    if kind == "period":
        named = part_period(written, period)
        return Part(period=None if named is None else named.code)
    return Part()


@lru_cache(maxsize=4096)
def place_within(written: str, within: Unit) -> Unit | None:
    """The one unit below ``within`` (or itself) that a name stands for; None for none or several."""
    return units.place_in(written, within.unit_key)


def part_period(written: str, period: Period) -> Period | None:
    """The period a part names: "năm 2023", "cùng kỳ năm trước", "6 tháng đầu năm", "tháng 10", "quý I"."""
    words = units.fold(written)
    year = _year_in(words, period)
    quarter = re.search(r"\bquy (iv|i{1,3}|[1-4])\b", words)
    months = re.search(r"\b(\d{1,2}) thang\b", words)
    month = re.search(r"\bthang (\d{1,2})\b", words)
    if "cung ky" in words:
        return period.same_period_of(year if year != period.year else period.year - 1)
    if quarter:
        number = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(quarter[1]) or int(quarter[1])
        return Period(year, f"q{number}")
    if months and "cuoi nam" in words:
        return Period(year, "h2") if months[1] == "6" else None
    if months and 1 <= int(months[1]) <= 12:
        return Period.of_months(year, int(months[1]))
    if month and 1 <= int(month[1]) <= 12:
        return Period(year, f"x{int(month[1]):02d}")
    if re.fullmatch(r"(?:(?:trong|cua|tai|so voi) )*(?:ca )?nam(?: \d{4}| truoc| ngoai| nay)?", words):
        return Period(year, "year")
    return None


def _year_in(words: str, period: Period) -> int:
    stated = re.search(r"\b(20\d\d)\b", words)
    if stated:
        return int(stated[1])
    return period.year - 1 if re.search(r"\bnam (truoc|ngoai)\b", words) else period.year


def _place_of(said: Particulars, field: str) -> str | None:
    told = said.evidence.get(field)
    if told is None or not told.place.cell:
        return None
    return f"{told.place.sheet}!{told.place.cell}"
