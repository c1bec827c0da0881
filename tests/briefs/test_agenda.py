"""An agenda handed out and read back: a slide, section, page and sheet a pin, with its page's figures."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from docx import Document
from pptx import Presentation
from python_calamine import CalamineWorkbook

from grassroots.briefs.agenda import ENDINGS, Pinned, hand_out_agenda
from tests.briefs.conftest import PHU, Ask

COMMENT = "Hỏi Đồng Phú: vì sao còn 6 đơn?"
SUPPOSED = "settle~overdue~all"


@pytest.fixture(scope="module")
def pins(ask: Ask) -> list[Pinned]:
    return [
        Pinned(ask(), "overview", "blocks_0", "6 đơn quá hạn, đều ở xã Đồng Phú", COMMENT),
        Pinned(ask(), "complaints", "petitions_by_unit", "", ""),
        Pinned(ask(SUPPOSED), "what_if", "what_if_cards", "", ""),
        Pinned(ask(unit_key=PHU), "overview", "number_don_qua_han", "", "", "don_qua_han"),
        Pinned(ask(), "training", "training_by_unit", "", ""),
        Pinned(ask(), "scores", "scores_map", "", ""),
    ]


@pytest.fixture(scope="module")
def files(pins: list[Pinned]) -> dict[str, bytes]:
    return {ending: hand_out_agenda("Giao ban", pins, ending, "vi") for ending in ENDINGS}


def test_slides_show_each_pin_with_its_own_choices(files: dict[str, bytes], pins: list[Pinned]) -> None:
    cover, *slides = Presentation(io.BytesIO(files["pptx"])).slides
    assert cover.shapes.title.text == "Giao ban" and len(slides) == len(pins)
    said = [
        " | ".join(shape.text_frame.text for shape in one.shapes if shape.has_text_frame) for one in slides
    ]
    assert "6 đơn quá hạn, đều ở xã Đồng Phú" in said[0] and COMMENT in said[0]
    assert any(shape.shape_type == 13 for shape in slides[0].shapes), "the map's picture"
    (chart,) = (shape.chart for shape in slides[1].shapes if shape.has_chart)
    assert list(chart.plots[0].categories) == ["xã Đồng Phú (90/100)"]
    assert list(chart.plots[0].series[0].values) == [90.0]
    # all 6 overdue settled: 108 of 115
    assert "108/115" in said[2] and pins[2].asked.words("scenario.foot") in said[2]
    assert pins[0].asked.words("scenario.foot") not in said[0]
    assert "| 6 |" in said[3] and "Đồng Phú" in said[3]
    assert all(pins[0].asked.words("page.sample.mark") in one for one in said)
    assert "Báo cáo số 12/BC-UBND" in slides[1].notes_slide.notes_text_frame.text


def test_a_document_and_a_pdf_hold_the_same(files: dict[str, bytes], pins: list[Pinned]) -> None:
    document = Document(io.BytesIO(files["docx"]))
    text = " ".join(line.text for line in document.paragraphs)
    with pypdfium2.PdfDocument(files["pdf"]) as pdf:
        pages = [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]
    assert len(pages) == len(pins)
    for place, pin in enumerate(pins):
        for wanted in (f"{place + 1}. {pin.plate.title}", pin.asked.filters, pin.asked.coverage, pin.comment):
            flat = " ".join(wanted.split())
            assert flat in text.replace("\u202f", " ") and flat in pages[place]
        assert pin.asked.words("page.sample.mark") in pages[place]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["", "Tỷ lệ giải quyết"],
        ["xã Đồng Phú (90/100)", "90,0\u202f%"],
    ]
    assert "Nếu" in pages[2] or pins[2].asked.scenario in pages[2]


def test_a_workbook_has_a_sheet_a_pin(files: dict[str, bytes], pins: list[Pinned]) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["xlsx"]))
    assert len(book.sheet_names) == len(pins) and book.sheet_names[0].startswith("1. ")
    first = book.get_sheet_by_index(0).to_python()
    assert [first[1][0], first[2][0]] == [pins[0].asked.mark, pins[0].plate.title] and first[3][0] == COMMENT
    number = book.get_sheet_by_index(3).to_python()
    assert ["Đơn quá hạn", "đơn", 6] in [row[:3] for row in number]


def test_an_agenda_without_pins_is_none() -> None:
    with pytest.raises(ValueError, match="without pins"):
        hand_out_agenda("Giao ban", [], "pdf", "vi")
