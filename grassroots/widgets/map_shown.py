"""A map as the browser shows it: made once for what it depends on, the country's outlines sent once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit import runtime

from grassroots.maps import (
    Addresses,
    Deck,
    Picture,
    borders,
    deck,
    ground,
    national_deck,
    settled,
    slide,
    svg,
)
from grassroots.widgets.actions import go
from grassroots.widgets.clickable import clickable
from grassroots.widgets.drawn import drawn
from grassroots.widgets.handed_out import handed_out
from grassroots.widgets.map_choices import Choices
from grassroots.widgets.map_picture import legend_of, outlines_digest, picture
from grassroots.widgets.mapped import Found, Scale, Subject
from grassroots.widgets.present import beside_picture, presenting
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, chosen, view


@dataclass(frozen=True, slots=True)
class Shown:
    """A map, its legend as HTML, and the picture that it is of."""

    chart: Deck
    legend: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Room:
    """What a map surely has, in pixels."""

    height: int = 430
    width: int = 270


ROOM = Room()


def shown(
    subject: Subject,
    rows: Sequence[Found],
    by: Scale,
    picked: Choices,
    at: str | None,
    current: View,
    supposed: Sequence[str] = (),
    *,
    room: Room = ROOM,
    notes: tuple[str, ...] = (),
) -> Shown:
    """The map of these rows on a scale, the commune ``at`` singled out, those ``supposed`` outlined;
    ``notes`` go under the legend."""
    made = replace(picture(subject, rows, by, picked, current, at=at), supposed=tuple(supposed))
    legend = legend_of(subject, rows, by, picked, made, current, notes)
    chart = charted(made, picked, current, room)
    return Shown(chart, render("legend", current.language, legend=legend), made)


def charted(made: Picture, picked: Choices, current: View, room: Room) -> Deck:
    """A picture as the map that the browser draws."""
    if made.national:
        on = addresses(made, current)
        return settled(national_deck(made, current.palette, on, room.height, picked.province))
    return settled(deck(made, current.palette, room.height, room.width))


def depends(
    what: str, subject: Subject, picked: Choices, current: View, at: str | None, *more: Hashable
) -> tuple[Hashable, ...]:
    """What a drawing of a map depends on."""
    drawn_as = (picked.way, picked.drawn_as, picked.province, at, outlines_digest(current), *more)
    return (what, subject.name, *subject.key, *drawn_as, *current.key)


def addresses(made: Picture, current: View) -> Addresses:
    """Where the browser finds the outlines: on this server, under names that change with them."""
    communes = sha256("\n".join(sorted(one.heading for one in made.communes)).encode()).hexdigest()
    return drawn(("outlines", communes, made.outlines.key, current.language), lambda: _addresses(made))


def _addresses(made: Picture) -> Addresses:
    if not runtime.exists():  # a page run without a server
        return Addresses("", "")
    found = []
    for content in (ground(made), borders(made)):
        found.append(handed_out(content, "application/json", f"map.{sha256(content).hexdigest()}"))
    return Addresses(*found)


def show_map(on: Shown, title: str, *, key: str, height: int) -> None:
    """Draws the map with its legend beside it; a click on a commune goes to its page."""
    with st.container(key=f"map_{key}", horizontal=True, vertical_alignment="center", gap="small"):
        bare_map(on, title, key=key, height=height, opened=_open)
        beside = beside_picture()
        if beside is None:
            st.html(on.legend, width=230)
        else:
            beside.html(on.legend)


def bare_map(on: Shown, title: str, *, key: str, height: int, opened: Callable[[str | None], None]) -> None:
    """The map alone; a click on a commune calls ``opened`` with its key. On a slide it is a drawing."""
    chart = f"chart_{key}"
    if presenting():
        current = view()
        drawing = drawn(
            ("map_slide", chart, on.legend, chosen("commune"), *current.key),
            lambda: svg(slide(on.picture, title, current.palette)),
        )
        clickable(render("map_slide", current.language, drawing=Markup(drawing)), key=f"{chart}_slide")
        return
    st.pydeck_chart(
        on.chart,
        height=height,
        key=chart,
        on_select=lambda: opened(_picked(chart)),
        alt=view().words("map.alt", title=title),
    )


def _picked(chart: str) -> str | None:
    """The commune under the click: a row of ours, or a feature of the country's outlines."""
    picked: dict[str, list[dict[str, Any]]] = st.session_state[chart].selection.objects
    found = next((found[0] for found in picked.values() if found), {})
    unit_key: str | None = found.get("unit_key") or found.get("properties", {}).get("unit_key")
    return unit_key


def _open(unit_key: str | None) -> None:
    if unit_key:
        choose("commune", unit_key)  # singled out on the map and in the list when the reader comes back
        go(f"unit@{unit_key}")
