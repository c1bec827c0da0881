"""One journal entry into the database: the same code whether it happens now, is replayed or rebuilt.

Each entry is one transaction that also records that it was taken in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

from grassroots.store import carrying, checking, schema
from grassroots.store.identity import Identity, identify, is_known
from grassroots.store.journal import Entry
from grassroots.store.outcome import FileResult, Problem
from grassroots.store.preparing import Prepared
from grassroots.store.rows import append


def load(
    connection: duckdb.DuckDBPyConnection, entry: Entry, prepared: Prepared | Problem, file_name: str
) -> FileResult:
    """Takes in one report; all of it or nothing. What can't be taken in is recorded as failed."""
    if isinstance(prepared, Problem):
        return _failed(connection, entry, prepared, file_name)
    try:
        return _load(connection, entry, prepared, file_name)
    except duckdb.Error as error:  # rows the tables refuse: must not stop every later opening
        problem = Problem("not_storable", None, {"error": str(error).splitlines()[0]})
        return _failed(connection, entry, problem, file_name)


def _failed(
    connection: duckdb.DuckDBPyConnection, entry: Entry, problem: Problem, file_name: str
) -> FileResult:
    with schema.transaction(connection):
        _record(connection, entry, "failed", problem.code)
    return FileResult(file_name, "failed", problem=problem)


def _load(
    connection: duckdb.DuckDBPyConnection, entry: Entry, prepared: Prepared, file_name: str
) -> FileResult:
    with schema.transaction(connection):
        known = is_known(connection, prepared.original.sha256)
        if known is not None:
            _record(connection, entry, "same")
            return FileResult(file_name, "same", known)
        identity = identify(connection, prepared)
        issues = _insert(connection, entry, prepared, identity)
        _record(connection, entry, identity.outcome)
    report = prepared.report
    return FileResult(
        file_name,
        identity.outcome,  # type: ignore[arg-type]
        identity.report_id,
        str(report["unit_key"]),
        str(report["period"]),
        figures=len(prepared.lists["figure"]),
        issues=issues,
        replaces=identity.replaces,
        changed=identity.changed,
    )


def decide(connection: duckdb.DuckDBPyConnection, entry: Entry) -> list[carrying.Carried]:
    """Takes in decisions; gives those whose figure a newer reader reads otherwise or no longer."""
    with schema.transaction(connection):
        carried = carrying.apply_decisions(connection, entry)
        _record(connection, entry, "done")
    return carried


def set_scope(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes in what somebody stated about whether a report covers the area or the agency alone."""
    with schema.transaction(connection):
        known = is_known(connection, str(entry.content["sha256"]))
        if known is not None:
            row = {
                "decision_id": entry.entry_id,
                "report_id": known,
                "scope": entry.content["scope"],
                "decided_by": entry.by,
                "stated": entry.content["stated"],
                "decided_at": entry.at,
                "position": entry.position,
            }
            append(connection, "report_decision", [row])
            connection.execute(
                "update report set scope = $scope where report_id = $report_id",
                {"scope": entry.content["scope"], "report_id": known},
            )
        _record(connection, entry, "done" if known else "failed", None if known else "report_missing")


def empty_sample(connection: duckdb.DuckDBPyConnection, entry: Entry) -> list[str]:
    """Takes out every illustrative report with all that hangs on it; gives the sha256 of their files."""
    with schema.transaction(connection):
        files = connection.execute(
            """
            select sha256 from report_file
            where report_id in (select report_id from report where illustrative)
            """
        ).fetchall()
        for deletion in _SAMPLE_OUT:
            connection.execute(deletion)
        _record(connection, entry, "done")
    return [str(sha256) for (sha256,) in files]


_SAMPLE_OUT = (
    """delete from decision where figure_id in (
        select figure_id from figure where report_id in (select report_id from report where illustrative))""",
    "delete from report_decision where report_id in (select report_id from report where illustrative)",
    "delete from issue where report_id in (select report_id from report where illustrative)",
    "delete from score where report_id in (select report_id from report where illustrative)",
    "delete from award where report_id in (select report_id from report where illustrative)",
    "delete from training_course where report_id in (select report_id from report where illustrative)",
    "delete from figure where report_id in (select report_id from report where illustrative)",
    "delete from passage where report_id in (select report_id from report where illustrative)",
    "delete from particular where report_id in (select report_id from report where illustrative)",
    "delete from report_file where report_id in (select report_id from report where illustrative)",
    "delete from report where illustrative",
)


def _insert(
    connection: duckdb.DuckDBPyConnection, entry: Entry, prepared: Prepared, identity: Identity
) -> int:
    original = prepared.original
    file = {
        "sha256": original.sha256,
        "report_id": identity.report_id,
        "file_name": prepared.file_name,
        "format": prepared.format,
        "bytes": original.bytes,
        "added_at": entry.at,
        "added_by": entry.by,
    }
    append(connection, "report_file", [file])
    if identity.outcome == "copy":
        return 0
    loaded = {"replaces": identity.replaces, "loaded_at": entry.at, "loaded_by": entry.by}
    append(connection, "report", [{**prepared.report, **loaded}])
    if identity.replaced_by is not None:
        connection.execute(
            "update report set replaces = $report_id where report_id = $later",
            {"report_id": identity.report_id, "later": identity.replaced_by},
        )
    against = checking.against_counterpart(connection, prepared.report, prepared.lists["figure"])
    issues = [*prepared.lists["issue"], *against]
    for table, rows in {**prepared.lists, "issue": issues}.items():
        append(connection, table, rows)
    return len(issues)


def _record(
    connection: duckdb.DuckDBPyConnection, entry: Entry, outcome: str, problem: str | None = None
) -> None:
    row: Mapping[str, Any] = {
        "entry_id": entry.entry_id,
        "position": entry.position,
        "kind": entry.kind,
        "outcome": outcome,
        "problem": problem,
    }
    connection.execute(
        """
        insert into journal_entry (entry_id, position, kind, outcome, problem, applied_at)
        values ($entry_id, $position, $kind, $outcome, $problem, now() at time zone 'UTC')
        """,
        row,
    )
