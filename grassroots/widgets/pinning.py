"""Pinning a block or a number to the agenda at hand; the first pin of a visit asks which one that is."""

from __future__ import annotations

import streamlit as st

from grassroots import store
from grassroots.agenda import NUMBER, AgendaFault, Pin, named
from grassroots.indicators import indicators
from grassroots.units.spelling import fold
from grassroots.widgets.data import rows
from grassroots.widgets.faults import said as faults_said
from grassroots.widgets.faults import show_faults
from grassroots.widgets.headline import number
from grassroots.widgets.person import stated_name
from grassroots.widgets.present import page_told
from grassroots.widgets.present_frame import sentence_of
from grassroots.widgets.view import OF_THE_FRAME, View, choices_asked, chosen, view

AT_HAND, NAME_KEPT = "agenda_at_hand", "agenda_by"


def pin(target: str) -> None:
    """Pins a block of the page just drawn, or ``number_<indicator>[@<unit>]``; asks first where it must."""
    current = view()
    made = pin_of(target, current)
    if made is None:
        return
    name, by = at_hand(), st.session_state.get(NAME_KEPT)
    if name is None or not by:
        st.session_state["to_pin"] = made
        st.dialog(current.words("agenda.pin.do"))(_ask_where)()
    else:
        with faults_said(current.language):
            _add(name, made, by, current)
        show_faults()


def at_hand() -> str | None:
    """The agenda that was pinned to, or opened, last in this visit; None where it is no more."""
    name: str | None = st.session_state.get(AT_HAND)
    return name if name and store.agenda(name) else None


def take_up(name: str, by: str | None = None) -> None:
    """From now on pins go to this agenda."""
    st.session_state[AT_HAND] = name
    if by:
        st.session_state[NAME_KEPT] = by


def pin_of(target: str, current: View) -> Pin | None:
    """The pin of what ``pin`` takes, under the page's choices; None for what no page offers."""
    block, _, unit_key = target.partition("@")
    page = str(st.session_state.get("page_shown", ""))
    choices = {
        name: value
        for name in sorted({*choices_asked(), "scenario"} - set(OF_THE_FRAME))
        if (value := chosen(name))
    }
    if unit_key:
        choices["place"] = unit_key
    code = block.removeprefix(NUMBER) if block.startswith(NUMBER) else None
    said = _number_said(code, unit_key, current) if code else _block_said(block, current)
    try:
        return Pin(page, block, choices, said=said) if said is not None else None
    except AgendaFault:
        return None  # an action that no page offers


def _block_said(block: str, current: View) -> str:
    told = page_told()
    found = told.blocks.get(block)
    return (sentence_of(found, told, current.language) if found else told.sentence).replace("**", "")


def _number_said(code: str, unit_key: str, current: View) -> str | None:
    if code not in indicators():
        return None
    found = rows("area_measures", place=unit_key) if unit_key else rows("area_measures")
    shown = number({row["indicator"]: row for row in found}, code, current)
    return current.words("agenda.number", name=shown.name, value=shown.value or "–")


def _ask_where() -> None:
    """Which agenda, and who asks; the body of a dialog."""
    current, new = view(), ""
    saved = {one.agenda.name: one.agenda.title for one in store.agendas()}
    name = new
    if saved:
        name = st.selectbox(
            current.words("agenda.pin.to"),
            [*saved, new],
            key="agenda_pin_to",
            format_func=lambda one: saved.get(one, current.words("agenda.new")),
        )
    title = "" if name else st.text_input(current.words("agenda.title"), key="agenda_title", max_chars=80)
    by = stated_name()
    ready = by and (name or (title or "").strip())
    if st.button(current.words("agenda.pin.do"), type="primary", disabled=not ready):
        with faults_said(current.language):
            if not name:
                name = begin_agenda(title or "", by)
            take_up(name, by)
            _add(name, st.session_state.pop("to_pin"), by, current)
            st.rerun()
    show_faults()


def begin_agenda(title: str, by: str) -> str:
    """Saves an empty agenda of a title; gives its name. Raises store.DecisionRefused, AgendaFault."""
    made = named(title, fold)
    store.save_agenda(made, by=by)
    return made.name


def _add(name: str, made: Pin, by: str, current: View) -> None:
    held = store.agenda(name)
    if held is not None and held.holds(made):
        st.toast(current.words("agenda.pin.already", title=held.title))
        return
    after = store.change_agenda(name, lambda found: found.with_pin(made), by=by)
    st.toast(current.words("agenda.pin.done", title=after.title, count=len(after.pins)))
