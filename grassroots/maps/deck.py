"""Picture → pydeck map, without any request to outside: an empty inline style under layers of our own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

import numpy as np
import pydeck as pdk
import shapely
from pydeck.bindings.json_tools import default_serialize

from grassroots.colours import Palette, rgb
from grassroots.maps.framing import Frame
from grassroots.maps.labels import Placed
from grassroots.maps.model import Commune, Picture
from grassroots.maps.patterns import dashes, hatch, rims, ring
from grassroots.maps.placing import frame_of, labels_of, radius_of

_HOVER = {
    "fontFamily": "Source Sans, sans-serif",
    "fontSize": "15px",
    "lineHeight": "1.35",
    "whiteSpace": "pre-line",
    "color": "#FFFFFF",
    "backgroundColor": "#16212C",
    "borderRadius": "4px",
    "padding": "6px 10px",
}
Deck = pdk.Deck
AREAS, CIRCLES = "areas", "circles"
LABEL = 17  # pixels
NARROWEST = 270  # pixels of width that the communes are fitted into
_HATCH, _RING, _DASH, _GAP = 8.0, 4.5, 8.0, 6.0  # pixels


def deck(picture: Picture, palette: Palette, height: int, width: int = NARROWEST) -> pdk.Deck:
    """The map fitted to its communes; ``width`` and ``height`` in pixels of the room it surely has."""
    frame, far = frame_of(picture, width, height)
    degree = frame.pixels_a_degree
    outlined = [one for one in picture.communes if one.unit_key in picture.outlines.shapes]
    near = [one for one in outlined if one.unit_key not in far]
    held = {one.unit_key for one in near}
    dots = [one for one in picture.communes if one.placed and one.unit_key not in held]
    layers = [
        _areas(near, picture, palette),
        _rings(near, picture, palette, _RING / degree),
        _lines("hatch", _hatched(near, picture, round(_HATCH / degree, 6)), rgb(palette.context), 1.5),
        _lines("dashes", _dashed(near, picture, _DASH / degree, _GAP / degree), rgb(palette.text), 2.5),
        _circles(picture, palette, frame, dots),
        *_dots(near, picture, palette),
        *singled_out(picture, palette),
        *names(labels_of(picture, frame, LABEL, far), frame, palette),
    ]
    return made_of([layer for layer in layers if layer is not None], frame, palette)


def made_of(layers: Sequence[pdk.Layer], frame: Frame, palette: Palette) -> pdk.Deck:
    """A map of these layers over the page's colour; what can be pointed at has a heading and what it says."""
    ground = {"id": "ground", "type": "background", "paint": {"background-color": palette.background}}
    style = {"version": 8, "sources": {}, "layers": [ground]}
    return pdk.Deck(
        layers=list(layers),
        map_style="data:application/json," + quote(json.dumps(style)),
        initial_view_state=pdk.ViewState(
            longitude=round(frame.longitude, 4), latitude=round(frame.latitude, 4), zoom=round(frame.zoom, 3)
        ),
        views=[pdk.View(type="MapView", controller={"dragRotate": False, "scrollZoom": False})],
        parameters={"cull": False},
        tooltip={"html": "<b>{heading}</b>\n{said}", "style": _HOVER},  # values are escaped in the browser
    )


def settled(made: pdk.Deck) -> pdk.Deck:
    """The same map with its JSON made once and without pydeck's indentation, which would treble its size."""
    written = json.dumps(made, sort_keys=True, default=default_serialize, separators=(",", ":"))
    made.to_json = lambda: written
    made.layers = []  # thousands of lists that every collection of garbage would look through
    return made


def _areas(communes: Sequence[Commune], picture: Picture, palette: Palette) -> pdk.Layer | None:
    if not communes:
        return None
    features = [
        {
            "type": "Feature",
            "geometry": geometry(picture.outlines.shapes[one.unit_key]),
            "properties": {},
            "unit_key": one.unit_key,
            "fill": _fill(one, picture, palette),
            "heading": one.heading,
            "said": "\n".join(one.said),
        }
        for one in communes
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id=AREAS,
        get_fill_color="fill",
        get_line_color=rgb(palette.area_outline),
        get_line_width=1,
        line_width_units=pdk.types.String("pixels"),
        stroked=True,
        pickable=True,
        auto_highlight=True,
        highlight_color=[255, 255, 255, 70],
    )


def _fill(one: Commune, picture: Picture, palette: Palette) -> list[int]:
    if picture.circles or one.state == "missing":
        return rgb(palette.surface)
    if one.state == "small" or one.colour is None:
        return rgb(palette.background)
    return rgb(one.colour)


def _rings(communes: Sequence[Commune], picture: Picture, palette: Palette, width: float) -> pdk.Layer | None:
    small = [one for one in communes if one.state == "small" and not picture.circles]
    if not small:
        return None
    features = [
        {
            "type": "Feature",
            "geometry": geometry(ring(picture.outlines, one.unit_key, width)),
            "properties": {},
            "fill": rgb(one.colour or palette.context),
        }
        for one in small
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id="rings",
        get_fill_color="fill",
        stroked=False,
    )


def _hatched(communes: Iterable[Commune], picture: Picture, step: float) -> Iterator[dict[str, Any]]:
    for one in communes:
        if one.state == "missing":
            yield from ({"path": line} for line in hatch(picture.outlines, one.unit_key, step))


def _dashed(
    communes: Iterable[Commune], picture: Picture, dash: float, gap: float
) -> Iterator[dict[str, Any]]:
    for one in communes:
        if one.unconfirmed and not picture.circles:
            lines = dashes(picture.outlines, one.unit_key, round(dash, 6), round(gap, 6))
            yield from ({"path": line} for line in lines)


def _lines(name: str, rows: Iterable[dict[str, Any]], colour: list[int], width: float) -> pdk.Layer | None:
    held = list(rows)
    if not held:
        return None
    return pdk.Layer(
        "PathLayer",
        held,
        id=name,
        get_path="path",
        get_color=colour,
        get_width=width,
        width_units=pdk.types.String("pixels"),
        cap_rounded=False,
        joint_rounded=True,
    )


def _circles(
    picture: Picture, palette: Palette, frame: Frame, without_outline: Sequence[Commune]
) -> pdk.Layer | None:
    """Circles of communes that have no outline here, or of all where their area stands for a count."""
    shown = [one for one in picture.communes if one.placed] if picture.circles else list(without_outline)
    if not shown:
        return None
    largest = max((one.count or 0 for one in picture.communes), default=0)
    shown.sort(key=lambda one: -(one.count or 0))  # the small ones on top of the large ones
    return circle_layer([_circle(one, largest, picture, palette, frame) for one in shown], "width")


def circle_layer(rows: Sequence[dict[str, Any]], width: str | float) -> pdk.Layer:
    """Circles of ``position``, ``radius``, ``fill`` and ``line``; ``width`` of the line or its key."""
    return pdk.Layer(
        "ScatterplotLayer",
        rows,
        id=CIRCLES,
        get_position="position",
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        get_fill_color="fill",
        get_line_color="line",
        get_line_width=width,
        line_width_units=pdk.types.String("pixels"),
        stroked=True,
        pickable=True,
        auto_highlight=True,
    )


def _circle(one: Commune, largest: float, picture: Picture, palette: Palette, frame: Frame) -> dict[str, Any]:
    fill, line, width = rgb(one.colour or palette.background), rgb(palette.area_outline), 1.0
    if one.state == "missing":
        fill, line, width = rgb(palette.surface), rgb(palette.context), 1.5
    elif one.state == "small":
        fill, line, width = rgb(palette.background), rgb(one.colour or palette.context), 3.0
    elif one.unconfirmed:
        line, width = rgb(palette.text), 2.0
    at = frame.degrees(*frame.clamped(one.longitude or 0, one.latitude or 0, 12))
    return {
        "unit_key": one.unit_key,
        "position": [round(at[0], _DECIMALS), round(at[1], _DECIMALS)],
        "radius": radius_of(one.count or 0, largest) if picture.circles else 8,
        "fill": fill,
        "line": line,
        "width": width,
        "heading": one.heading,
        "said": "\n".join(one.said),
    }


def _dots(communes: Sequence[Commune], picture: Picture, palette: Palette) -> list[pdk.Layer]:
    """The centres of communes whose outline is approximate: what is known is the point."""
    if not picture.outlines.approximate or picture.circles or not communes:
        return []
    return [
        pdk.Layer(
            "ScatterplotLayer",
            [{"position": [one.longitude, one.latitude]} for one in communes if one.placed],
            id="dots",
            get_position="position",
            get_radius=2.2,
            radius_units=pdk.types.String("pixels"),
            get_fill_color=rgb(palette.text),
            get_line_color=rgb(palette.background),
            get_line_width=1,
            line_width_units=pdk.types.String("pixels"),
            stroked=True,
        )
    ]


def singled_out(picture: Picture, palette: Palette) -> list[pdk.Layer]:
    """Outlines of what is supposed and of the chosen commune, over the page's colour to stand out."""
    chosen = (picture.chosen,) if picture.chosen else ()
    return [
        *_rimmed("supposed", picture.supposed, picture, palette, palette.supposed, (6, 3.5)),
        *_rimmed("chosen", chosen, picture, palette, palette.text, (7, 4)),
    ]


def _rimmed(
    name: str,
    keys: Sequence[str],
    picture: Picture,
    palette: Palette,
    colour: str,
    widths: tuple[float, float],
) -> list[pdk.Layer]:
    rows = [
        {"path": line}
        for key in keys
        if key in picture.outlines.shapes
        for line in rims(picture.outlines, key)
    ]
    under = _lines(f"{name}_under", rows, rgb(palette.background), widths[0])
    over = _lines(name, rows, rgb(colour), widths[1])
    return [layer for layer in (under, over) if layer is not None]


def names(placed: Sequence[Placed], frame: Frame, palette: Palette, name: str = "labels") -> list[pdk.Layer]:
    """Names with the lines that lead to their places, as layers."""
    if not placed:
        return []
    leaders = [
        {"path": [_rounded(frame.degrees(*one.leader)), _rounded(frame.degrees(*one.anchor))]}
        for one in placed
        if one.leader is not None
    ]
    lines = _lines(f"{name}_leaders", leaders, rgb(palette.text), 1.5)
    letters = "".join(sorted({letter for one in placed for line in one.lines for letter in line}))
    text = pdk.Layer(
        "TextLayer",
        [{"position": _rounded(frame.degrees(one.x, one.y)), "text": "\n".join(one.lines)} for one in placed],
        id=name,
        get_position="position",
        get_text="text",
        get_size=LABEL,
        get_color=rgb(palette.text),
        font_family=pdk.types.String("Source Sans, Source Sans Pro, sans-serif"),
        font_weight=650,
        line_height=1.15,
        character_set=pdk.types.String(letters),
        font_settings={"sdf": True, "fontSize": 48, "buffer": 6},
        outline_width=4,
        outline_color=rgb(palette.background),
    )
    return [layer for layer in (lines, text) if layer is not None]


def _rounded(at: tuple[float, float]) -> list[float]:
    return [round(at[0], _DECIMALS), round(at[1], _DECIMALS)]


def geometry(shape: shapely.Geometry) -> dict[str, Any]:
    """An outline as GeoJSON in degrees, as fine as a map of a province needs."""
    rounded = shapely.transform(shape, lambda points: np.round(points, _DECIMALS))
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return geometry


_DECIMALS = 4
