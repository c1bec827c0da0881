"""The desk in a real browser: figures walked, corrected, added and confirmed by keyboard."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from tools.app import App, running
from tools.browser import NO_MAP, PHONE, Watch, address, go_to, settle, visit

from .conftest import grassroots

DONG_PHU = "2020:695"
PAGES_OF_THE_SCAN = (0, 4, 5, 6)  # the head and those with most figures: the whole takes a minute to read
REVIEWED_WITHIN_SECONDS = 120
# As a hand would on the page: from "03" to "xã", in the words as they were recognised.
SELECT_COMMUNES = """() => {
  const lines = [...document.querySelectorAll(".page svg text")]
  const line = lines.find((one) => /03 xã/.test(one.textContent))
  const range = document.createRange()
  range.setStart(line.firstChild, line.textContent.indexOf("03 xã"))
  range.setEnd(line.firstChild, line.textContent.indexOf("03 xã") + 5)
  getSelection().removeAllRanges()
  getSelection().addRange(range)
}"""
WIDTHS = "(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])"
WIDTHS += "(document.querySelector('[data-testid=stMain]'))"


@pytest.fixture(scope="module")
def scan(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of the scanned report of Đồng Phú district, pictures without text."""
    whole = pypdfium2.PdfDocument(shared / "reports" / "files" / "dong_phu_2024_scan.pdf")
    some = pypdfium2.PdfDocument.new()
    some.import_pages(whole, list(PAGES_OF_THE_SCAN))
    path = tmp_path_factory.mktemp("scan") / "dong_phu_scan.pdf"
    some.save(path)
    return path


@pytest.fixture(scope="module")
def scanned(scan: Path) -> Path:
    """A store with that scan, nothing decided."""
    folder = scan.parent / "store"
    about = ("--unit", DONG_PHU, "--period", "2024-m10")
    loaded = grassroots(folder, "load", scan, "--by", "Lan", *about)
    assert loaded.returncode == 0, loaded.stdout + loaded.stderr
    return folder


@pytest.fixture
def desk(scanned: Path, tmp_path: Path) -> Iterator[App]:
    shutil.copytree(scanned, tmp_path / "store")
    with running(store=tmp_path / "store") as app:
        yield app


@pytest.fixture
def in_word(district_report: Path, tmp_path: Path) -> Iterator[App]:
    with running(store=shutil.copytree(district_report, tmp_path / "store")) as app:
        yield app


def name_oneself(page: Page, name: str = "Phòng Nội vụ") -> None:
    field = page.get_by_role("textbox", name="Người thực hiện")
    field.fill(name)
    field.press("Enter")
    settle(page)
    page.locator(".g-desk .original h2").click()  # out of the field


def of(page: Page) -> int:
    """Which figure is at hand, counted in reading order."""
    found = re.search(r"Số (\d+) trong", page.locator(".card [data-of]").inner_text())
    assert found
    return int(found[1])


def all_told(page: Page) -> None:
    """Waits until the server has carried out everything asked."""
    page.wait_for_function("document.querySelector('.g-desk-root').desk.wishes.length === 0")
    settle(page)


def decided(page: Page) -> str:
    return page.locator(".g-review-head b").inner_text()


def in_sight(page: Page, mark: Locator) -> bool:
    inner, outer = mark.bounding_box(), page.locator(".g-desk .pane").bounding_box()
    assert inner and outer
    return outer["y"] <= inner["y"] and inner["y"] + inner["height"] <= outer["y"] + outer["height"]


def test_a_scan_is_reviewed_by_keyboard_and_the_overview_changes(desk: App, page: Page, watch: Watch) -> None:
    visit(page, address(desk.url, "complaints", place=DONG_PHU, period="2024-m10", **NO_MAP))
    assert "chưa xác nhận" in page.locator(".g-foot").inner_text()
    began = time.monotonic()
    go_to(page, "Dữ liệu", "Xác nhận")
    name_oneself(page)
    total = page.locator(".g-desk .list .row").count()
    assert total >= 15
    expect(page.locator(".page img").first).to_be_visible()
    doubtful = int(re.findall(r"\((\d+)\)", page.locator("[data-doubtful]").inner_text())[0])
    walked = [of(page)]
    for _ in range(doubtful - 1):
        page.keyboard.press("n")
        walked.append(of(page))
        assert in_sight(page, page.locator(".box.at").first)
    assert len(set(walked)) == doubtful
    page.keyboard.press("n")
    assert of(page) == walked[0], "round to the least sure"

    page.locator(".row", has_text="Đơn đã giải quyết").first.click()
    page.keyboard.press("s")
    page.keyboard.type("131")
    page.get_by_role("button", name="đọc nhầm số").click()
    page.keyboard.press("Enter")
    for _ in range(3):  # faster than the server can answer
        page.keyboard.press("x")
    all_told(page)
    assert decided(page).startswith(f"4/{total}")
    page.keyboard.press("a")
    page.get_by_role("dialog").get_by_text("Tất cả:").click()
    settle(page)
    page.get_by_role("dialog").get_by_role("button", name=f"Xác nhận {total - 4} số").click()
    expect(page.locator(".g-review-head b")).to_contain_text(f"{total}/{total}")
    assert time.monotonic() - began < REVIEWED_WITHIN_SECONDS
    page.wait_for_timeout(3000)  # published when the hand rests
    go_to(page, "Kết quả", "Đơn thư, tiếp dân")
    said = page.inner_text("[data-testid=stMain]")
    assert "131/142 đơn" in said and "0 chưa xác nhận" in said
    assert (watch.outside, watch.errors) == ([], [])


def test_a_missed_figure_is_added_from_words_selected_on_the_page(
    desk: App, page: Page, watch: Watch
) -> None:
    visit(page, address(desk.url, "review"))
    name_oneself(page)
    total = page.locator(".list .row").count()
    page.evaluate(SELECT_COMMUNES)
    expect(page.locator(".picked")).to_be_visible()
    page.keyboard.press("t")
    assert page.locator("textarea[name=quote]").input_value() == "03 xã"
    assert page.locator("input[name=value]").input_value() == "03"
    page.keyboard.type("vi pham")  # by name, without marks
    page.keyboard.press("Enter")
    page.locator("[data-save]").click()
    all_told(page)
    expect(page.locator(".list .row")).to_have_count(total + 1)
    assert "người duyệt thêm" in page.locator(".card").inner_text()
    page.keyboard.press("z")
    all_told(page)
    expect(page.locator(".list .row.rejected")).to_have_count(1)
    assert (watch.outside, watch.errors) == ([], [])


def test_in_word_a_click_on_a_number_brings_it_to_hand(in_word: App, page: Page, watch: Watch) -> None:
    visit(page, address(in_word.url, "review"))
    name_oneself(page)
    page.locator(".paper .mark", has_text="126").first.click()
    assert page.locator(".card .value").inner_text() == "126"
    assert "126 vụ việc" in page.locator(".card .g-quote").inner_text()
    page.keyboard.press("l")
    page.keyboard.press("Enter")
    expect(page.locator(".g-desk .fault")).to_have_text("Cần ghi lý do.")
    page.get_by_role("button", name="số của kỳ khác").click()
    page.keyboard.press("Enter")
    all_told(page)
    expect(page.locator(".paper .mark.rejected")).to_have_text("126")
    page.keyboard.press("z")
    all_told(page)
    expect(page.locator(".paper .mark.at")).to_have_text("126")
    page.keyboard.press("h")
    expect(page.locator(".g-desk .history")).to_contain_text("Rút lại: Phòng Nội vụ")
    page.keyboard.press("t")
    page.locator("textarea[name=quote]").fill("mot cau khong co trong bao cao")
    page.locator("input[name=value]").fill("1")
    page.locator("input[name=indicator]").fill("vi pham")
    page.keyboard.press("Enter")
    page.locator("[data-save]").click()
    expect(page.locator(".g-desk .fault")).to_contain_text("không có trong báo cáo")
    assert page.locator("textarea[name=quote]").input_value() == "mot cau khong co trong bao cao"
    assert (watch.outside, watch.errors) == ([], [])


def test_on_a_phone_the_figure_stands_above_its_page(desk: App, page: Page) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    visit(page, address(desk.url, "review", lang="en"))
    card, pane = page.locator(".g-desk .card").bounding_box(), page.locator(".g-desk .pane").bounding_box()
    assert card and pane and card["y"] < pane["y"]
    wide, seen = page.evaluate(WIDTHS)
    assert wide <= seen
    page.locator(".g-desk .card [data-do=confirm]").click()
    expect(page.locator(".g-desk .fault")).to_contain_text("Give the name")
