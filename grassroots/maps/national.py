"""The whole country → pydeck map: 3,321 communes whose outlines the browser fetches once, by an address; what
changes with a period, a measure or a way of colouring is one expression over the communes' numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import pydeck as pdk

from grassroots.colours import Palette, rgb
from grassroots.maps.deck import AREAS, LABEL, circle_layer, geometry, made_of, names, singled_out
from grassroots.maps.framing import fit
from grassroots.maps.ground import mainland, numbered
from grassroots.maps.model import ARCHIPELAGOS, Commune, Picture
from grassroots.maps.placing import frame_of, labels_of, radius_of

NATIONAL_WIDTH = 350  # pixels that the map surely has: a phone's
_NONE = [0, 0, 0, 0]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where this server hands out ``ground`` and ``borders`` of the country."""

    communes: str
    borders: str


def national_deck(
    picture: Picture, palette: Palette, addresses: Addresses, height: int, province: str | None = None
) -> pdk.Deck:
    """The country's communes, or those of one province of it seen from nearer, ``height`` pixels high."""
    near = mainland(picture, province) if province else None
    whole, _ = frame_of(picture, NATIONAL_WIDTH, height)
    frame = whole if near is None else fit(near, NATIONAL_WIDTH, height)
    islands = replace(picture, named=(), chosen=None)  # named at their places whatever is looked at
    layers = [
        _areas(picture, palette, addresses.communes, near=near is not None),
        _borders(palette, addresses.borders),
        *([] if near is None else _near(picture, str(province))),
        _circles(picture, palette, province),
        *singled_out(picture, palette),
        *names(labels_of(picture, frame, LABEL, frozenset()), frame, palette),
        *(
            []
            if near is None
            else names(labels_of(islands, whole, LABEL, frozenset()), whole, palette, "islands")
        ),
    ]
    return made_of(layers, frame, palette)


def expression(colours: Sequence[Sequence[int]]) -> str:
    """Colours by the communes' numbers as deck.gl evaluates them: a balanced tree over runs of equal colour,
    ``(properties.i<3?[11,83,148,255]:[154,47,18,255])``."""
    starts = [0, *(at for at in range(1, len(colours)) if list(colours[at]) != list(colours[at - 1]))]
    return _tree(colours, starts, 0, len(starts)) if colours else str(_NONE)


def _tree(colours: Sequence[Sequence[int]], starts: Sequence[int], first: int, last: int) -> str:
    if last - first == 1:
        return "[" + ",".join(map(str, colours[starts[first]])) + "]"
    middle = (first + last) // 2
    left, right = _tree(colours, starts, first, middle), _tree(colours, starts, middle, last)
    return f"(properties.i<{starts[middle]}?{left}:{right})"


def _areas(picture: Picture, palette: Palette, address: str, *, near: bool) -> pdk.Layer:
    ordered = numbered(picture)
    fill = expression([_fill(one, picture, palette) for one in ordered])
    line = expression([_line(one, picture, palette, near) for one in ordered])
    return pdk.Layer(
        "GeoJsonLayer",
        address,
        id=AREAS,
        get_fill_color=fill,
        get_line_color=line,
        update_triggers={"getFillColor": _digest(fill), "getLineColor": _digest(line)},
        get_line_width=1 if near else 1.5,
        line_width_units=pdk.types.String("pixels"),
        stroked=True,
        pickable=True,
        auto_highlight=True,
        highlight_color=[255, 255, 255, 70],
    )


def _digest(written: str) -> str:
    return sha256(written.encode()).hexdigest()[:12]


def _fill(one: Commune, picture: Picture, palette: Palette) -> list[int]:
    if one.state == "missing":
        return rgb(palette.grid)
    if picture.circles:
        return rgb(palette.surface)
    if one.state == "small" or one.colour is None:
        return rgb(palette.background)
    return rgb(one.colour)


def _line(one: Commune, picture: Picture, palette: Palette, near: bool) -> list[int]:
    """Small counts have an outline in their class colour; the others one when they are seen from nearer."""
    if one.state != "small" or picture.circles:
        return rgb(palette.area_outline) if near else _NONE
    return rgb(one.colour or palette.context)


def _near(picture: Picture, province: str) -> list[pdk.Layer]:
    """What a province seen from nearer says under the pointer: its communes once more, without a colour."""
    rows = [
        {
            "type": "Feature",
            "geometry": geometry(shape),
            "properties": {},
            "unit_key": one.unit_key,
            "heading": one.heading,
            "said": "\n".join(one.said),
        }
        for one in picture.communes
        if one.within == province and (shape := picture.outlines.shapes.get(one.unit_key)) is not None
    ]
    return [
        pdk.Layer(
            "GeoJsonLayer",
            {"type": "FeatureCollection", "features": rows},
            id="near",
            get_fill_color=_NONE,
            stroked=False,
            pickable=True,
            auto_highlight=True,
            highlight_color=[255, 255, 255, 70],
        )
    ]


def _borders(palette: Palette, address: str) -> pdk.Layer:
    return pdk.Layer(
        "GeoJsonLayer",
        address,
        id="borders",
        filled=False,
        get_line_color=rgb(palette.area_outline),
        get_line_width=1,
        line_width_units=pdk.types.String("pixels"),
    )


def _circles(picture: Picture, palette: Palette, province: str | None) -> pdk.Layer:
    """The archipelagos at their places; where the area of a circle stands for a count, all who reported."""
    shown = [
        one
        for one in picture.communes
        if one.placed
        and (
            one.unit_key in ARCHIPELAGOS
            or one.unit_key not in picture.outlines.shapes
            or (picture.circles and one.state != "missing")
        )
    ]
    largest = max((one.count or 0 for one in picture.communes), default=0)
    shown.sort(key=lambda one: -(one.count or 0))
    rows = [
        {
            "unit_key": one.unit_key,
            "heading": one.heading,
            "said": "\n".join(one.said) if one.within == province or one.unit_key in ARCHIPELAGOS else "",
            "position": [round(one.longitude or 0, 3), round(one.latitude or 0, 3)],
            "radius": round(radius_of(one.count or 0, largest) / 2, 1) if picture.circles else 5,
            "fill": rgb(one.colour or palette.surface) if one.state == "class" else rgb(palette.background),
            "line": rgb(one.colour or palette.context) if one.state == "small" else rgb(palette.area_outline),
        }
        for one in shown
    ]
    return circle_layer(rows, 1.5)
