"""Workbooks, CSV and Parquet read back: counts as reported, rates as formulas, words that stay words."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from grassroots import briefs
from grassroots.text import LANGUAGES
from tests.briefs.conftest import Ask


@pytest.fixture(scope="module")
def complaints(ask: Ask) -> bytes:
    return briefs.hand_out(ask(page="complaints"), "xlsx")


def _header(rows: list[list[Any]]) -> int:
    return next(at for at, row in enumerate(rows) if row[0] == "Đơn vị")


def test_the_table_by_unit_holds_what_was_reported(complaints: bytes) -> None:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(complaints)).get_sheet_by_index(0).to_python()
    at = _header(rows)
    found = {row[0]: dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]}
    phu, loi, tam = found["Xã Đồng Phú"], found["Xã Thuận Lợi"], found["Xã Đồng Tâm"]
    assert (phu["Đơn thụ lý"], phu["Đã giải quyết"], phu["Tỷ lệ giải quyết"]) == (100, 90, 0.9)
    assert (loi["Đơn thụ lý"], loi["Quá hạn"], loi["Dưới 20 đơn"]) == (15, 0, "có")
    assert (tam["Có báo cáo"], tam["Đơn thụ lý"], tam["Tỷ lệ giải quyết"]) == ("không", "", "")
    assert phu["Báo cáo"].startswith("Báo cáo số 12/BC-UBND") and "xã Đồng Phú" in phu["Báo cáo"]
    # 102 settled of 115: the sum of both, not the mean of 90 % and 80 %
    total = dict(zip(rows[at], rows[at - 1], strict=True))
    assert (total["Đơn thụ lý"], total["Đã giải quyết"]) == (115, 102)
    assert total["Tỷ lệ giải quyết"] == pytest.approx(102 / 115)


def test_rates_are_formulas_and_panes_are_frozen(complaints: bytes) -> None:
    book = load_workbook(io.BytesIO(complaints))
    page = book.worksheets[0]
    header = next(row for row in page.iter_rows() if row[0].value == "Đơn vị")
    at = {cell.value: cell.column - 1 for cell in header}
    first = page[header[0].row + 1]
    accepted, settled = (first[at[name]].coordinate for name in ("Đơn thụ lý", "Đã giải quyết"))
    rate = first[at["Tỷ lệ giải quyết"]]
    assert rate.value == f'=IF(OR(ISBLANK({settled}),N({accepted})=0),"",{settled}/{accepted})'
    assert rate.number_format == "0.0%" and first[at["Đơn thụ lý"]].number_format == "#,##0"
    assert all(sheet.freeze_panes for sheet in book)


def test_words_of_reports_stay_words_and_name_nobody(complaints: bytes) -> None:
    book = load_workbook(io.BytesIO(complaints))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    quoted = [cell for cell in cells if str(cell.value).startswith(("=HYPER", "-12"))]
    assert quoted and all(cell.data_type == "s" and cell.quotePrefix for cell in quoted)
    assert not [cell for cell in cells if "Nguyễn Văn An" in str(cell.value)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_says_what_it_is_of(ask: Ask, language: str) -> None:
    wanted = ask(page="complaints", language=language)
    book = CalamineWorkbook.from_filelike(io.BytesIO(briefs.hand_out(wanted, "xlsx")))
    assert len(book.sheet_names) == 7
    for name in book.sheet_names:
        top = " ".join(str(row[0]) for row in book.get_sheet_by_name(name).to_python()[:6])
        assert wanted.words("page.sample.mark") in top, name
        assert wanted.filters in top and wanted.coverage in top and wanted.dated in top, name
    assert "2/3 xã" in wanted.coverage or "2 of 3" in wanted.coverage


def test_a_scenario_is_said_on_every_sheet_and_row(ask: Ask) -> None:
    wanted = ask("settle~overdue~all", page="complaints")
    book = CalamineWorkbook.from_filelike(io.BytesIO(briefs.hand_out(wanted, "xlsx")))
    said = "GIẢ ĐỊNH: không phải kết quả báo cáo. Giải quyết hết đơn quá hạn"
    for name in book.sheet_names:
        assert said in [row[0] for row in book.get_sheet_by_name(name).to_python()[:6]], name
    rows = list(csv.DictReader(io.StringIO(briefs.hand_out(wanted, "csv").decode("utf-8-sig"))))
    assert {row["Giả định"] for row in rows} == {said}
    phu = next(row for row in rows if row["Đơn vị"] == "Xã Đồng Phú")
    assert (phu["Đã giải quyết"], phu["Quá hạn"]) == ("96", "0"), "the six overdue are supposed to be settled"


def test_flat_files_hold_the_same_table(ask: Ask) -> None:
    wanted = ask(page="complaints")
    rows = list(csv.DictReader(io.StringIO(briefs.hand_out(wanted, "csv").decode("utf-8-sig"))))
    phu = next(row for row in rows if row["Đơn vị"] == "Xã Đồng Phú")
    assert (phu["Đơn thụ lý"], phu["Tỷ lệ giải quyết (%)"]) == ("100", "90.0")
    assert phu["Câu gốc"].startswith("'=HYPERLINK") and "SỐ LIỆU MINH HỌA" in phu["Lưu ý"]
    table = pq.read_table(io.BytesIO(briefs.hand_out(wanted, "parquet")))
    flat = {row["unit"]: row for row in table.to_pylist()}
    assert (flat["Xã Đồng Phú"]["settled"], flat["Xã Đồng Phú"]["rate"]) == (90, 90.0)
    assert flat["Xã Đồng Tâm"]["accepted"] is None, "silence is no zero"
    about = json.loads(table.schema.metadata[b"grassroots"])
    assert about["columns"]["settled"] == "Đã giải quyết" and wanted.filters in about["says"]


def test_a_place_that_no_report_is_of_is_refused(ask: Ask) -> None:
    with pytest.raises(KeyError):
        ask(unit_key="2025-07:1")
