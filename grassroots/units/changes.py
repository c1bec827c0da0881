"""What units came to be called since their vintage began: names and kinds have dates, the code stays.

``data/reference/units/changes.csv`` is kept by hand: each change with the document that made it, from which
day, and where that was read.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from typing import NamedTuple

from grassroots.units.model import Unit
from grassroots.units.registry import FOLDER, unit


class Change(NamedTuple):
    """From ``since`` on a unit has this name and kind, by this document."""

    unit_key: str
    since: date
    name: str
    kind: str
    document: str
    source: str


@cache
def changes() -> tuple[Change, ...]:
    """Every change, in the order of the file."""
    with (FOLDER / "changes.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(Change(**{**row, "since": date.fromisoformat(row["since"])}) for row in rows)  # type: ignore[arg-type]


def changes_of(unit_key: str) -> list[Change]:
    """A unit's changes, oldest first."""
    return list(_by_key().get(unit_key, ()))


@cache
def _by_key() -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in sorted(changes(), key=lambda change: change.since):
        found.setdefault(change.unit_key, []).append(change)
    return found


def called_on(of: Unit, day: date) -> Unit:
    """The unit with the name and kind it had on a day; as it began where that day is before any change."""
    held = [change for change in changes_of(of.unit_key) if change.since <= day]
    return of._replace(name=held[-1].name, kind=held[-1].kind) if held else of


def titles(unit_key: str) -> list[Unit]:
    """The unit under each name and kind it had, oldest first: once where nothing changed."""
    own = unit(unit_key)
    later = [own._replace(name=change.name, kind=change.kind) for change in changes_of(unit_key)]
    return list(dict.fromkeys([own, *later]))
