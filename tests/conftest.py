"""What all tests share: where the folder with real reports lies, and a store of their own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from presence import skip_or_fail

if TYPE_CHECKING:  # absent where tests run without it
    from xdist.scheduler import Scheduling

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling | None:
    """The shares of ``make test``; another way that xdist is told to share tests out stays as it is."""
    if config.getoption("dist") != "loadfile":
        return None
    from worker_shares import Shares

    return Shares(config, log)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the project, with real reports and what was read in them by hand."""
    folder = Path(os.environ.get("GRASSROOTS_SHARED", ROOT.parent / "shared"))
    if not (folder / "reports").is_dir():
        skip_or_fail(f"no folder with real reports at {folder} (GRASSROOTS_SHARED names another)")
    return folder


@pytest.fixture
def new_store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that this process and its children take for the store."""
    folder = tmp_path / "store"
    folder.mkdir()
    monkeypatch.setenv("GRASSROOTS_STORE", str(folder))
    return folder


@pytest.fixture
def store_folder(new_store_folder: Path, empty_store: Path) -> Path:
    """A store with units and no report, for this process and its children."""
    return shutil.copytree(empty_store, new_store_folder, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with reference data and no report, made once: filling in the units takes seconds."""
    from grassroots import store

    folder = tmp_path_factory.mktemp("empty") / "store"
    store.Reader(folder)
    return folder
