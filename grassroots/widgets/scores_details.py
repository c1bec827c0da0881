"""Who gave how many points for a criterion: the unit, those who verified, the council; and the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.names import criterion_name
from grassroots.text import count, decimal, points
from grassroots.text.numbers import maximum
from grassroots.widgets.clickable import clickable
from grassroots.widgets.map_picture import chosen_commune
from grassroots.widgets.render import render
from grassroots.widgets.scores import Scores
from grassroots.widgets.view import View, view

Row = Mapping[str, Any]


def score_details(at: Scores) -> None:
    """For the commune at hand each criterion's points by who gave them; for all how far own ones lie above.

    Nothing where no report says more than the verified points.
    """
    current = view()
    shown = [row for row in at.criteria if row["unit_key"] == chosen_commune(current)]
    if any(_told(row) for row in shown):
        lines = [_line(row, at, current) for row in sorted(shown, key=lambda row: row["position"])]
        clickable(render("score_details", current.language, lines=lines, gaps=[]), key="score_details")
        return
    gaps = own_above_verified(at.criteria)
    if gaps:
        named = [_gap(gap, at, current) for gap in gaps]
        clickable(render("score_details", current.language, lines=[], gaps=named), key="score_details")


def own_above_verified(criteria: Sequence[Row]) -> list[dict[str, Any]]:
    """Mean of own points less verified ones by criterion, over units that have both; the largest first."""
    both: dict[str, list[float]] = {}
    for row in criteria:
        if row["self_points"] is not None and row["points"] is not None:
            both.setdefault(row["criterion"], []).append(row["self_points"] - row["points"])
    found = [
        {"criterion": criterion, "above": sum(gaps) / len(gaps), "units": len(gaps)}
        for criterion, gaps in both.items()
    ]
    return sorted(found, key=lambda gap: (-gap["above"], gap["criterion"]))


def _told(row: Row) -> bool:
    return any(row[name] is not None for name in ("self_points", "council_points", "evidence"))


def _line(row: Row, at: Scores, current: View) -> dict[str, Any]:
    def given(value: float | None) -> str:
        return "–" if value is None else points(value, current.language)

    applies = bool(row["maximum"])
    return {
        "name": criterion_name(at.sheet["sheet"], row["criterion"], current.language),
        "maximum": maximum(row["maximum"], current.language) if applies else "",
        "own": given(row["self_points"]),
        "verified": given(row["points"]) if applies else current.words("scores.does_not_apply"),
        "council": given(row["council_points"]),
        "evidence": row["evidence"] or "",
    }


def _gap(gap: Row, at: Scores, current: View) -> dict[str, str]:
    return {
        "name": criterion_name(at.sheet["sheet"], gap["criterion"], current.language),
        "above": decimal(gap["above"], current.language, 2),
        "units": count(gap["units"], current.language),
    }
