"""The figure of a history: hollow and dashed before the joint, no line through what is incomplete."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from grassroots.charts_history import HistoryWords, Line, Point, history_figure, value_range
from grassroots.colours import PALETTES

LIGHT = PALETTES["light"]


def point(day: date, value: float, *, whole: bool = True, nearly: bool = False) -> Point:
    return Point(day, value, day < date(2025, 7, 1), whole, nearly, f"{value:.0f}", f"{day}: {value}")


HALF_YEARS = Line(
    "6 tháng",
    (
        point(date(2023, 6, 30), 60, whole=False),
        point(date(2024, 6, 30), 104),
        point(date(2025, 6, 30), 120),
        point(date(2026, 6, 30), 130),
    ),
    main=True,
)


def figure(*lines: Line, from_zero: bool = True) -> go.Figure:
    words = HistoryWords("sắp xếp 1/7/2025", lambda value: f"{value:g}")
    return history_figure(lines, words, LIGHT, "vi", from_zero=from_zero)


def test_the_line_is_dashed_up_to_the_joint_and_skips_what_is_incomplete() -> None:
    drawn = figure(HALF_YEARS)
    dashed = next(trace for trace in drawn.data if trace.line.dash == "dash")
    assert list(dashed.y) == [104, 120, 130]  # to the first point of the units of today
    assert not [trace for trace in drawn.data if trace.line.dash == "solid"]  # one point since makes no line


def test_a_thin_line_leads_through_what_is_nearly_complete() -> None:
    points = (*HALF_YEARS.points[:2], point(date(2025, 6, 30), 118, whole=False, nearly=True))
    dotted = [trace for trace in figure(Line("6 tháng", points, main=True)).data if trace.line.dash == "dot"]
    assert [list(trace.y) for trace in dotted] == [[104, 118]]  # 60 lacks too many
    assert not [trace for trace in figure(HALF_YEARS).data if trace.line.dash == "dot"]


def test_points_before_the_joint_are_hollow_and_incomplete_ones_diamonds() -> None:
    points = next(trace for trace in figure(HALF_YEARS).data if trace.mode == "markers+text")
    assert list(points.marker.symbol) == ["diamond", "circle", "circle", "circle"]
    assert list(points.marker.color) == [LIGHT.background] * 3 + [LIGHT.accent]


def test_the_joint_is_dated_where_the_line_crosses_it() -> None:
    assert "sắp xếp 1/7/2025" in [note.text for note in figure(HALF_YEARS).layout.annotations]
    since = Line("6 tháng", (point(date(2025, 12, 31), 5), point(date(2026, 6, 30), 9)), main=True)
    assert "sắp xếp 1/7/2025" not in [note.text for note in figure(since).layout.annotations]


def test_amounts_begin_at_zero_and_shares_where_it_is_said() -> None:
    shares = Line("Cả năm", (point(date(2023, 12, 31), 90), point(date(2024, 12, 31), 96)), main=True)
    assert figure(HALF_YEARS).layout.yaxis.range[0] == 0
    assert (
        figure(shares, from_zero=False).layout.yaxis.range[0]
        == value_range([shares], from_zero=False)[0]
        == 88
    )


@pytest.mark.parametrize(
    ("highest", "ticks"), [(4, ["0", "1", "2", "3", "4", "5"]), (93, ["0", "50", "100"])]
)
def test_ticks_are_round(highest: float, ticks: list[str]) -> None:
    line = Line("x", (point(date(2023, 6, 30), 0), point(date(2024, 6, 30), highest)), main=True)
    assert list(figure(line).layout.yaxis.ticktext) == ticks


def test_names_at_the_ends_of_near_lines_stand_apart() -> None:
    lines = [
        Line(name, (point(date(2024, 6, 30), 10), point(date(2026, 6, 30), value)), main=True)
        for name, value in (("Một", 40), ("Hai", 41), ("Ba", 40))
    ]
    drawn = figure(*lines)
    shifts = {note.text: note.yshift for note in drawn.layout.annotations if note.yshift is not None}
    high = drawn.layout.yaxis.range[1]
    at = sorted(
        value / high * 280 + shifts[f"<b>{name}</b>"]
        for name, value in (("Một", 40), ("Hai", 41), ("Ba", 40))
    )
    assert min(later - sooner for sooner, later in pairwise(at)) >= 18
