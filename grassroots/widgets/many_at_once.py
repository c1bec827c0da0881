"""Confirm many figures at once: those read with enough confidence, of one report or of all that wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from grassroots import store
from grassroots.names import period_name, unit_heading
from grassroots.text import count, percent
from grassroots.widgets.carried_out import visit
from grassroots.widgets.faults import said
from grassroots.widgets.just_decided import figures_of, memory
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

if TYPE_CHECKING:
    from grassroots.widgets.review import Review

Row = dict[str, Any]
LEAST = (0.95, 0.9, 0.8, 0.0)
SHOWN = 40
_ASKED = "many:open"


def many_at_once(at: Review, name: str) -> None:
    """The button that opens the summary of what would be confirmed."""
    current = view()
    st.button(
        current.words("review.many.open"), shortcut="a", key="review_many", disabled=not at.queue,
        on_click=lambda: st.session_state.update(asked=_ASKED),
    )  # fmt: skip
    if st.session_state.get("asked") == _ASKED:
        del st.session_state["asked"]
        st.session_state.pop("many_confirmed", None)
        st.dialog(current.words("review.many.title"), width=760)(_summary)(at, name)


def _summary(at: Review, name: str) -> None:
    current = view()
    if st.session_state.pop("many_confirmed", False):
        st.rerun()  # closes the dialog
    st.caption(current.words("review.many.caption"))
    whole = st.segmented_control(
        current.words("review.many.what"), [False, True], default=False, required=True,
        key="review_many_what",
        format_func=lambda one: current.words("review.many.queue" if one else "review.many.report"),
        label_visibility="collapsed",
    )  # fmt: skip
    waiting = _waiting_in(at, bool(whole), current)
    counts = {least: sum(row["confidence"] >= least for row in waiting) for least in LEAST}
    least = st.segmented_control(
        current.words("review.many.least"), LEAST, default=LEAST[0], required=True,
        key="review_many_least",
        format_func=lambda one: _at_least(one, counts[one], current), label_visibility="collapsed",
    )  # fmt: skip
    chosen = [row for row in waiting if row["confidence"] >= (least or 0.0)]
    st.html(_listed(chosen, bool(whole), at, current))
    if not name:
        st.caption(current.words("review.many.no_name"))
    label = current.words("review.many.confirm", count=count(len(chosen), current.language))
    st.button(
        label, type="primary", key="confirm_many", disabled=not (name and chosen),
        on_click=_confirm, args=([row["figure_id"] for row in chosen], name, current),
    )  # fmt: skip


def _waiting_in(at: Review, whole: bool, current: View) -> list[Row]:
    """The undecided figures of the report, or of all reports that wait, each with its report."""
    reports = at.queue if whole else [at.report]
    return [
        {**row, "report": report}
        for report in reports
        for row in figures_of(report["report_id"], current.version)
        if row["status"] == "unconfirmed"
    ]


def _at_least(least: float, figures: int, current: View) -> str:
    fields = {"count": count(figures, current.language), "sure": percent(100 * least, current.language, 0)}
    return current.words("review.many.sure" if least else "review.many.all", **fields)


def _listed(chosen: Sequence[Row], whole: bool, at: Review, current: View) -> str:
    """What would be confirmed: the figures of one report, or how many of each report."""
    by_report: dict[str, list[Row]] = {}
    for row in chosen:
        by_report.setdefault(row["report"]["report_id"], []).append(row)
    reports = [
        (
            unit_heading(rows[0]["report"]["unit_name"], rows[0]["report"]["unit_kind"], current.language),
            period_name(rows[0]["report"]["period"], current.language),
            len(rows),
        )
        for rows in by_report.values()
    ]
    doubtful = sum(at.is_doubtful(row) for row in chosen) if not whole else 0
    return render(
        "review_many",
        current.language,
        figures=[] if whole else chosen[:SHOWN],
        reports=reports[:SHOWN] if whole else [],
        more=(len(reports) if whole else len(chosen)) - SHOWN,
        doubtful=doubtful,
    )


def _confirm(figure_ids: Sequence[str], name: str, current: View) -> None:
    here, keeping = visit(), memory()
    with said(current.language):
        for decided in store.confirm(figure_ids, by=name, stated=True, publish="soon"):
            here.acts.append(decided.entry_id)
            keeping.remember(decided.figures)
        st.session_state["many_confirmed"] = True
