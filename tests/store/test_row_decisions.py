"""Rows of lists in the store, and what people decide on them: appended, replayed, kept by their words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grassroots import store

REPORT = """UBND HUYỆN ĐỒNG PHÚ
Số: 88/BC-UBND
Đồng Phú, ngày 20 tháng 12 năm 2024

BÁO CÁO
Kết quả thực hiện dân chủ ở cơ sở năm 2024 trên địa bàn huyện Đồng Phú

I. Kết quả thực hiện
Phòng Tư pháp mở 02 lớp tập huấn về hòa giải ở cơ sở cho 120 hòa giải viên ngày 12/5/2024.
Huyện mở 01 lớp tập huấn về kỹ năng tiếp công dân cho 30 công chức.
Mô hình “Ngày thứ Sáu lắng nghe dân” của xã Tân Tiến được công nhận cấp huyện.
UBND huyện kiểm tra việc công khai tại 04 xã.
UBND huyện gửi 120 phiếu lấy ý kiến Nhân dân về dự thảo Quy hoạch chung đô thị, thu về 114 phiếu.
UBND xã Tân Lập đạt 77,5/80,5 điểm Chính quyền thân thiện.
"""
TABLES = (
    "training_course",
    "award",
    "inspection",
    "consultation",
    "score_total",
    "row_decision",
    "journal_entry",
)


def _facts() -> dict[str, list[dict[str, Any]]]:
    reader = store.Reader()
    return {
        table: sorted(reader.rows("from query_table($table)", {"table": table}), key=repr) for table in TABLES
    }


@pytest.fixture
def report_id(store_folder: Path, tmp_path: Path) -> str:
    file = tmp_path / "bao_cao.txt"
    file.write_text(REPORT, encoding="utf-8")
    (result,) = store.load_files([file], by="An").results
    assert result.outcome == "new"
    return str(result.report_id)


def test_lists_are_stored_with_their_words(report_id: str) -> None:
    facts = _facts()
    assert [len(facts[table]) for table in TABLES[:5]] == [2, 1, 1, 1, 1]
    course = min(facts["training_course"], key=lambda row: row["ordinal"])
    assert (course["courses"], course["participants"], str(course["held_on"])) == (2, 120, "2024-05-12")
    assert facts["inspection"][0]["units"] == 4
    assert (facts["consultation"][0]["asked"], facts["consultation"][0]["answered"]) == (120, 114)
    assert facts["score_total"][0]["unit_key"] is not None
    for table in TABLES[:5]:
        for row in facts[table]:
            assert REPORT.count(row["quote"]) == 1
            assert row["quote_end"] - row["quote_start"] == len(row["quote"])


def test_a_dropped_row_is_nowhere_and_a_confirmed_one_says_so(report_id: str) -> None:
    store.decide_row(report_id, "training_course", 1, "confirm", by="Bình")
    store.decide_row(report_id, "training_course", 2, "reject", by="Bình", reason="đọc nhầm")
    assert [row["action"] for row in _facts()["row_decision"]] == ["confirm", "reject"]
    unit = store.Reader().rows("select unit_key from report", {})[0]["unit_key"]
    for confirmed_only in (False, True):
        found = store.Reader().rows(
            "select topic, state from course_of_place($place, $only)", {"place": unit, "only": confirmed_only}
        )
        assert [(row["topic"], row["state"]) for row in found] == [("hòa giải ở cơ sở", "confirmed")]
    store.decide_row(report_id, "training_course", 2, "confirm", by="An")
    found = store.Reader().rows("select topic from course_of_place($place, true)", {"place": unit})
    assert len(found) == 2, "the newest decision holds"


def test_decisions_on_rows_are_replayed(report_id: str, store_folder: Path) -> None:
    store.decide_row(report_id, "award", 1, "reject", by="Bình")
    store.decide_row(report_id, "consultation", 1, "confirm", by="Bình")
    before = _facts()
    store.rebuild()
    assert _facts() == before


def test_a_confirmed_row_outlives_a_reader_that_no_longer_finds_it(
    report_id: str, store_folder: Path
) -> None:
    """The journal says what was confirmed; a row rejected that nobody reads any more is simply gone."""
    store.decide_row(report_id, "inspection", 1, "confirm", by="Bình")
    store.decide_row(report_id, "award", 1, "reject", by="Bình")
    journal = store_folder / "journal.jsonl"
    lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    for entry in lines:
        if entry["kind"] == "decide_row":
            entry["row"] |= {"topic": "việc khác", "inspected": "03 phường", "name": "khác", "quote": "khác"}
    journal.write_text(
        "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in lines), encoding="utf-8"
    )
    store.rebuild()
    facts = _facts()
    assert sorted(row["inspected"] for row in facts["inspection"]) == ["03 phường", "04 xã"]
    decided = {row["list"]: row["ordinal"] for row in facts["row_decision"]}
    assert decided == {"inspection": 2, "award": None}


def test_what_can_not_be_decided_is_said(report_id: str) -> None:
    for table, ordinal, code in (("training_course", 9, "unknown_row"), ("figure", 1, "unknown_list")):
        with pytest.raises(store.DecisionRefused) as refused:
            store.decide_row(report_id, table, ordinal, "reject", by="An")
        assert refused.value.code == code
