"""Opening the store for writing: under the lock, brought up to date, published at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from grassroots.store import publishing, reference, schema
from grassroots.store.folder import Folder


def memory(*, reference_data: bool = False) -> duckdb.DuckDBPyConnection:
    """A fresh database in memory with schema and views, for tests with literal rows."""
    connection = duckdb.connect(":memory:")
    schema.migrate(connection)
    if reference_data:
        reference.fill(connection)
    return connection


@contextmanager
def writing(folder: Folder, *, publish: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
    """The store's database, open for writing under the lock; closed, and published, at the end.

    Keep it short: other writers wait. Readers are not touched.
    """
    folder.prepare()
    with folder.lock():
        connection = duckdb.connect(folder.database)
        try:
            _bring_up_to_date(connection)
            yield connection
            connection.execute("checkpoint")
        finally:
            connection.close()
        if publish:
            publishing.publish(folder)


def ensure_published(folder: Folder) -> None:
    """Publishes when there is no copy yet, or when schema, views or reference data have moved on."""
    found = publishing.newest(folder)
    if found is not None and _made_by_this_code(found[1]):
        return
    with writing(folder):
        pass


def _bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    schema.migrate(connection)
    reference.fill(connection)


def _made_by_this_code(path: object) -> bool:
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            recorded = (schema.applied(connection, "views"), schema.applied(connection, "reference"))
    except duckdb.Error:
        return False
    return recorded == (schema.fingerprint(schema.view_files()), reference.fingerprint())
