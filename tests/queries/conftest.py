"""Small worlds of literal rows."""

from __future__ import annotations

import pytest
from made_world import World, across_july_2025, today


@pytest.fixture
def world() -> World:
    return today()


@pytest.fixture
def july() -> World:
    return across_july_2025()
