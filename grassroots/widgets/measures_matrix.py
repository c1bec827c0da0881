"""Units × measures of a resolution: how far the reports show each, every cell a way to its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from grassroots.text import count
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, rows
from grassroots.widgets.facts import Facts, coverage_facts
from grassroots.widgets.measures_choice import measures_of, opened, resolution
from grassroots.widgets.notices import page_foundation
from grassroots.widgets.render import render
from grassroots.widgets.table import download
from grassroots.widgets.view import chosen, view

STATUSES = ("unmet", "partly", "missing", "zero", "in_time", "reported", "met", "not_shown")
_WEIGHT = {
    "unmet": 3,
    "missing": 3,
    "zero": 2,
    "partly": 1,
}  # what comes first, with what needs attention on top
_DOWNLOADED = (
    "name",
    "kind",
    "measure",
    "status",
    "known",
    "aims",
    "reached",
    "with_target",
    "better",
    "worse",
)

Row = dict[str, Any]


def measures_facts() -> Facts:
    """What the title may say: the measure that fewest report on, and how much of what is asked is reached."""
    current, one = view(), resolution()
    facts: Facts = coverage_facts(page_foundation(), current)
    if one is None:
        return {**facts, "none": ""}
    cells = cells_of(one)
    units = len({cell["unit_key"] for cell in cells})
    facts["units"] = count(units, current.language)
    silent = Counter(cell["measure"] for cell in cells if cell["status"] == "missing")
    asked = sum(cell["with_target"] for cell in cells)
    if asked:
        facts["asked"] = count(asked, current.language)
        facts["reached"] = count(sum(cell["reached"] for cell in cells), current.language)
    if not silent:
        return {**facts, "all_known": ""}
    measure, most = silent.most_common(1)[0]
    title = next(row[f"title_{current.language}"] for row in measures_of(one) if row["measure"] == measure)
    return {**facts, "measure": str(title), "most": count(most, current.language) if units > 1 else None}


def cells_of(one: Row) -> list[Row]:
    return rows("measure_status", resolution=one["resolution"])


def measures_matrix() -> None:
    """The matrix with its legend; nothing where no resolution holds for the place."""
    current, one = view(), resolution()
    if one is None:
        return
    cells, measures, open_ = cells_of(one), measures_of(one), opened(one)
    by_name = chosen("order") == "name"
    units = by_unit(cells, by_name=by_name)
    body = render(
        "measures_matrix",
        current.language,
        measures=[{**row, "title": row[f"title_{current.language}"], "cite": row[f"cite_{current.language}"],
                   "shares": _shares(cells, row["measure"])} for row in measures],
        units=units,
        opened=open_,
        by_name=by_name,
        many=len(units) > 1,
        mixed=len({cell["illustrative"] for cell in cells if cell["known"]}) > 1,
        legend=[status for status in STATUSES if any(cell["status"] == status for cell in cells)],
    )  # fmt: skip
    clickable(body, key="measures_matrix")
    titles = {name: current.words(f"measures.csv.{name}") for name in _DOWNLOADED}
    download(frame("measure_status", resolution=one["resolution"]), titles, "bien_phap")


def by_unit(cells: Sequence[Row], *, by_name: bool) -> list[list[Row]]:
    """The cells of each unit; those with most that needs attention first, or by name."""
    units = [list(own) for _, own in groupby(cells, key=lambda cell: cell["unit_key"])]
    if by_name:
        return units
    return sorted(units, key=lambda own: -sum(_WEIGHT.get(cell["status"], 0) for cell in own))


def _shares(cells: Sequence[Row], measure: str) -> list[tuple[str, int]]:
    """How many units stand how, for the bar above a column."""
    counted = Counter(cell["status"] for cell in cells if cell["measure"] == measure)
    return [(status, counted[status]) for status in reversed(STATUSES) if counted[status]]
