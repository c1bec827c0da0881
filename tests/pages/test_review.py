"""Review: figures beside their words; confirm, correct, reject, many at once; who, when and why are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import store
from grassroots.widgets.review import runs
from tests.pages.conftest import PHU, Open, bodies, opens, said

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG PHÚ
Số: 213/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Phú, ngày 15 tháng 11 năm 2024
BÁO CÁO
Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024
Tổng số đơn thụ lý giải quyết trong kỳ là 142 đơn, đã giải quyết 132/142 đơn, hiện còn 10 đơn đang giải quyết.
"""


@pytest.fixture
def waiting(dashboard: Open, tmp_path: Path) -> AppTest:
    """The review page on one narrative with three figures or more, nothing decided, a name stated."""
    file = tmp_path / "bc.txt"
    file.write_text(REPORT, encoding="utf-8")
    assert store.load_files([file], by="an").results[0].outcome == "new"
    app = dashboard(None, "review")
    app.text_input(key="reviewer").set_value("Phòng Nội vụ").run()
    return app


def figures() -> dict[str, dict[str, object]]:
    """The stored figures with what holds, by indicator, from the published copy."""
    store.finish_publishing()
    rows = store.Reader().rows("select * from figure_decided order by ordinal")
    return {str(row["read_indicator"]): row for row in rows}


def decisions() -> list[dict[str, object]]:
    store.finish_publishing()
    return store.Reader().rows("select * from decision order by position")


def at_hand(app: AppTest) -> str:
    return next(body for body in bodies(app) if '<span class="value">' in body)


def button(app: AppTest, label: str) -> Any:
    return next(one for one in app.button if one.label == label)


def go_to(app: AppTest, indicator: str) -> AppTest:
    app.query_params["figure"] = str(figures()[indicator]["figure_id"])
    return app.run()


def test_a_figure_stands_beside_its_words_in_the_text(waiting: AppTest) -> None:
    app = go_to(waiting, "don_da_giai_quyet")
    assert '<span class="value">132</span>' in at_hand(app)
    text = next(body for body in bodies(app) if "paper" in body)
    marked = text.split("<mark data-here>")[1].split("</mark>")[0]
    assert "132/142 đơn" in marked
    assert "Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024" in text


def test_confirming_is_kept_with_who_and_goes_on_to_the_next(waiting: AppTest) -> None:
    total = len(figures())
    first = at_hand(waiting)
    button(waiting, "Xác nhận").click().run()
    assert not waiting.exception
    assert at_hand(waiting) != first
    assert f"1/{total} số liệu đã quyết định · còn {total - 1}" in said(waiting)  # before it is published
    kept = decisions()
    assert [(row["action"], row["decided_by"], row["stated"]) for row in kept] == [
        ("confirm", "Phòng Nội vụ", True)
    ]
    assert f"1/{total} số liệu đã quyết định" in said(waiting.run())  # and after


def test_each_figure_has_a_button_of_its_own_so_that_no_press_falls_on_one_unseen(waiting: AppTest) -> None:
    first, second, *_ = [row["figure_id"] for row in figures().values()]
    assert button(waiting, "Xác nhận").key == f"confirm_{first}"
    button(waiting, "Xác nhận").click().run()
    assert button(waiting, "Xác nhận").key == f"confirm_{second}"


def test_nothing_is_decided_without_a_name(waiting: AppTest) -> None:
    waiting.text_input(key="reviewer").set_value("  ").run()
    assert button(waiting, "Xác nhận").disabled
    assert waiting.button(key="confirm_0.0").disabled


def test_a_correction_needs_a_reason_and_a_change(waiting: AppTest) -> None:
    app = go_to(waiting, "don_thu_ly")
    figure = str(figures()["don_thu_ly"]["figure_id"])
    app.button(key="review_correct").click().run()
    button(app, "Lưu số đã sửa").click().run()
    assert [error.value for error in app.error] == ["Chưa có gì được sửa."]
    app.number_input(key=f"correct_{figure}_value").set_value(141.0)
    button(app, "Lưu số đã sửa").click().run()
    assert [error.value for error in app.error] == ["Cần ghi lý do."]
    assert decisions() == []
    app.number_input(key=f"correct_{figure}_value").set_value(141.0)
    app.text_input(key=f"correct_{figure}_reason").set_value("đếm trùng một đơn")
    button(app, "Lưu số đã sửa").click().run()
    assert not app.exception and not app.error
    assert [(row["action"], row["value"], row["reason"]) for row in decisions()] == [
        ("correct", 141.0, "đếm trùng một đơn")
    ]
    assert figures()["don_thu_ly"]["value"] == 141


def test_a_corrected_part_is_kept_as_words_and_resolved(waiting: AppTest) -> None:
    app = go_to(waiting, "don_thu_ly")
    figure = str(figures()["don_thu_ly"]["figure_id"])
    app.button(key="review_correct").click().run()
    app.selectbox(key=f"correct_{figure}_kind").select("place")
    app.text_input(key=f"correct_{figure}_part").set_value("xã Tân Hưng")
    app.text_input(key=f"correct_{figure}_reason").set_value("chỉ của một xã")
    button(app, "Lưu số đã sửa").click().run()
    assert [(row["part"], row["part_unit_key"]) for row in decisions()] == [("xã Tân Hưng", "2020:25375")]


def test_a_rejection_needs_a_reason(waiting: AppTest) -> None:
    app = go_to(waiting, "don_thu_ly")
    figure = str(figures()["don_thu_ly"]["figure_id"])
    app.button(key="review_reject").click().run()
    button(app, "Loại số này").click().run()
    assert [error.value for error in app.error] == ["Cần ghi lý do."]
    app.text_input(key=f"reject_{figure}_reason").set_value("số của kế hoạch")
    button(app, "Loại số này").click().run()
    assert [(row["action"], row["reason"]) for row in decisions()] == [("reject", "số của kế hoạch")]
    assert figures()["don_thu_ly"]["status"] == "rejected"


def test_all_that_wait_are_confirmed_at_once_and_earlier_decisions_stay(waiting: AppTest) -> None:
    store.decide(str(figures()["don_thu_ly"]["figure_id"]), "reject", by="an", reason="kế hoạch")
    waiting.run().button(key="confirm_0.0").click().run()
    assert "Mọi số liệu đã được xác nhận" in said(waiting)
    statuses = {indicator: row["status"] for indicator, row in figures().items()}
    assert statuses.pop("don_thu_ly") == "rejected"
    assert set(statuses.values()) == {"confirmed"}


def test_only_figures_read_with_confidence_are_confirmed_when_asked(waiting: AppTest) -> None:
    report = store.reports()[0]["report_id"]
    assert store.confirm_all(report, by="an", at_least=1.01) == 0
    assert decisions() == []


def test_a_report_of_unknown_scope_is_asked_about(dashboard: Open, communes: World) -> None:
    world = communes
    known = world.report(PHU, "2026-m06", {"don_thu_ly": 5}, source="narrative")
    unknown = world.report(PHU, "2026-m09", {"don_thu_ly": 5}, source="narrative", scope=None)
    app = dashboard(world, "review", report=unknown)
    assert {"scope_whole_area", "scope_own_agency"} <= {button.key for button in app.button}
    app = dashboard(world, "review", report=known)
    assert "scope_whole_area" not in {button.key for button in app.button}


def test_the_number_of_a_panel_leads_to_its_figure(dashboard: Open, communes: World) -> None:
    world = communes
    first = world.report(PHU, "2026-m09", {"don_thu_ly": 5}, source="narrative")
    other = world.report(PHU, "2026-m06", {"don_thu_ly": 3, "tcd_luot": 8}, source="narrative")
    app = dashboard(world, "review", figure=f"{other}-2", report=first)
    assert '<span class="value">8</span>' in at_hand(app)
    assert app.selectbox(key="review_report").value == other
    assert f"choose:figure={other}-1" in opens(app)


def test_a_forms_figures_are_looked_at_and_not_decided(dashboard: Open, communes: World) -> None:
    world = communes
    report = world.report(PHU, "2026-m09", {"don_thu_ly": 5})
    app = dashboard(world, "review", report=report)
    assert button(app, "Xác nhận").disabled and app.button(key="review_reject").disabled
    assert "Biểu số liệu không có nguyên văn" in said(app)


def test_nothing_to_review_is_a_sentence(dashboard: Open) -> None:
    app = dashboard(None, "review")
    assert "Chưa có báo cáo nào để xác nhận" in said(app)
    assert "Chưa có báo cáo nào chờ xác nhận." in said(app)
    assert "page:reports" in opens(app)


def test_words_of_two_figures_that_overlap_belong_to_the_one_at_hand() -> None:
    text = "tiếp 126 vụ việc/128 công dân."
    matters = {"figure_id": "r-1", "quote_start": 0, "quote_end": 16}
    persons = {"figure_id": "r-2", "quote_start": 12, "quote_end": 29}
    assert [(run, row and row["figure_id"]) for run, row in runs(text, [matters, persons], None)] == [
        ("tiếp 126 vụ việc", "r-1"),
        ("/128 công dân.", None),
    ]
    assert [(run, row and row["figure_id"]) for run, row in runs(text, [matters, persons], persons)] == [
        ("tiếp 126 vụ ", None),
        ("việc/128 công dân", "r-2"),
        (".", None),
    ]
    assert "".join(run for run, _ in runs(text, [persons, matters], matters)) == text


def test_the_published_report_is_reviewed_to_the_end(dashboard: Open, shared: Path) -> None:
    """Every figure of a real report can be brought to hand and decided, and its measures follow."""
    store.load_files([shared / "reports" / "files" / "dong_phu_2024.docx"], by="an")
    app = dashboard(None, "review")
    app.text_input(key="reviewer").set_value("Phòng Nội vụ").run()
    total = len(store.Reader().rows("select figure_id from figure"))
    assert total >= 20
    for decided in range(1, 4):
        button(app, "Xác nhận").click().run()
        assert f"{decided}/{total} số liệu đã quyết định" in said(app)
    app.button(key="confirm_0.0").click().run()
    store.finish_publishing()
    app.switch_page("pages/complaints.py").run()
    text = said(app)
    assert "132/142 đơn" in text and "93,0\u202f%" in text
    assert "0 chưa xác nhận" in text
