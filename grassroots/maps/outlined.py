"""The outlines behind a map: those that were taken in for a vintage, else areas made from centres."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

import shapely

from grassroots.boundaries import COUNTRY, Kept, outlines
from grassroots.maps.model import Outlines


def outlines_of(unit_keys: Sequence[str], province_key: str | None) -> Outlines:
    """The outlines of these communes of one province, or of the country where none is named."""
    vintage = (province_key or unit_keys[0]).partition(":")[0] if (province_key or unit_keys) else ""
    if not vintage:
        return Outlines({}, False, "")
    held = outlines(vintage)
    sheet = _sheet(province_key)
    if sheet not in held.sheets:
        return Outlines({}, held.approximate, f"{vintage} none")
    shapes, wanted = _shapes(held, sheet), frozenset(unit_keys)
    if wanted >= shapes.keys():
        return Outlines(shapes, held.approximate, f"{vintage} {sheet} {held.sheets[sheet]}")
    chosen = {key: shape for key, shape in shapes.items() if key in wanted}
    key = f"{vintage} {sheet} {held.sheets[sheet]} {hash(tuple(sorted(chosen)))}"
    return Outlines(chosen, held.approximate, key)


def sheet_digest(vintage: str, province_key: str | None) -> str:
    """What changes when other outlines of a province, or of the country, are taken in."""
    return outlines(vintage).sheets.get(_sheet(province_key), "none")


def _sheet(province_key: str | None) -> str:
    return province_key.partition(":")[2] if province_key else COUNTRY


@lru_cache(maxsize=48)
def _shapes(held: Kept, sheet: str) -> dict[str, shapely.Geometry]:
    features = held.features(sheet)
    shapes = shapely.from_geojson([json.dumps(geometry) for geometry in features.values()])
    shapes = shapely.make_valid(shapes)  # a sheet's coordinates are rounded
    shapely.prepare(shapes)
    return dict(zip(features, shapes.tolist(), strict=True))
