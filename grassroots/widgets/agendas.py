"""The page of agendas: which one is open, its pins in their order, and playing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from grassroots import store
from grassroots.agenda import LONGEST_COMMENT, LONGEST_TITLE, Agenda, Pin
from grassroots.text import count, moment
from grassroots.text.catalogue import words
from grassroots.widgets.agenda_words import choices_said
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.concluding import conclusion_facts
from grassroots.widgets.faults import keep_fault, show_faults
from grassroots.widgets.faults import said as faults_said
from grassroots.widgets.hand_out import agenda_offer
from grassroots.widgets.minuting import minutes_offer
from grassroots.widgets.person import stated_name
from grassroots.widgets.pinning import at_hand, begin_agenda, take_up
from grassroots.widgets.playing import AGENDA, play, said_by
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, chosen, view


def open_agenda() -> Agenda | None:
    """The agenda of the URL, else the one pinned to last, else the one saved last."""
    for name in (chosen(AGENDA), at_hand()):
        if name and (found := store.agenda(name)):
            return found
    saved = store.agendas()
    return saved[0].agenda if saved else None


def agenda_facts() -> dict[str, str | None]:
    """What the page's title may say."""
    found, current = open_agenda(), view()
    told = conclusion_facts(current)
    if found is None:
        return {"nothing": "", **told}
    return {"title": found.title, "slides": count(len(found.pins), current.language), **told}


def agenda_bar() -> None:
    """Which agenda is open, who changes it, playing it, freezing its figures, and the rest."""
    current, found = view(), open_agenda()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="agenda_bar"):
        if found is not None:
            take_up(found.name)
            _choice(found, current)
            start = partial(play, found.name)
            st.button(
                current.words("agenda.play"), type="primary", on_click=start, disabled=not found.pins,
                key="agenda_play",
            )  # fmt: skip
        with st.container(width=260):
            by = stated_name(explained=False)
        if found is not None:
            _freezing(found, by, current)
            _more(found, by, current)
            agenda_offer(found)
            minutes_offer(found, current)
        with st.popover(current.words("agenda.new"), key="agenda_new"):
            _new(by, current)
    if not by:
        st.caption(current.words("agenda.who"))
    show_faults()


def _choice(found: Agenda, current: View) -> None:
    choose(AGENDA, found.name)
    titles = {one.agenda.name: one.agenda.title for one in store.agendas()}
    st.session_state["agenda_choice"] = found.name
    st.selectbox(
        current.words("agenda.open"),
        list(titles),
        key="agenda_choice",
        format_func=lambda name: titles.get(name, name),
        filter_mode=None,
        width=320,
        on_change=lambda: choose(AGENDA, st.session_state["agenda_choice"]),
    )


def _freezing(found: Agenda, by: str, current: View) -> None:
    """A meeting on the figures of one moment: kept with the agenda, so that every browser plays the same."""
    if found.frozen is None:
        st.button(
            current.words("present.freeze"), key="agenda_freeze", disabled=not by,
            on_click=lambda: _freeze(by, current),
        )  # fmt: skip
        return
    at = moment(store.kept(found.frozen).at, current.language)
    st.button(
        current.words("agenda.thaw"), key="agenda_thaw", disabled=not by,
        help=current.words("present.frozen", moment=at),
        on_click=lambda: _change(lambda one: replace(one, frozen=None), by, current),
    )  # fmt: skip


def _freeze(by: str, current: View) -> None:
    """Keeps the figures first: keeping waits for the lock that changing an agenda holds."""
    with faults_said(current.language):
        name = store.keep().name
        _change(lambda one: replace(one, frozen=name), by, current)


def _more(found: Agenda, by: str, current: View) -> None:
    with st.popover(current.words("agenda.change"), key="agenda_more"):
        st.text_input(
            current.words("agenda.title"), found.title, key=f"agenda_rename_{found.name}",
            max_chars=LONGEST_TITLE, disabled=not by,
            on_change=lambda: _retitle(st.session_state[f"agenda_rename_{found.name}"], by, current),
        )  # fmt: skip
        st.button(
            current.words("agenda.drop"), key="agenda_drop", disabled=not by,
            on_click=lambda: _drop(found.name, by, current),
        )  # fmt: skip


def _retitle(title: str, by: str, current: View) -> None:
    _change(lambda one: replace(one, title=" ".join(title.split())), by, current)


def _drop(name: str, by: str, current: View) -> None:
    with faults_said(current.language):
        store.drop_agenda(name, by=by)
        choose(AGENDA, None)


def _new(by: str, current: View) -> None:
    title = st.text_input(current.words("agenda.title"), key="agenda_new_title", max_chars=LONGEST_TITLE)
    st.button(
        current.words("agenda.begin"), key="agenda_begin", type="primary",
        disabled=not (by and (title or "").strip()),
        on_click=lambda: _begin(st.session_state["agenda_new_title"], by, current),
    )  # fmt: skip


def _begin(title: str, by: str, current: View) -> None:
    with faults_said(current.language):
        name = begin_agenda(title, by)
        take_up(name, by)
        choose(AGENDA, name)


def _change(change: Callable[[Agenda], Agenda], by: str, current: View) -> None:
    """Changes the agenda that is open, as somebody with a name."""
    found = open_agenda()
    if found is None:
        return
    if not by:
        keep_fault(current.words("agenda.who"))
        return
    with faults_said(current.language):
        store.change_agenda(found.name, change, by=by)
        take_up(found.name, by)


def agenda_list() -> None:
    """The pins in their order: what each says, under which choices, and the comment said with it."""
    current, found = view(), open_agenda()
    block_head(current.words("agenda.list"))
    if found is None or not found.pins:
        st.html(render("nothing", current.language, subject="agenda"))
        return
    for place, pin in enumerate(found.pins, start=1):
        _row(found, place, pin, current)


def _row(found: Agenda, place: int, pin: Pin, current: View) -> None:
    with st.container(key=f"pin_row_{place}", gap="xsmall"):
        body = render(
            "agenda_row", current.language, pin=pin, place=place, of=len(found.pins),
            said=said_by(pin, current.language) or _page_named(pin, current), page=_page_named(pin, current),
            choices=choices_said(pin, current),
        )  # fmt: skip
        clickable(body, key=f"agenda_row_{place}")
        key = f"comment_{found.name}_{pin.key}"
        if key not in st.session_state:
            st.session_state[key] = pin.comment
        st.text_input(
            current.words("agenda.comment"), key=key, max_chars=LONGEST_COMMENT, label_visibility="collapsed",
            placeholder=current.words("agenda.comment"),
            on_change=lambda: _comment(pin.key, st.session_state[key], current),
        )  # fmt: skip


def _page_named(pin: Pin, current: View) -> str:
    """What its page is called; its code where there is no such page any more."""
    return words(current.language).get(f"page.nav.{pin.page}", pin.page)


def _comment(key: str, comment: str, current: View) -> None:
    by = st.session_state.get("reviewer") or ""
    _change(lambda one: one.changed(key, comment=comment.strip()), by.strip(), current)


def agenda_act(asked: str) -> None:
    """What was asked for of the open agenda: ``up=<pin>``, ``down=``, ``out=``, ``at=<place>``."""
    current, (act, _, key) = view(), asked.partition("=")
    by = (st.session_state.get("reviewer") or "").strip()
    found = open_agenda()
    if act == "at" and found is not None:
        play(found.name, key)
    elif act == "out":
        _change(lambda one: one.without(key), by, current)
    elif act in _STEPS:
        _change(lambda one: one.moved(key, _STEPS[act]), by, current)
    st.rerun()


_STEPS = {"up": -1, "down": 1}
