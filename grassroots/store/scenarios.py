"""Scenarios that people save by name: a line of the journal, with the figures they looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from grassroots.scenario import Scenario
from grassroots.store import journal
from grassroots.store.acting import DecisionRefused, opened
from grassroots.store.rows import fetch
from grassroots.store.scenario_entries import DROP, SAVE, apply

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SavedFigure:
    """One measure of a commune as reported."""

    unit_key: str
    indicator: str
    value: float


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The choices a scenario was looked at with, the place's rates on both sides, its communes' figures."""

    place: str
    period: str
    base: str | None
    only_confirmed: bool
    rate_now: float | None
    rate_then: float | None
    figures: Sequence[SavedFigure]


def save_scenario(
    name: str,
    scenario: Scenario,
    looked_at: LookedAt,
    *,
    by: str,
    stated: bool = True,
    folder: Path | str | None = None,
) -> str:
    """Saves a scenario; gives the identifier it is dropped by. Raises DecisionRefused."""
    called = " ".join(name.split())[:LONGEST_NAME]
    if not called:
        raise DecisionRefused("scenario_without_name")
    if not scenario:
        raise DecisionRefused("scenario_without_change")
    with opened(folder, by) as (store, connection):
        content = {"name": called, "scenario": str(scenario), **asdict(looked_at), "stated": stated}
        entry = journal.append(store.journal, [journal.new_entry(SAVE, by, content)])[0]
        apply(connection, entry)
    return entry.entry_id


def drop_scenario(saved_id: str, *, by: str, folder: Path | str | None = None) -> None:
    """Takes a saved scenario off the list; the journal keeps it. Raises DecisionRefused."""
    with opened(folder, by) as (store, connection):
        known = fetch(
            connection, "select 1 as one from saved_scenario where saved_id = $id", {"id": saved_id}
        )
        if not known:
            raise DecisionRefused("unknown_scenario", saved_id=saved_id)
        entry = journal.append(store.journal, [journal.new_entry(DROP, by, {"saved_id": saved_id})])[0]
        apply(connection, entry)
