"""What all tests share: where the neighbouring reference folder lies, and how a missing part is treated.

On a developer's machine a part that isn't there skips its tests and says why; in CI it fails them, so that
a green run means that everything ran.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def skip_or_fail(reason: str) -> None:
    """Skip the running test; where ``CI`` is true, fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"in CI this must be there: {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ``shared`` beside the project, with real reports and what was read in them by hand."""
    folder = Path(os.environ.get("GRASSROOTS_SHARED", ROOT.parent / "shared"))
    if not (folder / "reports").is_dir():
        skip_or_fail(f"no folder with real reports at {folder} (GRASSROOTS_SHARED names another)")
    return folder


@pytest.fixture
def store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that this process and its children take for the store."""
    folder = tmp_path / "store"
    folder.mkdir()
    monkeypatch.setenv("GRASSROOTS_STORE", str(folder))
    return folder
