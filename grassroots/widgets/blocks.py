"""Blocks: bordered parts of a page with a title, side by side on a desk and stacked on a phone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from grassroots.widgets.clickable import clickable, note_illustrative
from grassroots.widgets.present import Bordered, Room, note_slide, page_told, presenting, room
from grassroots.widgets.render import render
from grassroots.widgets.view import view

Place = DeltaGenerator | Room | Bordered


def blocks(*widths: int, name: str = "blocks", bordered: bool = True) -> Sequence[Place]:
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
        Bordered(f"{name}_{place}", column.container(key=f"block_{name}_{place}", height="stretch"))
        for place, column in enumerate(columns)
    ]


def block_head(title: str, caption: str | None = None, *, illustrative: bool = False) -> None:
    """A block's title, the caption that says what is drawn and in which unit, and the tag where it is due."""
    body = render("block_head", view().language, title=title, caption=caption, illustrative=illustrative)
    at = page_told().at
    if at is not None and at.title is None and not presenting():
        clickable(body, key=f"title_of_{at.name}")  # with its pin
    else:
        note_slide(body)
        note_illustrative(body)
        st.html(body)


def stacked(place: Place, names: Sequence[str]) -> Sequence[Place]:
    """Blocks under one another in one column."""
    if presenting() or not isinstance(place, DeltaGenerator):
        return [room(name) for name in names]
    return [Bordered(name, place.container(key=f"block_{name}")) for name in names]
