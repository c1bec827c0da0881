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

from grassroots.widgets.playing import PRESENT, begin_play
from grassroots.widgets.view import choose, chosen

FOCUS = "focus"
CHART_PIXELS = 340  # high, before they are enlarged: see present.js
FOCUS_PIXELS = 500
# Blocks where something is done rather than shown.
WORKING = (
    *("main_upload", "form", "outlines", "contradictions", "report_list", "sources_0", "sources_1"),
    *("goal_seek", "saved_scenarios", "agenda_0", "agenda_1"),
)
_TITLE = re.compile(r"<h2 class=\"g-block-title\">(.*?)</h2>", re.DOTALL)


@dataclass
class Told:
    """What a block of a page says of itself. ``number`` is the indicator of its number.

    ``empty``: it has nothing to show, or is where something is done.
    """

    name: str
    title: str | None = None
    sentence: str | None = None
    number: str | None = None
    empty: bool = False


@dataclass(kw_only=True)
class Slide(Told):
    """One block of a page as a slide; an empty one is left out."""

    say: DeltaGenerator
    show: DeltaGenerator
    head: DeltaGenerator
    figure: DeltaGenerator


@dataclass
class PageTold:
    """What the page drawn said of itself, and its blocks in their order."""

    blocks: dict[str, Told] = field(default_factory=dict)
    at: Told | None = None
    sentence: str = ""
    beneath: str | None = None
    facts: Mapping[str, str | None] = field(default_factory=dict)
    measures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    main: Any = None  # the headline's first Number
    supposing: bool = False  # the sentence itself says that it is only supposed

    @property
    def held(self) -> list[Told]:
        """The blocks that have something to show."""
        return [block for block in self.blocks.values() if not block.empty]

    def is_first(self, block: Told) -> bool:
        return bool(self.held) and self.held[0] is block


@dataclass
class Presentation(PageTold):
    """The page as slides. ``only``: the one block that is shown, pinned or in focus."""

    asked: int = 1
    only: str | None = None
    focused: bool = False

    @property
    def slides(self) -> list[Slide]:
        return [block for block in self.held if isinstance(block, Slide)]

    @property
    def shown(self) -> int:
        """The place of the slide that is shown, from 1; within what there is."""
        names = [slide.name for slide in self.slides]
        if self.only in names:
            return names.index(self.only) + 1
        return min(max(self.asked, 1), max(len(names), 1))


class Room:
    """What a page takes for a block while it is presented."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide

    def __enter__(self) -> Room:
        page_told().at = self.slide
        self.slide.show.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self.slide.show.__exit__(*error)
        page_told().at = None


class Bordered:
    """What a page takes for a block otherwise: its title knows which block it is the title of."""

    def __init__(self, name: str, place: DeltaGenerator) -> None:
        self._told, self._place = Told(name, empty=name in WORKING), place

    def __enter__(self) -> Bordered:
        page_told().at = page_told().blocks[self._told.name] = self._told
        self._place.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._place.__exit__(*error)
        page_told().at = None


def begin() -> Presentation | None:
    """At the start of a run: a presentation where the URL asks for one."""
    asked, focus, agenda = chosen(PRESENT), st.query_params.get(FOCUS), begin_play()
    made = None
    if focus or agenda or (asked and asked.isdigit()):
        place = int(asked) if asked and asked.isdigit() else 1
        made = Presentation(
            asked=place, only=focus or (agenda.pin.block if agenda else None), focused=bool(focus)
        )
    st.session_state["page_told"] = made or PageTold()
    return made


def page_told() -> PageTold:
    """What the page of the run in progress, or drawn last, said of itself."""
    found: PageTold = st.session_state.setdefault("page_told", PageTold())
    return found


def presentation() -> Presentation | None:
    """The presentation of the run in progress; None on an ordinary page."""
    found = page_told()
    return found if isinstance(found, Presentation) else None


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
    slide = Slide(name, empty=name in WORKING, say=say, show=show, head=head, figure=figure)
    current.blocks[name] = slide
    return Room(slide)


def page_says(
    sentence: str, beneath: Sequence[str | None], facts: Mapping[str, str | None], *, supposing: bool = False
) -> None:
    """What the page's title says: the sentence of its first slide."""
    current = page_told()
    current.sentence, current.facts, current.supposing = sentence, facts, supposing
    current.beneath = next((part for part in beneath if part), None)


def page_counts(main: Any, measures: Mapping[str, Mapping[str, Any]]) -> None:
    """The page's first headline number, and the measures that the others come from."""
    current = page_told()
    current.main, current.measures = main, measures


def about_slide(sentence: str | None = None, *, number: str | None = None) -> None:
    """What the block being drawn says where it is a slide."""
    at = page_told().at
    if at is not None:
        at.sentence, at.number = sentence, number


def beside_picture() -> DeltaGenerator | None:
    """Where what explains a picture stands on a slide: under its number. None on an ordinary page."""
    at = page_told().at
    return at.say if isinstance(at, Slide) else None


def fitted(figure: Any) -> Any:
    """A chart no higher than a slide has room for; as it is on an ordinary page."""
    current = presentation()
    if current is None:
        return figure
    if current.focused:
        return type(figure)(figure).update_layout(height=FOCUS_PIXELS)
    if (figure.layout.height or 0) > CHART_PIXELS:
        return type(figure)(figure).update_layout(height=CHART_PIXELS)
    return figure


def note_slide(body: str) -> bool:
    """Takes the title of a block being drawn for its own; True where this body brought it."""
    at = page_told().at
    if at is None or at.title is not None or not (found := _TITLE.search(body)):
        return False
    at.title = unescape(re.sub(r"<[^>]+>", "", found[1])).strip()
    return True


def pass_over() -> None:
    """The block being drawn has nothing for a slide: there is nothing, or it is a list to work through."""
    at = page_told().at
    if at is not None:
        at.empty = True
