"""One place through the years: lines over real days, with the day on which units were rearranged drawn in.

No Streamlit, no SQL; words come in by argument.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from grassroots.charts import layout, mark_joint
from grassroots.colours import Palette
from grassroots.text import Language

JOINT = date(2025, 7, 1)
_HEIGHT, _PLOT_HEIGHT = 340, 280  # pixels, the second without the margins of the shared layout
_NAME_HEIGHT = 19
_LETTER = 8.5  # pixels of a letter at 15 px, bold, by and large


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a line.

    ``hollow``: of units before the joint. ``whole``: nobody is missing from it; ``nearly``: so few that it
    may be read along with others.
    """

    day: date
    value: float
    hollow: bool
    whole: bool
    nearly: bool
    label: str
    hover: str


@dataclass(frozen=True, slots=True)
class Line:
    """Points in the order of days. The main line is heavy and has its values written beside its points."""

    name: str
    points: tuple[Point, ...]
    main: bool


@dataclass(frozen=True, slots=True)
class HistoryWords:
    """The joint's date, and what an axis value is written as."""

    joint: str
    number: Callable[[float], str]


def history_figure(
    lines: Sequence[Line],
    words: HistoryWords,
    palette: Palette,
    language: Language,
    *,
    from_zero: bool,
) -> go.Figure:
    """Lines over days: dashed and hollow before the joint, with the joint dated.

    A point from which somebody is missing is a hollow diamond. A thin dotted line leads through it where few
    are missing, none where many are: beside whole ones it would look like a fall. Amounts begin at zero,
    shares need not.
    """
    figure = go.Figure(layout=layout(palette, language, height=_HEIGHT))
    several = sum(line.main for line in lines) > 1
    low, high = value_range(lines, from_zero=from_zero)
    shifts = _apart([(line.points[-1].value - low) / (high - low) * _PLOT_HEIGHT for line in lines])
    for line, shift in sorted(zip(lines, shifts, strict=True), key=lambda both: both[0].main):
        _add_line(figure, line, palette)
        _add_points(figure, line, palette, written=not several)
        _add_name(figure, line, shift, palette)
    days = [point.day for line in lines for point in line.points]
    first, last = min(days), max(days)
    years = range(first.year, last.year + 1)
    figure.update_xaxes(
        range=[min(first - timedelta(days=75), date(first.year, 6, 1)), last + timedelta(days=30)],
        tickvals=[date(year, 7, 1) for year in years],
        ticktext=[str(year) for year in years],
        ticks="",
    )
    ticks = _ticks(low, high)
    labels = [words.number(tick) for tick in ticks]
    figure.update_yaxes(range=[low, high], tickvals=ticks, ticktext=labels)
    left, right = max(map(len, labels)), max(len(line.name) for line in lines)
    figure.update_layout(margin={"l": 14 + _LETTER * left, "r": 14 + _LETTER * right, "t": 30, "b": 30})
    for year in years[1:]:
        figure.add_vline(x=date(year, 1, 1), line={"color": palette.grid, "width": 1}, layer="below")
    if first < JOINT <= last:
        mark_joint(figure, JOINT, words.joint, palette.area_outline, palette)
    return figure


def value_range(lines: Sequence[Line], *, from_zero: bool) -> tuple[float, float]:
    """Where the axis begins and ends; ``low`` is to be said where it isn't zero."""
    values = [point.value for line in lines for point in line.points]
    low, high = min(values), max(values)
    margin = max(1.0, (high - low) * 0.2)
    if from_zero:
        return 0.0, high + max(1.0, high * 0.18)
    return max(0.0, float((low - margin) // 1)), float(-(-(high + margin) // 1))


def _ticks(low: float, high: float) -> list[float]:
    step = next(
        scale * power
        for power in (10**exponent for exponent in range(9))
        for scale in (1, 2, 5)
        if (high - low) / (scale * power) <= 5
    )
    first = -(-low // step) * step
    return [first + step * place for place in range(int((high - first) // step) + 1)]


def _apart(heights: Sequence[float]) -> list[float]:
    """By how many pixels names at these heights move up so that each has a line of its own."""
    shifts = [0.0] * len(heights)
    free_from = float("-inf")
    for place in sorted(range(len(heights)), key=lambda place: heights[place]):
        at = max(heights[place], free_from)
        shifts[place] = at - heights[place]
        free_from = at + _NAME_HEIGHT
    return shifts


def _add_line(figure: go.Figure, line: Line, palette: Palette) -> None:
    colour, width = (palette.accent, 4) if line.main else (palette.context, 2.5)
    whole = [point for point in line.points if point.whole]
    former = [point for point in whole if point.hollow]
    later = [point for point in whole if not point.hollow]
    readable = [point for point in line.points if point.whole or point.nearly]
    if len(readable) > len(whole):
        _add_stroke(figure, readable, {"color": colour, "width": 1.5, "dash": "dot"})
    _add_stroke(figure, [*former, *later[:1]], {"color": colour, "width": width, "dash": "dash"})
    _add_stroke(figure, later, {"color": colour, "width": width, "dash": "solid"})


def _add_stroke(figure: go.Figure, points: Sequence[Point], stroke: dict[str, object]) -> None:
    if len(points) > 1:
        figure.add_scatter(
            x=[point.day for point in points],
            y=[point.value for point in points],
            mode="lines",
            line=stroke,
            hoverinfo="skip",
        )


def _add_points(figure: go.Figure, line: Line, palette: Palette, *, written: bool) -> None:
    colour = palette.accent if line.main else palette.context

    def fill(point: Point) -> str:
        return palette.background if point.hollow or not point.whole else colour

    figure.add_scatter(
        name=line.name,
        x=[point.day for point in line.points],
        y=[point.value for point in line.points],
        mode="markers+text",
        marker={
            "size": 11 if line.main else 8,
            "symbol": ["circle" if point.whole else "diamond" for point in line.points],
            "color": [fill(point) for point in line.points],
            "line": {
                "color": [colour if point.whole else palette.secondary_text for point in line.points],
                "width": 2.5,
            },
        },
        text=[point.label if line.main and (written or not point.whole) else "" for point in line.points],
        textposition="top center",
        textfont={"color": palette.text, "size": 15},
        hovertext=[point.hover for point in line.points],
        hoverinfo="text",
        cliponaxis=False,
    )


def _add_name(figure: go.Figure, line: Line, shift: float, palette: Palette) -> None:
    figure.add_annotation(
        x=line.points[-1].day,
        y=line.points[-1].value,
        text=f"<b>{line.name}</b>" if line.main else line.name,
        showarrow=False,
        xanchor="left",
        xshift=10,
        yshift=round(shift),
        font={"color": palette.accent if line.main else palette.secondary_text, "size": 15},
    )
