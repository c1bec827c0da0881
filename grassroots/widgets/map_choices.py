"""How a map is drawn: areas, circles or a table; in which classes; one period or several. All in the URL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from grassroots.widgets.mapped import Subject, Way
from grassroots.widgets.view import choose, chosen, view

DrawnAs = Literal["areas", "circles", "table"]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the reader chose for a map."""

    way: Way
    drawn_as: DrawnAs


def map_choices(subject: Subject) -> tuple[Choices, DeltaGenerator]:
    """A button that opens the choices, and the room below them for what else belongs there."""
    current = view()
    kinds: tuple[str, ...] = ("areas", "circles", "table") if subject.count else ("areas", "table")
    if subject.counts_first:
        kinds = ("circles", "areas", "table")
    at = Choices(
        cast(Way, _at("classes", subject.ways)),
        cast(DrawnAs, _at("map", kinds)),
    )
    with st.popover(current.words("map.how"), key=f"map_how_{subject.name}", type="tertiary"):
        _switch(f"{subject.name}_kind", "map", kinds, at.drawn_as)
        if len(subject.ways) > 1:
            _switch(f"{subject.name}_way", "classes", subject.ways, at.way)
        below = st.container()
    return at, below


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
