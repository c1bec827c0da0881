"""A map as the browser shows it: made once for what it depends on, its outlines sent once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit import runtime
from streamlit.components.v2 import component

from grassroots.maps import Picture, ground, in_order, painted
from grassroots.widgets.actions import go
from grassroots.widgets.drawn import drawn
from grassroots.widgets.map_choices import Choices
from grassroots.widgets.map_picture import legend_of, picture
from grassroots.widgets.mapped import Found, Scale, Subject
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, view

_HTML = """<div class="g-map"><canvas tabindex="0" role="img"></canvas>
<div class="g-map-tools"><select hidden></select><button class="larger">+</button>
<button class="smaller">−</button><button class="whole">⤢</button></div>
<div class="g-map-tip" hidden><b></b><span></span></div></div>"""
_mount = component(
    "grassroots_map",
    html=_HTML,
    js=Path(__file__).with_name("map.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the browser gets: the outlines, what lies on them, and the legend as HTML."""

    ground: bytes
    data: Mapping[str, Any]
    legend: str


def shown(
    subject: Subject,
    rows: Sequence[Found],
    by: Scale,
    picked: Choices,
    at: str | None,
    current: View,
    supposed: Sequence[str] = (),
) -> Shown:
    """The map of these rows on a scale, the commune ``at`` singled out, those ``supposed`` outlined."""
    made = replace(picture(subject, rows, by, picked, current, at=at), supposed=tuple(supposed))
    legend = legend_of(subject, rows, by, picked, made, current)
    return Shown(
        _ground(made, current),
        painted(made, current.palette),
        render("legend", current.language, legend=legend),
    )


def _ground(made: Picture, current: View) -> bytes:
    communes = sha256("\n".join(one.unit_key for one in in_order(made)).encode()).hexdigest()
    key = ("ground", communes, made.outlines.key, made.national, current.language)
    return drawn(key, lambda: ground(made))


def show_map(on: Shown, title: str, *, key: str, height: int) -> None:
    """Draws the map with its legend beside it; a click on a commune goes to its page."""
    with st.container(key=f"map_{key}", horizontal=True, vertical_alignment="center", gap="small"):
        bare_map(on, title, key=key, height=height, opened=_open)
        st.html(on.legend, width=230)


def bare_map(on: Shown, title: str, *, key: str, height: int, opened: Callable[[str | None], None]) -> None:
    """The map alone; a click on a commune calls ``opened`` with its key."""
    current, chart = view(), f"chart_{key}"
    _mount(
        data={
            **on.data,
            "address": _address(on.ground, chart),
            "height": height,
            "alt": current.words("map.alt", title=title),
            "words": _words(current),
        },
        key=chart,
        on_open_change=lambda: opened(st.session_state[chart].open),
    )


def _address(content: bytes, name: str) -> str | None:
    """Where the browser finds the outlines: on this server, under a name that changes with them."""
    if not runtime.exists():
        return None
    return runtime.get_instance().media_file_mgr.add(content, "application/json", f"map.{name}")


def _words(current: View) -> dict[str, str]:
    names = ("larger", "smaller", "whole", "province", "failed")
    return {name: current.words(f"map.tool.{name}") for name in names}


def _open(unit_key: str | None) -> None:
    if unit_key:
        choose("commune", unit_key)  # singled out on the map and in the list when the reader comes back
        go(f"unit@{unit_key}")
