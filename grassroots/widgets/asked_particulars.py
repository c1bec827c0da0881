"""Asks for which period a report is and whose, where it does not say so for certain.

The likely answers stand with the words they rest on; a field below takes another.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from grassroots import store
from grassroots.names import period_heading
from grassroots.store.stating import Field
from grassroots.widgets.data import rows
from grassroots.widgets.faults import said
from grassroots.widgets.picking import known_unit, pick_period, pick_unit
from grassroots.widgets.view import View, view

Row = dict[str, Any]


def ask_particulars(report: Row, name: str) -> None:
    """The open questions of a report; answering needs a name."""
    questions = rows("particular_questions", report_id=report["report_id"])
    fields: tuple[Field, ...] = ("period", "unit")
    for field in fields:
        found = [row for row in questions if row["field"] == field]
        if found:
            _ask(field, found, report, name, view())


def _ask(field: Field, found: list[Row], report: Row, name: str, current: View) -> None:
    quote = next((row["quote"] for row in found if row["taken"]), found[0]["quote"])
    st.caption(current.words(f"review.particular.{field}", quote=quote))
    with st.container(horizontal=True, key=f"review_{field}", gap="small"):
        for row in found:
            st.button(
                _called(field, row["value"], current), key=f"{field}_{row['value']}",
                disabled=not name, help=f"“{row['quote']}”",
                on_click=_set, args=(report["report_id"], field, row["value"], name, current),
            )  # fmt: skip
    with st.expander(current.words("review.particular.another")):
        other = _another(field, current)
        st.button(
            current.words("review.particular.set"), key=f"{field}_another",
            disabled=not (name and other), on_click=_set,
            args=(report["report_id"], field, other, name, current),
        )  # fmt: skip


def _another(field: Field, current: View) -> str | None:
    label = current.words(f"review.particular.{field}_other")
    if field == "period":
        return pick_period("particular_period", label, None)
    picked = pick_unit("particular_unit", label, None)
    return picked.unit_key if picked else None


def _called(field: Field, value: str, current: View) -> str:
    if field == "period":
        return period_heading(value, current.language)
    about = known_unit(value)
    return about.full_name if about else value


def _set(report_id: str, field: Field, value: str, name: str, current: View) -> None:
    with said(current.language):
        store.set_particular(report_id, field, value, by=name, stated=True)
