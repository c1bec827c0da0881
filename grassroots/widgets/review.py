"""Review: the reports that wait, the figures of one of them, and the figure at hand beside its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from grassroots.issue_words import issue_sentence
from grassroots.names import period_name, unit_heading
from grassroots.text import count
from grassroots.widgets.actions import asked
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.facts import Facts
from grassroots.widgets.just_decided import just_decided, still_waiting
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, chosen, view

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Review:
    """One report under review: its figures in reading order, the one at hand, and all reports that wait."""

    report: Row
    figures: Sequence[Row]
    at: Row | None
    queue: Sequence[Row]

    @property
    def undecided(self) -> list[Row]:
        return [row for row in self.figures if row["status"] == "unconfirmed"]

    def beside(self, step: int) -> str | None:
        """The figure before (−1) or after (1) the one at hand, round the ends."""
        if self.at is None:
            return None
        known = [row["figure_id"] for row in self.figures]
        return str(known[(known.index(self.at["figure_id"]) + step) % len(known)])

    def next_undecided(self) -> str | None:
        """The first undecided figure after the one at hand, else the first of all; None when none is left."""
        waiting = [row["figure_id"] for row in self.undecided]
        if self.at is not None:
            order = [row["figure_id"] for row in self.figures]
            place = order.index(self.at["figure_id"])
            waiting = [one for one in [*order[place + 1 :], *order[:place]] if one in waiting]
        return waiting[0] if waiting else None


def under_review() -> Review | None:
    """The report the reader chose, or the first that waits; None while no report was loaded."""
    current = view()
    clicked = asked("figure")
    if clicked:
        choose("figure", clicked.partition(":")[2])
    reports = still_waiting(rows("reports", place=None, period=None), current.version)
    queue = in_turn(reports)
    wanted = chosen("report")
    figure = chosen("figure") or ""
    if figure:
        wanted = figure.rpartition("-")[0]
    report = next((row for row in reports if row["report_id"] == wanted), queue[0] if queue else None)
    if report is None:
        return None
    fresh = just_decided(current.version)
    figures = [
        {**row, **fresh.get(row["figure_id"], {})}
        for row in rows("report_figures", report_id=report["report_id"])
    ]
    at = next((row for row in figures if row["figure_id"] == figure), None)
    waiting = [row for row in figures if row["status"] == "unconfirmed"]
    return Review(report, figures, at or next(iter([*waiting, *figures]), None), queue)


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
    """The reports that wait, as a select box, and how far the chosen one is."""
    current = view()
    if at is None:
        clickable(render("review_nothing", current.language), key="review_nothing")
        return
    by_id = {row["report_id"]: row for row in [*at.queue, at.report]}
    ordered = list(dict.fromkeys([*[row["report_id"] for row in at.queue], at.report["report_id"]]))
    st.session_state["review_report"] = at.report["report_id"]
    st.selectbox(
        current.words("review.report"),
        ordered,
        key="review_report",
        format_func=lambda report_id: _called(by_id[report_id], current),
        label_visibility="collapsed",
        on_change=_report_chosen,
    )
    decided = len(at.figures) - len(at.undecided)
    body = render(
        "review_progress",
        current.language,
        report=at.report,
        decided=decided,
        total=len(at.figures),
        issues=_issues(at, current),
    )
    clickable(body, key="review_progress")


def _report_chosen() -> None:
    choose("report", st.session_state["review_report"])
    choose("figure", None)


def _called(row: Row, current: View) -> str:
    fields = {
        "unit": unit_heading(row["unit_name"], row["unit_kind"], current.language),
        "period": period_name(row["period"], current.language),
        "count": count(row["unconfirmed"] or 0, current.language),
    }
    mark = f" · {current.words('page.sample.tag')}" if row["illustrative"] else ""
    return current.words("review.option", **fields) + mark


def _issues(at: Review, current: View) -> list[tuple[Row, str]]:
    found = rows("issues_of", place=None, period=None, report_id=at.report["report_id"])
    return [(row, issue_sentence(row, current.language)) for row in found]


def review_figures(at: Review) -> None:
    """The report's figures in reading order, each with its state; a click brings one to hand."""
    body = render("review_figures", view().language, figures=at.figures, at=at.at)
    clickable(body, key="review_figures")


def review_text(at: Review) -> None:
    """The original beside the figures: every figure's words marked in it, those at hand strongest."""
    current = view()
    passages = rows("report_passages", report_id=at.report["report_id"])
    by_passage: dict[int, list[Row]] = {}
    for row in at.figures:
        if row["passage"] is not None and row["quote_start"] is not None:
            by_passage.setdefault(int(row["passage"]), []).append(row)
    shown = [
        {**passage, "runs": runs(passage["text"], by_passage.get(passage["number"], []), at.at)}
        for passage in passages
    ]
    body = render("review_text", current.language, passages=shown, at=at.at, report=at.report)
    clickable(body, key="review_text")


def runs(text: str, figures: Sequence[Row], at: Row | None) -> list[tuple[str, Row | None]]:
    """A passage cut into plain runs and runs that belong to a figure; where words overlap, the figure at hand
    or the one that begins first has them."""
    at_hand = at["figure_id"] if at is not None else None
    ordered = sorted(
        figures, key=lambda row: (row["figure_id"] != at_hand, row["quote_start"], row["quote_end"])
    )
    taken: list[tuple[int, int, Row]] = []
    for row in ordered:
        start, end = int(row["quote_start"]), int(row["quote_end"])
        if end > start and all(end <= begin or start >= stop for begin, stop, _ in taken):
            taken.append((start, end, row))
    found: list[tuple[str, Row | None]] = []
    place = 0
    for start, end, row in sorted(taken, key=lambda one: one[0]):
        found += [(text[place:start], None)] if start > place else []
        found.append((text[start:end], row))
        place = end
    return [*found, (text[place:], None)] if place < len(text) else found
