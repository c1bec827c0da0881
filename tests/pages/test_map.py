"""The map on its pages: what is chosen in the list stands out on it, and it is there as a table too."""

from __future__ import annotations

import json
from typing import Any

from made_world import World
from streamlit.testing.v1 import AppTest

from .conftest import LOI, PHU, TAM, Open, bodies, opens, said


def layers(app: AppTest) -> dict[str, Any]:
    (chart,) = app.get("deck_gl_json_chart")
    return {layer["id"]: layer for layer in json.loads(chart.proto.json)["layers"]}


def test_communes_are_areas_with_what_is_said_of_them(dashboard: Open, full: World) -> None:
    drawn = {one["unit_key"]: one for one in layers(dashboard(full))["areas"]["data"]["features"]}
    assert set(drawn) == {PHU, LOI, TAM}
    assert drawn[PHU]["said"].startswith("90,0\u202f%\n90/100 đơn\nhạng 1–2")
    assert "▼ 1,0 điểm %" in drawn[PHU]["said"]
    assert "83" not in drawn[TAM]["said"]  # ten of twelve: counts, no rate


def test_areas_made_from_centres_are_labelled_as_approximate(dashboard: Open, full: World) -> None:
    app = dashboard(full)
    assert "Ranh giới xấp xỉ" in said(app)
    assert len(layers(app)["dots"]["data"]) == 3
    assert "Approximate areas" in said(dashboard(full, lang="en"))


def test_a_row_chosen_in_the_list_stands_out_on_the_map_and_leads_to_its_page(
    dashboard: Open, full: World
) -> None:
    before = dashboard(full, "complaints")
    assert "chosen" not in layers(before)
    assert f"choose:commune={LOI}" in opens(before)
    app = dashboard(full, "complaints", commune=LOI)
    assert layers(app)["chosen"]["data"]
    rates = next(body for body in bodies(app) if "g-rates" in body)
    chosen = rates.split('class="row chosen"')[1].split('class="row"')[0]
    assert f'data-open="page:unit@{LOI}"' in chosen


def test_the_map_is_there_as_a_table_with_the_same_communes(dashboard: Open, full: World) -> None:
    app = dashboard(full, map="table")
    assert app.get("deck_gl_json_chart") == []
    table = next(body for body in bodies(app) if "g-map-table" in body)
    assert table.index("Xã Đồng Phú") < table.index("Xã Thuận Lợi") < table.index("Xã Đồng Tâm")
    assert "90/100 đơn" in table and f'data-open="page:unit@{PHU}"' in table


def test_the_legend_adds_up_however_the_communes_are_coloured(dashboard: Open, full: World) -> None:
    for way in ("quartile", "continuous"):
        text = said(dashboard(full, classes=way))
        legend = text[text.index("Phần trăm. ") :]
        assert "dưới 20 đơn 1 xã, phường 3" in legend


def test_circles_stand_for_petitions_at_a_switch(dashboard: Open, full: World) -> None:
    drawn = layers(dashboard(full, map="circles"))["circles"]["data"]
    assert [one["unit_key"] for one in drawn] == [PHU, LOI, TAM]
    assert drawn[0]["radius"] == 22.0
