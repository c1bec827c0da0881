"""Rows into tables: one Arrow table a call, a hundred times faster in DuckDB than a statement a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Appends rows given by column name; what a row lacks is NULL, what the table lacks is left aside."""
    if not rows:
        return
    columns = [str(name) for name, *_ in connection.table(table).description]
    arrow = pa.table({name: pa.array([row.get(name) for row in rows]) for name in columns})
    connection.from_arrow(arrow).insert_into(table)
