"""A page on paper: its marks, its choice in words, its number and its map; nothing to press."""

from __future__ import annotations

from collections import Counter

import pypdfium2
from playwright.sync_api import Page

from tools.app import App
from tools.browser import address, visit

YELLOW, WORST, VIOLET = (0xFF, 0xD8, 0x4D), (0x7A, 0x20, 0x0D), (0x5B, 0x2E, 0x91)


def test_a_printed_page_keeps_its_marks_and_loses_its_buttons(sample: App, page: Page) -> None:
    visit(page, address(sample.url, scenario="settle~overdue~all"), quiet_ms=1000)
    number = page.inner_text(".g-card.main .value").replace("\u202f", "").replace(" ", "")
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    assert all(wide > high for wide, high in (sheet.get_size() for sheet in sheets))
    said = "\n".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    for kept in ("SỐ LIỆU MINH HỌA", "ĐANG XEM GIẢ ĐỊNH", "9 tháng năm 2026", "Thành phố Đồng Nai", "Nguồn:"):
        assert kept in said, kept
    assert number in said.replace("\u202f", "").replace(" ", "")
    for gone in ("Trình chiếu", "Xóa số liệu minh họa", "Trở về", "Thử phương án", "English", "Chốt số liệu"):
        assert gone not in said, gone
    drawn: Counter[tuple[int, ...]] = Counter()
    for sheet in sheets:
        drawn.update(sheet.render(scale=1).to_pil().convert("RGB").get_flattened_data())
    assert drawn[YELLOW] > 1000 and drawn[VIOLET] > 1000, "marks in their own colours"
    assert drawn[WORST] > 50, "classes of the map"
