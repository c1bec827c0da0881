"""What a reviewer asks for at the desk, carried out once each, in the order in which it was asked.

The browser keeps what it has asked until it is told that it was done, and asks all of it again with each new
wish: nothing is lost while a page is being drawn, and nothing is done twice. Each wish names its figure.
Streamlit begins a run for each wish without waiting for the one before, which may be in the middle of a
decision: the runs of one visit take turns.
"""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from grassroots import store
from grassroots.text import Language, t
from grassroots.widgets.faults import sentence_of_fault
from grassroots.widgets.just_decided import Memory, memory
from grassroots.widgets.render import render

Wish = Mapping[str, Any]
_KEPT_ANSWERS = 20


@dataclass(frozen=True, slots=True)
class Visit:
    """What was done in one visit. One object, changed in place: Streamlit may break a run off wherever it
    reads or writes the session, and then a figure would be decided on and nothing be known of it."""

    done: dict[str, int] = field(default_factory=dict)  # browser tab → number of its last wish carried out
    answers: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=_KEPT_ANSWERS))
    acts: list[str] = field(default_factory=list)  # journal entries that undo takes back, newest last
    turn: threading.Lock = field(default_factory=threading.Lock)  # held by the run that carries out


def visit() -> Visit:
    """That of the session."""
    found: Visit = st.session_state.setdefault("review_visit", Visit())
    return found


def carry_out(wishes: Sequence[Wish], language: Language) -> None:
    """Does what was not done yet. Called for every change of the wishes and in every run of the page: a
    callback that was broken off is not called again."""
    here, keeping = visit(), memory()
    name = str(st.session_state.get("reviewer") or "").strip()
    with here.turn:
        for wish in wishes:
            run, number = str(wish.get("run")), int(wish.get("number", 0))
            if number > here.done.get(run, 0):
                here.done[run] = number
                answer = _answer(wish, name, language, here, keeping)
                here.answers.append({"run": run, "number": number, **answer})


def _answer(wish: Wish, name: str, language: Language, here: Visit, keeping: Memory) -> dict[str, Any]:
    act = _ACTS.get(str(wish.get("do")))
    if act is None:
        return {}
    try:
        answer = act(wish, name, language, here)
    except Exception as error:
        sentence = sentence_of_fault(error, language)
        if sentence is None:
            raise
        return {"fault": sentence, "figure": wish.get("figure")}
    keeping.remember(answer.pop("figures", ()))
    return answer


def _decided(decided: store.Decided, here: Visit | None = None) -> dict[str, Any]:
    if here is not None:
        here.acts.append(decided.entry_id)
    first = decided.figures[0]["figure_id"] if decided.figures else None
    return {"figure": first, "figures": decided.figures}


def _confirm(wish: Wish, name: str, _language: Language, here: Visit) -> dict[str, Any]:
    """Whatever was decided before: a figure once rejected may be confirmed after all."""
    figure_id = str(wish["figure"])
    return _decided(store.decide(figure_id, "confirm", by=name, publish="soon"), here)


def _correct(wish: Wish, name: str, _language: Language, here: Visit) -> dict[str, Any]:
    given = {key: wish[key] for key in ("indicator", "counted_unit", "part", "part_kind") if key in wish}
    if "value" in wish:
        given["value"] = _number(wish["value"])
    figure_id, reason = str(wish["figure"]), str(wish.get("reason") or "")
    return _decided(store.decide(figure_id, "correct", by=name, reason=reason, publish="soon", **given), here)


def _reject(wish: Wish, name: str, language: Language, here: Visit) -> dict[str, Any]:
    reason = str(wish.get("reason") or "").strip()
    if not reason:
        return {"fault": t("review.form.reason_missing", language), "figure": wish["figure"]}
    return _decided(store.decide(str(wish["figure"]), "reject", by=name, reason=reason, publish="soon"), here)


def _add(wish: Wish, name: str, _language: Language, here: Visit) -> dict[str, Any]:
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
    return {**_decided(decided, here), "added": True}


def _undo(_wish: Wish, name: str, language: Language, here: Visit) -> dict[str, Any]:
    """The newest act of this visit that still stands."""
    while here.acts:
        newest = here.acts[-1]
        try:
            withdrawn = store.withdraw(newest, by=name, publish="soon")
        except store.DecisionRefused as refused:
            if refused.code != "nothing_to_withdraw":
                raise
            withdrawn = None
        here.acts.pop()
        if withdrawn is not None:
            return {**_decided(withdrawn), "undone": True}
    return {"fault": t("load.decision.nothing_to_withdraw", language)}


def _withdraw(wish: Wish, name: str, _language: Language, _here: Visit) -> dict[str, Any]:
    """Of one figure, whoever decided and whenever."""
    withdrawn = store.withdraw(str(wish["figure"]), by=name, publish="soon")
    return {**_decided(withdrawn), "undone": True}


def _history(wish: Wish, _name: str, language: Language, _here: Visit) -> dict[str, Any]:
    """All decisions on a figure, those included that were taken back, as HTML."""
    body = render("review_history", language, history=store.history(str(wish["figure"])))
    return {"figure": wish["figure"], "history": body}


def _number(given: Any) -> float:
    """NaN, which the store refuses, for what is no number."""
    try:
        return float(given)
    except (TypeError, ValueError):
        return math.nan


_ACTS: dict[str, Callable[[Wish, str, Language, Visit], dict[str, Any]]] = {
    "confirm": _confirm,
    "correct": _correct,
    "reject": _reject,
    "add": _add,
    "undo": _undo,
    "withdraw": _withdraw,
    "history": _history,
}
