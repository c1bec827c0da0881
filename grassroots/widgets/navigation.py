"""The pages and where the navigation shows them: what a meeting opens by itself, the rest by what is asked.

Streamlit puts what does not fit behind "5 more", in English; in sections it all fits 1024 pixels.
"""

from __future__ import annotations

import streamlit as st

from grassroots.text import Language, t

# By section, in order; those without a section stand first and by themselves.
SECTIONS: dict[str, tuple[str, ...]] = {
    "": ("overview", "what_if", "agenda"),
    "results": ("complaints", "training", "models", "participation"),
    "assessment": ("measures", "scores", "compare", "unit"),
    "data": ("reports", "review", "sources"),
}
FIRST = SECTIONS[""][0]
PAGES = tuple(name for pages in SECTIONS.values() for name in pages)
# Streamlit marks the page within its opened section only: the section's own button is marked beside.
_AT = "[data-testid=stTopNav] > :nth-child({place}) button {{ box-shadow: inset 0 -3px 0 var(--accent); }}"


def navigation(language: Language, *, hidden: bool) -> st.Page:
    """The page that the address names, with the navigation above it."""
    made = {name: _page(name, language) for pages in SECTIONS.values() for name in pages}
    sections = {
        t(f"page.section.{section}", language) if section else "": [made[name] for name in pages]
        for section, pages in SECTIONS.items()
    }
    page = st.navigation(sections, position="hidden" if hidden else "top")
    st.html(f"<style>{_mark(page.url_path)}</style>")
    return page


def _page(name: str, language: Language) -> st.Page:
    return st.Page(
        f"pages/{name}.py",
        title=t(f"page.nav.{name}", language),
        url_path=None if name == FIRST else name,
        default=name == FIRST,
    )


def _mark(path: str) -> str:
    """The rule that marks the section of a page; none where the page stands by itself."""
    before = len(SECTIONS[""])
    sections = [pages for section, pages in SECTIONS.items() if section]
    places = [place for place, pages in enumerate(sections, before + 1) if path in pages]
    return "".join(_AT.format(place=place) for place in places)
