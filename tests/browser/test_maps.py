"""The map in a real browser: a click opens the commune, a row chosen in the list stands out on the map."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from grassroots.units import unit
from tools.app import App
from tools.browser import LARGE, Watch, address, settle, visit

DONG_NAI, DONG_PHU, COUNTRY = "2025-07:75", "2025-07:25363", "2025-07:VN"


def chart(page: Page) -> Locator:
    """The map of the page once it is painted."""
    found = page.locator(".g-map[data-painted]").first
    found.wait_for(timeout=20_000)
    return found


def at(page: Page, unit_key: str) -> tuple[float, float]:
    """Where a commune stands on the map, in pixels, once going there with the pointer finds it."""
    x, y = chart(page).evaluate("(root, key) => root.map.where(key)", unit_key)
    chart(page).locator("canvas").hover(position={"x": x, "y": y})
    expect(chart(page)).to_have_attribute("data-at", unit_key)
    return x, y


@pytest.mark.parametrize("size", [(1024, 768), LARGE], ids=["1024x768", "1920x1080"])
def test_a_click_on_a_commune_opens_its_page_and_back_it_stands_out(
    sample: App, page: Page, watch: Watch, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit(page, address(sample.url, place=DONG_NAI))
    x, y = at(page, DONG_PHU)
    expect(page.locator(".g-map-tip")).to_contain_text(f"Xã {unit(DONG_PHU).name}")
    chart(page).locator("canvas").click(position={"x": x, "y": y})
    expect(page.locator("h1")).to_contain_text(unit(DONG_PHU).name, timeout=20_000)
    assert "/unit" in page.url
    settle(page)
    page.locator(f"[data-open='page:unit@{DONG_NAI}']").first.click()
    settle(page)
    page.get_by_role("link", name="Đơn thư, tiếp dân").first.click()
    settle(page)
    expect(page.locator(".g-rates .row.chosen")).to_contain_text(unit(DONG_PHU).name)
    assert (watch.outside, watch.errors) == ([], [])


def test_a_row_chosen_in_the_list_is_outlined_on_the_map(sample: App, page: Page, watch: Watch) -> None:
    visit(page, address(sample.url, "complaints", place=DONG_NAI))
    before, painted = ink(page), chart(page).get_attribute("data-painted")
    page.locator(f".g-rates [data-open='choose:commune={DONG_PHU}']").click()
    expect(page.locator(".g-rates .row.chosen")).to_contain_text(unit(DONG_PHU).name, timeout=20_000)
    expect(chart(page)).not_to_have_attribute("data-painted", painted or "")
    assert ink(page) > before + 150, "an outline of four pixels of ink round the commune"
    assert (watch.outside, watch.errors) == ([], [])


def ink(page: Page) -> int:
    """Pixels of the map in the colour of text."""
    picture = Image.open(io.BytesIO(chart(page).locator("canvas").screenshot())).convert("RGB")
    colours = picture.getcolors(maxcolors=2**24) or []
    return sum(n for n, (r, g, b) in colours if abs(r - 0x16) + abs(g - 0x21) + abs(b - 0x2C) < 24)
