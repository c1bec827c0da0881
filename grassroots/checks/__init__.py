"""What the figures of a report say against each other. Nothing is ever repaired.

The rules are data (:mod:`grassroots.checks.rules`). Only exact figures of one and the same part are held
against each other. Checks between reports are questions to the store:
``queries/views/118_issue_across_table.sql``.
"""

from __future__ import annotations

from collections.abc import Iterable

from grassroots.checks.arithmetic import of_parts, of_rates, rate_fault, stated_once
from grassroots.checks.making import NOTHING, Figure, Row, apart, by_part, each_once, issue, part_of
from grassroots.checks.rules import OF_FIGURES, Rule, RuleFault, Severity, rules
from grassroots.checks.single import impossible, places_alike

__all__ = [
    "OF_FIGURES",
    "Rule",
    "RuleFault",
    "Severity",
    "differences",
    "each_once",
    "issue",
    "issues_of",
    "rate_fault",
    "rules",
    "score_issues",
]


def issues_of(report_id: str, figures: Iterable[Figure]) -> list[Row]:
    """Everything the figures of one report contradict each other in, as rows of the table ``issue``."""
    every = list(figures)
    found: list[Row] = []
    for group in by_part(every):
        stated = stated_once(report_id, group, found)
        found += of_parts(report_id, stated)
        found += of_rates(report_id, stated)
    found += impossible(report_id, every)
    found += places_alike(report_id, every)
    return each_once(found)


def differences(report_id: str, own: Iterable[Figure], other: Iterable[Figure]) -> list[Row]:
    """Where a form and a narrative of one unit and period give the report's own totals otherwise.

    ``own`` are the figures of ``report_id``, whose issues these become; ``other`` those of its counterpart.
    """
    counterpart = _totals(other)
    return [
        issue(
            report_id,
            "form_against_narrative",
            expected=counterpart[indicator]["value"],
            found=figure["value"],
            figures=[figure, counterpart[indicator]],
            details={"indicator": indicator},
        )
        for indicator, figure in _totals(own).items()
        if indicator in counterpart and apart(figure["value"], counterpart[indicator]["value"])
    ]


def score_issues(report_id: str, scores: Iterable[Figure]) -> list[Row]:
    """Criteria with more points than they can have."""
    return each_once(
        issue(
            report_id,
            "score_over_maximum",
            expected=score["maximum"],
            found=score["points"],
            details={"sheet": score["sheet"], "criterion": score["criterion"], "unit_key": score["unit_key"]},
        )
        for score in scores
        if score["points"] is not None and score["maximum"] and score["points"] > score["maximum"] + NOTHING
    )


def _totals(figures: Iterable[Figure]) -> dict[str, Figure]:
    """The report's own figures by indicator, those that it states twice and otherwise left out."""
    own = [figure for figure in figures if part_of(figure) == (None,) and figure.get("approximate") is None]
    return stated_once("", own, [])
