"""Decisions of people on figures and reports: appended to the journal, then taken in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import duckdb

from grassroots.periods import Period
from grassroots.reading.model import Scope
from grassroots.store import applying, journal
from grassroots.store.carrying import FIGURE_FIELDS
from grassroots.store.folder import Folder
from grassroots.store.later import publish_soon
from grassroots.store.resolving import part_of
from grassroots.store.rows import Row, fetch
from grassroots.store.writing import writing
from grassroots.units import unit

Action = Literal["confirm", "correct", "reject"]
Publish = Literal["now", "soon"]


class DecisionRefused(Exception):
    """A decision that can't stand; ``code`` is a key below ``load.decision.``."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code, self.details = code, details


def decide(
    figure_id: str,
    action: Action,
    *,
    by: str,
    stated: bool = True,
    value: float | None = None,
    indicator: str | None = None,
    part: str | None = None,
    part_kind: str | None = None,
    reason: str | None = None,
    publish: Publish = "now",
    folder: Path | str | None = None,
) -> str:
    """Confirms, corrects or rejects one figure; gives the decision's identifier. Raises DecisionRefused.

    A correction has a reason and says at least one of value, indicator and part (``""`` for the report's own
    total; ``part_kind`` "place" or "period" resolves it). ``stated``: the name was stated, not authenticated.
    ``publish`` "soon": readers see it when the hand rests (see :mod:`grassroots.store.later`).
    """
    correction = (value, indicator, part)
    if action == "correct" and (all(one is None for one in correction) or not (reason or "").strip()):
        raise DecisionRefused("correction_without_reason")
    if action != "correct" and any(one is not None for one in correction):
        raise DecisionRefused("only_corrections_change")
    with _open(folder, by, publish) as (store, connection):
        figure = _figures(connection, _ONE, figure_id)
        if not figure:
            raise DecisionRefused("unknown_figure", figure_id=figure_id)
        if indicator is not None and not _exists(connection, indicator):
            raise DecisionRefused("unknown_indicator", indicator=indicator)
        resolved = _resolved_part(connection, figure_id, part, part_kind)
        decision = {"action": action, "value": value, "indicator": indicator, "part": part, **resolved}
        return _write(store, connection, by, stated, [(figure[0], {**decision, "reason": reason})])


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
    with _open(folder, by, publish) as (store, connection):
        known = fetch(connection, "select source_kind from report where report_id = $id", {"id": report_id})
        if not known:
            raise DecisionRefused("unknown_report", report_id=report_id)
        figures = _figures(connection, _UNDECIDED, report_id, at_least=at_least)
        if not figures or known[0]["source_kind"] == "form":  # a form's figures count as confirmed
            return 0
        _write(store, connection, by, stated, [(figure, {"action": "confirm"}) for figure in figures])
        return len(figures)


def set_scope(
    report_id: str, scope: Scope, *, by: str, stated: bool = True, folder: Path | str | None = None
) -> None:
    """Says whether a report covers the whole area or the agency alone. Raises DecisionRefused."""
    with _open(folder, by) as (store, connection):
        content = {"sha256": _sha256(connection, report_id), "scope": scope, "stated": stated}
        entry = journal.new_entry("set_scope", by, content)
        applying.set_scope(connection, journal.append(store.journal, [entry])[0])


class _open:
    """The store open for writing, for somebody who has a name."""

    def __init__(self, folder: Path | str | None, by: str, publish: Publish = "now") -> None:
        if not by.strip():
            raise DecisionRefused("no_name")
        self._folder = Folder.of(folder)
        self._soon = publish == "soon"
        self._writing = writing(self._folder, publish=not self._soon)

    def __enter__(self) -> tuple[Folder, duckdb.DuckDBPyConnection]:
        return self._folder, self._writing.__enter__()

    def __exit__(self, *error: Any) -> bool | None:
        swallowed = self._writing.__exit__(*error)
        if self._soon and error[0] is None:
            publish_soon(self._folder)
        return swallowed


def _write(
    store: Folder,
    connection: duckdb.DuckDBPyConnection,
    by: str,
    stated: bool,
    decisions: Sequence[tuple[Row, Row]],
) -> str:
    """One entry for all; each decision carries the whole figure it is about."""
    written = [{"figure": figure, **decision} for figure, decision in decisions]
    entry = journal.new_entry("decide", by, {"stated": stated, "decisions": written})
    applying.decide(connection, journal.append(store.journal, [entry])[0])
    return f"{entry.entry_id}-0000"


_ONE = "select * from figure where figure_id = $id"
_UNDECIDED = """
    select * from figure
    where report_id = $id and confidence >= $at_least and figure_id not in (select figure_id from decision)
    order by ordinal"""


def _figures(connection: duckdb.DuckDBPyConnection, query: str, identifier: str, **more: object) -> list[Row]:
    """Figures as a decision keeps them: with the sha256 of the file they stand in."""
    rows = fetch(connection, query, {"id": identifier, **more})
    if not rows:
        return []
    sha256 = _sha256(connection, rows[0]["report_id"])
    return [{"sha256": sha256, **{name: row[name] for name in FIGURE_FIELDS}} for row in rows]


def _sha256(connection: duckdb.DuckDBPyConnection, report_id: str) -> str:
    """Of the file a report was read from: its first, whose sha256 the report_id begins."""
    found = fetch(
        connection,
        """
        select sha256 from report_file
        where report_id = $id
        order by not starts_with(sha256, $id), added_at
        """,
        {"id": report_id},
    )
    if not found:
        raise DecisionRefused("unknown_report", report_id=report_id)
    return str(found[0]["sha256"])


def _exists(connection: duckdb.DuckDBPyConnection, indicator: str) -> bool:
    return bool(fetch(connection, "select 1 as one from indicator where code = $code", {"code": indicator}))


def _resolved_part(
    connection: duckdb.DuckDBPyConnection, figure_id: str, part: str | None, part_kind: str | None
) -> Row:
    """A corrected part as the unit or period it names, seen from the figure's report."""
    if not part:
        return {}
    report = fetch(
        connection,
        "select unit_key, period from figure join report using (report_id) where figure_id = $id",
        {"id": figure_id},
    )[0]
    resolved = part_of(part, part_kind, unit(report["unit_key"]), Period.parse(report["period"]))
    return {"part_unit_key": resolved.unit_key, "part_period": resolved.period}
