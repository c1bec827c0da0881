"""Scores of communes: map and ranking by marks or quartiles, and where points are lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from grassroots.names import criterion_name
from grassroots.text import count, percent, points
from grassroots.text.numbers import maximum
from grassroots.widgets.data import frame, records, rows
from grassroots.widgets.facts import Facts, coverage_facts
from grassroots.widgets.filters import beside_filters
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.training import among
from grassroots.widgets.view import View, choose, chosen, view

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scores:
    """A score sheet in force with the points of every commune, its marks and its criteria."""

    sheet: Row
    units: Sequence[Row]
    table: pd.DataFrame
    marks: pd.DataFrame
    criteria: Sequence[Row]

    @property
    def scored(self) -> list[Row]:
        """Communes with points, best first."""
        found = [row for row in self.units if row["share_percent"] is not None]
        return sorted(found, key=lambda row: (-row["share_percent"], row["name"]))

    def mark_name(self, position: int | None, current: View) -> str:
        named = self.marks[self.marks["position"] == position] if position is not None else self.marks[:0]
        if named.empty:
            return current.words("scores.no_mark")
        return str(named[f"name_{current.language}"].iloc[0])


def scores() -> Scores | None:
    """The sheet the reader chose among those in force, with its points; None where no commune has any.

    A commune stands among the others of the unit above it: a rank among one would say nothing.
    """
    found, wider = rows("score_sheets"), among(view())
    if not found:
        return None
    by_code = {row["sheet"]: row for row in found}
    wanted = chosen("sheet") or ""
    sheet = by_code.get(wanted) or max(found, key=lambda row: row["units"] or 0)
    table = frame("scores_by_unit", sheet=sheet["sheet"], **wider)
    if table["share_percent"].isna().all():
        return None
    return Scores(
        sheet,
        records(table, "scores_by_unit"),
        table,
        frame("score_marks", sheet=sheet["sheet"]),
        rows("score_criteria", sheet=sheet["sheet"], **wider),
    )


def sheet_choice(at: Scores | None) -> None:
    """A select box of the sheets in force where there is more than one."""
    found = rows("score_sheets") if at else []
    if at is None or len(found) < 2:
        return
    current = view()
    names = {row["sheet"]: row[f"name_{current.language}"] for row in found}
    st.session_state["score_sheet"] = at.sheet["sheet"]
    beside_filters().selectbox(
        current.words("scores.sheet"),
        list(names),
        key="score_sheet",
        format_func=lambda sheet: current.words("scores.sheet_choice", name=names[sheet]),
        label_visibility="collapsed",
        width=290,
        on_change=lambda: choose("sheet", st.session_state["score_sheet"]),
    )


def scores_facts(at: Scores | None) -> Facts:
    """What the title of the scores page may say."""
    current = view()
    facts = coverage_facts(page_foundation(), current)
    if at is None:
        return {"communes": facts["communes"]}
    passed = sum(bool(row["passes"]) for row in at.scored)
    failed = len(at.scored) - passed
    largest = [row["maximum"] for row in at.scored if row["maximum"] is not None]
    facts |= {
        "sheet": str(at.sheet[f"name_{current.language}"]),
        "passed": count(passed, current.language),
        "scored": count(len(at.scored), current.language),
        "expected": count(len(at.units), current.language),
        "pass": percent(at.sheet["pass_percent"], current.language, 0),
        "maximum": _span(largest, current),
        "basis": _basis(str(at.sheet["source"]), current),
    }
    own = next(
        (row for row in at.scored if current.place and row["unit_key"] == current.place.unit_key), None
    )
    if own is not None:
        return {**facts, **_own_facts(own, at, current)}
    if not failed:
        return {**facts, "all_pass": ""}
    lost = losses(at.criteria)
    return {**facts, "failed": count(failed, current.language),
            "criterion": _criterion(at, lost[0]["criterion"], current) if lost else None}  # fmt: skip


def _own_facts(own: Row, at: Scores, current: View) -> Facts:
    """What the title says where the place is one commune."""
    facts: Facts = {
        "own": current.place_heading(),
        "points": points(own["points"], current.language),
        "own_maximum": maximum(own["maximum"], current.language),
        "share": percent(own["share_percent"], current.language),
        "mark": at.mark_name(own["mark_position"], current) if len(at.marks) else None,
    }
    if own["rank"] is not None:
        facts |= {
            "rank": count(own["rank"], current.language),
            "scored": count(len(at.scored), current.language),
        }
    return facts


def _basis(source: str, current: View) -> str:
    """The document that the sheet and its marks rest on."""
    return current.words("scores.illustrative_sheet") if source == "illustrative" else source


def _criterion(at: Scores, criterion: str, current: View) -> str:
    name = criterion_name(at.sheet["sheet"], criterion, current.language)
    return name[:1].lower() + name[1:]


def _span(values: Sequence[float], current: View) -> str | None:
    if not values:
        return None
    low, high = (maximum(value, current.language) for value in (min(values), max(values)))
    return low if low == high else f"{low}–{high}"


def losses(criteria: Sequence[Row]) -> list[Row]:
    """Points, maximum and loss by criterion, the greatest loss first; unscored rows are left out."""
    found: dict[str, Row] = {}
    for row in criteria:
        if row["points"] is None or not row["maximum"]:
            continue
        total = found.setdefault(
            row["criterion"], {"criterion": row["criterion"], "points": 0.0, "maximum": 0.0, "units": 0}
        )
        total["points"] += row["points"]
        total["maximum"] += row["maximum"]
        total["units"] += 1
    for total in found.values():
        total["lost"] = total["maximum"] - total["points"]
    return sorted(found.values(), key=lambda total: (-total["lost"], total["criterion"]))


def no_scores() -> None:
    """What stands on the page while no commune has a score."""
    nothing("scores")
