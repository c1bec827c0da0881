"""Opening the store for writing: under the lock, brought up to date, published at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
from filelock import Timeout

from grassroots.store import checking, journal, noting, originals, publishing, reference, replaying, schema
from grassroots.store.connecting import connect
from grassroots.store.folder import Folder


class StoreDamaged(Exception):
    """The database can't be opened. Originals and journal are whole: ``rebuild`` makes it again."""


def memory(*, reference_data: bool = False) -> duckdb.DuckDBPyConnection:
    """A fresh database in memory with schema and views, for tests with literal rows."""
    connection = connect(":memory:")
    schema.migrate(connection)
    if reference_data:
        reference.fill(connection)
    return connection


@contextmanager
def writing(folder: Folder, *, publish: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """The store's database, open for writing under the lock; closed, and published, at the end.

    Keep it short: other writers wait. Readers are not touched. What the journal holds beyond the database
    is taken in first. Raises StoreDamaged, SchemaEdited, JournalDamaged, ``filelock.Timeout``.
    """
    folder.prepare()
    with folder.lock():
        with _opened(folder) as connection:
            schema.migrate(connection)
            reference.fill(connection)
            journal.cut_torn_end(folder.journal)
            replaying.catch_up(folder, connection)
            checking.follow_rules(connection)
            yield connection
            connection.execute("checkpoint")
        if publish:
            publishing.publish(folder)


@contextmanager
def _opened(folder: Folder) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        connection = connect(folder.database)
    except duckdb.Error as error:
        raise StoreDamaged(str(error)) from error
    try:
        yield connection
    finally:
        connection.close()


def ensure_published(folder: Folder) -> None:
    """Publishes when there is no copy yet, or when schema, views, reference data or journal have moved on.

    Waits for another writer only when there is nothing this code could read.
    """
    found = publishing.newest(folder)
    usable, complete = (False, False) if found is None else _state_of(folder, found[1])
    if complete:
        return
    lock = folder.lock()
    try:
        folder.prepare()
        with lock.acquire(timeout=0 if usable else None):
            originals.drop_stale_drafts(folder)
    except Timeout:
        return  # whoever is writing will publish
    with writing(folder):
        pass


def is_usable(path: Path) -> bool:
    """Whether a copy was made by this very code and reference data."""
    try:
        with closing(publishing.open_copy(path)) as connection:
            return _made_by_this_code(connection)
    except duckdb.Error:
        return False


def _made_by_this_code(connection: duckdb.DuckDBPyConnection) -> bool:
    return (
        all(
            schema.applied(connection, "schema", file.name) == schema.fingerprint([file])
            for file in schema.schema_files()
        )
        and schema.applied(connection, "views") == schema.fingerprint(schema.view_files())
        and schema.applied(connection, "reference") == reference.fingerprint()
    )


def _state_of(folder: Folder, path: Path) -> tuple[bool, bool]:
    """Whether a published copy was made by this very code and data, and lacks no more than notes."""
    try:
        with closing(publishing.open_copy(path)) as connection:
            usable = _made_by_this_code(connection)
            return usable, usable and not noting.holds_more_than_notes(folder, replaying.taken_in(connection))
    except duckdb.Error:
        return False, False
