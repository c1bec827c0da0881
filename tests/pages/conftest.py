"""The dashboard run without a browser, on a small store of literal rows."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import first_start, settings
from grassroots.store import Reader
from grassroots.widgets import data

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
Open = Callable[..., AppTest]
PROVINCE, PHU, LOI, TAM = "2025-07:75", "2025-07:25363", "2025-07:25387", "2025-07:25390"


def three_communes(folder: Path | None) -> World:
    """Đồng Nai with three of its communes, by their true keys: some widgets look units up by key."""
    world = World(folder)
    world.unit(PROVINCE, "Đồng Nai", "province", kind="tỉnh")
    for key, name in ((PHU, "Đồng Phú"), (LOI, "Thuận Lợi"), (TAM, "Đồng Tâm")):
        world.unit(key, name, parent=PROVINCE)
    return world


@pytest.fixture
def communes(tmp_path: Path) -> World:
    """Three communes, no reports yet."""
    return three_communes(tmp_path)


@pytest.fixture
def full(tmp_path: Path) -> World:
    """Three communes that all reported nine months of 2026 and of 2025; a copy for each test."""
    return _full().copy(tmp_path)


@cache
def _full() -> World:
    world = three_communes(None)
    for unit_key, accepted, settled, overdue in ((PHU, 100, 90, 6), (LOI, 50, 48, 0), (TAM, 12, 10, 1)):
        for period, more in (("2025-m09", 1), ("2026-m09", 0)):
            world.report(
                unit_key,
                period,
                {
                    "don_tiep_nhan": accepted + 20,
                    "don_du_dieu_kien": accepted + 5,
                    "don_thu_ly": accepted,
                    "don_da_giai_quyet": settled + more,
                    "don_dang_giai_quyet": accepted - settled - more,
                    "don_trong_han": accepted - settled - overdue,
                    "don_qua_han": overdue - more if overdue else 0,
                    "tcd_luot": 200,
                    "tcd_vu_viec": 180,
                    "tcd_lanh_dao_vu_viec": 40,
                    "tcd_lanh_dao_nguoi": 44,
                    "tap_huan_lop": 3,
                    "tap_huan_nguoi": 120,
                    "mo_hinh_dang_ky": 4,
                    "mo_hinh_cong_nhan": 3,
                    "cqtt_diem": 72.0 if unit_key == TAM else 85.5,
                    "cqtt_diem_toi_da": 95.0,
                },
            )
    return world


@pytest.fixture(scope="session")
def boundaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of outlines that nobody brought any to: maps make approximate areas in it."""
    return tmp_path_factory.mktemp("boundaries")


@pytest.fixture
def dashboard(store_folder: Path, boundaries: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens a page of the dashboard on a world of rows, at these choices."""
    monkeypatch.setattr(settings, "BOUNDARIES", boundaries)

    def opened(world: World | None, page: str = "overview", **choices: str) -> AppTest:
        st.cache_resource.clear()  # what another world's copy of the same number gave
        if world is not None:
            reader: Reader = world.reader
            monkeypatch.setattr(data, "_reader", lambda setting: reader)
        app = AppTest.from_file(str(DASHBOARD), default_timeout=60)
        for name, value in choices.items():
            app.query_params[name] = value
        if page != "overview":  # at its own address: found by its file's name, which is its path
            app.switch_page(f"pages/{page}.py")
        app.run()
        assert not app.exception, [error.value for error in app.exception]
        return app

    first_start.decline()
    st.cache_resource.clear()
    yield opened
    st.cache_resource.clear()


def bodies(app: AppTest) -> list[str]:
    """The HTML of each element that opens something."""
    drawn = (json.loads(element.proto.json) for element in app.get("bidi_component"))
    return [data["body"] for data in drawn if "body" in data]


def maps(app: AppTest) -> list[dict[str, Any]]:
    """What the browser gets of each map: its layers by name."""
    charts = (json.loads(chart.proto.json) for chart in app.get("deck_gl_json_chart"))
    return [{layer["id"]: layer for layer in chart["layers"]} for chart in charts]


def said(app: AppTest) -> str:
    """All that stands on the page as a reader sees it, without tags."""
    drawn = [*bodies(app), *(element.value for element in app.get("html") if "<style>" not in element.value)]
    text = html.unescape(re.sub(r"<[^>]+>", " ", "\n".join(drawn)))
    return re.sub(r"[ \n]+", " ", text)


def opens(app: AppTest) -> list[str]:
    """What clicks on the page ask for, in the order of the page."""
    return [action for body in bodies(app) for action in re.findall(r'data-open="([^"]+)"', body)]
