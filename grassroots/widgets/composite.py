"""A composite of several measures: its weights, the ranks it gives, and how far they hold under others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from grassroots.scenario import Scenario
from grassroots.text import decimal
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.outcome import Outcome
from grassroots.widgets.render import render
from grassroots.widgets.supposed import as_reported, at_hand, suppose
from grassroots.widgets.view import View, chosen, view

SHOWN = 10
_MOST = 100  # what a part may weigh
Row = Mapping[str, Any]


def parts() -> list[dict[str, Any]]:
    """The parts of the first composite; none where the reference has none."""
    with as_reported():  # no scenario changes what a composite is made of
        found = rows("composite_parts")
    return [row for row in found if row["composite"] == found[0]["composite"]]


def part_names(current: View) -> dict[str, str]:
    return {row["part"]: row[f"name_{current.language}"] for row in parts()}


def weights(found: Outcome) -> None:
    """A slider a part; equal to what the reference says, it is no change."""
    current, at = view(), at_hand()
    if current.place is None or current.place.level == "commune":
        return
    with st.expander(current.words("scenario.composite.weights")):
        for row in parts():
            _weight(row, at, current)


def _weight(row: Row, at: Scenario, current: View) -> None:
    key, own = f"what_if_weight_{row['part']}", float(row["weight"])

    def weigh() -> None:
        wanted = float(st.session_state[key])
        suppose(at.weigh(row["part"], None if wanted == own else wanted))

    st.session_state[key] = round(dict(at.weights).get(row["part"], own))
    st.slider(row[f"name_{current.language}"], 0, _MOST, key=key, format="%d", on_change=weigh)


def composite_ranking(found: Outcome) -> None:
    """The ranks as weighed, as reported beside supposed, and the ranks whatever the weights."""
    current = view()
    made_of = parts()
    if current.place is None or current.place.level == "commune" or not made_of:
        return
    if not found.scenario.weights and chosen("composite") != "1":
        # Ranks whatever the weights take as long as all the rest: asked for, not drawn at each move.
        clickable(render("composite_closed", current.language), key="composite")
        return
    with as_reported():
        now = {row["unit_key"]: row for row in _asked(made_of, Scenario())}
    then = {row["unit_key"]: row for row in _asked(made_of, found.scenario)} if found.scenario else now
    ranked = sorted(
        (row for row in then.values() if row["rank"] is not None), key=lambda row: (row["rank"], row["name"])
    )
    at = chosen("commune")
    shown = ranked[:SHOWN] + [row for row in ranked[SHOWN:] if row["unit_key"] == at]
    names = part_names(current)
    body = render(
        "composite",
        current.language,
        lines=[_line(row, now.get(row["unit_key"]), current) for row in shown],
        first=sum(1 for row in ranked if row["rank_first"] == 1),
        ranked=len(ranked),
        unranked=len(then) - len(ranked),
        parts=", ".join(f"{names[row['part']]} {_weighs(row, found.scenario, current)}" for row in made_of),
        on=bool(found.scenario),
        communes=current.communes(),
        at=at,
        illustrative=any(row["illustrative"] for row in shown)
        or any(row["source"] == "illustrative" for row in made_of),
    )
    clickable(body, key="composite")


def _asked(made_of: list[dict[str, Any]], scenario: Scenario) -> list[dict[str, Any]]:
    known = {row["part"] for row in made_of}
    weighed = [(part, weight) for part, weight in scenario.weights if part in known]
    return rows(
        "composite_by_unit",
        composite=made_of[0]["composite"],
        parts=[part for part, _ in weighed],
        weights=[weight for _, weight in weighed],
        missing=scenario.missing,
    )


def _weighs(row: Row, scenario: Scenario, current: View) -> str:
    weight = dict(scenario.weights).get(row["part"], float(row["weight"]))
    return decimal(weight, current.language, 0 if weight == round(weight) else 1)


def _line(row: Row, before: Row | None, current: View) -> dict[str, object]:
    first, last = row["rank_first"], row["rank_last"]
    return {
        "unit_key": row["unit_key"],
        "name": row["name"],
        "points": decimal(row["points"], current.language),
        "rank": row["rank"],
        "was": before["rank"] if before else None,
        "span": None if first is None else str(first) if first == last else f"{first}–{last}",
        "missing": len(row["missing_parts"]),
    }
