"""One place through the rearrangements: mergers, a split, a new name, a code used again; who is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World, across_july_2025

JULY = date(2025, 7, 1)
DISTRICT = "2025-01:731"
AN_ONE, AN_TWO, BINH_ONE, CUC_ONE, SPLIT = (f"2025-01:{code}" for code in ("11", "12", "21", "31", "23"))
Rows = dict[str, dict[str, Any]]


def history(world: World, place: str, indicator: str = "don_tiep_nhan", **more: Any) -> Rows:
    found = world.ask("place_history", place=place, indicator=indicator, **more)
    return {row["period"]: row for row in found}


def values(found: Rows) -> dict[str, float]:
    return {period: row["value"] for period, row in found.items()}


@pytest.fixture(scope="module")
def through(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """June 2024 to June 2026. In 2024 An Hai was called Cũ Hai, and An Một was two communes, 11 and 13. Cũ
    Hai alone did not report June 2024."""
    world = across_july_2025(tmp_path_factory.mktemp("world"))
    world.unit("2020:75", "Đồng Nai", "province", kind="tỉnh")
    world.unit("2020:731", "Cũ", "district", parent="2020:75", kind="huyện")
    for code, name in (("11", "An Một"), ("13", "An Ba"), ("12", "Cũ Hai"), ("21", "Bình Một")):
        world.unit(f"2020:{code}", name, parent="2020:731", province="2020:75")
    for old, new in (("11", "11"), ("13", "11"), ("12", "12"), ("21", "21")):
        world.went_into(f"2020:{old}", f"2025-01:{new}")

    def received(unit_key: str, period: str, count: float, **more: Any) -> None:
        world.report(unit_key, period, {"don_tiep_nhan": count}, **more)

    received("2020:11", "2024-m06", 10)
    received("2020:13", "2024-m06", 5)
    for code, count in (("11", 30), ("13", 15), ("12", 20), ("21", 8)):
        received(f"2020:{code}", "2024-year", count)
    for key, count in ((AN_ONE, 20), (AN_TWO, 30), (BINH_ONE, 7), (SPLIT, 100), (CUC_ONE, 9)):
        received(key, "2025-m06", count)
    for key, count in ((AN, 40), (BINH, 11), (CUC, 12)):
        received(key, "2025-year", count, first_day=JULY)
    for key, count in ((AN, 55), (BINH, 21), (CUC, 22)):
        received(key, "2026-m06", count)
    assert world.reader
    yield world


def test_a_whole_merger_is_one_series_of_its_predecessors_and_itself(through: World) -> None:
    found = history(through, AN)
    # 2024: 11 + 13 + 12; June 2025: 20 + 30; the year 2025: these 50 and 40 since July
    assert values(found) == {"2024-m06": 15, "2024-year": 65, "2025-m06": 50, "2025-year": 90, "2026-m06": 55}
    assert {period: row["across"] for period, row in found.items()} == {
        **dict.fromkeys(found, False), "2025-year": True,
    }  # fmt: skip
    assert found["2025-m06"]["reporting"] == [AN_ONE, AN_TWO]
    assert [found[p]["joined"] for p in ("2024-year", "2025-m06", "2025-year", "2026-m06")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_a_missing_predecessor_leaves_a_part_and_is_named(through: World) -> None:
    found = history(through, AN)
    assert (found["2024-m06"]["units_reported"], found["2024-m06"]["units_expected"]) == (2, 3)
    assert found["2024-m06"]["missing"] == ["2020:12"]
    assert [row["complete"] for row in found.values()] == [False, True, True, True, True]


def test_a_split_is_left_out_and_named_on_both_sides(through: World) -> None:
    found = history(through, BINH)
    # Chia went into Bình and Cúc: none of its hundred is Bình's, and the half-year's own is a part only
    assert values(found) == {"2024-year": 8, "2025-m06": 7, "2025-year": 18, "2026-m06": 21}
    assert found["2025-m06"]["divided"] == [SPLIT] and not found["2025-m06"]["complete"]
    assert found["2025-year"]["divided"] == [SPLIT] and not found["2025-year"]["complete"]
    assert found["2026-m06"]["complete"]


def test_a_split_inside_the_place_divides_nothing(through: World) -> None:
    found = history(through, PROVINCE)
    assert found["2025-m06"]["value"] == 20 + 30 + 7 + 100 + 9
    assert found["2025-year"]["value"] == 166 + 40 + 11 + 12
    assert (found["2025-year"]["complete"], found["2025-year"]["divided"]) == (True, [])


def test_a_divided_commune_ends_where_its_parts_go_elsewhere(through: World) -> None:
    assert values(history(through, SPLIT)) == {"2025-m06": 100}


def test_a_former_commune_ends_with_the_merger(through: World) -> None:
    assert values(history(through, AN_ONE)) == {"2024-m06": 15, "2024-year": 45, "2025-m06": 20}


def test_a_former_district_goes_on_as_the_communes_on_its_ground(through: World) -> None:
    found = history(through, DISTRICT)
    assert values(found) == values(history(through, PROVINCE))
    assert found["2026-m06"]["reporting"] == [AN, BINH, CUC]
    assert found["2026-m06"]["joined"] and not found["2025-m06"]["joined"]


def test_a_new_name_under_the_same_code_is_the_same_history(through: World) -> None:
    # Cũ Hai and An Hai: one unit, whose points go on too, since nothing is added up
    assert values(history(through, AN_TWO)) == {"2024-year": 20, "2025-m06": 30}
    assert history(through, AN_TWO)["2024-year"]["complete"]


def test_a_code_used_again_is_another_unit(july: World) -> None:
    # 11 is An Một until June 2025; a commune that has nothing to do with it takes the code over
    again = july.unit("2025-07:11", "Dậu", parent=PROVINCE)
    july.went_into(CUC_ONE, again, whole=False)
    july.report(AN_ONE, "2025-m06", {"don_tiep_nhan": 20})
    july.report(again, "2026-m06", {"don_tiep_nhan": 5})
    assert values(history(july, again)) == {"2026-m06": 5}
    assert values(history(july, AN_ONE)) == {"2025-m06": 20}


def test_scores_are_never_added_up(july: World) -> None:
    for key, points in ((AN_ONE, 70), (AN_TWO, 90)):
        july.report(key, "2025-m06", {"cqtt_diem": points})
    july.report(AN_ONE, "2025-q1", {"cqtt_diem": 60})  # nor does one of them stand for both
    july.report(AN, "2026-m06", {"cqtt_diem": 85})
    assert values(history(july, AN, "cqtt_diem")) == {"2026-m06": 85}
    assert values(history(july, AN_ONE, "cqtt_diem")) == {"2025-q1": 60, "2025-m06": 70}


def test_points_of_a_unit_that_simply_goes_on_are_its_own(july: World) -> None:
    before = july.unit("2020:21", "Tên Cũ", parent="2020:731", province="2020:75")
    july.went_into(before, BINH_ONE)
    july.went_into(july.unit("2020:23", "Chia", parent="2020:731", province="2020:75"), SPLIT)
    july.report(before, "2024-year", {"cqtt_diem": 60})
    july.report(BINH_ONE, "2025-m06", {"cqtt_diem": 66})
    assert values(history(july, BINH_ONE, "cqtt_diem")) == {"2024-year": 60, "2025-m06": 66}


def test_a_rate_is_the_quotient_of_sums_over_the_joint(july: World) -> None:
    july.report(AN_ONE, "2025-m06", {"don_thu_ly": 20, "don_da_giai_quyet": 16, "don_dang_giai_quyet": 4})
    july.report(AN_TWO, "2025-m06", {"don_thu_ly": 30, "don_da_giai_quyet": 28, "don_dang_giai_quyet": 2})
    july.report(
        AN, "2025-m09", {"don_thu_ly": 26, "don_da_giai_quyet": 21, "don_dang_giai_quyet": 5}, first_day=JULY
    )
    found = history(july, AN, "ty_le_giai_quyet")
    assert (found["2025-m06"]["numerator"], found["2025-m06"]["denominator"]) == (44, 50)
    assert (found["2025-m09"]["numerator"], found["2025-m09"]["denominator"]) == (
        65,
        70,
    )  # 6 carried over once


def test_who_did_not_report_on_either_side_of_the_joint_is_named(july: World) -> None:
    july.report(AN_ONE, "2025-m06", {"tcd_luot": 100})
    july.report(AN, "2025-m09", {"tcd_luot": 70}, first_day=JULY)
    july.report(BINH, "2025-m09", {"tcd_luot": 5}, first_day=JULY)
    own = history(july, AN, "tcd_luot")["2025-m09"]
    assert (own["value"], own["complete"], own["missing"]) == (170, False, [AN_TWO])
    whole = history(july, PROVINCE, "tcd_luot")["2025-m09"]
    assert whole["missing"] == [AN_TWO, BINH_ONE, CUC]  # of Cúc's own nothing is known, so it alone is named


def test_a_report_of_the_whole_area_goes_before_the_sum(july: World) -> None:
    july.report(DISTRICT, "2025-m06", {"don_tiep_nhan": 99})
    july.report(AN_ONE, "2025-m06", {"don_tiep_nhan": 20})
    found = history(july, DISTRICT)["2025-m06"]
    assert (found["value"], found["basis"], found["missing"], found["reporting"]) == (
        99,
        "own",
        [],
        [DISTRICT],
    )


def test_real_and_illustrative_never_enter_one_point(july: World) -> None:
    july.report(AN_ONE, "2025-m06", {"don_tiep_nhan": 20}, illustrative=True)
    july.report(AN_TWO, "2025-m06", {"don_tiep_nhan": 30})
    found = history(july, AN)["2025-m06"]
    assert (found["value"], found["illustrative"], found["missing"]) == (30, False, [AN_ONE])


def test_predecessors_with_reports_of_other_days_make_no_whole(july: World) -> None:
    july.report(AN_ONE, "2025-m06", {"don_tiep_nhan": 20}, regime="inspectorate")
    july.report(AN_TWO, "2025-m06", {"don_tiep_nhan": 30})
    found = history(july, AN)["2025-m06"]
    assert (found["complete"], found["missing"]) == (False, [])


def test_measures_offered_are_those_of_the_ground(through: World) -> None:
    offered = through.ask("history_measures", place=AN)
    assert [(row["indicator"], row["periods"]) for row in offered] == [("don_tiep_nhan", 5)]
    assert through.ask("history_measures", place=AN, only_confirmed=True) == offered
