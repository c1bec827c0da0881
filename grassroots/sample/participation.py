"""What resolutions ask to be watched, of one unit and period: plans carried out, conferences, votes, portals.

Each count is a part of another that the unit reports, so that shares are what an office could say.
"""

from __future__ import annotations

from grassroots.periods import Period
from grassroots.sample.chance import Chance
from grassroots.sample.reporting import months_of
from grassroots.sample.sizes import size
from grassroots.units import Unit

Values = dict[str, float]
# A part of another count of the report: (the other, likelihood of each)
_OF = {
    "doi_thoai_y_kien_giai_quyet": ("doi_thoai_y_kien", 0.9),
    "lay_y_kien_tiep_thu": ("lay_y_kien_gop_y", 0.35),
    "vi_pham_da_xu_ly": ("vi_pham", 0.8),
    "gsdt_vi_pham_da_xu_ly": ("gsdt_vi_pham_kien_nghi", 0.7),
}
_PORTALS = 0.82  # share of communes with a portal
_ONLINE = 0.3  # share of communes that offer an online vote


def participation_values(unit: Unit, period: Period, values: Values) -> Values:
    """The counts beside ``values``, what the unit reports otherwise; the same months give the same counts."""
    found: Values = {"gsdt_vi_pham_kien_nghi": values["gsdt_vi_pham_phat_hien"]}
    known = values | found
    for code, (other, likelihood) in _OF.items():
        found[code] = Chance(code, unit.unit_key, period.year).part(int(known[other]), likelihood)
    found |= (
        _boards(unit, period) | _plan(unit, period) | _staff(unit, period) | _households(unit, period, known)
    )
    return found | _asked(unit, period, known) | _digital(unit, known) | _communication(unit, period)


def _done(whole: int, unit: Unit, period: Period, word: str, by_year_end: float) -> int:
    """How many of ``whole`` are done so far: each at its month of the year, most before it is over."""
    last = months_of(unit, period)[-1]
    chances = (Chance(word, unit.unit_key, period.year, each) for each in range(whole))
    return sum(chance.happens(by_year_end) and chance.between(2, 12) <= last for chance in chances)


def _plan(unit: Unit, period: Period) -> Values:
    """The year's inspection plan, and how far it has been carried out."""
    planned = 3 + Chance("plan", unit.unit_key, period.year).number(3 * size(unit))
    return {
        "kiem_tra_ke_hoach": int(not Chance("no plan", unit.unit_key, period.year).happens(0.05)),
        "kiem_tra_ke_hoach_don_vi": planned,
        "kiem_tra_don_vi": _done(planned, unit, period, "inspected", 0.95),
        "tu_kiem_tra_don_vi": _done(planned, unit, period, "self", 0.7),
    }


def _boards(unit: Unit, period: Period) -> Values:
    chance = Chance("boards", unit.unit_key, period.year)
    return {
        "ttnd_ban_co_ke_hoach": int(chance.happens(0.93)),
        "gsdt_ban_co_ke_hoach": int(chance.happens(0.88)),
        "ttnd_gsdt_tap_huan_nguoi": _done(chance.between(4, 14), unit, period, "members", 0.8),
    }


def _staff(unit: Unit, period: Period) -> Values:
    """Staff conferences early in the year, their check after six months, assessments at its end."""
    bodies = 4 + Chance("bodies", unit.unit_key).number(3 * size(unit))
    months = months_of(unit, period)
    held = bodies if months[-1] >= 6 else _done(bodies, unit, period, "conference", 1)
    held = max(0, held - Chance("not held", unit.unit_key, period.year).happens(0.12))
    checked = Chance("checked", unit.unit_key, period.year).part(held, 0.9) if months[-1] >= 7 else 0
    assessed = bodies if months[-1] == 12 else 0
    counted = Chance("assessed", unit.unit_key, period.year).part(assessed, 0.9)
    return {
        "hoi_nghi_cbccvc_don_vi": held,
        "hoi_nghi_cbccvc_phai_to_chuc": bodies,
        "hoi_nghi_kiem_tra_6_thang": checked,
        "quy_che_sua_doi": _done(3, unit, period, "rules", 0.5),
        **({"danh_gia_don_vi": assessed, "danh_gia_xet_dan_chu": counted} if assessed else {}),
    }


def _households(unit: Unit, period: Period, known: Values) -> Values:
    """Votes of households: entitled, in favour, and online where the unit offers it."""
    matters, voted = int(known["bieu_quyet_noi_dung"]), int(known["bieu_quyet_ho_tham_gia"])
    chance = Chance("households", unit.unit_key, period.year)
    villages = 6 + Chance("villages", unit.unit_key).number(5 * size(unit))
    offered = Chance("offers online", unit.unit_key).happens(_ONLINE)
    online = Chance("online", unit.unit_key, period.year).part(matters, 0.4) if offered else 0
    each = Chance("voted online", unit.unit_key, period.year)
    return {
        "bieu_quyet_ho_tong": round(voted / chance.around(0.82, 0.97)),
        "bieu_quyet_ho_dong_y": round(voted * chance.around(0.86, 0.99)),
        "bieu_quyet_truc_tuyen_noi_dung": online,
        "bieu_quyet_truc_tuyen_ho": sum(each.between(20, 85) for _ in range(online)),
        "bieu_quyet_truc_tuyen_thon": min(online, villages),
        "thon_tong": villages,
    }


def _asked(unit: Unit, period: Period, known: Values) -> Values:
    """Slips sent out in consultations and returned; what had to be published and was."""
    chance = Chance("asked", unit.unit_key, period.year)
    sent = returned = 0
    for _ in range(int(known["lay_y_kien_cuoc"])):  # each by itself: what was counted by June stays counted
        slips = chance.between(80, 240)
        sent += slips
        returned += round(slips * chance.around(0.72, 0.98))
    months = len(months_of(unit, period))
    to_publish = sum(
        Chance("publish", unit.unit_key, period.year, month).between(1, 4) for month in range(months)
    )
    return {
        "lay_y_kien_phieu_gui": sent,
        "lay_y_kien_phieu_tra_loi": returned,
        "cong_khai_phai_noi_dung": to_publish,
        "cong_khai_noi_dung": Chance("published", unit.unit_key, period.year).part(to_publish, 0.97),
    }


def _digital(unit: Unit, known: Values) -> Values:
    chance = Chance("portal", unit.unit_key)
    online = int(known["dich_vu_cong_ho_so"])
    portal = chance.happens(_PORTALS)
    received = round(online / chance.around(0.55, 0.95))
    settled = round(received * chance.around(0.94, 0.995))
    return {
        "trang_ttdt_xa": int(portal),
        "trang_co_chuyen_muc": int(portal and chance.happens(0.6)),
        "tthc_ho_so": received,
        "tthc_giai_quyet": settled,
        "tthc_dung_han": round(settled * chance.around(0.95, 1)),
    }


def _communication(unit: Unit, period: Period) -> Values:
    months = months_of(unit, period)
    chances = [Chance("news", unit.unit_key, period.year, month) for month in months]
    return {
        "tuyen_truyen_tin_bai": sum(chance.number(2.2 * size(unit)) for chance in chances),
        "tuyen_truyen_cuoc_thi": sum(chance.happens(0.06) for chance in chances),
        "tap_huan_cntt_nguoi": _done(24, unit, period, "it", 0.8),
    }


def reform_index(unit: Unit, period: Period) -> Values:
    """The administrative-reform index and the democracy score, known once the year is over."""
    if period.months != 12:
        return {}
    chance = Chance("reform", unit.unit_key, period.year)
    return {
        "cchc_diem": round(chance.around(78, 96), 1),
        "cchc_diem_toi_da": 100,
        "dccs_diem": round(chance.around(76, 97), 1),
        "dccs_diem_toi_da": 100,
    }
