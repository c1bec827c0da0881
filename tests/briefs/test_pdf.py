"""The PDF of the report read back: words that can be found, tags, bookmarks, the figures of the page."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from grassroots import briefs
from grassroots.briefs.report import report
from grassroots.briefs.typesetting import NotTypeset, typeset
from grassroots.reading import read_file
from grassroots.text import LANGUAGES
from tests.briefs.conftest import PHU, Ask, values_written


@pytest.fixture(scope="module")
def content(ask: Ask) -> bytes:
    return briefs.hand_out(ask(), "pdf")


def _pages(content: bytes) -> list[str]:
    """The words of each page, a space wherever a line breaks."""
    with pypdfium2.PdfDocument(content) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_own_reader_reads_the_figures_that_were_written(ask: Ask, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "bao_cao.pdf"
    file.write_bytes(content)
    reading = read_file(file)
    found = {(one.indicator, one.value) for one in reading.figures if one.part is None}
    assert found == values_written(report(ask()).written)
    assert reading.particulars.issuer == "UBND tỉnh Đồng Nai" and reading.particulars.illustrative


def test_words_are_found_as_they_are_typed(content: bytes) -> None:
    pages = _pages(content)
    assert all(unicodedata.is_normalized("NFC", page) for page in pages)
    text = " ".join(pages)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "Chưa gửi báo cáo trong kỳ: xã Đồng Tâm." in text
    assert "Thụ lý 115 đơn, đã giải quyết 102/115 đơn, đạt tỷ lệ 88,7" in text
    assert "Cộng 2/3 báo cáo cấp xã, từng nơi: Phụ lục IV; tính lại từ hai số đếm đứng cạnh." in text


def test_it_is_tagged_and_has_bookmarks(content: bytes) -> None:
    with pypdfium2.PdfDocument(content) as document:
        assert document.is_tagged() and document.get_metadata_value("Title").startswith("Thực hiện dân chủ")
        marks = [mark.get_title() for mark in document.get_toc()]
    sections = ["I. Công tác lãnh đạo, chỉ đạo", "2. Thông tin, tuyên truyền", "Phụ lục IV"]
    assert all(any(wanted in mark for mark in marks) for wanted in sections)
    assert b"/Lang(vi" in content


def test_tables_of_units_have_their_heads_again_on_each_page(content: bytes) -> None:
    page = next(
        page for page in _pages(content) if "Xã Đồng Phú" in page and "Đơn đã giải quyết (đơn)" in page
    )
    assert "Tổng cộng" in page and "Xã Thuận Lợi" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_stand_on_every_page(ask: Ask, language: str) -> None:
    words = "#panic() *đậm* $x_1$ @nguồn"  # what somebody writes is never markup
    wanted = replace(ask("settle~overdue~all", unit_key=PHU, language=language), scenario=words)
    pages = _pages(briefs.hand_out(wanted, "pdf"))
    assert len(pages) > 3
    for page in pages:
        assert wanted.words("page.sample.mark") in page and wanted.words("scenario.foot") in page
        assert words in page
    assert "{" not in " ".join(pages) and "brief." not in " ".join(pages)


def test_data_that_a_template_cannot_set_are_told() -> None:
    with pytest.raises(NotTypeset, match="title"):
        typeset("report", {})
