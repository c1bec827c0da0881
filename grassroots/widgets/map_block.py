"""A block with a map: the communes, the legend beside, how it is drawn, the same data as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from grassroots.maps import Picture, deck, settled
from grassroots.widgets.actions import go
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.drawn import drawn
from grassroots.widgets.map_choices import Choices, map_choices
from grassroots.widgets.map_picture import chosen_commune, legend_of, picture
from grassroots.widgets.map_still import still_downloads
from grassroots.widgets.mapped import Found, Scale, Subject, communes, scale
from grassroots.widgets.notices import nothing
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, view


def map_block(subject: Subject, *, height: int = 430, width: int = 270) -> None:
    """The measure on a map, with its legend; a click on a commune goes to its page."""
    current = view()
    rows = subject.rows(None)
    illustrative = any(row["illustrative"] for row in rows)
    if all(subject.state(row) == "missing" for row in rows):
        block_head(subject.title, illustrative=illustrative)
        nothing("map")
        return
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small",
        key=f"map_head_{subject.name}",
    ):  # fmt: skip
        block_head(subject.title, illustrative=illustrative)
        picked, below = map_choices(subject)
    with below:
        still_downloads(subject, rows, picked)
    by = scale(subject, rows, picked.way, current)
    if picked.drawn_as == "table":
        map_table(subject, rows, by, current)
    else:
        one_map(subject, rows, by, picked, height=height, width=width)


def one_map(
    subject: Subject, rows: Sequence[Found], by: Scale, picked: Choices, *, height: int, width: int
) -> None:
    """The map of these rows beside its legend."""
    current = view()
    made = picture(subject, rows, by, picked, current, at=chosen_commune(current))
    said = legend_of(subject, rows, by, picked, made, current)
    with st.container(key=f"map_{subject.name}", horizontal=True, vertical_alignment="center", gap="small"):
        _chart(subject, made, picked, height, width, current)
        st.html(render("legend", current.language, legend=said), width=230)


def _chart(subject: Subject, made: Picture, picked: Choices, height: int, width: int, current: View) -> None:
    depends = (
        f"map_{subject.name}", height, width, picked.way, picked.drawn_as,
        made.chosen, made.outlines.key, *current.key,
    )  # fmt: skip
    key = f"chart_{subject.name}"
    st.pydeck_chart(
        drawn(depends, lambda: settled(deck(made, current.palette, height, width))),
        height=height,
        key=key,
        on_select=lambda: _open(key),
        alt=current.words("map.alt", title=subject.title),
    )


def _open(key: str) -> None:
    picked: dict[str, list[dict[str, Any]]] = st.session_state[key].selection.objects
    unit_key = next((found[0].get("unit_key") for found in picked.values() if found), None)
    if unit_key:
        choose("commune", unit_key)  # singled out on the map and in the list when the reader comes back
        go(f"unit@{unit_key}")


def map_table(subject: Subject, rows: Sequence[Found], by: Scale, current: View) -> None:
    """The same data as a table: for the keyboard, for a screen reader, for copying."""
    held = communes(subject, rows, by, current)
    order = {"class": 0, "small": 1, "missing": 2}
    worth = {row["unit_key"]: subject.value(row) for row in rows}
    ordered = sorted(held, key=lambda one: (order[one.state], worth[one.unit_key] or 0.0, one.heading))
    body = render(
        "map_table", current.language, communes=ordered, at=chosen_commune(current), title=subject.title
    )
    clickable(body, key=f"map_table_{subject.name}")
