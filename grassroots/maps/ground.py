"""The outlines of the country as the browser fetches them: once, as files of this server. Communes have a
number (``i``), by which colours refer to them however often these change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from grassroots.maps.framing import Bounds, together
from grassroots.maps.model import Commune, Picture
from grassroots.units import fold

_DECIMALS = 3  # as fine as the sheet of the country is


def numbered(picture: Picture) -> list[Commune]:
    """The communes in the order of their numbers."""
    return sorted(picture.communes, key=lambda one: one.unit_key)


def ground(picture: Picture) -> bytes:
    """GeoJSON of the communes that have an outline, each with its number, its unit_key and its heading."""
    held = [
        (number, one, shape)
        for number, one in enumerate(numbered(picture))
        if (shape := picture.outlines.shapes.get(one.unit_key)) is not None
    ]
    said = [
        {"i": number, "unit_key": one.unit_key, "heading": one.heading, "said": ""}  # said from nearer
        for number, one, _shape in held
    ]
    return _collection(said, _written([shape for _number, _one, shape in held]))


def borders(picture: Picture) -> bytes:
    """GeoJSON of the borders of provinces."""
    edges = _written([shapely.boundary(area) for area in provinces_of(picture).values()])
    return _collection([{}] * len(edges), edges)


def provinces_of(picture: Picture) -> dict[str, shapely.Geometry]:
    """The areas of the provinces by their names, in alphabetical order, made of their communes' outlines."""
    held: dict[str, list[shapely.Geometry]] = {}
    for one in picture.communes:
        shape = picture.outlines.shapes.get(one.unit_key)
        if shape is not None and one.within:
            held.setdefault(one.within, []).append(shape)
    return {name: shapely.union_all(held[name]) for name in sorted(held, key=fold)}


def mainland(picture: Picture, province: str) -> Bounds | None:
    """What a province is looked at by: an archipelago far out would shrink the rest to a corner."""
    held = {
        one.unit_key: shape.bounds
        for one in picture.communes
        if one.within == province and (shape := picture.outlines.shapes.get(one.unit_key)) is not None
    }
    return together(held.items())[0]


def _written(shapes: Sequence[shapely.Geometry]) -> list[str]:
    rounded: NDArray[np.object_] = shapely.transform(
        np.array(shapes, dtype=object), lambda points: np.round(points, _DECIMALS)
    )
    written: list[str] = shapely.to_geojson(rounded).tolist()
    return written


def _collection(properties: Sequence[Mapping[str, Any]], geometries: Sequence[str]) -> bytes:
    features = [
        f'{{"type":"Feature","properties":{_json(said)},"geometry":{geometry}}}'
        for said, geometry in zip(properties, geometries, strict=True)
    ]
    return f'{{"type":"FeatureCollection","features":[{",".join(features)}]}}'.encode()


def _json(said: Mapping[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
