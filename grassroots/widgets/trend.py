"""The resolution rate through the year, beside the year before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from grassroots.charts import TrendWords, axis_start, trend_figure, trend_years
from grassroots.charts_supposed import Supposed, add_supposed
from grassroots.names import period_short
from grassroots.periods import Period
from grassroots.text import count, decimal
from grassroots.text.numbers import MINUS
from grassroots.widgets.blocks import block_head
from grassroots.widgets.data import frame
from grassroots.widgets.drawn import drawn
from grassroots.widgets.notices import nothing
from grassroots.widgets.present import about_slide, fitted
from grassroots.widgets.supposed import as_reported
from grassroots.widgets.view import View, view

CONFIG = {"displayModeBar": False, "scrollZoom": False}


def resolution_trend(measures: Mapping[str, Mapping[str, Any]]) -> None:
    """Draws the trend up to the period's year; ``measures`` give the change that the page states."""
    current = view()
    difference = measures.get("ty_le_giai_quyet", {}).get("difference")
    then = _supposed_rate(current)
    with as_reported():  # of a scenario this period's point alone is supposed; the line stays as reported
        found = frame("resolution_trend")
    about_slide("rate", number="ty_le_giai_quyet")
    known = found[found["rate_percent"].notna() & found["months"].notna()]
    title = current.words("trend.title")
    if current.period is None or len(known) < 2:
        block_head(title)
        nothing("trend")
        return
    year = Period.parse(current.period).year
    start = count(axis_start(known, year), current.language)
    shown = known[known["period_year"].isin(trend_years(known, year))]
    illustrative = bool(shown["illustrative"].fillna(False).any())
    said = [*_said(shown, current, start), *supposed_words(current, then is not None)]
    block_head(title, " ".join(said), illustrative=illustrative)
    point = None if then is None else _point(known, then, current)

    def made() -> go.Figure:
        words = _words(current, None if current.scenario else difference)
        at = Period.parse(current.period or "").name
        figure = trend_figure(known, year, at, words, current.palette, current.language)
        if point is not None:
            add_supposed(figure, point, current.palette)
        return figure

    figure = drawn(("resolution_trend", *current.key), made)
    st.plotly_chart(fitted(figure), theme=None, config=CONFIG, key="trend", alt=title)


def _supposed_rate(current: View) -> float | None:
    """The rate of the period as supposed, where it is not as reported."""
    if not current.scenario:
        return None
    sides = [_rate_at(frame("resolution_trend"), current.period)]
    with as_reported():
        sides.append(_rate_at(frame("resolution_trend"), current.period))
    then, now = sides
    return None if then is None or (now is not None and round(then - now, 2) == 0) else then


def _rate_at(found: pd.DataFrame, period: str | None) -> float | None:
    rates = found.loc[(found["period"] == period) & found["months"].notna(), "rate_percent"].dropna()
    return float(rates.iloc[0]) if len(rates) else None


def _point(known: pd.DataFrame, then: float, current: View) -> Supposed:
    label = f"{current.words('scenario.then')}: {decimal(then, current.language)}"
    at = float(Period.parse(current.period or "").months or 0)
    return Supposed(at, _rate_at(known, current.period), then, label)


def supposed_words(current: View, drawn_so: bool) -> list[str]:
    """Under a scenario: that lines are of what was reported, and which point isn't."""
    if not current.scenario:
        return []
    return [current.words("scenario.trend_point" if drawn_so else "scenario.trend_reported")]


def _said(shown: pd.DataFrame, current: View, start: str) -> list[str]:
    said = [current.words("trend.axis", start=start)]
    joined = shown[shown["joined"].fillna(False).astype(bool)]
    if len(joined) and current.place and current.place.level == "commune":
        said.append(current.words("trend.joined_commune"))  # made of all its predecessors, or not at all
    elif len(joined):
        last = joined.iloc[-1]
        fields = {name: count(last[name], current.language) for name in ("units_reported", "units_expected")}
        said.append(current.words("trend.joined", **fields))
    return said


def _words(current: View, difference: float | None) -> TrendWords:
    gap = None
    if difference is not None and round(difference, 1) != 0:
        size = decimal(abs(difference), current.language)
        sign = "+" if difference > 0 else MINUS
        gap = f"{sign}{current.words('title.points', size=size)}"
    return TrendWords(
        period=lambda name: period_short(name, current.language),
        number=lambda rate: decimal(rate, current.language),
        joint=current.words("trend.joint"),
        gap=gap,
    )
