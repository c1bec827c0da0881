"""Units and a period that forms are made for in these tests."""

from __future__ import annotations

import pytest

from grassroots.periods import Period
from grassroots.units import Unit, unit


@pytest.fixture(scope="session")
def tan_lap() -> Unit:
    return unit("2020:25381")


@pytest.fixture(scope="session")
def dong_phu() -> Unit:
    return unit("2020:695")


@pytest.fixture(scope="session")
def ten_months() -> Period:
    return Period(2024, "m10")
