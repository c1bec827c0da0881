"""A scenario's outcome beside the figures as reported: of the place, its communes and its scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from grassroots.scenario import Scenario
from grassroots.scenario_presets import presets
from grassroots.widgets.data import rows
from grassroots.widgets.supposed import as_reported
from grassroots.widgets.view import View, view

Row = Mapping[str, Any]
NUMBERS = (
    *("ty_le_giai_quyet", "don_thu_ly", "don_da_giai_quyet", "don_dang_giai_quyet"),
    *("don_trong_han", "don_qua_han"),
)


@dataclass(frozen=True)
class Reading:
    """One side: the place's numbers by indicator, its communes by key, and their scores by key."""

    place: Mapping[str, Row]
    communes: Mapping[str, Row]
    scores: Mapping[str, Row]

    def value(self, indicator: str) -> float | None:
        found: float | None = self.place.get(indicator, {}).get("value")
        return found

    @cached_property
    def ranked(self) -> list[Row]:
        return [row for row in self.communes.values() if row["rank_first"] is not None]

    @cached_property
    def with_overdue(self) -> int:
        return sum(1 for row in self.communes.values() if row["overdue"])

    def reaching(self, target: float) -> int:
        """Ranked communes whose rate is at least ``target`` percent."""
        return sum(1 for row in self.ranked if round(row["rate_percent"], 6) >= target)

    @cached_property
    def scored(self) -> list[Row]:
        return [row for row in self.scores.values() if row["share_percent"] is not None]

    @cached_property
    def passing(self) -> int:
        return sum(1 for row in self.scored if row["passes"])


@dataclass(frozen=True)
class Outcome:
    """Both sides, and what they are held against. ``sheet`` is None where no commune has scores."""

    scenario: Scenario
    now: Reading
    then: Reading
    target: float
    target_now: float
    sheet: Row | None
    base_rate: float | None

    @cached_property
    def changed(self) -> list[str]:
        """Communes with other petitions than reported, those that move most first."""
        moved = {
            key: abs((row["settled"] or 0) - (was["settled"] or 0))
            + abs((row["accepted"] or 0) - (was["accepted"] or 0))
            for key, row in self.then.communes.items()
            if (was := self.now.communes.get(key)) is not None
            and (row["settled"], row["accepted"], row["overdue"])
            != (was["settled"], was["accepted"], was["overdue"])
        }
        return sorted(moved, key=lambda key: (-moved[key], self.then.communes[key]["name"]))

    @property
    def gone(self) -> list[str]:
        """Communes left out."""
        return [key for key in self.now.communes if key not in self.then.communes]


def outcome() -> Outcome:
    """The scenario of the view beside the real figures; the same on both sides where nothing is supposed."""
    current = view()
    scenario = current.scenario or Scenario()
    usual = presets().target.rate
    with as_reported():
        sheet = _sheet()
        base = next((row for row in rows("area_measures") if row["indicator"] == "ty_le_giai_quyet"), {})
        now = _reading(sheet, current.reported or current)
    then = _reading(sheet, current) if current.scenario else now
    return Outcome(
        scenario, now, then,
        usual if scenario.target is None else scenario.target,
        usual, sheet if now.scores else None,
        base.get("base_value") if base.get("comparable") else base.get("matched_base_value"),
    )  # fmt: skip


def _sheet() -> Row | None:
    """The score sheet that most units of the period are scored by."""
    found = rows("score_sheets")
    return max(found, key=lambda row: row["units"] or 0) if found else None


def _reading(sheet: Row | None, current: View) -> Reading:
    numbers = {row["indicator"]: row for row in rows("area_numbers", indicators=list(NUMBERS))}
    # No base: comparing with it takes as long as all the rest, and no column of it is shown.
    communes = {row["unit_key"]: row for row in rows("complaint_resolution_by_unit", base=None)}
    scores: Mapping[str, Row] = {}
    if sheet is not None:
        found: Sequence[Row] = _scores(str(sheet["sheet"]), current)
        if any(row["share_percent"] is not None for row in found):
            scores = {row["unit_key"]: row for row in found}
    return Reading(numbers, communes, scores)


def _scores(sheet: str, current: View) -> Sequence[Row]:
    """Scores under a scenario that reaches them, else as they are: a slider of petitions asks for none."""
    scenario = current.scenario or Scenario()
    reaches = scenario.as_sum or scenario.marks or scenario.period or scenario.only_confirmed is not None
    if current.scenario and not reaches:
        with as_reported():
            return rows("scores_by_unit", sheet=sheet, base=None)
    return rows("scores_by_unit", sheet=sheet, base=None)
