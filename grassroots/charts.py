"""DataFrame → plotly figure, built with graph_objects. No Streamlit, no SQL; words come in by argument."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from grassroots.colours import Palette
from grassroots.text import Language

FONT = "Source Sans, Source Sans Pro, sans-serif"
JOINT_YEAR = 2025
_SEPARATORS = {"vi": ",.", "en": ".,"}


@dataclass(frozen=True, slots=True)
class TrendWords:
    """What the trend says: period names on the axis, the joint's date, the gap at the period in words."""

    period: Callable[[str], str]
    number: Callable[[float], str]
    joint: str
    gap: str | None


def layout(palette: Palette, language: Language, height: int) -> go.Layout:
    """The layout all charts share: transparent, no titles on axes, numbers as the language writes them."""
    axis = {"showgrid": False, "zeroline": False, "linecolor": palette.grid, "fixedrange": True}
    return go.Layout(
        height=height,
        margin={"l": 34, "r": 12, "t": 30, "b": 30},
        font={"family": FONT, "size": 16, "color": palette.text},
        separators=_SEPARATORS[language],
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        hovermode="closest",
        showlegend=False,
        dragmode=False,
        xaxis=axis,
        yaxis={**axis, "gridcolor": palette.grid, "showgrid": True},
    )


def trend_years(trend: pd.DataFrame, year: int) -> list[int]:
    """The years drawn, the older first: the asked one and the newest before it."""
    with_rate = trend[trend["rate_percent"].notna() & trend["months"].notna()]
    before = with_rate.loc[with_rate["period_year"] < year, "period_year"]
    return [int(before.max()), year] if len(before) else [year]


def trend_figure(
    trend: pd.DataFrame, year: int, at_period: str, words: TrendWords, palette: Palette, language: Language
) -> go.Figure:
    """Cumulative resolution rates: a line a year over the months of the year, this year's last and heaviest.

    ``trend`` has the columns of ``resolution_trend.sql``; periods that are not cumulative are left out.
    A year summed from units before July 2025 is dashed with hollow points. The axis need not begin at zero.
    """
    drawn = trend[trend["rate_percent"].notna() & trend["months"].notna()].sort_values("months")
    figure = go.Figure(layout=layout(palette, language, height=360))
    years = trend_years(drawn, year)
    for one in years:
        _add_year(figure, drawn[drawn["period_year"] == one], one == year, words, palette)
    _part_first_labels(figure)
    shown = drawn[drawn["period_year"].isin(years)]
    ticks = shown.drop_duplicates("months").sort_values("months")
    labels = [
        f"<b>{words.period(name)}</b>" if name == at_period else words.period(name)
        for name in ticks["period_name"]
    ]
    figure.update_xaxes(tickvals=list(ticks["months"]), ticktext=labels, range=_spread(ticks["months"]))
    low, high = _axis(shown["rate_percent"])
    figure.update_yaxes(range=[low, high], dtick=max(1, round((high - low) / 5)))
    _add_gap(figure, shown, year, at_period, words, palette)
    _add_joint(figure, shown, year, words, palette)
    return figure


def axis_start(trend: pd.DataFrame, year: int) -> float:
    """Where the trend's axis begins, to be said beside it."""
    years = trend_years(trend, year)
    return _axis(trend.loc[trend["period_year"].isin(years) & trend["months"].notna(), "rate_percent"])[0]


def _axis(rates: pd.Series) -> tuple[float, float]:
    low, high = rates.min(), rates.max()
    margin = max(1.0, (high - low) * 0.3)
    return max(0.0, float((low - margin) // 1)), min(100.0, float(-(-(high + margin) // 1)))


def _spread(months: pd.Series) -> list[float]:
    return [float(months.min()) - 1.2, float(months.max()) + 3.2]  # room for the labels at the ends


def _add_year(
    figure: go.Figure, line: pd.DataFrame, current: bool, words: TrendWords, palette: Palette
) -> None:
    if line.empty:
        return
    colour, width = (palette.accent, 4) if current else (palette.context, 3)
    joined = line["joined"].fillna(False).astype(bool)
    fill = [palette.background if hollow else colour for hollow in joined]
    rates, months = list(line["rate_percent"]), list(line["months"])
    year = int(line["period_year"].iloc[0])
    texts = [words.number(rate) for rate in rates]
    texts[-1] = f"<b>{year}: {texts[-1]}</b>" if current else f"{year}: {texts[-1]}"
    sides = ["top center"] * (len(rates) - 1) + ["middle right"]
    shown = [text if place in (0, len(rates) - 1) else "" for place, text in enumerate(texts)]
    figure.add_scatter(
        x=months,
        y=rates,
        mode="lines+markers+text",
        line={"color": colour, "width": width, "dash": "dash" if joined.any() else "solid"},
        marker={"size": 11, "color": fill, "line": {"color": colour, "width": 2.5}},
        text=shown,
        textposition=sides,
        textfont={"color": colour if current else palette.secondary_text, "size": 16},
        hovertext=[
            f"{words.period(name)} {year}: {text}"
            for name, text in zip(line["period_name"], _plain(texts), strict=True)
        ],
        hoverinfo="text",
        cliponaxis=False,
    )


def _part_first_labels(figure: go.Figure) -> None:
    """Where a line begins under the other one, its first label stands below it."""
    for line in figure.data:
        others = [dict(zip(other.x, other.y, strict=True)) for other in figure.data if other is not line]
        if any(other.get(line.x[0], line.y[0]) > line.y[0] for other in others):
            line.textposition = ("bottom center", *line.textposition[1:])


def _plain(texts: Sequence[str]) -> list[str]:
    return [text.replace("<b>", "").replace("</b>", "").split(": ")[-1] for text in texts]


def _add_gap(
    figure: go.Figure, shown: pd.DataFrame, year: int, at_period: str, words: TrendWords, palette: Palette
) -> None:
    if words.gap is None:
        return
    at = shown[shown["period_name"] == at_period].sort_values("period_year")
    if len(at) != 2 or int(at["period_year"].iloc[-1]) != year:
        return
    month, rates = float(at["months"].iloc[0]), list(at["rate_percent"])
    colour = palette.bad if rates[1] < rates[0] else palette.accent
    low, high = _axis(shown["rate_percent"])
    beside_ends = abs(rates[1] - rates[0]) < 0.25 * (high - low)  # too short to part the labels at its ends
    figure.add_shape(
        type="line", x0=month, x1=month, y0=rates[0], y1=rates[1], line={"color": colour, "width": 2}
    )
    figure.add_annotation(
        x=month,
        y=sum(rates) / 2,
        text=f"<b>{words.gap}</b>",
        showarrow=False,
        xanchor="right" if beside_ends else "left",
        xshift=-8 if beside_ends else 8,
        font={"color": colour},
    )


def _add_joint(
    figure: go.Figure, shown: pd.DataFrame, year: int, words: TrendWords, palette: Palette
) -> None:
    joined = shown[shown["joined"].fillna(False).astype(bool)]
    if not (joined["period_year"] == JOINT_YEAR).any():
        return
    month = 6.5  # reports of six months end before the first of July, those of nine after it
    mark_joint(figure, month, words.joint, palette.context, palette)


def mark_joint(figure: go.Figure, at: float | date, said: str, colour: str, palette: Palette) -> None:
    """A dotted line at the place ``at`` of the axis, with what happened there written above."""
    figure.add_vline(x=at, line={"color": colour, "width": 1.5, "dash": "dot"})
    figure.add_annotation(
        x=at,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=said,
        showarrow=False,
        font={"color": palette.secondary_text, "size": 15},
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of per cent for intervals drawn as HTML: from ``low`` to 100, with ticks."""

    low: float
    ticks: tuple[float, ...]

    def at(self, percent: float) -> float:
        """Where a value stands, in per cent of the width, kept on the axis, with room for a point at 100."""
        return round(min(max((percent - self.low) / (100 - self.low), 0.0), 1.0) * 96, 2)

    def leaves(self, percent: float) -> bool:
        """Whether an interval that begins here leaves the axis."""
        return percent < self.low


def scale_of(lows: Iterable[float]) -> Scale:
    """An axis that holds most intervals: from a multiple of twenty, at most 80, to 100.

    One interval in eight may begin further left; it then ends in an arrow.
    """
    ordered = sorted(lows)
    low = ordered[len(ordered) // 8] if ordered else 0.0
    start = min(80.0, max(0.0, low // 20 * 20))
    step = 20 if start < 80 else 10
    return Scale(start, tuple(float(tick) for tick in range(int(start), 101, step)))
