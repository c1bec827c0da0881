"""Tables of figures in Word documents."""

from __future__ import annotations

from pathlib import Path

import docx

from grassroots.reading import read_file
from grassroots.reading.model import Figure

ROWS = [
    ["STT", "Đơn vị", "Số lượt tiếp công dân", "Số đơn tiếp nhận", "Số đơn đã giải quyết"],
    ["1", "2", "3", "4", "5"],
    ["1", "Xã Tân Lập", "12", "1.004", "3"],
    ["", "Tổng cộng", "21", "1.006", "5"],
]


def _figures(rows: list[list[str]], folder: Path) -> tuple[Figure, ...]:
    document = docx.Document()
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Kết quả tiếp công dân năm 2024")
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(folder / "table.docx"))
    return read_file(folder / "table.docx").figures


def test_a_row_is_of_its_first_cell_and_the_total_of_the_report(tmp_path: Path) -> None:
    found = [(f.indicator, f.value, f.part, f.part_kind) for f in _figures(ROWS, tmp_path)]
    assert found == [
        ("tcd_luot", 12, "Xã Tân Lập", "place"),
        ("don_tiep_nhan", 1004, "Xã Tân Lập", "place"),
        ("don_da_giai_quyet", 3, "Xã Tân Lập", "place"),
        ("tcd_luot", 21, None, None),
        ("don_tiep_nhan", 1006, None, None),
        ("don_da_giai_quyet", 5, None, None),
    ]


def test_a_table_of_other_things_gives_nothing(tmp_path: Path) -> None:
    rows = [["Tiêu chí", "Điểm chuẩn", "Kết quả"], ["Đường giao thông", "10", "9"], ["Điện", "5", "5"]]
    assert _figures(rows, tmp_path) == ()
