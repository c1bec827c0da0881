"""What is supposed, over a figure of what was reported: violet and hollow, joined to the reported point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from grassroots.colours import Palette

_ROOM = 0.12  # of the axis, for the label beside a point that lies at its end


@dataclass(frozen=True, slots=True)
class Supposed:
    """A point as it would be. ``at`` is its place on the x axis; ``now`` None where nothing is reported."""

    at: float | date
    now: float | None
    then: float
    label: str


def add_supposed(figure: go.Figure, point: Supposed, palette: Palette) -> None:
    """Draws the point; the y axis, whose range is set, is widened where the point lies beyond it."""
    low, high = figure.layout.yaxis.range
    room = _ROOM * (high - low)
    figure.update_yaxes(range=[min(low, max(0.0, point.then - room)), max(high, point.then + room)])
    if point.now is not None:
        figure.add_scatter(
            x=[point.at, point.at],
            y=[point.now, point.then],
            mode="lines",
            line={"color": palette.supposed, "width": 3, "dash": "dot"},
            hoverinfo="skip",
        )
    figure.add_scatter(
        name="supposed",
        x=[point.at],
        y=[point.then],
        mode="markers+text",
        marker={"size": 13, "color": palette.background, "line": {"color": palette.supposed, "width": 3}},
        text=[f"<b>{point.label}</b>"],
        textposition="top center" if point.now is None or point.then >= point.now else "bottom center",
        textfont={"color": palette.supposed, "size": 15},
        hovertext=[point.label],
        hoverinfo="text",
        cliponaxis=False,
    )
