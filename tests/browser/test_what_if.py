"""A what-if in a real browser: one click, the same in a second one, and one key back."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tools.app import App
from tools.browser import Watch, address, settle, visit


def title(page: Page) -> str:
    return page.inner_text("h1.g-title").replace("\u202f", " ")


def test_a_preset_a_second_browser_and_escape(
    sample: App, page: Page, watch: Watch, browser: Browser
) -> None:
    visit(page, address(sample.url, "what_if"))
    real = page.inner_text("[data-testid=stMain] .g-then .sides b >> nth=0")
    page.get_by_role("button", name="Giải quyết hết quá hạn").click()
    expect(page.locator("h1.g-title")).to_contain_text("đơn quá hạn", timeout=30_000)
    expect(page.locator(".g-scenario")).to_contain_text("ĐANG XEM GIẢ ĐỊNH")
    settle(page)
    assert "scenario=settle" in page.url
    said = title(page)
    found = re.fullmatch(r"Nếu (\d+) đơn quá hạn.* tỷ lệ tăng từ ([\d,]+ %) lên ([\d,]+ %).*", said)
    assert found and found[2] == real.replace("\u202f", " ") and found[2] != found[3]

    other = browser.new_context()
    try:
        second = other.new_page()
        second.goto(page.url, wait_until="domcontentloaded")
        expect(second.locator("h1.g-title")).to_have_text(page.inner_text("h1.g-title"), timeout=30_000)
        assert title(second) == said
    finally:
        other.close()

    page.locator("h1.g-title").click()  # the key is the page's, not a control's
    page.keyboard.press("Escape")
    expect(page.locator(".g-scenario")).to_have_count(0)
    settle(page)
    assert "scenario=" not in page.url
    assert page.inner_text("[data-testid=stMain] .g-then .sides b >> nth=0") == real
    assert not watch.outside and not watch.errors
