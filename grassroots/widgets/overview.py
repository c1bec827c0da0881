"""The parts of the overview that are its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from grassroots.text import count, percent
from grassroots.widgets.data import rows
from grassroots.widgets.facts import Facts, coverage_facts, petition_facts
from grassroots.widgets.headline import Number
from grassroots.widgets.notices import page_foundation
from grassroots.widgets.view import view

Row = Mapping[str, Any]


def overview_facts(measures: Mapping[str, Row]) -> Facts:
    """What the overview's title may say."""
    current = view()
    overdue = [row for row in rows("attention") if row["kind"] == "overdue"]
    return {**coverage_facts(page_foundation(), current), **petition_facts(measures, overdue, current)}


def communes_at_standard() -> tuple[Number, ...]:
    """How many of the communes scored reach the pass mark of the first score sheet in force; none without."""
    current = view()
    sheets = rows("score_sheets") if current.period else []
    if not sheets:
        return ()
    scores = rows("scores_by_unit", sheet=sheets[0]["sheet"])
    scored = [row for row in scores if row["reported"]]
    if not scored:
        return ()
    passed = sum(bool(row["passes"]) for row in scored)
    fields = {
        "passed": count(passed, current.language),
        "scored": count(len(scored), current.language),
        "expected": count(len(scores), current.language),
    }
    few = len(scored) < 20
    return (
        Number(
            name=current.words("measure.cqtt_diem.name"),
            value=fields["passed"] if few else percent(100 * passed / len(scored), current.language),
            counts=current.words("measure.cqtt_diem.counts", **fields),
            moved=None,
            tone="neutral",
            against=None,
            coverage=current.words("measure.cqtt_diem.coverage", **fields),
            source="page:scores",
            illustrative=any(row["illustrative"] for row in scored),
            confirmed=all(row["confirmed"] for row in scored),
        ),
    )
