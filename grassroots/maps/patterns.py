"""What lies on an area besides its colour: hatching, a ring, dashes. Cut with the outline, because a layer of
the browser's map has neither patterns nor dashes. Steps and widths are in degrees of longitude."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from grassroots.maps.model import Outlines

Line = list[list[float]]
Kept = TypeVar("Kept")
_DECIMALS = 4


@lru_cache(maxsize=4096)
def hatch(outlines: Outlines, unit_key: str, step: float) -> tuple[Line, ...]:
    """Lines at 45°, ``step`` apart, inside the outline; those of neighbours run on."""
    shape = outlines.shapes[unit_key]
    west, south, east, north = shape.bounds
    apart = step * np.sqrt(2)
    first, last = np.floor((south - east) / apart), np.ceil((north - west) / apart)
    offsets = np.arange(first, last + 1) * apart
    lines = shapely.linestrings(
        [[[west, west + offset], [east, east + offset]] for offset in offsets.tolist()]
    )
    parts = shapely.get_parts(shapely.get_parts(shapely.intersection(lines, shape)))
    inside = parts[(shapely.get_type_id(parts) == 1) & ~shapely.is_empty(parts)]
    return tuple(_written(shapely.get_coordinates(part)) for part in inside)


@lru_cache(maxsize=4096)
def ring(outlines: Outlines, unit_key: str, width: float) -> shapely.Geometry:
    """The rim of the area, so wide; a narrow area is all rim."""
    shape = outlines.shapes[unit_key]
    return shapely.difference(shape, shapely.buffer(shape, -width, quad_segs=2))


@lru_cache(maxsize=4096)
def dashes(outlines: Outlines, unit_key: str, dash: float, gap: float) -> tuple[Line, ...]:
    """The outline cut into dashes."""
    return tuple(
        _written(part)
        for line in rims(outlines, unit_key)
        for part in _cut(np.array(line, dtype=float), dash, gap)
    )


@lru_cache(maxsize=4096)
def rims(outlines: Outlines, unit_key: str) -> tuple[Line, ...]:
    """The outline as closed lines."""
    edges = shapely.get_parts(shapely.boundary(outlines.shapes[unit_key]))
    return tuple(_written(shapely.get_coordinates(edge)) for edge in edges)


def _cut(line: NDArray[np.float64], dash: float, gap: float) -> Iterator[NDArray[np.float64]]:
    run = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    for begin in np.arange(0.0, run[-1], dash + gap):
        end = min(begin + dash, run[-1])
        between = line[(run > begin) & (run < end)]
        ends = np.stack([np.interp([begin, end], run, line[:, axis]) for axis in (0, 1)], axis=1)
        yield np.concatenate([ends[:1], between, ends[1:]])


def _written(points: NDArray[np.float64]) -> Line:
    rounded: Line = np.round(points, _DECIMALS).tolist()
    return rounded
