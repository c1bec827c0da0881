"""DataFrame → pydeck map without any request to outside: an empty inline style, circles and outlines.

Circles stand at the centres of communes: their area is the count, their colour the class. Where a file of
outlines lies in ``data/boundaries/`` its polygons (property ``code``) are drawn in place of the circles.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

import pydeck as pdk

from grassroots.colours import Palette, rgb
from grassroots.settings import BOUNDARIES

LAYER = "communes"
NARROWEST = 270  # pixels of width that the communes are fitted into
# What circles and outlines share: each row brings its own colours and line, and can be clicked.
_COLOURED: dict[str, Any] = {
    "get_fill_color": "fill",
    "get_line_color": "line",
    "get_line_width": "width",
    "line_width_units": pdk.types.String("pixels"),
    "stroked": True,
    "pickable": True,
    "auto_highlight": True,
}
_STYLE = {"version": 8, "sources": {}, "layers": []}


@dataclass(frozen=True, slots=True)
class Spot:
    """One commune on the map; ``radius`` in pixels.

    ``colour`` is None where it has not reported; ``hollow`` where counts are small.
    """

    unit_key: str
    longitude: float
    latitude: float
    radius: float
    colour: str | None
    hollow: bool
    unconfirmed: bool
    hover: str
    label: str | None = None


def radius_of(count: float, largest: float) -> float:
    """The radius in pixels of a circle whose area stands for a count: 5 for none, 20 for the largest."""
    return round(math.sqrt(25 + 375 * min(max(count, 0) / largest, 1.0)), 1) if largest else 5.0


def deck(spots: Sequence[Spot], palette: Palette, height: int) -> pdk.Deck:
    """The map of these communes, fitted to them; ``height`` in pixels of the element it will stand in."""
    outlines = outlines_of(tuple(spot.unit_key for spot in spots))
    layers = [_areas(spots, outlines, palette)] if outlines else []
    layers += [_circles([spot for spot in spots if spot.unit_key not in outlines], palette)]
    layers += _labels([spot for spot in spots if spot.label], palette)
    return pdk.Deck(
        layers=layers,
        map_style="data:application/json," + quote(json.dumps(_style(palette))),
        initial_view_state=_fit(spots, height),
        views=[pdk.View(type="MapView", controller={"dragRotate": False, "scrollZoom": False})],
        parameters={"cull": False},
        tooltip={"html": "{hover}", "style": {"fontFamily": "Source Sans, sans-serif", "fontSize": "15px"}},
    )


def settled(made: pdk.Deck) -> pdk.Deck:
    """The same map with its JSON made once: a map that is shown again is not serialised again."""
    written = made.to_json()
    made.to_json = lambda: written
    return made


def _style(palette: Palette) -> dict[str, Any]:
    ground = {"id": "ground", "type": "background", "paint": {"background-color": palette.background}}
    return {**_STYLE, "layers": [ground]}


def _circles(spots: Sequence[Spot], palette: Palette) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        [_circle(spot, palette) for spot in spots],
        id=LAYER,
        get_position="position",
        get_radius="radius",
        radius_units=pdk.types.String("pixels"),
        **_COLOURED,
    )


def _circle(spot: Spot, palette: Palette) -> dict[str, Any]:
    if spot.colour is None:
        fill, line, width = rgb(palette.background), rgb(palette.context), 1.5
    elif spot.hollow:
        fill, line, width = rgb(palette.background), rgb(spot.colour), 3.0
    else:
        fill, line, width = rgb(spot.colour), rgb(palette.area_outline), 1.0
    if spot.unconfirmed and not spot.hollow:
        line, width = rgb(palette.text), 2.0
    return {
        "unit_key": spot.unit_key,
        "position": [spot.longitude, spot.latitude],
        "radius": spot.radius,
        "fill": fill,
        "line": line,
        "width": width,
        "hover": spot.hover,
    }


def _areas(spots: Sequence[Spot], outlines: dict[str, dict[str, Any]], palette: Palette) -> pdk.Layer:
    features = [
        {
            "type": "Feature",
            "geometry": outlines[spot.unit_key],
            "properties": {},
            **_circle(spot, palette),
        }
        for spot in spots
        if spot.unit_key in outlines
    ]
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id=f"{LAYER}_areas",
        **_COLOURED,
    )


def _labels(spots: Sequence[Spot], palette: Palette) -> list[pdk.Layer]:
    if not spots:
        return []
    letters = "".join(sorted({letter for spot in spots for letter in spot.label or ""}))
    return [
        pdk.Layer(
            "TextLayer",
            [{"position": [spot.longitude, spot.latitude], "text": spot.label} for spot in spots],
            id="labels",
            get_position="position",
            get_text="text",
            get_size=16,
            get_color=rgb(palette.text),
            get_pixel_offset=[0, -24],
            font_family=pdk.types.String("Source Sans, Source Sans Pro, sans-serif"),
            font_weight=600,
            character_set=pdk.types.String(letters),
            font_settings={"sdf": True},
            outline_width=3,
            outline_color=rgb(palette.background),
        )
    ]


def _fit(spots: Sequence[Spot], height: int) -> pdk.ViewState:
    """The view that holds all centres, with a margin; a single commune is shown from some distance."""
    if not spots:
        return pdk.ViewState(longitude=106.5, latitude=16.5, zoom=4.5)
    west, east = min(spot.longitude for spot in spots), max(spot.longitude for spot in spots)
    south, north = min(spot.latitude for spot in spots), max(spot.latitude for spot in spots)
    high, wide = max((north - south) * 1.15, 0.08), max((east - west) * 1.3, 0.08)
    zoom = math.log2(min(height / high, NARROWEST / wide) * 360 / 512)
    return pdk.ViewState(longitude=(west + east) / 2, latitude=(south + north) / 2, zoom=round(zoom, 2))


@cache
def outlines_of(unit_keys: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Outlines by unit from the files of ``data/boundaries/``; empty where there is none.

    The file's name begins with the vintage of its codes (``2025-01_….geojson``), else it is the newest.
    """
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(BOUNDARIES.glob("*.geojson")):
        vintage = next((known for known in ("2020", "2025-01") if path.name.startswith(known)), "2025-07")
        codes = {key.partition(":")[2]: key for key in unit_keys if key.startswith(f"{vintage}:")}
        if not codes:
            continue
        for feature in _features(path.name):
            code = str(feature["properties"].get("code", "")).zfill(5)
            if code in codes:
                found[codes[code]] = feature["geometry"]
    return found


@cache
def _features(file_name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((BOUNDARIES / file_name).read_text(encoding="utf-8"))[
        "features"
    ]
    return features
