"""Figures kept by what they depend on: a rerun that changes nothing draws nothing anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import streamlit as st

Made = TypeVar("Made")


@st.cache_resource(max_entries=512, show_spinner=False)
def _kept(key: tuple[Hashable, ...], _draw: Callable[[], Any]) -> Any:
    return _draw()


def drawn(key: tuple[Hashable, ...], draw: Callable[[], Made]) -> Made:
    """What ``draw`` makes, kept for ``key``: the drawing's name and all it depends on (see ``View.key``)."""
    made: Made = _kept(key, draw)
    return made
