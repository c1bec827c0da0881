"""Decisions on issues, from the journal into the database: the same code now and in a rebuild."""

from __future__ import annotations

from typing import Any

import duckdb

from grassroots.store import schema
from grassroots.store.identity import is_known
from grassroots.store.journal import Entry
from grassroots.store.rows import Row, append
from grassroots.store.taking_in import entry_row


def apply(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes in one entry of kind settle_issue."""
    content = entry.content
    known = is_known(connection, str(content["issue"]["sha256"]))
    with schema.transaction(connection):
        if known is not None:
            append(connection, "issue_decision", [_row(entry, known)])
        problem = None if known else "report_missing"
        append(connection, "journal_entry", [entry_row(entry, "done" if known else "failed", problem)])


def _row(entry: Entry, report_id: str) -> Row:
    about: dict[str, Any] = entry.content["issue"]
    return {
        "decision_id": entry.entry_id,
        "issue_id": about["issue_id"],
        "report_id": report_id,
        "rule": about["rule"],
        "action": entry.content["action"],
        "reason": entry.content["reason"],
        "decided_by": entry.by,
        "stated": entry.content["stated"],
        "decided_at": entry.at,
        "position": entry.position,
    }
