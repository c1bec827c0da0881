"""How every DuckDB connection of the store is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

# One thread a connection: side by side, DuckDB 1.5.5's window operator now and then fails an assertion
# (WindowLocalSourceState::Finalize) that closes the whole database. Questions take milliseconds anyway, and
# computing the measures of 800 reports costs a quarter less processor time on one thread than on two.
_ONE_THREAD: dict[str, Any] = {"threads": "1"}

# Refuses COPY, ATTACH and reading of other files, and any undoing of that. The same for all that open
# a copy: within one process DuckDB wants one configuration a file.
_CLOSED_TO_OUTSIDE: dict[str, Any] = {"enable_external_access": "false", "lock_configuration": "true"}


def connect(database: Path | str) -> duckdb.DuckDBPyConnection:
    """Opens a database for reading and writing; ``:memory:`` makes one that is gone when closed."""
    return duckdb.connect(database, config=_ONE_THREAD)


def connect_read_only(database: Path) -> duckdb.DuckDBPyConnection:
    """Opens a published copy: nothing can be written, and no other file reached."""
    return duckdb.connect(database, read_only=True, config=_ONE_THREAD | _CLOSED_TO_OUTSIDE)
