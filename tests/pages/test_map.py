"""The map on its pages: what is chosen in the list stands out on it, and it is there as a table too."""

from __future__ import annotations

from typing import Any

from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots.maps import unpacked

from .conftest import LOI, PHU, PROVINCE, TAM, Open, bodies, maps, opens, said

COUNTRY = "2025-07:VN"
BY_KEY = sorted((PHU, LOI, TAM))


def drawn(app: AppTest) -> dict[str, Any]:
    (found,) = maps(app)
    return found


def test_communes_have_their_colours_and_what_is_said_of_them(dashboard: Open, full: World) -> None:
    shown = drawn(dashboard(full))
    assert shown["states"] == "ccs"
    said_of = dict(zip(BY_KEY, unpacked(shown["said"]), strict=True))
    assert said_of[PHU].startswith("90,0\u202f%\n90/100 đơn\nhạng 1–2")
    assert "▼ 1,0 điểm %" in said_of[PHU]
    assert "83" not in said_of[TAM]  # ten of twelve: counts, no rate


def test_areas_made_from_centres_are_labelled_as_approximate(dashboard: Open, full: World) -> None:
    app = dashboard(full)
    assert "Ranh giới xấp xỉ" in said(app) and drawn(app)["approximate"]
    assert "Approximate areas" in said(dashboard(full, lang="en"))


def test_a_row_chosen_in_the_list_stands_out_on_the_map_and_leads_to_its_page(
    dashboard: Open, full: World
) -> None:
    before = dashboard(full, "complaints")
    assert drawn(before)["chosen"] == -1
    assert f"choose:commune={LOI}" in opens(before)
    app = dashboard(full, "complaints", commune=LOI)
    assert drawn(app)["chosen"] == BY_KEY.index(LOI)
    assert drawn(app)["names"][0] == [BY_KEY.index(LOI), ["Thuận Lợi", "96,0\u202f%"]]
    rates = next(body for body in bodies(app) if "g-rates" in body)
    chosen = rates.split('class="row chosen"')[1].split('class="row"')[0]
    assert f'data-open="page:unit@{LOI}"' in chosen


def test_the_map_is_there_as_a_table_with_the_same_communes(dashboard: Open, full: World) -> None:
    app = dashboard(full, map="table")
    assert maps(app) == []
    table = next(body for body in bodies(app) if "g-map-table" in body)
    assert table.index("Xã Đồng Phú") < table.index("Xã Thuận Lợi") < table.index("Xã Đồng Tâm")
    assert "90/100 đơn" in table and f'data-open="page:unit@{PHU}"' in table


def test_the_legend_adds_up_however_the_communes_are_coloured(dashboard: Open, full: World) -> None:
    for way in ("quartile", "continuous"):
        text = said(dashboard(full, classes=way))
        legend = text[text.index("Phần trăm. ") :]
        assert "dưới 20 đơn 1 xã, phường 3" in legend


def test_circles_stand_for_petitions_at_a_switch(dashboard: Open, full: World) -> None:
    shown = drawn(dashboard(full, map="circles"))
    radius = dict(zip(BY_KEY, shown["radii"], strict=True))
    assert shown["circles"] and radius[PHU] == 22.0 > radius[LOI] > radius[TAM]


def test_the_country_is_a_place_with_both_archipelagos_named(dashboard: Open, full: World) -> None:
    islands = ("2025-07:20333", "2025-07:22736")
    for key, name, province in (
        (islands[0], "Hoàng Sa", "2025-07:48"),
        (islands[1], "Trường Sa", "2025-07:56"),
    ):
        full.unit(key, name, parent=province, kind="đặc khu", longitude=112.1, latitude=16.5)
    app = dashboard(full, place=COUNTRY)
    place = next(box for box in app.selectbox if box.key == "filter_place")
    assert place.options[0] == "Cả nước" and place.value == COUNTRY
    shown = drawn(app)
    assert shown["national"] and len(shown["states"]) == 5 and len(shown["islands"]) == 2
    assert [lines for _, lines in shown["names"][:2]] == [
        ["Hoàng Sa", "(Đà Nẵng)"],
        ["Trường Sa", "(Khánh Hòa)"],
    ]
    assert "3 xã, phường 5" not in said(app) and "chưa báo cáo 2 xã, phường 5" in said(app)
    assert not drawn(dashboard(full, place=PROVINCE))["national"]
