"""The map of rates: on a sheet of its own with title, legend, source and mark, or bare for a slide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from grassroots.briefs.asked import Asked
from grassroots.classes import Class, by_bounds, class_of, quartiles
from grassroots.colours import PALETTES
from grassroots.maps import Commune, Drawing, Legend, Picture, Row, State, Words, outlines_of, slide, still
from grassroots.names import unit_heading
from grassroots.text import decimal

_PALETTE = PALETTES["light"]
_NAMED = 5


@dataclass(frozen=True, slots=True)
class MapSheet:
    """A map that is drawn when it is asked for, as a sheet or bare beside its legend."""

    picture: Picture
    legend: Legend
    words: Words

    def sheet(self) -> Drawing:
        return still(self.picture, self.legend, self.words, _PALETTE)

    def bare(self) -> Drawing:
        return slide(self.picture, self.words.title, _PALETTE)


def map_sheet(asked: Asked) -> MapSheet | None:
    """The place's communes in quartiles of their rates; None where none can be drawn."""
    rows = asked.rows("complaint_resolution_by_unit")
    national = asked.place["level"] == "country"
    shapes = outlines_of([row["unit_key"] for row in rows], None if national else asked.place["province_key"])
    if asked.place["level"] == "commune" or not shapes.shapes:
        return None
    values = pd.Series([row["rate_percent"] for row in rows if _state(row) == "class"], dtype=float)
    classes = by_bounds(values, quartiles(values), _PALETTE) if len(values) else []
    picture = Picture(
        communes=tuple(_commune(asked, row, classes) for row in rows),
        outlines=shapes,
        named=tuple(row["unit_key"] for row in _most_overdue(rows)),
        national=national,
    )
    return MapSheet(picture, _legend(asked, rows, classes, shapes.approximate), _words(asked))


def _state(row: Mapping[str, Any]) -> State:
    if not row["reported"]:
        return "missing"
    return "small" if row["rank_first"] is None else "class"


def _most_overdue(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    found = [row for row in rows if row["overdue"]]
    return sorted(found, key=lambda row: (-row["overdue"], row["name"]))[:_NAMED]


def _commune(asked: Asked, row: Mapping[str, Any], classes: Sequence[Class]) -> Commune:
    state = _state(row)
    colour = None if state == "missing" else _PALETTE.context
    if state != "missing" and row["rate_percent"] is not None and classes:
        colour = class_of(row["rate_percent"], classes).colour
    return Commune(
        unit_key=row["unit_key"],
        name=row["name"],
        heading=unit_heading(row["name"], row["kind"], asked.language),
        longitude=row["longitude"],
        latitude=row["latitude"],
        state=state,
        colour=colour,
        unconfirmed=state != "missing" and row["confirmed"] is False,
        said=(),
        count=row["accepted"],
    )


def _legend(
    asked: Asked, rows: Sequence[Mapping[str, Any]], classes: Sequence[Class], approximate: bool
) -> Legend:
    words, states = asked.words, [_state(row) for row in rows]
    held = [class_of(row["rate_percent"], classes) for row in rows if _state(row) == "class"]
    found = [
        Row("class", (one.colour,), one.name, _bounds(asked, one), sum(other is one for other in held))
        for one in classes
    ]
    uncoloured: tuple[tuple[State, str], ...] = (("small", "legend.small"), ("missing", "legend.missing"))
    for state, key in uncoloured:
        if units := states.count(state):
            found.append(Row("small" if state == "small" else "missing", (), None, words(key), units))
    return Legend(
        caption=words("legend.quartiles"),
        rows=tuple(found),
        total=len(rows),
        total_words=asked.communes,
        unconfirmed=sum(row["reported"] and row["confirmed"] is False for row in rows),
        unconfirmed_words=words("legend.unconfirmed"),
        notes=(words("legend.approximate"),) if approximate else (),
    )


def _bounds(asked: Asked, one: Class) -> str:
    low, high = (None if bound is None else decimal(bound, asked.language) for bound in (one.low, one.high))
    if low is None or high is None:
        key = "all" if low is None and high is None else "under" if low is None else "from"
        return asked.words(f"legend.{key}", low=low, high=high)
    return asked.words("legend.both", low=low, high=high)


def _words(asked: Asked) -> Words:
    return Words(
        title=asked.words("complaints.by_unit"),
        filters=" · ".join(filter(None, (asked.supposed, asked.filters))),
        source=" · ".join(filter(None, (asked.coverage, asked.dated))),
        mark=asked.words("page.sample.mark") if asked.illustrative else None,
        number=asked.count,
    )
