"""Population files: what is read, and each fault with its line."""

from __future__ import annotations

import pytest

from grassroots.population import Inhabitants, UnusablePopulation, read
from grassroots.population_words import refused_lines

HEAD = "Mã đơn vị;Thời kỳ;Năm;Dân số;Nguồn\n"
GOOD = HEAD + "25363;2025-07;2025;61.234;NGTK 2025\n25387;2025-07;2025;40 100;NGTK 2025\n"


def faults(text: str) -> list[tuple[str, int]]:
    with pytest.raises(UnusablePopulation) as refused:
        read(text.encode())
    return [(fault.code, fault.line) for fault in refused.value.faults]


def test_numbers_as_people_write_them() -> None:
    assert read(GOOD.encode("utf-8-sig")) == (
        Inhabitants("2025-07:25363", 2025, 61_234, "NGTK 2025", 2),
        Inhabitants("2025-07:25387", 2025, 40_100, "NGTK 2025", 3),
    )
    assert read(GOOD.replace(";", "\t").encode("utf-16"))[0].persons == 61_234


def test_a_name_stands_for_a_code_and_old_vintages_are_told_apart() -> None:
    rows = read(
        "name,vintage,year,population,source\nxã Đồng Phú tỉnh Đồng Nai,2025-07,2025,61234,x\n".encode()
    )
    assert rows[0].unit_key == "2025-07:25363"
    # the same code was Thuận Phú before
    assert read((HEAD + "25387;2020;2023;9000;x\n").encode())[0].unit_key == "2020:25387"


def test_a_spreadsheet_s_lost_zeros_are_put_back() -> None:
    assert read((HEAD + "4;2025-07;2025;9000;x\n").encode())[0].unit_key == "2025-07:00004"


def test_each_fault_is_named_with_its_line() -> None:
    text = HEAD + (
        "25363;2025-07;hai lăm;61234;x\n25363;2025-07;2025;61,5;x\n25363;2025-07;2025;61234;\n"
        "99999;2025-07;2025;1;x\n25363;2099;2025;1;x\n25387;2025-07;2025;5;x\n25387;2025-07;2025;6;x\n"
    )
    assert faults(text) == [
        ("bad_year", 2), ("bad_number", 3), ("no_source", 4), ("unknown_code", 5), ("bad_vintage", 6),
        ("twice", 8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (HEAD, "no_rows"),
        ("Mã đơn vị;Năm;Nguồn\n1;2025;x\n", "no_persons_column"),
        ("Năm;Dân số;Nguồn\n2025;1;x\n", "no_code_column"),
        ("name,year,population,source\nTân Lập,2025,9,x\n", "ambiguous_name"),
        ("mã;tên;năm;dân số;nguồn\n25363;Thuận Lợi;2025;9;x\n", "other_name"),
    ],
)
def test_what_is_no_population_file(text: str, code: str) -> None:
    assert [found for found, _ in faults(text)] == [code]


def test_bytes_of_another_kind() -> None:
    for content, code in (
        (b"PK\x03\x04\xff\xff", "not_utf8"),
        ("Mã;Năm".encode("cp1258", "replace"), "not_utf8"),
    ):
        with pytest.raises(UnusablePopulation) as refused:
            read(content)
        assert refused.value.faults[0].code == code


def test_many_faults_are_counted() -> None:
    with pytest.raises(UnusablePopulation) as refused:
        read((HEAD + "x;2025-07;2025;1;x\n" * 50).encode())
    lines = refused_lines(refused.value, "dan_so.csv", "vi")
    assert lines[:2] == [
        "Không nạp tệp dan_so.csv, chưa có gì thay đổi:",
        "dòng 2: không có đơn vị mã x trong thời kỳ 2025-07",
    ]
    assert len(lines) == 22 and lines[-1] == "và 30 dòng khác"
