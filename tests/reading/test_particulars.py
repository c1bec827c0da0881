"""What a report says of itself, from the layout and from words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from grassroots.reading import read_file
from grassroots.reading.model import Particulars
from grassroots.reading.period_words import spoken_periods

HEAD = """UBND TỈNH BÌNH PHƯỚC
SỞ NỘI VỤ
Số: 213/BC-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Phước, ngày 05 tháng 7 năm 2023
BÁO CÁO
Kết quả thực hiện dân chủ ở cơ sở 6 tháng đầu năm 2023 trên địa bàn tỉnh
"""


def _particulars(text: str, folder: Path) -> Particulars:
    (folder / "report.txt").write_text(text, encoding="utf-8")
    return read_file(folder / "report.txt").particulars


def test_head_of_a_department(tmp_path: Path) -> None:
    found = _particulars(HEAD, tmp_path)
    assert found.issuer == "Sở Nội vụ"
    assert found.superior == "UBND tỉnh Bình Phước"
    assert found.number == "213/BC-SNV"
    assert found.issued_on == date(2023, 7, 5)
    assert found.period is not None and found.period.code == "2023-m06"
    assert (found.first_day, found.last_day) == (date(2023, 1, 1), date(2023, 6, 30))
    assert found.scope == "whole_area"
    assert found.evidence["period"].quote == "6 tháng đầu năm 2023"
    assert found.evidence["number"].quote == "Số: 213/BC-SNV"


def test_head_of_a_commune_with_its_district(tmp_path: Path) -> None:
    text = (
        "UBND HUYỆN ĐỒNG PHÚ\nUBND XÃ TÂN HƯNG\nSố: 15/BC-UBND\nTân Hưng, ngày 10 tháng 12 năm 2024\n"
        "BÁO CÁO\nKết quả thực hiện quy chế dân chủ năm 2024\nNội dung."
    )
    found = _particulars(text, tmp_path)
    assert (found.issuer, found.superior) == ("UBND xã Tân Hưng", "UBND huyện Đồng Phú")
    assert found.period is not None and found.period.code == "2024-year"


def test_inspectorate_days_name_the_period(tmp_path: Path) -> None:
    text = "BÁO CÁO\nCông tác tiếp công dân\nSố liệu từ ngày 15/12/2022 đến ngày 14/6/2023."
    found = _particulars(text, tmp_path)
    assert found.period is not None and found.period.code == "2023-m06"
    assert (found.first_day, found.last_day) == (date(2022, 12, 15), date(2023, 6, 14))


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("trong 10 tháng", "m10", None),
        ("6 tháng đầu năm 2023", "m06", 2023),
        ("quý iii/2023", "q3", 2023),
        ("quý i năm 2026", "q1", 2026),
        ("năm 2024", "year", 2024),
        ("tháng 9/2025", "x09", 2025),
        ("chín tháng năm 2025", "m09", 2025),
        ("6 tháng cuối năm 2025", "h2", 2025),
        ("5 năm (2019-2024)", "y5", 2024),
    ],
)
def test_spoken_periods(text: str, name: str, year: int | None) -> None:
    first = next(iter(spoken_periods(text)))
    assert (first.name, first.year) == (name, year)


def test_a_period_for_comparison_is_not_the_reports_own(tmp_path: Path) -> None:
    text = "BÁO CÁO\nKết quả 9 tháng năm 2024\nTiếp 12 lượt, so với cùng kỳ năm 2023 giảm 3 lượt."
    found = _particulars(text, tmp_path)
    assert found.period is not None and found.period.code == "2024-m09"


def test_nothing_is_guessed_from_nothing(tmp_path: Path) -> None:
    found = _particulars("Một đoạn văn bình thường.", tmp_path)
    assert (found.issuer, found.number, found.issued_on, found.period, found.scope) == (None,) * 5
