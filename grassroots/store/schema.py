"""The shape of the database: numbered schema files, views, and the record of what was applied.

A schema file is applied once and never edited afterwards; the next change is the next number. Views carry
no facts, so all of them are made anew whenever one of their files differs from what was applied.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from grassroots import settings

_RECORD = """
create table if not exists applied_content (
    kind varchar not null,          -- schema, views, reference
    name varchar not null,          -- the file's name; 'all' for views and reference data
    sha256 varchar not null,
    applied_at timestamp not null default (now() at time zone 'UTC'),
    primary key (kind, name)
)"""


class SchemaEdited(Exception):
    """A schema file differs from what this database was made with: only a rebuild can follow it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL statement of a text. ``parameters`` are the names of its bound values."""

    kind: str  # "SELECT", "INSERT", "CREATE" …
    sql: str
    parameters: frozenset[str]


def statements(sql: str) -> list[Statement]:
    """Splits a text into its statements as DuckDB itself parses it. Raises ``ValueError`` on bad syntax."""
    try:
        parsed = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise ValueError(str(error)) from error
    return [
        Statement(one.type.name, one.query.strip(), frozenset(str(name) for name in one.named_parameters))
        for one in parsed
    ]


def migrate(connection: duckdb.DuckDBPyConnection) -> bool:
    """Brings schema and views up to the files below ``queries/``; True when anything changed."""
    connection.execute(_RECORD)
    changed = [_apply_schema_file(connection, file) for file in schema_files()]
    return any([*changed, _make_views(connection)])


def schema_files() -> list[Path]:
    return sorted(settings.SCHEMA.glob("[0-9]*.sql"))


def view_files() -> list[Path]:
    return sorted(settings.VIEWS.glob("*.sql"))


def derive(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills the tables derived from facts (``queries/views/*_table.sql``) anew, in file order.

    Each is committed by itself: of tables made in the same transaction DuckDB takes the size for nought, and
    joined every figure with every other. Nobody reads the copy before it is whole.
    """
    connection.execute("set enable_progress_bar = false")  # else drawn on the output of whoever loads
    _run_view_files(connection, "_table")


def derive_lookups(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills the tables derived from reference data (``queries/views/*_lookup.sql``) anew, in file order."""
    _run_view_files(connection, "_lookup")


def _run_view_files(connection: duckdb.DuckDBPyConnection, ending: str) -> None:
    for file in view_files():
        if file.stem.endswith(ending):
            connection.execute(file.read_text(encoding="utf-8"))


def fingerprint(files: Iterable[Path]) -> str:
    """One sha256 over names and contents, line endings as Git may change them left aside."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def applied(connection: duckdb.DuckDBPyConnection, kind: str, name: str = "all") -> str | None:
    """The fingerprint that was recorded, or None."""
    row = connection.execute(
        "select sha256 from applied_content where kind = $kind and name = $name", {"kind": kind, "name": name}
    ).fetchone()
    return None if row is None else str(row[0])


def record(connection: duckdb.DuckDBPyConnection, kind: str, name: str, sha256: str) -> None:
    connection.execute(
        "insert or replace into applied_content (kind, name, sha256) values ($kind, $name, $sha256)",
        {"kind": kind, "name": name, "sha256": sha256},
    )


def _apply_schema_file(connection: duckdb.DuckDBPyConnection, file: Path) -> bool:
    print_of_file = fingerprint([file])
    known = applied(connection, "schema", file.name)
    if known == print_of_file:
        return False
    if known is not None:
        raise SchemaEdited(file.name)
    with transaction(connection):
        connection.execute(file.read_text(encoding="utf-8"))
        record(connection, "schema", file.name, print_of_file)
    return True


def _make_views(connection: duckdb.DuckDBPyConnection) -> bool:
    files = view_files()
    print_of_views = fingerprint(files)
    if applied(connection, "views") == print_of_views:
        return False
    # Not in one transaction, see derive(): broken off in between, they are made anew by whoever comes next.
    record(connection, "views", "all", "")
    _drop_views(connection)
    for file in files:
        connection.execute(file.read_text(encoding="utf-8"))
    record(connection, "views", "all", print_of_views)
    return True


def _drop_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Names come from DuckDB's own catalogue of what view files made, quoted as identifiers."""
    made = connection.execute(
        """
        select 'view' as kind, view_name as name from duckdb_views() where not internal
        union all
        select distinct if(function_type = 'macro', 'macro', 'macro table'), function_name
        from duckdb_functions() where not internal and function_type in ('macro', 'table_macro')
        """
    ).fetchall()
    for kind, name in made:
        identifier = str(name).replace('"', '""')
        connection.execute("drop " + str(kind) + ' if exists "' + identifier + '"')


class transaction:
    """``with transaction(connection):`` commits at the end, rolls back on any error."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin transaction")

    def __exit__(self, error: object, *_: object) -> None:
        self._connection.execute("commit" if error is None else "rollback")
