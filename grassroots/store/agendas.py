"""Agendas that people save by name: each saving is a line of the journal with the whole agenda."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from grassroots.agenda import Agenda, AgendaFault, as_fields, of_fields
from grassroots.store.acting import DecisionRefused, opened
from grassroots.store.folder import Folder
from grassroots.store.noting import note, noted


@dataclass(frozen=True, slots=True)
class SavedAgenda:
    """An agenda as it was saved last; ``saved_at`` is UTC, without zone."""

    agenda: Agenda
    saved_by: str
    saved_at: datetime


def agendas(*, folder: Path | str | None = None) -> list[SavedAgenda]:
    """All agendas on the list, the one saved last first."""
    return list(reversed(_saved(Folder.of(folder)).values()))


def agenda(name: str, *, folder: Path | str | None = None) -> Agenda | None:
    """The agenda of a name; None where none has it, or none has it any more."""
    found = _saved(Folder.of(folder)).get(name)
    return found.agenda if found else None


def save_agenda(agenda: Agenda, *, by: str, stated: bool = True, folder: Path | str | None = None) -> None:
    """Saves a new agenda. Raises DecisionRefused where its name is taken."""
    with opened(folder, by, publish="never") as (store, connection):
        if agenda.name in _saved(store):
            raise DecisionRefused("agenda_exists", title=agenda.title)
        note(store, connection, "save_agenda", by, {"agenda": as_fields(agenda), "stated": stated})


def change_agenda(
    name: str,
    change: Callable[[Agenda], Agenda],
    *,
    by: str,
    stated: bool = True,
    folder: Path | str | None = None,
) -> Agenda:
    """Changes the agenda of a name as it is now, whoever else has changed it since; gives what came of it.

    Raises DecisionRefused, and AgendaFault where what comes of it can't stand.
    """
    with opened(folder, by, publish="never") as (store, connection):
        before = _existing(store, name)
        after = change(before)
        if after.name != name:
            raise AgendaFault("unreadable", after.name)
        if after != before:
            note(store, connection, "save_agenda", by, {"agenda": as_fields(after), "stated": stated})
    return after


def drop_agenda(name: str, *, by: str, stated: bool = True, folder: Path | str | None = None) -> None:
    """Takes an agenda off the list; the journal keeps it. Raises DecisionRefused."""
    with opened(folder, by, publish="never") as (store, connection):
        _existing(store, name)
        note(store, connection, "drop_agenda", by, {"name": name, "stated": stated})


def _existing(store: Folder, name: str) -> Agenda:
    found = _saved(store).get(name)
    if found is None:
        raise DecisionRefused("unknown_agenda", name=name)
    return found.agenda


def _saved(store: Folder) -> dict[str, SavedAgenda]:
    """The agendas on the list by name, in the order of their last saving."""
    found: dict[str, SavedAgenda] = {}
    for entry in noted(store):
        if entry.kind == "save_agenda":
            kept = of_fields(entry.content["agenda"])
            found.pop(kept.name, None)
            found[kept.name] = SavedAgenda(kept, entry.by, entry.at)
        elif entry.kind == "drop_agenda":
            found.pop(str(entry.content["name"]), None)
    return found
