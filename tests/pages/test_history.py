"""One history of Đồng Phú on the page: eleven communes that became four, and who did not report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import units
from tests.pages.conftest import Open, bodies, opens, said

DISTRICT, DONG_PHU, TAN_PHU = "2025-01:695", "2025-07:25363", "2025-01:25363"
TAN_HOA = "2020:25384"


def _add(world: World, unit: units.Unit) -> None:
    world.unit(
        unit.unit_key, unit.name, unit.level, unit.parent_key, unit.province_key, unit.kind,
        longitude=unit.longitude, latitude=unit.latitude,
    )  # fmt: skip


def petitions(accepted: int, settled: int) -> dict[str, float]:
    return {"don_thu_ly": accepted, "don_da_giai_quyet": settled, "don_dang_giai_quyet": accepted - settled}


@pytest.fixture(scope="module")
def dong_phu(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The true district through three vintages, each commune with the same figures.

    Ten petitions in the half-year and thirty in the year 2024, twelve in 2025's half-year, of the new ones
    twenty since July and forty in 2026; Tân Hòa did not report 2024's half-year.
    """
    world = World(tmp_path_factory.mktemp("world"))
    four = units.successors(DISTRICT)
    for key in ("2020:70", "2020:695", "2025-01:70", DISTRICT, "2025-07:75"):
        _add(world, units.unit(key))
    for each in [*units.children("2020:695"), *units.children(DISTRICT), *four]:
        _add(world, each)
        for after in units.successors(each.unit_key):
            world.went_into(each.unit_key, after.unit_key)
    for each in units.children("2020:695"):
        if each.unit_key != TAN_HOA:
            world.report(each.unit_key, "2024-m06", {"don_tiep_nhan": 10})
        world.report(each.unit_key, "2024-year", {"don_tiep_nhan": 30})
    for each in units.children(DISTRICT):
        world.report(each.unit_key, "2025-m06", {"don_tiep_nhan": 12, **petitions(10, 8)})
    for each in four:
        world.report(each.unit_key, "2025-year", {"don_tiep_nhan": 20}, first_day=date(2025, 7, 1))
        world.report(each.unit_key, "2026-m06", {"don_tiep_nhan": 40, **petitions(30, 27)})
    assert world.reader
    return world


def chart(app: AppTest) -> dict[str, list[float]]:
    """The values drawn, by the name of their line."""
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    drawn = [trace for trace in spec["data"] if trace["mode"] == "markers+text"]
    return {trace["name"].split(":")[0]: trace["y"] for trace in drawn}


def test_eleven_communes_and_four_are_one_series_with_the_joint(dashboard: Open, dong_phu: World) -> None:
    app = dashboard(dong_phu, "unit", place=DISTRICT)
    assert chart(app)["6 tháng"] == [100, 132, 160]  # 10·10, 11·12, 4·40
    assert chart(app)["Cả năm"] == [330, 212]  # 11·30; 11·12 + 4·20
    text = said(app)
    assert "của 11 xã, phường, thị trấn cũ; sau đó của 4 xã, phường, trên cùng địa bàn" in text
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert "sắp xếp đơn vị 1/7/2025" in [note["text"] for note in spec["layout"]["annotations"]]


def test_who_is_missing_is_said_by_name(dashboard: Open, dong_phu: World) -> None:
    text = said(dashboard(dong_phu, "unit", place=DISTRICT))
    assert "6 tháng năm 2024 có 10/11, thiếu xã Tân Hòa." in text
    english = said(dashboard(dong_phu, "unit", place=DISTRICT, lang="en"))
    assert "10 of 11 units, missing Tân Hòa commune." in english


def test_the_switch_shows_units_of_today_or_former_ones(dashboard: Open, dong_phu: World) -> None:
    new = chart(dashboard(dong_phu, "unit", place=DISTRICT, units="new"))
    assert set(new) == {"Đồng Phú", "Thuận Lợi", "Đồng Tâm", "Tân Lợi"}
    assert new["Đồng Phú"] == [30, 36, 40]  # three communes, then one
    app = dashboard(dong_phu, "unit", place=DONG_PHU, units="old")
    assert chart(app)["Tân Phú"] == [10, 12]
    assert "Từ 1/7/2025 thị trấn Tân Phú, xã Tân Lập, xã Tân Tiến thuộc phường Đồng Phú" in said(app)


def test_years_are_compared_on_the_same_ground_and_the_page_says_so(dashboard: Open, dong_phu: World) -> None:
    text = said(dashboard(dong_phu, "unit", place=DONG_PHU, period="2026-m06"))
    assert "▲ 10,0 điểm % so với 80,0\u202f%" in text  # 27 of 30, and 24 of 30 of its three predecessors
    assert "so với 6 tháng năm 2025 trên cùng địa bàn, cộng số liệu của các đơn vị cũ" in text


def test_each_figure_leads_to_the_units_it_is_made_of(dashboard: Open, dong_phu: World) -> None:
    app = dashboard(dong_phu, "unit", place=DONG_PHU)
    assert f"page:unit@{TAN_PHU}?period=2025-m06" in opens(app)
    table = next(body for body in bodies(app) if "g-history" in body)
    assert table.index("6 tháng năm 2026") < table.index("6 tháng năm 2024")


def test_a_unit_without_reports_has_a_sentence(dashboard: Open, communes: World, tmp_path: Path) -> None:
    communes.report("2025-07:25363", "2026-m06", {"don_tiep_nhan": 5})
    assert "Chưa đủ hai kỳ" in said(dashboard(communes, "unit", place="2025-07:25363"))
