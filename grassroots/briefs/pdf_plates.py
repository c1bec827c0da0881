"""Plates as the data that PDF templates draw: every number written as the reader's language does."""

from __future__ import annotations

from typing import Any

from grassroots.briefs.asked import Asked
from grassroots.briefs.map_picture import MapSheet
from grassroots.briefs.plates import Chart, Lines, Plate, Value
from grassroots.maps import svg
from grassroots.text import percent

_FONT = "Liberation Sans"
_SMALLER = 0.92  # letters measured in Source Sans, written in a font that is wider
_NOTES = 12  # sources beneath a plate; all of them stand in the tables


def plate_data(plate: Plate, asked: Asked) -> dict[str, Any]:
    """What ``plates.typ`` takes."""
    said = [*plate.notes[:_NOTES], *(["…"] if len(plate.notes) > _NOTES else []), *asked.says]
    return {"title": plate.title, "says": said, **_body(plate, asked)}


def _body(plate: Plate, asked: Asked) -> dict[str, Any]:
    match plate.body:
        case Chart():
            return {"kind": plate.body.kind, **_chart(plate.body, asked)}
        case MapSheet():
            drawn = svg(plate.body.sheet(), _FONT, _SMALLER)
            return {"kind": "map", "svg": drawn, "alt": f"{plate.title}. {asked.filters}"}
        case Lines():
            return {"kind": "lines", "lines": list(plate.body.lines)}
        case _:
            numbers = [
                {"name": one.name, "value": one.value, "beneath": list(one.beneath), "bad": one.bad}
                for one in plate.body
            ]
            return {"kind": "numbers", "numbers": numbers}


def _chart(chart: Chart, asked: Asked) -> dict[str, Any]:
    rows = list(chart.series.values())
    series = [
        {
            "name": name,
            "colour": colour,
            "values": list(values),
            "labels": [_written(value, chart, asked) for value in values],
            "below": [at in chart.below(place) for at in range(len(values))],
            "main": place == len(rows) - 1,
        }
        for place, ((name, values), colour) in enumerate(
            zip(chart.series.items(), chart.colours, strict=False)
        )
    ]
    made: dict[str, Any] = {"categories": list(chart.categories), "series": series}
    if chart.kind == "line":
        axis = chart.axis
        made["axis"] = [{"value": value, "label": _written(value, chart, asked)} for value in axis]
        made["note"] = asked.words("trend.axis", start=asked.count(axis[0])) if axis[0] else ""
    return made


def _written(value: Value, chart: Chart, asked: Asked) -> str:
    if value is None:
        return ""
    return percent(value, asked.language) if chart.percent else asked.count(value)
