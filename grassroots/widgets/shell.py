"""What stands on every page: configuration, navigation, filters, the sample strip, the footer, the panel."""

from __future__ import annotations

import runpy
from functools import cache
from pathlib import Path

import streamlit as st

from grassroots.colours import Theme
from grassroots.text import Language, t
from grassroots.widgets.clickable import forget_page
from grassroots.widgets.data import refresh
from grassroots.widgets.filters import filters
from grassroots.widgets.freezing import frozen_bar
from grassroots.widgets.hand_out import hand_out_offer
from grassroots.widgets.navigation import FIRST, PAGES, navigation
from grassroots.widgets.notices import (
    empty_page,
    footer,
    holds_illustrative,
    page_foundation,
    printed_choice,
    sample_strip,
)
from grassroots.widgets.panel import open_panel
from grassroots.widgets.playing import played
from grassroots.widgets.present import begin, presentation
from grassroots.widgets.present_frame import fill, foot
from grassroots.widgets.questions import ask
from grassroots.widgets.scenario_bar import scenario_bar
from grassroots.widgets.starting import first_start_done
from grassroots.widgets.supposed import PAGES_OF_FACTS, supposing
from grassroots.widgets.view import View, choose, framed, language, set_view, theme

# Pages that are of use before any report is there.
WITHOUT_REPORTS = ("reports", "review")
# Pages that always show the newest figures, whatever a meeting was frozen on.
ALWAYS_NEWEST = (*WITHOUT_REPORTS, "agenda")
# Pages whose controls change the scenario without a run of the whole page: the bar is drawn with them.
WITH_OWN_BAR = ("what_if",)
# Whose address plays an agenda.
PLAYED_ON = "agenda"
_HERE = Path(__file__).parent
PAGES_FOLDER = _HERE.parent.parent / "pages"


def run_page() -> None:
    """One run of the dashboard: the frame around the page that the reader chose."""
    with framed():
        chosen_language = language()
        forget_page()
        st.set_page_config(page_title=t("page.app", chosen_language), layout="wide", page_icon=_icon())
        st.html(_style(chosen_language, theme()))
        choose("lang", chosen_language)
        slides = begin()
        page = navigation(chosen_language, hidden=slides is not None)
        name = _name(page)
        if slides is None:
            st.logo(_logo(), size="large")
        first_start_done(chosen_language)
        strip, frozen, bar = st.container(), st.container(), st.container()
        st.session_state["on_working_page"] = name in ALWAYS_NEWEST
        looked_at = filters(chosen_language, refresh())
        shown = set_view(supposing(looked_at, name))
        with strip:
            printed_choice()
        with frozen:
            frozen_bar(shown)
        if slides or name not in WITH_OWN_BAR:
            with bar:
                scenario_bar(shown, name)
        _page(page, name, shown)
        if holds_illustrative():
            with strip:
                sample_strip()
        set_view(looked_at)  # sources and questions are about what was reported
        open_panel()
        ask()


def _name(page: st.Page) -> str:
    """The page that is drawn: that of the pin at hand while an agenda is played."""
    now = played()
    if now is None:
        return page.url_path or FIRST
    if page.url_path != PLAYED_ON:
        st.switch_page(f"pages/{PLAYED_ON}.py", query_params=list(st.query_params.items()))
    return now.pin.page


def _page(page: st.Page, name: str, shown: View) -> None:
    """The page with its footer, or what to do where no report reaches the place and period."""
    foundation = page_foundation()
    slides = presentation()
    st.session_state["page_shown"] = name
    if slides is not None:
        with st.container(key="slides"):
            _slides(page, name, shown)
            set_view(shown)  # a page may have looked at what was reported last
            fill(slides)
        foot(slides, foundation)
    elif foundation.get("reports") or name in WITHOUT_REPORTS:
        page.run()
        if name not in (*PAGES_OF_FACTS, PLAYED_ON) and foundation.get("reports"):
            hand_out_offer(name)
        footer(foundation)
    else:
        empty_page()


def _slides(page: st.Page, name: str, shown: View) -> None:
    """The page, or that of the pin at hand, drawn as slides."""
    now = played()
    if now is None:
        page.run()
    elif name in PAGES and name != PLAYED_ON and now.pin.indicator is None and now.as_pinned(shown):
        runpy.run_path(str(PAGES_FOLDER / f"{name}.py"))  # Streamlit runs only the page of the address


def _icon() -> str:
    return str(_HERE / "icon.svg")


def _logo() -> str:
    """The mark in the colours of the theme; the dashboard's name stands beside it by the style sheet."""
    accent, page = ("#8CC3F2", "#10181F") if theme() == "dark" else ("#0B5394", "#FFFFFF")
    return (_HERE / "logo.svg").read_text(encoding="utf-8").format(accent=accent, page=page)


@cache
def _style(language: Language, chosen_theme: Theme) -> str:
    rules = "\n".join(file.read_text(encoding="utf-8") for file in sorted(_HERE.glob("*.css")))
    # Dialogs hang outside the element that has the theme's colour scheme: the root gets it too.
    drawn = "invert(1) hue-rotate(180deg)" if chosen_theme == "dark" else "none"
    said = {
        "app-name": t("page.app", language),
        "no-results": t("page.no_results", language),
        "skip": t("page.skip", language),
    }
    words = "".join(f'--{name}: "{word}"; ' for name, word in said.items())
    root = f":root {{ {words}--on-paper: {drawn}; color-scheme: {chosen_theme}; }}"
    return f"<style>{root}\n{rules}</style>"
