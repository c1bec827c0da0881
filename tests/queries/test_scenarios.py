"""Questions under a scenario: the same queries, with what it changes lying over the stored figures."""

from __future__ import annotations

from typing import Any

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World

from grassroots import queries
from grassroots.scenario import parse
from grassroots.store import Supposition

M06, LAST = "2026-m06", "2025-m06"
Row = dict[str, Any]


def supposed(world: World, text: str, name: str, place: str = PROVINCE, **params: Any) -> list[Row]:
    """The rows of a question as they would be; ``made_for`` is the place of the scenario."""
    made_for, period = params.pop("made_for", place), params.pop("at", M06)
    reader = world.reader.supposing(Supposition(parse(text), made_for, period))
    given = {"place": place, "period": M06, "base": None, "only_confirmed": False, **params}
    wanted = {one.name for one in queries.query(name).params}
    found = queries.run(reader, name, **{key: value for key, value in given.items() if key in wanted})
    return [{str(key): value for key, value in row.items()} for row in found.to_dict("records")]


def by_unit(world: World, text: str, **params: Any) -> dict[str, Row]:
    return {row["unit_key"]: row for row in supposed(world, text, "complaint_resolution_by_unit", **params)}


def place(
    world: World, text: str, indicator: str = "ty_le_giai_quyet", of: str = PROVINCE, **more: Any
) -> Row:
    (found,) = supposed(world, text, "area_numbers", of, indicators=[indicator], **more)
    return found


def petitions(accepted: float, settled: float, in_time: float, overdue: float) -> dict[str, float]:
    return {
        "don_thu_ly": accepted, "don_da_giai_quyet": settled, "don_dang_giai_quyet": in_time + overdue,
        "don_trong_han": in_time, "don_qua_han": overdue,
    }  # fmt: skip


@pytest.fixture
def three(world: World) -> World:
    """An as in the published report of Đồng Phú (132 of 142, 4 overdue), Bình, and Cúc without a report."""
    world.report(AN, M06, petitions(142, 132, 6, 4))
    world.report(BINH, M06, petitions(200, 150, 41, 9))
    world.report(CUC, LAST, petitions(50, 40, 10, 0))
    return world


def test_four_overdue_settled_of_142(three: World) -> None:
    then = by_unit(three, f"settle~overdue~{AN}~4")[AN]
    assert (then["settled"], then["accepted"], then["open"], then["open_in_time"], then["overdue"]) == (
        136,
        142,
        6,
        6,
        0,
    )
    assert then["rate_percent"] == pytest.approx(95.774648, abs=1e-6)
    # Wilson by hand: centre (136 + 1.920730)/145.841459, half 1.959964·√(136·6/142 + 0.960365)/145.841459
    assert then["low_percent"] == pytest.approx(91.0885, abs=1e-3)
    assert then["high_percent"] == pytest.approx(98.0493, abs=1e-3)


def test_the_stored_figures_stay(three: World) -> None:
    before = three.ask("complaint_resolution_by_unit", place=PROVINCE, period=M06)
    by_unit(three, "settle~open~all;out~silent;missing~zero")
    assert three.ask("complaint_resolution_by_unit", place=PROVINCE, period=M06) == before
    assert by_unit(three, "")[AN]["settled"] == 132


def test_the_place_moves_with_its_communes(three: World) -> None:
    now, then = place(three, ""), place(three, f"settle~overdue~{AN}~4")
    assert (now["numerator"], now["denominator"]) == (282, 342)
    assert (then["numerator"], then["denominator"]) == (286, 342)
    assert then["value"] == pytest.approx(100 * 286 / 342)
    assert place(three, f"settle~overdue~{AN}~4", "don_qua_han")["value"] == 9


def test_a_real_report_displaces_illustrative_ones_whatever_it_is_of(world: World) -> None:
    """Of the place a sum rests on real reports alone, though the real one has no petitions."""
    world.report(AN, M06, petitions(142, 132, 6, 4), illustrative=True)
    world.report(BINH, M06, {"tcd_luot": 30}, illustrative=False)
    assert place(world, "")["units_reported"] == 0
    assert place(world, f"settle~overdue~{AN}~4")["units_reported"] == 0
    assert place(world, f"settle~overdue~{AN}~4", "tcd_luot")["value"] == 30


def test_every_move_of_a_slider_gives_its_own_answer(three: World) -> None:
    """More moves than are kept between two tidyings, with tables made anew on the way."""
    reader = three.reader

    def settled(text: str) -> tuple[float, float, int]:
        under = reader.supposing(Supposition(parse(text), PROVINCE, M06))
        params = {"place": PROVINCE, "period": M06, "only_confirmed": False}
        (area,) = queries.run(under, "area_numbers", **params, indicators=["ty_le_giai_quyet"]).to_dict(
            "records"
        )
        units = queries.run(under, "complaint_resolution_by_unit", **params, base=None)
        return area["numerator"], units["settled"].sum(), len(units)

    for turn in range(3):
        for count in range(14):
            assert settled(f"settle~overdue~all~{count}") == (282 + min(count, 13), 282 + min(count, 13), 3)
        assert settled(f"settle~overdue~all~{turn};out~{BINH}") == (132 + turn, 132 + turn, 2)


def test_no_more_is_settled_than_there_is(three: World) -> None:
    then = by_unit(three, f"settle~overdue~{AN}~40;settle~open~{BINH}~500")
    assert (then[AN]["settled"], then[AN]["overdue"], then[AN]["open_in_time"]) == (136, 0, 6)
    assert (then[BINH]["settled"], then[BINH]["rate_percent"], then[BINH]["open"]) == (200, 100, 0)


def test_open_petitions_are_settled_the_overdue_first(three: World) -> None:
    then = by_unit(three, f"settle~open~{BINH}~12")[BINH]
    assert (then["settled"], then["open"], then["overdue"], then["open_in_time"]) == (162, 38, 0, 38)


def test_all_communes_are_taken_from_where_most_are_first(three: World) -> None:
    then = by_unit(three, "settle~overdue~all~11")
    assert {key: row["overdue"] for key, row in then.items() if row["reported"]} == {AN: 2, BINH: 0}
    mixed = by_unit(three, f"settle~overdue~all~2;settle~overdue~{BINH}~1")
    assert {key: row["overdue"] for key, row in mixed.items() if row["reported"]} == {AN: 2, BINH: 8}


def test_figures_that_contradict_one_another_make_no_rate_above_100(world: World) -> None:
    world.report(AN, M06, petitions(30, 29, 0, 5))  # five overdue, yet one alone is not settled
    assert by_unit(world, "settle~overdue~all")[AN]["settled"] == 30


def test_whole_area_report_moves_by_what_its_communes_move(three: World) -> None:
    three.report(PROVINCE, M06, petitions(400, 330, 57, 13))
    assert place(three, "")["basis"] == "own"
    then = place(three, "settle~overdue~all")
    assert (then["basis"], then["numerator"], then["denominator"]) == ("own", 343, 400)


def test_a_unit_left_out_is_nowhere(three: World) -> None:
    three.report(PROVINCE, M06, petitions(400, 330, 57, 13))
    then = place(three, f"out~{BINH}")
    assert (then["basis"], then["numerator"], then["denominator"]) == ("sum", 132, 142)
    assert (then["units_reported"], then["units_expected"]) == (1, 2)
    assert set(by_unit(three, f"out~{BINH}")) == {AN, CUC}


def test_those_that_have_not_reported_are_left_out(three: World) -> None:
    then = place(three, "out~silent")
    assert (then["units_reported"], then["units_expected"], then["numerator"]) == (2, 2, 282)


def test_silent_communes_as_a_year_before(three: World) -> None:
    then = by_unit(three, "missing~last_year")
    assert (then[CUC]["reported"], then[CUC]["settled"], then[CUC]["accepted"]) == (True, 40, 50)
    assert (place(three, "missing~last_year")["numerator"], by_unit(three, "")[CUC]["reported"]) == (
        322,
        False,
    )


def test_silent_communes_as_zero(three: World) -> None:
    three.report(AN, LAST, {"cqtt_diem": 60, "cqtt_diem_toi_da": 80})
    three.report(CUC, "2025-year", {"cqtt_diem": 60, "cqtt_diem_toi_da": 75})
    then = by_unit(three, "missing~zero")[CUC]
    assert (then["reported"], then["accepted"], then["small"]) == (True, 0, True)
    whole = place(three, "missing~zero")
    assert (whole["numerator"], whole["units_reported"], whole["units_expected"]) == (282, 3, 3)
    scores = supposed(three, "missing~zero", "scores_by_unit", sheet="cqtt_minh_hoa")
    found = {row["unit_key"]: (row["points"], row["maximum"]) for row in scores}
    assert found[CUC] == (0, 75)


def test_ranks_are_those_of_the_changed_figures(world: World) -> None:
    # 190/200: 91.0-97.3 · 186/200: 88.6-95.8 · 120/200: 53.1-66.5; with 70 more 190/200, a tie with the first
    for key, settled in ((AN, 190), (BINH, 186), (CUC, 120)):
        world.report(key, M06, petitions(200, settled, 0, 200 - settled))
    now, then = by_unit(world, ""), by_unit(world, f"settle~overdue~{CUC}~70")
    assert (now[CUC]["rank_first"], now[CUC]["rank_last"]) == (3, 3)
    assert {key: (row["rank_first"], row["rank_last"]) for key, row in then.items()} == {
        AN: (1, 3), BINH: (1, 3), CUC: (1, 3),
    }  # fmt: skip


def test_another_pass_mark_and_ties_in_scores(world: World) -> None:
    for key, points in ((AN, 88.0), (BINH, 84.0), (CUC, 84.0)):
        world.report(key, M06, {"cqtt_diem": points, "cqtt_diem_toi_da": 100})
    asked = {"sheet": "cqtt_minh_hoa"}
    rows = supposed(world, "mark~cqtt_minh_hoa~86", "scores_by_unit", **asked)
    found = {row["unit_key"]: (row["passes"], row["points_to_pass"], row["rank"]) for row in rows}
    assert found == {AN: (True, 0, 1), BINH: (False, 2, 2), CUC: (False, 2, 2)}
    (summary,) = supposed(world, "mark~cqtt_minh_hoa~86", "score_summary", **asked)
    assert summary["units_passing"] == 1
    (sheet,) = [
        row
        for row in supposed(world, "mark~cqtt_minh_hoa~86", "score_sheets")
        if row["sheet"] == "cqtt_minh_hoa"
    ]
    assert sheet["pass_percent"] == 86
    marks = supposed(world, "mark~cqtt_minh_hoa~92", "score_marks", **asked)
    assert [row["from_percent"] for row in marks] == [95, 92, 92, 0]  # none above the pass begins earlier
    under = [
        row["unit_key"]
        for row in supposed(world, "mark~cqtt_minh_hoa~86", "attention")
        if row["kind"] == "under_mark"
    ]
    assert sorted(under) == [BINH, CUC]


def test_elsewhere_the_communes_changed_are_those_of_its_own_place(three: World) -> None:
    """A scenario made for the province settles where most are first; one commune's page shows its share."""
    for key, overdue in ((AN, 4), (BINH, 0)):
        rows = by_unit(three, "settle~overdue~all~9", place=key, made_for=PROVINCE)
        assert rows[key]["overdue"] == overdue
    around = by_unit(three, "settle~overdue~all", place=PROVINCE, made_for=AN)
    assert (around[AN]["overdue"], around[BINH]["overdue"]) == (0, 9)


def test_other_periods_and_the_comparison_stay(three: World) -> None:
    three.report(AN, LAST, petitions(100, 90, 10, 0))
    rows = by_unit(three, f"settle~overdue~{AN}", base=LAST)
    assert (rows[AN]["base_settled"], rows[AN]["settled"]) == (90, 136)
    trend = {
        row["period"]: row["settled"] for row in supposed(three, "settle~overdue~all", "resolution_trend", AN)
    }
    assert trend == {LAST: 90, M06: 136}


def test_only_confirmed_figures(three: World) -> None:
    narrative = three.report(CUC, M06, source="narrative")
    for indicator, value in petitions(60, 50, 4, 6).items():
        three.figure(narrative, indicator, value)
    assert place(three, "settle~overdue~all", "don_qua_han")["value"] == 0
    assert place(three, "settle~overdue~all", only_confirmed=True)["numerator"] == 295
    assert place(three, "settle~overdue~all")["numerator"] == 351


def composite(world: World, **params: Any) -> dict[str, Row]:
    given = {"composite": "tong_hop_minh_hoa", "parts": [], "weights": [], "missing": "missing", **params}
    return world.by_unit("composite_by_unit", place=PROVINCE, period=M06, **given)


def parts(rate: int, score: float, courses: int | None, models: int) -> dict[str, float]:
    found: dict[str, float] = {
        "don_thu_ly": 100, "don_da_giai_quyet": rate, "cqtt_diem": score, "cqtt_diem_toi_da": 80,
        "mo_hinh_cong_nhan": models,
    }  # fmt: skip
    return found if courses is None else {**found, "tap_huan_lop": courses}


def test_a_composite_by_hand(world: World) -> None:
    world.report(AN, M06, parts(90, 72, 2, 6))
    found = composite(world)[AN]
    # 40·90 + 30·(72/80 = 90) + 15·(2 of 4 = 50) + 15·(6 of 4, at most 100), of 100
    assert found["part_points"] == [90, 90, 50, 100]
    assert found["points"] == pytest.approx(36 + 27 + 7.5 + 15)


@pytest.mark.parametrize(
    ("missing", "points", "kept"),
    [("missing", None, None), ("zero", 36 + 27 + 0 + 15, 0), ("last_year", 36 + 27 + 11.25 + 15, 75)],
)
def test_a_missing_part_under_each_policy(
    world: World, missing: str, points: float | None, kept: float | None
) -> None:
    world.report(AN, M06, parts(90, 72, None, 4))
    world.report(AN, LAST, parts(10, 8, 3, 0))
    found = composite(world, missing=missing)[AN]
    assert found["points"] == (None if points is None else pytest.approx(points))
    assert (found["missing_parts"], found["part_points"][2]) == (["tap_huan"], kept)
    assert found["rank"] == (None if points is None else 1)


def test_a_part_that_weighs_nothing_is_not_missed(world: World) -> None:
    world.report(AN, M06, parts(90, 72, None, 4))
    found = composite(world, parts=["tap_huan"], weights=[0.0])[AN]
    assert found["points"] == pytest.approx((3600 + 2700 + 1500) / 85)


def test_equal_composites_share_a_rank(world: World) -> None:
    for key, rate in ((AN, 80), (BINH, 80), (CUC, 70)):
        world.report(key, M06, parts(rate, 72, 2, 2))
    found = composite(world)
    assert {key: (row["rank"], row["rank_first"], row["rank_last"]) for key, row in found.items()} == {
        AN: (1, 1, 2), BINH: (1, 1, 2), CUC: (3, 3, 3),
    }  # fmt: skip


def test_how_far_ranks_hold_under_other_weights(world: World) -> None:
    # An and Bình swap when training weighs twice and petitions half: 40·(90−80) = 400 against 15·(100−75) =
    # 375, but 20·10 < 30·25. Cúc is behind in every part, whatever the weights.
    for key, rate, courses in ((AN, 90, 3), (BINH, 80, 4), (CUC, 60, 1)):
        world.report(key, M06, parts(rate, 72, courses, 4))
    found = composite(world)
    assert [found[key]["rank"] for key in (AN, BINH, CUC)] == [1, 2, 3]
    assert {key: (row["rank_first"], row["rank_last"]) for key, row in found.items()} == {
        AN: (1, 2), BINH: (1, 2), CUC: (3, 3),
    }  # fmt: skip
    swapped = composite(world, parts=["giai_quyet", "tap_huan"], weights=[20.0, 30.0])
    assert [swapped[key]["rank"] for key in (AN, BINH, CUC)] == [2, 1, 3]
