"""Saving a scenario by name, and the list of those saved: each says what moved in the figures since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from grassroots import store
from grassroots.names import indicator_name, unit_name
from grassroots.scenario import ScenarioFault, parse
from grassroots.scenario_words import sentence
from grassroots.store import LookedAt, SavedFigure
from grassroots.text import decimal, percent
from grassroots.text.numbers import maximum
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.faults import said as faults_said
from grassroots.widgets.faults import show_faults
from grassroots.widgets.outcome import Outcome, outcome
from grassroots.widgets.person import stated_name
from grassroots.widgets.render import render
from grassroots.widgets.supposed import as_reported, named, supposing
from grassroots.widgets.view import View, set_view, view

SHOWN_CHANGES = 4
_FIGURES = ("don_thu_ly", "don_da_giai_quyet", "don_qua_han")


def ask_to_save() -> None:
    """The question under which name a scenario is kept; the body of a dialog."""
    current = view()
    name = st.text_input(
        current.words("scenario.saving.name"), key="scenario_name", max_chars=80, placeholder="–"
    )
    by = stated_name()
    if st.button(
        current.words("scenario.saving.do"), type="primary", disabled=not (by and (name or "").strip())
    ):
        with faults_said(current.language):
            _save(name or "", by, current)
            st.toast(current.words("scenario.saving.saved", name=name))
            st.rerun()
    show_faults()


def _save(name: str, by: str, current: View) -> None:
    set_view(supposing(current, ""))
    try:
        found = outcome()
        looked_at = _looked_at(found, view())
    finally:
        set_view(current)
    store.save_scenario(name, found.scenario, looked_at, by=by)


def _looked_at(found: Outcome, current: View) -> LookedAt:
    """The reader's choices as they stand without the scenario, and the figures that it was held against."""
    real = current.reported or current
    assert real.place is not None and real.period is not None
    codes = [*_FIGURES, *([str(found.sheet["points_indicator"])] if found.sheet else [])]
    with as_reported():
        figures = rows("unit_measures", indicators=codes, base=None)
    return LookedAt(
        place=real.place.unit_key,
        period=real.period,
        base=real.base,
        only_confirmed=real.only_confirmed,
        rate_now=found.now.value("ty_le_giai_quyet"),
        rate_then=found.then.value("ty_le_giai_quyet"),
        figures=[
            SavedFigure(row["unit_key"], row["indicator"], row["value"])
            for row in figures
            if row["value"] is not None
        ],
    )


def saved_scenarios(found: Outcome) -> None:
    """What was saved, each a click away, with what its communes report otherwise now."""
    current = view()
    with as_reported():
        kept = [_told(row, current) for row in rows("saved_scenarios")]
    clickable(render("saved_scenarios", current.language, kept=kept), key="saved_scenarios")


def _told(row: Mapping[str, Any], current: View) -> dict[str, Any]:
    changes = rows("saved_scenario_changes", saved_id=row["saved_id"])
    choices = {
        "period": row["period"], "base": row["base"] or "none",
        "confirmed": "1" if row["only_confirmed"] else "0", "scenario": row["scenario"],
    }  # fmt: skip
    rate = None
    if row["rate_now"] is not None and row["rate_then"] is not None:
        sides = {
            "now": percent(row["rate_now"], current.language),
            "then": percent(row["rate_then"], current.language),
        }
        rate = current.words("scenario.kept.rate", **sides)
    return {
        **row,
        "where": unit_name(row["place_name"] or row["place"], row["place_kind"] or "", current.language),
        "words": _words(row["scenario"], current),
        "rate": rate,
        "open": f"page:what_if@{row['place']}?"
        + "&".join(f"{name}={value}" for name, value in choices.items()),
        "changes": moved(changes, current),
    }


def _words(text: str, current: View) -> str:
    try:
        return sentence(parse(text), current.language, lambda key: named(key, current.language))
    except ScenarioFault:
        return text


def moved(changes: Sequence[Mapping[str, Any]], current: View) -> str | None:
    """What is not as it was, in words; None where all is."""
    if not changes:
        return None
    said = "; ".join(_change(row, current) for row in changes[:SHOWN_CHANGES])
    more = len(changes) - SHOWN_CHANGES
    return current.words("scenario.said.and_more", units=said, more=more) if more > 0 else said


def _change(row: Mapping[str, Any], current: View) -> str:
    sides = {
        side: current.words("scenario.kept.missing") if row[side] is None else _number(row[side], current)
        for side in ("before", "after")
    }
    return current.words(
        "scenario.kept.change",
        unit=unit_name(row["name"], row["kind"], current.language),
        indicator=indicator_name(row["indicator"], current.language).lower(),
        **sides,
    )


def _number(value: float, current: View) -> str:
    return maximum(value, current.language) if value == round(value) else decimal(value, current.language)


def ask_to_drop(saved_id: str) -> None:
    """The question who takes a scenario off the list; the body of a dialog."""
    current = view()
    by = stated_name()
    if st.button(current.words("scenario.kept.drop"), type="primary", disabled=not by):
        with faults_said(current.language):
            store.drop_scenario(saved_id, by=by)
            st.rerun()
    show_faults()
