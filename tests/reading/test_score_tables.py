"""Tables of scores after Decision 766: known by headings in any order, refused by name where groups lack."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from grassroots.reading import read_file
from grassroots.reading.model import Reading, UnreadableReport

# as the portal shows it: six columns, online services and online payment apart
HEAD = ["STT", "Tên đơn vị", "Công khai, minh bạch", "Tiến độ giải quyết", "Dịch vụ công trực tuyến",
        "Thanh toán trực tuyến", "Mức độ hài lòng", "Số hóa hồ sơ", "Tổng điểm"]  # fmt: skip
TITLE = ["Bộ chỉ số theo Quyết định 766/QĐ-TTg - Tỉnh Đồng Nai"]
PERIOD = ["9 tháng năm 2026"]
PHU = [1, "UBND xã Đồng Phú", 17.5, 19, 10.5, 8, 18, 20.25, 93.25]
LOI = [2, "UBND xã Thuận Lợi", 12, "15,5", 6, None, 16.2, 11, None]


def workbook(folder: Path, *rows: Sequence[Any]) -> Path:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    path = folder / "diem_766.xlsx"
    book.save(path)
    return path


def points(reading: Reading, unit: str) -> dict[str, tuple[float | None, float | None]]:
    return {one.criterion: (one.points, one.maximum) for one in reading.scores if one.unit == unit}


def test_six_columns_of_the_portal_are_the_five_groups(tmp_path: Path) -> None:
    reading = read_file(workbook(tmp_path, TITLE, PERIOD, [], HEAD, PHU, LOI))
    assert points(reading, "UBND xã Đồng Phú") == {
        "cong_khai": (17.5, 18), "tien_do": (19, 20), "truc_tuyen": (18.5, 22), "hai_long": (18, 18),
        "so_hoa": (20.25, 22),
    }  # fmt: skip
    assert points(reading, "UBND xã Thuận Lợi")["truc_tuyen"] == (None, 22)
    assert points(reading, "UBND xã Thuận Lợi")["tien_do"] == (15.5, 20)
    online = next(one for one in reading.scores if one.criterion == "truc_tuyen")
    assert online.quote == "UBND xã Đồng Phú: Dịch vụ công trực tuyến: 10,5; Thanh toán trực tuyến: 8"
    assert (online.place.sheet, online.place.cell) == ("Sheet", "E5")
    (total,) = reading.figures
    assert (total.indicator, total.value, total.part, total.place.cell) == (
        "qd766_diem", 93.25, "UBND xã Đồng Phú", "I5",
    )  # fmt: skip
    said = reading.particulars
    assert said.period is not None and said.period.code == "2026-m09"
    assert said.issuer == TITLE[0] and said.evidence["period"].place.cell == "A2"


def test_five_groups_in_another_order_with_their_maxima_in_the_heading(tmp_path: Path) -> None:
    head = ["Địa phương", "Tổng điểm (100)", "Số hóa (22 điểm)", "Cung cấp dịch vụ công trực tuyến (22)",
            "Hài lòng (18)", "Tiến độ, kết quả (20 điểm)", "Công khai (18)"]  # fmt: skip
    row = ["Xã Đồng Phú", "80,5/100", "20/22", "21/22", 12, 17.5, 10]
    reading = read_file(workbook(tmp_path, head, ["Trung bình", 80, 1, 1, 1, 1, 1], row))
    assert points(reading, "Xã Đồng Phú") == {
        "so_hoa": (20, 22), "truc_tuyen": (21, 22), "hai_long": (12, 18), "tien_do": (17.5, 20),
        "cong_khai": (10, 18),
    }  # fmt: skip
    assert [(one.value, one.token) for one in reading.figures] == [(80.5, "80,5/100")]
    assert not reading.form_issues


def test_points_below_a_parted_heading(tmp_path: Path) -> None:
    head = ["Đơn vị", "Công khai", None, "Tiến độ", None, "Dịch vụ công trực tuyến", None, "Hài lòng", None,
            "Số hóa", None]  # fmt: skip
    below = [None, *["Tỷ lệ", "Điểm"] * 5]
    reading = read_file(
        workbook(tmp_path, head, below, ["Xã Đồng Phú", 99, 17, 98, 19, 60, 20, 97, 16, 90, 21])
    )
    assert [one.points for one in reading.scores] == [17, 19, 20, 16, 21]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_by_the_portal_s_own_codes(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "766.csv"
    rows = [["TEN", "CKMB", "TDGQ", "CLGQ", "TTTT", "MDHL", "MDSH", "TONG_SCORE"],
            ["Xã Đồng Phú", "17.5", "19", "10.5", "8", "18", "20.25", "93.25"]]  # fmt: skip
    path.write_text("\n".join(mark.join(row) for row in rows), encoding="utf-8")
    reading = read_file(path)
    assert points(reading, "Xã Đồng Phú")["truc_tuyen"] == (18.5, 22)
    assert reading.figures[0].value == 93.25


def test_a_department_s_points_are_kept_for_no_unit(tmp_path: Path) -> None:
    reading = read_file(workbook(tmp_path, TITLE, HEAD, PHU, [3, "Sở Xây dựng", 18, 20, 12, 10, 18, 22, 100]))
    assert {one.unit for one in reading.scores} == {"UBND xã Đồng Phú"}
    assert {(cell.row, cell.row_kind) for cell in reading.cells} == {("Sở Xây dựng", "body")}
    assert sum(cell.value for cell in reading.cells) == 100


def test_a_total_that_is_not_the_sum_is_said_and_kept(tmp_path: Path) -> None:
    reading = read_file(workbook(tmp_path, HEAD, [*PHU[:-1], 95.25]))
    (issue,) = reading.form_issues
    assert (issue.rule, issue.expected, issue.found) == ("form_columns_total", 95.25, 93.25)
    assert reading.figures[0].value == 95.25
    # rounding of each column to one place is no difference
    assert not read_file(workbook(tmp_path, HEAD, [*PHU[:-1], 93.5])).form_issues


def test_a_table_without_a_group_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport) as refused:
        read_file(workbook(tmp_path, TITLE, PERIOD, HEAD[:-2], PHU[:-2]))
    assert refused.value.code == "form_problem.scores_766_columns"
    assert (refused.value.place, refused.value.details) == ("Sheet!A3", {"missing": "Số hóa hồ sơ"})


def test_more_points_than_the_group_has_and_words_are_refused_by_cell(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport) as refused:
        read_file(workbook(tmp_path, HEAD, [*PHU[:2], 18.5, "tốt", *PHU[4:]]))
    found = [(one.code.partition(".")[2], one.place) for one in refused.value.details["problems"]]
    assert found == [("above_maximum", "Sheet!C2"), ("not_a_number", "Sheet!D2")]


def test_another_csv_is_named_for_what_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "khac.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableReport) as refused:
        read_file(path)
    assert refused.value.code == "form_problem.not_a_score_table"
