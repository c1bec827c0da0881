"""Outlines as the browser gets them: whole numbers, each point as the step from the one before. They are
sent once; colours refer to communes by their place in the list."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from grassroots.maps.framing import Bounds, together
from grassroots.maps.model import Commune, Picture
from grassroots.units import fold

_GRAIN = 10_000  # to the degree: about ten metres
_GRAIN_NATIONAL = 1_000  # as fine as the sheet of the country is

Ring = list[int]


def in_order(picture: Picture) -> list[Commune]:
    """The communes in the order in which the browser knows them."""
    return sorted(picture.communes, key=lambda one: one.unit_key)


def ground(picture: Picture) -> bytes:
    """JSON: ``grain``; ``communes`` as [unit_key, heading, x, y, polygons of rings] in order, x and y None
    without a centre; ``provinces`` as [name, west, south, east, north] and their ``borders`` where the
    picture is of the whole country."""
    grain = _GRAIN_NATIONAL if picture.national else _GRAIN
    ordered = in_order(picture)
    shapes = [picture.outlines.shapes.get(one.unit_key) for one in ordered]
    communes = [
        [one.unit_key, one.heading, *_whole(one, grain), [] if shape is None else _polygons(shape, grain)]
        for one, shape in zip(ordered, shapes, strict=True)
    ]
    made: dict[str, Any] = {"grain": grain, "communes": communes}
    if picture.national:
        areas = provinces_of(picture)
        made["provinces"] = [
            [name, *(round(side, 3) for side in _mainland(area))] for name, area in areas.items()
        ]
        made["borders"] = [
            ring for area in areas.values() for polygon in _polygons(area, grain) for ring in polygon
        ]
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def _whole(one: Commune, grain: int) -> tuple[int | None, int | None]:
    if one.longitude is None or one.latitude is None:
        return None, None
    return round(one.longitude * grain), round(one.latitude * grain)


def provinces_of(picture: Picture) -> dict[str, shapely.Geometry]:
    """The areas of the provinces by their names, in alphabetical order, made of their communes' outlines."""
    held: dict[str, list[shapely.Geometry]] = {}
    for one in picture.communes:
        shape = picture.outlines.shapes.get(one.unit_key)
        if shape is not None and one.within:
            held.setdefault(one.within, []).append(shape)
    return {name: shapely.union_all(parts) for name, parts in sorted(held.items(), key=_alphabetical)}


def _alphabetical(named: tuple[str, object]) -> str:
    return fold(named[0])


def _mainland(area: shapely.Geometry) -> Bounds:
    """What a province is looked at by: an archipelago far out would shrink the rest to a corner."""
    parts = shapely.get_parts(area).tolist()
    bounds, _ = together((str(place), part.bounds) for place, part in enumerate(parts))
    assert bounds is not None
    return bounds


def _polygons(shape: shapely.Geometry, grain: int) -> list[list[Ring]]:
    return [
        [steps for ring in (part.exterior, *part.interiors) if len(steps := _steps(ring, grain)) >= 8]
        for part in shapely.get_parts(shape)
        if shapely.get_type_id(part) == 3 and not part.is_empty
    ]


def _steps(ring: shapely.Geometry, grain: int) -> Ring:
    """x and y of the first point, then the steps to each of the others but the last, which is the first."""
    points: NDArray[np.int64] = np.round(shapely.get_coordinates(ring)[:-1] * grain).astype(np.int64)
    moved = np.any(np.diff(points, axis=0) != 0, axis=1)
    points = points[np.concatenate([[True], moved])]
    steps = np.concatenate([points[:1], np.diff(points, axis=0)])
    flat: Ring = steps.ravel().tolist()
    return flat
