"""The score sheets of data/reference hang together."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from grassroots.forms.catalogue import score_sheets, sheets_in_force
from grassroots.forms.layout import layout
from grassroots.indicators import indicators
from grassroots.settings import REFERENCE


def marks() -> dict[str, list[dict[str, str]]]:
    with (REFERENCE / "score_marks.csv").open(encoding="utf-8", newline="") as file:
        found: dict[str, list[dict[str, str]]] = {}
        for row in csv.DictReader(file):
            found.setdefault(row["sheet"], []).append(row)
        return found


@pytest.mark.parametrize(
    ("sheet", "maxima"), [("cqtt_minh_hoa", [20, 15, 20, 15, 20, 10]), ("qd766", [18, 20, 22, 22, 18])]
)
def test_criteria_add_up_to_a_hundred(sheet: str, maxima: list[float]) -> None:
    assert [each.maximum for each in score_sheets()[sheet].criteria] == maxima
    assert sum(maxima) == 100


def test_totals_go_to_indicators_that_exist() -> None:
    for sheet in score_sheets().values():
        assert indicators()[sheet.points_indicator].kind == "score"
        assert indicators()[sheet.points_indicator].denominator == sheet.maximum_indicator


def test_marks_fall_from_the_best_to_zero_and_pass_from_the_pass_mark() -> None:
    with (REFERENCE / "score_sheets.csv").open(encoding="utf-8", newline="") as file:
        passing = {row["sheet"]: float(row["pass_percent"]) for row in csv.DictReader(file)}
    assert [float(row["from_percent"]) for row in marks()["cqtt_minh_hoa"]] == [95, 90, 80, 0]
    for sheet, rows in marks().items():
        assert [int(row["position"]) for row in rows] == list(range(1, len(rows) + 1))
        for row in rows:
            assert (row["passes"] == "true") == (float(row["from_percent"]) >= passing[sheet])


def test_a_commune_scores_itself_by_the_sheet_in_force_and_a_district_by_none() -> None:
    form = layout()
    assert [s.code for s in sheets_in_force(form, "commune", date(2024, 10, 31))] == ["cqtt_minh_hoa"]
    assert sheets_in_force(form, "commune", date(2020, 12, 31)) == []  # before the sheet began
    assert sheets_in_force(form, "district", date(2024, 10, 31)) == []
