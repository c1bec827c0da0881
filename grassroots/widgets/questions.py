"""Questions that change the store, each in a small dialog: emptying out and loading the sample."""

from __future__ import annotations

import streamlit as st

from grassroots import first_start, store
from grassroots.text import count
from grassroots.widgets.actions import asked
from grassroots.widgets.agendas import agenda_act
from grassroots.widgets.concluding import ask_to_close, ask_to_conclude
from grassroots.widgets.data import frame
from grassroots.widgets.freezing import freeze
from grassroots.widgets.pinning import pin
from grassroots.widgets.saved_scenarios import ask_to_drop, ask_to_save
from grassroots.widgets.view import view


def ask() -> None:
    """Opens the question that a click asked for."""
    action = asked("do")
    if action == "do:empty_sample":
        st.dialog(view().words("page.sample.empty_title"))(_empty_sample)()
    elif action == "do:load_sample":
        st.dialog(view().words("empty.loading"), dismissible=False)(_load_sample)()
    elif action == "do:freeze":
        freeze(view())
    elif action is not None and action.startswith("do:pin@"):
        pin(action.partition("@")[2])
    elif action is not None and action.startswith("do:agenda_"):
        agenda_act(action.removeprefix("do:agenda_"))
    elif action == "do:conclude":
        st.dialog(view().words("agenda.conclusion.do"))(ask_to_conclude)()
    elif action is not None and action.startswith("do:close_conclusion="):
        st.dialog(view().words("agenda.conclusion.close"))(ask_to_close)(action.partition("=")[2])
    elif action == "do:save_scenario":
        st.dialog(view().words("scenario.save"))(ask_to_save)()
    elif action is not None and action.startswith("do:drop_scenario="):
        st.dialog(view().words("scenario.kept.drop"))(ask_to_drop)(action.partition("=")[2])


def _empty_sample() -> None:
    current = view()
    reports = int(frame("reports", place=None, period=None)["illustrative"].fillna(False).sum())
    fields = {"reports": count(reports, current.language)}
    st.markdown(current.words("page.sample.empty_question", **fields))
    by = st.text_input(current.words("page.sample.by"), key="reviewer", persist_state="session")
    if st.button(current.words("page.sample.confirm"), type="primary", disabled=not by.strip()):
        store.empty_sample(by=by.strip())
        st.toast(current.words("page.sample.emptied"))
        st.rerun()


def _load_sample() -> None:
    current = view()
    bar = st.progress(0.0, current.words("empty.loading"))

    def show(done: int, of: int) -> None:
        bar.progress(done / max(of, 1), current.words("empty.loading"))

    first_start.load_sample(show)
    st.toast(current.words("empty.loaded"))
    st.rerun()
