"""Where the words of a passage are seen on the pages of PDF files and pictures."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import made_pages as pages
import presence
import pypdfium2
import pytest

from grassroots.reading.documents import Document, document_of, format_of
from grassroots.reading.documents.draft import Line
from grassroots.reading.documents.paragraphs import head_and_body
from grassroots.reading.model import PageLine

TWO_PAGES = [
    [
        (70, 60, "ỦY BAN NHÂN DÂN"),
        (330, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
        (70, 120, "Trong 10 tháng, huyện tiếp nhận 142 đơn, trong đó đã giải quyết"),
        (70, 140, "được 132 đơn theo Kế hoạch số 53/KH-"),
        (70, 160, "UBND của tỉnh và còn lại nhiều đơn đang được các cơ quan xem xét"),
        (290, 810, "1"),
    ],
    [(290, 40, "2"), (70, 80, "giải quyết trong thời hạn."), (70, 110, "Hết.")],
]


def read(path: Path) -> Document:
    return document_of(path, format_of(path))


def held(document: Document, line: PageLine) -> str:
    return document.passages[line.passage - 1].text[line.start : line.end]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\x02", "-")).strip()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_lines_lie_where_the_page_shows_their_words(tmp_path: Path, turned: int) -> None:
    document = read(pages.text_pdf(tmp_path / "a.pdf", TWO_PAGES, turned=turned))
    assert [passage.text for passage in document.passages] == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "Trong 10 tháng, huyện tiếp nhận 142 đơn, trong đó đã giải quyết được 132 đơn theo Kế hoạch số "
        "53/KH-UBND của tỉnh và còn lại nhiều đơn đang được các cơ quan xem xét giải quyết trong thời hạn.",
        "Hết.",
    ]
    drawn = [(page, *word) for page, words in enumerate(TWO_PAGES, 1) for word in words if len(word[2]) > 1]
    assert [held(document, line) for line in document.lines] == [text for *_, text in drawn]
    for line, (page, across, down, _) in zip(document.lines, drawn, strict=True):
        assert line.page == page
        assert line.left == pytest.approx(across / pages.WIDE, abs=0.01)
        assert line.top < (down - 5) / pages.HIGH < line.bottom < (down + 5) / pages.HIGH
        assert line.right - line.left > 0.03


def test_every_line_of_a_published_pdf_holds_the_words_in_its_box(shared: Path) -> None:
    path = shared / "reports" / "files" / "dong_phu_2024.pdf"
    document = read(path)
    assert len(document.lines) > 150
    opened = pypdfium2.PdfDocument(path)
    for line in document.lines:
        page = opened[line.page - 1]
        wide, high = page.get_size()
        box = (line.left * wide, high - line.bottom * high, line.right * wide, high - line.top * high)
        assert words(page.get_textpage().get_text_bounded(*box)) == words(held(document, line))
    covered = {(line.passage, at) for line in document.lines for at in range(line.start, line.end)}
    for passage in document.passages:
        left = {at for at in range(len(passage.text)) if (passage.number, at) not in covered}
        assert all(passage.text[at] == " " for at in left), "only the spaces between lines stand in no line"


def test_lines_of_a_picture(tmp_path: Path) -> None:
    if shutil.which("tesseract") is None:
        presence.skip_or_fail("no tesseract")
    shown = [
        (70, 100, "Trong 10 tháng năm 2024, huyện tiếp nhận 142 đơn, trong đó đã giải"),
        (70, 120, "quyết được 132 đơn, còn 10 đơn đang được xem xét."),
        (70, 180, "Các cơ quan đã tổ chức 03 lớp tập huấn cho cán bộ."),
    ]
    pages.picture(shown).save(tmp_path / "a.png")
    document = read(tmp_path / "a.png")
    assert [held(document, line) for line in document.lines] == [text for *_, text in shown]
    for line, (across, down, _) in zip(document.lines, shown, strict=True):
        assert line.page == 1 and line.left == pytest.approx(across / pages.WIDE, abs=0.01)
        assert line.top < (down - 4) / pages.HIGH < line.bottom < (down + 8) / pages.HIGH


def test_what_every_page_repeats_is_said_once_and_out_of_the_way(tmp_path: Path) -> None:
    shown = [
        [
            (70, 40, "SỐ LIỆU MINH HỌA"),
            (70, 120, f"Phần {at} của báo cáo nói về các đơn đã giải quyết trong kỳ và"),
            (70, 140, "còn tiếp sang trang sau." if at == 4 else "các đơn đang được xem xét, gồm có"),
            (70, 800, f"Báo cáo của huyện, trang {at}/4"),
        ]
        for at in range(1, 5)
    ]
    document = read(pages.text_pdf(tmp_path / "a.pdf", shown))
    kinds = [(passage.kind, passage.text) for passage in document.passages]
    assert kinds[0] == ("header", "SỐ LIỆU MINH HỌA")
    assert kinds[-1] == ("footer", "Báo cáo của huyện, trang 1/4")
    assert len(kinds) == 3, "the text goes on over three page ends"
    assert kinds[1][1].count("Phần") == 4 and "MINH HỌA" not in kinds[1][1]


def test_lines_seen_over_one_another_are_no_two_columns() -> None:
    over = [Line("Tiếp 12 lượt", 1, 0.1, 0.1, 0.5, 0.12), Line("Nhận 30 đơn", 1, 0.1, 0.1, 0.4, 0.12)]
    assert head_and_body([over]) == ([], over)
