"""A block with a map: the communes, the legend beside, how it is drawn, the same data as a table."""

from __future__ import annotations

from collections.abc import Hashable

import streamlit as st

from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.drawn import drawn
from grassroots.widgets.map_choices import Choices, map_choices
from grassroots.widgets.map_picture import chosen_commune, outlines_digest
from grassroots.widgets.map_shown import Shown, show_map, shown
from grassroots.widgets.map_still import still_downloads
from grassroots.widgets.mapped import Subject, communes, scale
from grassroots.widgets.notices import nothing
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

NATIONAL_HEIGHT = 500  # pixels: a country fifteen degrees high


def map_block(subject: Subject, *, height: int = 430) -> None:
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
    if picked.drawn_as == "table":
        map_table(subject, picked, current)
    else:
        one_map(subject, picked, height=height)


def _about(subject: Subject) -> tuple[bool, bool]:
    """Whether nobody has reported, and whether a figure is illustrative."""
    rows = subject.rows(None)
    return all(subject.state(row) == "missing" for row in rows), any(row["illustrative"] for row in rows)


def one_map(subject: Subject, picked: Choices, *, height: int) -> None:
    """The map of the page's period beside its legend."""
    current = view()
    at = chosen_commune(current)

    def made() -> Shown:
        rows = subject.rows(None)
        return shown(subject, rows, scale(subject, rows, picked.way, current), picked, at, current)

    on = drawn(_key("map", subject, picked, at, current), made)
    national = current.place is not None and current.place.level == "country"
    show_map(on, subject.title, key=subject.name, height=NATIONAL_HEIGHT if national else height)


def _key(what: str, subject: Subject, picked: Choices, at: str | None, current: View) -> tuple[Hashable, ...]:
    """What a drawing of a map depends on."""
    outlines = outlines_digest(current)
    return (what, subject.name, *subject.key, picked.way, picked.drawn_as, at, outlines, *current.key)


def map_table(subject: Subject, picked: Choices, current: View) -> None:
    """The same data as a table: for the keyboard, for a screen reader, for copying."""
    at = chosen_commune(current)
    body = drawn(
        _key("map_table", subject, picked, at, current), lambda: _table(subject, picked, at, current)
    )
    clickable(body, key=f"map_table_{subject.name}")


def _table(subject: Subject, picked: Choices, at: str | None, current: View) -> str:
    rows = subject.rows(None)
    held = communes(subject, rows, scale(subject, rows, picked.way, current), current)
    order = {"class": 0, "small": 1, "missing": 2}
    worth = {row["unit_key"]: subject.value(row) for row in rows}
    ordered = sorted(held, key=lambda one: (order[one.state], worth[one.unit_key] or 0.0, one.heading))
    return render("map_table", current.language, communes=ordered, at=at, title=subject.title)
