"""Lists of narratives on texts written for them, with the rows a careful person takes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from reading.listing import read, score
from reading.scoring import Score

from grassroots.reading import read_file
from grassroots.reading.model import Passage
from grassroots.reading.narrative import read_passages

TEXTS = yaml.safe_load((Path(__file__).parent / "lists.yml").read_text(encoding="utf-8"))


def test_lists_as_a_whole() -> None:
    found: dict[str, Score] = {}
    for entry in TEXTS:
        score(entry, found)
    for kind, one in found.items():
        assert one.wanted >= 4, kind
        assert one.precision >= 0.95, (kind, one.problems)
        assert one.recall >= 0.9, (kind, one.problems)


@pytest.mark.parametrize("entry", TEXTS, ids=lambda entry: str(entry["text"])[:40])
def test_every_row_rests_on_words_of_the_text(entry: dict[str, str]) -> None:
    reading = read(entry)
    lists = (
        *(reading.training_courses, reading.awards, reading.score_totals),
        *(reading.inspections, reading.consultations),
    )
    for row in (one for rows in lists for one in rows):
        passage = reading.passages[(row.place.passage or 0) - 1]
        assert passage.text[row.place.start : row.place.end] == row.quote
        assert 0 < len(row.quote) <= 600


def test_the_verified_points_of_a_table_count_and_the_units_own_do_not() -> None:
    """77,5 of 80,5 is a figure of the commune; the 79 it gave itself stands in the list alone."""
    entry = next(one for one in TEXTS if "Điểm tự chấm" in one["text"])
    figures = [one for one in read(entry).figures if one.indicator.startswith("cqtt_diem")]
    assert [(one.indicator, one.value, one.part, one.part_kind) for one in figures] == [
        ("cqtt_diem", 77.5, "Tân Phước", "place"),
        ("cqtt_diem_toi_da", 80.5, "Tân Phước", "place"),
        ("cqtt_diem", 74, "Thuận Lợi", "place"),
        ("cqtt_diem_toi_da", 80.5, "Thuận Lợi", "place"),
    ]


def test_criteria_are_those_of_the_catalogue_or_left_out() -> None:
    rows = (
        "Kết quả chấm điểm Chính quyền thân thiện năm 2024:",
        "STT | Xã | Công khai, minh bạch | Thái độ phục vụ (15 điểm) | Nhà văn hóa | Tổng điểm",
        "1 | Tân Phước | 18,5 | 13/15 | 4 | 76,5",
    )
    passages = [Passage(1, "Báo cáo năm 2024 của UBND huyện Đồng Phú")]
    passages += [
        Passage(at, text, kind="row" if "|" in text else "paragraph") for at, text in enumerate(rows, 2)
    ]
    reading = read_passages(tuple(passages), "docx")
    assert [(one.sheet, one.criterion, one.unit, one.points, one.maximum) for one in reading.scores] == [
        ("cqtt_minh_hoa", "cong_khai", "Tân Phước", 18.5, 20),
        ("cqtt_minh_hoa", "thai_do", "Tân Phước", 13, 15),
    ]
    assert [(one.unit, one.points, one.maximum) for one in reading.score_totals] == [
        ("Tân Phước", 76.5, None)
    ]


def test_a_table_that_names_no_sheet_is_left_alone() -> None:
    rows = ("STT | Xã | Điểm", "1 | Tân Phước | 76,5")
    passages = tuple(Passage(at, text, kind="row") for at, text in enumerate(rows, start=1))
    assert read_passages(passages, "docx").score_totals == ()


def test_each_table_has_the_sheet_that_its_own_words_name() -> None:
    lines = (
        "Báo cáo năm 2024 của UBND huyện Đồng Phú",
        "Kết quả chấm điểm Chính quyền thân thiện năm 2024:",
        "STT | Xã | Điểm",
        "1 | Tân Phước | 77/80",
        "Kết quả chấm điểm văn hóa công sở như sau:",
        "STT | Xã | Điểm",
        "1 | Tân Phước | 45/50",
    )
    passages = tuple(
        Passage(at, text, kind="row" if "|" in text else "paragraph")
        for at, text in enumerate(lines, start=1)
    )
    reading = read_passages(passages, "docx")
    assert [(one.sheet, one.sheet_name, one.points) for one in reading.score_totals] == [
        ("cqtt_minh_hoa", "Chính quyền thân thiện", 77),
        (None, "văn hóa công sở", 45),
    ]
    assert [(one.indicator, one.value) for one in reading.figures] == [
        ("cqtt_diem", 77),
        ("cqtt_diem_toi_da", 80),
    ], "points of a sheet outside the catalogue are no figures"


def test_dong_phu_names_three_scores_and_one_inspection(shared: Path) -> None:
    """What stands in the report and nothing else: no course, model, commendation or consultation by name."""
    reading = read_file(shared / "reports" / "00_dong_phu_2024.txt")
    assert [str(one.unit).split("xã ")[-1] for one in reading.score_totals] == [
        "Tân Hưng",
        "Thuận Phú",
        "Tân Lập",
    ]
    assert {(one.points, one.maximum, one.sheet) for one in reading.score_totals} == {
        (77.5, 80.5, "cqtt_minh_hoa")
    }
    (inspection,) = reading.inspections
    assert (inspection.inspected, inspection.units) == ("05 phòng, ban chuyên môn và 04 đơn vị cấp xã", 9)
    assert inspection.topic == "công tác cải cách hành chính"
    assert (reading.training_courses, reading.awards, reading.consultations) == ((), (), ())
