"""The map on its pages: what is chosen in the list stands out on it, and it is there as a table too."""

from __future__ import annotations

import base64
import re
from typing import Any

from made_world import World
from streamlit.testing.v1 import AppTest

from .conftest import LOI, PHU, PROVINCE, TAM, Open, bodies, maps, opens, said

COUNTRY = "2025-07:VN"
HOANG_SA, TRUONG_SA = "2025-07:20333", "2025-07:22736"


def layers(app: AppTest) -> dict[str, Any]:
    (found,) = maps(app)
    return found


def areas(app: AppTest) -> dict[str, Any]:
    return {one["unit_key"]: one for one in layers(app)["areas"]["data"]["features"]}


def test_communes_are_areas_with_what_is_said_of_them(dashboard: Open, full: World) -> None:
    drawn = areas(dashboard(full))
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
    drawn = layers(dashboard(full, map="circles"))["circles"]["data"]
    assert [one["unit_key"] for one in drawn] == [PHU, LOI, TAM]
    assert drawn[0]["radius"] == 22.0


def test_the_country_is_a_place_with_both_archipelagos_named(dashboard: Open, full: World) -> None:
    for key, name, province in ((HOANG_SA, "Hoàng Sa", "2025-07:48"), (TRUONG_SA, "Trường Sa", "2025-07:56")):
        full.unit(key, name, parent=province, kind="đặc khu", longitude=112.1, latitude=16.5)
    app = dashboard(full, place=COUNTRY)
    place = next(box for box in app.selectbox if box.key == "filter_place")
    assert place.options[0] == "Cả nước" and place.value == COUNTRY
    drawn = layers(app)
    assert [one["unit_key"] for one in drawn["circles"]["data"]] == [HOANG_SA, TRUONG_SA]
    assert [one["text"] for one in drawn["labels"]["data"]][:2] == [
        "Hoàng Sa\n(Đà Nẵng)", "Trường Sa\n(Khánh Hòa)",
    ]  # fmt: skip
    assert "features" not in drawn["areas"]["data"] and "properties.i<" in drawn["areas"]["getFillColor"]
    assert "chưa báo cáo 2 xã, phường 5" in said(app)
    other = layers(dashboard(full, place=COUNTRY, map="circles", zoom="75"))
    assert other["areas"]["updateTriggers"] != drawn["areas"]["updateTriggers"]
    assert "features" in layers(dashboard(full, place=PROVINCE))["areas"]["data"]


def bounds(app: AppTest) -> list[str]:
    """The classes of the legend."""
    return re.findall(r"(?:dưới )?\d\d,\d[^<]*", next(one for one in legends(app)))


def legends(app: AppTest) -> list[str]:
    return [element.value for element in app.get("html") if "g-legend" in element.value]


def test_periods_play_in_the_classes_of_the_page_s_period(dashboard: Open, full: World) -> None:
    app = dashboard(full, periods="play")
    (slider,) = app.select_slider
    assert (slider.options, slider.value) == (["9 tháng năm 2025", "9 tháng năm 2026"], "2026-m09")
    of_the_page, now = bounds(app), areas(app)[PHU]["said"]
    app.select_slider[0].set_value("2025-m09").run()
    before = areas(app)[PHU]["said"]
    assert now.startswith("90,0") and before.startswith("91,0\u202f%\n91/100 đơn")
    assert "so với" not in before, "what another period is compared with was not asked for"
    assert bounds(app) == of_the_page and "Ngưỡng phân nhóm của 9 tháng năm 2026." in said(app)
    assert bounds(dashboard(full, period="2025-m09")) != of_the_page


def test_playing_begins_anew_at_the_last_period_and_stops_where_it_is_told(
    dashboard: Open, full: World
) -> None:
    app = dashboard(full, periods="play")
    button = next(one for one in app.button if one.key == "rates_period_button")
    assert button.label == "Chạy"
    button.click().run()
    assert app.select_slider[0].value == "2025-m09"
    button = next(one for one in app.button if one.key == "rates_period_button")
    assert button.label == "Dừng"
    button.click().run()
    assert next(one for one in app.button if one.key == "rates_period_button").label == "Chạy"


def test_periods_stand_side_by_side_in_one_scale(dashboard: Open, full: World) -> None:
    app = dashboard(full, periods="side")
    assert maps(app) == [], "drawings, not maps: a browser holds few of these"
    body = next(one for one in bodies(app) if "g-small-maps" in one)
    first, second = (
        base64.b64decode(one).decode() for one in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", body)
    )
    assert "9 tháng năm 2025</title>" in first and "9 tháng năm 2026</title>" in second
    assert re.findall('choose:period=([^"]+)', body) == ["2025-m09", "2026-m09"]
    assert "9 tháng năm 2025 3/3 xã báo cáo" in said(app) and "dưới 91,5" in body
