"""Decisions: appended, kept in the journal with the figure they are about, alive after a rebuild."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import made_files as files
import pytest

from grassroots import reading, store
from grassroots.reading.model import Figure, Place, Reading
from grassroots.store import reading_pool, reading_worker
from grassroots.store.outcome import Problem
from grassroots.store.preparing import Prepared
from grassroots.store.reading_worker import Job

READ = [
    Figure("don_thu_ly", 142, "đã giải quyết 132/142 đơn", Place(9, 0, 25), "132/142", "đơn"),
    Figure("don_da_giai_quyet", 132, "đã giải quyết 132/142 đơn", Place(9, 0, 25), "132/142", "đơn"),
    Figure("don_dang_giai_quyet", 10, "còn 10 đơn", Place(9, 27, 37), "10", "đơn"),
]
Reads = Callable[[list[Figure]], None]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Makes the reader find exactly these figures in any narrative, as a reader of another age would."""
    really = reading.read_file

    def read_here(jobs: Sequence[Job], *_: object) -> Iterator[Prepared | Problem]:
        yield from map(reading_worker.read, jobs)  # another process would not know of the stand-in

    monkeypatch.setattr(reading_pool, "read_all", read_here)

    def find(figures: list[Figure]) -> None:
        def read_file(path: Path) -> Reading:
            return replace(really(path), figures=tuple(figures))

        monkeypatch.setattr(reading, "read_file", read_file)

    return find


@pytest.fixture
def report_id(store_folder: Path, tmp_path: Path, reads: Reads) -> str:
    reads(READ)
    result = store.load_files([files.narrative(tmp_path / "a.txt")], by="An").results[0]
    assert result.report_id is not None
    return result.report_id


def decisions() -> list[dict[str, Any]]:
    return store.Reader().rows(
        """
        select figure_id, action, value, indicator, part, reason, decided_by, stated, decided_at, carried
        from decision order by position, decision_id
        """
    )


def issues() -> list[str]:
    return [row["rule"] for row in store.Reader().rows("select rule from issue order by rule")]


def test_a_decision_says_who_when_and_why(report_id: str) -> None:
    store.decide(f"{report_id}-1", "correct", by="Bình", value=143, reason="Đọc nhầm")
    (row,) = decisions()
    assert (row["figure_id"], row["action"], row["value"]) == (f"{report_id}-1", "correct", 143)
    assert (row["decided_by"], row["stated"], row["reason"]) == ("Bình", True, "Đọc nhầm")
    assert row["decided_at"] is not None and row["carried"] is None


def test_the_journal_keeps_the_figure_it_was_about(report_id: str, store_folder: Path) -> None:
    store.decide(f"{report_id}-3", "reject", by="Bình")
    lines = (store_folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    (decision,) = json.loads(lines[-1])["decisions"]
    about = decision["figure"]
    assert about["sha256"].startswith(report_id)
    assert (about["indicator"], about["value"], about["quote"]) == ("don_dang_giai_quyet", 10, "còn 10 đơn")
    assert (about["passage"], about["quote_start"], about["quote_end"]) == (9, 27, 37)


def test_confirming_all_leaves_what_was_decided(report_id: str) -> None:
    store.decide(f"{report_id}-2", "reject", by="Bình")
    assert store.confirm_all(report_id, by="Chi") == 2
    assert store.confirm_all(report_id, by="Chi") == 0
    made = [(row["figure_id"], row["action"]) for row in decisions()]
    assert made == [
        (f"{report_id}-2", "reject"),
        (f"{report_id}-1", "confirm"),
        (f"{report_id}-3", "confirm"),
    ]
    assert store.status().undecided_figures == 0


def test_a_correction_is_checked_again(report_id: str) -> None:
    assert issues() == [], "132 + 10 = 142"
    store.decide(f"{report_id}-2", "correct", by="Bình", value=130, reason="Thử")
    assert issues() == ["settled_and_open"]
    store.decide(f"{report_id}-3", "correct", by="Bình", value=12, reason="Thử")
    assert issues() == []


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("correction_without_reason", {"action": "correct", "value": 1.0}),
        ("correction_without_reason", {"action": "correct", "reason": "vì sao"}),
        ("only_corrections_change", {"action": "confirm", "value": 1.0}),
        ("unknown_indicator", {"action": "correct", "indicator": "nonsense", "reason": "vì sao"}),
        ("unknown_figure", {"action": "confirm", "figure_id": "nonsense"}),
        ("no_name", {"action": "confirm", "by": " "}),
    ],
)
def test_what_can_not_stand_is_refused(report_id: str, code: str, call: dict[str, Any]) -> None:
    with pytest.raises(store.DecisionRefused) as refused:
        store.decide(**{"figure_id": f"{report_id}-1", "by": "Bình", **call})
    assert refused.value.code == code
    assert decisions() == []


def test_a_part_is_resolved_when_it_is_corrected(report_id: str) -> None:
    store.decide(
        f"{report_id}-1", "correct", by="Bình", part="xã Tân Hưng", part_kind="place", reason="Của một xã"
    )
    (row,) = store.Reader().rows("select part, part_unit_key from decision")
    assert row == {"part": "xã Tân Hưng", "part_unit_key": files.TAN_HUNG}


def test_another_copy_keeps_the_decisions(report_id: str, tmp_path: Path) -> None:
    store.confirm_all(report_id, by="Bình")
    other = files.narrative(tmp_path / "b.txt")
    other.write_text(other.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert store.load_files([other], by="An").results[0].outcome == "copy"
    assert store.status().undecided_figures == 0


def test_a_rebuild_by_the_same_reader_changes_nothing(report_id: str) -> None:
    store.decide(f"{report_id}-1", "correct", by="Bình", value=143, reason="Đọc nhầm")
    store.set_scope(report_id, "own_agency", by="Chi")
    store.confirm_all(report_id, by="Bình")
    before = decisions(), issues(), store.reports()
    summary = store.rebuild()
    assert (summary.changed, summary.orphaned, summary.failed) == ((), (), ())
    assert (decisions(), issues(), store.reports()) == before
    assert store.reports()[0]["scope"] == "own_agency"


def test_a_newer_reader_leaves_confirmed_figures_and_lists_what_it_reads_otherwise(
    report_id: str, reads: Reads
) -> None:
    store.confirm_all(report_id, by="Bình")
    more = Figure("vi_pham", 0, "không có vi phạm", Place(10, 0, 16), "không có")
    reads([more, replace(READ[0], value=140), READ[1]])  # one more, one otherwise, one no longer
    summary = store.rebuild()
    assert [(one.indicator, one.value, one.now) for one in summary.changed] == [("don_thu_ly", 142, 140)]
    assert [(one.indicator, one.value) for one in summary.orphaned] == [("don_dang_giai_quyet", 10)]
    assert [(row["figure_id"], row["action"], row["value"], row["carried"]) for row in decisions()] == [
        (f"{report_id}-2", "correct", 142, "changed"),
        (f"{report_id}-3", "confirm", None, None),
        (f"{report_id}-4", "confirm", None, "orphaned"),
    ]
    kept = store.Reader().rows("select value, quote, read_by from figure where ordinal = 4")
    assert kept == [{"value": 10, "quote": "còn 10 đơn", "read_by": "kept"}]
    again = store.rebuild()
    assert (again.changed, again.orphaned) == (summary.changed, summary.orphaned)


def test_a_rejection_does_not_hit_what_a_newer_reader_reads_instead(report_id: str, reads: Reads) -> None:
    store.decide(f"{report_id}-3", "reject", by="Bình")
    reads([*READ[:2], replace(READ[2], value=1)])
    summary = store.rebuild()
    assert [one.now for one in summary.changed] == [1]
    rejected = {row["figure_id"] for row in decisions()}
    assert f"{report_id}-3" not in rejected
