"""Conclusions: typed beside the slide they belong to, listed with what the figures say since, closed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from grassroots import store
from grassroots.agenda import Agenda
from grassroots.conclusions import LONGEST_WHAT, LONGEST_WHO, Concluded, Conclusion, Then, due_of
from grassroots.text import count, day
from grassroots.text.numbers import HANOI
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.faults import said as faults_said
from grassroots.widgets.faults import show_faults
from grassroots.widgets.person import stated_name
from grassroots.widgets.pinning import pin_of
from grassroots.widgets.playing import played, said_by
from grassroots.widgets.present import Slide, presentation
from grassroots.widgets.render import render
from grassroots.widgets.since import since_said
from grassroots.widgets.view import View, view

SHOWN_CLOSED = 5


def ask_to_conclude() -> None:
    """What is concluded at the slide that is shown; the body of a dialog."""
    current, shown = view(), presentation()
    slide = shown.slides[shown.shown - 1] if shown is not None and shown.slides else None
    now = played()
    if slide is not None:
        st.caption(said_by(now.pin, current.language) if now else slide.title or "")
    made = _fields(current, stated_name(explained=False))
    if made is not None:
        what, who, due, by = made
        with faults_said(current.language):
            pin = now.pin if now else pin_of(slide.name, current) if slide else None
            figure = _figure(slide, current) if slide else None
            meeting = now.agenda.name if now else None
            store.conclude(Conclusion(what, who, due_of(due), meeting, pin, figure), by=by)
            st.toast(current.words("agenda.conclusion.noted"))
            st.rerun()
    show_faults()


def _fields(current: View, by: str) -> tuple[str, str, str, str] | None:
    """What was typed, and by whom, once it is handed in."""
    with st.form("conclude", border=False):
        what = st.text_area(current.words("agenda.conclusion.what"), max_chars=LONGEST_WHAT, height=100)
        who = st.text_input(current.words("agenda.conclusion.who"), max_chars=LONGEST_WHO)
        due = st.text_input(current.words("agenda.conclusion.due"), placeholder="31/12/2026", max_chars=10)
        handed_in = st.form_submit_button(
            current.words("agenda.conclusion.note"), type="primary", disabled=not by
        )
    if not by:
        st.caption(current.words("agenda.who"))
    return (what, who, due, by) if handed_in else None


def _figure(slide: Slide, current: View) -> Then | None:
    """The number of a slide as it is reported, whatever is supposed there."""
    shown = presentation()
    code = slide.number
    if code is None and shown is not None and shown.main is not None and shown.is_first(slide):
        code = str(shown.main.source).partition(":")[2]
    real = current.reported or current
    if code is None or real.place is None or real.period is None:
        return None
    found = {row["indicator"]: row["value"] for row in rows("area_measures")}
    value = found.get(code)
    return (
        None
        if value is None
        else Then(code, real.place.unit_key, real.period, real.only_confirmed, float(value))
    )


def open_conclusions() -> None:
    """What is still open, what is due first comes first; then what was closed last."""
    current = view()
    block_head(current.words("agenda.conclusion.title"))
    told = [_told(one, current) for one in open_ones()]
    closed = [one for one in store.conclusions() if one.closing is not None]
    closed.sort(key=lambda one: one.closing.at if one.closing else one.at, reverse=True)
    body = render(
        "conclusions",
        current.language,
        open=told,
        closed=[_told(one, current) for one in closed[:SHOWN_CLOSED]],
    )
    clickable(body, key="conclusions")


def open_ones(agenda: Agenda | None = None) -> list[Concluded]:
    """The open conclusions, of one meeting where it is given."""
    found = [one for one in store.conclusions() if one.closing is None]
    if agenda is not None:
        found = [one for one in found if one.conclusion.agenda == agenda.name]
    return sorted(found, key=lambda one: one.urgency)


def conclusion_facts(current: View) -> dict[str, str | None]:
    """How many are open and overdue, for the page's title; None for none."""
    found = open_ones()
    today = datetime.now(HANOI).date()
    over = sum(1 for one in found if one.days_over(today))
    return {
        "open": count(len(found), current.language) if found else None,
        "overdue_conclusions": count(over, current.language) if over else None,
    }


def _told(one: Concluded, current: View) -> dict[str, Any]:
    held, meeting = one.conclusion, store.agenda(one.conclusion.agenda or "")
    return {
        "one": one,
        "due": day(held.due, current.language) if held.due else None,
        "over": one.days_over(datetime.now(HANOI).date()),
        "meeting": meeting.title if meeting else None,
        "slide": said_by(held.pin, current.language) if held.pin else None,
        "since": since_said(held.figure, current.language) if held.figure else None,
    }


def ask_to_close(conclusion_id: str) -> None:
    """What came of a conclusion; the body of a dialog. The name is the one stated on the page."""
    current = view()
    by = (st.session_state.get("reviewer") or "").strip()
    note = st.text_area(current.words("agenda.conclusion.outcome"), max_chars=LONGEST_WHAT, height=100)
    if not by:
        st.caption(current.words("agenda.who"))
    if st.button(current.words("agenda.conclusion.close"), type="primary", disabled=not by):
        with faults_said(current.language):
            store.close_conclusion(conclusion_id, note or "", by=by)
            st.rerun()
    show_faults()
