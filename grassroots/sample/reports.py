"""The files of one period: who sends a form, who a document, who both, and who sends a second version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from grassroots.forms import FormContent, make_form
from grassroots.periods import Period
from grassroots.sample import story
from grassroots.sample.chance import Chance
from grassroots.sample.documents import make_document
from grassroots.sample.facts import Facts, facts, first_version, revision
from grassroots.sample.reporting import units_of
from grassroots.units import Unit, fold

Kind = Literal["form", "narrative"]
_ENDING = {"form": "xlsx", "narrative": "docx"}
# Figures that an office now and then leaves empty: not reported, which is not zero.
_SKIPPED = (
    "mttq_phan_bien_hoi_nghi", "gsdt_vi_pham_phat_hien", "quy_uoc_sua_doi", "thanh_tra_cuoc",
    "kiem_diem_tap_the", "kiem_diem_ca_nhan", "bieu_quyet_ho_tham_gia", "doi_thoai_y_kien",
    "hoa_giai_vien", "don_ky_truoc",
    # and of what resolutions ask, more often: these columns are new to an office
    "tuyen_truyen_cuoc_thi", "tap_huan_cntt_nguoi", "tu_kiem_tra_don_vi", "quy_che_sua_doi",
    "lay_y_kien_tiep_thu", "bieu_quyet_truc_tuyen_noi_dung", "cong_khai_noi_dung", "trang_co_chuyen_muc",
    "kiem_tra_ke_hoach_don_vi", "tuyen_truyen_tin_bai",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SampleFile:
    """One report file to be written."""

    kind: Kind
    facts: Facts
    replaces: bool = False  # the second version of a report

    @property
    def name(self) -> str:
        """``26377_phuong_phuoc_tan_2026-m09.xlsx``: by name, a second version comes after the first."""
        unit = self.facts.unit
        spelt = fold(unit.full_name).replace(" ", "_")
        second = "_thay_the" if self.replaces else ""
        return f"{unit.code}_{spelt}_{self.facts.period.code}{second}.{_ENDING[self.kind]}"

    @property
    def values(self) -> dict[str, float]:
        """What a form is filled in with: a few cells are left empty."""
        chance = Chance("left empty", self.facts.unit.unit_key, self.facts.period.code)
        empty = chance.some(_SKIPPED, chance.between(0, 5))
        return {code: value for code, value in self.facts.values.items() if code not in empty}

    def make(self) -> bytes:
        """The bytes of the file."""
        if self.kind == "narrative":
            return make_document(self.facts)
        told = self.facts
        content = FormContent(
            superior=told.superior or None,
            number=told.number,
            issued_on=told.issued_on,
            first_day=told.first_day,
            last_day=told.last_day,
            values=self.values,
            courses=told.courses,
            awards=told.awards,
            scores=told.scores,
        )
        return make_form(told.unit, told.period, content=content, illustrative=True)


def files_of(period: Period) -> list[SampleFile]:
    """Every file of a period, by name."""
    silent = story.NOT_REPORTED.get(period.code, ())
    found = [
        file for unit in units_of(period) if unit.unit_key not in silent for file in _files(unit, period)
    ]
    return sorted(found, key=lambda file: file.name)


def _files(unit: Unit, period: Period) -> Iterator[SampleFile]:
    told = facts(unit, period)
    key = (unit.unit_key, period.code)
    beside = next((each for each in story.BESIDE if (each.unit_key, each.period) == key), None)
    if key in story.REVISED:
        yield SampleFile("form", first_version(told))
        yield SampleFile("form", revision(told), replaces=True)
    elif beside:
        other = {beside.differs: told.values[beside.differs] + 3} if beside.differs else {}
        yield SampleFile("form", replace(told, values=told.values | other))
        yield SampleFile("narrative", told)
    else:
        yield SampleFile(_kind(unit, period), told)


def _kind(unit: Unit, period: Period) -> Kind:
    key = (unit.unit_key, period.code)
    if key in story.KIND:
        return story.KIND[key]
    slips = {(slip.unit_key, slip.period) for slip in story.SLIPS}
    if not facts(unit, period).values["don_thu_ly"]:
        return "form"
    if key in slips or key in story.FALLEN or unit.unit_key in story.BEHIND:
        return "form"
    return "narrative" if Chance("kind", *key).happens(story.NARRATIVE) else "form"
