"""Rows: totals checked and not added up, groups within groups, bodies, numbers as people type them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_books import TCD_2024, TCD_SUMS, Book, added, numbered, values, write
from openpyxl import load_workbook

from grassroots.periods import Period
from grassroots.reading import read_file
from grassroots.reading.model import FormIssue, Reading

TCD = numbered("01/TCD", TCD_2024, TCD_SUMS)
ROWS = [values(TCD_2024, row, TCD_SUMS) for row in range(6)]
HEAD = ("UBND TỈNH BÌNH PHƯỚC", "THANH TRA TỈNH")


def read(rows: Sequence[tuple[str, Sequence[Any]]], folder: Path, **changed: Any) -> Reading:
    return read_file(write(replace(TCD, rows=rows, columns={}, **changed), folder))


def visits(found: Reading) -> list[tuple[str | None, str | None, float]]:
    return [(each.part, each.part_kind, each.value) for each in found.figures if each.indicator == "tcd_luot"]


def of(*rows: int) -> list[float]:
    return added([ROWS[row] for row in rows])


def totals(found: Reading) -> list[FormIssue]:
    return [issue for issue in found.form_issues if issue.rule == "form_rows_total"]


def test_groups_within_groups(tmp_path: Path) -> None:
    rows = [
        ("I. Các sở, ngành", of(0, 1)),
        ("1. Sở Tài nguyên và Môi trường", ROWS[0]),
        ("2. Thanh tra tỉnh", ROWS[1]),
        ("II. Các huyện, thị xã", of(2, 3, 4, 5)),
        ("1. Huyện Đồng Phú", of(2, 3)),
        ("1.1. Xã Tân Hưng", ROWS[2]),
        ("1.2 Xã Tân Lợi", ROWS[3]),
        ("2. TX. Phước Long", ROWS[4]),
        ("3. UBND thành phố Đồng Xoài", ROWS[5]),
        ("TỔNG CỘNG (I+II)", of(0, 1, 2, 3, 4, 5)),
    ]
    found = read(rows, tmp_path, head=HEAD)
    assert [(part, kind) for part, kind, _ in visits(found)] == [
        ("Các sở, ngành", "other"),
        ("Sở Tài nguyên và Môi trường", "body"),
        ("Thanh tra tỉnh", "body"),
        ("Các huyện, thị xã", "other"),
        ("Huyện Đồng Phú", "place"),
        ("Xã Tân Hưng, Huyện Đồng Phú", "place"),
        ("Xã Tân Lợi, Huyện Đồng Phú", "place"),
        ("TX. Phước Long", "place"),
        ("UBND thành phố Đồng Xoài", "place"),
        (None, None),
    ]
    assert not found.form_issues


def test_sections_with_their_own_totals(tmp_path: Path) -> None:
    rows = [
        ("KHỐI SỞ, NGÀNH", []),
        ("Sở Y tế", ROWS[0]),
        ("Ban Tiếp công dân tỉnh", ROWS[1]),
        ("Cộng", of(0, 1)),
        ("CẤP HUYỆN", []),
        ("H. Đồng Phú", ROWS[2]),
        ("Bù Gia Mập", ROWS[3]),
        ("Cộng", of(2, 3)),
        ("Tổng số:", of(0, 1, 2, 3)),
    ]
    found = read(rows, tmp_path, head=HEAD)
    assert [part for part, *_ in visits(found)] == [
        "Sở Y tế",
        "Ban Tiếp công dân tỉnh",
        "Cộng: KHỐI SỞ, NGÀNH",
        "H. Đồng Phú",
        "Bù Gia Mập",
        "Cộng: CẤP HUYỆN",
        None,
    ]
    assert not found.form_issues


@pytest.mark.parametrize("first", [True, False])
def test_a_total_that_is_not_the_sum_is_said(first: bool, tmp_path: Path) -> None:
    wrong = of(0, 1, 2)
    wrong[9] += 5  # column 10
    units = [("Xã Tân Hưng", ROWS[0]), ("Xã Tân Lợi", ROWS[1]), ("UBND huyện Đồng Phú", ROWS[2])]
    rows = [("Cộng", wrong), *units] if first else [*units, ("Cộng", wrong)]
    found = read(rows, tmp_path)
    (issue,) = found.form_issues
    assert (issue.rule, issue.expected, issue.found) == ("form_rows_total", wrong[9], wrong[9] - 5)
    assert issue.details["column"].endswith("Số vụ việc tiếp lần đầu (10)")
    assert issue.places[0].cell == issue.details["cell"] == f"K{12 if first else 15}"
    assert sum(part is None for part, *_ in visits(found)) == 1


def test_the_only_row_is_the_reports_own(tmp_path: Path) -> None:
    found = read([("UBND huyện Đồng Phú", ROWS[0])], tmp_path)
    assert visits(found) == [(None, None, ROWS[0][0])]
    assert found.particulars.scope is None  # whole district or its own office: the review asks


def test_without_a_total_row_nothing_is_added_up(tmp_path: Path) -> None:
    found = read([("Xã Tân Hưng", ROWS[0]), ("Xã Tân Lợi", ROWS[1])], tmp_path)
    assert [part for part, *_ in visits(found)] == ["Xã Tân Hưng", "Xã Tân Lợi"]


def test_empty_rows_notes_and_signatures_are_no_rows(tmp_path: Path) -> None:
    rows = [("Xã Tân Hưng", ROWS[0]), ("", []), ("Xã Tân Lợi", [])]
    notes = ("Ghi chú: xã Tân Lợi chưa gửi số liệu", "Đồng Phú, ngày 20 tháng 6 năm 2024")
    found = read(rows, tmp_path, notes=notes, signed=("NGƯỜI LẬP BIỂU", "TM. UBND HUYỆN"))
    assert len(visits(found)) == 1 and found.particulars.issued_on == date(2024, 6, 20)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.234", 1234), ("1,234", 1234), ("1 234", 1234), (" 7 ", 7), ("7*", 7), ("-", 0), (0, 0), ("7,0", 7),
     ("…", None), ("x", None), ("", None), (None, None)],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: Any, value: float | None, tmp_path: Path) -> None:
    rows = [("Xã Tân Hưng", [typed, *ROWS[0][1:]]), ("Xã Tân Lợi", ROWS[1])]
    found = [given for part, _, given in visits(read(rows, tmp_path)) if part == "Xã Tân Hưng"]
    assert found == ([] if value is None else [value])


def test_money_and_land_may_have_decimals(tmp_path: Path) -> None:
    tree = [
        "Tổng số quyết định phải thực hiện trong kỳ",
        "Số quyết định đã thực hiện xong",
        *(
            (group, [(one, ["Tiền (Trđ)", "Đất (m2)"]) for one in within])
            for group, within in (("Thu hồi cho nhà nước", ("Phải thu", "Đã thu")),)
        ),
        (
            "Trả lại cho tổ chức, cá nhân",
            [
                (done, [(who, ["Tiền (Trđ)", "Đất (m2)"]) for who in ("Tổ chức", "Cá nhân")])
                for done in ("Phải trả", "Đã trả")
            ],
        ),
        ("Đã xử lý hành chính", ["Tổng số người bị xử lý", "Trong đó số cán bộ, công chức, viên chức"]),
        ("Đã khởi tố", ["Số vụ", "Số người", "Trong đó số cán bộ, công chức, viên chức"]),
    ]
    given = [3, 2, "1.234,5", 80.25, "12,5", 0, *[None] * 8, 4, 1, 0, 0, 0]
    title = "TỔNG HỢP KẾT QUẢ THI HÀNH QUYẾT ĐỊNH GIẢI QUYẾT KHIẾU NẠI"
    book = Book("02/KQGQ", tree, [("Huyện Đồng Phú", given)], title=title)
    found = {each.column: each.value for each in read_file(write(book, tmp_path)).cells}
    assert found == {1: 3, 2: 2, 3: 1234.5, 4: 80.25, 5: 12.5, 6: 0, 15: 4, 16: 1, 17: 0, 18: 0, 19: 0}


@pytest.mark.parametrize(
    ("words", "period", "first", "last"),
    [
        ("(Số liệu tính từ 15/12/2023 - 14/06/2024)", "2024-m06", (2023, 12, 15), (2024, 6, 14)),
        ("Từ ngày 15 tháng 12 năm 2022 đến ngày 14 tháng 12 năm 2023", "2023-year",
         (2022, 12, 15), (2023, 12, 14)),
        ("Số liệu từ ngày 16/12/2023 đến ngày 15/6/2024", "2024-m06", (2023, 12, 16), (2024, 6, 15)),
        ("Số liệu từ ngày 01/01/2024 đến ngày 30/9/2024", "2024-m09", (2024, 1, 1), (2024, 9, 30)),
        ("Kỳ báo cáo: quý I năm 2024", "2024-q1", (2023, 12, 15), (2024, 3, 14)),
        ("(Kèm theo Báo cáo số 12/BC-TTr ngày 15/6/2024 của Thanh tra tỉnh Bình Phước) 6 tháng đầu năm 2024",
         "2024-m06", (2023, 12, 15), (2024, 6, 14)),
    ],
)  # fmt: skip
def test_periods_as_offices_write_them(
    words: str, period: str, first: tuple[int, int, int], last: tuple[int, int, int], tmp_path: Path
) -> None:
    said = read([("Tổng số", ROWS[0])], tmp_path, period=words).particulars
    assert said.period == Period.parse(period)
    assert (said.first_day, said.last_day) == (date(*first), date(*last))


def test_the_report_that_a_form_goes_with(tmp_path: Path) -> None:
    words = "(Kèm theo Báo cáo số 12/BC-TTr ngày 15/6/2024 của Thanh tra tỉnh Bình Phước)"
    head = ("THANH TRA TỈNH", words)
    said = read([("Tổng số", ROWS[0])], tmp_path, head=head).particulars
    assert (said.number, said.issued_on) == ("12/BC-TTr", date(2024, 6, 15))
    assert said.issuer == "Thanh tra tỉnh Bình Phước" and said.period == Period(2024, "m06")


@pytest.mark.parametrize(
    ("head", "issuer", "superior"),
    [
        (("ỦY BAN NHÂN DÂN", "HUYỆN ĐỒNG PHÚ"), "ỦY BAN NHÂN DÂN HUYỆN ĐỒNG PHÚ", None),
        (("UBND TỈNH BÌNH PHƯỚC\nTHANH TRA TỈNH",), "THANH TRA TỈNH", "UBND TỈNH BÌNH PHƯỚC"),
        (("Đơn vị báo cáo: UBND huyện Đồng Phú", "Đơn vị tính: lượt"), "UBND huyện Đồng Phú", None),
    ],
)
def test_issuers_as_offices_write_them(
    head: tuple[str, ...], issuer: str, superior: str | None, tmp_path: Path
) -> None:
    said = read([("Tổng số", ROWS[0])], tmp_path, head=head).particulars
    assert (said.issuer, said.superior) == (issuer, superior)


Edit = Callable[[Any], None]


def test_numbers_below_the_signatures_are_not_read(tmp_path: Path) -> None:
    path = write(replace(TCD, columns={}), tmp_path)
    before = read_file(path)
    workbook = load_workbook(path)
    workbook.active.cell(40, 2, 12345)  # type: ignore[union-attr]
    workbook.active.cell(40, 1, "Chủ tịch")  # type: ignore[union-attr]
    workbook.save(path)
    assert read_file(path).figures == before.figures
