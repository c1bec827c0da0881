"""Decisions of people on figures and reports: appended to the journal, then taken in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import duckdb

from grassroots.reading.model import Scope
from grassroots.store import applying, journal
from grassroots.store.acting import (
    Decided,
    DecisionRefused,
    Publish,
    figures_now,
    must_exist,
    opened,
    resolved,
    sha256_of,
)
from grassroots.store.carrying import FIGURE_FIELDS
from grassroots.store.folder import Folder
from grassroots.store.rows import Row, fetch

Action = Literal["confirm", "correct", "reject"]


def decide(
    figure_id: str,
    action: Action,
    *,
    by: str,
    stated: bool = True,
    value: float | None = None,
    indicator: str | None = None,
    counted_unit: str | None = None,
    part: str | None = None,
    part_kind: str | None = None,
    reason: str | None = None,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> Decided:
    """Confirms, corrects or rejects one figure. Raises DecisionRefused.

    A correction has a reason and says at least one of value, indicator, counted unit and part (``""`` for the
    report's own total; ``part_kind`` "place" or "period" resolves it, None tries both). ``stated``: the name
    was stated, not authenticated. ``publish`` "soon": see :mod:`grassroots.store.later`.
    """
    correction = (value, indicator, counted_unit, part)
    if action == "correct" and (all(one is None for one in correction) or not (reason or "").strip()):
        raise DecisionRefused("correction_without_reason")
    if action != "correct" and any(one is not None for one in correction):
        raise DecisionRefused("only_corrections_change")
    if value is not None and not (math.isfinite(value) and value >= 0):
        raise DecisionRefused("no_value")
    with opened(folder, by, publish) as (store, connection):
        figures = _figures(connection, [figure_id])
        if not figures:
            raise DecisionRefused("unknown_figure", figure_id=figure_id)
        if indicator is not None:
            must_exist(connection, indicator)
        report_id = figure_id.rpartition("-")[0]
        decision: Row = {"action": action, "value": value, "indicator": indicator, "part": part}
        decision |= {"counted_unit": counted_unit, "reason": reason}
        decision |= resolved(connection, report_id, part, part_kind)
        return _write(store, connection, by, stated, [(figures[0], decision)])


def confirm(
    figure_ids: Sequence[str],
    *,
    by: str,
    stated: bool = True,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> list[Decided]:
    """Confirms those of these figures that nobody has decided on: one entry a report. Raises DecisionRefused.

    A form's figures count as confirmed already and are left as they are.
    """
    with opened(folder, by, publish) as (store, connection):
        return _confirm(store, connection, figure_ids, by, stated)


def confirm_all(
    report_id: str,
    *,
    by: str,
    stated: bool = True,
    at_least: float = 0.0,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> int:
    """Confirms every figure of a report that is still undecided; gives how many. Raises DecisionRefused.

    ``at_least``: only figures read with this confidence (0 to 1) or more.
    """
    with opened(folder, by, publish) as (store, connection):
        sha256_of(connection, report_id)  # refuses one that isn't there
        rows = fetch(
            connection,
            """
            select figure_id from figure_decided
            where report_id = $id and confidence >= $at_least and status = 'unconfirmed'
            order by ordinal
            """,
            {"id": report_id, "at_least": at_least},
        )
        decided = _confirm(store, connection, [row["figure_id"] for row in rows], by, stated)
        return sum(len(one.figures) for one in decided)


def set_scope(
    report_id: str, scope: Scope, *, by: str, stated: bool = True, folder: Path | str | None = None
) -> None:
    """Says whether a report covers the whole area or the agency alone. Raises DecisionRefused."""
    with opened(folder, by) as (store, connection):
        content = {"sha256": sha256_of(connection, report_id), "scope": scope, "stated": stated}
        entry = journal.new_entry("set_scope", by, content)
        applying.set_scope(connection, journal.append(store.journal, [entry])[0])


def _confirm(
    store: Folder, connection: duckdb.DuckDBPyConnection, figure_ids: Sequence[str], by: str, stated: bool
) -> list[Decided]:
    waiting = [row for row in figures_now(connection, figure_ids) if row["status"] == "unconfirmed"]
    reports = dict.fromkeys(str(row["report_id"]) for row in waiting)
    decided = []
    for report_id in reports:
        ids = [str(row["figure_id"]) for row in waiting if row["report_id"] == report_id]
        decisions: list[tuple[Row, Row]] = [
            (figure, {"action": "confirm"}) for figure in _figures(connection, ids)
        ]
        decided.append(_write(store, connection, by, stated, decisions))
    return decided


def _write(
    store: Folder,
    connection: duckdb.DuckDBPyConnection,
    by: str,
    stated: bool,
    decisions: Sequence[tuple[Row, Row]],
) -> Decided:
    """One entry for all; each decision carries the whole figure it is about."""
    written = [
        {"figure": {name: value for name, value in figure.items() if name != "figure_id"}, **decision}
        for figure, decision in decisions
    ]
    entry = journal.new_entry("decide", by, {"stated": stated, "decisions": written})
    applying.decide(connection, journal.append(store.journal, [entry])[0])
    return Decided(entry.entry_id, figures_now(connection, [figure["figure_id"] for figure, _ in decisions]))


def _figures(connection: duckdb.DuckDBPyConnection, figure_ids: Sequence[str]) -> list[Row]:
    """Figures of one report as a decision keeps them, with the sha256 of the file they stand in."""
    rows = fetch(
        connection,
        "select * from figure where list_contains($ids, figure_id) order by ordinal",
        {"ids": list(figure_ids)},
    )
    if not rows:
        return []
    sha256 = sha256_of(connection, rows[0]["report_id"])
    return [
        {"figure_id": row["figure_id"], "sha256": sha256, **{name: row[name] for name in FIGURE_FIELDS}}
        for row in rows
    ]
