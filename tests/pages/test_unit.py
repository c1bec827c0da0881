"""One unit: all it reported, its points, its reports, what it was before and where it belongs."""

from __future__ import annotations

from pathlib import Path

from made_world import World

from tests.pages.conftest import Open, bodies, opens, said

DONG_NAI, DONG_PHU, TAN_LOI = "2025-07:75", "2025-07:25363", "2025-07:25378"


def province(folder: Path) -> World:
    """Two real communes of Đồng Nai, one with a revised form and a narrative."""
    world = World(folder)
    world.unit(DONG_NAI, "Đồng Nai", "province", kind="tỉnh")
    world.unit(DONG_PHU, "Đồng Phú", parent=DONG_NAI)
    world.unit(TAN_LOI, "Tân Lợi", parent=DONG_NAI)
    world.report(
        DONG_PHU,
        "2026-m09",
        {
            "don_thu_ly": 40,
            "don_da_giai_quyet": 37,
            "don_qua_han": 2,
            "vi_pham": 0,
            "cqtt_diem": 76.0,
            "cqtt_diem_toi_da": 95.0,
        },
    )
    report = world.report(DONG_PHU, "2026-m06", {"don_thu_ly": 20}, source="narrative", number="103/BC-UBND")
    world.issue(report, "rate_differs", "warning")
    world.report(TAN_LOI, "2026-m09", {"don_thu_ly": 10, "don_da_giai_quyet": 10})
    return world


def test_the_title_names_the_unit_and_what_is_overdue(dashboard: Open, tmp_path: Path) -> None:
    text = said(dashboard(province(tmp_path), "unit", place=DONG_PHU))
    assert "Xã Đồng Phú: 2 đơn quá hạn , giải quyết 92,5\u202f% đơn" in text  # 37 of 40


def test_ways_lead_up_beside_and_to_what_it_was(dashboard: Open, tmp_path: Path) -> None:
    app = dashboard(province(tmp_path), "unit", place=DONG_PHU)
    assert {f"page:unit@{DONG_NAI}", f"page:unit@{TAN_LOI}"} <= set(opens(app))
    text = said(app)
    assert "Hình thành từ Thị trấn Tân Phú · Xã Tân Lập · Xã Tân Tiến" in text


def test_every_measure_is_listed_zero_too_and_opens_its_source(dashboard: Open, tmp_path: Path) -> None:
    app = dashboard(province(tmp_path), "unit", place=DONG_PHU)
    listed = next(body for body in bodies(app) if "g-measures" in body)
    violations = listed.split('data-open="source:vi_pham"')[1]
    assert violations.startswith(">0</button>")
    assert "source:tap_huan_lop" not in listed


def test_points_are_of_the_maximum_that_applies(dashboard: Open, tmp_path: Path) -> None:
    cards = next(b for b in bodies(dashboard(province(tmp_path), "unit", place=DONG_PHU)) if "g-cards" in b)
    score = cards.split("source:cqtt_diem")[1]
    assert "80,0\u202f%" in score and "76,0/95 điểm" in score  # 76 of 95


def test_its_reports_are_listed_with_what_is_left_to_do(dashboard: Open, tmp_path: Path) -> None:
    app = dashboard(province(tmp_path), "unit", place=DONG_PHU)
    listed = next(body for body in bodies(app) if "g-unit-reports" in body)
    assert listed.index("9 tháng năm 2026") < listed.index("6 tháng năm 2026")
    assert "103/BC-UBND" in listed and "1 chưa xác nhận" in listed and "1 chỗ không khớp" in listed
    assert "page:review?report=r02&amp;figure=" in listed


def test_a_province_shows_its_communes(dashboard: Open, tmp_path: Path) -> None:
    app = dashboard(province(tmp_path), "unit", place=DONG_NAI)
    text = said(app)
    assert "Tỉnh Đồng Nai: 2 đơn quá hạn" in text
    assert f"page:unit@{DONG_PHU}" in opens(app)
    assert "Đơn vị chưa có báo cáo nào" in text


def test_a_new_kind_is_dated_and_names_its_document(dashboard: Open, tmp_path: Path) -> None:
    world = province(tmp_path)
    text = said(dashboard(world, "unit", place=DONG_PHU))
    assert "xã Đồng Phú đến 29/4/2026; phường Đồng Phú từ 30/4/2026 (237/NQ-UBTVQH16)" in text
    assert "Tên gọi" not in said(dashboard(world, "unit", place=TAN_LOI))
