"""Tables with right-aligned numbers that open their sources, and their figures as a file."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from grassroots.tables import Column, Row, csv, widths
from grassroots.widgets.clickable import clickable
from grassroots.widgets.render import render
from grassroots.widgets.supposed import said
from grassroots.widgets.view import view

SUPPOSED = "gia_dinh"  # in the name of a file that holds no reported result


def table(columns: Sequence[Column], rows: Sequence[Row], *, key: str) -> None:
    """Draws the rows as one element."""
    body = render("table", view().language, columns=columns, rows=rows, widths=widths(columns))
    clickable(body, key=key)


def download(found: pd.DataFrame, titles: dict[str, str], name: str) -> None:
    """A button that hands out the frame's named columns as CSV."""
    current = view()
    place = current.place.code if current.place else ""
    if current.scenario:  # a file outlives the bar over the page: each of its rows says what it is
        supposed = f"{current.words('scenario.foot')}. {said(current)}"
        found, titles = (
            found.assign(supposed=supposed),
            {**titles, "supposed": current.words("scenario.then")},
        )
        name = f"{name}_{SUPPOSED}"
    st.download_button(
        current.words("page.download"),
        lambda: csv(found, titles),
        file_name=f"{name}_{place}_{current.period}.csv",
        mime="text/csv",
        key=f"download_{name}",
        on_click="ignore",
        type="tertiary",
    )
