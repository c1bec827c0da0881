"""Units × measures on a hand-made resolution, every status worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World, across_july_2025, today

RESOLUTION = "thu_2024"
PERIOD, BASE = "2026-m09", "2025-m09"


def resolve(world: World, *places: str, kind: str = "resolution", **more: Any) -> World:
    """One resolution with two measures: the first of two clauses with aims, the second of none."""
    both = {
        name: name for name in ("title_vi", "title_en", "issuer_vi", "issuer_en", "read_in_vi", "read_in_en")
    }
    days = {"issued_on": "2024-01-05", "valid_from": "2024-01-15", "valid_to": None}
    world.row("resolution", resolution=RESOLUTION, position=1, kind=kind, **{**both, **days, **more})
    for place in places:
        world.row("resolution_place", resolution=RESOLUTION, unit_key=place)
    said = {"cite_vi": "điểm", "cite_en": "point"}
    for position, measure in enumerate(("1.1", "1.2"), start=1):
        world.row(
            "resolution_measure", resolution=RESOLUTION, measure=measure, position=position,
            title_vi=measure, title_en=measure, **said,
        )  # fmt: skip
    for position, (clause, measure) in enumerate(
        (("1.1.a", "1.1"), ("1.1.b", "1.1"), ("1.2.a", "1.2")), start=1
    ):
        world.row(
            "resolution_clause", resolution=RESOLUTION, clause=clause, measure=measure, position=position,
            says_vi=clause, says_en=clause, responsible_vi="UBND", responsible_en="UBND", lists=[],
            not_shown_vi="thái độ" if clause == "1.2.a" else None, not_shown_en=None, **said,
        )  # fmt: skip
    aims: tuple[tuple[str, str, float | None, str], ...] = (
        ("1.1.a", "hoi_nghi_cbccvc_ty_le", 100, "year"),
        ("1.1.a", "vi_pham_ty_le_xu_ly", 100, "period"),
        ("1.1.b", "doi_thoai_cuoc", None, "period"),
        ("1.1.b", "mo_hinh_dang_ky", 1, "period"),
    )
    for position, (clause, code, at_least, due) in enumerate(aims, start=1):
        world.row(
            "clause_aim", resolution=RESOLUTION, clause=clause, indicator=code, position=position,
            at_least=at_least, due=due,
        )  # fmt: skip
    return world


def statuses(world: World, period: str = PERIOD, **more: Any) -> dict[tuple[str, str], str]:
    rows = world.ask("measure_status", place=PROVINCE, period=period, resolution=RESOLUTION, **more)
    return {(row["unit_key"], row["measure"]): row["status"] for row in rows}


def evidence(world: World, unit_key: str, period: str = PERIOD, **more: Any) -> dict[str, dict[str, Any]]:
    rows = world.ask("clause_evidence", place=unit_key, period=period, resolution=RESOLUTION, **more)
    return {row["indicator"] or row["clause"]: row for row in rows}


@pytest.fixture(scope="module")
def world() -> World:
    """An has all that is asked; Bình a part, and nothing arose; Cúc did not report. Illustrations of each."""
    made = resolve(today(), PROVINCE)
    full = {
        "hoi_nghi_cbccvc_don_vi": 8,
        "hoi_nghi_cbccvc_phai_to_chuc": 8,
        "vi_pham": 2,
        "vi_pham_da_xu_ly": 2,
    }
    made.report(AN, PERIOD, {**full, "doi_thoai_cuoc": 3, "mo_hinh_dang_ky": 2})
    made.report(AN, BASE, {**full, "doi_thoai_cuoc": 2, "mo_hinh_dang_ky": 3})
    made.report(
        BINH,
        PERIOD,
        {"hoi_nghi_cbccvc_don_vi": 3, "hoi_nghi_cbccvc_phai_to_chuc": 4, "vi_pham": 0, "mo_hinh_dang_ky": 0},
    )
    made.report(
        BINH,
        "2026-year",
        {"hoi_nghi_cbccvc_don_vi": 3, "hoi_nghi_cbccvc_phai_to_chuc": 4, "vi_pham": 0, "mo_hinh_dang_ky": 0},
    )
    made.report(CUC, "2026-year", {**full, "mo_hinh_dang_ky": 1})
    made.report(AN, "2026-m06", {"doi_thoai_cuoc": 0})
    made.report(BINH, "2026-m06", {"doi_thoai_cuoc": 4})
    made.report(AN, "2026-q1", {"mo_hinh_dang_ky": 0})
    return made


def test_a_cell_is_met_when_every_number_is_reached_and_nothing_is_missing(world: World) -> None:
    assert statuses(world)[AN, "1.1"] == "met"
    assert statuses(world)[CUC, "1.1"] == "missing"
    assert statuses(world)[AN, "1.2"] == "not_shown", "a clause without an aim: no report can show it"


def test_a_cell_with_a_figure_missing_is_partly_met(world: World) -> None:
    """Cúc reaches the three numbers asked, and says nothing of dialogues."""
    assert statuses(world, "2026-year")[CUC, "1.1"] == "partly"


def test_each_aim_has_its_own_status(world: World) -> None:
    shown = evidence(world, BINH)
    assert shown["hoi_nghi_cbccvc_ty_le"]["status"] == "in_time", "3 of 4, and the year is not over"
    assert shown["hoi_nghi_cbccvc_ty_le"]["value"] == 75.0
    assert shown["vi_pham_ty_le_xu_ly"]["status"] == "nothing", "no violation: there is none to deal with"
    assert shown["doi_thoai_cuoc"]["status"] == "missing"
    assert shown["mo_hinh_dang_ky"]["status"] == "unmet", "zero of one, and no year to wait for"
    assert shown["1.2.a"]["status"] == "not_shown" and shown["1.2.a"]["indicator"] is None


def test_at_the_end_of_the_year_short_is_short(world: World) -> None:
    assert evidence(world, BINH, "2026-year")["hoi_nghi_cbccvc_ty_le"]["status"] == "partly"
    assert statuses(world, "2026-year")[BINH, "1.1"] == "partly"


def test_reported_without_a_number_asked_and_all_zero(world: World) -> None:
    assert statuses(world, "2026-m06")[BINH, "1.1"] == "reported"
    assert statuses(world, "2026-m06")[AN, "1.1"] == "zero"
    assert statuses(world, "2026-q1")[AN, "1.1"] == "unmet"


def test_counts_of_a_cell_and_its_trend(world: World) -> None:
    """An: dialogues 2 → 3 are better, models 3 → 2 worse, conferences and violations stay at 100 %."""
    rows = world.ask("measure_status", place=AN, period=PERIOD, base=BASE, resolution=RESOLUTION)
    row = next(row for row in rows if row["measure"] == "1.1")
    counts = {name: row[name] for name in ("aims", "known", "with_target", "reached", "better", "worse")}
    assert counts == {"aims": 4, "known": 4, "with_target": 3, "reached": 3, "better": 1, "worse": 1}
    shown = evidence(world, AN, base=BASE)
    assert (shown["doi_thoai_cuoc"]["trend"], shown["doi_thoai_cuoc"]["difference"]) == ("better", 1)
    assert shown["mo_hinh_dang_ky"]["trend"] == "worse"


def test_units_that_show_a_clause_are_counted(world: World) -> None:
    rows = world.ask("clause_coverage", place=PROVINCE, period=PERIOD, resolution=RESOLUTION)
    counted = {
        row["indicator"]: tuple(row[name] for name in ("units", "known", "reached", "short", "in_time"))
        for row in rows
        if row["indicator"]
    }
    assert counted == {
        "hoi_nghi_cbccvc_ty_le": (3, 2, 1, 0, 1),
        "vi_pham_ty_le_xu_ly": (3, 2, 2, 0, 0),
        "doi_thoai_cuoc": (3, 1, 0, 0, 0),
        "mo_hinh_dang_ky": (3, 2, 1, 1, 0),
    }


def test_a_clause_that_asks_for_reports_is_shown_by_them() -> None:
    world = resolve(today(), PROVINCE)
    world.row(
        "clause_aim",
        resolution=RESOLUTION,
        clause="1.2.a",
        indicator="@reporting",
        position=1,
        at_least=1,
        due="period",
    )
    world.report(AN, PERIOD, {"doi_thoai_cuoc": 1})
    assert statuses(world)[AN, "1.2"] == "met" and statuses(world)[BINH, "1.2"] == "missing"
    assert evidence(world, PROVINCE)["@reporting"]["value"] == pytest.approx(100 / 3)


def test_only_confirmed_figures_show_a_clause() -> None:
    world = resolve(today(), PROVINCE)
    world.report(AN, PERIOD, {"doi_thoai_cuoc": 2}, source="narrative")
    assert statuses(world)[AN, "1.1"] == "reported"
    assert statuses(world, only_confirmed=True)[AN, "1.1"] == "missing"


def test_a_resolution_goes_with_its_land_over_july_2025() -> None:
    """Made for the old province: it holds for what is wholly made of its communes; not for other places."""
    world = resolve(across_july_2025(), "2025-01:75")
    (one,) = world.ask("resolutions_of_place", place=PROVINCE, period=PERIOD)
    assert (one["communes"], one["whole"], one["inherited"], one["in_force"]) == (3, True, True, True)
    (old,) = world.ask("resolutions_of_place", place="2025-01:75", period="2025-m06")
    assert (old["communes"], old["inherited"]) == (5, False)


def test_a_resolution_of_one_old_commune_holds_for_a_part() -> None:
    """Of An Một alone: An is made of it and another, so a part of An is under it, and no other commune."""
    world = resolve(across_july_2025(), "2025-01:11")
    rows = world.ask("measure_status", place=PROVINCE, period=PERIOD, resolution=RESOLUTION)
    assert {(row["unit_key"], row["whole"]) for row in rows} == {(AN, False)}
    (one,) = world.ask("resolutions_of_place", place=PROVINCE, period=PERIOD)
    assert (one["communes"], one["communes_expected"], one["whole"]) == (1, 3, False)
    assert world.ask("resolutions_of_place", place=BINH, period=PERIOD) == []


def test_what_is_in_force_comes_first() -> None:
    world = resolve(today(), PROVINCE, valid_to="2025-12-31")
    both = dict.fromkeys(("title_vi", "title_en", "issuer_vi", "issuer_en", "read_in_vi", "read_in_en"), "x")
    for position, (code, kind, day) in enumerate(
        (("nhap", "draft", None), ("moi", "resolution", "2026-01-01")), 2
    ):
        world.row(
            "resolution",
            resolution=code,
            position=position,
            kind=kind,
            issued_on="2025-12-01",
            valid_from=day,
            **both,
        )
        world.row("resolution_place", resolution=code, unit_key=PROVINCE)
    found = [
        (row["resolution"], row["in_force"])
        for row in world.ask("resolutions_of_place", place=PROVINCE, period=PERIOD)
    ]
    assert found == [("moi", True), (RESOLUTION, False), ("nhap", False)]
