"""What people decided, and emptying the sample, into the database: the same code now and in a rebuild.

Each entry is one transaction that also records that it was taken in. Loads are in :mod:`taking_in`.
"""

from __future__ import annotations

import duckdb

from grassroots.store import carrying, schema, taking_in
from grassroots.store.identity import is_known
from grassroots.store.journal import Entry
from grassroots.store.rows import append


def decide(connection: duckdb.DuckDBPyConnection, entry: Entry) -> list[carrying.Carried]:
    """Takes in decisions; gives those whose figure a newer reader reads otherwise or no longer."""
    with schema.transaction(connection):
        carried = carrying.apply_decisions(connection, entry)
        _record(connection, entry, "done")
    return carried


def add_figure(connection: duckdb.DuckDBPyConnection, entry: Entry) -> str | None:
    """Takes in a figure that somebody added; gives its identifier, None where the report is gone."""
    with schema.transaction(connection):
        figure_id = carrying.apply_addition(connection, entry)
        _record(connection, entry, "done" if figure_id else "failed", None if figure_id else "report_missing")
    return figure_id


def withdraw(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes in that somebody took decisions back."""
    with schema.transaction(connection):
        carrying.apply_withdrawal(connection, entry)
        _record(connection, entry, "done")


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
    """delete from withdrawal where decision_id in (
        select decision_id from decision join figure using (figure_id)
        where report_id in (select report_id from report where illustrative))""",
    """delete from figure_alternative where figure_id in (
        select figure_id from figure where report_id in (select report_id from report where illustrative))""",
    """delete from decision where figure_id in (
        select figure_id from figure where report_id in (select report_id from report where illustrative))""",
    "delete from report_decision where report_id in (select report_id from report where illustrative)",
    "delete from issue_decision where report_id in (select report_id from report where illustrative)",
    "delete from particular_candidate where report_id in (select report_id from report where illustrative)",
    "delete from particular_decision where report_id in (select report_id from report where illustrative)",
    "delete from issue where report_id in (select report_id from report where illustrative)",
    "delete from row_decision where report_id in (select report_id from report where illustrative)",
    "delete from consultation where report_id in (select report_id from report where illustrative)",
    "delete from inspection where report_id in (select report_id from report where illustrative)",
    "delete from score_total where report_id in (select report_id from report where illustrative)",
    "delete from score where report_id in (select report_id from report where illustrative)",
    "delete from award where report_id in (select report_id from report where illustrative)",
    "delete from training_course where report_id in (select report_id from report where illustrative)",
    "delete from vote where report_id in (select report_id from report where illustrative)",
    "delete from dialogue where report_id in (select report_id from report where illustrative)",
    "delete from form_cell where report_id in (select report_id from report where illustrative)",
    "delete from report_form where report_id in (select report_id from report where illustrative)",
    "delete from figure where report_id in (select report_id from report where illustrative)",
    "delete from page_line where report_id in (select report_id from report where illustrative)",
    "delete from passage where report_id in (select report_id from report where illustrative)",
    "delete from particular where report_id in (select report_id from report where illustrative)",
    "delete from report_file where report_id in (select report_id from report where illustrative)",
    "delete from report where illustrative",
)


def _record(
    connection: duckdb.DuckDBPyConnection, entry: Entry, outcome: str, problem: str | None = None
) -> None:
    append(connection, "journal_entry", [taking_in.entry_row(entry, outcome, problem)])
