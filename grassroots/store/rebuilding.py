"""The whole store again, from originals, journal and reference data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from grassroots.store import checking, journal, publishing, reference, replaying, schema
from grassroots.store.carrying import Carried
from grassroots.store.connecting import connect
from grassroots.store.folder import Folder
from grassroots.store.outcome import FileResult


@dataclass(frozen=True, slots=True)
class RebuildSummary:
    """What a rebuild ended with. ``changed`` and ``orphaned``: decisions whose figure a newer reader reads
    otherwise, or no longer; they stand as decided. ``failed``: files it can't read any more."""

    reports: int
    files: int
    decisions: int
    changed: tuple[Carried, ...]
    orphaned: tuple[Carried, ...]
    failed: tuple[FileResult, ...]
    version: int


def rebuild(
    folder: Path | str | None = None, *, progress: Callable[[int, int], None] | None = None
) -> RebuildSummary:
    """Makes the database again beside the old one and puts it in its place when it is whole.

    Identifiers and moments come from the journal, so nothing changes but what the reader reads otherwise.
    Other writers wait meanwhile; readers keep what they have. Raises JournalDamaged.
    """
    store = Folder.of(folder)
    store.prepare()
    unfinished = store.path / "rebuilding.duckdb"
    with store.lock():
        _remove(unfinished)
        journal.cut_torn_end(store.journal)
        entries = list(journal.read(store.journal))
        with connect(unfinished) as connection:
            schema.migrate(connection)
            reference.fill(connection)
            checking.follow_rules(connection)
            replayed = replaying.replay(store, connection, entries, progress)
            reports, files, decisions = (_count(connection, query) for query in _COUNTS)
            connection.execute("checkpoint")
        _wal(store.database).unlink(missing_ok=True)
        unfinished.replace(store.database)
        version = publishing.publish(store)
    return RebuildSummary(
        reports,
        files,
        decisions,
        tuple(one for one in replayed.carried if one.fate == "changed"),
        tuple(one for one in replayed.carried if one.fate == "orphaned"),
        tuple(one for one in replayed.files if one.outcome == "failed"),
        version,
    )


_COUNTS = (
    "select count(*) from report",
    "select count(*) from report_file",
    "select count(*) from decision",
)


def _count(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return 0 if row is None else int(row[0])


def _wal(database: Path) -> Path:
    return database.with_name(database.name + ".wal")


def _remove(database: Path) -> None:
    for file in (database, _wal(database)):
        file.unlink(missing_ok=True)
