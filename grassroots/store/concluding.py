"""Conclusions of meetings: noted in the journal with who and when, and closed with a note."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from grassroots.conclusions import Closing, Concluded, Conclusion, as_fields, of_fields
from grassroots.store.acting import DecisionRefused, opened
from grassroots.store.folder import Folder
from grassroots.store.noting import note, noted


def conclude(
    conclusion: Conclusion, *, by: str, stated: bool = True, folder: Path | str | None = None
) -> str:
    """Notes a conclusion; gives the identifier it is closed by. Raises DecisionRefused without a name."""
    with opened(folder, by, publish="never") as (store, connection):
        content = {"conclusion": as_fields(conclusion), "stated": stated}
        return note(store, connection, "conclude", by, content).entry_id


def close_conclusion(
    conclusion_id: str, note_of_it: str, *, by: str, stated: bool = True, folder: Path | str | None = None
) -> None:
    """Closes a conclusion that is open, with a note on what came of it. Raises DecisionRefused."""
    with opened(folder, by, publish="never") as (store, connection):
        found = _concluded(store).get(conclusion_id)
        if found is None or found.closing is not None:
            raise DecisionRefused("unknown_conclusion")
        content = {"conclusion_id": conclusion_id, "note": note_of_it.strip(), "stated": stated}
        note(store, connection, "close_conclusion", by, content)


def conclusions(*, folder: Path | str | None = None) -> list[Concluded]:
    """All that was concluded, in the order in which it was."""
    return list(_concluded(Folder.of(folder)).values())


def _concluded(store: Folder) -> dict[str, Concluded]:
    found: dict[str, Concluded] = {}
    for entry in noted(store):
        if entry.kind == "conclude":
            conclusion = of_fields(entry.content["conclusion"])
            found[entry.entry_id] = Concluded(entry.entry_id, conclusion, entry.by, entry.at)
        elif entry.kind == "close_conclusion":
            at = str(entry.content["conclusion_id"])
            closing = Closing(str(entry.content["note"]), entry.by, entry.at)
            found[at] = replace(found[at], closing=closing)
    return found
