"""The one true report beside the sample: the published figures of Đồng Phú district for ten months of 2024.

From the district's own report on a year of Resolution 40/NQ-HĐND of 20/12/2023 (measures that guarantee
grassroots democracy); the report has no number and no day of signing. Scores of three communes are theirs,
not the district's total.
"""

from __future__ import annotations

from grassroots import units
from grassroots.forms import FormContent, UnitScore, make_form
from grassroots.periods import Period

_DISTRICT = "2020:695"
_PERIOD = Period.parse("2024-m10")
_SCORED = ("2020:25375", "2020:25387", "2020:25381")  # Tân Hưng, Thuận Phú, Tân Lập
_SOURCE = "Báo cáo tháng 11/2024 của UBND huyện về thực hiện Nghị quyết 40/NQ-HĐND ngày 20/12/2023"
_VALUES = {
    "tcd_vu_viec": 126, "tcd_nguoi": 128, "tcd_thuong_xuyen_vu_viec": 69, "tcd_thuong_xuyen_nguoi": 70,
    "tcd_lanh_dao_vu_viec": 57, "tcd_lanh_dao_nguoi": 58, "don_thu_ly": 142, "don_da_giai_quyet": 132,
    "don_dang_giai_quyet": 10, "don_trong_han": 6, "don_qua_han": 4, "cqtt_xa_dang_ky": 3,
    "ttnd_ty_le_don_vi_thanh_lap": 100, "kiem_tra_phong_ban": 5, "kiem_tra_don_vi_cap_xa": 4, "vi_pham": 0,
}  # fmt: skip


def published_name() -> str:
    return "dong_phu_2024_that.xlsx"


def make_published() -> bytes:
    """The form of the district, filled in with what was published; not illustrative."""
    content = FormContent(
        issuer="UBND huyện Đồng Phú",
        superior="UBND tỉnh Bình Phước",
        values=_VALUES,
        notes={"tcd_vu_viec": _SOURCE},
        unit_scores=tuple(UnitScore(key, 77.5, 80.5) for key in _SCORED),
    )
    return make_form(units.unit(_DISTRICT), _PERIOD, content=content)
