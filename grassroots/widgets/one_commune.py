"""The commune singled out: what it has, what it needs, and what may be supposed of it with one click."""

from __future__ import annotations

from grassroots.names import unit_heading
from grassroots.scenario import needed
from grassroots.text import count, decimal, percent
from grassroots.widgets.clickable import clickable
from grassroots.widgets.outcome import Outcome, Row
from grassroots.widgets.rate_map import rank_range
from grassroots.widgets.render import render
from grassroots.widgets.supposed import at_hand
from grassroots.widgets.view import View, chosen, view

SHOWN = 10


def goal_seek(found: Outcome) -> None:
    """The fewest petitions, or points, that each commune needs; the one singled out first."""
    current = view()
    at = chosen("commune")
    singled = found.now.communes.get(at or "")
    short = [row for row in found.now.communes.values() if row["accepted"] and row["rank_first"] is not None]
    lacking = [(needed(row["settled"] or 0, row["accepted"], found.target), row) for row in short]
    ordered = sorted((pair for pair in lacking if pair[0]), key=lambda pair: (-pair[0], pair[1]["name"]))
    shown = ordered[:SHOWN]
    body = render(
        "goal_seek",
        current.language,
        one=None if singled is None else _told(singled, found, current),
        rows=[_line(row, more, found, current) for more, row in shown],
        more=len(ordered) - len(shown),
        total=sum(more for more, _ in ordered),
        units=len(ordered),
        communes=current.communes(),
        target=percent(found.target, current.language, 0),
        sheet=found.sheet,
        illustrative=any(row["illustrative"] for _, row in shown),
    )
    clickable(body, key="goal_seek")


def _line(row: Row, more: int, found: Outcome, current: View) -> dict[str, object]:
    """What a commune lacks for the target in petitions and for the pass mark in points."""
    key = row["unit_key"]
    unsettled = int(row["accepted"] - (row["settled"] or 0))
    scenario = at_hand()
    return {
        "unit_key": key,
        "name": row["name"],
        "counts": _counts(row, current),
        "needed": more,
        "reachable": more <= unsettled,
        "overdue_alone": more <= (row["overdue"] or 0),
        "points": _points(key, found, current),
        "suppose": str(scenario.settle("open", key, more)),
        "on": any(one.unit == key for one in scenario.settled),
    }


def _counts(row: Row, current: View) -> str:
    return "/".join(count(row[part] or 0, current.language) for part in ("settled", "accepted"))


def _points(key: str, found: Outcome, current: View) -> str | None:
    scored = found.then.scores.get(key)
    if scored is None or scored["points_to_pass"] is None:
        return None
    return decimal(scored["points_to_pass"], current.language)


def _told(row: Row, found: Outcome, current: View) -> dict[str, object]:
    key, scenario = row["unit_key"], at_hand()
    then = found.then.communes.get(key)
    more = needed(row["settled"] or 0, row["accepted"] or 0, found.target) if row["accepted"] else 0
    return {
        "unit_key": key,
        "name": unit_heading(row["name"], row["kind"], current.language),
        "now": row["rate_percent"],
        "then": then["rate_percent"] if then else None,
        "rank_now": rank_range(row) if row["rank_first"] is not None else None,
        "rank_then": rank_range(then) if then and then["rank_first"] is not None else None,
        "overdue": row["overdue"] or 0,
        "needed": more,
        "points": _points(key, found, current),
        "settle_overdue": str(scenario.settle("overdue", key)),
        "settle_needed": str(scenario.settle("open", key, more)),
        "settled": any(one.unit == key for one in scenario.settled),
        "settle_none": str(scenario.settle("open", key, 0)),
        "leave_out": str(scenario.leave_out(key)),
        "left_out": key in scenario.left_out,
    }
