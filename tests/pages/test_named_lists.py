"""Lists of what narratives name: on the pages of a unit and of scores, and in the review."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from grassroots import store
from tests.pages.conftest import Open

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG PHÚ
Số: 88/BC-UBND
Đồng Phú, ngày 15 tháng 11 năm 2024
BÁO CÁO
Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024
I. Kết quả thực hiện
Tổng số đơn thụ lý giải quyết trong kỳ là 142 đơn, đã giải quyết 132/142 đơn.
Thanh tra huyện thanh tra đột xuất việc công khai tại UBND xã Tân Hòa, phát hiện sai phạm của ông Trần An.
UBND huyện gửi 120 phiếu lấy ý kiến Nhân dân về dự thảo Quy hoạch chung đô thị, thu về 114 phiếu.
UBND xã Tân Lập đạt 77,5/80,5 điểm Chính quyền thân thiện.
"""


@pytest.fixture
def loaded(dashboard: Open, tmp_path: Path) -> Open:
    file = tmp_path / "bc.txt"
    file.write_text(REPORT, encoding="utf-8")
    assert store.load_files([file], by="an").results[0].outcome == "new"
    return dashboard


def tables(app: AppTest) -> list[dict[str, list[object]]]:
    """Every list on the page, by its columns."""
    return [one.value.to_dict("list") for one in app.dataframe]


def test_a_unit_s_inspections_and_consultations(loaded: Open) -> None:
    """Unconfirmed rows count and say so; nobody is named."""
    unit = store.Reader().rows("select unit_key from report")[0]["unit_key"]
    app = loaded(None, "unit", place=str(unit), period="2024-m10")
    inspections, consultations = (one for one in tables(app) if "Trạng thái" in one)
    assert inspections["Nơi được kiểm tra"] == ["UBND xã Tân Hòa"]
    assert inspections["Kế hoạch"] == ["Đột xuất"]
    assert inspections["Kết quả"] == ["phát hiện sai phạm của ông …"]
    assert consultations["Được hỏi"] == [120]
    assert consultations["Trạng thái"] == ["Chưa xác nhận"]
    assert "Đồng ý" not in consultations, "a column that is empty all the way down is not drawn"


def test_scores_as_reports_name_them(loaded: Open) -> None:
    unit = store.Reader().rows("select unit_key from report")[0]["unit_key"]
    (scores,) = tables(loaded(None, "scores", place=str(unit), period="2024-m10"))
    assert scores["Bộ tiêu chí"] == ["Chính quyền thân thiện"]
    assert scores["Điểm"] == ["77,5/80,5"]


def test_rows_are_offered_in_the_review_and_dropped_ones_go(loaded: Open) -> None:
    app = loaded(None, "review")
    (rows,) = tables(app)
    assert rows["Trạng thái"] == ["Chưa xác nhận"] * 3
    assert {one.label for one in app.button} >= {"Xác nhận các dòng đã chọn", "Bỏ các dòng đã chọn"}
    report = store.Reader().rows("select report_id, unit_key from report")[0]
    store.decide_row(str(report["report_id"]), "inspection", 1, "reject", by="Phòng Nội vụ")
    unit = loaded(None, "unit", place=str(report["unit_key"]), period="2024-m10")
    assert not any("Nơi được kiểm tra" in one for one in tables(unit))
