"""Loaded reports into the database, many a transaction: each whole report or none of it.

One transaction for a group rather than for each report makes loading fifteen times faster; a group that the
tables refuse is taken in again one by one, so that a bad report never takes others with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb

from grassroots.store import checking, schema
from grassroots.store.identity import Identity, identify
from grassroots.store.journal import Entry
from grassroots.store.outcome import FileResult, Problem
from grassroots.store.preparing import Prepared
from grassroots.store.rows import Row, append, fetch


@dataclass(frozen=True, slots=True)
class Load:
    """One journal entry of kind load with what was read of its file; a Problem only on replay."""

    entry: Entry
    read: Prepared | Problem
    file_name: str


def take_in(connection: duckdb.DuckDBPyConnection, loads: Sequence[Load]) -> list[FileResult]:
    """Takes in reports in their order; what can't be taken in is recorded as failed."""
    if not loads:
        return []
    try:
        with schema.transaction(connection):
            return _Group(connection, loads).run()
    except duckdb.Error as error:
        if len(loads) > 1:
            return [result for one in loads for result in take_in(connection, [one])]
        problem = Problem("not_storable", None, {"error": str(error).splitlines()[0]})
        return take_in(connection, [Load(loads[0].entry, problem, loads[0].file_name)])


@dataclass
class _Group:
    """The reports of one transaction. Rows wait until somebody has to see them."""

    connection: duckdb.DuckDBPyConnection
    loads: Sequence[Load]
    waiting: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, str] = field(default_factory=dict)  # sha256 → report_id, stored or waiting
    stored: set[tuple[str, str]] = field(default_factory=set)  # unit and period of what the database has
    pending: set[tuple[str, str]] = field(default_factory=set)  # … and of what waits

    def run(self) -> list[FileResult]:
        self._look_up()
        results = [self._one(load) for load in self.loads]
        self._flush()
        return results

    def _look_up(self) -> None:
        reports = [load.read for load in self.loads if isinstance(load.read, Prepared)]
        rows = fetch(
            self.connection,
            "select sha256, report_id from report_file where list_contains($files, sha256)",
            {"files": [one.original.sha256 for one in reports]},
        )
        self.files = {row["sha256"]: row["report_id"] for row in rows}
        rows = fetch(
            self.connection,
            "select distinct unit_key, period from report where list_contains($units, unit_key)",
            {"units": [one.report["unit_key"] for one in reports]},
        )
        self.stored = {(row["unit_key"], row["period"]) for row in rows}

    def _one(self, load: Load) -> FileResult:
        read = load.read
        if isinstance(read, Problem):
            self._record(load.entry, "failed", read.code)
            return FileResult(load.file_name, "failed", problem=read)
        known = self.files.get(read.original.sha256)
        if known is not None:
            self._record(load.entry, "same")
            return FileResult(load.file_name, "same", known)
        place = str(read.report["unit_key"]), str(read.report["period"])
        if place in self.pending:
            self._flush()
        alone = place not in self.stored
        identity = Identity("new", read.report_id) if alone else identify(self.connection, read)
        issues = self._insert(load.entry, read, identity, alone=alone)
        self._record(load.entry, identity.outcome)
        self.files[read.original.sha256] = identity.report_id
        self.pending.add(place)
        return _result(load.file_name, read, identity, issues)

    def _insert(self, entry: Entry, read: Prepared, identity: Identity, *, alone: bool) -> int:
        self.waiting["report_file"].append(_file(entry, read, identity.report_id))
        if identity.outcome == "copy":
            return 0
        loaded = {"replaces": identity.replaces, "loaded_at": entry.at, "loaded_by": entry.by}
        self.waiting["report"].append({**read.report, **loaded})
        if identity.replaced_by is not None:
            self.connection.execute(
                "update report set replaces = $report_id where report_id = $later",
                {"report_id": identity.report_id, "later": identity.replaced_by},
            )
        against: list[Row] = []
        if not alone:
            against = checking.against_counterpart(self.connection, read.report, read.lists["figure"])
        for table, rows in read.lists.items():
            self.waiting[table] += rows
        self.waiting["issue"] += against
        return len(read.lists["issue"]) + len(against)

    def _record(self, entry: Entry, outcome: str, problem: str | None = None) -> None:
        self.waiting["journal_entry"].append(entry_row(entry, outcome, problem))

    def _flush(self) -> None:
        for table, rows in self.waiting.items():
            append(self.connection, table, rows)
        self.waiting.clear()
        self.stored |= self.pending
        self.pending.clear()


def entry_row(entry: Entry, outcome: str, problem: str | None = None) -> dict[str, Any]:
    """An entry as taken in. Its moment is the entry's own, so that a rebuild gives the same rows."""
    return {
        "entry_id": entry.entry_id,
        "position": entry.position,
        "kind": entry.kind,
        "outcome": outcome,
        "problem": problem,
        "applied_at": entry.at,
    }


def _file(entry: Entry, read: Prepared, report_id: str) -> Row:
    return {
        "sha256": read.original.sha256,
        "report_id": report_id,
        "file_name": read.file_name,
        "format": read.format,
        "bytes": read.original.bytes,
        "added_at": entry.at,
        "added_by": entry.by,
    }


def _result(file_name: str, read: Prepared, identity: Identity, issues: int) -> FileResult:
    return FileResult(
        file_name,
        identity.outcome,
        identity.report_id,
        str(read.report["unit_key"]),
        str(read.report["period"]),
        figures=len(read.lists["figure"]),
        issues=issues,
        replaces=identity.replaces,
        changed=identity.changed,
        notes=read.notes,
    )
