"""A measure through the periods: a map that plays them, or one small map a period. Classes stay those of the
page's period, so that a colour means the same on each."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from grassroots.maps import Picture, png, small, svg
from grassroots.names import period_heading, period_name
from grassroots.periods import Period
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.drawn import drawn
from grassroots.widgets.map_choices import Choices
from grassroots.widgets.map_picture import chosen_commune, legend_of, picture
from grassroots.widgets.map_shown import Room, Shown, depends, show_map, shown
from grassroots.widgets.mapped import Found, Subject, scale
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

SECONDS = 1.5  # each period stands so long while they play
MOST = 8  # small maps, the newest periods


def periods_shown(current: View) -> list[str]:
    """The periods that the place has reports for, oldest first."""
    if current.place is None:
        return []
    codes = {row["period"] for row in rows("periods", place=current.place.unit_key)}
    return [one.code for one in sorted(Period.parse(code) for code in codes)]


def of_period(subject: Subject, picked: Choices, period: str, room: Room, current: View) -> Shown:
    """The map of one period in the classes of the page's."""
    at = chosen_commune(current)

    def made() -> Shown:
        by = scale(subject, subject.rows(None), picked.way, current)
        classes = current.words("map.time.classes", period=current.period_name())
        return shown(
            subject, _rows(subject, period, current), by, picked, at, current, room=room, notes=(classes,)
        )

    return drawn(depends("map_of_period", subject, picked, current, at, period, room), made)


def _rows(subject: Subject, period: str, current: View) -> Sequence[Found]:
    return subject.rows(None if period == current.period else period)


def played(subject: Subject, picked: Choices, room: Room) -> None:
    """The map under a slider of periods, and a button that moves it on by itself."""
    current = view()
    periods = periods_shown(current)
    if len(periods) < 2:
        st.html(render("lines", current.language, lines=[current.words("map.time.single")]))
    name = f"{subject.name}_period"
    if st.session_state.get(name) not in periods:
        st.session_state[name] = current.period if current.period in periods else periods[-1]
    playing = bool(st.session_state.get(f"{name}_playing")) and len(periods) > 1
    st.fragment(_frame, run_every=SECONDS if playing else None)(subject, picked, periods, playing, room)


def _frame(subject: Subject, picked: Choices, periods: Sequence[str], playing: bool, room: Room) -> None:
    """One look at the map: run anew by itself while periods play."""
    current, name = view(), f"{subject.name}_period"
    place = periods.index(st.session_state[name])
    moved = st.session_state.pop(f"{name}_moved", False)
    if playing and _by_itself() and not moved:
        place = min(place + 1, len(periods) - 1)
        st.session_state[name] = periods[place]
    last = place == len(periods) - 1
    with st.container(horizontal=True, vertical_alignment="center", key=f"map_time_{subject.name}"):
        st.button(
            current.words("map.time.stop" if playing else "map.time.play"),
            key=f"{name}_button",
            on_click=lambda: _toggle(name, periods),
        )
        slider = f"{name}_slider"
        st.session_state[slider] = periods[place]
        st.select_slider(
            current.words("map.time.slider"),
            periods,
            key=slider,
            format_func=lambda code: period_heading(code, current.language),
            label_visibility="collapsed",
            disabled=len(periods) < 2,
            on_change=lambda: _moved(name, st.session_state[slider]),
        )
    show_map(
        of_period(subject, picked, periods[place], room, current),
        f"{subject.title}, {period_name(periods[place], current.language)}",
        key=subject.name,
        height=room.height,
    )
    if st.session_state.pop(f"{name}_toggled", False) or (playing and last):
        st.session_state[f"{name}_playing"] = bool(st.session_state.get(f"{name}_playing")) and not last
        st.rerun()  # the whole page: only then does the map begin or cease to run by itself


def _by_itself() -> bool:
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def _toggle(name: str, periods: Sequence[str]) -> None:
    playing = not st.session_state.get(f"{name}_playing", False)
    if playing and st.session_state[name] == periods[-1]:
        st.session_state[name] = periods[0]
    st.session_state.update({f"{name}_playing": playing, f"{name}_toggled": True, f"{name}_moved": True})


def _moved(name: str, period: str) -> None:
    st.session_state.update({name: period, f"{name}_moved": True})


def side_by_side(subject: Subject, picked: Choices) -> None:
    """One small map a period, the newest ``MOST``, in one scale; a click makes its period the page's."""
    current = view()
    periods = periods_shown(current)[-MOST:]
    key = depends("small_maps", subject, picked, current, None, *periods)
    body = drawn(key, lambda: _small_maps(subject, picked, periods, current))
    clickable(body, key=f"small_maps_{subject.name}")


def _small_maps(subject: Subject, picked: Choices, periods: Sequence[str], current: View) -> str:
    by = scale(subject, subject.rows(None), picked.way, current)
    maps, legend = [], None
    for period in periods:
        rows_of_it = _rows(subject, period, current)
        made = picture(subject, rows_of_it, by, picked, current)
        named = period_name(period, current.language)
        alone, at = f"{subject.title}, {named}", period == current.period
        maps.append(small_map(named, made, current, opens=f"choose:period={period}", now=at, alone=alone))
        if period == current.period:
            legend = legend_of(subject, rows_of_it, by, picked, made, current)
    return render("small_maps", current.language, maps=maps, legend=legend)


def small_map(
    title: str, made: Picture, current: View, *, opens: str, now: bool, beneath: str = "", alone: str = ""
) -> dict[str, Any]:
    """One of the maps of ``small_maps.html``; ``alone`` is what the drawing is called by itself."""
    return {
        "title": title,
        "beneath": beneath,
        "reported": sum(one.state != "missing" for one in made.communes),
        "expected": len(made.communes),
        "picture": _drawn(made, alone or title, current),
        "open": opens,
        "now": now,
    }


def _drawn(made: Picture, title: str, current: View) -> str:
    """The picture as an address that holds it: a drawing, or a photograph of one with thousands of areas."""
    drawing = small(made, title, current.palette)
    kind, content = ("png", png(drawing)) if made.national else ("svg+xml", svg(drawing).encode())
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
