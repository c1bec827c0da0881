"""What a click asks for, as short text: ``source:don_qua_han``, ``page:unit@2025-07:25363``.

``source:<indicator>[@<unit>]`` opens the source panel of a number, ``figure:<figure>`` that of one figure,
``page:<page>[@<unit>][#<figure>][?<choice>=<value>&…]`` goes to a page, ``place:<unit>`` changes the place,
``do:<what>`` opens a question, ``choose:<name>=<value>`` puts a choice of the page's own into the URL.
"""

from __future__ import annotations

import streamlit as st

from grassroots.widgets.playing import played
from grassroots.widgets.view import choose


def take(action: str | None) -> None:
    """Carries out what can be done before the page runs again, and keeps the rest for the frame."""
    if not action:
        return
    kind, _, rest = action.partition(":")
    if kind in ("page", "place", "choose") and played() is not None:
        return  # what is pinned stays as it is
    if kind == "page":
        go(rest)
    elif kind == "place":
        choose("place", rest)
    elif kind == "choose":
        name, _, value = rest.partition("=")
        choose(name, value or None)  # nothing after the sign takes the choice back
    else:
        st.session_state["asked"] = action


def go(target: str) -> None:
    """Goes to a page: ``reports``, ``unit@2025-07:25363``, ``sources#<figure>``, ``unit?period=…``."""
    target, _, choices = target.partition("?")
    for choice in filter(None, choices.split("&")):
        name, _, value = choice.partition("=")
        choose(name, value)
    page, _, figure = target.partition("#")
    page, _, unit = page.partition("@")
    if unit:
        choose("place", unit)
    if figure:
        choose("figure", figure)
    st.switch_page(f"pages/{page}.py", query_params=list(st.query_params.items()))


def waiting() -> bool:
    """Whether something asked for waits to be opened by the frame."""
    return st.session_state.get("asked") is not None


def asked(*kinds: str) -> str | None:
    """The action waiting to be carried out, if it is of one of these kinds; it waits no longer then."""
    action: str | None = st.session_state.get("asked")
    if action is None or not waits_for(*kinds):
        return None
    del st.session_state["asked"]
    return action


def waits_for(*kinds: str) -> bool:
    """Whether the action that waits is of one of these kinds."""
    action: str | None = st.session_state.get("asked")
    return action is not None and action.partition(":")[0] in kinds
