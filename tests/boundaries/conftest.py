"""Small outlines drawn by hand, and a folder of their own to keep them in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from grassroots import settings

# Four communes in the south of Đồng Nai, each a square of a tenth of a degree round its centre, side by side.
COMMUNES = {"25363": "Đồng Phú", "25387": "Thuận Lợi", "25390": "Đồng Tâm", "25378": "Tân Lợi"}


@pytest.fixture
def boundaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of outlines."""
    folder = tmp_path / "boundaries"
    folder.mkdir()
    monkeypatch.setattr(settings, "BOUNDARIES", folder)
    return folder


@pytest.fixture
def geojson(tmp_path: Path) -> Callable[..., Path]:
    """Writes features, each (properties, rings of the outline), as a GeoJSON file."""

    def write(*features: tuple[dict[str, object], list[list[float]]], **more: object) -> Path:
        held = [
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
            for properties, ring in features
        ]
        path = tmp_path / "outlines.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": held, **more}), "utf-8")
        return path

    return write


def square(west: float, south: float, size: float = 0.1) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]
