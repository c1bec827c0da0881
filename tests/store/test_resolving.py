"""Whose report, for which period, and what its parts stand for."""

from __future__ import annotations

from datetime import date

import pytest

from grassroots.periods import Period
from grassroots.reading.model import Particulars
from grassroots.store.resolving import Unresolved, part_of, part_period, period_of, unit_of
from grassroots.units import unit

DONG_PHU = unit("2020:695")
REPORTED = Period(2024, "m10")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("năm 2023", "2023-year"),
        ("cả năm 2023", "2023-year"),
        ("năm trước", "2023-year"),
        ("cùng kỳ năm trước", "2023-m10"),
        ("cùng kỳ năm 2022", "2022-m10"),
        ("cùng kỳ", "2023-m10"),
        ("6 tháng đầu năm", "2024-m06"),
        ("6 tháng đầu năm 2023", "2023-m06"),
        ("6 tháng cuối năm", "2024-h2"),
        ("9 tháng", "2024-m09"),
        ("tháng 10", "2024-x10"),
        ("tháng 3/2023", "2023-x03"),
        ("quý III", "2024-q3"),
        ("Quý IV năm 2023", "2023-q4"),
        ("đầu nhiệm kỳ", None),
        ("giai đoạn trước", None),
    ],
)
def test_a_part_that_names_a_period(written: str, code: str | None) -> None:
    named = part_period(written, REPORTED)
    assert (named and named.code) == code


def test_a_place_is_looked_for_within_the_issuers_area_only() -> None:
    def key(written: str) -> str | None:
        return part_of(written, "place", DONG_PHU, REPORTED).unit_key

    assert key("xã Tân Hưng") == key("Tan Hung") == "2020:25375"
    assert key("thành phố Đồng Xoài") is None, "a neighbour"
    assert part_of("đất đai", "field", DONG_PHU, REPORTED).unit_key is None


def test_what_an_areas_own_authority_did_is_the_areas() -> None:
    def key(written: str) -> str | None:
        return part_of(written, "body", DONG_PHU, REPORTED).unit_key

    assert key("UBND xã Tân Hưng") == key("Ủy ban nhân dân xã Tân Hưng") == "2020:25375"
    assert key("Hội Nông dân xã Tân Hưng") is None
    assert key("UBND các xã") is None


def test_a_unit_is_that_of_the_last_day_covered() -> None:
    """Đồng Phú of Bình Phước until June 2025; a commune of Đồng Nai from July on."""
    said = Particulars(issuer="UBND huyện Đồng Phú", superior="UBND tỉnh Bình Phước")
    assert unit_of(said, date(2024, 12, 31), None).unit_key == "2020:695"
    assert unit_of(said, date(2025, 6, 30), None).unit_key == "2025-01:695"
    commune = Particulars(issuer="UBND xã Đồng Phú", superior="UBND tỉnh Đồng Nai")
    assert unit_of(commune, date(2025, 12, 31), None).unit_key == "2025-07:25363"


def test_a_name_that_several_units_bear_is_not_guessed() -> None:
    with pytest.raises(Unresolved) as unresolved:
        unit_of(Particulars(issuer="UBND xã Tân Lập"), date(2024, 12, 31), None)
    problem = unresolved.value.problem
    assert problem.code == "ambiguous_unit"
    sentence = problem.sentence("a.docx")
    assert "a.docx" in sentence and "Tân Lập" in sentence and "--unit" in sentence
    given = unit_of(Particulars(issuer="UBND xã Tân Lập"), date(2024, 12, 31), "2020:25378")
    assert given.name == unit("2020:25378").name


def test_what_is_not_recognised_is_named() -> None:
    with pytest.raises(Unresolved) as unknown:
        unit_of(Particulars(issuer="UBND xã Không Có Thật"), date(2024, 12, 31), None)
    assert "Không Có Thật" in unknown.value.problem.sentence("a.docx")
    with pytest.raises(Unresolved) as nobody:
        unit_of(Particulars(), date(2024, 12, 31), None)
    assert nobody.value.problem.code == "no_issuer"
    with pytest.raises(Unresolved) as key:
        unit_of(Particulars(unit_key="2020:00000"), date(2024, 12, 31), None)
    assert "2020:00000" in key.value.problem.sentence("a.xlsx", "en")


def test_a_period_is_the_reports_own_before_the_given_one() -> None:
    assert period_of(Particulars(period=REPORTED), "2023-year") == REPORTED
    assert period_of(Particulars(), "2023-year") == Period(2023, "year")
    with pytest.raises(Unresolved):
        period_of(Particulars(), None)
