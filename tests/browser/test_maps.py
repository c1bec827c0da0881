"""The map in a real browser: a click opens the commune, a row chosen in the list stands out on the map, the
country's outlines are fetched once, periods play. What is clicked has been picked under the pointer before:
drawn in software, a map takes its time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from grassroots.maps import Commune, Picture, frame_of, outlines_of
from grassroots.units import children, unit
from tools.app import App
from tools.browser import LARGE, Watch, address, go_to, settle, visit

DONG_NAI, DONG_PHU, COUNTRY = "2025-07:75", "2025-07:25363", "2025-07:VN"
HOANG_SA = "2025-07:20333"
HEIGHT, WIDTH = 430, 270
PATIENCE_MS = 60_000


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own: these tests hold its clock still."""
    opened = browser.new_context(locale="vi-VN")
    yield opened
    opened.close()


def chart(page: Page) -> Locator:
    found = page.locator("[data-testid=stDeckGlJsonChart]").first
    found.locator("canvas").first.wait_for(timeout=PATIENCE_MS)
    return found


def of_dong_nai(unit_key: str) -> tuple[float, float]:
    """Where a commune stands on Đồng Nai's map, from its middle, in pixels."""
    shown = Picture(
        tuple(
            Commune(one.unit_key, one.name, one.name, one.longitude, one.latitude, "class", None, False, ())
            for one in children(DONG_NAI)
        ),
        outlines_of([one.unit_key for one in children(DONG_NAI)], DONG_NAI),
    )
    frame, _ = frame_of(shown, WIDTH, HEIGHT)
    point = shown.outlines.shapes[unit_key].representative_point()
    x, y = frame.at(point.x, point.y)
    return x - WIDTH / 2, y - HEIGHT / 2


def click_on(page: Page, heading: str, offset: tuple[float, float]) -> None:
    """Goes to a place on the map until its name stands there, and clicks, however long that takes."""
    chart(page).scroll_into_view_if_needed()
    box = chart(page).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2 + offset[0], box["y"] + box["height"] / 2 + offset[1]
    tip = page.locator(".deck-tooltip")

    def picked() -> bool:
        for step in (0.0, 1.0):
            page.mouse.move(x + step, y)
        return tip.is_visible() and heading in tip.inner_text()

    until(page, picked)
    page.clock.set_fixed_time(0)
    page.mouse.click(x, y)


def until(page: Page, true: Callable[[], bool]) -> None:
    """Looks again at each drawn frame until something holds."""
    for _ in range(PATIENCE_MS // 100):
        if true():
            return
        page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 80))")
    raise AssertionError("not in time")


@pytest.mark.parametrize("size", [(1024, 768), LARGE], ids=["1024x768", "1920x1080"])
def test_a_click_on_a_commune_opens_its_page_and_the_list_and_the_map_know_it(
    sample: App, page: Page, watch: Watch, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit(page, address(sample.url, place=DONG_NAI))
    click_on(page, unit(DONG_PHU).name, of_dong_nai(DONG_PHU))
    expect(page.locator("h1")).to_contain_text(unit(DONG_PHU).name, timeout=PATIENCE_MS)
    assert "/unit" in page.url
    page.locator(f"[data-open='page:unit@{DONG_NAI}']").first.click()
    settle(page)
    go_to(page, "Kết quả", "Đơn thư, tiếp dân")
    expect(page.locator(".g-rates .row.chosen")).to_contain_text(unit(DONG_PHU).name, timeout=PATIENCE_MS)
    other = page.locator(".g-rates .row:not(.chosen) [data-open^='choose:commune=']").first
    until(page, lambda: ink(page) > 150)  # an outline of four pixels of ink round the commune
    before = chart(page).screenshot()
    other.click()
    until(page, lambda: chart(page).screenshot() != before)
    assert (watch.outside, watch.errors) == ([], [])


def test_the_country_is_fetched_once_and_periods_play(sample: App, page: Page, watch: Watch) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url) if request.url.endswith(".json") else None)
    visit(page, address(sample.url, place=COUNTRY, zoom="75", periods="play"))
    until(page, lambda: coloured(page) > 2000)
    slider = page.locator(".st-key-rates_period_slider")
    page.get_by_role("button", name="Chạy").click()
    for period in ("9 tháng năm 2025", "6 tháng năm 2026", "9 tháng năm 2026"):
        expect(slider).to_contain_text(period, timeout=PATIENCE_MS)
    expect(page.get_by_role("button", name="Chạy")).to_be_visible(timeout=PATIENCE_MS)
    assert len(fetched) == len(set(fetched)) == 2, "communes and borders of provinces, once for all periods"
    page.locator(".st-key-map_how_rates button").click()
    with page.expect_download(timeout=PATIENCE_MS) as handed_out:
        page.get_by_role("button", name="Tải ảnh PNG").click()
    assert Image.open(handed_out.value.path()).size == (2400, 1695)
    page.keyboard.press("Escape")
    click_on(page, "Đồng Nai", (0, 0))
    expect(page.locator("h1")).not_to_contain_text("cả nước", timeout=PATIENCE_MS)
    page.wait_for_url("**/unit**", timeout=PATIENCE_MS)
    assert (watch.outside, watch.errors) == ([], [])


def ink(page: Page) -> int:
    """Pixels of the map in the colour of text."""
    return near(page, (0x16, 0x21, 0x2C))


def coloured(page: Page) -> int:
    """Pixels of the map in the darkest class."""
    return near(page, (0x7A, 0x20, 0x0D))


def near(page: Page, wanted: tuple[int, int, int]) -> int:
    picture = Image.open(io.BytesIO(chart(page).screenshot())).convert("RGB")
    colours = picture.getcolors(maxcolors=2**24) or []
    return sum(n for n, found in colours if sum(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 24)
