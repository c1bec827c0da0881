"""What a report under review leaves open about itself, asked of the reviewer."""

from __future__ import annotations

from typing import Any

import streamlit as st

from grassroots import store
from grassroots.widgets.asked_particulars import ask_particulars
from grassroots.widgets.faults import said
from grassroots.widgets.view import View, view

Row = dict[str, Any]


def report_questions(report: Row, name: str) -> None:
    """The open questions of a report; answering needs a name."""
    current = view()
    if report["scope"] is None:
        _scope(report, name, current)
    ask_particulars(report, name)


def _scope(report: Row, name: str, current: View) -> None:
    """Asks what the report covers where it does not say so itself."""
    with st.container(horizontal=True, key="review_scope", gap="small", vertical_alignment="center"):
        st.caption(current.words("review.scope.ask"), width="content")
        for scope in ("whole_area", "own_agency"):
            st.button(
                current.words(f"review.scope.{scope}"), key=f"scope_{scope}", disabled=not name,
                on_click=_set_scope, args=(report["report_id"], scope, name, current),
            )  # fmt: skip


def _set_scope(report_id: str, scope: Any, name: str, current: View) -> None:
    with said(current.language):
        store.set_scope(report_id, scope, by=name, stated=True)
