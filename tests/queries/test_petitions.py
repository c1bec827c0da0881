"""Petitions and reception: resolution by unit with interval and rank, stages, kinds of reception."""

from __future__ import annotations

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World

M06 = "2026-m06"


def petitions(accepted: float, settled: float, **more: float) -> dict[str, float]:
    return {"don_thu_ly": accepted, "don_da_giai_quyet": settled, **more}


def test_interval_is_wilson_s(world: World) -> None:
    world.report(AN, M06, petitions(142, 132))
    row = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)[AN]
    # by hand, z = 1.959964: centre 133.92073/145.84146, half width z·√(132·10/142 + 0.96036)/145.84146
    assert row["rate_percent"] == pytest.approx(92.957746, abs=1e-6)
    assert row["low_percent"] == pytest.approx(87.5224, abs=1e-4)
    assert row["high_percent"] == pytest.approx(96.1301, abs=1e-4)


def test_all_settled_still_has_an_interval(world: World) -> None:
    world.report(AN, M06, petitions(2, 2))
    row = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)[AN]
    assert (row["rate_percent"], row["high_percent"], row["small"]) == (100, 100, True)
    assert row["low_percent"] == pytest.approx(100 * 2 / (2 + 3.841459), abs=1e-4)  # n / (n + z²)
    assert (row["rank_first"], row["rank_last"]) == (None, None)


@pytest.mark.parametrize(("accepted", "small"), [(19, True), (20, False)])
def test_small_is_under_twenty(world: World, accepted: int, small: bool) -> None:
    world.report(AN, M06, petitions(accepted, accepted))
    row = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)[AN]
    assert (row["small"], row["ranked"]) == (small, 0 if small else 1)


def test_rank_is_a_range_where_intervals_overlap(world: World) -> None:
    # 190/200: 91.0-97.3 · 186/200: 88.6-95.8 · 120/200: 53.1-66.5 · 2/2: not ranked
    world.unit("2025-07:104", "Dung", parent=PROVINCE)
    for key, settled in ((AN, 190), (BINH, 186), (CUC, 120)):
        world.report(key, M06, petitions(200, settled))
    world.report("2025-07:104", M06, petitions(2, 2))
    rows = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)
    ranks = {key: (row["rank_first"], row["rank_last"]) for key, row in rows.items()}
    assert ranks == {AN: (1, 2), BINH: (1, 2), CUC: (3, 3), "2025-07:104": (None, None)}


def test_nothing_accepted_is_reported_and_has_no_rate(world: World) -> None:
    world.report(AN, M06, petitions(0, 0))
    rows = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)
    assert (rows[AN]["reported"], rows[AN]["rate_percent"], rows[AN]["small"]) == (True, None, True)
    assert (rows[BINH]["reported"], rows[BINH]["accepted"], rows[BINH]["small"]) == (False, None, None)


def test_more_settled_than_accepted_has_no_interval(world: World) -> None:
    world.report(AN, M06, petitions(30, 31))
    row = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)[AN]
    assert row["rate_percent"] == pytest.approx(103.333, abs=1e-3)
    assert (row["low_percent"], row["rank_first"]) == (None, None)


def test_ranked_are_only_those_of_the_kind_the_place_rests_on(world: World) -> None:
    world.report(AN, M06, petitions(200, 190))
    world.report(BINH, M06, petitions(200, 120), illustrative=True)
    rows = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)
    assert (rows[AN]["rank_first"], rows[AN]["ranked"]) == (1, 1)
    assert (rows[BINH]["illustrative"], rows[BINH]["rank_first"]) == (True, None)


def test_change_on_the_base(world: World) -> None:
    world.report(AN, M06, petitions(50, 45))
    world.report(AN, "2027-m06", petitions(40, 38))
    row = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period="2027-m06", base=M06)[AN]
    assert (row["base_accepted"], row["base_settled"], row["base_rate_percent"]) == (50, 45, 90)
    assert row["difference_points"] == pytest.approx(5)


def test_stages(world: World) -> None:
    world.report(AN, M06, petitions(142, 132, don_tiep_nhan=160, don_trong_han=6, don_qua_han=4))
    rows = world.ask("petition_stages", place=PROVINCE, period=M06)
    assert [(row["stage"], row["value"]) for row in rows] == [
        ("received", 160),
        ("eligible", None),
        ("accepted", 142),
        ("settled", 132),
        ("open_in_time", 6),
        ("overdue", 4),
    ]


def test_reception(world: World) -> None:
    spoken = {"tcd_vu_viec": 126, "tcd_nguoi": 128, "tcd_thuong_xuyen_vu_viec": 69,
              "tcd_thuong_xuyen_nguoi": 70, "tcd_lanh_dao_vu_viec": 57, "tcd_lanh_dao_nguoi": 58}  # fmt: skip
    world.report(AN, M06, spoken)
    world.report(AN, "2027-m06", {"tcd_vu_viec": 130})
    rows = world.ask("reception_by_kind", place=AN, period=M06)
    assert [(row["kind"], row["visits"], row["persons"], row["matters"]) for row in rows] == [
        ("all", None, 128, 126),
        ("regular", None, 70, 69),
        ("leaders", None, 58, 57),
        ("scheduled", None, None, None),
        ("unscheduled", None, None, None),
    ]
    later = world.ask("reception_by_kind", place=AN, period="2027-m06", base=M06)[0]
    assert (later["matters"], later["base_matters"], later["base_persons"]) == (130, 126, None)


def test_chosen_measures_of_every_commune(world: World) -> None:
    world.report(AN, M06, {"tcd_luot": 40})
    world.report(BINH, "2026-q1", {"tcd_luot": 9})
    rows = world.ask("unit_measures", place=PROVINCE, period=M06, indicators=["tcd_luot", "vi_pham"])
    assert [(row["indicator"], row["unit_key"], row["value"], row["older_period"]) for row in rows] == [
        ("tcd_luot", AN, 40, None),
        ("tcd_luot", BINH, None, "2026-q1"),
        ("tcd_luot", CUC, None, None),
        ("vi_pham", AN, None, None),
        ("vi_pham", BINH, None, None),
        ("vi_pham", CUC, None, None),
    ]


def test_what_needs_attention(world: World) -> None:
    report = world.report(AN, M06, petitions(40, 30, don_dang_giai_quyet=10, don_qua_han=4,
                                             cqtt_diem=70, cqtt_diem_toi_da=100))  # fmt: skip
    world.issue(report, "rate_differs", "warning")
    world.issue(report, "a_note", "note")
    world.report(BINH, M06, petitions(5, 3, don_dang_giai_quyet=2, don_qua_han=2,
                                      cqtt_diem=80, cqtt_diem_toi_da=100))  # fmt: skip
    world.report(CUC, "2026-q1")
    rows = world.ask("attention", place=PROVINCE, period=M06)
    assert [(row["kind"], row["unit_key"], row["count"], row["of_total"], row["small"]) for row in rows] == [
        ("overdue", AN, 4, 10, False),
        ("overdue", BINH, 2, 2, True),
        ("not_reported", CUC, None, None, None),
        ("not_adding_up", AN, 1, None, None),
        ("under_mark", AN, None, None, None),
    ]
    assert (rows[2]["detail"], rows[3]["detail"], rows[3]["report_id"]) == ("2026-q1", "rate_differs", report)
    assert (rows[4]["points"], rows[4]["maximum"]) == (70, 100)
