"""The page of what-ifs, and every other page while a scenario is in the URL."""

from __future__ import annotations

import json
from typing import Any

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots.colours import PALETTES
from tests.pages.conftest import LOI, PHU, PROVINCE, TAM, Open, opens, said

AT = {"place": PROVINCE, "period": "2026-m09", "base": "2025-m09"}


def test_a_scenario_beside_the_figures_as_reported(dashboard: Open, full: World) -> None:
    # 148/162 = 91.4 %; with the six of Đồng Phú and the one of Đồng Tâm settled 155/162 = 95.7 %
    app = dashboard(full, "what_if", **AT, scenario="settle~overdue~all")
    text = said(app)
    assert "Nếu 7 đơn quá hạn ở xã Đồng Phú, xã Đồng Tâm được giải quyết" in text
    assert "tỷ lệ tăng từ 91,4\u202f% lên 95,7\u202f%" in text
    assert "ĐANG XEM GIẢ ĐỊNH" in text and "GIẢ ĐỊNH: không phải kết quả báo cáo" in text


def test_without_a_scenario_nothing_is_violet(dashboard: Open, full: World) -> None:
    text = said(dashboard(full, "what_if", **AT))
    assert "ĐANG XEM GIẢ ĐỊNH" not in text and "Giả định" not in text
    assert "91,4\u202f%" in text


MEASURED = [
    "overview",
    "complaints",
    "training",
    "models",
    "scores",
    "unit",
    "measures",
    "participation",
    "compare",
]


@pytest.mark.parametrize("page", MEASURED)
def test_every_page_of_measures_applies_it_and_says_so(dashboard: Open, full: World, page: str) -> None:
    text = said(dashboard(full, page, **AT, scenario="settle~overdue~all"))
    assert "ĐANG XEM GIẢ ĐỊNH Giải quyết hết đơn quá hạn" in text
    assert "GIẢ ĐỊNH: không phải kết quả báo cáo" in text
    if page in ("overview", "complaints", "unit"):
        assert "155/162 đơn" in text and "148/162 đơn" not in text


@pytest.mark.parametrize("page", ["reports", "review", "sources"])
def test_pages_of_what_was_reported_say_that_they_are_real(dashboard: Open, full: World, page: str) -> None:
    text = said(dashboard(full, page, **AT, scenario="settle~overdue~all"))
    assert "Trang này là số liệu báo cáo" in text and "ĐANG XEM GIẢ ĐỊNH" not in text


def test_one_key_leads_back(dashboard: Open, full: World) -> None:
    app = dashboard(full, "what_if", **AT, scenario="settle~overdue~all")
    back = next(button for button in app.button if button.key == "scenario_back")
    assert back.proto.shortcut == "escape"
    back.click().run()
    assert "scenario" not in app.query_params
    assert "ĐANG XEM GIẢ ĐỊNH" not in said(app)
    app.switch_page("pages/overview.py").run()
    assert "148/162 đơn" in said(app)


def test_presets_and_sliders_write_the_url(dashboard: Open, full: World) -> None:
    app = dashboard(full, "what_if", **AT)
    app.button_group(key="what_if_preset").set_value(["settle_overdue"]).run()
    assert app.query_params["scenario"] == "settle~overdue~all"
    app.slider(key="what_if_count").set_value(3).run()
    assert app.query_params["scenario"] == "settle~overdue~all~3"
    app.multiselect(key="what_if_where").set_value([TAM]).run()
    assert app.query_params["scenario"] == f"settle~overdue~{TAM}"
    assert "Nếu 1 đơn quá hạn ở xã Đồng Tâm được giải quyết" in said(app)
    app.slider(key="what_if_mark").set_value(92).run()
    app.multiselect(key="what_if_out").set_value([LOI]).run()
    assert app.query_params["scenario"] == f"settle~overdue~{TAM};out~{LOI};mark~cqtt_minh_hoa~92"


def test_what_can_not_be_read_is_said_and_changes_nothing(dashboard: Open, full: World) -> None:
    text = said(dashboard(full, "overview", **AT, scenario="burn~all"))
    assert "Không đọc được phương án" in text and "148/162 đơn" in text


def test_one_commune_and_english(dashboard: Open, full: World) -> None:
    app = dashboard(full, "what_if", place=PHU, period="2026-m09", scenario="settle~overdue~all~4", lang="en")
    assert "If 4 overdue petitions were settled, the rate rises from 90.0% to 94.0%" in said(app)


def test_a_number_opens_its_real_source(dashboard: Open, full: World) -> None:
    app = dashboard(full, "what_if", **AT, scenario="settle~overdue~all")
    assert "source:ty_le_giai_quyet" in opens(app)


def traces(app: AppTest, key: str) -> dict[str, dict[str, Any]]:
    """The traces that have a name, of the chart of this key."""
    chart = next(one for one in app.get("plotly_chart") if one.proto.id.endswith(f"-{key}"))
    return {one["name"]: one for one in json.loads(chart.proto.spec)["data"] if one.get("name")}


def test_lines_stay_as_reported_and_this_period_is_violet_beside_them(dashboard: Open, full: World) -> None:
    app = dashboard(full, "complaints", **AT, scenario="settle~overdue~all", history="don_da_giai_quyet")
    point = traces(app, "trend")["supposed"]
    assert (point["x"], point["text"]) == ([9.0], ["<b>Giả định: 95,7</b>"])
    assert point["marker"]["line"]["color"] == PALETTES["light"].supposed
    # 90 + 48 + 10 settled in 2026 and one more each in 2025; with the seven overdue 155
    history = traces(app, "history")
    assert history["supposed"]["text"] == ["<b>Giả định: 155</b>"]
    assert [value for name in history if name != "supposed" for value in history[name]["y"]] == [151, 148]
    assert said(app).count("điểm tím là giả định của kỳ này") == 2


def test_without_a_scenario_no_point_is_violet(dashboard: Open, full: World) -> None:
    app = dashboard(full, "complaints", **AT, history="don_da_giai_quyet")
    assert "supposed" not in traces(app, "trend") and "supposed" not in traces(app, "history")
    assert "điểm tím" not in said(app)


def test_kinds_of_petitions_are_said_to_be_as_reported(dashboard: Open, full: World) -> None:
    beside = "Đơn giả định đã giải quyết không chia theo loại: các số này như báo cáo"
    assert beside in said(dashboard(full, "complaints", **AT, scenario="settle~overdue~all"))
    assert beside not in said(dashboard(full, "complaints", **AT, scenario=f"out~{TAM}"))


def test_communes_left_out_are_left_out_of_scores(dashboard: Open, full: World) -> None:
    """Đồng Tâm alone has less than the pass mark: 72 of 95 points."""
    assert "2/3 xã, phường đạt" in said(dashboard(full, "scores", **AT))
    assert "2/2 xã, phường đạt" in said(dashboard(full, "scores", **AT, scenario=f"out~{TAM}"))


def test_a_second_session_gives_the_same_numbers(dashboard: Open, full: World) -> None:
    at = {**AT, "scenario": "settle~overdue~all~3;target~92"}
    first = said(dashboard(full, "what_if", **at))
    assert said(dashboard(full, "what_if", **at)) == first and "151/162" in first
