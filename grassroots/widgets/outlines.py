"""Outlines of communes: which are in use, and a place to drop a file of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from grassroots.boundaries import UnusableOutlines, kept, take_in
from grassroots.boundaries.words import outcome_lines, problem_sentence
from grassroots.text import count, day
from grassroots.units import VINTAGES
from grassroots.widgets.blocks import block_head
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

_REPORT = "outlines_report"  # what became of the file dropped last, as sentences


def outlines_upload() -> None:
    """Which outlines the maps draw, and a file of others to take in their place."""
    current = view()
    block_head(current.words("boundaries.title"), current.words("boundaries.caption"))
    st.html(render("lines", current.language, lines=_in_use(current)))
    turn = st.session_state.setdefault("outlines_turn", 0)
    file = st.file_uploader(
        current.words("boundaries.file"),
        type=["geojson", "json", "zip"],
        key=f"outlines_{turn}",
        label_visibility="collapsed",
    )
    st.button(
        current.words("boundaries.take_in"),
        disabled=file is None,
        key="outlines_take_in",
        on_click=_ask,
    )
    if st.session_state.pop("outlines_asked", False) and file is not None:
        st.session_state[_REPORT] = _taken_in(file.name, file.getvalue(), current)
        st.session_state["outlines_turn"] = turn + 1
        st.rerun()
    if _REPORT in st.session_state:
        st.html(render("lines", current.language, lines=st.session_state[_REPORT]))


def _ask() -> None:
    """Kept rather than taken from the button: the run that a click begins may be begun anew."""
    st.session_state["outlines_asked"] = True


def _in_use(current: View) -> list[str]:
    lines = []
    for vintage in reversed(VINTAGES):
        held = kept(vintage)
        fields = {"vintage": current.words(f"boundaries.vintage.{vintage}")}
        if held is None or held.outcome is None:
            lines.append(current.words("boundaries.in_use.none", **fields))
        else:
            fields |= {
                "units": count(held.outcome.units, current.language),
                "all": count(held.outcome.units_in_vintage, current.language),
                "file": held.outcome.file_name,
                "day": day(date.fromisoformat(held.made_on), current.language),
            }
            lines.append(current.words("boundaries.in_use.file", **fields))
    return lines


def _taken_in(name: str, content: bytes, current: View) -> list[str]:
    """Takes the file in with a bar that says which step it is at; gives the report as sentences."""
    steps = ("reading", "matching", "cleaning", "keeping")
    bar = st.progress(0.0, current.words("boundaries.step.reading"))

    def tell(step: str) -> None:
        bar.progress(steps.index(step) / len(steps), current.words(f"boundaries.step.{step}"))

    with TemporaryDirectory(prefix="grassroots-") as folder:
        path = Path(folder) / "outlines"
        path.write_bytes(content)
        try:
            return outcome_lines(take_in(path, file_name=name, progress=tell), current.language)
        except UnusableOutlines as problem:
            return [problem_sentence(problem, name, current.language)]
        finally:
            bar.empty()
