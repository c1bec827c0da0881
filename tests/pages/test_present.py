"""Any page as slides: what is said on each, what is left out, and the way there and back in the URL."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import store
from grassroots.store import Reader
from grassroots.widgets import data
from tests.pages.conftest import PHU, PROVINCE, Open, opens, said, three_communes

AT = {"place": PROVINCE, "period": "2026-m09", "base": "2025-m09"}
KEPT = "20261121T070505"  # UTC


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


def test_a_meeting_sees_the_kept_figures(
    dashboard: Open, full: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the newest copy says 148/162, the kept one 90/100 of one commune alone
    (tmp_path / "before").mkdir()
    before = three_communes(tmp_path / "before")
    before.report(PHU, "2026-m09", {"don_thu_ly": 100, "don_da_giai_quyet": 90})
    assert before.reader  # what is derived is made when it is first asked for
    held = Reader.of(before.connection, version=-1)
    monkeypatch.setattr(data, "_kept_reader", lambda setting, name: held if name == KEPT else None)
    text = said(dashboard(full, "overview", **AT, frozen=KEPT))
    assert "90/100 đơn" in text and "148/162" not in text
    assert "Số liệu chốt 14:05 ngày 21/11/2026" in text and "Chốt số liệu để họp" not in text
    assert "Số liệu chốt 14:05" in said(dashboard(full, "overview", **AT, frozen=KEPT, present="1"))
    text = said(dashboard(full, "overview", **AT, frozen="20200101T000000"))
    assert "Không mở được bản số liệu đã chốt" in text and "148/162 đơn" in text
    text = said(dashboard(full, "reports", **AT, frozen=KEPT))  # where reports are loaded all are seen
    assert "3/3 xã, phường" in text and "Số liệu chốt" not in text


def test_a_click_freezes_the_figures(dashboard: Open, full: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "keep", lambda: store.kept(KEPT))
    monkeypatch.setattr(data, "_kept_reader", lambda setting, name: Reader.of(full.connection, version=-1))
    app = dashboard(full, "overview", **AT)
    assert "do:freeze" in opens(app)
    app.session_state["asked"] = "do:freeze"
    app.run()
    assert not app.exception and KEPT in app.query_params["frozen"]
    assert "Số liệu chốt 14:05 ngày 21/11/2026" in said(app)
