from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from grassroots.store import memory


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh database in memory, without units: the tables of facts don't need them."""
    with memory() as opened:
        yield opened


@pytest.fixture
def store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_store: Path) -> Path:
    """A store with units and no report, for this process and its children."""
    folder = tmp_path / "store"
    shutil.copytree(empty_store, folder)
    monkeypatch.setenv("GRASSROOTS_STORE", str(folder))
    return folder
