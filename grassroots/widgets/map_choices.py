"""How a map is drawn: areas, circles or a table; in which classes; one period or several. All in the URL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from grassroots.units import fold
from grassroots.widgets.mapped import Subject, Way, is_national, provinces
from grassroots.widgets.view import View, choose, chosen, view

DrawnAs = Literal["areas", "circles", "table"]
Time = Literal["one", "play", "side"]


_TIMES = ("one", "play", "side")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader chose for a map."""

    way: Way
    drawn_as: DrawnAs
    time: Time = "one"
    province: str | None = None  # what a map of the country is looked at by, by its name


def map_choices(subject: Subject) -> tuple[Choices, DeltaGenerator]:
    """A button that opens the choices, and the room below them for what else belongs there."""
    current = view()
    kinds: tuple[str, ...] = ("areas", "circles", "table") if subject.count else ("areas", "table")
    if subject.counts_first:
        kinds = ("circles", "areas", "table")
    at = Choices(
        cast(Way, _at("classes", subject.ways)),
        cast(DrawnAs, _at("map", kinds)),
        cast(Time, _at("periods", _TIMES)),
        _province(current),
    )
    if is_national(current):
        _zoom(subject, at.province)
    with st.popover(current.words("map.how"), key=f"map_how_{subject.name}", type="tertiary"):
        _switch(f"{subject.name}_kind", "map", kinds, at.drawn_as)
        if len(subject.ways) > 1:
            _switch(f"{subject.name}_way", "classes", subject.ways, at.way)
        _switch(f"{subject.name}_time", "periods", _TIMES, at.time)
        below = st.container()
    return at, below


def _province(current: View) -> str | None:
    """The province whose code the URL names."""
    return provinces().get(chosen("zoom") or "") if is_national(current) else None


def _zoom(subject: Subject, at: str | None) -> None:
    """A select box of provinces to be seen from nearer."""
    current, key = view(), f"map_zoom_{subject.name}"
    codes = {name: code for code, name in provinces().items()}
    st.session_state[key] = at
    st.selectbox(
        current.words("map.zoom"),
        sorted(codes, key=fold),
        key=key,
        index=None,
        placeholder=current.words("map.zoom"),
        label_visibility="collapsed",
        width=190,
        on_change=lambda: choose("zoom", codes.get(st.session_state[key] or "")),
    )


def _at(name: str, offered: Sequence[str]) -> str:
    wanted = chosen(name)
    return wanted if wanted is not None and wanted in offered else offered[0]


def _switch(key: str, name: str, offered: Sequence[str], at: str) -> None:
    current = view()
    st.session_state[key] = at
    st.segmented_control(
        current.words(f"map.choice.{name}"),
        offered,
        key=key,
        required=True,
        format_func=lambda code: current.words(f"map.{name}.{code}"),
        on_change=lambda: choose(name, st.session_state[key]),
    )
