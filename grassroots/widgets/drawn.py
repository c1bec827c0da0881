"""Figures kept by what they depend on: a rerun that changes nothing draws nothing anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

Made = TypeVar("Made")


@st.cache_resource(max_entries=512, show_spinner=False)
def _kept(key: tuple[Hashable, ...], _draw: Callable[[], Any]) -> Any:
    return _draw()


@st.cache_resource(max_entries=64, show_spinner=False)
def _kept_supposed(key: tuple[Hashable, ...], _draw: Callable[[], Any]) -> Any:
    """Each move of a slider makes some, of a whole country large ones: they are not kept for long."""
    return _draw()


def drawn(key: tuple[Hashable, ...], draw: Callable[[], Made]) -> Made:
    """What ``draw`` makes, kept for ``key``: the drawing's name and all it depends on (see ``View.key``)."""
    current = st.session_state.get("view")  # the frame itself draws before there is one
    made: Made = (_kept_supposed if current is not None and current.scenario else _kept)(key, draw)
    return made
