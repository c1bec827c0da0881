"""Areas made from centres, where nobody brought outlines: every place is nearer to its own commune's centre
than to any other's. Labelled approximate wherever they are drawn; ``docs/decisions`` says how near they come.

The communes of July 2025 are joined from the cells of the smaller communes they were made of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from grassroots.units import Unit, all_units, successors

_NEWEST = "2025-07"
_MADE_OF = "2025-01"
_NEIGHBOURS = 6
_AS_FAR_AS = 0.6  # of the distance to the sixth neighbour: beyond it lies the sea or another country
_FURTHEST = 0.25  # degrees of latitude
_MARGIN = 0.5  # degrees around a province
_WIDTH_OF_A_DEGREE = np.cos(
    np.radians(16.0)
)  # of longitude, in degrees of latitude, in the middle of the country


def areas(vintage: str, province_code: str | None = None) -> dict[str, shapely.Geometry]:
    """unit_key → approximate area of every commune with a centre, of the vintage or of one province of it."""
    units = _with_centre(vintage)
    if province_code is not None:
        units = [one for one in units if one.province_key == f"{vintage}:{province_code}"]
    if vintage == _NEWEST:
        return _joined(_cells(_around(units, _with_centre(_MADE_OF))), units)
    cells = _cells(_around(units, _with_centre(vintage)))
    return {one.unit_key: cells[one.unit_key] for one in units}


def _with_centre(vintage: str) -> list[Unit]:
    return [
        one
        for one in all_units()
        if one.vintage == vintage and one.level == "commune" and one.longitude is not None
    ]


def _around(units: Sequence[Unit], all_of_them: Sequence[Unit]) -> list[Unit]:
    """Those in the rectangle of ``units``, with as much around it as shapes the cells at its edge."""
    if not units:
        return []
    at = np.array([[one.longitude, one.latitude] for one in units], dtype=float)
    (west, south), (east, north) = at.min(axis=0) - _MARGIN, at.max(axis=0) + _MARGIN
    return [
        one
        for one in all_of_them
        if west <= (one.longitude or 0) <= east and south <= (one.latitude or 0) <= north
    ]


def _cells(units: Sequence[Unit]) -> dict[str, shapely.Geometry]:
    """Voronoi cells of the centres, in degrees, each cut off at some distance from its centre."""
    at = np.array([[one.longitude * _WIDTH_OF_A_DEGREE, one.latitude] for one in units], dtype=float)
    at += _apart(len(at))
    points = shapely.points(at)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points)))
    tree = shapely.STRtree(points)
    cell_of = dict(zip(*reversed(tree.query(cells, predicate="contains")), strict=True))
    reach = shapely.buffer(points, _reach(points), quad_segs=3)
    found = {}
    for number, one in enumerate(units):
        if number in cell_of:
            cell = shapely.intersection(cells[cell_of[number]], reach[number])
            found[one.unit_key] = shapely.transform(cell, lambda held: held / [_WIDTH_OF_A_DEGREE, 1.0])
    return found


def _apart(count: int) -> NDArray[np.floating[Any]]:
    """Less than a metre each, so that no two centres fall together."""
    return np.stack([np.arange(count) % 97, np.arange(count) % 89], axis=1) * 1e-8


def _reach(points: NDArray[np.object_]) -> NDArray[np.float64]:
    """How far from its centre a commune can lie, by how far its neighbours are."""
    xy = shapely.get_coordinates(points)
    order = np.argsort(xy[:, 0], kind="stable")
    ordered, furthest = xy[order], _FURTHEST / _AS_FAR_AS  # whoever is further off changes nothing
    reach, at = np.full(len(points), furthest), min(_NEIGHBOURS, len(points) - 1)
    for start in range(0, len(points), 200):  # a strip at a time, with all that lie near enough beside it
        strip = ordered[start : start + 200]
        first, last = np.searchsorted(ordered[:, 0], [strip[0, 0] - furthest, strip[-1, 0] + furthest])
        beside = ordered[first:last]
        if len(beside) > at:
            apart = np.hypot(*(strip[:, None, :] - beside[None, :, :]).transpose(2, 0, 1))
            reach[order[start : start + 200]] = np.partition(apart, at, axis=1)[:, at]
    return np.clip(reach * _AS_FAR_AS, 0.01, _FURTHEST)


def _joined(cells: Mapping[str, shapely.Geometry], units: Sequence[Unit]) -> dict[str, shapely.Geometry]:
    """The cells of what each commune was made of; those of a divided one go to the nearest successor."""
    known = {one.unit_key: one for one in units}
    parts: dict[str, list[shapely.Geometry]] = {}
    for old_key, cell in cells.items():
        centre = shapely.centroid(cell)
        nearest = min(
            (one for one in successors(old_key) if one.longitude is not None),
            key=lambda one: shapely.distance(centre, shapely.Point(one.longitude, one.latitude)),
            default=None,
        )
        if nearest is not None and nearest.unit_key in known:
            parts.setdefault(nearest.unit_key, []).append(cell)
    found = {key: shapely.union_all(held) for key, held in parts.items()}
    for key in known.keys() - found.keys():  # nothing nearer at hand: a disc of a kilometre and a half
        one = known[key]
        found[key] = shapely.buffer(shapely.Point(one.longitude, one.latitude), 0.015, quad_segs=3)
    return found
