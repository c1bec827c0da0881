"""What the reader looks at: place, period, base period, language, theme. Every widget asks here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from grassroots.colours import PALETTES, Palette, Theme
from grassroots.names import period_heading, period_name, unit_heading, unit_name
from grassroots.scenario import Scenario
from grassroots.text import LANGUAGES, Language, t

# Choices of how the page is shown, not of what is looked at: no pin holds them.
OF_THE_FRAME = ("lang", "present", "agenda", "focus", "frozen")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that can be looked at, with its name without its kind."""

    unit_key: str
    vintage: str
    code: str
    name: str
    kind: str
    level: str
    parent_key: str | None
    province_key: str


@dataclass(frozen=True, slots=True)
class View:
    """One reader's choice. ``place`` and ``period`` are None while the store holds no report.

    Under a ``scenario`` every question is answered as if it held; ``reported`` is then the choice without it.
    ``as_sum``: places are read as the sum of their communes, to stand beside a scenario that leaves some out.
    """

    place: Place | None
    period: str | None
    base: str | None
    only_confirmed: bool
    language: Language
    theme: Theme
    version: int
    scenario: Scenario | None = None
    reported: View | None = None
    as_sum: bool = False

    @property
    def palette(self) -> Palette:
        return PALETTES[self.theme]

    @property
    def key(self) -> tuple[object, ...]:
        """What a drawn figure depends on: the store's version and every choice."""
        place = self.place.unit_key if self.place else None
        choices = (place, self.period, self.base, self.only_confirmed, str(self.scenario or ""), self.as_sum)
        return (self.version, *choices, self.language, self.theme)

    def words(self, key: str, /, **fields: object) -> str:
        """The words for a key in the reader's language."""
        return t(key, self.language, **fields)

    def place_name(self) -> str:
        return unit_name(self.place.name, self.place.kind, self.language) if self.place else ""

    def place_heading(self) -> str:
        return unit_heading(self.place.name, self.place.kind, self.language) if self.place else ""

    def period_name(self) -> str:
        return period_name(self.period, self.language) if self.period else ""

    def period_heading(self) -> str:
        return period_heading(self.period, self.language) if self.period else ""

    def communes(self) -> str:
        """``xã, phường``: what the place's communes are called together."""
        return self.words(f"unit.communes_{self.place.vintage}") if self.place else ""


def view() -> View:
    """The choice of the run in progress; set once by the frame."""
    if not _framed():
        _run_with_frame()
    current: View = st.session_state["view"]
    return current


def set_view(current: View) -> View:
    st.session_state["view"] = current
    return current


@contextmanager
def framed() -> Iterator[None]:
    """Marks a run as one that the frame began."""
    st.session_state["framed"] = True
    try:
        yield
    finally:
        st.session_state["framed"] = False


def _framed() -> bool:
    """Whether the frame began this run, or it is a fragment's: what a dialog draws again."""
    return runs_alone() or bool(st.session_state.get("framed"))


def runs_alone() -> bool:
    """Whether a fragment runs by itself, without the frame around it."""
    context = get_script_run_ctx()
    return context is not None and bool(context.fragment_ids_this_run)


def _run_with_frame() -> None:
    """Begins the run again through ``dashboard.py``.

    Streamlit takes a folder named pages for its older kind of navigation until ``st.navigation`` is called
    for the first time in the process: a link to a page, opened first after the start, runs that page alone.
    """
    PagesManager.uses_pages_directory = False
    st.rerun()


def language() -> Language:
    """The language chosen, before the rest of the view is known."""
    wanted = chosen("lang")
    return next((known for known in LANGUAGES if known == wanted), LANGUAGES[0])


def theme() -> Theme:
    return "dark" if st.context.theme.type == "dark" else "light"


def frozen_name() -> str | None:
    """The kept copy that the URL, or the agenda played, names; never where figures are loaded and decided."""
    held: str | None = st.session_state.get("agenda_frozen")
    return None if st.session_state.get("on_working_page") else chosen("frozen") or held


def chosen(name: str) -> str | None:
    """A choice by name: the URL first, then what this visit chose on another page.

    While a pin of an agenda is shown its choices alone hold, so that it shows the same to everybody.
    """
    pinned: Mapping[str, str] | None = st.session_state.get("pinned_choices")
    if pinned is not None and name not in OF_THE_FRAME:
        return pinned.get(name)
    choices_asked().add(name)
    kept: str | None = st.session_state.get(f"chosen_{name}")
    return st.query_params.get(name, kept)


def choices_asked() -> set[str]:
    """The names of the choices that the page drawn last depends on."""
    asked: set[str] = st.session_state.setdefault("choices_asked", set())
    return asked


def choose(name: str, value: str | None) -> None:
    """Puts a choice into the URL, as a code that holds in either language, and keeps it for other pages.

    Streamlit's own binding of widgets to the URL would write labels there, which change with the language
    and do not tell two units of one name apart. What is pinned stays as it is while it is shown.
    """
    if st.session_state.get("pinned_choices") is not None and name not in OF_THE_FRAME:
        return
    st.session_state[f"chosen_{name}"] = value
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def words(key: str, /, **fields: object) -> str:
    """The words for a key in the reader's language."""
    return view().words(key, **fields)
