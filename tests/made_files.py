"""Real report files, as small as they come: filled forms and plain text."""

from __future__ import annotations

from pathlib import Path

from grassroots.forms import FormContent, make_form
from grassroots.periods import Period
from grassroots.units import unit

TAN_HUNG, TAN_PHUOC = "2020:25375", "2020:25372"

NARRATIVE = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG PHÚ
Số: {number}/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Phú, ngày 15 tháng 11 năm 2024
BÁO CÁO
Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024
Trong 10 tháng năm 2024, UBND huyện tiếp nhận {received} đơn.
"""


def form(
    path: Path, values: dict[str, float], *, unit_key: str = TAN_HUNG, period: str = "2024-year"
) -> Path:
    """A filled form."""
    content = FormContent(values=values)
    path.write_bytes(make_form(unit(unit_key), Period.parse(period), content=content))
    return path


def narrative(path: Path, *, number: int = 213, received: int = 142) -> Path:
    path.write_text(NARRATIVE.format(number=number, received=received), encoding="utf-8")
    return path
