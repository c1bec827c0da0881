"""Counts for each 10,000 inhabitants, and the place to give a population file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from grassroots import store
from grassroots.names import indicator_name
from grassroots.population import UnusablePopulation
from grassroots.population_words import done_sentence, refused_lines
from grassroots.text import count
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.faults import said, show_faults
from grassroots.widgets.map_picture import chosen_commune
from grassroots.widgets.person import stated_name
from grassroots.widgets.render import render
from grassroots.widgets.training import among
from grassroots.widgets.view import View, chosen, view

COUNTED = ("don_tiep_nhan", "tcd_vu_viec", "tcd_luot")
_LINES = "population_lines"  # what became of the file dropped last, as sentences

Row = Mapping[str, Any]


def per_head() -> None:
    """Communes by what was counted for each 10,000 inhabitants, with intervals; small counts apart."""
    current = view()
    code = chosen("per_head") if chosen("per_head") in COUNTED else COUNTED[0]
    found = rows("per_head_by_unit", indicator=code, **among(current))
    ranked = [row for row in found if row["standing"] is not None]
    longest = max((row["high_per_10000"] for row in ranked), default=1.0)
    body = render(
        "per_head",
        current.language,
        choices=[(one, indicator_name(one, current.language)) for one in COUNTED],
        code=code,
        title=current.words("population.title", measure=indicator_name(str(code), current.language)),
        ranked=ranked,
        small=[row for row in found if row["standing"] is None],
        at_share=lambda value: round(96 * min(value / longest, 1.0), 2),
        whole=ranked[0]["whole_per_10000"] if ranked else None,
        without=_without(found, current),
        sources=sorted({str(row["population_source"]) for row in found}),
        at=chosen_commune(current),
        illustrative=any(row["illustrative"] for row in found),
    )
    clickable(body, key="per_head")
    _upload(current)


def _without(found: list[dict[str, Any]], current: View) -> str | None:
    missing = found[0]["without_population"] if found else 0
    if not missing:
        return None
    fields = {"communes": current.communes(), "count": count(missing, current.language)}
    return current.words("population.without", **fields)


def _upload(current: View) -> None:
    """A population file from the reader, and what became of it, line by line."""
    with st.expander(current.words("population.load")):
        show_faults()
        st.caption(current.words("population.columns"))
        turn = st.session_state.setdefault("population_turn", 0)
        file = st.file_uploader(
            current.words("population.file"), type=["csv", "txt"], key=f"population_{turn}",
            label_visibility="collapsed",
        )  # fmt: skip
        name = stated_name()
        ready = file is not None and bool(name)
        st.button(
            current.words("population.take_in"), disabled=not ready, key="population_load", on_click=_ask
        )
        if st.session_state.pop("population_asked", False) and file is not None and name:
            with said(current.language):
                st.session_state[_LINES] = _taken_in(file.name, file.getvalue(), name, current)
            st.session_state["population_turn"] = turn + 1
            st.rerun()
        if _LINES in st.session_state:
            st.html(render("lines", current.language, lines=st.session_state[_LINES]))


def _ask() -> None:
    """Kept rather than taken from the button: the run that a click begins may be begun anew."""
    st.session_state["population_asked"] = True


def _taken_in(file_name: str, content: bytes, name: str, current: View) -> list[str]:
    try:
        loaded = store.load_population(content, file_name, by=name)
    except UnusablePopulation as refused:
        return refused_lines(refused, file_name, current.language)
    return [done_sentence(loaded.file_name, loaded.rows, loaded.units, loaded.years, current.language)]
