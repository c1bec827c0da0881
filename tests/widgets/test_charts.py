"""The trend figure and the axis of intervals."""

from __future__ import annotations

import pandas as pd
import pytest

from grassroots.charts import TrendWords, axis_start, scale_of, trend_figure, trend_years
from grassroots.colours import PALETTES

LIGHT = PALETTES["light"]


def trend(*rows: tuple[int, str, int, float | None, bool]) -> pd.DataFrame:
    columns = ["period_year", "period_name", "months", "rate_percent", "joined"]
    return pd.DataFrame(list(rows), columns=columns)


TWO_YEARS = trend(
    (2025, "m06", 6, 92.8, True),
    (2025, "m09", 9, 93.0, False),
    (2026, "q1", 3, 92.9, False),
    (2026, "m09", 9, 91.4, False),
)


def words(gap: str | None = None) -> TrendWords:
    return TrendWords(period=str, number=lambda rate: f"{rate:.1f}", joint="1/7/2025", gap=gap)


def drawn(frame: pd.DataFrame = TWO_YEARS, gap: str | None = None) -> object:
    return trend_figure(frame, 2026, "m09", words(gap), LIGHT, "vi")


def test_each_year_is_one_line_and_this_year_s_is_heavier() -> None:
    before, now = drawn().data
    assert (list(before.x), list(before.y)) == ([6, 9], [92.8, 93.0])
    assert (list(now.x), list(now.y)) == ([3, 9], [92.9, 91.4])
    assert now.line.width > before.line.width and now.line.color == LIGHT.accent


def test_what_is_summed_from_former_units_is_dashed_hollow_and_dated() -> None:
    figure = drawn()
    before, now = figure.data
    assert (before.line.dash, now.line.dash) == ("dash", "solid")
    assert list(before.marker.color) == [LIGHT.background, LIGHT.context]
    assert [note.text for note in figure.layout.annotations] == ["1/7/2025"]


def test_the_gap_at_the_period_is_drawn_and_said() -> None:
    figure = drawn(gap="−1,6 điểm %")
    line = figure.layout.shapes[0]
    assert (line.x0, line.y0, line.y1) == (9, 93.0, 91.4)
    assert "−1,6 điểm %" in [
        note.text.replace("<b>", "").replace("</b>", "") for note in figure.layout.annotations
    ]


def test_periods_that_are_not_cumulative_or_have_no_rate_are_left_out() -> None:
    frame = pd.concat(
        [TWO_YEARS, trend((2026, "q2", None, 50.0, False), (2026, "m06", 6, None, False))], ignore_index=True
    )
    assert list(drawn(frame).data[1].x) == [3, 9]


def test_years_drawn_are_the_asked_one_and_the_newest_before_it() -> None:
    older = trend((2021, "year", 12, 80.0, False), (2023, "year", 12, 81.0, False))
    assert trend_years(pd.concat([older, TWO_YEARS[TWO_YEARS["period_year"] == 2026]]), 2026) == [2023, 2026]


def test_the_axis_begins_under_the_lowest_rate_that_is_drawn() -> None:
    assert axis_start(TWO_YEARS, 2026) == 90.0


@pytest.mark.parametrize(
    ("lows", "low", "ticks"),
    [
        ([65.0] * 8, 60.0, (60.0, 80.0, 100.0)),
        ([95.0] * 8, 80.0, (80.0, 90.0, 100.0)),
        ([10.0] + [65.0] * 8, 60.0, (60.0, 80.0, 100.0)),
        ([], 0.0, (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)),
    ],
)
def test_the_scale_holds_most_intervals(lows: list[float], low: float, ticks: tuple[float, ...]) -> None:
    scale = scale_of(lows)
    assert (scale.low, scale.ticks) == (low, ticks)


def test_an_interval_that_leaves_the_scale_says_so() -> None:
    scale = scale_of([65.0] * 8)
    assert scale.leaves(59.9) and not scale.leaves(60.0)
    assert scale.at(20.0) == 0 and scale.at(80.0) == 48 and scale.at(100.0) == 96
