"""Workbooks of official forms as offices make them: built from a tree of headings, with merged cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Tree = Sequence[Any]  # a heading, or (heading, tree)

TCD_2024: Tree = [
    "Tổng số lượt tiếp",
    "Tổng số người được tiếp",
    "Tổng số vụ việc tiếp",
    (
        "Tiếp thường xuyên",
        [
            "Số lượt tiếp",
            "Số người được tiếp",
            ("Số vụ việc", ["Tiếp lần đầu", "Tiếp nhiều lần"]),
            (
                "Trong đó đoàn đông người",
                [
                    "Số đoàn được tiếp",
                    "Số người được tiếp",
                    "Số vụ việc tiếp lần đầu",
                    "Số vụ việc tiếp nhiều lần",
                ],
            ),
        ],
    ),
    (
        "Tiếp định kỳ và đột xuất của Thủ trưởng",
        [
            (
                who,
                [
                    "Số kỳ tiếp",
                    "Số lượt tiếp",
                    "Số người được tiếp",
                    ("Số vụ việc", ["Tiếp lần đầu", "Tiếp nhiều lần"]),
                    (
                        "Trong đó đoàn đông người",
                        [
                            "Số đoàn được tiếp",
                            "Số người được tiếp",
                            "Số vụ việc tiếp lần đầu",
                            "Số vụ việc tiếp nhiều lần",
                        ],
                    ),
                ],
            )
            for who in ("Thủ trưởng tiếp", "ủy quyền tiếp")
        ],
    ),
]
_OUTCOME: Tree = [
    (
        "Kết quả xử lý đơn",
        [
            ("Đơn thuộc thẩm quyền", ["Tổng số", "Khiếu nại", "Tố cáo", "Kiến nghị, phản ánh"]),
            ("Đơn không thuộc thẩm quyền", ["Tổng số", "Hướng dẫn", "Chuyển đơn", "Đôn đốc giải quyết"]),
        ],
    ),
    "Số văn bản phúc đáp nhận được do chuyển đơn",
]
XLD_2024: Tree = [
    ("Tổng số đơn phải xử lý", ["Tổng số", "Kỳ trước chuyển sang", "Tiếp nhận trong kỳ"]),
    "Số đơn đã xử lý",
    "Số đơn chưa xử lý (chuyển kỳ sau xử lý)",
    ("Đủ điều kiện xử lý", ["Số đơn", "Số vụ việc"]),
    ("Phân loại đơn theo nội dung", ["Khiếu nại", "Tố cáo", "Kiến nghị, phản ánh"]),
    (
        "Phân loại đơn theo tình trạng giải quyết",
        [("Đã giải quyết", ["Lần đầu", "Nhiều lần"]), "Chưa giải quyết xong"],
    ),
    *_OUTCOME,
]
_SIGNED_BY: Tree = ["Đơn có nhiều người đứng tên", "Đơn một người đứng tên", "Đơn khác"]
XLD_2021: Tree = [
    "Tổng số đơn",
    ("Kỳ trước chuyển sang", _SIGNED_BY),
    ("Tiếp nhận trong kỳ", _SIGNED_BY),
    "Số đơn đã xử lý",
    ("Đủ điều kiện xử lý", ["Số đơn", "Số vụ việc"]),
    ("Phân loại đơn theo nội dung", ["Khiếu nại", "Tố cáo", "Kiến nghị, phản ánh"]),
    (
        "Phân loại đơn theo tình trạng giải quyết",
        [("Đã giải quyết", ["Lần đầu", "Nhiều lần"]), "Đang giải quyết", "Chưa giải quyết"],
    ),
    *_OUTCOME,
]
TITLES = {
    "01/TCD": "TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN THƯỜNG XUYÊN, ĐỊNH KỲ VÀ ĐỘT XUẤT",
    "01/XLD": "TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN",
}
UNITS = ("Xã Tân Hưng", "Xã Tân Lợi", "Xã Thuận Phú", "Thị trấn Tân Phú")
TCD_SUMS = {1: (4, 13, 22), 2: (5, 14, 23), 3: (6, 7, 15, 16, 24, 25)}
XLD_2024_SUMS = {18: (19, 20, 21), 14: (15, 16, 17), 6: (14, 18), 1: (2, 3)}
XLD_2021_SUMS = {22: (23, 24, 25), 18: (19, 20, 21), 9: (18, 22), 1: (2, 3, 4, 5, 6, 7)}


def numbered(form: str, tree: Tree, sums: Mapping[int, Sequence[int]] = {}, count: int = 4) -> Book:
    """A form with ``count`` communes of Đồng Phú and a total row above them that is their sum."""
    rows = [values(tree, row, sums) for row in range(count)]
    return Book(form, tree, [("Tổng số", added(rows)), *zip(UNITS, rows, strict=False)])


def leaves(tree: Tree) -> int:
    return sum(1 if isinstance(one, str) else leaves(one[1]) for one in tree)


def depth(tree: Tree) -> int:
    return max(1 if isinstance(one, str) else 1 + depth(one[1]) for one in tree)


def values(tree: Tree, row: int, sums: Mapping[int, Sequence[int]] = {}) -> list[float]:
    """Numbers that are all different where they can be: a column read for another shows."""
    found: list[float] = [100 * (row + 1) + 2 * number + row for number in range(1, leaves(tree) + 1)]
    for whole, parts in sums.items():
        found[whole - 1] = sum(found[part - 1] for part in parts)
    return found


def added(rows: Sequence[Sequence[float]]) -> list[float]:
    return [sum(column) for column in zip(*rows, strict=True)]


@dataclass
class Book:
    """What a sheet of a form is made of. ``gaps``: empty columns before these column numbers."""

    form: str
    tree: Tree
    rows: Sequence[tuple[str, Sequence[Any]]]
    title: str = ""
    head: Sequence[str] = ("UBND TỈNH BÌNH PHƯỚC", "UBND HUYỆN ĐỒNG PHÚ")
    period: str = "Số liệu tính từ ngày 15/12/2023 đến ngày 14/6/2024"
    code: str | None = None  # None: "Biểu số: …"
    numbers: Sequence[Any] | None = None  # None: 1, 2, 3 …; (): no such row
    unit_heading: str = "Đơn vị"
    position: bool = False  # a column STT
    merged: bool = True
    first_row: int = 1
    gaps: Sequence[int] = ()
    notes: Sequence[str] = ("Ghi chú: số liệu tổng hợp từ các đơn vị.",)
    signed: Sequence[str] = ("NGƯỜI LẬP BIỂU", "CHỦ TỊCH")
    sheet: str = "Sheet1"
    columns: dict[int, int] = field(default_factory=dict)  # number → column of the sheet, from 1


def write(book: Book, folder: Path, name: str = "bieu.xlsx", *, into: Workbook | None = None) -> Path:
    made = into or Workbook()
    sheet = made.create_sheet(book.sheet) if into else made.active
    assert sheet is not None
    sheet.title = book.sheet
    fill(sheet, book)
    path = folder / name
    made.save(path)
    return path


def fill(sheet: Worksheet, book: Book) -> None:
    first, top = (3 if book.position else 2), book.first_row
    at = first
    for number in range(1, leaves(book.tree) + 1):
        at += number in book.gaps
        book.columns[number] = at
        at += 1
    row = _title(sheet, book, top)
    row = _heading(sheet, book, row)
    for position, (name, numbers) in enumerate(book.rows, start=1):
        if book.position:
            sheet.cell(row, 1, position)
        sheet.cell(row, first - 1, name)
        for number, value in enumerate(numbers, start=1):
            sheet.cell(row, book.columns[number], value)
        row += 1
    for note in book.notes:
        sheet.cell(row, 1, note)
        row += 1
    for count, words in enumerate(book.signed):
        sheet.cell(row + 1, 1 + 4 * count, words)


def _title(sheet: Worksheet, book: Book, row: int) -> int:
    for words in book.head:
        sheet.cell(row, 1, words)
        row += 1
    last = max(book.columns.values())
    code = f"Biểu số: {book.form}" if book.code is None else book.code
    if code:
        sheet.cell(row, last - 1, code)
        row += 1
    for words in (book.title or TITLES[book.form], book.period):
        if words:
            sheet.cell(row, 1, words)
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
            row += 1
    return row + 1


def _heading(sheet: Worksheet, book: Book, row: int) -> int:
    rows = depth(book.tree)
    sides = ["STT"] * book.position + [book.unit_heading]
    for column, words in enumerate(sides, start=1):
        sheet.cell(row, column, words)
        if book.merged and rows > 1:
            sheet.merge_cells(start_row=row, end_row=row + rows - 1, start_column=column, end_column=column)
    _headings(sheet, book, book.tree, row, row + rows - 1, 1)
    row += rows
    numbers = range(1, leaves(book.tree) + 1) if book.numbers is None else book.numbers
    if numbers:
        sheet.cell(row, len(sides), "Ms")
        for number, words in enumerate(numbers, start=1):
            sheet.cell(row, book.columns[number], words)
        row += 1
    return row


def _headings(sheet: Worksheet, book: Book, tree: Tree, row: int, last: int, number: int) -> None:
    for one in tree:
        words, below = (one, []) if isinstance(one, str) else one
        count = leaves(below) or 1
        columns = book.columns[number], book.columns[number + count - 1]
        sheet.cell(row, columns[0], words)
        down = row if below else last
        if book.merged and (columns[0] != columns[1] or down != row):
            sheet.merge_cells(start_row=row, end_row=down, start_column=columns[0], end_column=columns[1])
        _headings(sheet, book, below, row + 1, last, number)
        number += count
