"""Where communes and their names stand on a still: the frame that holds them, circles, labels."""

from __future__ import annotations

import math
from functools import lru_cache

import shapely

from grassroots.maps.framing import Bounds, Frame, fit, together
from grassroots.maps.labels import Placed, Wanted, place
from grassroots.maps.model import ARCHIPELAGOS, Commune, Outlines, Picture

_COUNTRY: Bounds = (102.1, 8.4, 109.5, 23.4)


def radius_of(count: float, largest: float) -> float:
    """The radius in pixels of a circle whose area stands for a count: 4 for none, 22 for the largest."""
    return round(math.sqrt(16 + 468 * min(max(count, 0) / largest, 1.0)), 1) if largest else 4.0


def held_by(picture: Picture) -> tuple[Bounds, frozenset[str]]:
    """West, south, east and north of what a map is fitted to, and the communes too far out.

    A map of the whole country holds its archipelagos at their true places.
    """
    held = {
        one.unit_key: shape.bounds
        if (shape := picture.outlines.shapes.get(one.unit_key)) is not None
        else (one.longitude or 0, one.latitude or 0, one.longitude or 0, one.latitude or 0)
        for one in picture.communes
        if one.placed
    }
    if not picture.national:
        bounds, far = together(held.items())
        return bounds or _COUNTRY, far
    sides = list(zip(*[_COUNTRY, *held.values()], strict=True))
    return (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])), frozenset()


def frame_of(
    picture: Picture, width: float, height: float, margin: float = 14
) -> tuple[Frame, frozenset[str]]:
    """The frame that holds the communes, and those too far out to be held with the rest."""
    bounds, far = held_by(picture)
    return fit(bounds, width, height, margin), far


def names_wanted(picture: Picture, far: frozenset[str]) -> list[tuple[str, tuple[str, ...]]]:
    """Whose name is wanted with the lines of it, the most important first: the chosen commune with its value,
    the archipelagos and what else lies far out, then those to be named."""
    by_key = {one.unit_key: one for one in picture.communes if one.placed}
    islands = [key for key in ARCHIPELAGOS if picture.national]
    order = [picture.chosen, *islands, *sorted(far), *picture.named]
    wanted = []
    for key in dict.fromkeys(key for key in order if key in by_key):
        one = by_key[key]
        lines: tuple[str, ...] = (one.name,)
        if key == picture.chosen and one.said:
            lines = (one.name, one.said[0])
        elif key in ARCHIPELAGOS and picture.national and one.within:
            lines = (one.name, f"({one.within})")
        wanted.append((key, lines))
    return wanted


def labels_of(picture: Picture, frame: Frame, size: int, far: frozenset[str]) -> list[Placed]:
    """The names that find room in a frame, ``size`` pixels high."""
    by_key = {one.unit_key: one for one in picture.communes}
    wanted = [
        Wanted(key, lines, *frame.clamped(*inner(by_key[key], picture), 12))
        for key, lines in names_wanted(picture, far)
        if key in far or not picture.national or frame.holds(*inner(by_key[key], picture))
    ]
    ground = _ground(picture.outlines, picture.national, frame) if wanted else None
    return place(wanted, frame, size, ground=ground)


@lru_cache(maxsize=16)
def _ground(outlines: Outlines, national: bool, frame: Frame) -> shapely.Geometry:
    """The coloured areas in pixels, without detail."""
    return shapely.make_valid(shapely.transform(_land(outlines, 0.02 if national else 0.005), frame.many))


@lru_cache(maxsize=16)
def _land(outlines: Outlines, detail: float) -> shapely.Geometry:
    """All areas as one, in degrees, without what is smaller than ``detail``."""
    areas = shapely.union_all(list(outlines.shapes.values()), grid_size=0.4 * detail)
    return shapely.simplify(areas, detail)


def inner(one: Commune, picture: Picture) -> tuple[float, float]:
    """A point of the commune in degrees that lies inside its outline, its centre where that does."""
    centre = (one.longitude or 0.0, one.latitude or 0.0)
    shape = picture.outlines.shapes.get(one.unit_key)
    if shape is None or shape.contains(shapely.Point(centre)):
        return centre
    point = shapely.point_on_surface(shape)
    return float(point.x), float(point.y)
