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


def _figures(rows: list[list[str]], folder: Path, *before: str) -> tuple[Figure, ...]:
    document = docx.Document()
    document.add_paragraph("BÁO CÁO")
    document.add_paragraph("Kết quả tiếp công dân năm 2024")
    for text in before:
        document.add_paragraph(text)
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


def test_a_row_with_nothing_but_a_name_ends_no_table(tmp_path: Path) -> None:
    silent = [*ROWS[:3], ["2", "Xã Tân Hưng", "", "", ""], ["3", "Xã Tân Lợi", "9", "2", "2"], ROWS[3]]
    one_name = [[*row[1:]] for row in silent]
    found = [(f.indicator, f.value) for f in _figures(one_name, tmp_path) if f.part == "Xã Tân Lợi"]
    assert found == [("tcd_luot", 9), ("don_tiep_nhan", 2), ("don_da_giai_quyet", 2)]


def test_an_annex_tells_results_again_after_the_tasks_to_come(tmp_path: Path) -> None:
    tasks = ("IV. Phương hướng, nhiệm vụ thời gian tới", "Phấn đấu giải quyết 90% đơn.")
    assert _figures(ROWS, tmp_path, *tasks) == ()
    annex = _figures(ROWS, tmp_path, *tasks, "Phụ lục I", "Tiếp công dân, đơn thư")
    assert len(annex) == 6
    assert _figures(ROWS, tmp_path, *tasks, "Phụ lục I", "Kế hoạch tiếp công dân năm 2025") == ()


def test_a_column_called_as_in_the_catalogue_counts_just_that(tmp_path: Path) -> None:
    rows = [
        ["Đơn vị", "Vi phạm pháp luật về thực hiện dân chủ (vụ)", "Tỷ lệ giải quyết đơn (%)", "Đã xác nhận"],
        ["Phường An Lộc", "0", "91,3\u202f%", "119"],
    ]
    found = [(f.indicator, f.value, f.counted_unit, f.part) for f in _figures(rows, tmp_path)]
    assert found == [
        ("vi_pham", 0, "vụ", "Phường An Lộc"),
        ("ty_le_giai_quyet", 91.3, "%", "Phường An Lộc"),
    ]
