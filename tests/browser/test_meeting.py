"""A meeting in a real browser: pinned, frozen, played while a report is loaded, concluded, handed out."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import made_files as files
import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation
from pypdfium2 import PdfDocument

from grassroots import store
from grassroots.agenda import Agenda, Pin
from tests.browser.conftest import grassroots
from tests.browser.test_present import _SMALLEST
from tools.app import App, running
from tools.browser import LARGE, Watch, address, settle, visit

PROVINCE, PHU = "2025-07:75", "2025-07:25363"
AT = {"place": PROVINCE, "period": "2026-m09", "base": "2025-m09"}
SUPPOSED = {**AT, "scenario": "settle~overdue~all"}
PINS = (
    Pin("overview", "blocks_0", AT, "Nhìn các xã giáp ranh"),
    Pin("overview", "blocks_1", AT),
    Pin("complaints", "petitions_stages", AT),
    Pin("what_if", "what_if_cards", SUPPOSED),
    Pin("what_if", "both_maps", SUPPOSED),
)
SHOTS = os.environ.get("SHOTS")  # a folder: the slides are kept there as pictures to look at


@pytest.fixture
def meeting(sample_store: Path, tmp_path: Path) -> Iterator[tuple[App, Path]]:
    """The dashboard on a copy of the sample that may be changed, with an agenda of five pins."""
    folder = tmp_path / "store"
    shutil.copytree(sample_store, folder)
    store.save_agenda(Agenda("giao-ban", "Giao ban tháng 11", PINS), by="Lan", folder=folder)
    with running(store=folder, timeout_seconds=120) as app:
        yield app, folder


def shot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png")


def test_a_meeting_from_its_agenda_to_the_minutes(
    meeting: tuple[App, Path], page: Page, watch: Watch, tmp_path: Path
) -> None:
    app, folder = meeting
    page.set_viewport_size({"width": LARGE[0], "height": LARGE[1]})
    _pin_a_number(page, app)
    _freeze(page, app)
    page.get_by_role("button", name="Trình chiếu chương trình").click()
    foot, number = page.locator(".g-slide-foot"), page.locator(".g-slide-number > b >> visible=true")
    expect(foot).to_contain_text("1/6")
    before = number.inner_text()
    expect(page.locator(".g-slide-comment")).to_have_text("Nhìn các xã giáp ranh")

    values = {"don_thu_ly": 3000.0, "don_da_giai_quyet": 1000.0, "don_qua_han": 1500.0}
    loaded = files.form(tmp_path / "bo_sung.xlsx", values, unit_key=PHU, period="2026-m09")
    done = grassroots(folder, "load", loaded, "--by", "Lan")
    assert done.returncode == 0, done.stdout + done.stderr

    for place in range(1, 7):
        expect(foot).to_contain_text(f"{place}/6")
        settle(page, quiet_ms=150)
        assert page.evaluate(_SMALLEST) >= 28, place
        shot(page, f"slide_{place}")
        assert foot.get_by_text("Số liệu chốt").count() == 1
        supposed = page.get_by_text("GIẢ ĐỊNH: không phải kết quả báo cáo").count()
        assert supposed == (1 if place in (4, 5) else 0), place
        if place < 6:
            page.keyboard.press("PageDown")
    page.keyboard.press("Home")
    expect(foot).to_contain_text("1/6")
    assert number.inner_text() == before  # as it was frozen

    _conclude(page)
    page.keyboard.press("Escape")
    expect(page.locator("h1.g-title")).to_contain_text("Giao ban tháng 11")
    told = page.locator(".g-concluded")
    expect(told).to_contain_text("Rà soát đơn quá hạn")
    expect(told).to_contain_text(f"lúc kết luận {before}, nay")  # what was loaded since
    shot(page, "agenda")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Thông báo kết luận").click()
    downloaded.value.save_as(tmp_path / "minutes.docx")
    _minutes_hold(tmp_path / "minutes.docx")
    _handed_out(page, tmp_path)

    page.get_by_role("button", name="Dùng số liệu mới nhất").click()
    expect(page.get_by_role("button", name="Chốt số liệu để họp")).to_be_visible()
    page.get_by_role("button", name="Trình chiếu chương trình").click()
    expect(number).not_to_have_text(before)
    assert "Số liệu chốt" not in foot.inner_text()
    assert (watch.outside, watch.errors) == ([], [])


def _pin_a_number(page: Page, app: App) -> None:
    visit(page, address(app.url, place=PROVINCE, period="2026-m09"))
    page.locator(".g-card").nth(1).click()
    page.get_by_role("dialog").get_by_text("Ghim vào chương trình họp").click()
    dialog = page.get_by_role("dialog").filter(has=page.get_by_label("Người thực hiện"))
    dialog.get_by_label("Người thực hiện").fill("Lan")
    dialog.get_by_label("Người thực hiện").press("Enter")
    button = dialog.get_by_role("button", name="Ghim vào chương trình họp")
    expect(button).to_be_enabled()
    button.click()
    expect(page.get_by_text("Đã ghim vào “Giao ban tháng 11”, nội dung thứ 6.")).to_be_visible()


def _freeze(page: Page, app: App) -> None:
    visit(page, address(app.url, "agenda", agenda="giao-ban"))
    page.get_by_label("Người thực hiện").fill("Lan")
    page.get_by_label("Người thực hiện").press("Enter")
    freeze = page.get_by_role("button", name="Chốt số liệu để họp")
    expect(freeze).to_be_enabled()
    freeze.click()
    expect(page.get_by_role("button", name="Dùng số liệu mới nhất")).to_be_visible()


def _conclude(page: Page) -> None:
    page.keyboard.press("k")
    dialog = page.get_by_role("dialog")
    for label, text in (
        ("Nội dung kết luận", "Rà soát đơn quá hạn"),
        ("Đơn vị, người thực hiện", "Thanh tra tỉnh"),
        ("Thời hạn", "1/11/2026"),
    ):
        dialog.get_by_label(label).fill(text)
    shot(page, "conclusion")
    dialog.get_by_role("button", name="Ghi lại").click()
    expect(dialog).to_have_count(0)


def _handed_out(page: Page, folder: Path) -> None:
    """The agenda in every format, each with its six pins."""
    page.locator(".st-key-agenda_out button").first.click()
    for ending in ("pptx", "docx", "pdf", "xlsx"):
        with page.expect_download(timeout=60_000) as handed_out:
            page.locator(f".st-key-agenda_out_{ending} button").click()
        handed_out.value.save_as(folder / f"agenda.{ending}")
    assert len(Presentation(str(folder / "agenda.pptx")).slides) >= 6
    assert len(load_workbook(folder / "agenda.xlsx").sheetnames) >= 6
    assert len(PdfDocument(folder / "agenda.pdf")) >= 6
    said = "\n".join(paragraph.text for paragraph in Document(str(folder / "agenda.docx")).paragraphs)
    assert "Nhìn các xã giáp ranh" in said


def _minutes_hold(file: Path) -> None:
    document = Document(str(file))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["1", "Rà soát đơn quá hạn", "Thanh tra tỉnh", "1/11/2026"] in cells
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert re.search(r"^6\. Đơn quá hạn: \d+\. ", text, re.MULTILINE)
    assert "Lời dẫn: Nhìn các xã giáp ranh." in text
