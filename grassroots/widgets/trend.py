"""The resolution rate through the year, beside the year before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from grassroots.charts import TrendWords, axis_start, trend_figure, trend_years
from grassroots.names import period_short
from grassroots.periods import Period
from grassroots.text import count, decimal
from grassroots.text.numbers import MINUS
from grassroots.widgets.blocks import block_head
from grassroots.widgets.data import frame
from grassroots.widgets.drawn import drawn
from grassroots.widgets.notices import nothing
from grassroots.widgets.present import about_slide, fitted
from grassroots.widgets.view import View, view

CONFIG = {"displayModeBar": False, "scrollZoom": False}


def resolution_trend(measures: Mapping[str, Mapping[str, Any]]) -> None:
    """Draws the trend up to the period's year; ``measures`` give the change that the page states."""
    current = view()
    difference = measures.get("ty_le_giai_quyet", {}).get("difference")
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
    block_head(title, " ".join(_said(shown, current, start)), illustrative=illustrative)
    figure = drawn(
        ("resolution_trend", *current.key),
        lambda: trend_figure(
            known,
            year,
            Period.parse(current.period or "").name,
            _words(current, difference),
            current.palette,
            current.language,
        ),
    )
    st.plotly_chart(fitted(figure), theme=None, config=CONFIG, key="trend", alt=title)


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
