"""Who reports by when, and leaders' reception days against the law of the time: worked out by hand."""

from __future__ import annotations

import csv
from datetime import date
from typing import Any

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World, today

from grassroots import settings

SAID = {"source_vi": "văn bản", "source_en": "a document"}


def rule(world: World, name: str, period: str, month: int, day: int, **more: Any) -> None:
    values = {
        "level": "commune",
        "due_next_year": False,
        "valid_from": date(2023, 1, 1),
        "illustrative": False,
    }
    world.row(
        "reporting_rule", rule=name, position=1, period_name=period, due_month=month, due_day=day,
        **{**values, **SAID, **more},
    )  # fmt: skip


def calendar(world: World, as_of: str, period: str = "2026-m09") -> dict[tuple[str, str], tuple[str, int]]:
    rows = world.ask("reporting_calendar", place=PROVINCE, period=period, as_of=as_of)
    return {(row["unit_key"], row["period"]): (row["state"], row["days_late"]) for row in rows}


@pytest.fixture(scope="module")
def world() -> World:
    made = today()
    rule(made, "nua_nam", "m06", 7, 15)
    rule(made, "ca_nam", "year", 1, 15, due_next_year=True)
    made.report(AN, "2026-m06", {"vi_pham": 0}, issued_on=date(2026, 7, 15))
    made.report(BINH, "2026-m06", {"vi_pham": 0}, issued_on=date(2026, 7, 18))
    return made


def test_in_time_late_missing_and_not_due(world: World) -> None:
    """Due on 15/7: An on the day, Bình three days after; Cúc not at all, 26 days after on 10/8."""
    found = calendar(world, "2026-08-10")
    assert found[AN, "2026-m06"] == ("in_time", 0)
    assert found[BINH, "2026-m06"] == ("late", 3)
    assert found[CUC, "2026-m06"] == ("missing", 26)
    assert found[AN, "2026-year"] == ("not_due", 0)
    assert calendar(world, "2026-07-15")[CUC, "2026-m06"] == ("not_due", 0), "the due day itself is not over"
    assert calendar(world, "2027-01-16")[AN, "2026-year"] == ("missing", 1)


def test_a_report_without_a_day_of_issue_is_told_by_its_loading() -> None:
    world = today()
    rule(world, "nua_nam", "m06", 7, 15)
    world.report(AN, "2026-m06", {"vi_pham": 0})  # loaded on 1/11/2026
    row = world.ask("reporting_calendar", place=AN, period="2026-m06", as_of="2026-11-22")[0]
    assert (row["state"], row["by_loading"], row["days_late"]) == ("late", True, 109)


def test_a_revision_does_not_make_a_report_late() -> None:
    world = today()
    rule(world, "nua_nam", "m06", 7, 15)
    first = world.report(AN, "2026-m06", {"vi_pham": 0}, issued_on=date(2026, 7, 10))
    world.report(AN, "2026-m06", {"vi_pham": 1}, issued_on=date(2026, 8, 1), replaces=first)
    assert calendar(world, "2026-08-10")[AN, "2026-m06"] == ("in_time", 0)


def test_a_place_s_own_rule_stands_before_the_general_one() -> None:
    world = today()
    rule(world, "chung", "m06", 7, 15)
    rule(world, "rieng", "m06", 6, 20, place=BINH)
    rows = world.ask("reporting_calendar", place=PROVINCE, period="2026-m06", as_of="2026-08-10")
    assert {row["unit_key"]: str(row["due_on"]) for row in rows} == {
        AN: "2026-07-15", BINH: "2026-06-20", CUC: "2026-07-15",
    }  # fmt: skip


def test_a_rule_holds_in_its_time_only() -> None:
    world = today()
    rule(world, "cu", "m06", 7, 15, valid_to=date(2025, 12, 31))
    assert calendar(world, "2026-08-10") == {}


@pytest.fixture(scope="module")
def law() -> World:
    """The rules as they are shipped."""
    world = today()
    with (settings.REFERENCE / "reception_days.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            world.row("reception_rule", **{name: value or None for name, value in row.items()})
    world.report(AN, "2026-q1", {"tcd_dinh_ky_ngay": 11, "tcd_dinh_ky_ngay_quy_dinh": 13})
    world.report(AN, "2026-m06", {"tcd_dinh_ky_ngay": 25, "tcd_dinh_ky_ngay_quy_dinh": 25})
    world.report(AN, "2026-m09", {"tcd_dinh_ky_ngay": 36, "tcd_dinh_ky_ngay_quy_dinh": 39})
    world.report(PROVINCE, "2026-q1", {"tcd_dinh_ky_ngay": 3}, scope="own_agency")
    return world


def test_days_are_counted_by_the_law_in_force(law: World) -> None:
    """A commune's chair, 1 day a week: 90 days of the first quarter hold 12 whole weeks, 181 days hold 25."""
    row = law.by_unit("reception_days", place=PROVINCE, period="2026-q1")
    assert (row[AN]["held"], row[AN]["required_reported"], row[AN]["required_by_law"]) == (11, 13, 12)
    assert row[AN]["differs"] and row[AN]["share_percent"] == pytest.approx(100 * 11 / 12)
    assert row[PROVINCE]["required_by_law"] == 3, "1 day a month"
    assert law.one("reception_days", place=AN, period="2026-m06")["required_by_law"] == 25
    assert row[BINH]["held"] is None, "not reported, which is not zero"


def test_where_the_number_in_force_is_not_known_none_is_computed(law: World) -> None:
    """The amended law holds from 1/7/2026 and its number was not read: the reported number stands alone."""
    row = law.one("reception_days", place=AN, period="2026-m09")
    assert row["required_by_law"] is None and not row["differs"]
    assert row["share_percent"] == pytest.approx(100 * 36 / 39)
    rules = law.ask("reception_rules", place=AN, period="2026-m09")
    assert [(rule["days"], str(rule["valid_from"])) for rule in rules] == [
        (1, "2014-07-01"),
        (None, "2026-07-01"),
    ]
