"""Confirm, correct or reject the figure at hand, or confirm many at once; each with who and when."""

from __future__ import annotations

from typing import Any

import streamlit as st

from grassroots import store
from grassroots.indicators import indicators
from grassroots.names import counted, indicator_name
from grassroots.text import count, percent
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.faults import keep_fault, said, show_faults
from grassroots.widgets.just_decided import just_decided, remember
from grassroots.widgets.person import stated_name
from grassroots.widgets.render import render
from grassroots.widgets.review import Review
from grassroots.widgets.view import View, choose, view

SURE = (0.95, 0.9, 0.8)
_PARTS = ("own", "place", "period", "other")
_FIELDS = ("value", "indicator", "kind", "part", "reason")

Row = dict[str, Any]


def figure_at_hand(at: Review) -> None:
    """The figure with its words and history, and the buttons that decide on it."""
    current = view()
    show_faults()
    if at.at is None:
        st.html(render("sentence", current.language, key="review.no_figures"))
        return
    body = render(
        "review_figure",
        current.language,
        row=at.at,
        report=at.report,
        place=[row["figure_id"] for row in at.figures].index(at.at["figure_id"]) + 1,
        total=len(at.figures),
        alone=not any(row["passage"] is not None for row in at.figures),
        history=rows("decision_history", figure_id=at.at["figure_id"]),
        name=counted(at.at["counted_unit"] or "", current.language),
    )
    clickable(body, key="review_figure")
    name = stated_name()
    _buttons(at, name, current)
    if st.session_state.get("review_form") == at.at["figure_id"]:
        _correction(at, at.at, name, current)
    if st.session_state.get("review_form") == f"reject {at.at['figure_id']}":
        _rejection(at, at.at, name, current)


def _buttons(at: Review, name: str, current: View) -> None:
    figure = at.at
    if figure is None:
        return
    waits = at.report["source_kind"] == "form"
    with st.container(horizontal=True, key="review_buttons", gap="small"):
        st.button(
            current.words("review.confirm"), type="primary", shortcut="x",
            key=f"confirm_{figure['figure_id']}", disabled=not name or waits,
            on_click=_decide, args=(at, figure, "confirm", name, current),
        )  # fmt: skip
        st.button(
            current.words("review.correct"), shortcut="s", key="review_correct", disabled=waits,
            on_click=_open, args=(figure["figure_id"],),
        )  # fmt: skip
        st.button(
            current.words("review.reject"), shortcut="l", key="review_reject", disabled=waits,
            on_click=_open, args=(f"reject {figure['figure_id']}",),
        )  # fmt: skip
        st.space("stretch")
        for step, word, key in ((-1, "previous", "Up"), (1, "next", "Down")):
            st.button(
                current.words(f"review.{word}"), shortcut=key, key=f"review_{word}", type="tertiary",
                on_click=choose, args=("figure", at.beside(step)),
            )  # fmt: skip


def _open(form: str) -> None:
    st.session_state["review_form"] = form


def _decide(at: Review, figure: Row, action: Any, name: str, current: View, **given: Any) -> None:
    """Appends one decision and goes on to the next figure that waits.

    Each figure has a button of its own: a second press, made before the next figure is drawn, falls on the
    figure that was seen, and one confirmation of it is enough.
    """
    if action == "confirm" and just_decided(0).get(figure["figure_id"], {}).get("status") == "confirmed":
        return
    with said(current.language):
        store.decide(figure["figure_id"], action, by=name, stated=True, publish="soon", **given)
        remember([figure], **_now(action, given))
        st.session_state["review_form"] = None
        choose("figure", at.next_undecided() or figure["figure_id"])


def _now(action: str, given: dict[str, Any]) -> Row:
    """The figure's state after a decision, as the next published copy will say it."""
    status = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}[action]
    said = {f"decided_{name}": given[name] for name in ("value", "indicator", "part") if name in given}
    return {"status": status, **said}


def _correction(at: Review, figure: Row, name: str, current: View) -> None:
    key = f"correct_{figure['figure_id']}"
    codes = list(indicators())
    now = figure["decided_indicator"]
    value = figure["decided_value"]
    with st.form(key, border=True):
        left, right = st.columns([1, 2], gap="small")
        left.number_input(
            current.words("review.form.value"),
            value=float(value),
            min_value=0.0,
            format="%g",
            key=f"{key}_value",
        )
        right.selectbox(
            current.words("review.form.indicator"), codes, index=codes.index(now), key=f"{key}_indicator",
            format_func=lambda code: indicator_name(code, current.language),
        )  # fmt: skip
        left.selectbox(
            current.words("review.form.part_kind"), _PARTS, key=f"{key}_kind",
            index=_PARTS.index(_part_kind(figure)),
            format_func=lambda one: current.words(f"review.part.{one}"),
        )  # fmt: skip
        right.text_input(
            current.words("review.form.part"), value=figure["decided_part"] or "", key=f"{key}_part"
        )
        st.text_input(
            current.words("review.form.reason"),
            key=f"{key}_reason",
            placeholder=current.words("review.form.why"),
        )
        st.form_submit_button(
            current.words("review.form.save"), type="primary", disabled=not name,
            on_click=_save_correction, args=(at, figure, name, current),
        )  # fmt: skip


def _save_correction(at: Review, figure: Row, name: str, current: View) -> None:
    """A callback, so that the form's values count even where Streamlit begins the run anew."""
    said_values = {part: st.session_state[f"correct_{figure['figure_id']}_{part}"] for part in _FIELDS}
    changed = _changes(figure, *(said_values[part] for part in _FIELDS[:-1]))
    reason = (said_values["reason"] or "").strip()
    if not changed:
        keep_fault(current.words("review.form.nothing_changed"))
    elif not reason:
        keep_fault(current.words("review.form.reason_missing"))
    else:
        _decide(at, figure, "correct", name, current, reason=reason, **changed)


def _changes(figure: Row, value: float, code: str, kind: str, part: str) -> dict[str, Any]:
    """What a correction says otherwise than what holds now; the part is kept as words and resolved anew."""
    held = figure["decided_value"]
    changed: dict[str, Any] = {}
    if value != held:
        changed["value"] = value
    if code != figure["decided_indicator"]:
        changed["indicator"] = code
    wanted = "" if kind == "own" else part.strip()
    if wanted != (figure["decided_part"] or ""):
        changed["part"] = wanted
        if kind in ("place", "period"):
            changed["part_kind"] = kind
    return changed


def _part_kind(figure: Row) -> str:
    if not figure["decided_part"]:
        return "own"
    return figure["part_kind"] if figure["part_kind"] in _PARTS else "other"


def _rejection(at: Review, figure: Row, name: str, current: View) -> None:
    key = f"reject_{figure['figure_id']}"
    with st.form(key, border=True):
        st.text_input(
            current.words("review.form.reason"), key=f"{key}_reason",
            placeholder=current.words("review.form.why_reject"),
        )  # fmt: skip
        st.form_submit_button(
            current.words("review.form.reject"), type="primary", disabled=not name,
            on_click=_save_rejection, args=(at, figure, name, current),
        )  # fmt: skip


def _save_rejection(at: Review, figure: Row, name: str, current: View) -> None:
    reason = (st.session_state[f"reject_{figure['figure_id']}_reason"] or "").strip()
    if reason:
        _decide(at, figure, "reject", name, current, reason=reason)
    else:
        keep_fault(current.words("review.form.reason_missing"))


def many_at_once(at: Review) -> None:
    """Confirm all that wait, or those read with at least so much confidence; and what the report covers."""
    current = view()
    block_head(current.words("review.many.title"), current.words("review.many.caption"))
    name = str(st.session_state.get("reviewer") or "").strip()
    waiting = at.undecided
    with st.container(horizontal=True, key="review_many", gap="small"):
        for least in (0.0, *SURE):
            found = [row for row in waiting if row["confidence"] >= least]
            if not found or (least and len(found) == len(waiting)):
                continue
            sure = percent(100 * least, current.language, 0)
            fields = {"count": count(len(found), current.language), "sure": sure}
            word = "review.many.sure" if least else "review.many.all"
            st.button(
                current.words(word, **fields), key=f"confirm_{least}", disabled=not name,
                on_click=_confirm_many, args=(at, least, name, current),
            )  # fmt: skip
            if least:
                break
    if not waiting:
        st.caption(current.words("review.many.none"))
    if at.report["scope"] is None:
        _scope(at, name, current)


def _confirm_many(at: Review, least: float, name: str, current: View) -> None:
    with said(current.language):
        sure = [row for row in at.undecided if row["confidence"] >= least]
        store.confirm_all(at.report["report_id"], by=name, stated=True, at_least=least, publish="soon")
        remember(sure, status="confirmed")
        choose("report", at.report["report_id"])
        choose("figure", None)


def _scope(at: Review, name: str, current: View) -> None:
    """Asks what the report covers where it does not say so itself."""
    st.caption(current.words("review.scope.ask"))
    with st.container(horizontal=True, key="review_scope", gap="small"):
        for scope in ("whole_area", "own_agency"):
            st.button(
                current.words(f"review.scope.{scope}"), key=f"scope_{scope}", disabled=not name,
                on_click=_set_scope, args=(at, scope, name, current),
            )  # fmt: skip


def _set_scope(at: Review, scope: Any, name: str, current: View) -> None:
    with said(current.language):
        store.set_scope(at.report["report_id"], scope, by=name, stated=True)
