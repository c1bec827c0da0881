"""Small worlds of literal rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_world import World, across_july_2025, today


@pytest.fixture
def world(tmp_path: Path) -> World:
    return today(tmp_path)


@pytest.fixture
def july(tmp_path: Path) -> World:
    return across_july_2025(tmp_path)
