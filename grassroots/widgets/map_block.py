"""A block with a map: the communes, the legend beside, how it is drawn, the same data as a table."""

from __future__ import annotations

import streamlit as st

from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.drawn import drawn
from grassroots.widgets.map_choices import Choices, map_choices
from grassroots.widgets.map_picture import chosen_commune
from grassroots.widgets.map_shown import Room, Shown, depends, show_map, shown
from grassroots.widgets.map_still import still_downloads
from grassroots.widgets.map_time import played, side_by_side
from grassroots.widgets.mapped import Subject, communes, scale
from grassroots.widgets.notices import nothing
from grassroots.widgets.present import presenting
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view


def map_block(subject: Subject, *, height: int = 430, width: int = 270) -> None:
    """The measure on a map, with its legend; a click on a commune goes to its page."""
    current = view()
    silent, illustrative = drawn(
        ("map_rows", subject.name, *subject.key, *current.key), lambda: _about(subject)
    )
    if silent:
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
        still_downloads(subject, picked, illustrative=illustrative)
    room = Room(height, width)
    if picked.drawn_as == "table":
        map_table(subject, picked, current)
    elif presenting():
        one_map(subject, picked, room)
    elif picked.time == "play":
        played(subject, picked, room)
    elif picked.time == "side":
        side_by_side(subject, picked)
    else:
        one_map(subject, picked, room)


def _about(subject: Subject) -> tuple[bool, bool]:
    """Whether nobody has reported, and whether a figure is illustrative."""
    rows = subject.rows(None)
    return all(subject.state(row) == "missing" for row in rows), any(row["illustrative"] for row in rows)


def one_map(subject: Subject, picked: Choices, room: Room) -> None:
    """The map of the page's period beside its legend."""
    current = view()
    at = chosen_commune(current)

    def made() -> Shown:
        rows = subject.rows(None)
        return shown(subject, rows, scale(subject, rows, picked.way, current), picked, at, current, room=room)

    on = drawn(depends("map", subject, picked, current, at, room), made)
    show_map(on, subject.title, key=subject.name, height=room.height)


def map_table(subject: Subject, picked: Choices, current: View) -> None:
    """The same data as a table: for the keyboard, for a screen reader, for copying."""
    at = chosen_commune(current)
    body = drawn(
        depends("map_table", subject, picked, current, at), lambda: _table(subject, picked, at, current)
    )
    clickable(body, key=f"map_table_{subject.name}")


def _table(subject: Subject, picked: Choices, at: str | None, current: View) -> str:
    rows = subject.rows(None)
    held = communes(subject, rows, scale(subject, rows, picked.way, current), current)
    order = {"class": 0, "small": 1, "missing": 2}
    worth = {row["unit_key"]: subject.value(row) for row in rows}
    ordered = sorted(held, key=lambda one: (order[one.state], worth[one.unit_key] or 0.0, one.heading))
    return render("map_table", current.language, communes=ordered, at=at, title=subject.title)
