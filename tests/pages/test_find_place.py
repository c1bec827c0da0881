"""The search beside the place filter: which unit of a name is which, and a click that goes there."""

from __future__ import annotations

import html
import re

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import units
from tests.pages.conftest import Open, bodies

KNOWN = ("2025-07:75", "2025-07:25363", "2025-01:70", "2025-01:695", "2025-01:25363")


@pytest.fixture
def reported(communes: World) -> World:
    """The district before July 2025, one commune of it, and what it became."""
    for key in KNOWN[2:]:
        each = units.unit(key)
        communes.unit(key, each.name, each.level, each.parent_key, each.province_key, each.kind)
    communes.report("2025-01:25363", "2025-m06", {"don_tiep_nhan": 5})
    communes.report("2025-07:25363", "2026-m06", {"don_tiep_nhan": 5})
    return communes


def found(app: AppTest, typed: str) -> list[str]:
    app.text_input(key="find_place_name").set_value(typed).run()
    body = next((body for body in bodies(app) if "g-found" in body), "")
    return [
        " ".join(html.unescape(re.sub(r"<[^>]+>", " ", item)).split())
        for item in re.findall(r"<li>(.*?)</li>", body, re.DOTALL)
    ]


@pytest.mark.parametrize("typed", ["dong phu", "Đồng Phú", "ĐP"])
def test_the_ward_of_today_and_the_former_district_are_told_apart(
    typed: str, dashboard: Open, reported: World
) -> None:
    today, former = found(dashboard(reported), typed)[:2]
    assert today == (
        "Phường Đồng Phú thuộc thành phố Đồng Nai · từ 30/4/2026 · trước đó là xã Đồng Phú · "
        "hình thành từ thị trấn Tân Phú, xã Tân Lập, xã Tân Tiến"
    )
    assert former == (
        "Huyện Đồng Phú thuộc tỉnh Bình Phước · đến 30/6/2025 · "
        "nay là phường Đồng Phú, xã Thuận Lợi, xã Đồng Tâm, xã Tân Lợi"
    )


def test_a_former_commune_says_where_it_went_in_english_too(dashboard: Open, reported: World) -> None:
    told = found(dashboard(reported, lang="en"), "thi tran tan phu")[0]
    assert told.startswith("Tân Phú township in Đồng Phú district, Bình Phước province · until 30 June 2025")
    assert told.endswith("now part of Đồng Phú ward")


def test_only_what_has_reports_can_be_opened(dashboard: Open, reported: World) -> None:
    app = dashboard(reported)
    told = found(app, "tan hung")
    assert told and all("chưa có báo cáo" in one for one in told)
    assert "place:" not in next(body for body in bodies(app) if "g-found" in body)
    assert found(app, "không có xã này") == []
