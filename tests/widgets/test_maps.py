"""Maps as frames → layers: class colours, hatching, rings, dashes, names, nothing asked outside."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely

from grassroots.colours import PALETTES, rgb
from grassroots.maps import (
    ARCHIPELAGOS,
    Addresses,
    Commune,
    Legend,
    Outlines,
    Picture,
    Row,
    borders,
    deck,
    frame_of,
    ground,
    labels_of,
    mapped,
    national_deck,
    radius_of,
    settled,
)
from grassroots.maps.drawing import Area, Circle, Line, Shape, Text
from grassroots.maps.framing import fit
from grassroots.maps.labels import Wanted, place
from grassroots.maps.national import expression
from grassroots.maps.patterns import dashes, hatch, ring

LIGHT = PALETTES["light"]
PHU, LOI, TAM, XA = "2025-07:25363", "2025-07:25387", "2025-07:25390", "2025-07:22736"
# Squares of a tenth of a degree side by side; XA is an island seven degrees out.
SHAPES = {
    PHU: shapely.box(106.0, 11.0, 106.1, 11.1),
    LOI: shapely.box(106.1, 11.0, 106.2, 11.1),
    TAM: shapely.box(106.2, 11.0, 106.3, 11.1),
}
MANY = {
    **SHAPES,
    **{f"2025-07:0000{x}": shapely.box(106 + x / 10, 11.1, 106.1 + x / 10, 11.2) for x in range(9)},
}


def commune(unit_key: str = PHU, **more: object) -> Commune:
    centre = shapely.centroid(MANY.get(unit_key, shapely.Point(113.5, 11.0)))
    usual: dict[str, object] = {
        "name": "Đồng Phú", "heading": "Xã Đồng Phú", "longitude": centre.x, "latitude": centre.y,
        "state": "class", "colour": "#0B5394", "unconfirmed": False, "said": ("91,4 %", "132/142 đơn"),
    }  # fmt: skip
    return Commune(unit_key=unit_key, **{**usual, **more})  # type: ignore[arg-type]


def picture(*communes: Commune, approximate: bool = False, **more: Any) -> Picture:
    return Picture(communes, Outlines(SHAPES, approximate, "squares"), **more)


def layers(shown: Picture) -> dict[str, Any]:
    made = json.loads(deck(shown, LIGHT, 400, 300).to_json())
    return {layer["id"]: layer for layer in made["layers"]}


def areas(shown: Picture) -> dict[str, Any]:
    return {one["unit_key"]: one for one in layers(shown)["areas"]["data"]["features"]}


def test_nothing_outside_is_named() -> None:
    made = json.loads(deck(picture(commune()), LIGHT, 400).to_json())
    assert made["mapStyle"].startswith("data:application/json,")
    assert "http" not in json.dumps(made)


def test_an_area_has_its_class_colour_and_says_name_value_and_counts() -> None:
    drawn = areas(picture(commune()))[PHU]
    assert drawn["fill"] == rgb("#0B5394")
    assert (drawn["heading"], drawn["said"]) == ("Xã Đồng Phú", "91,4 %\n132/142 đơn")
    assert drawn["geometry"]["type"] == "Polygon"


def test_not_reported_is_hatched_at_45_degrees_inside_its_outline() -> None:
    shown = picture(commune(), commune(LOI, state="missing", colour=None))
    assert areas(shown)[LOI]["fill"] == rgb(LIGHT.surface)
    lines = [shapely.LineString(row["path"]) for row in layers(shown)["hatch"]["data"]]
    assert len(lines) > 5
    for line in lines:
        (x, y), (x2, y2) = line.coords
        assert x2 - x == pytest.approx(y2 - y, abs=3e-4)
        assert SHAPES[LOI].buffer(1e-3).contains(line)


def test_small_counts_are_a_ring_in_the_class_colour_on_the_page() -> None:
    shown = picture(commune(state="small"))
    assert areas(shown)[PHU]["fill"] == rgb(LIGHT.background)
    (rim,) = layers(shown)["rings"]["data"]["features"]
    shape = shapely.from_geojson(json.dumps(rim["geometry"]))
    assert rim["fill"] == rgb("#0B5394")
    assert not shape.contains(shapely.centroid(SHAPES[PHU])) and 0 < shape.area < SHAPES[PHU].area / 2


def test_unconfirmed_has_a_dashed_outline() -> None:
    lines = layers(picture(commune(unconfirmed=True)))["dashes"]["data"]
    length = sum(shapely.LineString(row["path"]).length for row in lines)
    assert 0.45 * 0.4 < length < 0.7 * 0.4  # eight of fourteen pixels of a way round of 0.4 degrees
    assert "dashes" not in layers(picture(commune()))


def test_the_chosen_commune_has_ink_over_the_page_colour_round_its_outline() -> None:
    drawn = layers(picture(commune(), commune(LOI), chosen=LOI))
    assert (drawn["chosen_under"]["getWidth"], drawn["chosen"]["getWidth"]) == (7, 4)
    assert drawn["chosen"]["getColor"] == rgb(LIGHT.text)
    (path,) = (row["path"] for row in drawn["chosen"]["data"])
    assert shapely.Polygon(path).equals(SHAPES[LOI])
    assert list(drawn).index("chosen") > list(drawn).index("areas")


def test_a_drawing_outlines_what_is_supposed_as_the_map_does() -> None:
    shown = picture(commune(), commune(LOI), supposed=(LOI,))
    frame, far = frame_of(shown, 400, 300)
    lines = [one for one in mapped(shown, frame, far, LIGHT, 0) if isinstance(one, Line)]
    violet = [one for one in lines if one.colour == LIGHT.supposed]
    assert len(violet) == 1 and len(layers(shown)["supposed"]["data"]) == 1
    assert not [one for one in mapped(picture(commune()), frame, far, LIGHT, 0) if isinstance(one, Line)]


def test_approximate_areas_show_the_centre_they_were_made_from() -> None:
    assert len(layers(picture(commune(), commune(LOI), approximate=True))["dots"]["data"]) == 2
    assert "dots" not in layers(picture(commune()))


def test_a_commune_without_outline_is_a_circle_at_its_centre() -> None:
    drawn = layers(picture(commune(), commune("2025-07:00001", longitude=106.35, latitude=11.05)))
    assert [one["unit_key"] for one in drawn["areas"]["data"]["features"]] == [PHU]
    assert [one["unit_key"] for one in drawn["circles"]["data"]] == ["2025-07:00001"]


def test_circles_grow_with_counts_and_the_small_ones_lie_on_top() -> None:
    shown = picture(commune(count=4.0), commune(LOI, count=400.0), circles=True)
    drawn = layers(shown)
    assert [one["unit_key"] for one in drawn["circles"]["data"]] == [LOI, PHU]
    assert areas(shown)[PHU]["fill"] == rgb(LIGHT.surface)
    assert (radius_of(0, 400), radius_of(400, 400)) == (4.0, 22.0)
    assert radius_of(200, 400) ** 2 == pytest.approx((16 + 22.0**2) / 2, rel=0.02)


def test_an_archipelago_far_out_stands_at_the_edge_and_leaves_the_rest_its_size() -> None:
    land = [commune(key) for key in MANY]
    near, _ = frame_of(picture(*land), 300, 400)
    shown = picture(*land, commune(XA, name="Trường Sa"))
    frame, far = frame_of(shown, 300, 400)
    assert far == {XA} and frame.zoom == near.zoom
    drawn = next(one for one in layers(shown)["circles"]["data"] if one["unit_key"] == XA)
    x, _ = frame.at(*drawn["position"])
    assert x == pytest.approx(300 - 12, abs=1)
    assert [one.lines[0] for one in labels_of(shown, frame, 17, far)] == ["Trường Sa"]


def test_names_dont_cover_each_other_and_the_first_ones_win() -> None:
    frame = fit((106.0, 11.0, 106.3, 11.1), 300, 120)
    wanted = [Wanted(str(number), ("Nhơn Trạch",), 150.0 + number, 60.0) for number in range(40)]
    placed = place(wanted, frame, 17)
    assert placed[0].unit_key == "0" and 3 < len(placed) < 40
    for at, one in enumerate(placed):
        assert one.box[0] >= 0 and one.box[2] <= 300 and one.box[1] >= 0 and one.box[3] <= 120
        for other in placed[:at]:
            assert shapely.box(*one.box).intersection(shapely.box(*other.box)).area == 0


def test_names_keep_off_the_coloured_areas_where_there_is_room() -> None:
    frame = fit((106.0, 11.0, 106.3, 11.1), 300, 300)
    ground = shapely.box(100, 0, 300, 300)
    (placed,) = place([Wanted("a", ("Phú",), 140.0, 150.0)], frame, 17, ground=ground)
    assert placed.box[2] <= 100 and placed.leader is not None


def test_labels_bring_the_letters_that_they_need() -> None:
    labels = layers(picture(commune(), named=(PHU,)))["labels"]
    assert set("Đồng Phú") <= set(labels["characterSet"])


def test_the_frame_holds_what_it_is_fitted_to() -> None:
    frame = fit((105.0, 10.0, 107.0, 12.0), 300, 400, margin=10)
    west, south = frame.at(105.0, 10.0)
    east, north = frame.at(107.0, 12.0)
    assert (west, east) == (pytest.approx(10), pytest.approx(290))
    assert 10 <= north < south <= 390
    assert frame.degrees(west, south) == (pytest.approx(105.0), pytest.approx(10.0))


def test_a_map_shown_again_is_not_written_again_and_has_no_indentation() -> None:
    plain = deck(picture(commune()), LIGHT, 400)
    indented = plain.to_json()
    made = settled(plain)
    assert made.to_json() is made.to_json()
    assert json.loads(made.to_json()) == json.loads(indented) and len(made.to_json()) < 0.7 * len(indented)


def test_patterns_are_made_once_for_the_same_outlines() -> None:
    one, same = Outlines(SHAPES, False, "squares"), Outlines(dict(SHAPES), False, "squares")
    assert hatch(one, PHU, 0.01) is hatch(same, PHU, 0.01)
    assert ring(one, PHU, 0.01) is ring(same, PHU, 0.01)
    assert dashes(one, PHU, 0.01, 0.01) is dashes(same, PHU, 0.01, 0.01)


def test_a_legend_that_does_not_add_up_is_refused() -> None:
    rows = (Row("class", ("#0B5394",), None, "dưới 90", 2), Row("missing", (), None, "chưa báo cáo", 1))
    Legend("", rows, 3, "xã", 0, "")
    with pytest.raises(ValueError):
        Legend("", rows, 4, "xã", 0, "")


def of_the_country(**more: Any) -> Picture:
    """Two communes of one province, one of them not reported, and both archipelagos without an outline."""
    hoang_sa, truong_sa = (
        commune(key, name=name, state="missing", colour=None, longitude=x, latitude=y, within=within)
        for key, name, x, y, within in (
            (ARCHIPELAGOS[0], "Hoàng Sa", 112.1, 16.6, "Đà Nẵng"),
            (ARCHIPELAGOS[1], "Trường Sa", 114.5, 9.7, "Khánh Hòa"),
        )
    )
    land = (
        commune(state="missing", colour=None, within="Đồng Nai"),
        commune(LOI, unconfirmed=True, within="Đồng Nai", **more),
    )
    return picture(*land, hoang_sa, truong_sa, national=True)


def national(shown: Picture, province: str | None = None) -> dict[str, Any]:
    made = national_deck(shown, LIGHT, Addresses("/media/a.json", "/media/b.json"), 430, province)
    return json.loads(made.to_json())  # type: ignore[no-any-return]


def test_colours_of_the_country_are_one_expression_over_the_communes_numbers() -> None:
    red, blue = [122, 32, 13, 255], [11, 83, 148, 255]
    assert expression([red]) == "[122,32,13,255]"
    assert expression([red, red, blue]) == "(properties.i<2?[122,32,13,255]:[11,83,148,255])"
    colours = [red, blue, blue, red, blue]
    written = expression(colours)
    for number, colour in enumerate(colours):
        assert evaluated(written, number) == colour
    assert len(expression([red, blue] * 1660)) < 120_000


def evaluated(written: str, number: int) -> list[int]:
    """An expression of the browser's worked out: (i<…?…:…) as Python's own ``if``."""
    while written.startswith("("):
        bound, rest = written[len("(properties.i<") : -1].split("?", 1)
        depth = at = 0
        while rest[at] != ":" or depth:
            depth += {"(": 1, ")": -1}.get(rest[at], 0)
            at += 1
        written = rest[:at] if number < int(bound) else rest[at + 1 :]
    return json.loads(written)  # type: ignore[no-any-return]


def test_outlines_of_the_country_are_fetched_by_address_and_not_sent_with_their_colours() -> None:
    made = national(of_the_country())
    drawn = {layer["id"]: layer for layer in made["layers"]}
    assert (drawn["areas"]["data"], drawn["borders"]["data"]) == ("/media/a.json", "/media/b.json")
    fill = drawn["areas"]["getFillColor"].removeprefix("@@=")
    features = json.loads(ground(of_the_country()))["features"]
    at = {one["properties"]["unit_key"]: one["properties"]["i"] for one in features}
    assert evaluated(fill, at[PHU]) == rgb(LIGHT.grid), "not reported is plain grey"
    assert evaluated(fill, at[LOI]) == rgb("#0B5394")
    other = {layer["id"]: layer for layer in national(of_the_country(colour="#C05621"))["layers"]}["areas"]
    assert other["updateTriggers"] != drawn["areas"]["updateTriggers"]
    assert features[0]["properties"]["heading"] == "Xã Đồng Phú"
    assert ground(of_the_country(colour="#C05621")) == ground(of_the_country())


def test_a_province_of_the_country_seen_from_nearer_says_values_under_the_pointer() -> None:
    assert "near" not in {layer["id"] for layer in national(of_the_country())["layers"]}
    drawn = {layer["id"]: layer for layer in national(of_the_country(), "Đồng Nai")["layers"]}
    rows = {one["unit_key"]: one["said"] for one in drawn["near"]["data"]["features"]}
    assert rows[LOI] == "91,4 %\n132/142 đơn" and XA not in rows
    assert drawn["near"]["getFillColor"] == [0, 0, 0, 0] and drawn["near"]["pickable"]
    assert [layer["id"] for layer in national(of_the_country(), "Đồng Nai")["layers"]].index("near") > 0
    assert _properties(ground(of_the_country()))[0]["said"] == "", "hover has no field that is missing"


def test_small_counts_of_the_country_are_hollow() -> None:
    areas = {layer["id"]: layer for layer in national(of_the_country(state="small"))["layers"]}["areas"]
    fill, line = (areas[name].removeprefix("@@=") for name in ("getFillColor", "getLineColor"))
    numbers = {one["unit_key"]: one["i"] for one in _properties(ground(of_the_country()))}
    assert evaluated(fill, numbers[LOI]) == rgb(LIGHT.background)
    assert evaluated(line, numbers[LOI]) == rgb("#0B5394") and evaluated(line, numbers[PHU])[3] == 0


def _properties(sheet: bytes) -> list[dict[str, Any]]:
    return [one["properties"] for one in json.loads(sheet)["features"]]


def test_a_map_of_the_country_has_both_archipelagos_at_their_places_with_their_names() -> None:
    drawn = {layer["id"]: layer for layer in national(of_the_country())["layers"]}
    assert [one["position"] for one in drawn["circles"]["data"]] == [[112.1, 16.6], [114.5, 9.7]]
    names = ["Hoàng Sa\n(Đà Nẵng)", "Trường Sa\n(Khánh Hòa)"]
    assert [one["text"] for one in drawn["labels"]["data"]] == names
    frame, far = frame_of(of_the_country(), 300, 400)
    assert far == frozenset()
    drawing = list(mapped(of_the_country(), frame, far, LIGHT, 20))
    spots = {(round(one.x), round(one.y)) for one in drawing if isinstance(one, Circle)}
    assert {tuple(map(round, frame.at(112.1, 16.6))), tuple(map(round, frame.at(114.5, 9.7)))} <= spots
    assert [one.text for one in drawing if isinstance(one, Text)] == "\n".join(names).split("\n")


def test_a_still_of_the_country_is_plain_and_has_the_borders_of_provinces() -> None:
    frame, far = frame_of(of_the_country(), 300, 400)
    drawing: list[Shape] = list(mapped(of_the_country(), frame, far, LIGHT, 20))
    assert [one.fill for one in drawing if isinstance(one, Area)] == [LIGHT.grid, "#0B5394"]
    assert {one.colour for one in drawing if isinstance(one, Line) and one.width < 1.5} == {
        LIGHT.area_outline
    }
    (border,) = json.loads(borders(of_the_country()))["features"]
    outline = shapely.from_geojson(json.dumps(border["geometry"]))
    assert shapely.Polygon(outline).equals(shapely.box(106.0, 11.0, 106.2, 11.1))


def test_a_province_of_the_country_is_seen_from_nearer() -> None:
    whole, near = national(of_the_country()), national(of_the_country(), "Đồng Nai")
    assert near["initialViewState"]["zoom"] > whole["initialViewState"]["zoom"] + 2
    assert near["initialViewState"]["longitude"] == pytest.approx(106.1)
    assert near["layers"][0]["data"] == whole["layers"][0]["data"]
