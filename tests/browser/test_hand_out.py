"""What is carried out of the room: the province's report, downloaded and read back by the reader itself."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from grassroots import briefs
from grassroots.briefs.report import report
from grassroots.reading import read_file
from grassroots.store import Reader
from tools.app import App

PROVINCE, PERIOD, BASE = "2025-07:75", "2026-m09", "2025-m09"


def test_the_reader_reads_what_the_report_of_the_province_says(
    page: Page, sample: App, sample_store: Path, tmp_path: Path
) -> None:
    page.goto(f"{sample.url}/complaints?place={PROVINCE}&period={PERIOD}&base={BASE}")
    page.get_by_role("button", name="Xuất").click()
    offered = page.get_by_role("button", name="Báo cáo tổng hợp (.docx)")
    expect(offered).to_be_visible(timeout=20_000)
    with page.expect_download() as downloaded:
        offered.click()
    file = tmp_path / "bao_cao.docx"
    downloaded.value.save_as(file)
    assert downloaded.value.suggested_filename == "bao_cao_75_2026-m09.docx"

    made = report(briefs.asked(Reader(sample_store), PROVINCE, PERIOD, base=BASE))
    wanted = {
        code: float(re.sub(r"[\u202f%.]", "", said).replace(",", ".")) for code, said in made.written.items()
    }
    read: dict[str, set[float]] = {}
    for figure in read_file(file).figures:
        if figure.part is None:
            read.setdefault(figure.indicator, set()).add(figure.value)
    agreed = [code for code, value in wanted.items() if read.get(code) == {value}]
    assert len(wanted) >= 70
    assert len(agreed) >= 0.99 * len(wanted), {code: read.get(code) for code in wanted if code not in agreed}
    assert not set(read) - set(wanted), "nothing is read that was not written"
    settled = wanted["don_da_giai_quyet"]
    assert f"{settled:,.0f}".replace(",", ".") in page.locator(".g-card.main").inner_text()
