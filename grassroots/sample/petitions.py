"""Petitions and receptions of one unit, cumulative over the months of one period.

What comes in is drawn month by month, so a longer period of the year holds the shorter one. What is settled
follows the shares of ``story``; what is open at the end of a year, or was when the predecessors ended, is
carried over and counts among the accepted. Parts always add up: kinds to all, settled and open to accepted,
in time and overdue to open, regular and leaders' receptions to all, scheduled and unscheduled to leaders'.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from grassroots import units
from grassroots.periods import Period
from grassroots.sample import story
from grassroots.sample.chance import Chance
from grassroots.sample.reporting import (
    LAST_OLD,
    PERIODS,
    earlier_in_year,
    founded_in,
    months_of,
    units_of,
)
from grassroots.sample.sizes import petitions_a_year, size
from grassroots.units import Unit

Values = dict[str, float]
_KINDS = (("kn", 0.19), ("tc", 0.05), ("knpa", 0.76))  # complaints, denunciations, proposals and feedback
_ELIGIBLE, _ACCEPTED = 0.98, 0.82  # of those received, of those eligible
_GROWTH = {2023: 0.95, 2024: 1.0, 2025: 1.0, 2026: 0.98}


def petition_values(unit: Unit, period: Period) -> Values:
    values: Values = {}
    for kind, _ in _KINDS:
        received, eligible, _ = _incoming(unit, period, kind)
        accepted, settled = _accepted(unit, period, kind), _settled(unit, period, kind)
        values[f"{kind}_tiep_nhan"], values[f"{kind}_du_dieu_kien"] = received, eligible
        values[f"{kind}_thuoc_tham_quyen"], values[f"{kind}_da_giai_quyet"] = accepted, settled
        values[f"{kind}_dang_giai_quyet"] = accepted - settled
    for of_all, of_kind in (
        ("don_tiep_nhan", "tiep_nhan"),
        ("don_du_dieu_kien", "du_dieu_kien"),
        ("don_thu_ly", "thuoc_tham_quyen"),
        ("don_da_giai_quyet", "da_giai_quyet"),
        ("don_dang_giai_quyet", "dang_giai_quyet"),
    ):
        values[of_all] = sum(values[f"{kind}_{of_kind}"] for kind, _ in _KINDS)
    values["don_qua_han"] = _overdue(unit, period, int(values["don_dang_giai_quyet"]))
    values["don_trong_han"] = values["don_dang_giai_quyet"] - values["don_qua_han"]
    carried = sum(_carried(unit, period.year, kind) for kind, _ in _KINDS)
    values |= {"don_ky_truoc": carried, "don_phai_xu_ly": values["don_tiep_nhan"] + carried}
    return values | _passed_on(unit, period, int(values["don_tiep_nhan"] + carried - values["don_thu_ly"]))


@cache
def _incoming(unit: Unit, period: Period, kind: str) -> tuple[int, int, int]:
    """Received, eligible and accepted petitions of one kind that came in during the months covered."""
    received = eligible = accepted = 0
    share = dict(_KINDS)[kind]
    a_month = petitions_a_year(unit) * _GROWTH[period.year] * share / (_ELIGIBLE * _ACCEPTED) / 12
    for month in months_of(unit, period):
        chance = Chance("petitions", unit.unit_key, period.year, month, kind)
        came = chance.number(a_month)
        fit = chance.part(came, _ELIGIBLE)
        received, eligible, accepted = received + came, eligible + fit, accepted + chance.part(fit, _ACCEPTED)
    return received, eligible, accepted


def _accepted(unit: Unit, period: Period, kind: str) -> int:
    """To be settled in the period: what was still open when it began, and what was accepted since."""
    return _carried(unit, period.year, kind) + _incoming(unit, period, kind)[2]


@cache
def _carried(unit: Unit, year: int, kind: str) -> int:
    """Open when the year began; of a unit made on 1/7/2025, what its predecessors handed over."""
    if founded_in(unit, year):
        return sum(
            _accepted(old, LAST_OLD, kind) - _settled(old, LAST_OLD, kind)
            for old in units.predecessors(unit.unit_key)
            if units.successors(old.unit_key)[0] == unit
        )
    before = Period(year - 1, "year")
    then = _in_year_before(unit, before)
    if before in PERIODS and then in units_of(before):
        return _accepted(then, before, kind) - _settled(then, before, kind)
    return Chance("carried", unit.unit_key, year, kind).number(
        petitions_a_year(unit) * dict(_KINDS)[kind] * 0.045
    )


def _in_year_before(unit: Unit, before: Period) -> Unit:
    """The same commune under the key it had then: of another vintage, but neither merged nor split since."""
    if unit.vintage == before.vintage:
        return unit
    old = units.predecessors(unit.unit_key)
    return old[0] if len(old) == 1 and units.successors(old[0].unit_key) == [unit] else unit


@cache
def _settled(unit: Unit, period: Period, kind: str) -> int:
    """Settled petitions of one kind: never fewer than in a shorter period of the same year."""
    settled = 0
    for step in earlier_in_year(unit, period):
        accepted = _accepted(unit, step, kind)
        # The share aimed at is that of the whole year, which began with the predecessors.
        since_january = accepted + sum(
            _settled(old, LAST_OLD, kind)
            for old in units.predecessors(unit.unit_key)
            if founded_in(unit, period.year)
        )
        rounding = Chance("rounding", unit.unit_key, period.year, kind).share()
        still_open = math.floor(since_january * (1 - _rate(unit, step, kind)) + rounding)
        settled = max(settled, accepted - min(accepted, max(0, still_open)))
    return settled


def _rate(unit: Unit, period: Period, kind: str) -> float:
    """The share settled that is aimed at: the story's, or the year's moved by the unit and the kind."""
    months = period.months or 0
    behind = story.BEHIND.get(unit.unit_key)
    if behind and period.year == 2026:
        return behind.settled[months // 3 - 1]
    base = story.RATE[(period.year, months)]
    own = Chance("diligence", unit.code).normal() * 0.42
    this_year = Chance("diligence", unit.unit_key, period.year, months).normal() * 0.18
    harder = {"kn": -0.35, "tc": -0.2, "knpa": 0.12}[kind]
    odds = math.log(base / (1 - base)) + 0.10 + own + this_year + harder
    return 1 / (1 + math.exp(-odds))


def _overdue(unit: Unit, period: Period, still_open: int) -> int:
    behind = story.BEHIND.get(unit.unit_key)
    if behind and period.year == 2026:
        return min(still_open, round(still_open * behind.overdue_of_open))
    chance = Chance("overdue", unit.unit_key, period.code)
    return min(still_open, math.floor(still_open * 0.075 + chance.share()))


def _passed_on(unit: Unit, period: Period, not_accepted: int) -> Values:
    """Guided or forwarded: what becomes of petitions that are not settled here."""
    guided = Chance("guided", unit.unit_key, period.year).part(not_accepted, 0.55)
    return {"don_huong_dan": guided, "don_chuyen": not_accepted - guided}


def reception_values(unit: Unit, period: Period) -> Values:
    """Visits, persons and matters at regular receptions and at the leaders' scheduled and unscheduled."""
    a_month = 1.05 * petitions_a_year(unit) / 12 + 0.6
    regular = _received(unit, period, "regular", a_month * 0.56)
    scheduled = _received(unit, period, "scheduled", a_month * 0.36)
    unscheduled = _received(unit, period, "unscheduled", a_month * 0.08)
    leaders = [a + b for a, b in zip(scheduled, unscheduled, strict=True)]
    everyone = [a + b for a, b in zip(regular, leaders, strict=True)]
    values: Values = {}
    for prefix, counts in (("tcd", everyone), ("tcd_thuong_xuyen", regular), ("tcd_lanh_dao", leaders)):
        values |= _named(prefix, counts, ("luot", "nguoi", "vu_viec"))
    for prefix, counts in (("tcd_dinh_ky", scheduled), ("tcd_dot_xuat", unscheduled)):
        values |= _named(prefix, counts, ("luot", "nguoi") if prefix == "tcd_dinh_ky" else ("luot",))
    months = months_of(unit, period)
    due = len(months) * 13 // 3  # one day a week: thirteen in a quarter
    missed = sum(Chance("reception day", unit.unit_key, period.year, month).part(3, 0.09) for month in months)
    groups = [
        Chance("group", unit.unit_key, period.year, month).number(0.012 * size(unit)) for month in months
    ]
    values |= {"tcd_dinh_ky_ngay_quy_dinh": due, "tcd_dinh_ky_ngay": due - missed}
    values["tcd_doan_dong_nguoi"] = sum(groups)
    return values


def _received(unit: Unit, period: Period, way: str, a_month: float) -> tuple[int, int, int]:
    visits = persons = matters = 0
    for month in months_of(unit, period):
        chance = Chance("reception", unit.unit_key, period.year, month, way)
        came = chance.number(a_month)
        visits, persons = visits + came, persons + came + chance.part(came, 0.07)
        matters += came - chance.part(came, 0.06)
    return visits, persons, matters


def _named(prefix: str, counts: Sequence[int], parts: Sequence[str]) -> Values:
    return {f"{prefix}_{part}": count for part, count in zip(parts, counts, strict=False)}
