"""A report moved to another unit or period: the same code now and in a rebuild."""

from __future__ import annotations

from typing import Any, cast

import duckdb

from grassroots import units
from grassroots.periods import Period, Regime
from grassroots.store import checking, resolving, schema, taking_in
from grassroots.store.identity import content_of, identify, is_known
from grassroots.store.journal import Entry
from grassroots.store.originals import Original
from grassroots.store.preparing import Given, Prepared
from grassroots.store.rows import Row, append, fetch

_MOVED = ("unit_key", "period", "period_year", "period_name", "months", "first_day", "last_day")


def set_particular(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes in what somebody stated about whose a report is, or for which period."""
    said = entry.content
    with schema.transaction(connection):
        known = is_known(connection, str(said["sha256"]))
        if known is not None:
            (report,) = fetch(connection, "select * from report where report_id = $id", {"id": known})
            moved = _moved(report, str(said["field"]), str(said["value"]))
            if any(moved[name] != report[name] for name in ("unit_key", "period")):
                _move(connection, report, moved)
            row = {"decision_id": entry.entry_id, "report_id": known, "decided_by": entry.by}
            row |= {"field": said["field"], "value": said["value"], "stated": said["stated"]}
            append(
                connection,
                "particular_decision",
                [{**row, "decided_at": entry.at, "position": entry.position}],
            )
        outcome = ("done", None) if known else ("failed", "report_missing")
        append(connection, "journal_entry", [taking_in.entry_row(entry, *outcome)])


def _moved(report: Row, field: str, value: str) -> Row:
    """The report's row as it stands under another unit or period; days are the period's by its regime."""
    if field == "unit":
        return {**report, "unit_key": value}
    period = Period.parse(value)
    first, last = period.days(cast(Regime, report["regime"]))
    named = {"period": period.code, "period_year": period.year, "period_name": period.name}
    return {**report, **named, "months": period.months, "first_day": first, "last_day": last}


def _move(connection: duckdb.DuckDBPyConnection, before: Row, now: Row) -> None:
    """Out of the versions it stood among, into those of its new place, with its parts told anew."""
    report_id = str(before["report_id"])
    connection.execute(
        "update report set replaces = $before where replaces = $id",
        {"before": before["replaces"], "id": report_id},
    )
    content = content_of(connection, report_id)
    prepared = Prepared(Original(report_id, "", 0), "", Given(), now, "", lists=content)
    identity = identify(connection, prepared)
    replaces = identity.report_id if identity.outcome == "copy" else identity.replaces
    values: dict[str, Any] = {name: now[name] for name in _MOVED}
    connection.execute(
        """
        update report
        set unit_key = $unit_key, period = $period, period_year = $period_year, period_name = $period_name,
            months = $months, first_day = $first_day, last_day = $last_day, replaces = $replaces
        where report_id = $id
        """,
        {**values, "replaces": replaces, "id": report_id},
    )
    if identity.replaced_by is not None:
        connection.execute(
            "update report set replaces = $id where report_id = $later",
            {"id": report_id, "later": identity.replaced_by},
        )
    connection.execute(
        "update score set unit_key = $now where report_id = $id and unit_key = $before",
        {"now": now["unit_key"], "before": before["unit_key"], "id": report_id},
    )
    _resolve_parts(connection, report_id, now)
    checking.recheck(connection, report_id)


def _resolve_parts(connection: duckdb.DuckDBPyConnection, report_id: str, report: Row) -> None:
    """A part's place lies below the report's unit, and its period is told from the report's own."""
    within, period = units.unit(str(report["unit_key"])), Period.parse(str(report["period"]))
    figures = fetch(
        connection,
        "select figure_id, part, part_kind from figure where report_id = $id and part is not null",
        {"id": report_id},
    )
    for figure in figures:
        part = resolving.part_of(figure["part"], figure["part_kind"], within, period)
        connection.execute(
            "update figure set part_unit_key = $unit, part_period = $period where figure_id = $id",
            {"unit": part.unit_key, "period": part.period, "id": figure["figure_id"]},
        )
