"""What is said of a report that does not say for certain itself whose it is, or for when."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from grassroots import queries, store

HEAD = """UBND HUYỆN ĐỒNG PHÚ
Đồng Phú, ngày 20 tháng 10 năm 2024
BÁO CÁO
{title}
Toàn huyện tiếp nhận {received} đơn; năm 2023 tiếp nhận 90 đơn.
"""
TWO = "Công tác tiếp công dân tháng 10 năm 2024 và 10 tháng đầu năm 2024"
ONE = "Công tác tiếp công dân 10 tháng đầu năm 2024"


def loaded(path: Path, title: str = TWO, received: int = 142, head: str = HEAD) -> str:
    path.write_text(head.format(title=title, received=received), encoding="utf-8")
    (result,) = store.load_files([path], by="An").results
    assert result.report_id is not None, result.problem
    return result.report_id


def asked(report_id: str) -> list[dict[str, Any]]:
    answer = queries.run(store.Reader(), "particular_questions", report_id=report_id)
    return answer.to_dict("records")


def report(report_id: str) -> dict[str, Any]:
    rows = store.Reader().rows("select * from report where report_id = $id", {"id": report_id})
    return rows[0]


def test_a_title_of_two_periods_is_asked_about_with_its_words(store_folder: Path, tmp_path: Path) -> None:
    report_id = loaded(tmp_path / "a.txt")
    assert [(row["field"], row["value"], row["quote"], row["taken"]) for row in asked(report_id)] == [
        ("period", "2024-m10", "10 tháng đầu năm 2024", True),
        ("period", "2024-x10", "tháng 10 năm 2024", False),
    ]


def test_a_title_of_one_period_is_not_asked_about(store_folder: Path, tmp_path: Path) -> None:
    assert asked(loaded(tmp_path / "a.txt", ONE)) == []


def test_saying_the_period_moves_the_report_and_ends_the_question(store_folder: Path, tmp_path: Path) -> None:
    report_id = loaded(tmp_path / "a.txt")
    store.set_particular(report_id, "period", "2024-x10", by="Bình")
    now = report(report_id)
    assert (now["period"], now["period_name"], now["months"]) == ("2024-x10", "x10", None)
    assert str(now["first_day"])[:10] == "2024-10-01" and str(now["last_day"])[:10] == "2024-10-31"
    assert asked(report_id) == []


def test_confirming_what_was_taken_ends_the_question_too(store_folder: Path, tmp_path: Path) -> None:
    report_id = loaded(tmp_path / "a.txt")
    before = report(report_id)
    store.set_particular(report_id, "period", "2024-m10", by="Bình")
    assert report(report_id) == before
    assert asked(report_id) == []


def test_a_report_moved_joins_the_versions_of_its_new_period(store_folder: Path, tmp_path: Path) -> None:
    monthly = loaded(tmp_path / "a.txt", "Công tác tiếp công dân tháng 10 năm 2024", 30)
    doubtful = loaded(tmp_path / "b.txt", TWO, 31)
    store.set_particular(doubtful, "period", "2024-x10", by="Bình")
    assert report(doubtful)["replaces"] == monthly
    store.set_particular(doubtful, "period", "2024-m10", by="Bình")
    assert report(doubtful)["replaces"] is None


def test_what_was_said_outlives_a_rebuild(store_folder: Path, tmp_path: Path) -> None:
    report_id = loaded(tmp_path / "a.txt")
    store.set_particular(report_id, "period", "2024-x10", by="Bình")
    before = report(report_id)
    store.rebuild()
    assert report(report_id) == before
    assert asked(report_id) == []


def test_a_name_spelt_otherwise_finds_its_unit_and_is_asked_about(store_folder: Path, tmp_path: Path) -> None:
    text = "UBND HUYỆN ĐĂK SONG\nBÁO CÁO\n{title}\nToàn huyện tiếp nhận {received} đơn.\n"
    report_id = loaded(tmp_path / "a.txt", "Kết quả nửa đầu năm 2023", head=text)
    (row,) = asked(report_id)
    assert (row["field"], row["quote"], row["taken"]) == ("unit", "UBND HUYỆN ĐĂK SONG", True)
    assert report(report_id)["unit_key"] == row["value"]


def test_parts_are_told_anew_from_the_new_unit(store_folder: Path, tmp_path: Path) -> None:
    text = HEAD + "Xã Tân Hưng tiếp nhận 12 đơn, xã Thuận Phú tiếp nhận 9 đơn.\n"
    report_id = loaded(tmp_path / "a.txt", head=text)
    places = "select part_unit_key from figure where part_kind = 'place' order by ordinal"
    before = [row["part_unit_key"] for row in store.Reader().rows(places)]
    assert len(before) == 2 and all(before)
    store.set_particular(report_id, "unit", "2020:694", by="Bình")
    assert report(report_id)["unit_key"] == "2020:694"
    now = [row["part_unit_key"] for row in store.Reader().rows(places)]
    assert now[0] not in (None, before[0])  # the other district has a Tân Hưng of its own …
    assert now[1] is None  # … and no Thuận Phú


@pytest.mark.parametrize(("field", "value"), [("unit", "2020:99999"), ("period", "2024-zz")])
def test_what_does_not_exist_is_refused(field: Any, value: str, store_folder: Path, tmp_path: Path) -> None:
    report_id = loaded(tmp_path / "a.txt")
    with pytest.raises(store.DecisionRefused) as refused:
        store.set_particular(report_id, field, value, by="Bình")
    assert refused.value.code == f"unknown_{field}"
