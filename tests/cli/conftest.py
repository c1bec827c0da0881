from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_store: Path) -> Path:
    """A store with units and no report, for this process and its children."""
    folder = tmp_path / "store"
    shutil.copytree(empty_store, folder)
    monkeypatch.setenv("GRASSROOTS_STORE", str(folder))
    return folder
