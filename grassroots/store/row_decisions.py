"""Decisions on rows of lists (courses, awards, scores, inspections …) onto rows: kept like those on figures.

The journal keeps the whole row a decision was about, so that a rebuild with a better reader finds it by its
words; a confirmed row that is no longer read is kept from the journal, a rejected one is simply gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from grassroots.store import schema, taking_in
from grassroots.store.identity import is_known
from grassroots.store.journal import Entry
from grassroots.store.rows import Row, append, fetch

NAMED_BY = {
    "training_course": "topic",
    "award": "name",
    "score_total": "unit",
    "inspection": "inspected",
    "consultation": "draft",
}
"""Table of a list → the column that says which row it is."""

KIND = "decide_row"


def apply(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes in one decision, now and in a rebuild."""
    content = entry.content
    with schema.transaction(connection):
        report_id = is_known(connection, str(content["sha256"]))
        if report_id is None:
            append(connection, "journal_entry", [taking_in.entry_row(entry, "failed", "report_missing")])
            return
        ordinal = _found(connection, content["list"], report_id, content["row"])
        if ordinal is None and content["action"] == "confirm":
            ordinal = _keep(connection, content["list"], report_id, content["row"])
        decided = {
            "decision_id": entry.entry_id,
            "report_id": report_id,
            "list": content["list"],
            "ordinal": ordinal,
            "action": content["action"],
            "reason": content.get("reason"),
            "decided_by": entry.by,
            "stated": content["stated"],
            "decided_at": entry.at,
            "position": entry.position,
        }
        append(connection, "row_decision", [decided])
        append(connection, "journal_entry", [taking_in.entry_row(entry, "done")])


def rows_of(connection: duckdb.DuckDBPyConnection, table: str, report_id: str) -> list[Row]:
    """All rows of one list of a report; ``table`` is a key of :data:`NAMED_BY`."""
    return fetch(
        connection,
        "select * from query_table($name) where report_id = $report_id order by ordinal",
        {"name": table, "report_id": report_id},
    )


def _found(
    connection: duckdb.DuckDBPyConnection, table: str, report_id: str, about: Mapping[str, Any]
) -> int | None:
    """The row that a decision was about: the very same, else the one of its name in its passage."""
    rows = rows_of(connection, table, report_id)
    same = [row for row in rows if _plain(row) == _plain(about)]
    name = NAMED_BY[table]
    near = [row for row in rows if (row["passage"], row[name]) == (about["passage"], about[name])]
    for found in (same, near):
        if len(found) == 1:
            return int(found[0]["ordinal"])
    return None


_NOT_ITS_OWN = ("report_id", "ordinal", "unit_key")


def _plain(row: Mapping[str, Any]) -> dict[str, str]:
    """A row's own fields as the journal writes them; what is empty left out."""
    return {name: str(value) for name, value in row.items() if value is not None and name not in _NOT_ITS_OWN}


def _keep(connection: duckdb.DuckDBPyConnection, table: str, report_id: str, about: Mapping[str, Any]) -> int:
    """A row that somebody confirmed and the reader no longer finds, from what the journal keeps of it."""
    ordinals: Sequence[int] = [row["ordinal"] for row in rows_of(connection, table, report_id)]
    ordinal = max(ordinals, default=0) + 1
    fields = {name: _value(name, value) for name, value in about.items()}
    append(connection, table, [{**fields, "report_id": report_id, "ordinal": ordinal}])
    return ordinal


def _value(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if value and name in ("held_on", "held_month", "scored_on") else value
