"""Everything one unit says of one period, before it is written down as a form or a document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from grassroots import units
from grassroots.forms.content import AwardEntry, Course, Score
from grassroots.periods import Period
from grassroots.sample import story
from grassroots.sample.activities import activity_values, list_values, satisfaction
from grassroots.sample.chance import Chance
from grassroots.sample.lists import commendations, courses, models
from grassroots.sample.participation import participation_values, reform_index
from grassroots.sample.petitions import petition_values, reception_values
from grassroots.sample.reporting import days_of
from grassroots.sample.scoring import score_values, scores
from grassroots.units import Unit


@dataclass(frozen=True, slots=True)
class Facts:
    """One report's content. ``values`` by indicator code; counts, points, percent 0-100, days."""

    unit: Unit
    period: Period
    first_day: date
    last_day: date
    issued_on: date
    number: str
    superior: str
    values: dict[str, float]
    courses: tuple[Course, ...]
    awards: tuple[AwardEntry, ...]
    scores: tuple[Score, ...]

    @property
    def issuer(self) -> str:
        return f"UBND {self.unit.full_name}"


@cache
def facts(unit: Unit, period: Period) -> Facts:
    """What the unit's report for the period says, its planned slips included."""
    held, honoured = courses(unit, period), (*models(unit, period), *commendations(unit, period))
    scored = scores(unit, period)
    first, last = days_of(unit, period)
    values = petition_values(unit, period) | reception_values(unit, period) | activity_values(unit, period)
    values |= list_values(held, honoured) | score_values(scored) | satisfaction(unit, period)
    values |= participation_values(unit, period, values) | reform_index(unit, period)
    return Facts(
        unit=unit,
        period=period,
        first_day=first,
        last_day=last,
        issued_on=issued_on(unit, period),
        number=_number(unit, period),
        superior=_superior(unit),
        values=_told(unit, period, values),
        courses=held,
        awards=honoured,
        scores=scored,
    )


def first_version(given: Facts) -> Facts:
    """What a report said before it was revised: some petitions fewer settled, people reached miscounted."""
    values = dict(given.values)
    moved = min(2, int(values["knpa_da_giai_quyet"]))
    for prefix in ("don", "knpa"):
        values[f"{prefix}_da_giai_quyet"] -= moved
        values[f"{prefix}_dang_giai_quyet"] += moved
    values["don_trong_han"] += moved
    values["tuyen_truyen_luot_nguoi"] += 30
    return replace(given, values=values)


def revision(given: Facts) -> Facts:
    """The report that replaces the first version: the right figures, a later day, another number."""
    number, _, mark = given.number.partition("/")
    day = given.issued_on + timedelta(days=7)
    return replace(given, issued_on=day, number=f"{int(number) + 4}/{mark}")


def issued_on(unit: Unit, period: Period) -> date:
    """A working day soon after the period; a few reports come weeks late."""
    chance = Chance("issued", unit.unit_key, period.code)
    late = chance.happens(story.LATE)
    day = period.days()[1] + timedelta(days=chance.between(24, 38) if late else chance.between(2, 13))
    return day - timedelta(days=max(0, day.weekday() - 4))


def is_late(given: Facts) -> bool:
    return (given.issued_on - given.last_day).days > 20


def _told(unit: Unit, period: Period, values: dict[str, float]) -> dict[str, float]:
    """The values with what the story says of this report."""
    key = (unit.unit_key, period.code)
    for slip in story.SLIPS:
        if (slip.unit_key, slip.period) == key:
            values = values | {slip.indicator: values[slip.indicator] + slip.by}
    if fallen := story.FALLEN.get(key):
        values = values | {fallen: max(1, values[fallen] // 3)}
    return values


def _number(unit: Unit, period: Period) -> str:
    chance = Chance("number", unit.unit_key, period.year)
    a_month = chance.between(9, 34)
    return f"{(period.months or 0) * a_month + chance.between(1, 9)}/BC-UBND"


def _superior(unit: Unit) -> str:
    above = units.unit(unit.parent_key) if unit.parent_key else None
    return f"UBND {above.full_name}" if above else ""
