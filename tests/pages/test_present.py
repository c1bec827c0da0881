"""Any page as slides: what is said on each, what is left out, and the way there and back in the URL."""

from __future__ import annotations

import json
import re

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import PROVINCE, Open, said

AT = {"place": PROVINCE, "period": "2026-m09", "base": "2025-m09"}


def slide(app: AppTest) -> str:
    """The name of the slide that the style sheet shows."""
    styles = [element.value for element in app.get("html") if "st-key-slide_" in element.value]
    found = [re.findall(r"> \.st-key-slide_(\w+)\) \{", style) for style in styles if len(style) < 300]
    (name,) = [names[0] for names in found if names]
    return name


def keys(app: AppTest) -> dict[str, int]:
    """What the keys were told: the slide at hand and how many there are."""
    drawn = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    (told,) = [one for one in drawn if "of" in one]
    return told


def test_a_page_becomes_slides(dashboard: Open, full: World) -> None:
    # 7 overdue of 162 - 148 = 14 not settled; 6 of them in one commune, 1 in another: all named
    app = dashboard(full, "overview", **AT, present="2")
    text = said(app)
    assert (keys(app), slide(app)) == ({"at": 2, "of": 3}, "blocks_1")
    assert "7 đơn quá hạn ở Đồng Phú, Đồng Tâm" in text
    assert "91,4\u202f%" in text and "148/162 đơn" in text and "2/3" in text
    assert "Cần chú ý" in text  # the block's own title, which the style sheet leaves out


def test_nothing_of_the_frame_is_left(dashboard: Open, full: World) -> None:
    app = dashboard(full, "overview", **AT, present="1")
    assert not [button for button in app.button if button.key == "present_start"]
    assert "Xem nguồn từng con số" not in said(app)


def test_a_button_begins_and_a_slide_beyond_the_last_is_the_last(dashboard: Open, full: World) -> None:
    app = dashboard(full, "overview", **AT)
    (begin,) = [button for button in app.button if button.key == "present_start"]
    assert begin.proto.shortcut == "p"
    begin.click().run()
    assert app.query_params["present"] == ["1"] or app.query_params["present"] == "1"
    assert keys(dashboard(full, "overview", **AT, present="99"))["at"] == 3


@pytest.mark.parametrize(
    "page", ["complaints", "training", "models", "scores", "compare", "unit", "reports", "review", "sources"]
)
def test_every_page_has_slides_without_its_lists_and_tools(dashboard: Open, full: World, page: str) -> None:
    app = dashboard(full, page, **AT, present="1")
    told = keys(app)
    assert 1 <= told["at"] <= told["of"]
    assert f"1/{told['of']}" in said(app)
    assert slide(app) not in ("courses_0", "awards_0", "report_list", "main_upload")


def test_a_scenario_keeps_its_mark_and_escape_leaves_the_slides_first(dashboard: Open, full: World) -> None:
    app = dashboard(full, "what_if", **AT, scenario="settle~overdue~all", present="1")
    text = said(app)
    assert "ĐANG XEM GIẢ ĐỊNH" in text and "GIẢ ĐỊNH: không phải kết quả báo cáo" in text
    assert "95,7\u202f%" in text and not app.slider and keys(app)["of"] >= 2
    assert not [button for button in app.button if button.proto.shortcut == "escape"]
