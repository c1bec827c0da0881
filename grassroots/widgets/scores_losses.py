"""Where communes lose points, criterion by criterion, and what separates them from the next mark and rank."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.colours import readable_on
from grassroots.names import criterion_name
from grassroots.text import count, decimal, percent
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.map_picture import chosen_commune
from grassroots.widgets.notices import nothing
from grassroots.widgets.render import render
from grassroots.widgets.scores import Scores, losses
from grassroots.widgets.training import among
from grassroots.widgets.view import View, view

Row = Mapping[str, Any]
# Shares of a criterion's points lost from which a cell is darker; one that lost nothing is palest.
_STEPS = (25.0, 10.0)
NEAREST = 6  # communes listed while none is singled out


def points_lost(at: Scores) -> None:
    """Communes by criteria, the lowest first; a cell says the points lost and darkens with their share."""
    current = view()
    by_unit: dict[str, dict[str, Row]] = {}
    for row in at.criteria:
        by_unit.setdefault(row["unit_key"], {})[row["criterion"]] = row
    columns = [total["criterion"] for total in losses(at.criteria)]
    communes = [row for row in reversed(at.scored) if row["unit_key"] in by_unit]
    if not columns or not communes:
        block_head(current.words("scores.lost"))
        nothing("criteria")
        return
    body = render(
        "score_losses",
        current.language,
        communes=communes,
        columns=columns,
        names={one: criterion_name(at.sheet["sheet"], one, current.language) for one in columns},
        cells={
            key: {one: _cell(found.get(one), current) for one in columns} for key, found in by_unit.items()
        },
        legend=[_colours(step, current) for step in range(4)],
        bounds=[percent(step, current.language, 0) for step in _STEPS],
        code=at.sheet["points_indicator"],
        at=chosen_commune(current),
        caption=current.words(
            "scores.lost_caption", units=count(len(communes), current.language), communes=current.communes()
        ),
        illustrative=any(row["illustrative"] for row in communes),
    )  # fmt: skip
    clickable(body, key="score_losses")


def _cell(row: Row | None, current: View) -> dict[str, str]:
    """A cell's text and colours: nothing scored, not applicable, or the points lost."""
    if row is None or (row["points"] is None and row["maximum"]):
        return {"text": "", "style": ""}
    if not row["maximum"]:
        return {"text": current.words("scores.not_applicable"), "style": ""}
    lost = row["maximum"] - row["points"]
    fill, ink = _colours(_step(100 * lost / row["maximum"]), current)
    return {
        "text": decimal(-lost, current.language) if lost else "0",
        "style": f"background:{fill};color:{ink}",
    }


def _step(share_lost: float) -> int:
    """The class of a share of points lost, from the worst: 0, 1, 2, or 3 for none."""
    if share_lost <= 0:
        return 3
    return next((place for place, step in enumerate(_STEPS) if share_lost >= step), 2)


def _colours(step: int, current: View) -> tuple[str, str]:
    fill = current.palette.classes("three_one")[step]
    return fill, readable_on(fill)


def next_steps(at: Scores) -> None:
    """What a commune needs for the next mark and the next rank; without one at hand, who is nearest."""
    current = view()
    found = rows("score_next", sheet=at.sheet["sheet"], **among(current))
    own = next((row for row in found if row["unit_key"] == chosen_commune(current)), None)
    body = render(
        "score_next",
        current.language,
        own=own,
        sentences=_sentences(own, at, current) if own else [],
        nearest=[] if own else [_nearest(row, at, current) for row in _nearest_first(found)],
        none=current.words("scores.all_at_best") if not found or not _nearest_first(found) else "",
        code=at.sheet["points_indicator"],
        illustrative=any(row["illustrative"] for row in found),
    )
    clickable(body, key="score_next")


def _nearest_first(found: Sequence[Row]) -> list[Row]:
    """Communes that don't pass yet, else those under the best mark, the fewest points missing first."""
    missing = [row for row in found if row["points_to_mark"] is not None]
    worst = max((row["next_mark_position"] for row in missing), default=None)
    lowest = [row for row in missing if row["next_mark_position"] == worst]
    return sorted(lowest, key=lambda row: (row["points_to_mark"], row["name"]))[:NEAREST]


def _nearest(row: Row, at: Scores, current: View) -> dict[str, Any]:
    return {
        **row,
        "mark": _mark(row["next_mark_position"], at, current),
        "needed": needed(row["points_to_mark"], current),
        "criteria": _named(row["mark_criteria"], at, current),
    }


def _sentences(own: Row, at: Scores, current: View) -> list[str]:
    """What the commune at hand needs, in words."""
    said = []
    for key, missing, criteria, fields in (
        ("to_mark", own["points_to_mark"], own["mark_criteria"], {}),
        ("to_rank", own["points_to_next"], own["next_criteria"], {"rank": own["next_rank"]}),
    ):
        if missing is None:
            said.append(current.words(f"scores.{key}_best"))
            continue
        if key == "to_mark":
            fields = {"mark": _mark(own["next_mark_position"], at, current)}
        sentence = current.words(f"scores.{key}", points=needed(missing, current), **fields)
        where = _named(criteria, at, current)
        said.append(f"{sentence}; {current.words('scores.room_in', criteria=where)}" if where else sentence)
    return said


def _mark(position: int, at: Scores, current: View) -> str:
    """A mark's name; of a sheet without marks the share it asks for."""
    if len(at.marks):
        return at.mark_name(position, current)
    return percent(at.sheet["pass_percent"], current.language, 0)


def needed(missing: float, current: View) -> str:
    """Points still missing, rounded up: a tenth less would not reach."""
    return decimal(math.ceil(round(missing * 10, 6)) / 10, current.language)


def _named(criteria: Sequence[str] | None, at: Scores, current: View) -> str:
    names = (criterion_name(at.sheet["sheet"], one, current.language) for one in criteria or ())
    return "; ".join(names)
