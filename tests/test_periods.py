"""Periods: their days under each regime, their order, and what they are compared with."""

from __future__ import annotations

from datetime import date

import pytest

from grassroots.periods import Period


def period(code: str) -> Period:
    return Period.parse(code)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024-q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-m02", date(2024, 1, 1), date(2024, 2, 29)),
        ("2023-m02", date(2023, 1, 1), date(2023, 2, 28)),
        ("2024-m06", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-m10", date(2024, 1, 1), date(2024, 10, 31)),
        ("2025-year", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-q3", date(2025, 7, 1), date(2025, 9, 30)),
        ("2025-h2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025-x11", date(2025, 11, 1), date(2025, 11, 30)),
        ("2025-y5", date(2021, 1, 1), date(2025, 12, 31)),
    ],
)
def test_days_of_the_calendar(code, first, last):
    assert period(code).days() == (first, last)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        # Circulars 02/2021/TT-TTCP and 01/2024/TT-TTCP
        ("2024-q1", date(2023, 12, 15), date(2024, 3, 14)),
        ("2024-m06", date(2023, 12, 15), date(2024, 6, 14)),
        ("2024-m09", date(2023, 12, 15), date(2024, 9, 14)),
        ("2024-year", date(2023, 12, 15), date(2024, 12, 14)),
        ("2024-q2", date(2024, 3, 15), date(2024, 6, 14)),
        ("2024-q3", date(2024, 6, 15), date(2024, 9, 14)),
        ("2024-q4", date(2024, 9, 15), date(2024, 12, 14)),
    ],
)
def test_days_of_the_inspectorate(code, first, last):
    assert period(code).days("inspectorate") == (first, last)


@pytest.mark.parametrize(
    "code", ["2024-m06", "2024-q1", "2025-year", "2025-h2", "2023-x02", "2025-y5", "2024-m10"]
)
@pytest.mark.parametrize("regime", ["calendar", "inspectorate"])
def test_days_lead_back_to_the_period_and_its_regime(code, regime):
    assert Period.of_days(*period(code).days(regime)) == (period(code), regime)


def test_days_of_no_named_period_lead_nowhere():
    assert Period.of_days(date(2024, 1, 1), date(2024, 11, 15)) is None


@pytest.mark.parametrize(
    "code", ["", "2024", "2024-", "2024-m12", "2024-m13", "2024-q5", "24-q1", "2024-x00", "2024-y1"]
)
def test_no_other_code_is_a_period(code):
    with pytest.raises(ValueError, match="period"):
        period(code)


def test_the_first_three_months_are_quarter_one():
    assert period("2024-m03") == period("2024-q1") == Period.of_months(2024, 3)
    assert Period.of_months(2024, 12) == period("2024-year")


def test_periods_are_ordered_by_when_they_end_and_then_by_length():
    right = [
        "2023-y5", "2024-m02", "2024-q1", "2024-q2", "2024-m06", "2024-m09", "2024-m10",
        "2024-q4", "2024-h2", "2024-year", "2025-q1",
    ]  # fmt: skip
    assert [each.code for each in sorted(period(code) for code in reversed(right))] == right


def test_only_periods_from_the_start_of_the_year_are_cumulative():
    months = {
        "q1": 3,
        "m06": 6,
        "m09": 9,
        "m10": 10,
        "year": 12,
        "q2": None,
        "h2": None,
        "x01": None,
        "y5": None,
    }
    assert {name: Period(2024, name).months for name in months} == months
    assert {name for name in months if Period(2024, name).cumulative} == {"q1", "m06", "m09", "m10", "year"}


def test_the_same_period_of_last_year_keeps_its_name():
    assert period("2024-m10").last_year == period("2023-m10")
    assert period("2026-q1").same_period_of(2024) == period("2024-q1")


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2024-year", "2024-m09"),
        ("2024-m10", "2024-m09"),
        ("2024-m09", "2024-m06"),
        ("2024-m06", "2024-q1"),
        ("2024-q1", None),
        ("2024-q2", "2024-q1"),
        ("2024-q4", "2024-q3"),
        ("2024-x01", "2023-x12"),
        ("2024-x10", "2024-x09"),
        ("2024-h2", None),
        ("2024-y5", None),
    ],
)
def test_the_previous_period(code, before):
    assert period(code).previous == (before and period(before))


@pytest.mark.parametrize(
    ("code", "whole", "less"),
    [
        ("2024-q2", "2024-m06", "2024-q1"),
        ("2024-q3", "2024-m09", "2024-m06"),
        ("2024-q4", "2024-year", "2024-m09"),
        ("2024-h2", "2024-year", "2024-m06"),
        ("2024-x05", "2024-m05", "2024-m04"),
    ],
)
def test_a_part_of_the_year_is_the_difference_of_two_cumulative_periods(code, whole, less):
    assert period(code).as_difference == (period(whole), period(less))


@pytest.mark.parametrize("code", ["2024-m06", "2024-year", "2024-x01", "2024-y3"])
def test_other_periods_are_no_difference(code):
    assert period(code).as_difference is None


@pytest.mark.parametrize(
    ("code", "vintage", "vintages"),
    [
        ("2024-year", "2020", ("2020",)),
        ("2025-m06", "2025-01", ("2025-01",)),
        ("2025-m09", "2025-07", ("2025-01", "2025-07")),
        ("2025-year", "2025-07", ("2025-01", "2025-07")),
        ("2025-h2", "2025-07", ("2025-07",)),
        ("2026-q1", "2025-07", ("2025-07",)),
        ("2025-y5", "2025-07", ("2020", "2025-01", "2025-07")),
    ],
)
def test_the_vintage_of_a_period_is_that_of_its_last_day(code, vintage, vintages):
    assert period(code).vintage == vintage
    assert period(code).vintages == vintages


def test_a_day_is_covered_under_one_regime_and_not_the_other():
    assert period("2024-m06").covers(date(2024, 6, 30))
    assert not period("2024-m06").covers(date(2024, 6, 30), "inspectorate")
    assert period("2024-m06").covers(date(2023, 12, 15), "inspectorate")
