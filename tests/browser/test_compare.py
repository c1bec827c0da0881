"""The funnel in a real browser: a click on a point opens its commune."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tools.app import App
from tools.browser import LARGE, Watch, address, visit

DONG_NAI = "2025-07:75"


def test_a_click_on_a_point_opens_its_commune(sample: App, page: Page, watch: Watch) -> None:
    page.set_viewport_size({"width": LARGE[0], "height": LARGE[1]})
    visit(page, address(sample.url, "compare", place=DONG_NAI), quiet_ms=800)
    label = page.locator("[data-testid=stPlotlyChart] .annotation-text", has_text="Phước Tân")
    box = label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] - 10, box["y"] + box["height"] / 2 - 2)  # names stand right of their points
    page.wait_for_url("**/unit?**", timeout=20_000)
    expect(page.locator("h1")).to_contain_text("Phường Phước Tân")
    assert not watch.outside
