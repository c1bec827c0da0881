"""Saved scenarios, from the journal into the database: the same code now and in a rebuild."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from grassroots.store import schema, taking_in
from grassroots.store.journal import Entry
from grassroots.store.rows import append

SAVE, DROP = "save_scenario", "drop_scenario"


def apply(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes in one saving or dropping, now and in a rebuild."""
    with schema.transaction(connection):
        if entry.kind == SAVE:
            append(connection, "saved_scenario", [_row(entry)])
            figures: Sequence[Mapping[str, Any]] = entry.content["figures"]
            append(connection, "saved_figure", [{**one, "saved_id": entry.entry_id} for one in figures])
        else:
            connection.execute(
                "update saved_scenario set dropped_by = $by, dropped_at = $at where saved_id = $id",
                {"by": entry.by, "at": entry.at, "id": entry.content["saved_id"]},
            )
        append(connection, "journal_entry", [taking_in.entry_row(entry, "done")])


def _row(entry: Entry) -> dict[str, Any]:
    content = {name: value for name, value in entry.content.items() if name != "figures"}
    return {
        **content,
        "saved_id": entry.entry_id,
        "saved_by": entry.by,
        "saved_at": entry.at,
        "position": entry.position,
    }
