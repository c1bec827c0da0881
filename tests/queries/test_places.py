"""A place's two readings: the whole-area report, and the sum of own agency and units below."""

from __future__ import annotations

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World

M06, COUNTRY = "2026-m06", "2025-07:VN"


def test_sum_says_how_many_units_it_rests_on(world: World) -> None:
    world.report(AN, M06, {"vi_pham": 3})
    world.report(BINH, M06, {"vi_pham": 0})
    found = world.measure("vi_pham", PROVINCE, M06)
    assert (found["value"], found["basis"]) == (3, "sum")
    assert (found["units_reported"], found["units_expected"], found["units_zero"]) == (2, 3, 1)


def test_rate_of_a_place_is_the_quotient_of_sums(world: World) -> None:
    world.report(AN, M06, {"don_thu_ly": 2, "don_da_giai_quyet": 2})
    world.report(BINH, M06, {"don_thu_ly": 142, "don_da_giai_quyet": 132})
    world.report(CUC, M06, {"don_thu_ly": 50})  # says nothing of settled: in neither sum of the quotient
    found = world.measure("ty_le_giai_quyet", PROVINCE, M06)
    assert found["value"] == pytest.approx(100 * 134 / 144)
    assert (found["numerator"], found["denominator"], found["units_reported"]) == (134, 144, 2)


def test_whole_area_report_and_sum_are_compared_never_added(world: World) -> None:
    world.report(PROVINCE, M06, {"tcd_luot": 90})
    for key, visits in ((AN, 40), (BINH, 30), (CUC, 25)):
        world.report(key, M06, {"tcd_luot": visits})
    found = world.measure("tcd_luot", PROVINCE, M06)
    assert (found["value"], found["basis"], found["area_value"], found["sum_value"]) == (90, "own", 90, 95)
    differing = world.ask("attention", place=PROVINCE, period=M06)
    assert [(row["kind"], row["unit_key"], row["detail"]) for row in differing] == [
        ("not_adding_up", PROVINCE, "area_against_sum")
    ]


def test_incomplete_sum_does_not_contradict_the_whole_area_report(world: World) -> None:
    world.report(PROVINCE, M06, {"tcd_luot": 100})
    world.report(AN, M06, {"tcd_luot": 40})
    kinds = {row["kind"] for row in world.ask("attention", place=PROVINCE, period=M06)}
    assert kinds == {"not_reported"}


def test_own_agency_is_one_addend_of_the_sum(world: World) -> None:
    world.report(PROVINCE, M06, {"tcd_luot": 10}, scope="own_agency")
    world.report(AN, M06, {"tcd_luot": 40})
    found = world.measure("tcd_luot", PROVINCE, M06)
    assert (found["value"], found["basis"], found["area_value"]) == (50, "sum", None)
    assert (found["units_reported"], found["sum_units"]) == (1, 2)


def test_unknown_scope_is_shown_and_not_compared(world: World) -> None:
    for period in (M06, "2027-m06"):
        world.report(PROVINCE, period, {"tcd_luot": 10}, scope=None)
    found = world.measure("tcd_luot", PROVINCE, "2027-m06", M06)
    assert (found["value"], found["difference"]) == (10, None)
    assert found["not_comparable_because"] == "unknown_scope"


def test_sum_holds_one_kind_of_report(world: World) -> None:
    world.report(AN, M06, {"tcd_luot": 40}, illustrative=True)
    world.report(BINH, M06, {"tcd_luot": 30}, illustrative=True)
    found = world.measure("tcd_luot", PROVINCE, M06)
    assert (found["value"], found["illustrative"]) == (70, True)
    world.report(CUC, M06, {"tcd_luot": 7})
    found = world.measure("tcd_luot", PROVINCE, M06)
    assert (found["value"], found["illustrative"], found["units_reported"]) == (7, False, 1)
    assert world.one("footer", place=PROVINCE, period=M06)["illustrative_reports"] == 0


def test_real_sum_is_shown_before_an_illustrative_whole_area_report(world: World) -> None:
    world.report(PROVINCE, M06, {"tcd_luot": 100}, illustrative=True)
    world.report(AN, M06, {"tcd_luot": 40})
    found = world.measure("tcd_luot", PROVINCE, M06)
    assert (found["value"], found["basis"], found["illustrative"]) == (40, "sum", False)
    assert (found["area_value"], found["area_illustrative"]) == (100, True)


def test_scores_are_never_summed(world: World) -> None:
    for key, points in ((AN, 70), (BINH, 90)):
        world.report(key, M06, {"cqtt_diem": points, "cqtt_diem_toi_da": 100})
    found = world.measure("cqtt_diem", PROVINCE, M06)
    assert (found["value"], found["sum_value"], found["units_reported"]) == (None, None, 2)


def test_periods_are_never_added_up(world: World) -> None:
    world.report(AN, "2026-q1", {"tcd_luot": 20})
    world.report(AN, M06, {"tcd_luot": 40})
    assert world.measure("tcd_luot", PROVINCE, M06)["value"] == 40
    assert [row["period"] for row in world.ask("periods", place=PROVINCE)] == [M06, "2026-q1"]


def test_a_commune_is_its_own_place(world: World) -> None:
    world.report(AN, M06, {"tcd_luot": 40})
    found = world.measure("tcd_luot", AN, M06)
    assert (found["value"], found["basis"], found["units_expected"]) == (40, "own", 1)


def test_places_are_those_above_and_below_a_report(world: World) -> None:
    world.unit("2025-07:80", "Tây Ninh", "province", kind="tỉnh")
    world.report(AN, M06, {"tcd_luot": 40})
    rows = world.by_unit("places")
    assert list(rows) == [COUNTRY, PROVINCE, AN]
    assert (rows[COUNTRY]["level"], rows[COUNTRY]["reports_below"]) == ("country", 1)
    assert (rows[PROVINCE]["reports"], rows[PROVINCE]["reports_below"], rows[AN]["reports"]) == (0, 1, 1)


def test_the_country_sums_the_communes_of_all_provinces(world: World) -> None:
    other = world.unit("2025-07:80", "Tây Ninh", "province", kind="tỉnh")
    far = world.unit("2025-07:801", "Bình Đức", parent=other)
    world.unit("2025-01:70", "Bình Phước", "province", kind="tỉnh")
    world.report(AN, M06, {"don_thu_ly": 30, "don_da_giai_quyet": 20})
    world.report(far, M06, {"don_thu_ly": 10, "don_da_giai_quyet": 10})
    found = world.measure("ty_le_giai_quyet", COUNTRY, M06)
    assert (found["value"], found["units_reported"], found["units_expected"]) == (75.0, 2, 4)
    rows = world.by_unit("complaint_resolution_by_unit", place=COUNTRY, period=M06, base=None)
    assert set(rows) == {AN, BINH, CUC, far} and rows[AN]["rank_first"] is not None


def test_who_has_not_reported(world: World) -> None:
    world.report(AN, M06)
    world.report(BINH, "2026-q1")
    rows = world.by_unit("not_reported", place=PROVINCE, period=M06)
    assert {key: row["older_period"] for key, row in rows.items()} == {BINH: "2026-q1", CUC: None}
