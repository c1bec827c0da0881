"""From a number to the sentence it was read from."""

from __future__ import annotations

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import LOI, PHU, PROVINCE, Open, bodies, said

SENTENCE = (
    "Trong kỳ đã tiếp ông Trần Văn Nam và 12 công dân. "
    "Tổng số đơn thụ lý là 142 đơn (đã giải quyết 132/142 đơn), 04 đơn quá hạn."
)


@pytest.fixture
def narrative(communes: World) -> World:
    report = communes.report(
        PHU, "2026-m09", source="narrative", issuer="UBND xã Đồng Phú", number="12/BC-UBND"
    )
    communes.row("passage", report_id=report, number=6, section="II.3", kind="paragraph", text=SENTENCE)
    communes.row(
        "report_file", sha256="a" * 64, report_id=report, file_name="xa_an.docx", format="docx",
        bytes=1, added_at="2026-11-01", added_by="an",
    )  # fmt: skip
    for indicator, value, quote in (
        ("don_thu_ly", 142, "142 đơn"),
        ("don_da_giai_quyet", 132, "đã giải quyết 132/142 đơn"),
        ("don_qua_han", 4, "04 đơn quá hạn"),
    ):
        start = SENTENCE.index(quote)
        communes.figure(
            report, indicator, value, quote=quote, passage=6, quote_start=start,
            quote_end=start + len(quote), confidence=0.9, read_by="rule",
        )  # fmt: skip
    communes.report(LOI, "2026-m09", {"don_thu_ly": 20, "don_da_giai_quyet": 18})
    return communes


def asked(app: AppTest, action: str) -> AppTest:
    """The page after a click that asks for this."""
    app.session_state["asked"] = action
    app.run()
    assert not app.exception, [error.value for error in app.exception]
    return app


def test_a_rate_shows_its_sum_its_reports_and_the_sentence(dashboard: Open, narrative: World) -> None:
    text = said(asked(dashboard(narrative), "source:ty_le_giai_quyet"))
    assert "= 150 ÷ 162 = 92,59\u202f%, làm tròn 92,6\u202f%" in text
    assert "2/2 báo cáo làm nên con số này" in text
    assert "UBND xã Đồng Phú, số 12/BC-UBND" in text and "xa_an.docx" in text
    assert "mục II.3, đoạn 6" in text


def test_the_words_of_the_number_are_marked_and_other_numbers_open(dashboard: Open, narrative: World) -> None:
    panel = bodies(asked(dashboard(narrative), "figure:r01-2"))[-1]
    assert "<mark>đã giải quyết 132/142 đơn</mark>" in panel
    assert 'data-open="figure:r01-3">04 đơn quá hạn' in panel
    assert "Chưa xác nhận" in panel


def test_names_of_people_are_masked_in_the_panel(dashboard: Open, narrative: World) -> None:
    text = said(asked(dashboard(narrative), "figure:r01-3"))
    assert "ông …" in text and "Trần Văn Nam" not in text


def test_a_decision_shows_who_when_and_why(dashboard: Open, narrative: World) -> None:
    narrative.decide("r01-3", "correct", value=5.0, reason="nhầm một đơn")
    text = said(asked(dashboard(narrative), "figure:r01-3"))
    assert "Sửa thành 5,0: bình" in text and "nhầm một đơn" in text


def test_a_commune_s_number_is_that_of_the_commune(dashboard: Open, narrative: World) -> None:
    panel = said(asked(dashboard(narrative), f"source:ty_le_giai_quyet@{LOI}"))
    assert "= 18 ÷ 20 = 90,00\u202f%" in panel


def test_the_sources_page_opens_on_a_figure_that_the_url_names(dashboard: Open, narrative: World) -> None:
    app = dashboard(narrative, "sources", figure="r01-3")
    assert "<mark>04 đơn quá hạn</mark>" in "".join(bodies(app))


def test_the_sources_page_lists_the_figures_behind_a_measure(dashboard: Open, narrative: World) -> None:
    app = dashboard(narrative, "sources", place=PROVINCE, measure="don_thu_ly")
    assert 'data-open="choose:figure=r01-1"' in "".join(bodies(app))
    assert app.selectbox(key="source_measure").value == "don_thu_ly"


def test_the_sources_page_says_how_often_the_reading_was_left_alone(dashboard: Open, communes: World) -> None:
    report = communes.report(PHU, "2026-m09", source="narrative")
    figures = [communes.figure(report, "tcd_luot", 5, confidence=0.97) for _ in range(3)]
    assert "Máy đọc đúng đến đâu" not in said(dashboard(communes, "sources", period="2026-m09"))
    for figure, action in zip(figures, ("confirm", "confirm", "reject"), strict=True):
        communes.decide(figure, action)
    text = said(dashboard(communes, "sources", period="2026-m09"))
    assert "3 số liệu đọc từ báo cáo bằng lời đã có người quyết định: 2 giữ nguyên, 0 sửa, 1 loại" in text
    assert "độ tin cậy từ 0,95: giữ nguyên 2/3" in text
