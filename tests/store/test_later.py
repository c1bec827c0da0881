"""Decisions that are published when the hand rests: kept at once, seen a little later, never lost."""

from __future__ import annotations

from pathlib import Path

import made_files
import pytest

from grassroots import store
from grassroots.store import later


@pytest.fixture
def figure_id(store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """One undecided figure of a narrative; putting off lasts long enough to look meanwhile."""
    monkeypatch.setattr(later, "RESTING_SECONDS", 60.0)
    monkeypatch.setattr(later, "LONGEST_SECONDS", 60.0)
    store.load_files([made_files.narrative(tmp_path / "bc.txt")], by="an")
    return str(store.Reader().rows("select figure_id from figure order by ordinal")[0]["figure_id"])


def _decisions() -> int:
    return len(store.Reader().rows("select * from decision"))


def test_a_decision_put_off_is_in_the_journal_and_not_published_yet(
    figure_id: str, store_folder: Path
) -> None:
    before = store.version()
    store.decide(figure_id, "confirm", by="an", publish="soon")
    assert store.version() == before
    assert figure_id.partition("-")[0] in (store_folder / "journal.jsonl").read_text(encoding="utf-8")
    store.finish_publishing()
    assert store.version() == before + 1
    assert _decisions() == 1


def test_several_decisions_are_published_in_one_copy(figure_id: str) -> None:
    before = store.version()
    for action in ("confirm", "reject", "confirm"):
        store.decide(figure_id, action, by="an", reason="thử", publish="soon")
    store.finish_publishing()
    assert store.version() == before + 1
    assert _decisions() == 3


def test_whoever_opens_the_store_next_sees_what_was_put_off(figure_id: str) -> None:
    """As after a process that ended before it published."""
    store.decide(figure_id, "confirm", by="an", publish="soon")
    assert _decisions() == 1


def test_nothing_is_waited_for_when_nothing_was_put_off(figure_id: str) -> None:
    before = store.version()
    store.finish_publishing()
    assert store.version() == before


def test_only_figures_read_with_enough_confidence_are_confirmed_together(figure_id: str) -> None:
    report_id = figure_id.partition("-")[0]
    read = store.Reader().rows("select max(confidence) as most, count(*) as figures from figure")[0]
    assert store.confirm_all(report_id, by="an", at_least=float(read["most"]) + 0.001) == 0
    assert store.confirm_all(report_id, by="an", at_least=0.0) == read["figures"]
