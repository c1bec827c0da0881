"""Maps as frames → what the browser and the still draw: class colours, hatching, rings, dashes, names."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
import shapely

from grassroots.colours import PALETTES
from grassroots.maps import (
    ARCHIPELAGOS,
    Commune,
    Legend,
    Outlines,
    Picture,
    Row,
    frame_of,
    ground,
    labels_of,
    painted,
    radius_of,
    unpacked,
)
from grassroots.maps.drawing import Area, Circle, Line, Shape, Text
from grassroots.maps.framing import fit
from grassroots.maps.labels import Wanted, place
from grassroots.maps.mapping import mapped
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


def shapes(shown: Picture) -> list[Shape]:
    """What the still draws in a frame of 300 by 400 pixels."""
    frame, far = frame_of(shown, 300, 400)
    return list(mapped(shown, frame, far, LIGHT, 20))


def outlines(sheet: bytes) -> dict[str, shapely.Geometry]:
    """The ground as the browser puts it together: every point a step from the one before."""
    held = json.loads(sheet)
    return {
        key: shapely.MultiPolygon(
            [
                shapely.Polygon(np.cumsum(np.array(rings[0]).reshape(-1, 2), axis=0) / held["grain"])
                for rings in polygons
            ]
        )
        for key, _heading, _x, _y, polygons in held["communes"]
    }


def test_the_ground_holds_every_outline_and_not_their_colours() -> None:
    shown = picture(commune(LOI), commune(PHU, colour="#123456"))
    sheet = ground(shown)
    assert b"123456" not in sheet and list(outlines(sheet)) == [PHU, LOI]
    for key, outline in outlines(sheet).items():
        assert outline.equals(shapely.MultiPolygon([SHAPES[key]]))
    assert ground(picture(commune(LOI, colour="#654321"), commune(PHU, state="missing"))) == sheet


def test_a_commune_has_its_class_colour_and_says_name_value_and_counts() -> None:
    shown = picture(
        commune(LOI, colour="#C05621", unconfirmed=True), commune(), commune(TAM, state="missing")
    )
    sent = painted(shown, LIGHT)
    assert [sent["colours"][fill] for fill in sent["fills"][:2]] == ["#0B5394", "#C05621"]
    assert sent["states"] == "cCm"
    assert unpacked(sent["said"])[0] == "91,4 %\n132/142 đơn"
    assert json.loads(ground(shown))["communes"][0][1] == "Xã Đồng Phú"


def test_what_is_sent_has_a_name_that_changes_with_it() -> None:
    first, same = painted(picture(commune()), LIGHT), painted(picture(commune()), LIGHT)
    assert first["digest"] == same["digest"]
    assert first["digest"] != painted(picture(commune(said=("90,0 %",))), LIGHT)["digest"]


def test_not_reported_is_hatched_at_45_degrees_inside_its_outline() -> None:
    shown = picture(commune(), commune(LOI, state="missing", colour=None))
    assert [one.fill for one in shapes(shown) if isinstance(one, Area)] == ["#0B5394", LIGHT.surface]
    frame, _ = frame_of(shown, 300, 400)
    inside = shapely.transform(SHAPES[LOI], frame.many).buffer(1)
    hatched = [one for one in shapes(shown) if isinstance(one, Line) and one.colour == LIGHT.context]
    assert len(hatched) > 5
    for line in hatched:
        (x, y), (x2, y2) = line.points
        assert x2 - x == pytest.approx(y - y2, rel=0.1, abs=1)
        assert inside.contains(shapely.LineString(line.points))


def test_small_counts_are_a_ring_in_the_class_colour_on_the_page() -> None:
    base, rim = [one for one in shapes(picture(commune(state="small"))) if isinstance(one, Area)]
    assert (base.fill, rim.fill) == (LIGHT.background, "#0B5394")
    assert len(rim.rings) == 2, "an outline and the hole in it"


def test_unconfirmed_has_a_dashed_outline() -> None:
    cut = dashes(Outlines(SHAPES, False, "squares"), PHU, 0.008, 0.006)
    assert sum(shapely.LineString(line).length for line in cut) == pytest.approx(0.4 * 8 / 14, rel=0.05)
    lines = [one for one in shapes(picture(commune(unconfirmed=True))) if isinstance(one, Line)]
    assert lines and {one.colour for one in lines} == {LIGHT.text}
    assert not any(isinstance(one, Line) for one in shapes(picture(commune())))


def test_the_chosen_commune_has_ink_over_the_page_colour_round_its_outline() -> None:
    shown = picture(commune(), commune(LOI), chosen=LOI)
    under, over = [one for one in shapes(shown) if isinstance(one, Line)][:2]
    assert (under.colour, over.colour) == (LIGHT.background, LIGHT.text) and under.width > over.width
    assert painted(shown, LIGHT)["chosen"] == 1


def test_approximate_areas_show_the_centre_they_were_made_from() -> None:
    dots = [
        one for one in shapes(picture(commune(), commune(LOI), approximate=True)) if isinstance(one, Circle)
    ]
    assert len(dots) == 2
    assert not any(isinstance(one, Circle) for one in shapes(picture(commune())))


def test_a_commune_without_outline_is_a_circle_at_its_centre() -> None:
    loose = commune("2025-07:00001", longitude=106.35, latitude=11.05)
    shown = picture(commune(), loose)
    assert json.loads(ground(shown))["communes"][0][2:] == [1063500, 110500, []]
    frame, _ = frame_of(shown, 300, 400)
    (circle,) = [one for one in shapes(shown) if isinstance(one, Circle)]
    assert (circle.x, circle.y) == pytest.approx(frame.at(106.35, 11.05))


def test_circles_grow_with_counts_and_the_small_ones_lie_on_top() -> None:
    shown = picture(commune(count=4.0), commune(LOI, count=400.0), circles=True)
    first, second = [one for one in shapes(shown) if isinstance(one, Circle)]
    assert first.radius > second.radius
    assert {one.fill for one in shapes(shown) if isinstance(one, Area)} == {LIGHT.surface}
    assert painted(shown, LIGHT)["radii"] == [radius_of(4, 400), 22.0]
    assert radius_of(200, 400) ** 2 == pytest.approx((16 + 22.0**2) / 2, rel=0.02)


def test_an_archipelago_far_out_stands_at_the_edge_and_leaves_the_rest_its_size() -> None:
    land = [commune(key) for key in MANY]
    near, _ = frame_of(picture(*land), 300, 400)
    shown = picture(*land, commune(XA, name="Trường Sa"))
    frame, far = frame_of(shown, 300, 400)
    assert far == {XA} and frame.zoom == near.zoom
    sent = painted(shown, LIGHT)
    assert sent["bounds"] == painted(picture(*land), LIGHT)["bounds"]
    assert sent["far"] == [sorted([*MANY, XA]).index(XA)]
    assert [one.lines[0] for one in labels_of(shown, frame, 17, far)] == ["Trường Sa"]


def of_the_country(**more: Any) -> Picture:
    """Two communes of one province, not told of, and both archipelagos without an outline."""
    hoang_sa, truong_sa = (
        commune(key, name=name, state="missing", colour=None, longitude=x, latitude=y, within=within)
        for key, name, x, y, within in (
            (ARCHIPELAGOS[0], "Hoàng Sa", 112.1, 16.6, "Đà Nẵng"),
            (ARCHIPELAGOS[1], "Trường Sa", 114.5, 9.7, "Khánh Hòa"),
        )
    )
    land = (commune(state="missing", within="Đồng Nai"), commune(LOI, unconfirmed=True, within="Đồng Nai"))
    return picture(*land, hoang_sa, truong_sa, national=True, **more)


def test_a_map_of_the_country_has_both_archipelagos_at_their_places_with_their_names() -> None:
    shown = of_the_country()
    frame, far = frame_of(shown, 300, 400)
    assert far == frozenset()
    spots = {(round(one.x), round(one.y)) for one in shapes(shown) if isinstance(one, Circle)}
    assert {tuple(map(round, frame.at(112.1, 16.6))), tuple(map(round, frame.at(114.5, 9.7)))} <= spots
    said = [one.text for one in shapes(shown) if isinstance(one, Text)]
    assert said == ["Hoàng Sa", "(Đà Nẵng)", "Trường Sa", "(Khánh Hòa)"]
    sent = painted(shown, LIGHT)
    assert [lines for _, lines in sent["names"]] == [["Hoàng Sa", "(Đà Nẵng)"], ["Trường Sa", "(Khánh Hòa)"]]
    west, south, east, north = sent["bounds"]
    assert (west, north) == (102.1, 23.4) and east >= 114.5 and south <= 8.4


def test_communes_of_the_country_are_plain_and_provinces_have_borders() -> None:
    shown = of_the_country()
    fills = [one.fill for one in shapes(shown) if isinstance(one, Area)]
    assert fills == [LIGHT.grid, "#0B5394"]
    lines = [one for one in shapes(shown) if isinstance(one, Line) and one.width > 1]
    assert {one.colour for one in lines} == {LIGHT.area_outline}, "neither hatched nor dashed"
    made = json.loads(ground(shown))
    assert made["provinces"] == [["Đồng Nai", 106.0, 11.0, 106.2, 11.1]]
    border = shapely.Polygon(np.cumsum(np.array(made["borders"][0]).reshape(-1, 2), axis=0) / made["grain"])
    assert border.equals(shapely.box(106.0, 11.0, 106.2, 11.1))


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


def test_the_frame_holds_what_it_is_fitted_to() -> None:
    frame = fit((105.0, 10.0, 107.0, 12.0), 300, 400, margin=10)
    west, south = frame.at(105.0, 10.0)
    east, north = frame.at(107.0, 12.0)
    assert (west, east) == (pytest.approx(10), pytest.approx(290))
    assert 10 <= north < south <= 390
    assert frame.degrees(west, south) == (pytest.approx(105.0), pytest.approx(10.0))


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
