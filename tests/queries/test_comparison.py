"""Equal units and equal days, or no comparison and the reason; the territory's series across July 2025."""

from __future__ import annotations

from datetime import date

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World

JULY = date(2025, 7, 1)
AN_ONE, AN_TWO, BINH_ONE, CUC_ONE, SPLIT = (f"2025-01:{code}" for code in ("11", "12", "21", "31", "23"))


def petitions(accepted: float, settled: float, still_open: float) -> dict[str, float]:
    return {"don_thu_ly": accepted, "don_da_giai_quyet": settled, "don_dang_giai_quyet": still_open}


def test_no_base_is_no_comparison(world: World) -> None:
    world.report(AN, "2026-m06", {"tcd_luot": 40})
    assert world.measure("tcd_luot", AN, "2026-m06")["not_comparable_because"] == "no_base"


def test_same_unit_same_days(world: World) -> None:
    world.report(AN, "2026-m06", {"tcd_luot": 40})
    world.report(AN, "2027-m06", {"tcd_luot": 55})
    found = world.measure("tcd_luot", AN, "2027-m06", "2026-m06")
    assert (found["comparable"], found["difference"], found["base_value"]) == (True, 15, 40)


def test_calendar_and_inspectorate_days_are_not_equal(world: World) -> None:
    world.report(AN, "2026-m06", {"tcd_luot": 40, "don_qua_han": 1}, regime="inspectorate")
    world.report(AN, "2027-m06", {"tcd_luot": 55, "don_qua_han": 2})
    found = world.measure("tcd_luot", AN, "2027-m06", "2026-m06")
    assert (found["comparable"], found["not_comparable_because"]) == (False, "unequal_days")
    assert found["difference"] is None
    ending = world.measure("don_qua_han", AN, "2027-m06", "2026-m06")  # 14 June is not 30 June
    assert ending["not_comparable_because"] == "unequal_days"


def test_end_of_february_is_the_end_of_february(world: World) -> None:
    world.report(AN, "2027-m02", {"tcd_luot": 5})
    world.report(AN, "2028-m02", {"tcd_luot": 6})
    assert world.measure("tcd_luot", AN, "2028-m02", "2027-m02")["difference"] == 1


def test_sums_of_unequal_units_are_not_compared_but_the_same_units_are(world: World) -> None:
    for key, before, after in ((AN, 40, 44), (BINH, 30, None), (CUC, None, 25)):
        if before is not None:
            world.report(key, "2026-m06", {"tcd_luot": before})
        if after is not None:
            world.report(key, "2027-m06", {"tcd_luot": after})
    found = world.measure("tcd_luot", PROVINCE, "2027-m06", "2026-m06")
    assert (found["value"], found["base_value"], found["difference"]) == (69, 70, None)
    assert found["not_comparable_because"] == "unequal_units"
    assert (found["matched_units"], found["matched_value"], found["matched_base_value"]) == (1, 44, 40)
    assert found["matched_difference"] == 4


def test_equal_units_are_compared_though_one_has_not_reported(world: World) -> None:
    for period, add in (("2026-m06", 0), ("2027-m06", 1)):
        world.report(AN, period, {"tcd_luot": 40 + add})
        world.report(BINH, period, {"tcd_luot": 30 + add})
    found = world.measure("tcd_luot", PROVINCE, "2027-m06", "2026-m06")
    assert (found["comparable"], found["difference"], found["units_reported"]) == (True, 2, 2)


def test_whole_area_report_is_not_compared_with_a_sum(world: World) -> None:
    world.report(PROVINCE, "2027-m06", {"tcd_luot": 100})
    world.report(AN, "2026-m06", {"tcd_luot": 40})
    found = world.measure("tcd_luot", PROVINCE, "2027-m06", "2026-m06")
    assert found["not_comparable_because"] == "unequal_units"


def test_illustrative_is_no_base_for_real(world: World) -> None:
    world.report(AN, "2026-m06", {"tcd_luot": 40}, illustrative=True)
    world.report(AN, "2027-m06", {"tcd_luot": 55})
    assert world.measure("tcd_luot", AN, "2027-m06", "2026-m06")["not_comparable_because"] == "missing"


def test_base_of_a_new_unit_is_the_sum_of_its_whole_predecessors(july: World) -> None:
    july.report(AN_ONE, "2025-m06", petitions(20, 18, 2))
    july.report(AN_TWO, "2025-m06", petitions(30, 27, 3))
    july.report(AN, "2026-m06", petitions(60, 57, 3))
    found = july.measure("ty_le_giai_quyet", AN, "2026-m06", "2025-m06")
    assert (found["base_numerator"], found["base_denominator"], found["joined"]) == (45, 50, True)
    assert found["difference"] == pytest.approx(95 - 90)


def test_incomplete_predecessors_are_no_base(july: World) -> None:
    july.report(AN_ONE, "2025-m06", petitions(20, 18, 2))
    july.report(AN, "2026-m06", petitions(60, 57, 3))
    found = july.measure("ty_le_giai_quyet", AN, "2026-m06", "2025-m06")
    assert (found["comparable"], found["not_comparable_because"]) == (False, "missing")


def test_a_split_is_not_apportioned(july: World) -> None:
    for key in (BINH_ONE, CUC_ONE, SPLIT):
        july.report(key, "2025-m06", {"tcd_luot": 10})
    for key in (BINH, CUC):
        july.report(key, "2026-m06", {"tcd_luot": 15})
    for key in (BINH, CUC):
        assert july.measure("tcd_luot", key, "2026-m06", "2025-m06")["base_value"] is None
    # the province holds both sides of the split: its territory has the whole of it, once
    assert july.measure("tcd_luot", PROVINCE, "2026-m06", "2025-m06")["base_value"] == 30


def test_whole_territory_on_both_sides_is_comparable(july: World) -> None:
    for key in (AN_ONE, AN_TWO, BINH_ONE, CUC_ONE, SPLIT):
        july.report(key, "2025-m06", {"tcd_luot": 10})
    for key in (AN, BINH, CUC):
        july.report(key, "2026-m06", {"tcd_luot": 20})
    found = july.measure("tcd_luot", PROVINCE, "2026-m06", "2025-m06")
    assert (found["base_value"], found["difference"], found["joined"]) == (50, 10, True)
    assert (found["base_units_reported"], found["base_units_expected"]) == (5, 5)


def test_missing_predecessor_makes_the_territory_incomparable(july: World) -> None:
    for key in (AN_ONE, AN_TWO, BINH_ONE, CUC_ONE):
        july.report(key, "2025-m06", {"tcd_luot": 10})
    for key in (AN, BINH, CUC):
        july.report(key, "2026-m06", {"tcd_luot": 20})
    found = july.measure("tcd_luot", PROVINCE, "2026-m06", "2025-m06")
    assert (found["base_value"], found["not_comparable_because"]) == (40, "unequal_units")
    assert (found["base_units_reported"], found["base_units_expected"]) == (4, 5)
    assert (found["matched_units"], found["matched_value"], found["matched_base_value"]) == (1, 20, 20)


def within_2025(july: World) -> None:
    """An's predecessors to 30 June, itself from 1 July; of 6 petitions open at the joint all go over it."""
    july.report(AN_ONE, "2025-m06", {**petitions(20, 16, 4), "tcd_luot": 100, "don_phai_xu_ly": 30})
    july.report(AN_TWO, "2025-m06", {**petitions(30, 28, 2), "tcd_luot": 50, "don_phai_xu_ly": 40})
    july.report(AN, "2025-m09", {**petitions(26, 21, 5), "tcd_luot": 70, "don_phai_xu_ly": 33},
                first_day=JULY)  # fmt: skip


def test_unit_founded_within_the_year_joins_flows_and_keeps_end_values(july: World) -> None:
    within_2025(july)
    july.report(AN, "2026-m09", {**petitions(90, 81, 9), "tcd_luot": 230, "don_phai_xu_ly": 120})
    visits = july.measure("tcd_luot", AN, "2026-m09", "2025-m09")
    assert (visits["base_value"], visits["difference"], visits["joined"]) == (220, 10, True)
    assert july.measure("don_dang_giai_quyet", AN, "2026-m09", "2025-m09")["base_value"] == 5
    # 16 + 28 + 21 settled and 5 open: 70, where adding the accepted up would count the 6 carried over twice
    accepted = july.measure("don_thu_ly", AN, "2026-m09", "2025-m09")
    assert accepted["base_value"] == 70
    rate = july.measure("ty_le_giai_quyet", AN, "2026-m09", "2025-m09")
    assert (rate["base_numerator"], rate["base_denominator"]) == (65, 70)
    assert rate["difference"] == pytest.approx(100 * 81 / 90 - 100 * 65 / 70)
    # what was carried over can't be told from what came: not joined
    assert july.measure("don_phai_xu_ly", AN, "2026-m09", "2025-m09")["base_value"] is None


def test_the_period_itself_shows_what_its_reports_say(july: World) -> None:
    within_2025(july)
    found = july.measure("tcd_luot", AN, "2025-m09", "2025-m06")
    assert found["value"] == 70
    assert july.measure("tcd_luot", PROVINCE, "2025-m09")["value"] == 70


def test_part_of_a_year_is_not_compared_with_a_whole_one(july: World) -> None:
    within_2025(july)
    for key in (AN_ONE, AN_TWO):
        july.unit(key.replace("2025-01", "2020"), key, parent="2020:731", province="2020:75")
        july.went_into(key.replace("2025-01", "2020"), key)
        july.report(key.replace("2025-01", "2020"), "2024-m09", {"tcd_luot": 90})
    found = july.measure("tcd_luot", AN, "2025-m09", "2024-m09")
    assert (found["base_value"], found["joined"]) == (180, True)  # two vintages back
    assert (found["comparable"], found["not_comparable_because"]) == (False, "unequal_days")


def test_joined_only_when_every_predecessor_is_whole_and_reported(july: World) -> None:
    july.report(AN_ONE, "2025-m06", {"tcd_luot": 100})
    july.report(AN, "2025-m09", {"tcd_luot": 70}, first_day=JULY)
    july.report(AN, "2026-m09", {"tcd_luot": 230})
    assert july.measure("tcd_luot", AN, "2026-m09", "2025-m09")["base_value"] is None


def test_trend_joins_the_same_way(july: World) -> None:
    within_2025(july)
    july.report(AN, "2026-m09", petitions(90, 81, 9))
    rows = july.ask("resolution_trend", place=PROVINCE)
    assert [(row["period"], row["settled"], row["accepted"], row["joined"]) for row in rows] == [
        ("2025-m06", 44, 50, True),
        ("2025-m09", 65, 70, True),
        ("2026-m09", 81, 90, False),
    ]
    assert [(row["units_reported"], row["units_expected"]) for row in rows] == [(2, 5), (1, 3), (1, 3)]
    same = july.ask("resolution_trend", place=AN)
    assert [(row["period"], row["accepted"]) for row in same] == [
        ("2025-m06", 50),
        ("2025-m09", 70),
        ("2026-m09", 90),
    ]


def test_illustrative_is_no_base_for_a_commune_either(world: World) -> None:
    world.report(AN, "2026-m06", petitions(40, 30, 10), illustrative=True)
    world.report(AN, "2027-m06", petitions(50, 45, 5))
    rows = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period="2027-m06", base="2026-m06")
    assert (rows[AN]["rate_percent"], rows[AN]["base_rate_percent"]) == (90, None)
    found = world.measure("don_thu_ly", PROVINCE, "2027-m06", "2026-m06")
    assert (found["matched_units"], found["matched_base_value"]) == (0, None)


def test_a_report_that_ends_early_is_not_compared(world: World) -> None:
    world.report(AN, "2026-m06", {"tcd_luot": 40}, last_day=date(2026, 6, 15))
    world.report(AN, "2027-m06", {"tcd_luot": 55})
    assert world.measure("tcd_luot", AN, "2027-m06", "2026-m06")["not_comparable_because"] == "unequal_days"
