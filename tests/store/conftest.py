from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest

from grassroots.store import memory


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh database in memory, without units: the tables of facts don't need them."""
    with memory() as opened:
        yield opened
