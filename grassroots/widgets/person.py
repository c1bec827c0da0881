"""Who loads and decides: a name asked once a visit, kept with what was done and marked as stated."""

from __future__ import annotations

import streamlit as st

from grassroots.widgets.view import view


def stated_name(*, explained: bool = True) -> str:
    """The name as stated, empty while there is none. One place of a page asks for it.

    ``explained``: what the name is for stands under the field; else the page says it elsewhere.
    """
    current = view()
    name = st.text_input(
        current.words("person.name"),
        key="reviewer",
        persist_state="session",
        placeholder=current.words("person.placeholder"),
        max_chars=80,
    )
    if explained and not (name or "").strip():
        st.caption(current.words("person.why"))
    return (name or "").strip()
