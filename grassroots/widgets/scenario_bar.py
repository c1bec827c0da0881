"""The violet bar over every page while a scenario is looked at, and the way back to the real figures."""

from __future__ import annotations

import streamlit as st

from grassroots.widgets.actions import take
from grassroots.widgets.present import presenting
from grassroots.widgets.render import render
from grassroots.widgets.supposed import PAGES_OF_FACTS, said, scenario_chosen, scenario_fault, suppose
from grassroots.widgets.view import View


def scenario_bar(current: View, page: str) -> None:
    """Draws the bar where the URL holds a scenario; on pages of reported facts it says that they are such."""
    fault, scenario = scenario_fault(), scenario_chosen()
    if fault is None and scenario is None:
        return
    if fault is not None:
        found = current.words(f"scenario.fault.{fault.code}", found=fault.found)
        words, on = current.words("scenario.cannot", found=found), False
    elif page in PAGES_OF_FACTS or current.scenario is None:
        words, on = current.words("scenario.facts_page"), False
    else:
        words, on = said(current), True
    key = "scenario_bar" if on else "scenario_bar_facts"
    with st.container(key=key, horizontal=True, vertical_alignment="center", gap="small"):
        st.html(render("scenario_bar", current.language, words=words, on=on), width="stretch")
        if presenting():  # Esc leaves the presentation then
            return
        if on:
            st.button(
                current.words("scenario.save"), key="scenario_save", on_click=lambda: take("do:save_scenario")
            )
        st.button(
            current.words("scenario.back"),
            key="scenario_back",
            shortcut="Escape",
            on_click=lambda: suppose(None),
        )
