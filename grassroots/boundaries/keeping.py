"""Prepared outlines on disk: for each vintage one folder, the country coarse, each province as fine as given.

``<vintage>/about.json`` says where they come from, ``country.json`` and ``<province code>.json`` are GeoJSON
whose features have the commune's code (``c``) and their number in the file (``i``), in the codes' order.
A folder is written beside and renamed, so that a reader sees the old outlines or the new ones, never half.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import shapely

from grassroots import settings
from grassroots.boundaries.coverage import Shapes, polygons_of, simplified
from grassroots.boundaries.model import Outcome
from grassroots.units import all_units, unit

COUNTRY = "country"
# Zoom → (tolerance in degrees, least island in square degrees, decimals kept). A pixel of a map of the whole
# country is about 0.015 degrees, one of a province's about 0.001.
_ZOOMS = {COUNTRY: (0.01, 1e-4, 3), "province": (0.0015, 1e-6, 4)}
_ABOUT = "about.json"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One GeoJSON file of outlines as the browser gets it."""

    path: Path
    digest: str  # of its content: a name that changes with it
    unit_keys: tuple[str, ...]  # in the order of the features
    bounds: tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True, slots=True)
class Kept:
    """The outlines of one vintage. ``outcome`` is None where areas were made from centres."""

    folder: Path
    vintage: str
    approximate: bool
    outcome: Outcome | None
    made_on: str  # ISO date; empty where approximate
    sheets: Mapping[str, str]  # province code or "country" → digest

    def sheet(self, province: str = COUNTRY) -> Sheet | None:
        """The sheet of a province by its code, or of the whole country; None where it has no outline."""
        return _sheet(self, province) if province in self.sheets else None

    def features(self, province: str = COUNTRY) -> dict[str, dict[str, Any]]:
        """unit_key → GeoJSON geometry of one sheet."""
        path = _made_from_centres(self, province) if self.approximate else self.folder / f"{province}.json"
        return _features(path, self.sheets[province], self.vintage)

    def __hash__(self) -> int:
        return hash((str(self.folder), tuple(sorted(self.sheets.items()))))


def kept(vintage: str) -> Kept | None:
    """The outlines that were taken in for a vintage, or None."""
    return _read(settings.BOUNDARIES / vintage, vintage)


def outlines(vintage: str) -> Kept:
    """The outlines taken in for a vintage, else areas made from its centres when they are first asked for."""
    found = kept(vintage)
    if found is not None:
        return found
    digest = _reference(vintage)
    folder = settings.BOUNDARIES / "approximate" / f"{vintage}-{digest}"
    return Kept(folder, vintage, True, None, "", dict.fromkeys([COUNTRY, *_provinces(vintage)], digest))


@cache
def _provinces(vintage: str) -> list[str]:
    return sorted(one.code for one in all_units() if one.vintage == vintage and one.level == "province")


def _made_from_centres(held: Kept, province: str) -> Path:
    """The file of one approximate sheet, made where it isn't there: a province in a fraction of a second, the
    country in five seconds."""
    path = held.folder / f"{province}.json"
    if path.exists():
        return path
    from grassroots.boundaries.approximate import areas

    made = areas(held.vintage, None if province == COUNTRY else province)
    keys = sorted(made)
    held.folder.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(f".{uuid4().hex[:8]}")
    zoom = COUNTRY if province == COUNTRY else "province"
    _write(written, keys, [made[key] for key in keys], zoom)
    written.replace(path)
    return path


@cache
def _reference(vintage: str) -> str:
    """What the approximate areas are made from: units, their succession and the making itself."""
    made = hashlib.sha256()
    for name in (f"units_{vintage}.csv", "units_2025-01.csv", "succession.csv"):
        made.update((settings.REFERENCE / "units" / name).read_bytes())
    for module in ("approximate.py", "keeping.py"):
        made.update(Path(__file__).with_name(module).read_bytes())
    return made.hexdigest()[:12]


def keep(
    folder: Path, vintage: str, shapes: Mapping[str, shapely.Geometry], outcome: Outcome, made_on: str
) -> Kept:
    """Simplifies the coverage for each zoom and writes its folder in place of the one before."""
    keys = sorted(shapes)
    covered: Shapes = np.array([shapes[key] for key in keys], dtype=object)
    written = folder.with_name(f".{folder.name}-{uuid4().hex[:8]}")
    written.mkdir(parents=True)
    try:
        sheets = {COUNTRY: _write(written / f"{COUNTRY}.json", keys, _at_zoom(covered, COUNTRY), COUNTRY)}
        fine = _at_zoom(covered, "province")
        for province, places in _by_province(keys).items():
            chosen = [keys[at] for at in places]
            sheets[province] = _write(written / f"{province}.json", chosen, fine[places], "province")
        about = {
            "vintage": vintage,
            "made_on": made_on,
            "sheets": sheets,
            "outcome": outcome.as_json(),
        }
        (written / _ABOUT).write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
        _put_in_place(written, folder)
    finally:
        shutil.rmtree(written, ignore_errors=True)
    found = _read(folder, vintage)
    assert found is not None
    return found


def _put_in_place(written: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}-old-{uuid4().hex[:8]}")
    if folder.exists():
        folder.rename(old)
    written.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _at_zoom(covered: Shapes, zoom: str) -> Shapes:
    tolerance, least, _decimals = _ZOOMS[zoom]
    return simplified(covered, tolerance, least)


def _by_province(keys: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        found.setdefault(unit(key).province_key.partition(":")[2], []).append(at)
    return found


def _write(path: Path, keys: Sequence[str], shapes: Iterable[shapely.Geometry], zoom: str) -> str:
    """One GeoJSON file; gives the digest of its content."""
    decimals = _ZOOMS[zoom][2]
    rounded = shapely.transform(np.array(list(shapes), dtype=object), lambda held: np.round(held, decimals))
    broken = ~shapely.is_valid(rounded)  # two points of a thin outline may have become one
    rounded[broken] = [polygons_of(one) for one in shapely.make_valid(rounded[broken], method="structure")]
    parts = [
        f'{{"type":"Feature","properties":{{"i":{number},"c":"{key.partition(":")[2]}"}},"geometry":{geometry}}}'
        for number, (key, geometry) in enumerate(zip(keys, shapely.to_geojson(rounded), strict=True))
    ]
    content = f'{{"type":"FeatureCollection","features":[{",".join(parts)}]}}'.encode()
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()[:16]


def _read(folder: Path, vintage: str) -> Kept | None:
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    except OSError:
        return None
    return Kept(
        folder, vintage, False, Outcome.from_json(about["outcome"]), about["made_on"], about["sheets"]
    )


@lru_cache(maxsize=64)
def _sheet(held: Kept, province: str) -> Sheet:
    features = held.features(province)
    shapes = shapely.from_geojson([json.dumps(geometry) for geometry in features.values()])
    west, south, east, north = shapely.total_bounds(shapes)
    return Sheet(
        held.folder / f"{province}.json",
        held.sheets[province],
        tuple(features),
        (float(west), float(south), float(east), float(north)),
    )


@lru_cache(maxsize=48)
def _features(path: Path, _digest: str, vintage: str) -> dict[str, dict[str, Any]]:
    held = json.loads(path.read_bytes())
    return {f"{vintage}:{one['properties']['c']}": one["geometry"] for one in held["features"]}
