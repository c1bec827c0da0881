"""What a reviewer asks for at the desk, carried out once each, in the order in which it was asked.

The browser keeps what it has asked until it is told that it was done, and asks all of it again with each new
wish: nothing is lost while a page is being drawn, and nothing is done twice. Each wish names its figure.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from grassroots import queries, store
from grassroots.text import Language, t
from grassroots.widgets.data import reader, records
from grassroots.widgets.faults import sentence_of_fault
from grassroots.widgets.just_decided import remember
from grassroots.widgets.render import render

Wish = Mapping[str, Any]
_KEPT_ANSWERS = 20


def carry_out(wishes: Sequence[Wish], language: Language) -> None:
    """Does what was not done yet; answers are kept for :func:`answers`."""
    done: dict[str, int] = st.session_state.setdefault("review_done", {})
    name = str(st.session_state.get("reviewer") or "").strip()
    for wish in wishes:
        run, number = str(wish.get("run")), int(wish.get("number", 0))
        if number <= done.get(run, 0):
            continue
        done[run] = number
        answer = {"run": run, "number": number, **_answer(wish, name, language)}
        st.session_state["review_answers"] = [*answers(), answer][-_KEPT_ANSWERS:]


def answers() -> list[dict[str, Any]]:
    """What came of the last wishes: the figure concerned, or a sentence that says what is wrong."""
    found: list[dict[str, Any]] = st.session_state.get("review_answers", [])
    return found


def done_until() -> dict[str, int]:
    """By browser tab, the number of the last wish that was carried out."""
    found: dict[str, int] = st.session_state.get("review_done", {})
    return found


def keep_done(entry_id: str) -> None:
    """Notes an act of this visit, to be taken back by the next undo."""
    st.session_state["review_undo"] = [*acts(), entry_id]


def acts() -> list[str]:
    """The journal entries of this visit that can be taken back, newest last."""
    found: list[str] = st.session_state.get("review_undo", [])
    return found


def _answer(wish: Wish, name: str, language: Language) -> dict[str, Any]:
    act = _ACTS.get(str(wish.get("do")))
    if act is None:
        return {}
    try:
        return act(wish, name, language)
    except Exception as error:
        sentence = sentence_of_fault(error, language)
        if sentence is None:
            raise
        return {"fault": sentence, "figure": wish.get("figure")}


def _decided(decided: store.Decided, *, undoable: bool = True) -> dict[str, Any]:
    remember(decided.figures)
    if undoable:
        keep_done(decided.entry_id)
    return {"figure": decided.figures[0]["figure_id"] if decided.figures else None}


def _confirm(wish: Wish, name: str, _language: Language) -> dict[str, Any]:
    """Whatever was decided before: a figure once rejected may be confirmed after all."""
    figure_id = str(wish["figure"])
    return _decided(store.decide(figure_id, "confirm", by=name, publish="soon"))


def _correct(wish: Wish, name: str, _language: Language) -> dict[str, Any]:
    given = {key: wish[key] for key in ("indicator", "counted_unit", "part", "part_kind") if key in wish}
    if "value" in wish:
        given["value"] = _number(wish["value"])
    figure_id, reason = str(wish["figure"]), str(wish.get("reason") or "")
    return _decided(store.decide(figure_id, "correct", by=name, reason=reason, publish="soon", **given))


def _reject(wish: Wish, name: str, language: Language) -> dict[str, Any]:
    reason = str(wish.get("reason") or "").strip()
    if not reason:
        return {"fault": t("review.form.reason_missing", language), "figure": wish["figure"]}
    return _decided(store.decide(str(wish["figure"]), "reject", by=name, reason=reason, publish="soon"))


def _add(wish: Wish, name: str, _language: Language) -> dict[str, Any]:
    kept = ("counted_unit", "part", "part_kind", "passage", "start", "reason")
    given: dict[str, Any] = {key: wish.get(key) for key in kept}
    decided = store.add_figure(
        str(wish["report"]),
        indicator=str(wish.get("indicator") or ""),
        value=_number(wish.get("value")),
        quote=str(wish.get("quote") or ""),
        by=name,
        publish="soon",
        **given,
    )
    return {**_decided(decided), "added": True}


def _undo(_wish: Wish, name: str, language: Language) -> dict[str, Any]:
    """The newest act of this visit that still stands."""
    while acts():
        newest = acts()[-1]
        try:
            withdrawn = store.withdraw(newest, by=name, publish="soon")
        except store.DecisionRefused as refused:
            if refused.code != "nothing_to_withdraw":
                raise
            withdrawn = None
        st.session_state["review_undo"] = acts()[:-1]
        if withdrawn is not None:
            return {**_decided(withdrawn, undoable=False), "undone": True}
    return {"fault": t("load.decision.nothing_to_withdraw", language)}


def _withdraw(wish: Wish, name: str, _language: Language) -> dict[str, Any]:
    """Of one figure, whoever decided and whenever."""
    withdrawn = store.withdraw(str(wish["figure"]), by=name, publish="soon")
    return {**_decided(withdrawn, undoable=False), "undone": True}


def _history(wish: Wish, _name: str, language: Language) -> dict[str, Any]:
    """All decisions on a figure, those included that were taken back, as HTML."""
    store.finish_publishing()
    reader().refresh()
    asked = queries.run(reader(), "decision_history", figure_id=str(wish["figure"]))
    body = render("review_history", language, history=records(asked, "decision_history"))
    return {"figure": wish["figure"], "history": body}


def _number(given: Any) -> float:
    """NaN, which the store refuses, for what is no number."""
    try:
        return float(given)
    except (TypeError, ValueError):
        return math.nan


_ACTS: dict[str, Callable[[Wish, str, Language], dict[str, Any]]] = {
    "confirm": _confirm,
    "correct": _correct,
    "reject": _reject,
    "add": _add,
    "undo": _undo,
    "withdraw": _withdraw,
    "history": _history,
}
