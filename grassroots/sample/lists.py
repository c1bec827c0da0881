"""Training courses, models and commendations of one unit, one entry each; counts come from them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Literal

from grassroots.forms.content import AwardEntry, Course
from grassroots.periods import Period
from grassroots.sample import content
from grassroots.sample.chance import Chance
from grassroots.sample.reporting import months_of
from grassroots.sample.sizes import size
from grassroots.units import Unit

Kind = Literal["collective", "individual", "locality"]
# commended, how many a month, the names they go by
_PEOPLE: tuple[tuple[Kind, float, tuple[str, ...]], ...] = (
    ("collective", 0.22, content.COLLECTIVES),
    ("individual", 0.5, content.INDIVIDUALS),
)


def courses(unit: Unit, period: Period) -> tuple[Course, ...]:
    """Courses held in the period, by day. A few units hold none in a year."""
    if Chance("no courses", unit.unit_key, period.year).happens(0.08):
        return ()
    held: list[Course] = []
    for month in months_of(unit, period):
        chance = Chance("courses", unit.unit_key, period.year, month)
        held += [_course(chance, unit, period.year, month) for _ in range(chance.number(0.46 * size(unit)))]
    return tuple(sorted(held, key=lambda course: course.held_on or date.min))


def _course(chance: Chance, unit: Unit, year: int, month: int) -> Course:
    day = date(year, month, chance.between(1, monthrange(year, month)[1]))
    while day.weekday() > 4:
        day = day.replace(day=day.day - 2 if day.day > 2 else day.day + 2)
    return Course(
        topic=chance.pick(content.TOPICS),
        held_on=day,
        days=chance.pick((0.5, 0.5, 1, 1, 1, 2)),
        participants=chance.between(22, 40 + round(26 * size(unit))),
        audience=chance.pick(content.AUDIENCES),
    )


def models(unit: Unit, period: Period) -> tuple[AwardEntry, ...]:
    """Models registered since the year began (or the unit came into being), each at its stage of now."""
    chance = Chance("models", unit.unit_key, period.year)
    planned = min(len(content.MODELS), chance.number(3.6 * size(unit)) + 1)
    found: list[AwardEntry] = []
    for name, field in chance.some(content.MODELS, planned):
        first = months_of(unit, period)[0]
        registered = first + chance.between(0, 3)
        recognised = registered + chance.between(1, 5) + (0 if chance.happens(0.8) else 12)
        effective = recognised + chance.between(1, 3)
        replicated = effective + chance.between(1, 4) + (0 if chance.happens(0.5) else 12)
        holder, level = _place(chance, unit), chance.pick(("commune", "commune", "province"))
        stage = _stage(months_of(unit, period)[-1], registered, recognised, effective, replicated)
        if stage:
            found.append(AwardEntry("model", name, holder, stage, level, None, field))
    return tuple(found)


def _stage(now: int, registered: int, recognised: int, effective: int, replicated: int) -> str | None:
    steps: tuple[tuple[int, str], ...] = (
        (replicated, "replicated"),
        (effective, "effective"),
        (recognised, "recognised"),
        (registered, "registered"),
    )
    return next((stage for month, stage in steps if month <= now), None)


def commendations(unit: Unit, period: Period) -> tuple[AwardEntry, ...]:
    """Collectives, individuals and localities commended in the period, month by month."""
    found: list[AwardEntry] = []
    for month in months_of(unit, period):
        chance = Chance("commended", unit.unit_key, period.year, month)
        for kind, a_month, names in _PEOPLE:
            for _ in range(chance.number(a_month * size(unit))):
                found.append(_commended(chance, unit, kind, chance.pick(names)))
        if chance.happens(0.05 * size(unit)):
            found.append(_commended(chance, unit, "locality", "{place}"))
    return tuple(_once(found))


def _commended(chance: Chance, unit: Unit, kind: Kind, template: str) -> AwardEntry:
    level = chance.pick(("commune", "commune", "commune", "province" if chance.happens(0.6) else "district"))
    if level == "district" and unit.vintage == "2025-07":
        level = "commune"
    name = template.format(place=_place(chance, unit))
    name = name[0].upper() + name[1:]
    field = chance.pick(("Chính quyền", "Đoàn thể", "Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh"))
    return AwardEntry(kind, name, None, "commended", level, content.FORMS[level], field)


def _once(entries: list[AwardEntry]) -> list[AwardEntry]:
    """The same holder commended twice is told apart by the occasion's number."""
    seen: dict[tuple[str, str], int] = {}
    told: list[AwardEntry] = []
    for entry in entries:
        times = seen[(entry.kind, entry.name)] = seen.get((entry.kind, entry.name), 0) + 1
        told.append(entry if times == 1 else replace(entry, name=f"{entry.name} (đợt {times})"))
    return told


def _place(chance: Chance, unit: Unit) -> str:
    """A hamlet or quarter by number."""
    return f"{'ấp' if unit.kind == 'xã' else 'khu phố'} {chance.between(1, 9)}"
