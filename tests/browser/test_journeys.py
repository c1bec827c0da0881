"""What people do with the dashboard, from the first number to the sentence it was read from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from grassroots import sample as sample_files
from tools.app import App, running
from tools.browser import NO_MAP, SMALL, Watch, address, go_to, settle, visit

from .conftest import grassroots

DONG_PHU = "2020:695"
HALF_YEAR = "2024-m06"


@pytest.fixture(scope="session")
def half_year_files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The reports of Đồng Phú's eleven communes on the first half of 2024."""
    archives = {period.code: path for period, path in sample_files.archives()}
    files = sample_files.files(archives[HALF_YEAR], tmp_path_factory.mktemp("files"))
    assert len(files) == 11
    return files


@pytest.fixture(scope="module")
def ten_of_eleven(half_year_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the reports of ten of the eleven communes."""
    folder = tmp_path_factory.mktemp("ten") / "store"
    done = grassroots(folder, "load", *half_year_files[:-1], "--by", "Lan")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def store(tmp_path: Path, ten_of_eleven: Path) -> Path:
    return shutil.copytree(ten_of_eleven, tmp_path / "store")


@pytest.fixture
def district(store: Path) -> Iterator[App]:
    with running(store=store) as app:
        yield app


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog")


def coverage(page: Page) -> str:
    """``10/11``: the units that reported, as the line under the title says."""
    found = re.search(r"(\d+/\d+) xã, phường, thị trấn đã báo cáo", page.inner_text("[data-testid=stMain]"))
    assert found, page.inner_text("[data-testid=stMain]")[:500]
    return found.group(1)


def test_a_number_opens_to_the_sentence_it_was_read_from(sample: App, page: Page, watch: Watch) -> None:
    visit(page, address(sample.url, **NO_MAP))
    page.locator("[data-open='source:don_qua_han']").first.click()
    settle(page)
    said = panel(page).inner_text()
    for step in ("Cách tính", "Báo cáo", "Câu gốc", "Kiểm tra và quyết định"):
        assert step in said
    panel(page).locator("[data-open^='figure:']").nth(1).click()
    settle(page)
    assert "Đơn quá hạn" in panel(page).inner_text()
    assert (watch.outside, watch.errors) == ([], [])


def test_a_report_loaded_beside_shows_at_the_next_click(
    district: App, store: Path, half_year_files: list[Path], page: Page, watch: Watch
) -> None:
    visit(page, address(district.url, place=DONG_PHU, period=HALF_YEAR, **NO_MAP))
    assert coverage(page) == "10/11"
    done = grassroots(store, "load", half_year_files[-1], "--by", "Minh")
    assert done.returncode == 0, done.stdout + done.stderr
    go_to(page, "Kết quả", "Đơn thư, tiếp dân")
    assert coverage(page) == "11/11"
    assert page.locator("[data-testid=stException]").all_inner_texts() == []
    assert (watch.outside, watch.errors) == ([], [])


def test_a_report_goes_in_by_upload(
    district: App, half_year_files: list[Path], page: Page, watch: Watch
) -> None:
    visit(page, address(district.url, "reports", place=DONG_PHU, period=HALF_YEAR))
    assert coverage(page) == "10/11"
    page.locator("input[type=file]").first.set_input_files(half_year_files[-1])
    name = page.get_by_role("textbox", name="Người thực hiện")
    name.fill("Lan")
    name.press("Enter")
    settle(page)
    page.get_by_role("button", name="Nạp báo cáo").click()
    expect(page.get_by_text("11/11 xã, phường, thị trấn đã báo cáo")).to_be_visible(timeout=60_000)
    assert (watch.outside, watch.errors) == ([], [])


@pytest.fixture(scope="module")
def dong_phu_2024(district_report: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The published report of Đồng Phú district on ten months of 2024, loaded and every figure confirmed."""
    folder = shutil.copytree(district_report, tmp_path_factory.mktemp("dong_phu") / "store")
    report_id = grassroots(folder, "reports").stdout.split()[0]
    assert grassroots(folder, "confirm", report_id, "--by", "Lan").returncode == 0
    with running(store=folder) as app:
        yield app


@pytest.fixture(scope="module")
def on_complaints(dong_phu_2024: App, one_reader: BrowserContext) -> Iterator[tuple[Page, Watch]]:
    """That report's complaints page, opened once; panels are opened on it and closed again."""
    page, watch = one_reader.new_page(), Watch()
    page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    watch.follow(page)
    visit(page, address(dong_phu_2024.url, "complaints", place=DONG_PHU, period="2024-m10", **NO_MAP))
    yield page, watch
    page.close()


def test_the_district_report_shows_on_the_complaints_page(on_complaints: tuple[Page, Watch]) -> None:
    page, watch = on_complaints
    said = page.inner_text("[data-testid=stMain]")
    assert "93,0\u202f%" in said and "132/142 đơn" in said
    assert "SỐ LIỆU MINH HỌA" not in said and "chưa xác nhận" not in said.split("Nguồn:")[0]
    assert (watch.outside, watch.errors) == ([], [])


@pytest.mark.parametrize(
    ("indicator", "value", "words"),
    [
        ("ty_le_giai_quyet", "93,0\u202f%", "132/142 đơn"),
        ("don_trong_han", "6", "06 đơn thư đang trong hạn"),
        ("don_qua_han", "4", "04 đơn quá hạn"),
        ("tcd_vu_viec", "126", "126 vụ việc"),
        ("tcd_nguoi", "128", "128 công dân"),
        ("tcd_thuong_xuyen_vu_viec", "69", "thường xuyên 69 vụ việc"),
        ("tcd_thuong_xuyen_nguoi", "70", "70 công dân"),
        ("tcd_lanh_dao_vu_viec", "57", "lãnh đạo tiếp 57 vụ việc"),
        ("tcd_lanh_dao_nguoi", "58", "58 công dân"),
    ],
)
def test_a_figure_of_the_district_report_opens_its_quote(
    indicator: str, value: str, words: str, on_complaints: tuple[Page, Watch]
) -> None:
    page, watch = on_complaints
    expect(panel(page)).to_have_count(0)
    page.locator(f"[data-open='source:{indicator}']").first.click()
    settle(page)
    try:
        assert panel(page).locator(".value").inner_text() == value
        assert words in panel(page).locator(".g-quote mark").inner_text()
        assert "dong_phu_2024.docx" in panel(page).inner_text()
    finally:
        page.keyboard.press("Escape")
    assert (watch.outside, watch.errors) == ([], [])


def test_three_communes_have_their_scores(dong_phu_2024: App, page: Page) -> None:
    visit(page, address(dong_phu_2024.url, "scores", place=DONG_PHU, period="2024-m10"))
    said = page.inner_text("[data-testid=stMain]")
    assert said.count("77,5/80,5") == 3
    for commune in ("Tân Hưng", "Thuận Phú", "Tân Lập"):
        assert commune in said
    page.locator("[data-open^='source:cqtt_diem']").first.click()
    settle(page)
    assert "77,5/80,5" in panel(page).locator(".g-quote").inner_text()


def test_no_violation_is_a_zero_and_not_a_blank(dong_phu_2024: App, page: Page) -> None:
    visit(page, address(dong_phu_2024.url, "unit", place=DONG_PHU, period="2024-m10"))
    page.locator("[data-open^='source:vi_pham']").first.click()
    settle(page)
    assert panel(page).locator(".value").inner_text() == "0"
    assert "vi phạm" in panel(page).locator(".g-quote mark").inner_text()
