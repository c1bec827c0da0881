"""Rows that the report under review names one by one: chosen ones are confirmed or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from grassroots import store
from grassroots.widgets.blocks import block_head, blocks
from grassroots.widgets.data import rows
from grassroots.widgets.faults import said
from grassroots.widgets.listing import ROW_PIXELS
from grassroots.widgets.present import presenting
from grassroots.widgets.review import Review
from grassroots.widgets.view import View, view

SHOWN_ROWS = 8
_CHOSEN = "review_rows_table"

Row = dict[str, Any]


def review_rows(at: Review) -> None:
    """A block with the rows of the report's lists; none where it names nothing."""
    if presenting():
        return
    current, report_id = view(), str(at.report["report_id"])
    found = [row for row in rows("rows_of_report", report_id=report_id) if row["state"] != "form"]
    if not found:
        return
    (place,) = blocks(1, name="review_rows")
    with place:
        block_head(current.words("named.rows.title"), current.words("named.rows.caption"))
        st.dataframe(
            pd.DataFrame(
                {
                    current.words("named.rows.list"): [
                        current.words(f"named.list.{row['list']}") for row in found
                    ],
                    current.words("named.rows.name"): [row["name"] for row in found],
                    current.words("named.rows.words"): [row["quote"] for row in found],
                    current.words("named.rows.state"): [
                        current.words(f"named.state.{row['state']}") for row in found
                    ],
                }
            ),
            key=_CHOSEN,
            hide_index=True,
            height=ROW_PIXELS * (min(len(found), SHOWN_ROWS) + 1) + 2,
            row_height=ROW_PIXELS,
            on_select="rerun",
            selection_mode="multi-row",
        )
        _buttons(report_id, found, current)


def _buttons(report_id: str, found: Sequence[Row], current: View) -> None:
    name = str(st.session_state.get("reviewer") or "").strip()
    chosen = [found[at] for at in st.session_state[_CHOSEN].selection.rows if at < len(found)]
    with st.container(horizontal=True, key="review_rows_buttons"):
        for action in ("confirm", "reject"):
            st.button(
                current.words(f"named.rows.{action}"),
                key=f"review_rows_{action}",
                disabled=not (name and chosen),
                on_click=_decide,
                args=(report_id, chosen, action, name, current),
            )


def _decide(report_id: str, chosen: Sequence[Row], action: Any, name: str, current: View) -> None:
    """The last decision is published with all before it, so that the hand waits once."""
    with said(current.language):
        for number, row in enumerate(chosen, start=1):
            store.decide_row(
                report_id,
                row["list"],
                row["ordinal"],
                action,
                by=name,
                publish="now" if number == len(chosen) else "soon",
            )
