"""Training and communication: what is said of courses held, of none held, and of nothing reported."""

from __future__ import annotations

from datetime import date

from made_world import World

from tests.pages.conftest import LOI, PHU, TAM, Open, bodies, opens, said


def held(world: World) -> World:
    """Đồng Phú held three courses, Thuận Lợi reports none, Đồng Tâm says nothing of training."""
    report = world.report(
        PHU,
        "2026-m09",
        {"tap_huan_lop": 3, "tap_huan_nguoi": 120, "tuyen_truyen_cuoc": 7, "tuyen_truyen_luot_nguoi": 900},
    )
    world.report(LOI, "2026-m09", {"tap_huan_lop": 0, "tap_huan_nguoi": 0})
    world.report(TAM, "2026-m09", {"don_thu_ly": 5})
    days = (date(2026, 2, 3), date(2026, 2, 20), None)
    topics = ("Hòa giải ở cơ sở", "hòa giải ở cơ sở", "Tiếp công dân")
    for ordinal, (topic, held_on) in enumerate(zip(topics, days, strict=True), start=1):
        world.row(
            "training_course", report_id=report, ordinal=ordinal, topic=topic, held_on=held_on, days=1.5,
            participants=40, quote=f"lớp {topic} do bà Nguyễn Thị Hoa giảng",
            sheet="Tập huấn", cell=f"A{ordinal + 4}",
        )  # fmt: skip
    return world


def test_the_title_says_courses_people_and_how_many_held_none(dashboard: Open, communes: World) -> None:
    text = said(dashboard(held(communes), "training"))
    assert "3 lớp tập huấn cho 120 lượt người; 1 xã, phường chưa mở lớp nào" in text


def test_none_held_is_told_apart_from_nothing_said(dashboard: Open, communes: World) -> None:
    app = dashboard(held(communes), "training")
    units = next(body for body in bodies(app) if "g-training" in body)
    with_courses, rest = units.split("Báo cáo không phát sinh lớp nào")
    without, silent = rest.split("Chưa báo cáo về tập huấn")
    assert "Xã Đồng Phú" in with_courses
    assert "Xã Thuận Lợi" in without and ">0</button>" in without
    assert "Xã Đồng Tâm" in silent and "source:tap_huan_lop@" + TAM not in silent
    cards = next(body for body in bodies(app) if "g-cards" in body)
    none_held = cards.split("Đơn vị chưa mở lớp")[-1]
    assert '<span class="value">1</span>' in none_held
    assert "trên 2 đơn vị có báo cáo" in none_held and "1 đơn vị khác chưa báo cáo" in none_held


def test_every_number_of_a_commune_opens_its_source(dashboard: Open, communes: World) -> None:
    found = opens(dashboard(held(communes), "training"))
    for code in ("tap_huan_lop", "tap_huan_nguoi", "tuyen_truyen_cuoc", "tuyen_truyen_luot_nguoi"):
        assert f"source:{code}" in found
        assert f"source:{code}@{PHU}" in found


def test_per_thousand_people_needs_a_population(dashboard: Open, communes: World) -> None:
    assert "1.000 dân" not in said(dashboard(held(communes), "training"))


def test_per_thousand_people_is_of_the_communes_own(dashboard: Open, communes: World) -> None:
    communes.inhabitants(PHU, 2025, 60_000)
    text = said(dashboard(held(communes), "training"))
    assert "Người dự trên 1.000 dân" in text
    assert " 2,0 " in text  # 120 / 60


def test_topics_are_one_whatever_their_case_and_months_are_counted(dashboard: Open, communes: World) -> None:
    app = dashboard(held(communes), "training")
    topics = next(body for body in bodies(app) if "Theo chủ đề" in body)
    assert topics.lower().count("hòa giải ở cơ sở") == 1
    assert "80 người" in topics and "40 người" in topics
    months = next(body for body in bodies(app) if "g-months" in body)
    assert "<b>2</b>" in months and "1 lớp không ghi ngày" in months


def test_a_course_opens_the_words_it_was_read_from_without_names(dashboard: Open, communes: World) -> None:
    app = dashboard(held(communes), "training")
    assert list(app.dataframe[0].value["Ngày"]) == ["3/2/2026", "20/2/2026", ""]
    app.session_state["asked"] = "list_courses:0"
    text = said(app.run())
    assert "lớp Hòa giải ở cơ sở do bà … giảng" in text
    assert "trang tính Tập huấn, ô A5" in text


def test_a_commune_stands_among_the_others(dashboard: Open, communes: World) -> None:
    app = dashboard(held(communes), "training", place=PHU)
    units = next(body for body in bodies(app) if "g-training" in body)
    assert "Xã Thuận Lợi" in units
    assert units.count("data-here") == 1
    assert "Xã Đồng Phú" in units.split("data-here")[1].split("</div>")[0]


def test_nothing_reported_is_a_sentence(dashboard: Open, communes: World) -> None:
    world = communes
    world.report(PHU, "2026-m09", {"don_thu_ly": 5})
    text = said(dashboard(world, "training"))
    assert "Chưa có báo cáo về tập huấn trong kỳ này." in text
    assert "chưa mở lớp" not in text


def test_none_held_anywhere_is_said(dashboard: Open, communes: World) -> None:
    world = communes
    world.report(PHU, "2026-m09", {"tap_huan_lop": 0})
    assert "Báo cáo không phát sinh lớp tập huấn nào trong kỳ" in said(dashboard(world, "training"))
