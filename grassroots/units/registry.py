"""The units as the reference files hold them: read once for each vintage, on first use."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, cast

from grassroots.settings import REFERENCE
from grassroots.units.model import FIRST_DAYS, VINTAGES, Level, Unit
from grassroots.units.spelling import fold, loose

FOLDER = REFERENCE / "units"


class Succession(NamedTuple):
    """An old unit and a new one it went into. ``whole`` is false where only a part of it went there."""

    old_key: str
    new_key: str
    whole: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Vintage:
    """All units of one vintage with the ways to look them up."""

    units: dict[str, Unit]
    children: dict[str, list[Unit]]
    by_name: dict[str, list[Unit]]
    """By ``loose`` name without kind, and by the other spellings."""


@cache
def vintage(name: str) -> Vintage:
    """Raises KeyError for a vintage that does not exist."""
    first, last = FIRST_DAYS[name], _last_day(name)
    units: dict[str, Unit] = {}
    children: dict[str, list[Unit]] = {}
    by_name: dict[str, list[Unit]] = {}
    with (FOLDER / f"units_{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for code, called, kind, level, parent, province, longitude, latitude, _from, _to, folded in rows:
            parent_key = f"{name}:{parent}" if parent else None
            unit = Unit(
                f"{name}:{code}", name, code, called, kind, cast(Level, level), parent_key,
                f"{name}:{province}", float(longitude) if longitude else None,
                float(latitude) if latitude else None, first, last,
            )  # fmt: skip
            units[unit.unit_key] = unit
            by_name.setdefault(loose(folded), []).append(unit)
            if parent_key:
                children.setdefault(parent_key, []).append(unit)
    for key, spelling in _other_spellings().items():
        if key in units:
            for text in spelling:
                named = by_name.setdefault(loose(fold(text)), [])
                if units[key] not in named:
                    named.append(units[key])
    return Vintage(units, children, by_name)


def _last_day(name: str) -> date | None:
    later = [day for day in FIRST_DAYS.values() if day > FIRST_DAYS[name]]
    return min(later) - timedelta(days=1) if later else None


@cache
def _other_spellings() -> dict[str, list[str]]:
    spellings: dict[str, list[str]] = defaultdict(list)
    with (FOLDER / "spellings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spellings[row["unit_key"]].append(row["spelling"])
    return dict(spellings)


@cache
def _succession() -> tuple[Succession, ...]:
    with (FOLDER / "succession.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return tuple(Succession(old, new, whole == "true", note or None) for old, new, whole, note in rows)


@cache
def _succession_by_key() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    forwards: dict[str, list[str]] = {}
    backwards: dict[str, list[str]] = {}
    for old, new, _whole, _note in _succession():
        forwards.setdefault(old, []).append(new)
        backwards.setdefault(new, []).append(old)
    return forwards, backwards


def unit(unit_key: str) -> Unit:
    """The unit of a key such as ``2025-07:25363``. Raises KeyError for an unknown one."""
    return vintage(unit_key.partition(":")[0]).units[unit_key]


def all_units() -> Sequence[Unit]:
    """Every unit of every vintage, oldest vintage first, provinces before districts before communes."""
    return [each for name in VINTAGES for each in vintage(name).units.values()]


def children(unit_key: str) -> list[Unit]:
    """The units directly below one, in the order of their codes."""
    return list(vintage(unit_key.partition(":")[0]).children.get(unit_key, ()))


def communes_of(unit_key: str) -> list[Unit]:
    """All communes within a unit; of a commune, itself."""
    held = unit(unit_key)
    if held.level == "commune":
        return [held]
    found: list[Unit] = []
    for child in children(unit_key):
        found += communes_of(child.unit_key)
    return found


def ancestors(of: Unit) -> list[Unit]:
    """The units above one, nearest first."""
    above: list[Unit] = []
    while of.parent_key:
        of = unit(of.parent_key)
        above.append(of)
    return above


def succession() -> Iterable[Succession]:
    """Every old unit and the new unit it went into, between neighbouring vintages.

    Units of one level follow each other. A district that was abolished in July 2025 has no row of its own
    (its communes have); only the five island districts without communes lead to their special zones.
    """
    return _succession()


def successors(unit_key: str) -> list[Unit]:
    """The units of the next vintage that a unit went into; none for a current one.

    Of a district abolished in July 2025: the communes that its communes went into.
    """
    direct = _succession_by_key()[0].get(unit_key)
    if direct is None and unit(unit_key).level == "district":
        below = [each.unit_key for commune in children(unit_key) for each in successors(commune.unit_key)]
        direct = list(dict.fromkeys(below))
    return [unit(key) for key in direct or ()]


def present_units(unit_key: str) -> list[Unit]:
    """The units of the newest vintage that a unit's territory went into; none for a current one."""
    reached = successors(unit_key)
    if not any(successors(one.unit_key) for one in reached):
        return reached
    further = [last for one in reached for last in present_units(one.unit_key) or [one]]
    return list(dict.fromkeys(further))


def predecessors(unit_key: str) -> list[Unit]:
    """The units of the vintage before that went, whole or in part, into a unit."""
    return [unit(key) for key in _succession_by_key()[1].get(unit_key, ())]


def other_spellings(unit_key: str) -> list[str]:
    return list(_other_spellings().get(unit_key, ()))
