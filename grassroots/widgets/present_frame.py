"""The frame of a presentation: sentence and number over each slide, the footer, the keys, the way back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from grassroots.agenda import NUMBER
from grassroots.text import Language
from grassroots.widgets.actions import take
from grassroots.widgets.clickable import note_illustrative
from grassroots.widgets.data import frozen_at, measures
from grassroots.widgets.headline import Number, number
from grassroots.widgets.panel import how_made
from grassroots.widgets.playing import PRESENT, Played, played, sentences_said
from grassroots.widgets.present import (
    FOCUS,
    PageTold,
    Presentation,
    Slide,
    Told,
    about_slide,
    page_counts,
    page_says,
    presentation,
    room,
)
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
    current, now = view(), played()
    if now is not None and now.pin.indicator and now.as_pinned(current):
        number_slide(now.pin.indicator)
    names = [slide.name for slide in made.slides]
    if made.only is not None and made.only not in names:
        nothing_slide(made)
    elif not names:
        with room("page"):
            pass
    held = made.slides
    shown = held[made.shown - 1]
    for slide in held if made.only is None else [shown]:
        _over(slide, made, current, now)
    place = f".stApp .st-key-slides.st-key-slides > :has(> .st-key-slide_{shown.name})"
    st.html(f"<style>{place} {{ display: flex; }}</style>")


def number_slide(code: str) -> None:
    """The slide of a number that was pinned alone: what it is made of stands beside it."""
    made, current = presentation(), view()
    assert made is not None
    measured = measures()
    shown = number(measured, code, current)
    page_counts(shown, measured)
    page_says("", (), {})
    if shown.value is None:
        return
    with room(f"{NUMBER}{code}"):
        about_slide(number=code)
        st.html(render("slide_rests_on", current.language, how=how_made(code), number=shown))
    made.sentence = current.words("agenda.number", name=shown.name, value=shown.value)


def nothing_slide(made: Presentation) -> None:
    """What stands where a pinned block is not there any more, or has nothing to show."""
    current = view()
    made.only = "gone"
    with room(made.only):
        st.html(render("nothing", current.language, subject="pinned"))


def foot(made: Presentation, foundation: Mapping[str, Any]) -> None:
    """The footer with the place among the slides, and the keys."""
    current, now = view(), played()
    at, of = (now.at, len(now.agenda.pins)) if now else (made.shown, len(made.slides))
    if made.focused and PRESENT not in st.query_params:
        at = of = 1  # one block of an ordinary page: there is no next
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
    with st.container(key="presenting"), st.container(key="focused" if made.focused else None):
        st.html(body)
        keys = {"at": at, "of": of} | ({"focused": True} if made.focused else {})
        _mount(
            data=keys,
            key=_KEYS,
            on_to_change=lambda: _to(st.session_state[_KEYS].to),
            on_act_change=lambda: _act(st.session_state[_KEYS].act, made),
        )


def _to(asked: int | None) -> None:
    """The slide that a key asked for; 0 leaves."""
    if asked is not None:
        choose(FOCUS, None)
        choose(PRESENT, str(asked) if asked else None)


def _act(asked: str | None, made: Presentation) -> None:
    """What a key asked to be done with the slide that is shown."""
    if asked == "focus":
        choose(FOCUS, None if made.focused else made.slides[made.shown - 1].name)
    elif asked == "unfocus":
        choose(FOCUS, None)
    elif asked == "conclude":
        take("do:conclude")


def sentence_of(block: Told, page: PageTold, language: Language) -> str:
    """What is said over a block: the page's own sentence over its first, else the block's, else its title."""
    own = sentence(f"present.{block.sentence}", page.facts, language) if block.sentence else None
    return (page.sentence if page.is_first(block) else own or block.title) or page.sentence


def _over(slide: Slide, made: Presentation, current: View, now: Played | None) -> None:
    """The sentence of a slide with the comment it was pinned with, and its number."""
    said, first = sentence_of(slide, made, current.language), made.is_first(slide)
    if now is not None:
        sentences_said()[f"{now.pin.key}.{current.language}"] = said.replace("**", "")
    body = render(
        "slide_head", current.language, sentence=said, beneath=None if now else made.beneath,
        place=current.place_heading(), period=current.period_name(), supposed=bool(current.scenario),
        supposing=made.supposing, comment=now.pin.comment if now else "",
    )  # fmt: skip
    with slide.head:
        st.html(body)
    shown = None if made.focused else _number(slide, made, current, first=first)
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
