"""Outlines of communes taken in on the page of reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made_world import World

from grassroots.boundaries import kept
from tests.pages.conftest import PHU, PROVINCE, Open, said


def _outline(code: str) -> bytes:
    ring = [[106.88, 11.43], [106.92, 11.43], [106.92, 11.47], [106.88, 11.47], [106.88, 11.43]]
    feature = {
        "type": "Feature",
        "properties": {"code": code},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


@pytest.fixture
def boundaries(tmp_path: Path) -> Path:
    """A folder of its own for each test."""
    return tmp_path / "boundaries"


@pytest.mark.parametrize(
    ("content", "sentence", "taken"),
    [
        (_outline("25363"), "1/1 vùng khớp", True),
        (_outline("99999"), "Không vùng nào trong tệp ranh_gioi.geojson khớp được với xã nào", False),
        (b"not at all", "Tệp ranh_gioi.geojson không phải GeoJSON", False),
    ],
)
def test_a_dropped_file_is_taken_in_or_refused_with_a_sentence(
    dashboard: Open, full: World, content: bytes, sentence: str, taken: bool
) -> None:
    app = dashboard(full, "reports", place=PROVINCE, period="2026-m09")
    assert "bản đồ vẽ ranh giới xấp xỉ từ trung tâm xã" in said(app)
    app.file_uploader(key="outlines_0").upload("ranh_gioi.geojson", content)
    app.run()
    app.button(key="outlines_take_in").click().run()
    assert sentence in said(app)
    held = kept("2025-07")
    assert (held is not None) == taken
    if held is not None:
        assert PHU in held.features("75")
        assert "1/3.321 xã có ranh giới, từ tệp ranh_gioi.geojson" in said(app)
