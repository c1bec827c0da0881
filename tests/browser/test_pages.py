"""Every page on the sample, in both languages: it opens, is open to everybody, asks nobody outside."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tools.app import ROOT, App
from tools.browser import PHONE, SMALL, Watch, address, settle, visit

from .axe import grave_findings

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
FIRST = "overview"
_STRAY = re.compile(r"^(None|nan|NaN|NaT|null|undefined|<NA>|N/A)$", re.MULTILINE)
_MARK = {"vi": "SỐ LIỆU MINH HỌA", "en": "ILLUSTRATIVE FIGURES"}
_FITS = """() => {
  const main = document.querySelector('[data-testid=stMain]')
  return main.scrollWidth <= main.clientWidth
}"""
# A small projector, the same at 200 %, a phone.
_WIDTHS = (SMALL, (SMALL[0] // 2, SMALL[1] // 2), PHONE)
# What the navigation shows: Streamlit puts what does not fit behind "5 more", in English.
_NAVIGATION = {
    "vi": ["Tổng quan", "Thử phương án", "Chương trình họp", "Kết quả", "Đánh giá", "Dữ liệu"],
    "en": ["Overview", "What if", "Agenda", "Results", "Assessment", "Data"],
}
_SHOWN = """names => names.filter(name => name.offsetParent && getComputedStyle(name).opacity > 0)
  .map(name => name.innerText)"""
# Words that belong to one language alone and stand on every page of it.
_FRAME = {"vi": ("Chỉ số liệu đã xác nhận", "Tổng quan"), "en": ("Confirmed figures only", "Overview")}


def path_of(name: str) -> str:
    return "" if name == FIRST else name


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_whole_and_turns_into_the_other_language(
    name: str, sample: App, page: Page, watch: Watch
) -> None:
    visit(page, address(sample.url, path_of(name)))
    stands_whole(page, "vi")
    page.get_by_role("radio", name="English").click()  # a map need not be painted once more for that
    expect(page.locator(".g-strip b")).to_have_text(_MARK["en"])
    settle(page)
    assert "lang=en" in page.url
    stands_whole(page, "en")
    assert (watch.outside, watch.errors) == ([], [])


def stands_whole(page: Page, language: str) -> None:
    """Nothing failed, nothing stray is said, all is in one language, and nothing reaches beyond the edge."""
    assert page.locator("[data-testid=stException]").all_inner_texts() == []
    said = page.inner_text("body")
    assert all(word in said for word in _FRAME[language])
    assert not any(word in said for other, own in _FRAME.items() if other != language for word in own)
    assert not _STRAY.search(page.inner_text("[data-testid=stMain]"))
    assert not re.search(r"\{\w+\}", said), "a template was left unfilled"
    assert page.locator(".g-strip b").inner_text() == _MARK[language]
    assert page.locator("[data-testid=stTopNav] :is(a, button)").evaluate_all(_SHOWN) == _NAVIGATION[language]
    assert grave_findings(page) == []
    for width, height in _WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(_FITS, timeout=5_000)  # else something reaches beyond the right edge
    page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
