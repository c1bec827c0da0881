"""What is wrong with reports, as a list; a chosen one shows its figures' words and takes a decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from grassroots import store
from grassroots.issue_words import issue_remedy, issue_sentence, number
from grassroots.masking import mask_names
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.faults import keep_fault, said, show_faults
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, chosen, view

SHOWN_ISSUES = 40
SHOWN_FIGURES = 6
_SEVERITIES = ("error", "warning", "note")

Row = dict[str, Any]


def issue_list(issues: Sequence[Row], *, key: str = "issues", head: bool = True) -> None:
    """Rows of ``issues_of`` as a list, the open ones first; below it the chosen one, with its buttons.

    ``head``: with the block's title. A page that has the list asks for the name of who decides elsewhere
    (``stated_name``).
    """
    current = view()
    found = [{**row, **_fresh(row, current)} for row in issues]
    found.sort(key=lambda row: (row["state"] != "open", _SEVERITIES.index(row["severity"]), row["unit_name"]))
    at = next((row for row in found if row["issue_id"] == chosen("issue")), None)
    body = render(
        "issue_list",
        current.language,
        head=head,
        issues=[(row, issue_sentence(row, current.language)) for row in found[:SHOWN_ISSUES]],
        chosen=at["issue_id"] if at else None,
        open=sum(row["state"] == "open" for row in found),
        settled=sum(row["state"] != "open" for row in found),
        marks={bool(row["illustrative"]) for row in found},
        more=len(found) - SHOWN_ISSUES,
    )
    clickable(body, key=key)
    if at is not None:
        _detail(at, key, current)


def _detail(at: Row, key: str, current: View) -> None:
    """Both sides of the issue with their words, what to do, and who decides what."""
    figures = rows("issue_figures", issue_id=at["issue_id"])
    body = render(
        "issue_detail",
        current.language,
        row=at,
        sentence=issue_sentence(at, current.language),
        remedy=issue_remedy(at, current.language),
        figures=[
            {**row, "quote": mask_names(str(row["quote"])), "shown": number(row["value"], current.language)}
            for row in figures[:SHOWN_FIGURES]
        ],
        more=len(figures) - SHOWN_FIGURES,
    )
    clickable(body, key=f"{key}_detail")
    show_faults()
    _buttons(at, key, current)


def _buttons(at: Row, key: str, current: View) -> None:
    name = str(st.session_state.get("reviewer") or "").strip()
    if not name:
        st.caption(current.words("check.action.name_first"))
    reason = f"{key}_reason_{at['issue_id']}"
    if at["state"] == "open":
        st.text_input(
            current.words("check.action.reason"),
            key=reason,
            placeholder=current.words("check.action.why"),
            max_chars=200,
        )
    actions = ("accept", "will_correct") if at["state"] == "open" else ("reopen",)
    with st.container(horizontal=True, gap="small"):
        for action in actions:
            st.button(
                current.words(f"check.action.{action}"), key=f"{key}_{action}", disabled=not name,
                on_click=_settle, args=(at, action, name, reason, current),
            )  # fmt: skip
        st.space("stretch")
        st.button(
            current.words("check.action.close"), key=f"{key}_close", type="tertiary",
            on_click=choose, args=("issue", None),
        )  # fmt: skip


def _settle(at: Row, action: store.Settling, name: str, reason_key: str, current: View) -> None:
    reason = str(st.session_state.get(reason_key) or "").strip()
    if action == "accept" and not reason:
        keep_fault(current.words("load.decision.acceptance_without_reason"))
        return
    with said(current.language):
        store.settle_issue(at["issue_id"], action, by=name, reason=reason or None, publish="soon")
        state = "open" if action == "reopen" else action
        when = datetime.now(UTC).replace(tzinfo=None)
        _kept()[at["issue_id"]] = store.version(), {
            "state": state, "reason": reason or None, "decided_by": name, "decided_at": when,
        }  # fmt: skip


@st.cache_resource(show_spinner=False)
def _kept() -> dict[str, tuple[int, Mapping[str, Any]]]:
    """By issue: what was just decided, and the newest copy that lacks it. Only shown: the journal has it."""
    return {}


def _fresh(row: Row, current: View) -> Mapping[str, Any]:
    version, says = _kept().get(row["issue_id"], (-1, {}))
    return says if version >= current.version else {}
