"""Slides read back: charts that hold the page's figures in sheets of their own, sources in the notes."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Slides
from python_calamine import CalamineWorkbook

from grassroots import briefs, settings
from grassroots.text import LANGUAGES
from tests.briefs.conftest import PHU, Ask


@pytest.fixture(scope="module", autouse=True)
def outlines(tmp_path_factory: pytest.TempPathFactory) -> object:
    """A folder that nobody brought outlines to: areas are made from centres."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "BOUNDARIES", tmp_path_factory.mktemp("boundaries"))
        yield


@pytest.fixture(scope="module")
def slides(ask: Ask) -> Slides:
    return _read(briefs.hand_out(ask(), "pptx"))


def _read(content: bytes) -> Slides:
    return Presentation(io.BytesIO(content))


def _charts(slides: Slides) -> dict[str, dict[str, dict[str, float | None]]]:
    """Title of the slide → series → category → value."""
    return {
        slide.shapes.title.text: {
            one.name: dict(zip(map(str, shape.chart.plots[0].categories), one.values, strict=True))
            for one in shape.chart.plots[0].series
        }
        for slide in slides.slides
        for shape in slide.shapes
        if shape.has_chart
    }


def _said(slides: Slides) -> list[str]:
    return [
        shape.text_frame.text for slide in slides.slides for shape in slide.shapes if shape.has_text_frame
    ]


def test_charts_hold_the_figures_and_can_be_edited(slides: Slides) -> None:
    charts = _charts(slides)
    # Thuận Lợi accepted 15: too few to be ranked
    assert charts["1 nơi có tỷ lệ giải quyết thấp nhất trong 1 nơi từ 20 đơn trở lên"] == {
        "Tỷ lệ giải quyết": {"xã Đồng Phú (90/100)": 90.0}
    }
    assert charts["6/6 đơn quá hạn ở 1 nơi"] == {"Quá hạn": {"xã Đồng Phú": 6}}
    trend = charts["Tỷ lệ giải quyết, cộng dồn từ đầu năm"]
    assert trend["2026"] == {"9 tháng": 88.7} and trend["2025"] == {"9 tháng": 90.4}  # 102, 104 of 115
    books = [
        CalamineWorkbook.from_filelike(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
        for slide in slides.slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert len(books) == len(charts) and all(
        len(book.get_sheet_by_index(0).to_python()) > 1 for book in books
    )


def test_the_numbers_are_those_of_the_page(slides: Slides) -> None:
    said = _said(slides)
    assert "Giải quyết 88,7\u202f% đơn (102/115); 6 đơn quá hạn" in said
    assert any(text.startswith("102/115\nkỳ so sánh: 90,4\u202f%\n2/3 xã") for text in said)


def test_notes_give_the_sources_and_name_nobody(slides: Slides) -> None:
    notes = {slide.shapes.title.text: slide.notes_slide.notes_text_frame.text for slide in slides.slides}
    overdue = notes["6/6 đơn quá hạn ở 1 nơi"]
    assert "Báo cáo số 12/BC-UBND" in overdue and "don_qua_han: 6" in overdue
    assert all("2/3 xã, phường có báo cáo trong kỳ" in text for text in notes.values())
    assert not [text for text in notes.values() if "Nguyễn" in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_says_what_it_is_and_fits(ask: Ask, language: str) -> None:
    wanted = ask("settle~overdue~all", language=language)
    slides = _read(briefs.hand_out(wanted, "pptx"))
    assert (slides.slide_width, slides.slide_height) == (pytest.approx(12192000, rel=1e-4), 6858000)
    for slide in slides.slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert wanted.words("page.sample.mark") in said and wanted.words("scenario.foot") in said
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= slides.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= slides.slide_height
    assert not _overdue_left(slides), "all are supposed to be settled"


def _overdue_left(slides: Slides) -> list[str]:
    return [title for title in _charts(slides) if "đơn quá hạn" in title or "overdue petitions" in title]


def test_a_commune_has_slides_without_tables_of_units(ask: Ask) -> None:
    slides = _read(briefs.hand_out(ask(unit_key=PHU), "pptx"))
    assert "Giải quyết 90,0\u202f% đơn (90/100); 6 đơn quá hạn" in _said(slides)
    assert not any("thấp nhất" in title for title in _charts(slides))
