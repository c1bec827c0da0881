"""A page as slides, one sentence, one number, one picture each: ``present=<slide>`` in the URL.

While a page is presented its blocks are rooms of slides: all are drawn, one is shown, so that the next is
there at once. What a slide says is gathered while its block draws, and written over it at the end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from grassroots.widgets.view import choose, chosen

PRESENT = "present"
CHART_PIXELS = 340  # high, before they are enlarged: see present.js
# Blocks where something is done rather than shown.
WORKING = (
    *("main_upload", "form", "outlines", "contradictions", "report_list", "sources_0", "sources_1"),
    *("goal_seek", "saved_scenarios"),
)
_TITLE = re.compile(r"<h2 class=\"g-block-title\">(.*?)</h2>", re.DOTALL)


@dataclass
class Slide:
    """One block of a page as a slide. ``number`` is the indicator of its number; an empty one is left out."""

    name: str
    say: DeltaGenerator
    show: DeltaGenerator
    head: DeltaGenerator
    figure: DeltaGenerator
    title: str | None = None
    sentence: str | None = None
    number: str | None = None
    empty: bool = False


@dataclass
class Presentation:
    """What the page said of itself, and its slides in their order."""

    asked: int
    slides: list[Slide] = field(default_factory=list)
    at: Slide | None = None
    sentence: str = ""
    beneath: str | None = None
    facts: Mapping[str, str | None] = field(default_factory=dict)
    measures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    main: Any = None  # the headline's first Number
    supposing: bool = False  # the sentence itself says that it is only supposed

    @property
    def held(self) -> list[Slide]:
        """The slides that have something to show."""
        return [slide for slide in self.slides if not slide.empty]

    @property
    def shown(self) -> int:
        """The place of the slide that is shown, from 1; within what there is."""
        return min(max(self.asked, 1), max(len(self.held), 1))


class Room:
    """What a page takes for a block while it is presented."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide

    def __enter__(self) -> Room:
        current = presentation()
        assert current is not None
        current.at = self.slide
        self.slide.show.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self.slide.show.__exit__(*error)
        current = presentation()
        if current is not None:
            current.at = None


def begin() -> Presentation | None:
    """At the start of a run: a presentation where the URL asks for one."""
    asked = chosen(PRESENT)
    made = Presentation(int(asked)) if asked and asked.isdigit() else None
    st.session_state["presentation"] = made
    return made


def presentation() -> Presentation | None:
    """The presentation of the run in progress; None on an ordinary page."""
    found: Presentation | None = st.session_state.get("presentation")
    return found


def presenting() -> bool:
    return presentation() is not None


def present_button(label: str) -> None:
    """The button, and the key, that turn the page into slides."""
    start = partial(choose, PRESENT, "1")
    st.button(label, key="present_start", type="primary", shortcut="p", on_click=start)


def room(name: str) -> Room:
    """The room of one more slide."""
    current = presentation()
    assert current is not None
    with st.container(key=f"slide_{name}", gap=None):
        head = st.empty()
        with st.container(key=f"sbody_{name}"):
            say = st.container(key=f"say_{name}", gap="small")
            figure = say.empty()
            show = st.container(key=f"show_{name}", gap="xsmall")
    slide = Slide(name, say, show, head, figure, empty=name in WORKING)
    current.slides.append(slide)
    return Room(slide)


def page_says(
    sentence: str, beneath: Sequence[str | None], facts: Mapping[str, str | None], *, supposing: bool = False
) -> None:
    """What the page's title says while it is presented: the first slide's sentence."""
    current = presentation()
    if current is not None:
        current.sentence, current.facts, current.supposing = sentence, facts, supposing
        current.beneath = next((part for part in beneath if part), None)


def page_counts(main: Any, measures: Mapping[str, Mapping[str, Any]]) -> None:
    """The page's first headline number, and the measures that the others come from."""
    current = presentation()
    if current is not None:
        current.main, current.measures = main, measures


def about_slide(sentence: str | None = None, *, number: str | None = None) -> None:
    """What the block being drawn says where it is a slide; elsewhere nothing happens."""
    current = presentation()
    if current is not None and current.at is not None:
        current.at.sentence, current.at.number = sentence, number


def beside_picture() -> DeltaGenerator | None:
    """Where what explains a picture stands on a slide: under its number. None on an ordinary page."""
    current = presentation()
    return current.at.say if current is not None and current.at is not None else None


def fitted(figure: Any) -> Any:
    """A chart no higher than a slide has room for; as it is on an ordinary page."""
    if presenting() and (figure.layout.height or 0) > CHART_PIXELS:
        return type(figure)(figure).update_layout(height=CHART_PIXELS)
    return figure


def note_slide(body: str) -> None:
    """Takes the title of a block being drawn for its slide's."""
    current = presentation()
    if current is None or current.at is None or current.at.title is not None:
        return
    if found := _TITLE.search(body):
        current.at.title = unescape(re.sub(r"<[^>]+>", "", found[1])).strip()


def pass_over() -> None:
    """The block being drawn has nothing for a slide: there is nothing, or it is a list to work through."""
    current = presentation()
    if current is not None and current.at is not None:
        current.at.empty = True
