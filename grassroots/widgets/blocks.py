"""Blocks: bordered parts of a page with a title, side by side on a desk and stacked on a phone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from grassroots.widgets.clickable import note_illustrative
from grassroots.widgets.present import Room, presenting, room
from grassroots.widgets.render import render
from grassroots.widgets.view import view


def blocks(*widths: int, name: str = "blocks", bordered: bool = True) -> Sequence[DeltaGenerator | Room]:
    """Blocks side by side, of these relative widths; bordered ones have one height.

    While the page is presented each is a slide.
    """
    if presenting():
        return [room(f"{name}_{place}") if bordered else st.container() for place in range(len(widths))]
    with st.container(key=name):
        columns = st.columns(list(widths), gap="small")
    if not bordered:
        return list(columns)
    return [
        column.container(key=f"block_{name}_{place}", height="stretch")
        for place, column in enumerate(columns)
    ]


def block_head(title: str, caption: str | None = None, *, illustrative: bool = False) -> None:
    """A block's title, the caption that says what is drawn and in which unit, and the tag where it is due."""
    body = render("block_head", view().language, title=title, caption=caption, illustrative=illustrative)
    note_illustrative(body)
    st.html(body)


def stacked(place: DeltaGenerator | Room, names: Sequence[str]) -> Sequence[DeltaGenerator | Room]:
    """Blocks under one another in one column."""
    if isinstance(place, Room) or presenting():
        return [room(name) for name in names]
    return [place.container(key=f"block_{name}") for name in names]
