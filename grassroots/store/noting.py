"""What is noted for meetings: agendas and conclusions. Read from the journal, not from a published copy.

No figure depends on them. So nothing is published for them, readers of figures keep what they have computed,
and a note can be read while somebody loads reports or while a meeting looks at a kept copy.
docs/decisions/0023.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from grassroots.store import journal, schema, taking_in
from grassroots.store.folder import Folder
from grassroots.store.journal import Entry
from grassroots.store.rows import append

KINDS = ("save_agenda", "drop_agenda", "conclude", "close_conclusion")


def apply(connection: duckdb.DuckDBPyConnection, entry: Entry) -> None:
    """Takes note that an entry was taken in, now and in a rebuild: it leaves no other row."""
    with schema.transaction(connection):
        append(connection, "journal_entry", [taking_in.entry_row(entry, "done")])


def note(
    store: Folder, connection: duckdb.DuckDBPyConnection, kind: str, by: str, content: Mapping[str, Any]
) -> Entry:
    """Writes one entry, in a store that is open for writing."""
    assert kind in KINDS
    entry = journal.append(store.journal, [journal.new_entry(kind, by, content)])[0]
    apply(connection, entry)
    return entry


def noted(store: Folder) -> list[Entry]:
    """All that was noted, in its order; only what came since the last time is read from the file."""
    return _follower(store.journal).entries()


def holds_more_than_notes(store: Folder, position: int) -> bool:
    """Whether the journal goes on after byte ``position`` with anything that a published copy needs."""
    if journal.size(store.journal) <= position:
        return False
    with store.journal.open("rb") as file:
        file.seek(position)
        return any((entry := journal.of_line(line, 0)) is None or entry.kind not in KINDS for line in file)


class _Follower:
    """The notes of one journal, read on from where they were read last."""

    def __init__(self, path: Path) -> None:
        self._path, self._state = path, threading.Lock()
        self._read, self._entries = 0, list[Entry]()

    def entries(self) -> list[Entry]:
        with self._state:
            size = journal.size(self._path)
            if size < self._read:  # another journal was put in its place, or a torn end cut off
                self._read, self._entries = 0, []
            if size > self._read:
                self._read_on()
            return list(self._entries)

    def _read_on(self) -> None:
        with self._path.open("rb") as file:
            file.seek(self._read)
            for line in file:
                if not line.endswith(b"\n"):
                    return  # somebody is writing it
                self._read += len(line)
                if any(mark in line for mark in _MARKS):
                    self._take(line)

    def _take(self, line: bytes) -> None:
        entry = journal.of_line(line, self._read)
        if entry is not None and entry.kind in KINDS:
            self._entries.append(entry)


# Loads and decisions are by far the most lines: they are not parsed.
_MARKS: Sequence[bytes] = [f'"kind": "{kind}"'.encode() for kind in KINDS]


@cache
def _follower(path: Path) -> _Follower:
    return _Follower(path)
