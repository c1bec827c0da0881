"""What is refused, in a sentence that names the sheet, the cell and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from made_books import TCD_2024, TCD_SUMS, XLD_2021, Book, numbered, write
from openpyxl import Workbook, load_workbook

from grassroots.reading import read_file
from grassroots.reading.model import UnreadableReport
from grassroots.reading.statistics.layouts import forms
from grassroots.text import t

TCD = numbered("01/TCD", TCD_2024, TCD_SUMS)
FILES = Path(__file__).parent / "files"
Edit = Callable[[Any, Book], None]


def refused(path: Path) -> tuple[str, str, str]:
    """The code, the place and the whole sentence in Vietnamese; the English one is filled too."""
    with pytest.raises(UnreadableReport) as caught:
        read_file(path)
    problem = caught.value
    key = problem.code if "." in problem.code else f"problem.{problem.code}"
    assert "{" not in t(key, "en", **problem.details)
    return problem.code, problem.place or "", t(key, "vi", **problem.details)


def edited(book: Book, folder: Path, edit: Edit) -> Path:
    book = replace(book, columns={})
    path = write(book, folder)
    workbook = load_workbook(path)
    edit(workbook.active, book)
    workbook.save(path)
    return path


def cell(sheet: Any, words: str, nth: int = 0) -> Any:
    return [one for row in sheet.iter_rows() for one in row if one.value == words][nth]


def renamed(old: str, new: str, nth: int = 0) -> Edit:
    def edit(sheet: Any, _book: Book) -> None:
        cell(sheet, old, nth).value = new

    return edit


def swapped(one: str, other: str) -> Edit:
    def edit(sheet: Any, _book: Book) -> None:
        first, second = cell(sheet, one), cell(sheet, other)
        first.value, second.value = other, one

    return edit


def moved_numbers(sheet: Any, book: Book) -> None:
    row = cell(sheet, "Ms").row
    for number in range(29, 0, -1):
        sheet.cell(row, book.columns[number] + 1, number)
    sheet.cell(row, book.columns[1]).value = None


@pytest.mark.parametrize("numbers", [None, ()])
@pytest.mark.parametrize(
    ("edit", "code", "place", "said"),
    [
        (renamed("Số người được tiếp", "Số đoàn xe"), "heading_differs", "Sheet1!F8",
         "cột 5 của Biểu 01/TCD phải là “Tiếp thường xuyên > Số người được tiếp” nhưng đang là"),
        (renamed("Tiếp thường xuyên", "Tiếp công dân trực tuyến"), "group_missing", "Sheet1!E7",
         "“Tiếp thường xuyên” trên các cột 4–11"),
        (swapped("Số lượt tiếp", "Số người được tiếp"), "cells", "", "Biểu có 2 chỗ cần sửa"),
        (swapped("Thủ trưởng tiếp", "ủy quyền tiếp"), "cells", "", "Ủy quyền tiếp” trên các cột 21–29"),
    ],
)  # fmt: skip
def test_a_heading_that_is_not_as_in_the_form(
    edit: Edit, code: str, place: str, said: str, numbers: Any, tmp_path: Path
) -> None:
    found = refused(edited(replace(TCD, numbers=numbers), tmp_path, edit))
    assert found[:2] == (f"form_problem.{code}", place) and said in found[2]


def test_two_columns_whose_words_differ_by_little_are_not_taken_for_each_other(tmp_path: Path) -> None:
    form = next(one for one in forms() if one.form == "01/KQGQ")
    flat = [" - ".join(words.rstrip("?") for words in column.path) for column in form.columns]
    book = Book(form.form, flat, [("Huyện Đồng Phú", list(range(1, 27)))], title=form.titles[0].upper())
    assert read_file(write(replace(book, columns={}), tmp_path)).forms[0].form == "01/KQGQ"
    flat[19], flat[21] = flat[21], flat[19]  # khiếu nại đúng, khiếu nại đúng một phần
    code, _, said = refused(write(replace(book, tree=flat, columns={}), tmp_path))
    assert code == "form_problem.heading_differs" and "Khiếu nại đúng một phần” nhưng đang là" in said


@pytest.mark.parametrize("numbers", [None, ()])
def test_a_missing_column_is_named(numbers: Any, tmp_path: Path) -> None:
    rows = [(name, [*given[:1], *given[2:]]) for name, given in TCD.rows]
    tree = [one for one in TCD_2024 if one != "Tổng số người được tiếp"]
    code, _, said = refused(write(replace(TCD, tree=tree, rows=rows, numbers=numbers, columns={}), tmp_path))
    assert code == "form_problem.column_missing" and "cột 2 “Tổng số người được tiếp”" in said


def test_numbers_that_stand_beside_their_headings(tmp_path: Path) -> None:
    code, place, said = refused(edited(TCD, tmp_path, moved_numbers))
    assert (code, place) == ("form_problem.number_differs", "Sheet1!B11")
    assert "Dưới tiêu đề “Tổng số lượt tiếp”" in said


def test_every_spoilt_cell_is_named_at_once(tmp_path: Path) -> None:
    def spoil(sheet: Any, _book: Book) -> None:
        given = ["=E13+N13", "#REF!", "không rõ", 12.5, -3, datetime(2024, 1, 2), True]
        for column, value in enumerate(given, start=2):
            sheet.cell(13, column, value)

    code, _, said = refused(edited(TCD, tmp_path, spoil))
    assert code == "form_problem.cells" and "7 chỗ" in said
    for words in (
        "Sheet1!B13: Ô có công thức =E13+N13 nhưng chưa có kết quả",
        "Sheet1!C13: Ô báo lỗi #REF!",
        "Sheet1!D13: Cần ghi số nhưng đang là “không rõ”",
        "Sheet1!E13: Cần số nguyên nhưng đang là 12,5",
        "Sheet1!F13: Số âm -3",
        "Sheet1!G13: Cần ghi số nhưng đang là “2/1/2024”",
    ):
        assert words in said


def test_an_error_in_an_old_workbook(tmp_path: Path) -> None:
    found = refused(FILES / "cell_error.xls")
    assert found[:2] == ("form_problem.cell_error", "Sheet1!C12") and "#DIV/0!" in found[2]


def test_a_form_of_a_circular_without_layout_is_named(tmp_path: Path) -> None:
    words = "Biểu số 01/TCD (Ban hành kèm theo Thông tư số 06/2025/TT-TTCP)"
    code, place, said = refused(write(replace(TCD, code=words, columns={}), tmp_path))
    assert (code, place) == ("form_problem.circular_unknown", "Sheet1!AC3")
    assert "Biểu “01/TCD” theo Thông tư 06/2025/TT-TTCP chưa có bố cục" in said and "01/2024/TT-TTCP" in said


def test_a_form_without_layout_is_named(tmp_path: Path) -> None:
    code, _, said = refused(write(replace(TCD, form="07/TCD", title="BIỂU MỚI", columns={}), tmp_path))
    assert code == "form_problem.form_unknown" and "Biểu “07/TCD” chưa có bố cục" in said


def test_a_known_code_over_other_columns(tmp_path: Path) -> None:
    book = replace(TCD, tree=XLD_2021, rows=[], columns={})
    code, _, said = refused(write(book, tmp_path))
    assert code == "form_problem.layout_unknown" and "có thể là biểu của thông tư khác" in said


def test_an_empty_form(tmp_path: Path) -> None:
    assert refused(write(replace(TCD, rows=[], columns={}), tmp_path))[0] == "form_problem.no_numbers"


def test_a_row_with_numbers_and_no_name(tmp_path: Path) -> None:
    rows = [TCD.rows[1], ("", TCD.rows[2][1])]
    code, place, _ = refused(write(replace(TCD, rows=rows, columns={}), tmp_path))
    assert (code, place) == ("form_problem.row_without_name", "Sheet1!B13")


def test_sheets_of_different_periods(tmp_path: Path) -> None:
    workbook = Workbook()
    later = "Số liệu tính từ ngày 15/12/2023 đến ngày 14/9/2024"
    write(replace(TCD, sheet="A", columns={}), tmp_path, into=workbook)
    path = write(replace(TCD, sheet="B", period=later, columns={}), tmp_path, into=workbook)
    code, place, said = refused(path)
    assert (code, place) == ("form_problem.sheets_disagree", "B!A5") and "14/9/2024" in said


def test_another_workbook_is_no_form(tmp_path: Path) -> None:
    workbook = Workbook()
    assert workbook.active is not None
    workbook.active["A1"] = "Danh sách cán bộ"
    path = tmp_path / "ds.xlsx"
    workbook.save(path)
    assert refused(path)[:2] == ("form_problem.not_the_form", "Sheet!A1")


@pytest.mark.parametrize("kept", [200, 3000, 9000])
def test_a_truncated_old_workbook_is_damaged(kept: int, tmp_path: Path) -> None:
    path = tmp_path / "cut.xls"
    path.write_bytes((FILES / "01_tcd_2024.xls").read_bytes()[:kept])
    with pytest.raises(UnreadableReport):
        read_file(path)
