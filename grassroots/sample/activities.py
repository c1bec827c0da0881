"""The other figures of one unit and period: lists counted, communication, boards, mediation, consultation."""

from __future__ import annotations

from grassroots.forms.content import AwardEntry, Course
from grassroots.periods import Period
from grassroots.sample.chance import Chance
from grassroots.sample.reporting import months_of
from grassroots.sample.sizes import size
from grassroots.units import Unit

Values = dict[str, float]
# Counts that grow month by month: what an ordinary unit has in a year. Some grow with the unit's size.
_A_YEAR = {
    "tuyen_truyen_cuoc": 26, "doi_thoai_cuoc": 2.4, "lay_y_kien_cuoc": 4.5, "bieu_quyet_noi_dung": 5.5,
    "ttnd_cuoc_giam_sat": 6.5, "gsdt_cuoc_giam_sat": 7, "mttq_giam_sat_cuoc": 3.4,
    "mttq_phan_bien_hoi_nghi": 0.9, "hoa_giai_vu_viec": 17, "quy_uoc_sua_doi": 0.6, "thanh_tra_cuoc": 0.3,
}  # fmt: skip
# What comes with each of another: (the other, fewest, most of each)
_WITH_EACH = {
    "tuyen_truyen_luot_nguoi": ("tuyen_truyen_cuoc", 35, 110),
    "doi_thoai_nguoi": ("doi_thoai_cuoc", 45, 130),
    "doi_thoai_y_kien": ("doi_thoai_cuoc", 4, 16),
    "lay_y_kien_gop_y": ("lay_y_kien_cuoc", 12, 70),
    "bieu_quyet_ho_tham_gia": ("bieu_quyet_noi_dung", 90, 320),
}
# What some of another turn out to be: (the other, likelihood)
_OF = {
    "hoa_giai_thanh": ("hoa_giai_vu_viec", 0.84),
    "ttnd_vu_viec_kien_nghi": ("ttnd_cuoc_giam_sat", 0.5),
    "ttnd_kien_nghi_da_giai_quyet": ("ttnd_vu_viec_kien_nghi", 0.88),
    "gsdt_vi_pham_phat_hien": ("gsdt_cuoc_giam_sat", 0.06),
}


def activity_values(unit: Unit, period: Period) -> Values:
    values: Values = {code: _grown(unit, period, code, mean) for code, mean in _A_YEAR.items()}
    for code, (other, low, high) in _WITH_EACH.items():
        chance = Chance(code, unit.unit_key, period.year)
        values[code] = sum(chance.between(low, high) for _ in range(int(values[other])))
    for code, (other, likelihood) in _OF.items():
        values[code] = Chance(code, unit.unit_key, period.year).part(int(values[other]), likelihood)
    values["hoa_giai_khong_thanh"] = values["hoa_giai_vu_viec"] - values["hoa_giai_thanh"]
    values["dich_vu_cong_ho_so"] = _files(unit, period)
    return values | _standing(unit) | _violations(unit, period) | _vote(unit, period)


def _grown(unit: Unit, period: Period, code: str, a_year: float) -> int:
    mean = a_year * size(unit) / 12
    return sum(
        Chance(code, unit.unit_key, period.year, month).number(mean) for month in months_of(unit, period)
    )


def _files(unit: Unit, period: Period) -> int:
    growth = 1 + 0.25 * (period.year - 2023)
    return sum(
        Chance("files", unit.unit_key, period.year, month).number(190 * growth * size(unit))
        for month in months_of(unit, period)
    )


def _standing(unit: Unit) -> Values:
    """Stocks that hardly change: boards, mediation teams and their people."""
    chance = Chance("standing", unit.unit_key)
    teams = 3 + chance.number(7 * size(unit))
    return {
        "ttnd_ban": 1,
        "ttnd_thanh_vien": chance.pick((7, 9, 9, 11, 11)),
        "gsdt_ban": 1,
        "hoa_giai_to": teams,
        "hoa_giai_vien": sum(chance.between(5, 8) for _ in range(teams)),
    }


def _violations(unit: Unit, period: Period) -> Values:
    months = months_of(unit, period)
    found = sum(Chance("violations", unit.unit_key, period.year, month).number(0.005) for month in months)
    return {"vi_pham": found, "kiem_diem_tap_the": 0, "kiem_diem_ca_nhan": found}


def _vote(unit: Unit, period: Period) -> Values:
    """One consultation of voters a year, in the fourth month after the first one reported on."""
    chance = Chance("vote", unit.unit_key, period.year)
    if len(months_of(unit, period)) < 5 or chance.happens(0.3):
        return {}
    entitled = round(1900 * size(unit) * chance.around(0.8, 1.25))
    took_part = round(entitled * chance.around(0.86, 0.985))
    in_favour = round(took_part * chance.around(0.9, 0.995))
    return {
        "cu_tri_tong": entitled,
        "cu_tri_tham_gia": took_part,
        "cu_tri_dong_y": in_favour,
        "cu_tri_khong_dong_y": took_part - in_favour,
    }


def satisfaction(unit: Unit, period: Period) -> Values:
    """Share of citizens satisfied, asked in units that run a survey, not in the first quarter."""
    chance = Chance("satisfied", unit.unit_key, period.code)
    if period.name == "q1" or Chance("survey", unit.unit_key).happens(0.25):
        return {}
    return {"hai_long_ty_le": round(chance.around(86, 99.2), 1)}


def list_values(courses: tuple[Course, ...], entries: tuple[AwardEntry, ...]) -> Values:
    """Counts of the lists: the totals say what the lines say."""
    stages = [entry.stage for entry in entries if entry.kind == "model"]
    kinds = [entry.kind for entry in entries]
    return {
        "tap_huan_lop": len(courses),
        "tap_huan_nguoi": sum(course.participants or 0 for course in courses),
        "tap_huan_ngay": sum(course.days or 0 for course in courses),
        "mo_hinh_dang_ky": len(stages),
        "mo_hinh_cong_nhan": sum(stage != "registered" for stage in stages),
        "mo_hinh_hieu_qua": sum(stage in ("effective", "replicated") for stage in stages),
        "mo_hinh_nhan_rong": stages.count("replicated"),
        "khen_thuong_tap_the": kinds.count("collective"),
        "khen_thuong_ca_nhan": kinds.count("individual"),
    }
