"""The sample's figures hold together, except where the story says that they do not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from grassroots import units
from grassroots.periods import Period
from grassroots.sample import story
from grassroots.sample.chance import Chance
from grassroots.sample.facts import Facts, facts, is_late
from grassroots.sample.petitions import petition_values
from grassroots.sample.reporting import LAST_OLD, PERIODS, days_of, months_of, units_of

NEWEST = Period.parse("2026-m09")
SUMS = (
    ("don_thu_ly", ("don_da_giai_quyet", "don_dang_giai_quyet")),
    ("don_dang_giai_quyet", ("don_trong_han", "don_qua_han")),
    ("don_tiep_nhan", ("kn_tiep_nhan", "tc_tiep_nhan", "knpa_tiep_nhan")),
    ("don_thu_ly", ("kn_thuoc_tham_quyen", "tc_thuoc_tham_quyen", "knpa_thuoc_tham_quyen")),
    ("don_da_giai_quyet", ("kn_da_giai_quyet", "tc_da_giai_quyet", "knpa_da_giai_quyet")),
    ("tcd_luot", ("tcd_thuong_xuyen_luot", "tcd_lanh_dao_luot")),
    ("tcd_nguoi", ("tcd_thuong_xuyen_nguoi", "tcd_lanh_dao_nguoi")),
    ("tcd_vu_viec", ("tcd_thuong_xuyen_vu_viec", "tcd_lanh_dao_vu_viec")),
    ("tcd_lanh_dao_luot", ("tcd_dinh_ky_luot", "tcd_dot_xuat_luot")),
    ("hoa_giai_vu_viec", ("hoa_giai_thanh", "hoa_giai_khong_thanh")),
)
GROWING = (
    *("don_tiep_nhan", "don_du_dieu_kien", "don_thu_ly", "don_da_giai_quyet", "kn_da_giai_quyet"),
    *("tcd_luot", "tcd_nguoi", "tcd_vu_viec", "tap_huan_lop", "tap_huan_nguoi", "mo_hinh_dang_ky"),
    *("mo_hinh_cong_nhan", "khen_thuong_tap_the", "khen_thuong_ca_nhan", "tuyen_truyen_cuoc"),
    *("tuyen_truyen_luot_nguoi", "hoa_giai_thanh", "lay_y_kien_gop_y", "dich_vu_cong_ho_so"),
)


def reported(period: Period) -> list[Facts]:
    silent = story.NOT_REPORTED.get(period.code, ())
    return [facts(unit, period) for unit in units_of(period) if unit.unit_key not in silent]


def everything() -> Iterator[Facts]:
    for period in PERIODS:
        yield from reported(period)


def test_draws_are_the_same_on_every_machine() -> None:
    chance = Chance("the same", "words")
    assert [chance.between(1, 100) for _ in range(5)] == [45, 48, 19, 2, 92]
    assert chance.number(3.5) == 8 and chance.number(90) == 83


@pytest.mark.parametrize(("period", "expected"), [("2024-year", 11), ("2025-m06", 270), ("2026-m09", 95)])
def test_units_that_should_report(period: str, expected: int) -> None:
    assert len(units_of(Period.parse(period))) == expected


def test_everybody_in_the_story_is_a_unit_that_should_report() -> None:
    named = [(key, code) for code, keys in story.NOT_REPORTED.items() for key in keys]
    named += [(slip.unit_key, slip.period) for slip in story.SLIPS]
    named += [*story.REVISED, *story.KIND, *story.APPROXIMATE, *story.WRONG_RATE, *story.FALLEN]
    named += [(each.unit_key, each.period) for each in story.BESIDE]
    named += [(key, NEWEST.code) for key in (*story.BEHIND, *story.NO_SCORE, *story.QUALITY)]
    for key, code in named:
        assert units.unit(key) in units_of(Period.parse(code)), (key, code)
    for key, code in named:
        if key in story.BEHIND:
            assert key not in story.NOT_REPORTED.get(code, ())


@pytest.mark.parametrize(("whole", "parts"), SUMS)
def test_parts_add_up_except_where_the_story_has_a_slip(whole: str, parts: tuple[str, ...]) -> None:
    touched = {(slip.unit_key, slip.period) for slip in story.SLIPS if slip.indicator in (whole, *parts)}
    wrong = {
        (each.unit.unit_key, each.period.code)
        for each in everything()
        if each.values[whole] != sum(each.values[part] for part in parts)
    }
    assert wrong == touched


def test_later_stages_never_exceed_earlier_ones() -> None:
    for each in everything():
        values = each.values
        assert values["don_du_dieu_kien"] <= values["don_tiep_nhan"]
        assert values["don_thu_ly"] <= values["don_phai_xu_ly"]
        assert values["don_phai_xu_ly"] == values["don_tiep_nhan"] + values["don_ky_truoc"]
        assert values["mo_hinh_nhan_rong"] <= values["mo_hinh_cong_nhan"] <= values["mo_hinh_dang_ky"]
        assert all(value >= 0 for value in values.values()), each.unit


@pytest.mark.parametrize("codes", [("2025-m09", "2025-year"), ("2026-q1", "2026-m06", "2026-m09")])
def test_a_longer_period_of_the_year_holds_the_shorter(codes: tuple[str, ...]) -> None:
    slips = {(slip.unit_key, slip.indicator) for slip in story.SLIPS}
    fallen = {(key, indicator) for (key, _), indicator in story.FALLEN.items()}
    found = set()
    for unit in units_of(Period.parse(codes[0])):
        for shorter, longer in pairwise(facts(unit, Period.parse(code)).values for code in codes):
            falling = {(unit.unit_key, code) for code in GROWING if longer[code] < shorter[code]}
            found |= falling - slips
    assert found == (fallen if codes[0].startswith("2026") else set())


def test_what_is_open_is_carried_over_and_handed_over() -> None:
    """Open at the end of 2025 is carried into 2026; open when the old communes ended, into the new ones."""
    year, quarter = Period.parse("2025-year"), Period.parse("2026-q1")
    for unit in units_of(quarter):
        assert facts(unit, quarter).values["don_ky_truoc"] == facts(unit, year).values["don_dang_giai_quyet"]
    old = sum(petition_values(unit, LAST_OLD)["don_dang_giai_quyet"] for unit in units_of(LAST_OLD))
    assert sum(facts(unit, year).values["don_ky_truoc"] for unit in units_of(year)) == old


def test_same_communes_are_missing_a_year_earlier() -> None:
    """So that the newest period can be compared with the same one of the year before."""
    assert story.NOT_REPORTED["2026-m09"] == story.NOT_REPORTED["2025-m09"]
    missing = story.NOT_REPORTED["2026-m06"]
    handed_on = {new.unit_key for old in story.NOT_REPORTED["2025-m06"] for new in units.successors(old)}
    assert handed_on == set(missing)


def test_totals_say_what_the_lists_say() -> None:
    for each in everything():
        kinds = [entry.kind for entry in each.awards]
        assert each.values["tap_huan_lop"] == len(each.courses)
        assert each.values["tap_huan_nguoi"] == sum(course.participants or 0 for course in each.courses)
        assert each.values["mo_hinh_dang_ky"] == kinds.count("model")
        assert each.values["khen_thuong_tap_the"] == kinds.count("collective")
        days = [course.held_on for course in each.courses if course.held_on]
        assert all(each.first_day <= day <= each.last_day for day in days) and len(days) == len(each.courses)


def test_new_units_report_from_the_day_they_came_into_being() -> None:
    new, old = units_of(NEWEST)[0], units_of(Period.parse("2025-m06"))[0]
    assert [str(day) for day in days_of(new, Period.parse("2025-m09"))] == ["2025-07-01", "2025-09-30"]
    assert list(months_of(new, Period.parse("2025-year"))) == [7, 8, 9, 10, 11, 12]
    assert [str(day) for day in days_of(new, NEWEST)] == ["2026-01-01", "2026-09-30"]
    assert [str(day) for day in days_of(old, Period.parse("2025-m06"))] == ["2025-01-01", "2025-06-30"]


def test_the_newest_period_tells_the_story() -> None:
    now = reported(NEWEST)
    accepted, settled, overdue = (
        sum(each.values[code] for each in now) for code in ("don_thu_ly", "don_da_giai_quyet", "don_qua_han")
    )
    assert 0.905 <= settled / accepted <= 0.92
    by_overdue = sorted(now, key=lambda each: -each.values["don_qua_han"])
    assert {each.unit.unit_key for each in by_overdue[:5]} == set(story.BEHIND)
    assert sum(each.values["don_qua_han"] for each in by_overdue[:5]) > 0.6 * overdue
    assert len(units_of(NEWEST)) - len(now) == 4
    assert 4 <= sum(each.values["don_thu_ly"] < 20 for each in now) <= 12
    assert any(each.values["don_thu_ly"] < 6 for each in now)
    assert sum(map(is_late, now)) >= 3
    assert {each.values.get("cqtt_diem_toi_da") for each in now} == {None, 90, 95, 100}


def test_district_communes_had_80_5_points_at_most() -> None:
    maxima = {each.values.get("cqtt_diem_toi_da") for each in reported(Period.parse("2024-year"))}
    assert maxima == {80.5}
