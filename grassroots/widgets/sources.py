"""The sources page: a measure of the place, every figure behind it, and all that is known of one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from grassroots.indicators import indicators
from grassroots.names import indicator_name
from grassroots.text import count
from grassroots.widgets.actions import asked
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import measures, rows
from grassroots.widgets.facts import Facts
from grassroots.widgets.headline import written
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.panel import source_body
from grassroots.widgets.provenance import ordered
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, chosen, view

SHOWN = 200


def sources_facts() -> Facts:
    """What the title of the sources page may say."""
    found, current = page_foundation(), view()
    figures = (found.get("figures_confirmed") or 0) + (found.get("figures_unconfirmed") or 0)
    return {"figures": count(figures, current.language) if figures else None}


def source_list() -> None:
    """The measures that have a value, and the figures behind the one chosen, the largest first."""
    current = view()
    known = {code: row for code, row in measures().items() if row["value"] is not None}
    if not known:
        nothing("sources")
        return
    measure = _choose_measure(known, current)
    found = ordered(rows("figure_sources", indicator=measure))
    body = render(
        "figures", current.language, figures=found[:SHOWN], more=len(found[SHOWN:]), at=chosen("figure")
    )
    clickable(body, key="figures")


def source_detail() -> None:
    """The figure at hand, else the measure with its largest figure."""
    clicked = asked("figure")
    if clicked:
        choose("figure", clicked.partition(":")[2])
    figure, measure = chosen("figure"), st.session_state.get("source_measure")
    if figure:
        body = source_body(f"figure:{figure}")
    elif measure:
        body = source_body(f"source:{measure}")
    else:
        nothing("sources")
        return
    clickable(body, key="source_detail")


def _choose_measure(known: dict[str, dict[str, Any]], current: View) -> str:
    codes = [code for code in indicators() if code in known]
    at = chosen("measure")
    measure = at if at in codes else "ty_le_giai_quyet" if "ty_le_giai_quyet" in codes else codes[0]
    st.session_state["source_measure"] = measure

    def called(code: str) -> str:
        return f"{indicator_name(code, current.language)}: {written(code, known[code], current)}"

    st.selectbox(
        current.words("source.choose_measure"),
        codes,
        key="source_measure",
        format_func=called,
        on_change=_measure_chosen,
    )
    return measure


def _measure_chosen() -> None:
    choose("measure", st.session_state["source_measure"])
    choose("figure", None)
