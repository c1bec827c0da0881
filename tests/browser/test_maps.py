"""The map in a real browser: a click opens the commune, a row chosen in the list stands out on the map."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from grassroots.maps import Commune, Picture, frame_of, outlines_of
from grassroots.units import children, unit
from tools.app import App
from tools.browser import LARGE, Watch, address, settle, visit

DONG_NAI, DONG_PHU = "2025-07:75", "2025-07:25363"
HEIGHT, WIDTH = 430, 270


def drawn() -> Picture:
    """Đồng Nai's communes as the map on the page fits them."""
    communes = children(DONG_NAI)
    return Picture(
        tuple(
            Commune(one.unit_key, one.name, one.name, one.longitude, one.latitude, "class", None, False, ())
            for one in communes
        ),
        outlines_of([one.unit_key for one in communes], DONG_NAI),
    )


def at(page: Page, unit_key: str) -> tuple[float, float]:
    """Where a point inside a commune stands on the map, in pixels of its element."""
    shown = drawn()
    frame, _ = frame_of(shown, WIDTH, HEIGHT)
    point = shown.outlines.shapes[unit_key].representative_point()
    x, y = frame.at(point.x, point.y)
    box = chart(page).bounding_box()
    assert box is not None
    return box["width"] / 2 + x - WIDTH / 2, box["height"] / 2 + y - HEIGHT / 2


def chart(page: Page) -> Locator:
    return page.locator("[data-testid=stDeckGlJsonChart]").first


@pytest.fixture(params=[(1024, 768), LARGE], ids=["1024x768", "1920x1080"])
def sized(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    yield page


def test_a_click_on_a_commune_opens_its_page_and_back_it_stands_out(
    sample: App, sized: Page, watch: Watch
) -> None:
    page = sized
    visit(page, address(sample.url, place=DONG_NAI), quiet_ms=1500)
    x, y = at(page, DONG_PHU)
    page.clock.set_fixed_time(0)  # drawn in software, the map may take longer to pick than a click may last
    chart(page).click(position={"x": x, "y": y})
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
    visit(page, address(sample.url, "complaints", place=DONG_NAI), quiet_ms=1500)
    before = ink(page)
    page.locator(f".g-rates [data-open='choose:commune={DONG_PHU}']").click()
    expect(page.locator(".g-rates .row.chosen")).to_contain_text(unit(DONG_PHU).name, timeout=20_000)
    settle(page, quiet_ms=1500)
    assert ink(page) > before + 150, "an outline of four pixels of ink round the commune"
    assert (watch.outside, watch.errors) == ([], [])


def ink(page: Page) -> int:
    """Pixels of the map in the colour of text."""
    picture = Image.open(io.BytesIO(chart(page).screenshot())).convert("RGB")
    colours = picture.getcolors(maxcolors=2**24) or []
    return sum(n for n, (r, g, b) in colours if abs(r - 0x16) + abs(g - 0x21) + abs(b - 0x2C) < 24)
