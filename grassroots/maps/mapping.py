"""Picture → shapes of a drawing: what the map in the browser shows, in pixels of a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from grassroots.colours import Palette
from grassroots.maps.drawing import Area, Circle, Line, Point, Shape, Text
from grassroots.maps.framing import Frame
from grassroots.maps.ground import provinces_of
from grassroots.maps.model import ARCHIPELAGOS, Commune, Picture
from grassroots.maps.patterns import dashes, hatch, rims, ring
from grassroots.maps.placing import labels_of, radius_of

_HATCH, _RING, _DASH, _GAP = 9.0, 5.0, 10.0, 7.0  # pixels


def mapped(
    picture: Picture, frame: Frame, far: frozenset[str], palette: Palette, label: int, weight: float = 1.0
) -> Iterator[Shape]:
    """The map in a frame, names of ``label`` pixels, 0 for none; ``weight`` of lines and patterns."""
    near = [
        one for one in picture.communes if one.unit_key in picture.outlines.shapes and one.unit_key not in far
    ]
    known = {one.unit_key for one in near}
    for one in near:
        yield from _outlined(one, picture, frame, palette, weight)
    if picture.national:
        yield from _borders(picture, frame, palette)
    else:
        for one in near:
            yield from _over(one, picture, frame, palette, weight)
    for key in picture.supposed:
        if key in known:
            yield from _rimmed(key, picture, frame, palette, palette.supposed, 6.0 * weight, 3.5 * weight)
    if picture.chosen in known:
        yield from _rimmed(picture.chosen or "", picture, frame, palette, palette.text, 8.0, 4.5)
    loose = [
        one
        for one in picture.communes
        if one.placed and (one.unit_key not in known or (picture.national and one.unit_key in ARCHIPELAGOS))
    ]
    yield from _circles(picture, loose, frame, palette)
    if picture.outlines.approximate and not (picture.circles or picture.national) and label:
        yield from _dots(near, frame, palette)
    if label:
        yield from _names(picture, frame, far, palette, label)


def _outlined(
    one: Commune, picture: Picture, frame: Frame, palette: Palette, weight: float
) -> Iterator[Shape]:
    fill, line, width = one.colour or palette.background, palette.area_outline, weight
    if picture.national:
        width = 0.3
        if one.state == "missing":
            fill = palette.grid
        elif picture.circles:
            fill = palette.surface
        elif one.state == "small":
            fill, line, width = palette.background, one.colour or palette.context, 1.5
    elif picture.circles or one.state == "missing":
        fill = palette.surface
    elif one.state == "small":
        fill = palette.background
    yield from _areas(picture.outlines.shapes[one.unit_key], frame, fill, line, width)


def _borders(picture: Picture, frame: Frame, palette: Palette) -> Iterator[Shape]:
    """The borders of provinces, on a map of the whole country."""
    for area in provinces_of(picture).values():
        for edge in shapely.get_parts(shapely.boundary(area)):
            yield Line(_pixels(shapely.get_coordinates(edge), frame), palette.area_outline, 1.2)


def _over(one: Commune, picture: Picture, frame: Frame, palette: Palette, weight: float) -> Iterator[Shape]:
    """Ring, hatching and dashes."""
    degree = frame.pixels_a_degree
    if one.state == "small" and not picture.circles:
        rim = ring(picture.outlines, one.unit_key, round(weight * _RING / degree, 6))
        yield from _areas(rim, frame, one.colour or palette.context, None)
    if one.state == "missing":
        for line in hatch(picture.outlines, one.unit_key, round(weight * _HATCH / degree, 6)):
            yield Line(_pixels(np.array(line), frame), palette.context, 1.6 * weight)
    if one.unconfirmed and not picture.circles:
        dash, gap = round(weight * _DASH / degree, 6), round(weight * _GAP / degree, 6)
        for line in dashes(picture.outlines, one.unit_key, dash, gap):
            yield Line(_pixels(np.array(line), frame), palette.text, 2.6 * weight)


def _areas(
    shape: shapely.Geometry, frame: Frame, fill: str, line: str | None, width: float = 1.0
) -> Iterator[Shape]:
    for part in shapely.get_parts(shape):
        if shapely.get_type_id(part) == 3 and not part.is_empty:
            rings = (part.exterior, *part.interiors)
            pixels = tuple(_pixels(shapely.get_coordinates(one), frame) for one in rings)
            yield Area(pixels, fill, line, width)


def _rimmed(
    unit_key: str, picture: Picture, frame: Frame, palette: Palette, colour: str, under: float, over: float
) -> Iterator[Shape]:
    """An outline over one in the page's colour, to stand out; widths in pixels."""
    for ink, width in ((palette.background, under), (colour, over)):
        for line in rims(picture.outlines, unit_key):
            yield Line(_pixels(np.array(line), frame), ink, width)


def _circles(picture: Picture, loose: Sequence[Commune], frame: Frame, palette: Palette) -> Iterator[Shape]:
    islands = ARCHIPELAGOS if picture.national else ()
    shown = list(loose)
    if picture.circles:
        shown = [
            one
            for one in picture.communes
            if one.placed and (one.state != "missing" or not picture.national or one.unit_key in islands)
        ]
    largest = max((one.count or 0 for one in picture.communes), default=0)
    for one in sorted(shown, key=lambda one: -(one.count or 0)):
        x, y = frame.clamped(one.longitude or 0, one.latitude or 0, 12)
        radius = 5.0 if picture.national else 8.0
        if picture.circles and one.unit_key not in islands:
            larger = frame.height / (860 if picture.national else 430)
            radius = radius_of(one.count or 0, largest) * larger
        fill, line, width = one.colour or palette.background, palette.area_outline, 1.0
        if one.state == "missing":
            fill, line = palette.surface, palette.context
        elif one.state == "small":
            fill, line, width = palette.background, one.colour or palette.context, 3.0
        elif one.unconfirmed:
            line, width = palette.text, 2.0
        yield Circle(x, y, round(radius, 1), fill, line, width)


def _dots(communes: Sequence[Commune], frame: Frame, palette: Palette) -> Iterator[Shape]:
    for one in communes:
        if one.placed:
            x, y = frame.at(one.longitude or 0, one.latitude or 0)
            yield Circle(x, y, 2.5, palette.text, palette.background, 1.0)


def _names(
    picture: Picture, frame: Frame, far: frozenset[str], palette: Palette, size: int
) -> Iterator[Shape]:
    for one in labels_of(picture, frame, size, far):
        if one.leader is not None:
            yield Line((one.leader, one.anchor), palette.text, 1.6)
            yield Circle(*one.anchor, 3.0, palette.text, palette.background, 1.0)
        top = one.y - (len(one.lines) - 1) * size * 0.6
        for place, line in enumerate(one.lines):
            baseline = top + place * size * 1.2 + size * 0.34
            weight = 500 if place else 650
            yield Text(one.x, baseline, line, size, weight, palette.text, "middle", palette.background)


def _pixels(degrees: np.ndarray, frame: Frame) -> tuple[Point, ...]:
    return tuple((round(x, 1), round(y, 1)) for x, y in frame.many(degrees).tolist())
