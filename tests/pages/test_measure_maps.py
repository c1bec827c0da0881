"""Any measure on a map, the page's measures as small maps, and what the chosen one says."""

from __future__ import annotations

from typing import Any

from made_world import World
from streamlit.testing.v1 import AppTest

from .conftest import LOI, PHU, TAM, Open, bodies, maps, opens, said
from .test_training import held


def drawn(app: AppTest) -> dict[str, Any]:
    (found,) = maps(app)
    return found


def test_a_count_is_circles_in_one_colour_none_hollow_and_not_reported_apart(
    dashboard: Open, communes: World
) -> None:
    app = dashboard(held(communes), "training")
    circles = {one["unit_key"]: one for one in drawn(app)["circles"]["data"]}
    assert circles[PHU]["said"].startswith("3") and circles[PHU]["radius"] > circles[LOI]["radius"]
    assert circles[LOI]["width"] == 3.0, "reported that none occurred: hollow"
    text = said(app)
    for words in ("có phát sinh 1", "không phát sinh 1", "chưa báo cáo 1 xã, phường 3"):
        assert words in text


def test_each_measure_of_the_page_is_a_small_map_and_a_click_makes_it_the_large_one(
    dashboard: Open, communes: World
) -> None:
    world = held(communes)
    app = dashboard(world, "training")
    small = next(body for body in bodies(app) if "g-small-maps" in body)
    assert small.count("data:image/svg+xml;base64,") == 4 and small.count('aria-current="true"') == 1
    assert "choose:on_map=tuyen_truyen_luot_nguoi" in opens(app)
    chosen = dashboard(world, "training", on_map="tuyen_truyen_luot_nguoi")
    circles = {one["unit_key"]: one["said"] for one in drawn(chosen)["circles"]["data"]}
    assert circles[PHU].startswith("900")
    assert set(circles) == {PHU, LOI, TAM}


def test_a_share_is_coloured_by_quartile_hollow_where_it_is_of_few(dashboard: Open, communes: World) -> None:
    for unit, of in ((PHU, 200), (LOI, 100), (TAM, 12)):
        communes.report(unit, "2026-m09", {"tthc_ho_so": of, "dich_vu_cong_ho_so": of / 2 + 1})
    app = dashboard(communes, "participation", topic="digital")
    areas = {one["unit_key"]: one for one in drawn(app)["areas"]["data"]["features"]}
    assert areas[PHU]["said"].split("\n")[:2] == ["50,5\u202f%", "101/200"]
    assert areas[LOI]["said"].split("\n")[:2] == ["51,0\u202f%", "51/100"]
    assert areas[TAM]["fill"] != areas[PHU]["fill"] and "rings" in drawn(app)
    assert "mẫu số dưới 20 1 xã, phường 3" in said(app)


def test_nothing_reported_is_a_sentence_and_no_map(dashboard: Open, communes: World) -> None:
    communes.report(PHU, "2026-m09", {"don_thu_ly": 5})
    assert maps(dashboard(communes, "training")) == []
