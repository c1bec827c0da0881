"""Tables with right-aligned numbers that open their sources, and their figures as a file."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from grassroots.tables import Column, Row, csv, widths
from grassroots.widgets.clickable import clickable
from grassroots.widgets.render import render
from grassroots.widgets.view import view


def table(columns: Sequence[Column], rows: Sequence[Row], *, key: str) -> None:
    """Draws the rows as one element."""
    body = render("table", view().language, columns=columns, rows=rows, widths=widths(columns))
    clickable(body, key=key)


def download(found: pd.DataFrame, titles: dict[str, str], name: str) -> None:
    """A button that hands out the frame's named columns as CSV."""
    current = view()
    place = current.place.code if current.place else ""
    st.download_button(
        current.words("page.download"),
        lambda: csv(found, titles),
        file_name=f"{name}_{place}_{current.period}.csv",
        mime="text/csv",
        key=f"download_{name}",
        on_click="ignore",
        type="tertiary",
    )
