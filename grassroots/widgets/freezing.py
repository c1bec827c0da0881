"""Freezing: a meeting sees the figures of one moment, whatever is loaded meanwhile: ``frozen=``."""

from __future__ import annotations

import streamlit as st

from grassroots import store
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frozen_at
from grassroots.widgets.faults import said
from grassroots.widgets.present import presenting
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, frozen_name


def freeze(current: View) -> None:
    """Keeps the figures as they are decided now, and goes on looking at these."""
    with said(current.language):
        choose("frozen", store.keep().name)
    st.rerun()


def frozen_bar(current: View) -> None:
    """Says of which moment the figures are, with the way back; on slides the footer says it."""
    if frozen_name() is None or presenting():
        return
    with st.container(key="frozen"):
        clickable(render("frozen", current.language, at=frozen_at()), key="frozen_bar")
