"""The first start on an empty store, with two small periods of the real sample and the real loader."""

from __future__ import annotations

from pathlib import Path

import pytest

from grassroots import first_start, sample, store

OLDER, NEWER = "2023-m06", "2023-year"


@pytest.fixture(autouse=True)
def two_periods(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sample of two periods of Đồng Phú's communes, and the true workbook that lies beside them."""
    small = [(period, path) for period, path in sample.archives() if period.code in (OLDER, NEWER)]
    assert [period.code for period, _ in small] == [NEWER, OLDER]
    monkeypatch.setattr(sample, "archives", lambda: small)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The commands that would have been started beside, noted instead."""
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(first_start, "start_beside", lambda *command: commands.append(command))
    return commands


def periods_stored() -> set[str]:
    return {report["period"] for report in store.reports()}


def test_the_newest_period_is_loaded_before_serving_and_the_rest_after(
    new_store_folder: Path, started: list[tuple[str, ...]]
) -> None:
    assert first_start.is_needed()
    told: list[tuple[int, int]] = []
    first_start.begin(lambda done, total: told.append((done, total)))
    assert periods_stored() == {NEWER}
    assert told[-1][0] == told[-1][1] > 0
    left = first_start.waiting()
    assert left is not None and (left.periods, left.done) == ((OLDER, "published"), 1)
    assert started == [("sample", "--rest")]

    first_start.go_on()
    assert periods_stored() == {NEWER, OLDER, "2024-m10"}
    assert first_start.waiting() is None and not first_start.is_needed()
    first_start.begin()
    assert len(started) == 1, "nothing is left to start"


def test_a_start_after_an_interruption_goes_on(
    new_store_folder: Path, started: list[tuple[str, ...]]
) -> None:
    first_start.begin()
    first_start.begin()
    assert len(started) == 2
    assert periods_stored() == {NEWER}


def test_a_store_emptied_of_the_sample_stays_without_it(
    new_store_folder: Path, started: list[tuple[str, ...]]
) -> None:
    first_start.begin()
    store.empty_sample(by="Lan")
    first_start.go_on()
    assert store.status().illustrative_reports == 0
    assert first_start.waiting() is None and not first_start.is_needed()


def test_an_office_can_start_without_the_sample(
    new_store_folder: Path, started: list[tuple[str, ...]]
) -> None:
    first_start.decline()
    first_start.begin()
    assert not started and not first_start.is_needed()
    assert store.status().reports == 0
