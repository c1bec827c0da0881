"""Whole forms, built from their trees of headings, come out cell for cell, as figures or as cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_books import (
    TCD_2024,
    TCD_SUMS,
    XLD_2021,
    XLD_2021_SUMS,
    XLD_2024,
    XLD_2024_SUMS,
    Book,
    numbered,
    write,
)
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from grassroots.periods import Period
from grassroots.reading import read_file
from grassroots.reading.model import Reading

TCD = numbered("01/TCD", TCD_2024, TCD_SUMS)
XLD = numbered("01/XLD", XLD_2024, XLD_2024_SUMS)
OLD_XLD = numbered("01/XLD", XLD_2021, XLD_2021_SUMS)
# which columns carry which code, written down apart from the layouts
CODES = {
    "tcd": {
        **{1: "tcd_luot", 2: "tcd_nguoi", 3: "tcd_vu_viec"},
        **{4: "tcd_thuong_xuyen_luot", 5: "tcd_thuong_xuyen_nguoi"},
        **dict.fromkeys((6, 7), "tcd_thuong_xuyen_vu_viec"),
        **{8: "tcd_doan_dong_nguoi", 9: "tcd_doan_dong_nguoi_nguoi"},
        **dict.fromkeys((13, 22), "tcd_lanh_dao_luot"),
        **dict.fromkeys((14, 23), "tcd_lanh_dao_nguoi"),
        **dict.fromkeys((15, 16, 24, 25), "tcd_lanh_dao_vu_viec"),
        **dict.fromkeys((17, 26), "tcd_doan_dong_nguoi"),
        **dict.fromkeys((18, 27), "tcd_doan_dong_nguoi_nguoi"),
    },
    "xld": {
        **{1: "don_phai_xu_ly", 2: "don_ky_truoc", 3: "don_tiep_nhan", 4: "don_da_xu_ly"},
        **{6: "don_du_dieu_kien", 8: "kn_du_dieu_kien", 9: "tc_du_dieu_kien", 10: "knpa_du_dieu_kien"},
        **{14: "don_thuoc_tham_quyen", 15: "kn_thuoc_tham_quyen", 16: "tc_thuoc_tham_quyen"},
        **{17: "knpa_thuoc_tham_quyen", 19: "don_huong_dan", 20: "don_chuyen", 21: "don_don_doc"},
    },
    "old_xld": {
        1: "don_phai_xu_ly",
        **dict.fromkeys((2, 3, 4), "don_ky_truoc"),
        **dict.fromkeys((5, 6, 7), "don_tiep_nhan"),
        **{8: "don_da_xu_ly", 9: "don_du_dieu_kien"},
        **{11: "kn_du_dieu_kien", 12: "tc_du_dieu_kien", 13: "knpa_du_dieu_kien"},
        **{18: "don_thuoc_tham_quyen", 19: "kn_thuoc_tham_quyen", 20: "tc_thuoc_tham_quyen"},
        **{21: "knpa_thuoc_tham_quyen", 23: "don_huong_dan", 24: "don_chuyen", 25: "don_don_doc"},
    },
}  # fmt: skip
FORMS = [("tcd", TCD, "01/2024"), ("xld", XLD, "01/2024"), ("old_xld", OLD_XLD, "02/2021")]


def fresh(book: Book, **changed: Any) -> Book:
    return replace(book, columns={}, **changed)


def read(book: Book, folder: Path) -> Reading:
    return read_file(write(book, folder))


def given(book: Book, first_row: int) -> dict[tuple[int, int], tuple[str, float]]:
    """(row of the sheet, number of the column) → the row's name and value."""
    return {
        (first_row + at, number): (name, value)
        for at, (name, numbers) in enumerate(book.rows)
        for number, value in enumerate(numbers, start=1)
    }


def cell(book: Book, row: int, number: int) -> str:
    return f"{get_column_letter(book.columns[number])}{row}"


@pytest.mark.parametrize(("name", "book", "circular"), FORMS)
def test_every_cell_comes_out(name: str, book: Book, circular: str, tmp_path: Path) -> None:
    book = fresh(book)
    found = read(book, tmp_path)
    figures = {figure.place.cell: figure for figure in found.figures}
    cells = {each.place.cell: each for each in found.cells}
    assert len(figures) == len(found.figures) and len(cells) == len(found.cells)
    wanted = given(book, first_row=12 if name == "tcd" else 11)
    assert len(figures) + len(cells) == len(wanted)
    for (row, number), (unit, value) in wanted.items():
        at = cell(book, row, number)
        code = CODES[name].get(number)
        if code is None:
            assert (cells[at].column, cells[at].value, cells[at].row) == (number, value, unit)
        else:
            assert (figures[at].indicator, figures[at].value) == (code, value)
            part = figures[at].part
            assert (part or "").startswith("" if unit == "Tổng số" else unit)
    assert found.forms[0].form == book.form and found.forms[0].circular.startswith(circular)
    assert not [issue for issue in found.form_issues if issue.rule == "form_rows_total"]


def test_a_figure_has_its_words_part_and_place(tmp_path: Path) -> None:
    found = read(fresh(TCD), tmp_path)
    by_cell = {figure.place.cell: figure for figure in found.figures}
    total, commune, leader = by_cell["B12"], by_cell["E13"], by_cell["N13"]
    assert (total.part, total.counted_unit, total.quote) == (None, "lượt", "Tổng số; Tổng số lượt tiếp: 3330")
    assert (commune.part, commune.part_kind) == ("Xã Tân Hưng", "place")
    assert commune.quote == "Xã Tân Hưng; Tiếp thường xuyên > Số lượt tiếp: 108"
    assert (leader.part, leader.part_kind) == ("Xã Tân Hưng; Thủ trưởng tiếp", "post")
    assert all(figure.confidence == 1 for figure in found.figures)


def test_what_a_form_gives_in_parts_only_is_added_up_apart(tmp_path: Path) -> None:
    found = read(fresh(TCD), tmp_path)
    leaders = [one for one in found.computed if one.indicator == "tcd_lanh_dao_luot"]
    assert [one.part for one in leaders][:2] == [None, "Xã Tân Hưng"]
    by_cell = {figure.place.cell: figure.value for figure in found.figures}
    assert leaders[1].value == by_cell["N13"] + by_cell["W13"] and leaders[1].place.cell == "N13, W13"


def test_particulars_are_those_of_the_title_rows(tmp_path: Path) -> None:
    said = read(fresh(XLD), tmp_path).particulars
    assert (said.issuer, said.superior) == ("UBND HUYỆN ĐỒNG PHÚ", "UBND TỈNH BÌNH PHƯỚC")
    assert said.period == Period(2024, "m06")
    assert (said.first_day, said.last_day) == (date(2023, 12, 15), date(2024, 6, 14))
    assert said.scope == "whole_area"
    assert said.evidence["issuer"].place.cell == "A2" and "15/12/2023" in said.evidence["period"].quote


@pytest.mark.parametrize(("name", "book", "_circular"), FORMS)
def test_headings_shifted_columns_hidden_and_columns_empty(
    name: str, book: Book, _circular: str, tmp_path: Path
) -> None:
    """No merged cells, group headings one column to the right, a hidden column, empty columns, lower rows."""
    plain, moved = fresh(book), fresh(book, merged=False, first_row=4, gaps=(3, 9), position=True)
    path = write(moved, tmp_path)
    workbook = load_workbook(path)
    sheet = workbook.active
    assert sheet is not None
    shifted = {"Tiếp thường xuyên", "Phân loại đơn theo nội dung", "Kết quả xử lý đơn"}
    for one in [one for row in sheet.iter_rows() for one in row if one.value in shifted]:
        sheet.cell(one.row, one.column + 1, one.value)
        one.value = None
    sheet.column_dimensions[get_column_letter(moved.columns[5])].hidden = True
    workbook.save(path)
    assert outcome(read_file(path), moved) == outcome(read(plain, tmp_path), plain)


@pytest.mark.parametrize(("hidden", "total"), [("BCD", "E11"), ("EFG", "B11")])
def test_a_hidden_copy_of_columns_is_left_for_the_visible_one(
    hidden: str, total: str, tmp_path: Path
) -> None:
    book = fresh(
        TCD,
        tree=[*TCD_2024[:3], *TCD_2024],
        rows=[
            (name, [*[9, 9, 9], *numbers] if hidden == "BCD" else [*numbers[:3], 9, 9, 9, *numbers[3:]])
            for name, numbers in TCD.rows
        ],
        numbers=(),
    )
    path = write(book, tmp_path)
    workbook = load_workbook(path)
    for column in hidden:
        workbook.active.column_dimensions[column].hidden = True  # type: ignore[union-attr]
    workbook.save(path)
    found = next(figure for figure in read_file(path).figures if figure.indicator == "tcd_luot")
    assert (found.value, found.place.cell) == (3330, total)


def outcome(found: Reading, book: Book) -> set[tuple[object, ...]]:
    """What was read, by row and number of the column instead of the cell."""
    numbers = {get_column_letter(column): number for number, column in book.columns.items()}
    named = {(figure.quote, figure.indicator, figure.part, figure.value) for figure in found.figures}
    assert all(str(figure.place.cell).rstrip("0123456789") in numbers for figure in found.figures)
    return named | {(each.row, each.column, each.heading, each.value) for each in found.cells}
