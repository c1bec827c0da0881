"""A page as slides in a real browser: one key there, a clicker through them, one key back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tools.app import App
from tools.browser import LARGE, Watch, address, settle, visit

DONG_NAI = "2025-07:75"
_SMALLEST = """() => {
  const seen = [...document.querySelectorAll('.stApp *')].filter((one) =>
    [...one.childNodes].some((part) => part.nodeType === 3 && part.textContent.trim())
    && one.checkVisibility() && one.getBoundingClientRect().height > 2
    && !['STYLE', 'SCRIPT'].includes(one.tagName))
  return Math.min(...seen.map((one) => {
    const drawn = one.closest('svg') ? one.getBoundingClientRect().height / one.getBBox().height : 1
    return parseFloat(getComputedStyle(one).fontSize) * drawn
  }))
}"""


def test_a_page_is_presented_with_a_clicker(sample: App, page: Page, watch: Watch) -> None:
    page.set_viewport_size({"width": LARGE[0], "height": LARGE[1]})
    visit(page, address(sample.url, place=DONG_NAI, period="2026-m06"))
    foot = page.locator(".g-slide-foot")
    page.keyboard.press("p")
    expect(foot).to_contain_text("1/3", timeout=15_000)
    settle(page)
    for key, place in (("PageDown", "2/3"), (" ", "3/3"), ("PageUp", "2/3"), ("ArrowRight", "3/3")):
        page.keyboard.press(key)
        expect(foot).to_contain_text(place, timeout=15_000)
    settle(page)
    assert "present=3" in page.url and page.locator("header").is_hidden()
    assert page.evaluate(_SMALLEST) >= 28
    expect(page.locator(".g-strip b")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("h1.g-title")).to_be_visible(timeout=15_000)
    expect(foot).to_have_count(0)
    assert not re.search("present=", page.url) and "period=2026-m06" in page.url
    assert (watch.outside, watch.errors) == ([], [])
