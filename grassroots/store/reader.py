"""Reading the store: the newest published copy, never the writer's file."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from grassroots.store import publishing
from grassroots.store.folder import Folder
from grassroots.store.rows import Row, fetch
from grassroots.store.supposing import Desks, Supposed, Supposition
from grassroots.store.writing import ensure_published

if TYPE_CHECKING:
    import pandas as pd  # takes half a second to import, and reading processes have no use for it

_KEPT_SUPPOSED = 24  # each with the answers it gave


class Reader:
    """One open published copy. Safe to share between threads: each call has a cursor of its own."""

    def __init__(self, folder: Path | str | None = None) -> None:
        """Opens the newest copy; a store that has none, or one made by older code, is published first."""
        self._folder: Folder | None = Folder.of(folder)
        self._swap = threading.Lock()
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._version = 0
        self._desks: Desks | None = None
        self._supposed: OrderedDict[Supposition, Supposed] = OrderedDict()
        ensure_published(self._folder)
        self.refresh()

    @classmethod
    def of(cls, connection: duckdb.DuckDBPyConnection, version: int = 1) -> Reader:
        """A reader over a connection that is already open, such as :func:`memory` gives; never refreshed."""
        reader = cls.__new__(cls)
        reader._folder, reader._swap = None, threading.Lock()
        reader._connection, reader._version = connection, version
        reader._desks, reader._supposed = None, OrderedDict()
        return reader

    @property
    def version(self) -> int:
        """The number of the published copy in use; grows with each publication."""
        return self._version

    def refresh(self) -> bool:
        """Moves to the newest copy if there is a newer one; True when it did.

        Well under a millisecond when there is none. Running calls finish on the copy they began with.
        """
        if self._folder is None:
            return False
        found = publishing.newest(self._folder)
        if found is None or found[0] <= self._version:
            return False
        with self._swap:
            return self._open_newest(self._folder)

    def frame(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The rows of one SELECT with bound ``params``, one column a name."""
        return self._cursor().execute(sql, dict(params) if params else None).df()

    def rows(self, sql: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """The same as dicts of plain Python values."""
        return fetch(self._cursor(), sql, params)

    def supposing(self, supposition: Supposition) -> Supposed:
        """The store as it would be under a scenario, the same object while the copy is; it is not changed."""
        assert self._connection is not None
        with self._swap:
            if self._desks is None or self._desks.version != self._version:
                self._desks = Desks(self._connection, self._version)
                self._supposed.clear()
            found = self._supposed.setdefault(supposition, Supposed(supposition, self._desks))
            self._supposed.move_to_end(supposition)
            while len(self._supposed) > _KEPT_SUPPOSED:
                self._supposed.popitem(last=False)
            return found

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        assert self._connection is not None
        return self._connection.cursor()

    def _open_newest(self, folder: Folder) -> bool:
        while (found := publishing.newest(folder)) is not None and found[0] > self._version:
            number, path = found
            try:
                opened = publishing.open_copy(path)
            except (duckdb.IOException, FileNotFoundError):
                if path.exists():
                    raise
                continue  # removed between looking and opening: two newer ones have come
            # The old connection is dropped, not closed: its cursors in other threads finish first.
            self._connection, self._version = opened, number
            return True
        return False
