"""A long list of what reports name; a chosen row opens the words it was read from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from grassroots.masking import mask_names
from grassroots.names import unit_heading
from grassroots.widgets.actions import asked
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.present import pass_over
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

ROW_PIXELS = 36
SHOWN_ROWS = 10

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with ``report_id``, the unit's ``name`` and ``kind``, ``quote``, ``sheet``, ``cell``, ``passage``,
    ``illustrative``, and ``state`` where there is one; ``columns`` are what is shown after the unit, by
    title, in the rows' order."""

    name: str
    rows: Sequence[Row]
    columns: Mapping[str, Sequence[Any]]
    heading: Callable[[Row], str]


def listing(shown: Listing) -> None:
    """Draws the list as one element, and the panel of the row chosen last."""
    pass_over()
    current = view()
    key = f"list_{shown.name}"
    units = [unit_heading(row["name"], row["kind"], current.language) for row in shown.rows]
    table: dict[str, Sequence[Any]] = {current.words("listing.unit"): units, **shown.columns}
    if any(row.get("state") in _STATES for row in shown.rows):
        table[current.words("listing.state")] = [_state(row, current) for row in shown.rows]
    if len({bool(row["illustrative"]) for row in shown.rows}) > 1:
        tag = current.words("page.sample.tag")
        table[current.words("listing.mark")] = [tag if row["illustrative"] else "" for row in shown.rows]
    st.dataframe(
        pd.DataFrame(table).convert_dtypes(),
        key=key,
        hide_index=True,
        height=ROW_PIXELS * (min(len(shown.rows), SHOWN_ROWS) + 1) + 2,
        row_height=ROW_PIXELS,
        on_select=lambda: _chosen(key),
        selection_mode="single-row",
        placeholder="–",
    )
    action = asked(key)
    if action is not None:
        row = shown.rows[int(action.partition(":")[2])]
        st.dialog(current.words("listing.title"), position="right", width=800)(_panel)(
            row, shown.heading(row)
        )


_STATES = ("confirmed", "unconfirmed")


def _state(row: Row, current: View) -> str:
    """What a list says of a narrative's row; a form's counts as it is."""
    state = row.get("state")
    return current.words(f"listing.{state}") if state in _STATES else ""


def _chosen(key: str) -> None:
    picked = st.session_state[key].selection.rows
    if picked:
        st.session_state["asked"] = f"{key}:{picked[0]}"


def _panel(row: Row, heading: str) -> None:
    current = view()
    reports = rows("reports", period=current.period)
    body = render(
        "listed",
        current.language,
        heading=heading,
        row=row,
        quote=mask_names(str(row["quote"])),
        report=next((one for one in reports if one["report_id"] == row["report_id"]), None),
    )
    clickable(body, key=f"listed_{row['report_id']}")
