"""The frame of a presentation: sentence and number over each slide, the footer, the keys, the way back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from grassroots.widgets.clickable import note_illustrative
from grassroots.widgets.data import frozen_at
from grassroots.widgets.headline import Number, number
from grassroots.widgets.present import PRESENT, Presentation, Slide, room
from grassroots.widgets.render import render
from grassroots.widgets.titles import sentence
from grassroots.widgets.view import View, choose, view

_KEYS = "present_keys"
_mount = component(
    "grassroots_present",
    html='<div class="g-present"></div>',
    js=Path(__file__).with_name("present.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def fill(made: Presentation) -> None:
    """After the page was drawn, among its slides: what each says, and which one is shown."""
    current = view()
    if not made.held:
        with room("page"):
            pass
    for place, slide in enumerate(made.held):
        _over(slide, made, current, first=place == 0)
    shown = f".stApp .st-key-slides.st-key-slides > :has(> .st-key-slide_{made.held[made.shown - 1].name})"
    st.html(f"<style>{shown} {{ display: flex; }}</style>")


def foot(made: Presentation, foundation: Mapping[str, Any]) -> None:
    """The footer with the place among the slides, and the keys."""
    current, at, of = view(), made.shown, len(made.held)
    body = render(
        "slide_foot",
        current.language,
        row=foundation,
        at=at,
        of=of,
        supposed=bool(current.scenario),
        frozen_at=frozen_at(),
    )
    note_illustrative(body)
    with st.container(key="presenting"):
        st.html(body)
        _mount(data={"at": at, "of": of}, key=_KEYS, on_to_change=lambda: _to(st.session_state[_KEYS].to))


def _to(asked: int | None) -> None:
    """The slide that a key asked for; 0 leaves."""
    if asked is not None:
        choose(PRESENT, str(asked) if asked else None)


def _over(slide: Slide, made: Presentation, current: View, *, first: bool) -> None:
    """The sentence of a slide, and its number. The first slide says what the page says."""
    own = sentence(f"present.{slide.sentence}", made.facts, current.language) if slide.sentence else None
    said = (made.sentence if first else own or slide.title) or made.sentence
    body = render(
        "slide_head", current.language, sentence=said, beneath=made.beneath,
        place=current.place_heading(), period=current.period_name(), supposed=bool(current.scenario),
        supposing=made.supposing,
    )  # fmt: skip
    with slide.head:
        st.html(body)
    shown = _number(slide, made, current, first=first)
    if shown is not None and shown.value is not None:
        figure = render("slide_number", current.language, number=shown)
        note_illustrative(figure)
        with slide.figure:
            st.html(figure)


def _number(slide: Slide, made: Presentation, current: View, *, first: bool) -> Number | None:
    """The number of a slide: its block's own, else the page's main one on the first."""
    if slide.number is not None:
        return number(made.measures, slide.number, current) if slide.number in made.measures else None
    main: Number | None = made.main if first else None
    return main
