"""Models and commendations: stages, who reports what, localities on the map, and each by name."""

from __future__ import annotations

import json

from made_world import World
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import LOI, PHU, TAM, Open, bodies, opens, said


def recognised(world: World) -> World:
    """Đồng Phú has models and a commended locality, Thuận Lợi reports none, Đồng Tâm says nothing of them."""
    report = world.report(
        PHU,
        "2026-m09",
        {
            "mo_hinh_dang_ky": 5,
            "mo_hinh_cong_nhan": 3,
            "mo_hinh_nhan_rong": 1,
            "khen_thuong_tap_the": 2,
            "khen_thuong_ca_nhan": 4,
        },
    )
    world.report(LOI, "2026-m09", {"mo_hinh_dang_ky": 0, "mo_hinh_cong_nhan": 0})
    world.report(TAM, "2026-m09", {"don_thu_ly": 5})
    for ordinal, (kind, name, stage) in enumerate(
        [("model", "Ngày thứ Năm không hẹn", "replicated"), ("locality", "Ấp 3", "commended")], start=1
    ):
        world.row(
            "award", report_id=report, ordinal=ordinal, kind=kind, name=name, stage=stage, level="commune",
            quote=f"công nhận {name}", sheet="Mô hình", cell=f"B{ordinal + 4}",
        )  # fmt: skip
    return world


def spots(app: AppTest) -> dict[str, dict[str, object]]:
    """What the map draws, by unit."""
    made = json.loads(app.get("deck_gl_json_chart")[0].proto.json)
    circles = next(layer for layer in made["layers"] if layer["id"] == "circles")
    return {spot["unit_key"]: spot for spot in circles["data"]}


def test_the_title_goes_from_registered_to_commended(dashboard: Open, communes: World) -> None:
    text = said(dashboard(recognised(communes), "models"))
    assert "3/5 mô hình đăng ký được công nhận, 1 được nhân rộng; 6 tập thể, cá nhân được khen" in text


def test_stages_open_their_sources(dashboard: Open, communes: World) -> None:
    stages = next(body for body in bodies(dashboard(recognised(communes), "models")) if "Từ đăng ký" in body)
    for code in ("mo_hinh_dang_ky", "mo_hinh_cong_nhan", "mo_hinh_nhan_rong"):
        assert f'data-open="source:{code}"' in stages
    assert "Hoạt động hiệu quả" not in stages


def test_a_stage_that_nobody_states_is_said(dashboard: Open, communes: World) -> None:
    communes.report(PHU, "2026-m09", {"mo_hinh_dang_ky": 5})
    stages = next(body for body in bodies(dashboard(communes, "models")) if "Từ đăng ký" in body)
    assert stages.count("chưa báo cáo") == 2


def test_none_is_told_apart_from_nothing_said(dashboard: Open, communes: World) -> None:
    units = next(body for body in bodies(dashboard(recognised(communes), "models")) if "g-models" in body)
    held, rest = units.split("Báo cáo không phát sinh mô hình, khen thưởng")
    without, silent = rest.split("Chưa báo cáo về mô hình, khen thưởng")
    assert "Xã Đồng Phú" in held and f"source:mo_hinh_cong_nhan@{PHU}" in held
    assert "Xã Thuận Lợi" in without and "Xã Thuận Lợi" not in silent
    assert "Xã Đồng Tâm" in silent and "Xã Đồng Tâm" not in without


def test_the_map_names_commended_localities_and_its_legend_adds_up(dashboard: Open, communes: World) -> None:
    app = dashboard(recognised(communes), "models")
    drawn = spots(app)
    assert drawn[PHU]["fill"] != drawn[LOI]["fill"]
    assert drawn[PHU]["radius"] > drawn[LOI]["radius"]
    assert "có địa phương được khen thưởng" in drawn[PHU]["said"]
    text = said(app)
    legend = text[text.index("Số xã, phường") :]
    assert "có địa phương được khen thưởng 1 " in legend
    assert "nơi khác, chưa có mô hình được công nhận 1 " in legend
    assert "chưa báo cáo 1 xã, phường 3" in legend


def test_the_legend_parts_the_communes_without_a_commended_locality(dashboard: Open, communes: World) -> None:
    communes.report(PHU, "2026-m09", {"mo_hinh_dang_ky": 2, "mo_hinh_cong_nhan": 2})
    communes.report(LOI, "2026-m09", {"mo_hinh_dang_ky": 1, "mo_hinh_cong_nhan": 0})
    text = said(dashboard(communes, "models"))
    legend = text[text.index("Số xã, phường") :]
    assert "có địa phương được khen thưởng 0 " in legend
    assert "nơi khác, có mô hình được công nhận 1 " in legend
    assert "nơi khác, chưa có mô hình được công nhận 1 " in legend


def test_awards_are_listed_and_open_their_words(dashboard: Open, communes: World) -> None:
    app = dashboard(recognised(communes), "models")
    listed = app.dataframe[0].value
    assert list(listed["Tên"]) == ["Ngày thứ Năm không hẹn", "Ấp 3"]
    assert list(listed["Giai đoạn"]) == ["Nhân rộng", "Khen thưởng"]
    app.session_state["asked"] = "list_awards:1"
    assert "công nhận Ấp 3" in said(app.run())


def test_nothing_reported_is_a_sentence(dashboard: Open, communes: World) -> None:
    world = communes
    world.report(PHU, "2026-m09", {"don_thu_ly": 5})
    app = dashboard(world, "models")
    assert "Chưa có báo cáo về mô hình, khen thưởng trong kỳ này." in said(app)
    assert "Báo cáo của kỳ này không liệt kê mô hình hay khen thưởng nào." in said(app)
    assert "source:mo_hinh_cong_nhan" in opens(app)
