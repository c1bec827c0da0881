"""What the journal says and the database lacks: taken in after a crash, or all of it in a rebuild."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from grassroots.store import (
    applying,
    inhabitants,
    issue_decisions,
    journal,
    noting,
    originals,
    reading_pool,
    restating,
    row_decisions,
    scenario_entries,
)
from grassroots.store.carrying import Carried
from grassroots.store.folder import Folder
from grassroots.store.journal import Entry
from grassroots.store.originals import Original
from grassroots.store.outcome import FileResult, Problem
from grassroots.store.preparing import Given, Prepared
from grassroots.store.reading_worker import Job
from grassroots.store.taking_in import Load, take_in

_GROUP = 80  # reports a transaction


@dataclass(frozen=True, slots=True)
class Replayed:
    """What taking in journal entries gave."""

    files: list[FileResult] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)


class JournalShorter(Exception):
    """The database holds more than the journal: one of the two was replaced. Only a rebuild can tell."""


def taken_in(connection: duckdb.DuckDBPyConnection) -> int:
    """How far into the journal the database goes, in bytes."""
    row = connection.execute("select coalesce(max(position), 0) from journal_entry").fetchone()
    return 0 if row is None else int(row[0])


def catch_up(folder: Folder, connection: duckdb.DuckDBPyConnection) -> Replayed:
    """Takes in every entry the database lacks."""
    position, size = taken_in(connection), journal.size(folder.journal)
    if position > size:
        raise JournalShorter(folder.journal)
    return (
        replay(folder, connection, list(journal.read(folder.journal, position)))
        if position < size
        else Replayed()
    )


def replay(
    folder: Folder,
    connection: duckdb.DuckDBPyConnection,
    entries: Sequence[Entry],
    progress: Callable[[int, int], None] | None = None,
) -> Replayed:
    """Takes in entries in their order, reading originals anew ahead of their turn."""
    replayed = Replayed()
    lasting, emptied = _without_emptied(entries)
    prepared = _prepared(folder, [entry for entry in lasting if entry.kind == "load"])
    group: list[Load] = []
    for done, entry in enumerate(lasting):
        if progress is not None:
            progress(done + 1, len(lasting))
        if entry.kind == "load":
            group.append(Load(entry, next(prepared), str(entry.content["file_name"])))
        if len(group) >= _GROUP or entry.kind != "load":
            replayed.files.extend(take_in(connection, group))
            group = []
        if entry.kind == "decide":
            carried = applying.decide(connection, entry)
            replayed.carried.extend(one for one in carried if one.sha256 not in emptied)
        elif entry.kind == "add_figure":
            applying.add_figure(connection, entry)
        elif entry.kind == "withdraw":
            applying.withdraw(connection, entry)
        elif entry.kind == row_decisions.KIND:
            row_decisions.apply(connection, entry)
        elif entry.kind == "set_scope":
            applying.set_scope(connection, entry)
        elif entry.kind == "settle_issue":
            issue_decisions.apply(connection, entry)
        elif entry.kind == inhabitants.KIND:
            inhabitants.apply(connection, entry)
        elif entry.kind == "set_particular":
            restating.set_particular(connection, entry)
        elif entry.kind in (scenario_entries.SAVE, scenario_entries.DROP):
            scenario_entries.apply(connection, entry)
        elif entry.kind in noting.KINDS:
            noting.apply(connection, entry)
        elif entry.kind == "empty_sample":
            for sha256 in applying.empty_sample(connection, entry):
                originals.remove(folder, sha256)
    replayed.files.extend(take_in(connection, group))
    return replayed


def _without_emptied(entries: Sequence[Entry]) -> tuple[list[Entry], set[str]]:
    """Entries but for loads of a sample that was emptied out later, and the sha256 of those files.

    Their originals are gone, and nothing of them would remain.
    """
    last_emptying = max((at for at, one in enumerate(entries) if one.kind == "empty_sample"), default=-1)
    gone = {
        at
        for at, entry in enumerate(entries[: last_emptying + 1])
        if entry.kind == "load" and entry.content["illustrative"]
    }
    lasting = [entry for at, entry in enumerate(entries) if at not in gone]
    return lasting, {str(entries[at].content["sha256"]) for at in gone}


def load_content(prepared: Prepared) -> dict[str, object]:
    """What the journal says of a loaded file: enough to take it in again from its original."""
    original, given = prepared.original, prepared.given
    return {
        "sha256": original.sha256,
        "ending": original.ending,
        "bytes": original.bytes,
        "file_name": prepared.file_name,
        "illustrative": bool(prepared.report["illustrative"]),
        "given": {"illustrative": given.illustrative, "unit_key": given.unit_key, "period": given.period},
    }


def _prepared(folder: Folder, entries: Sequence[Entry]) -> Iterator[Prepared | Problem]:
    jobs = []
    for entry in entries:
        content = entry.content
        original = Original(content["sha256"], content["ending"], content["bytes"])
        path = originals.path_of(folder, original.sha256, original.ending)
        jobs.append(Job(Path(folder.path), path, content["file_name"], Given(**content["given"]), original))
    yield from reading_pool.read_all(jobs)
