"""What reports contradict each other in, worked by hand on a world of three communes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World

from grassroots.issue_words import issue_sentence

Q1, M06, M09, YEAR = "2026-q1", "2026-m06", "2026-m09", "2025-year"
EIGHT = {
    "tcd_luot": 31, "tcd_nguoi": 44, "tcd_vu_viec": 29, "don_tiep_nhan": 17, "don_thu_ly": 15,
    "don_da_giai_quyet": 12, "don_dang_giai_quyet": 3, "tap_huan_lop": 2,
}  # fmt: skip


def found(world: World, *rules: str) -> list[tuple[Any, ...]]:
    """(rule, report, expected, found) of what these rules find, else of everything."""
    rows = world.ask("issues_of", place=None, period=None, report_id=None)
    return sorted(
        (row["rule"], row["report_id"], row["expected"], row["found"])
        for row in rows
        if not rules or row["rule"] in rules
    )


def sentence(world: World) -> str:
    return issue_sentence(world.one("issues_of", place=None, period=None, report_id=None))


def test_what_is_carried_over_is_what_was_open_a_year_before(world: World) -> None:
    world.report(AN, YEAR, {"don_dang_giai_quyet": 7})
    later = world.report(AN, M06, {"don_ky_truoc": 9})
    world.report(BINH, YEAR, {"don_dang_giai_quyet": 7})
    world.report(BINH, M06, {"don_ky_truoc": 7})
    assert found(world) == [("carried_over", later, 7, 9)]
    assert "ghi 9, nhưng báo cáo năm 2025 còn 7" in sentence(world) and "lệch 2" in sentence(world)


def test_the_inspectorates_days_follow_one_another_too(world: World) -> None:
    world.report(AN, YEAR, {"don_dang_giai_quyet": 7}, regime="inspectorate")
    later = world.report(AN, Q1, {"don_ky_truoc": 6}, regime="inspectorate")
    world.report(BINH, YEAR, {"don_dang_giai_quyet": 7})  # to 31/12, the next from 15/12: not held together
    world.report(BINH, Q1, {"don_ky_truoc": 6}, regime="inspectorate")
    assert found(world) == [("carried_over", later, 7, 6)]


def test_a_quarter_carries_over_what_the_one_before_left(world: World) -> None:
    world.report(AN, "2026-q2", {"don_dang_giai_quyet": 4})
    later = world.report(AN, "2026-q3", {"don_ky_truoc": 5})
    assert found(world) == [("carried_over", later, 4, 5)]


def test_other_scopes_and_kinds_of_report_are_not_held_together(world: World) -> None:
    world.report(PROVINCE, YEAR, {"don_dang_giai_quyet": 7}, scope="own_agency")
    world.report(PROVINCE, M06, {"don_ky_truoc": 9})
    world.report(AN, YEAR, {"don_dang_giai_quyet": 7}, illustrative=True)
    world.report(AN, M06, {"don_ky_truoc": 9})
    world.report(BINH, YEAR, {"don_dang_giai_quyet": 7}, scope=None)
    world.report(BINH, M06, {"don_ky_truoc": 9}, scope=None)
    assert found(world) == []


def test_a_unit_goes_on_under_another_key(july: World) -> None:
    """Bình Một alone went into a commune that also took a part of another: not the same unit any more."""
    july.report("2025-01:31", "2025-m06", {"don_dang_giai_quyet": 7})
    july.report(CUC, "2025-m09", {"don_ky_truoc": 9}, first_day=date(2025, 7, 1))
    assert found(july) == []
    july.unit("2025-01:41", "Dung Một", parent="2025-01:731", province="2025-01:75")
    july.unit("2025-07:104", "Dung", parent=PROVINCE)
    july.went_into("2025-01:41", "2025-07:104")
    july.report("2025-01:41", "2025-m06", {"don_dang_giai_quyet": 7})
    later = july.report("2025-07:104", "2025-m09", {"don_ky_truoc": 9}, first_day=date(2025, 7, 1))
    assert found(july) == [("carried_over", later, 7, 9)]


def test_a_count_since_january_cannot_fall(world: World) -> None:
    world.report(AN, Q1, {"vi_pham": 9, "don_qua_han": 5})
    world.report(AN, M06, {"vi_pham": 4, "don_qua_han": 1})  # what is open may fall
    world.report(AN, M09, {"vi_pham": 4})
    assert found(world) == [("cumulative_falls", "r02", 9, 4)], "held against the nearest before"
    assert "báo cáo quý I năm 2026 đã có 9 (giảm 5)" in sentence(world)


def test_a_report_of_its_months_alone_is_said_once(world: World) -> None:
    world.report(AN, M06, {"tcd_luot": 50, "tcd_nguoi": 60, "vi_pham": 4, "tap_huan_lop": 5})
    later = world.report(AN, M09, {"tcd_luot": 20, "tcd_nguoi": 25, "vi_pham": 1, "tap_huan_lop": 2})
    assert found(world) == [("not_cumulative", later, None, 4)]
    assert "4 số liệu nhỏ hơn báo cáo 6 tháng" in sentence(world)


def test_a_digit_too_many(world: World) -> None:
    world.report(AN, "2025-m06", {"tcd_luot": 40})
    world.report(AN, YEAR, {"tcd_luot": 90})
    wrong = world.report(AN, M06, {"tcd_luot": 430})
    assert found(world) == [("tenfold_jump", wrong, 42.5, 430)], "40, and half of 90, are usual"
    assert "gấp 10 lần mức thường có 42,5 (theo 2 báo cáo trước)" in sentence(world)


@pytest.mark.parametrize(("before", "after"), [(40, 390), (3, 31), (0, 300)])
def test_growth_is_no_slip(world: World, before: float, after: float) -> None:
    """Under ten times; too small to tell; and after none."""
    world.report(AN, "2025-m06", {"tcd_luot": before})
    world.report(AN, M06, {"tcd_luot": after})
    assert found(world) == []


def test_a_past_that_is_not_steady_says_nothing(world: World) -> None:
    world.report(AN, "2024-m06", {"tcd_luot": 10})
    world.report(AN, "2025-m06", {"tcd_luot": 60})
    world.report(AN, M06, {"tcd_luot": 400})
    assert found(world) == []


def area(world: World, whole: float, **more: Any) -> str:
    for key, visits in ((AN, 40), (BINH, 30), (CUC, 25)):
        world.report(key, M06, {"tcd_luot": visits})
    return world.report(PROVINCE, M06, {"tcd_luot": whole}, **more)


def test_communes_cannot_make_more_than_the_whole(world: World) -> None:
    whole = area(world, 90)
    assert found(world) == [("area_against_sum", whole, 95, 90)]
    assert "cộng 3/3 đơn vị được 95 (lệch 5)" in sentence(world)
    issue = world.one("issues_of", place=None, period=None, report_id=None)
    beside = world.ask("issue_figures", issue_id=issue["issue_id"])
    assert [(row["unit_name"], row["value"]) for row in beside] == [
        ("Đồng Nai", 90), ("An", 40), ("Bình", 30), ("Cúc", 25),
    ]  # fmt: skip


def test_what_the_body_above_did_itself_may_be_missing(world: World) -> None:
    whole = area(world, 100)
    assert found(world) == []
    world.report(PROVINCE, M06, {"tcd_luot": 3}, scope="own_agency")
    assert found(world) == [("area_against_sum", whole, 98, 100)]


def test_unequal_coverage_is_not_held_against_the_whole(world: World) -> None:
    world.report(AN, M06, {"tcd_luot": 40})
    world.report(PROVINCE, M06, {"tcd_luot": 10})
    assert found(world) == []
    world.report(BINH, M06, {"tcd_luot": 30})
    world.report(CUC, M06, {"tcd_luot": 25}, first_day=date(2025, 12, 15))
    assert found(world) == [], "other days"


def test_two_reports_of_one_unit_and_period_that_differ(world: World) -> None:
    world.report(AN, M06, {"vi_pham": 2, "tcd_luot": 5}, source="narrative")
    later = world.report(AN, M06, {"vi_pham": 3, "tcd_luot": 5}, source="narrative")
    assert found(world) == [("reports_differ", later, 2, 3)]


def test_a_report_handed_in_as_another_units(world: World) -> None:
    world.report(AN, M06, EIGHT)
    wrong = world.report(BINH, M06, EIGHT)
    assert found(world) == [("report_of_two_units", wrong, None, None)]
    assert "8 số liệu của báo cáo này giống hệt báo cáo 6 tháng năm 2026 của xã An" in sentence(world)


def test_an_old_report_handed_in_again(world: World) -> None:
    world.report(AN, "2025-m06", EIGHT)
    wrong = world.report(AN, M06, EIGHT)
    assert found(world, "report_of_two_periods") == [("report_of_two_periods", wrong, None, None)]


def test_one_content_under_two_numbers(world: World) -> None:
    first = world.report(AN, M06, EIGHT, number="12/BC-UBND")
    later = world.report(AN, M06, EIGHT, number="21/BC-UBND", replaces=first)
    assert found(world) == [("report_of_two_numbers", later, None, None)]
    assert "21/BC-UBND và 12/BC-UBND" in sentence(world)


def test_few_figures_alike_say_nothing(world: World) -> None:
    for key in (AN, BINH):
        world.report(key, M06, {"tcd_luot": 31, "tcd_nguoi": 44, "don_tiep_nhan": 17, "don_thu_ly": 15})
    assert found(world) == []


def test_a_passage_copied_twice(world: World) -> None:
    report = world.report(AN, M06, source="narrative")
    text = (
        "Trong kỳ đã tiếp 54 lượt công dân với 61 người, giải quyết xong 12 đơn trên tổng số 15 đơn thụ lý."
    )
    for number in (3, 7):
        world.row("passage", report_id=report, number=number, kind="paragraph", text=text)
        world.figure(report, "tcd_luot", 54, passage=number)
    world.row("passage", report_id=report, number=9, kind="paragraph", text=text.replace("54", "5"))
    assert found(world) == [("passage_twice", report, None, None)]


def test_a_corrected_figure_ends_the_issue(world: World) -> None:
    world.report(AN, Q1, {"vi_pham": 9})
    world.report(AN, M06, {"vi_pham": 4})
    assert len(found(world)) == 1
    world.decide("r02-1", "correct", value=14)
    assert found(world) == []


def test_a_decided_issue_no_longer_asks_for_attention(world: World) -> None:
    world.report(AN, Q1, {"vi_pham": 9})
    report = world.report(AN, M06, {"vi_pham": 4})
    issue = world.one("issues_of", place=None, period=None, report_id=None)
    assert (issue["state"], json.loads(issue["details"])["indicator"]) == ("open", "vi_pham")

    def asks() -> tuple[list[str], int]:
        kinds = [row["kind"] for row in world.ask("attention", place=AN, period=M06)]
        return kinds, world.one("reports", place=AN, period=M06)["issues"]

    assert asks() == (["not_adding_up"], 1)
    said = {"issue_id": issue["issue_id"], "report_id": report, "rule": issue["rule"], "stated": True}
    world.row("issue_decision", decision_id="1", action="accept", reason="Đính chính", decided_by="Bình",
              decided_at="2026-11-02", position=1, **said)  # fmt: skip
    assert asks() == ([], 0)
    issue = world.one("issues_of", place=None, period=None, report_id=None)
    assert (issue["state"], issue["reason"], issue["decided_by"]) == ("accept", "Đính chính", "Bình")
    world.row("issue_decision", decision_id="2", action="reopen", decided_by="Bình",
              decided_at="2026-11-03", position=2, **said)  # fmt: skip
    assert asks() == (["not_adding_up"], 1)
