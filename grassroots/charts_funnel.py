"""A funnel plot: rates by the counts they rest on, between the limits of chance. No Streamlit, no SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from grassroots.charts import layout
from grassroots.colours import Palette, rgb
from grassroots.text import Language

Row = Mapping[str, Any]
OUTSIDE = ("far_below", "below", "above", "far_above")
NAMED_BELOW, NAMED_ABOVE = 8, 3  # more labels than these would lie on one another


@dataclass(frozen=True, slots=True)
class FunnelWords:
    """What the funnel says: a unit's name and its hover text, the names of the lines and of the axis."""

    name: Callable[[Row], str]
    said: Callable[[Row], str]
    whole: str
    limit_95: str
    limit_998: str
    across: str


def funnel_figure(
    units: Sequence[Row],
    curve: pd.DataFrame,
    words: FunnelWords,
    palette: Palette,
    language: Language,
    *,
    at: str | None = None,
    height: int = 520,
) -> go.Figure:
    """Points of ``rates_against_chance.sql`` over the lines of ``funnel_curve.sql``.

    Units below the limits are dark, those above blue, small counts hollow; the outlying and the unit ``at``
    are named. Points carry their ``unit_key`` as custom data.
    """
    figure = go.Figure(layout=layout(palette, language, height))
    low, high = axis_of(units)
    _add_limits(figure, curve, palette)
    _add_points(figure, [row for row in units if row["standing"] is None], words, palette)
    _add_points(figure, [row for row in units if row["standing"] is not None], words, palette)
    _add_names(figure, units, words, palette, at)
    _add_line_names(figure, curve, words, palette, low)
    largest = max((row["denominator"] for row in units), default=1.0)
    figure.update_xaxes(
        range=[0, largest * 1.16], title={"text": words.across, "standoff": 6, "font": {"size": 15}}
    )
    figure.update_yaxes(range=[low, high], ticksuffix="")
    figure.update_layout(margin={"l": 44, "r": 12, "t": 12, "b": 52}, clickmode="event+select")
    return figure


def axis_of(units: Sequence[Row]) -> tuple[float, float]:
    """The axis of per cent: from below the lowest rate that is no small count, or the lowest of all."""
    ranked = [row["rate_percent"] for row in units if not row["small"]]
    lowest = min(ranked or [row["rate_percent"] for row in units] or [0.0])
    return max(0.0, float((lowest - 4) // 5 * 5)), 101.5


def _add_limits(figure: go.Figure, curve: pd.DataFrame, palette: Palette) -> None:
    if curve.empty:
        return
    sizes = list(curve["trials"])
    band = f"rgba({','.join(str(part) for part in rgb(palette.context)[:3])},0.16)"
    for low, high, style in (
        ("low_998_percent", "high_998_percent", {"color": palette.context, "width": 1.5, "dash": "dot"}),
        ("low_95_percent", "high_95_percent", {"color": palette.context, "width": 1.5}),
    ):
        figure.add_scatter(x=sizes, y=list(curve[low]), mode="lines", line=style, hoverinfo="skip")
        figure.add_scatter(
            x=sizes, y=list(curve[high]), mode="lines", line=style, hoverinfo="skip",
            fill="tonexty", fillcolor=band,
        )  # fmt: skip
    whole = float(curve["whole_percent"].iloc[0])
    figure.add_scatter(
        x=[0, sizes[-1]], y=[whole, whole], mode="lines", hoverinfo="skip",
        line={"color": palette.text, "width": 2},
    )  # fmt: skip


def _add_points(figure: go.Figure, units: Sequence[Row], words: FunnelWords, palette: Palette) -> None:
    if not units:
        return
    fills = [_fill(row, palette) for row in units]
    hollow = [row["standing"] is None for row in units]
    figure.add_scatter(
        x=[row["denominator"] for row in units],
        y=[row["rate_percent"] for row in units],
        mode="markers",
        marker={
            "size": [13 if row["standing"] in OUTSIDE else 10 for row in units],
            "color": fills,
            "opacity": 1,
            "line": {
                "width": [2 if bare else 1.2 for bare in hollow],
                "color": [palette.area_outline if bare else palette.background for bare in hollow],
            },
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        customdata=[row["unit_key"] for row in units],
        hovertext=[words.said(row) for row in units],
        hoverinfo="text",
    )


def _fill(row: Row, palette: Palette) -> str:
    """Blue from the limit upwards, brown below it; grey cannot be told from the rate of all."""
    worst, bad, *_ = palette.two_two
    return {
        None: palette.background,
        "far_below": worst,
        "below": bad,
        "within": palette.context,
        "above": palette.open_in_time,
        "far_above": palette.settled,
    }[row["standing"]]


def named_units(units: Sequence[Row], at: str | None) -> list[Row]:
    """The units that get a label: the one at hand, the lowest and the highest of the outlying."""
    below = sorted(
        (row for row in units if row["standing"] in OUTSIDE[:2]),
        key=lambda row: row["rate_percent"] - row["low_95_percent"],
    )
    above = sorted(
        (row for row in units if row["standing"] in OUTSIDE[2:]),
        key=lambda row: row["high_95_percent"] - row["rate_percent"],
    )
    found = [*below[:NAMED_BELOW], *above[:NAMED_ABOVE]]
    return found + [row for row in units if row["unit_key"] == at and row not in found]


def _add_names(
    figure: go.Figure, units: Sequence[Row], words: FunnelWords, palette: Palette, at: str | None
) -> None:
    for row in named_units(units, at):
        below = row["standing"] in OUTSIDE[:2]
        own = row["unit_key"] == at
        figure.add_annotation(
            x=row["denominator"],
            y=row["rate_percent"],
            text=f"<b>{words.name(row)}</b>" if own else words.name(row),
            showarrow=own,
            arrowwidth=2,
            arrowcolor=palette.text,
            ax=26,
            ay=30 if below else -26,
            xanchor="left",
            xshift=0 if own else 9,
            yshift=0 if own else (-2 if below else 4),
            font={"size": 16, "color": palette.bad if below else palette.text},
            bgcolor=palette.background if own else None,
        )


def _add_line_names(
    figure: go.Figure, curve: pd.DataFrame, words: FunnelWords, palette: Palette, low: float
) -> None:
    """Each line's name at its right end; one that leaves the axis there has none."""
    if curve.empty:
        return
    end = curve.iloc[-1]
    for name, column in (
        (words.limit_998, "low_998_percent"),
        (words.limit_95, "low_95_percent"),
        (words.whole, "whole_percent"),
    ):
        if not low <= end[column] <= 100:
            continue
        figure.add_annotation(
            x=end["trials"], y=end[column], text=name, showarrow=False,
            xanchor="right", yanchor="bottom", xshift=-4,
            font={"size": 15, "color": palette.text if column == "whole_percent" else palette.secondary_text},
        )  # fmt: skip
