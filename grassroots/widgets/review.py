"""Review: the reports that wait, in what order, and how far the one at hand is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from grassroots.issue_words import issue_sentence
from grassroots.names import period_name, unit_heading
from grassroots.text import Language, count
from grassroots.widgets.actions import asked
from grassroots.widgets.carried_out import carry_out
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.facts import Facts
from grassroots.widgets.faults import show_faults
from grassroots.widgets.just_decided import figures_of, still_waiting
from grassroots.widgets.many_at_once import many_at_once
from grassroots.widgets.person import stated_name
from grassroots.widgets.present import presenting
from grassroots.widgets.render import render
from grassroots.widgets.report_questions import report_questions
from grassroots.widgets.view import View, choose, chosen, view

Row = dict[str, Any]
DESK = "review_desk"
DOUBTFUL_BELOW = 0.9  # a likelihood: of figures above it nearly all are right


@dataclass(frozen=True, slots=True)
class Review:
    """One report under review: its figures in reading order, other readings of them, and all that wait."""

    report: Row
    figures: Sequence[Row]
    others: Mapping[str, Sequence[Row]]
    issues: Sequence[Row]
    asked: str | None  # the figure that a link named
    queue: Sequence[Row]

    @property
    def undecided(self) -> list[Row]:
        return [row for row in self.figures if row["status"] == "unconfirmed"]

    def is_doubtful(self, row: Row) -> bool:
        """Whether a figure deserves a look of its own: unsure, read in two ways, or part of what clashes."""
        clashes = any(row["figure_id"] in issue["figure_ids"] for issue in self.issues)
        return bool(row["confidence"] < DOUBTFUL_BELOW or self.others.get(row["figure_id"]) or clashes)

    @property
    def doubtful(self) -> list[Row]:
        """The undecided figures that deserve a look of their own, the least sure first."""
        return sorted(filter(self.is_doubtful, self.undecided), key=lambda row: row["confidence"])

    @property
    def first(self) -> Row | None:
        """The figure to begin with: the one asked for, else the most doubtful, else the first that waits."""
        named = [row for row in self.figures if row["figure_id"] == self.asked]
        return next(iter([*named, *self.doubtful, *self.undecided, *self.figures]), None)

    @property
    def next_report(self) -> str | None:
        """The report that comes after this one in the queue, round its end; None where no other waits."""
        known = [row["report_id"] for row in self.queue]
        here = self.report["report_id"]
        after = known[known.index(here) + 1 :] + known if here in known else known
        return next((report_id for report_id in after if report_id != here), None)


def kept_in_browser(name: str) -> list[Any]:
    """What the browser keeps of the desk: "wishes" not yet known to be done, "pages" in sight."""
    found = st.session_state.get(DESK)
    return list(getattr(found, name, None) or [])


def carry_out_wishes(language: Language) -> None:
    carry_out(kept_in_browser("wishes"), language)


def under_review() -> Review | None:
    """The report the reader chose, or the first that waits; None while no report was loaded.

    What was asked for at the desk is done first, so that all the page shows it.
    """
    current = view()
    carry_out_wishes(current.language)
    clicked = asked("figure")
    if clicked:
        choose("figure", clicked.partition(":")[2])
    reports = still_waiting(rows("reports", place=None, period=None), current.version)
    queue = in_turn(reports)
    wanted = chosen("report")
    figure = chosen("figure") or None
    if figure:
        wanted = figure.rpartition("-")[0]
    wanted = wanted or st.session_state.get("review_at")  # a report just finished stays on the desk
    report = next((row for row in reports if row["report_id"] == wanted), queue[0] if queue else None)
    if report is None:
        return None
    report_id = st.session_state["review_at"] = report["report_id"]
    others: dict[str, list[Row]] = {}
    for row in rows("report_alternatives", report_id=report_id):
        others.setdefault(row["figure_id"], []).append(row)
    issues = rows("issues_of", place=None, period=None, report_id=report_id)
    return Review(report, figures_of(report_id, current.version), others, issues, figure, queue)


def in_turn(reports: Sequence[Row]) -> list[Row]:
    """Standing reports with undecided figures: those of the place and period first, then the newest."""
    current = view()
    below = {row["report_id"] for row in rows("reports", period=current.period)} if current.period else set()
    waiting = [row for row in reports if row["unconfirmed"] and not row["superseded"]]
    newest = sorted(waiting, key=lambda row: (row["last_day"], row["loaded_at"]), reverse=True)
    return sorted(newest, key=lambda row: (row["illustrative"], row["report_id"] not in below))


def review_facts() -> Facts:
    """What the title of the review page may say."""
    current = view()
    reports = still_waiting(rows("reports", place=None, period=None), current.version)
    waiting = [row for row in reports if row["unconfirmed"] and not row["superseded"]]
    if not waiting:
        return {"done" if reports else "nothing": ""}
    return {
        "figures": count(sum(row["unconfirmed"] for row in waiting), current.language),
        "reports": count(len(waiting), current.language),
    }


def review_queue(at: Review | None) -> None:
    """The reports that wait, who decides, many at once, and how far the chosen report is."""
    if presenting():
        return
    current = view()
    if at is None:
        clickable(render("review_nothing", current.language), key="review_nothing")
        return
    show_faults()
    with st.container(horizontal=True, key="review_queue", gap="small", vertical_alignment="bottom"):
        _choice(at, current)
        name = stated_name(explained=False)
        many_at_once(at, name)
        following = at.next_report
        st.button(
            current.words("review.next_report"), shortcut="b", key="review_next_report",
            disabled=following is None, on_click=_report_chosen, args=(following,),
        )  # fmt: skip
    body = render(
        "review_progress",
        current.language,
        report=at.report,
        decided=len(at.figures) - len(at.undecided),
        total=len(at.figures),
        doubtful=len(at.doubtful),
        issues=[(row, issue_sentence(row, current.language)) for row in at.issues],
    )
    clickable(body, key="review_progress")
    report_questions(at.report, name)


def _choice(at: Review, current: View) -> None:
    by_id = {row["report_id"]: row for row in [*at.queue, at.report]}
    ordered = list(dict.fromkeys([*[row["report_id"] for row in at.queue], at.report["report_id"]]))
    st.session_state["review_report"] = at.report["report_id"]
    st.selectbox(
        current.words("review.report"),
        ordered,
        key="review_report",
        format_func=lambda report_id: _called(by_id[report_id], current),
        on_change=lambda: _report_chosen(st.session_state["review_report"]),
    )


def _report_chosen(report_id: str | None) -> None:
    choose("report", report_id)
    choose("figure", None)


def _called(row: Row, current: View) -> str:
    fields = {
        "unit": unit_heading(row["unit_name"], row["unit_kind"], current.language),
        "period": period_name(row["period"], current.language),
        "count": count(row["unconfirmed"] or 0, current.language),
    }
    mark = f" · {current.words('page.sample.tag')}" if row["illustrative"] else ""
    return current.words("review.option", **fields) + mark
