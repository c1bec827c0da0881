"""Workbooks as offices' own systems export them: ugly in many ways, and read all the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
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
from openpyxl.worksheet.worksheet import Worksheet

from grassroots.reading import read_file
from grassroots.reading.model import Reading

FILES = Path(__file__).parent / "files"
TCD = numbered("01/TCD", TCD_2024, TCD_SUMS)
XLD = numbered("01/XLD", XLD_2024, XLD_2024_SUMS)
SPELT = {
    "Khiếu nại": "KN",
    "Tố cáo": "T/C",
    "Kiến nghị, phản ánh": "KNPA",
    "Tổng số": "TS",
    "Đơn thuộc thẩm quyền": "Đơn thuộc TQ",
    "Đôn đốc giải quyết": "Đôn đốc\nGQ",
    "Đủ điều kiện xử lý": "ĐỦ ĐIỀU KIỆN XỬ LÍ",
    "Tiếp nhận trong kỳ": "Tiếp nhận trong kì",
}
TOLD_TWICE = ["1=4+13+22", "2=5+14+23", "3=6+7+15+16+24+25", *(f"({number})" for number in range(4, 30))]


def read(book: Book, folder: Path, edit: Callable[[Worksheet, Book], None] | None = None) -> Reading:
    book = replace(book, columns={})
    path = write(book, folder)
    if edit is not None:
        workbook = load_workbook(path)
        sheet = workbook.active
        assert isinstance(sheet, Worksheet)
        edit(sheet, book)
        workbook.save(path)
    return read_file(path)


def values(found: Reading) -> set[tuple[Any, ...]]:
    figures = {(each.indicator, each.part, each.counted_unit, each.value) for each in found.figures}
    return figures | {(each.row, each.column, each.heading, each.value) for each in found.cells}


def in_other_words(sheet: Worksheet, _book: Book) -> None:
    for row in sheet.iter_rows(min_row=6, max_row=9, min_col=2):
        for one in row:
            if one.value in SPELT:
                one.value = SPELT[str(one.value)]


def heading_again(sheet: Worksheet, book: Book) -> None:
    """After two units the page ends: title and heading once more."""
    rows = [one.row for one in sheet["A"] if one.value in ("Đơn vị", "Ms")]
    again = rows[1] + 4
    sheet.insert_rows(again, rows[1] - rows[0] + 2)
    sheet.cell(again, 20, "Biểu số: 01/TCD")
    for at in range(rows[0], rows[1] + 1):
        for column in range(1, sheet.max_column + 1):
            sheet.cell(again + 1 + at - rows[0], column, sheet.cell(at, column).value)


def split_words(sheet: Worksheet, _book: Book) -> None:
    """Words of one heading broken over two cells, and a heading in the lowest row only."""
    for words, first, second in (
        ("Tổng số lượt tiếp", "Tổng số", "lượt tiếp"),
        ("Tổng số người được tiếp", None, "Tổng số người được tiếp"),
    ):
        cell = next(one for row in sheet.iter_rows() for one in row if one.value == words)
        cell.value = first
        sheet.cell(cell.row + 2, cell.column, second)


FLAT = [
    " - ".join(path)
    for path in (
        *((words,) for words in TCD_2024[:3]),
        *(
            ("Tiếp thường xuyên", *path)
            for path in (
                ("Số lượt tiếp",),
                ("Số người được tiếp",),
                ("Số vụ việc", "Tiếp lần đầu"),
                ("Số vụ việc", "Tiếp nhiều lần"),
                ("Trong đó đoàn đông người", "Số đoàn được tiếp"),
                ("Trong đó đoàn đông người", "Số người được tiếp"),
                ("Trong đó đoàn đông người", "Số vụ việc tiếp lần đầu"),
                ("Trong đó đoàn đông người", "Số vụ việc tiếp nhiều lần"),
            )
        ),
        *(
            ("Tiếp định kỳ và đột xuất của Thủ trưởng", who, *path)
            for who in ("Thủ trưởng tiếp", "Ủy quyền tiếp")
            for path in (
                ("Số kỳ tiếp",),
                ("Số lượt tiếp",),
                ("Số người được tiếp",),
                ("Số vụ việc", "Tiếp lần đầu"),
                ("Số vụ việc", "Tiếp nhiều lần"),
                ("Trong đó đoàn đông người", "Số đoàn được tiếp"),
                ("Trong đó đoàn đông người", "Số người được tiếp"),
                ("Trong đó đoàn đông người", "Số vụ việc tiếp lần đầu"),
                ("Trong đó đoàn đông người", "Số vụ việc tiếp nhiều lần"),
            )
        ),
    )
]


@pytest.mark.parametrize(
    ("book", "edit"),
    [
        pytest.param(replace(TCD, numbers=()), None, id="no row of numbers"),
        pytest.param(
            replace(TCD, numbers=(), merged=False, gaps=(4, 9, 13)), None, id="no numbers, no merging"
        ),
        pytest.param(
            replace(TCD, numbers=TOLD_TWICE, position=True, unit_heading="Tên đơn vị/Địa phương"),
            None,
            id="numbers as formulas, STT, another name for the unit",
        ),
        pytest.param(replace(TCD, merged=False), heading_again, id="heading again on the second page"),
        pytest.param(replace(TCD, tree=FLAT, first_row=3), None, id="all words in one row"),
        pytest.param(replace(TCD, merged=False), split_words, id="words broken over cells"),
        pytest.param(replace(TCD, merged=False, numbers=()), split_words, id="broken words, no numbers"),
        pytest.param(
            replace(TCD, code="", sheet="Bieu 01-TCD", title="BÁO CÁO"), None, id="code on the tab only"
        ),
        pytest.param(replace(TCD, code=""), None, id="title only"),
        pytest.param(replace(TCD, sheet="Số liệu"), None, id="a tab named as one of the tool's own form"),
        pytest.param(replace(TCD, code="", title="BẢNG SỐ LIỆU"), None, id="neither code nor title"),
        pytest.param(
            replace(TCD, code="Biểu số 01-TCD (Ban hành kèm theo Thông tư số 01/2024/TT-TTCP)"),
            None,
            id="circular",
        ),
    ],
)
def test_the_same_figures(book: Book, edit: Callable[[Worksheet, Book], None] | None, tmp_path: Path) -> None:
    assert values(read(book, tmp_path, edit)) == values(read(TCD, tmp_path))


@pytest.mark.parametrize("numbers", [None, ()])
def test_abbreviations_line_breaks_and_other_spellings(numbers: Any, tmp_path: Path) -> None:
    book = replace(XLD, numbers=numbers)
    assert values(read(book, tmp_path, in_other_words)) == values(read(XLD, tmp_path))


def test_a_system_that_numbers_in_its_own_way_is_told_of(tmp_path: Path) -> None:
    """One system repeats columns 2 and 3 beside their group and so numbers all the rest two higher."""
    tree = [XLD_2024[0], "Kỳ trước chuyển sang", "Tiếp nhận trong kỳ", *XLD_2024[1:]]
    rows = [(name, [*given[:3], *given[1:3], *given[3:]]) for name, given in XLD.rows]
    found = read(replace(XLD, tree=tree, rows=rows), tmp_path)
    extra = {each for each in found.cells if each.column is None}
    assert values(replace_cells(found, extra)) == values(read(XLD, tmp_path))
    assert {each.heading for each in extra} == {"Kỳ trước chuyển sang", "Tiếp nhận trong kỳ"}
    assert {"form_extra_column", "form_renumbered"} <= {issue.rule for issue in found.form_issues}


def replace_cells(found: Reading, without: set[Any]) -> Reading:
    return replace(found, cells=tuple(each for each in found.cells if each not in without))


@pytest.mark.parametrize(
    ("name", "book"),
    [
        ("01_tcd_2024", TCD),
        ("01_xld_2024", XLD),
        ("01_xld_2021", numbered("01/XLD", XLD_2021, XLD_2021_SUMS)),
    ],
)
def test_an_old_workbook_reads_as_its_twin(name: str, book: Book, tmp_path: Path) -> None:
    """The .xls files are these very books, column E hidden, saved once by LibreOffice."""
    old, new = read_file(FILES / f"{name}.xls"), read(book, tmp_path)
    assert (old.format, new.format) == ("xls", "xlsx")
    assert replace(old, format="xlsx") == new


def test_several_forms_are_one_report(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.active.title = "Bìa"  # type: ignore[union-attr]
    for book in (replace(TCD, sheet="01-TCD", columns={}), replace(XLD, sheet="01-XLD", columns={})):
        path = write(book, tmp_path, into=workbook)
    strange = replace(XLD, form="09/XLD", title="BIỂU LẠ", sheet="09", columns={}, rows=[])
    path = write(strange, tmp_path, into=workbook)
    found = read_file(path)
    assert [(one.form, one.sheet) for one in found.forms] == [("01/TCD", "01-TCD"), ("01/XLD", "01-XLD")]
    assert values(found) == values(read(TCD, tmp_path)) | values(read(XLD, tmp_path))
    left = [issue for issue in found.form_issues if issue.rule == "form_not_read"]
    assert [issue.details for issue in left] == [{"form": "09/XLD", "sheet": "09"}]


def test_two_forms_under_one_another_on_a_sheet(tmp_path: Path) -> None:
    first = replace(TCD, columns={})
    path = write(first, tmp_path)
    workbook = load_workbook(path)
    from made_books import fill

    assert isinstance(workbook.active, Worksheet)
    fill(workbook.active, replace(XLD, columns={}, first_row=workbook.active.max_row + 2))
    workbook.save(path)
    assert values(read_file(path)) == values(read(TCD, tmp_path)) | values(read(XLD, tmp_path))


def test_a_web_page_under_the_name_of_a_workbook(tmp_path: Path) -> None:
    """Many systems hand out an HTML table named .xls."""
    book = replace(TCD, columns={})
    workbook = load_workbook(write(book, tmp_path))
    assert isinstance(workbook.active, Worksheet)
    page = tmp_path / "export.xls"
    page.write_text(as_web_page(workbook.active), encoding="utf-8")
    found = read_file(page)
    assert found.format == "html" and values(found) == values(read(TCD, tmp_path))
    assert found.figures[0].place.cell == "B12"


def as_web_page(sheet: Worksheet) -> str:
    spans = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    lines = []
    for row in sheet.iter_rows():
        cells = []
        for one in row:
            span = spans.get((one.row, one.column))
            size = f" rowspan={span.size['rows']} colspan={span.size['columns']}" if span else ""
            if span or not any(one.coordinate in each for each in sheet.merged_cells.ranges):
                cells.append(f"<td{size}>{'' if one.value is None else one.value}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<html><body><table>{''.join(lines)}</table></body></html>"
