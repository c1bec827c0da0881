"""Maps: circles at centres, outlines where a file gives them, nothing asked of anybody outside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from grassroots import maps
from grassroots.colours import PALETTES, rgb
from grassroots.maps import Spot, deck, radius_of, settled

LIGHT = PALETTES["light"]


@pytest.fixture
def boundaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of outlines."""
    monkeypatch.setattr(maps, "BOUNDARIES", tmp_path)
    maps.outlines_of.cache_clear()
    yield tmp_path
    maps.outlines_of.cache_clear()


def spot(unit_key: str = "2025-07:25363", **more: object) -> Spot:
    usual = {
        "longitude": 106.9, "latitude": 11.5, "radius": 10.0, "colour": "#0B5394",
        "hollow": False, "unconfirmed": False, "hover": "Xã Đồng Phú",
    }  # fmt: skip
    return Spot(unit_key=unit_key, **{**usual, **more})  # type: ignore[arg-type]


def layers(*spots: Spot) -> list[dict[str, object]]:
    return json.loads(deck(spots, LIGHT, 400).to_json())["layers"]


def test_nothing_outside_is_named(boundaries: Path) -> None:
    made = json.loads(deck([spot()], LIGHT, 400).to_json())
    assert made["mapStyle"].startswith("data:application/json,")
    assert "http" not in json.dumps(made)


def test_a_circle_stands_at_the_centre_in_its_class(boundaries: Path) -> None:
    (circles,) = layers(spot())
    (circle,) = circles["data"]
    assert circle["position"] == [106.9, 11.5]
    assert circle["fill"] == rgb("#0B5394") and circle["radius"] == 10.0


def test_no_report_is_grey_and_hollow_small_counts_a_ring_in_the_class_colour(boundaries: Path) -> None:
    (circles,) = layers(spot(colour=None), spot("2025-07:25387", hollow=True))
    silent, small = circles["data"]
    assert (silent["fill"], silent["line"]) == (rgb(LIGHT.background), rgb(LIGHT.context))
    assert (small["fill"], small["line"]) == (rgb(LIGHT.background), rgb("#0B5394"))


def test_the_area_of_a_circle_grows_with_the_count() -> None:
    assert (radius_of(0, 400), radius_of(400, 400)) == (5.0, 20.0)
    smallest, half = 5.0**2, radius_of(200, 400) ** 2
    assert half == pytest.approx((smallest + 20.0**2) / 2, rel=0.02)
    assert radius_of(3, 0) == 5.0


def test_an_outline_file_takes_the_place_of_the_circle(boundaries: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[106, 11], [107, 11], [107, 12], [106, 11]]]}
    feature = {"type": "Feature", "properties": {"code": "25363"}, "geometry": square}
    (boundaries / "communes.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8"
    )
    areas, circles = layers(spot(), spot("2025-07:25387"), spot("2025-01:25363"))
    assert [one["unit_key"] for one in areas["data"]["features"]] == ["2025-07:25363"]
    assert [one["unit_key"] for one in circles["data"]] == ["2025-07:25387", "2025-01:25363"]


def test_labels_bring_the_letters_that_they_need(boundaries: Path) -> None:
    *_, labels = layers(spot(label="Đồng Phú"))
    assert set("Đồng Phú") <= set(labels["characterSet"])


def test_a_map_shown_again_is_not_written_again(boundaries: Path) -> None:
    made = settled(deck([spot()], LIGHT, 400))
    assert made.to_json() is made.to_json()
