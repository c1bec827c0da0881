"""A form filled in and read back: what comes out is what went in, with its cell and its words."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from presence import skip_or_fail

from grassroots.forms import AwardEntry, Course, FormContent, Score, UnitScore, make_form
from grassroots.forms.catalogue import asked, indicators
from grassroots.forms.layout import layout
from grassroots.periods import Period
from grassroots.reading.form import read_form
from grassroots.reading.model import Award, Figure, Place, Reading, TrainingCourse
from grassroots.units import unit

TAN_LAP, DONG_PHU, DONG_NAI = "2020:25381", "2020:695", "2025-07:75"
TEN_MONTHS = Period(2024, "m10")
PROPERTY_SEEDS = range(6)

RoundTrip = Callable[..., Reading]
Typed = dict[str, dict[str, object]]  # sheet → cell → what somebody types


@pytest.fixture
def round_trip(tmp_path: Path) -> RoundTrip:
    """Make a form, type further cells into it, and read it back."""

    def through(
        content: FormContent | None = None,
        *,
        about: str = TAN_LAP,
        period: Period = TEN_MONTHS,
        illustrative: bool = False,
        typed: Typed | None = None,
    ) -> Reading:
        file = tmp_path / "form.xlsx"
        file.write_bytes(make_form(unit(about), period, content=content, illustrative=illustrative))
        if typed:
            book = load_workbook(file)
            for sheet, cells in typed.items():
                for cell, value in cells.items():
                    book[sheet][cell] = value
            book.save(file)
        return read_form(file)

    return through


def cell_of(indicator: str, level: str = "commune", column: str = "value") -> str:
    """The cell of an indicator, counted from the layout: headings, and a line above each subject."""
    table, row, subject = layout().figures, layout().figures.heading_row, ""
    for each in asked(layout(), level):
        row += 2 if each.subject != subject else 1
        subject = each.subject
        if each.code == indicator:
            return table.cell(column, row)
    raise KeyError(indicator)


def by_indicator(reading: Reading) -> dict[str, Figure]:
    return {figure.indicator: figure for figure in reading.figures}


def some_value(chance: random.Random, code: str) -> float:
    """A value such as the indicator can have: zero often, large counts, decimals where they may be."""
    indicator = indicators()[code]
    if chance.random() < 0.2:
        return 0.0
    if indicator.percent:
        return chance.choice([100.0, 0.5, round(chance.uniform(0, 100), 2)])
    whole = float(chance.choice([1, 7, 132, 7156, 1_234_567]))
    return whole if indicator.whole else whole + chance.choice([0, 0.5, 0.25])


@pytest.mark.parametrize("about", [TAN_LAP, DONG_PHU, DONG_NAI])
@pytest.mark.parametrize("seed", PROPERTY_SEEDS)
def test_every_indicator_comes_back_as_it_went_in(round_trip: RoundTrip, about: str, seed: int) -> None:
    chance, level = random.Random(f"{about} {seed}"), unit(about).level
    codes = [each.code for each in asked(layout(), level)]
    share = chance.choice([0.1, 0.6, 1.0])
    values = {code: some_value(chance, code) for code in codes if chance.random() < share}
    counted = {code: chance.choice(indicators()[code].units) for code in values}
    choices = {code: each for code, each in counted.items() if len(indicators()[code].units) > 1}
    content = FormContent(values=values, counted_units=choices)
    reading = round_trip(content, about=about, period=Period(2026 if about == DONG_NAI else 2024, "m09"))
    assert {figure.indicator: figure.value for figure in reading.figures} == values
    assert {figure.indicator: figure.counted_unit for figure in reading.figures} == counted
    for figure in reading.figures:
        assert figure.place == Place(sheet="Số liệu", cell=cell_of(figure.indicator, level))
        assert figure.quote == f"{indicators()[figure.indicator].name}: {figure.token}"
        assert (figure.confidence, figure.read_by, figure.part) == (1.0, "form", None)


def test_zero_is_read_and_empty_is_not(round_trip: RoundTrip) -> None:
    figures = by_indicator(round_trip(FormContent(values={"vi_pham": 0, "don_qua_han": None})))
    assert list(figures) == ["vi_pham"]
    assert (figures["vi_pham"].value, figures["vi_pham"].token) == (0.0, "0")


def test_an_empty_form_has_particulars_and_nothing_else(round_trip: RoundTrip) -> None:
    reading = round_trip()
    assert (reading.figures, reading.training_courses, reading.awards, reading.scores) == ((), (), (), ())
    assert (reading.source_kind, reading.format) == ("form", "xlsx")
    found = reading.particulars
    assert (found.unit_key, found.period, found.number, found.issued_on) == (TAN_LAP, TEN_MONTHS, None, None)
    assert (found.issuer, found.superior) == ("UBND xã Tân Lập", "UBND huyện Đồng Phú")
    assert (found.first_day, found.last_day) == (date(2024, 1, 1), date(2024, 10, 31))
    assert (found.scope, found.illustrative) == ("whole_area", False)


def test_particulars_come_back_with_the_cells_they_stand_in(round_trip: RoundTrip) -> None:
    content = FormContent(
        issuer="Phòng Nội vụ huyện Đồng Phú",
        superior="Sở Nội vụ tỉnh Bình Phước",
        number="213/BC-UBND",
        issued_on=date(2024, 11, 15),
        scope="own_agency",
        regime="inspectorate",
        last_day=date(2024, 10, 20),
    )
    found = round_trip(content, about=DONG_PHU, illustrative=True).particulars
    assert (found.issuer, found.superior) == (content.issuer, content.superior)
    assert (found.number, found.issued_on) == ("213/BC-UBND", date(2024, 11, 15))
    assert (found.scope, found.illustrative) == ("own_agency", True)
    assert (found.first_day, found.last_day) == (date(2023, 12, 15), date(2024, 10, 20))
    assert found.evidence["number"].quote == "Số, ký hiệu báo cáo: 213/BC-UBND"
    assert found.evidence["issued_on"].quote == "Ngày ký: 15/11/2024"
    assert found.evidence["issued_on"].place == Place(sheet="Thông tin", cell="C12")
    assert found.evidence["unit_key"].quote.startswith("Đơn vị hành chính: huyện Đồng Phú")


def test_courses_come_back(round_trip: RoundTrip) -> None:
    courses = (
        Course("Luật Thực hiện dân chủ ở cơ sở", date(2024, 3, 5), 1.5, 70, "Trưởng ấp"),
        Course("Kỹ năng hòa giải"),
    )
    assert round_trip(FormContent(courses=courses)).training_courses == (
        TrainingCourse(
            topic="Luật Thực hiện dân chủ ở cơ sở",
            held_on=date(2024, 3, 5),
            days=1.5,
            participants=70,
            audience="Trưởng ấp",
            quote="Nội dung, chuyên đề: Luật Thực hiện dân chủ ở cơ sở; Ngày tổ chức: 5/3/2024; "
            "Số ngày: 1,5; Số người dự: 70; Đối tượng: Trưởng ấp",
            place=Place(sheet="Tập huấn", cell="B6:F6"),
        ),
        TrainingCourse(
            topic="Kỹ năng hòa giải",
            held_on=None,
            days=None,
            participants=None,
            audience=None,
            quote="Nội dung, chuyên đề: Kỹ năng hòa giải",
            place=Place(sheet="Tập huấn", cell="B7:F7"),
        ),
    )


def test_models_and_commendations_come_back(round_trip: RoundTrip) -> None:
    entries = (
        AwardEntry("model", "Ngày không giấy", "Ấp 3", "replicated", "province", None, "Chính quyền"),
        AwardEntry("locality", "Ấp 4", None, "commended", "district", "Giấy khen"),
        AwardEntry("collective", "Hội Nông dân xã"),
    )
    awards = round_trip(FormContent(awards=entries)).awards
    assert [(a.kind, a.name, a.holder, a.stage, a.level, a.form, a.subject_field) for a in awards] == [
        (e.kind, e.name, e.holder, e.stage, e.level, e.form, e.subject_field) for e in entries
    ]
    assert isinstance(awards[0], Award)
    assert awards[0].place == Place(sheet="Mô hình, khen thưởng", cell="B6:H6")
    assert "Giai đoạn: Được nhân rộng; Cấp công nhận: Cấp tỉnh" in awards[0].quote


def test_more_entries_than_the_form_has_rows_are_all_there(round_trip: RoundTrip) -> None:
    courses = tuple(Course(f"Lớp {i}", participants=i) for i in range(45))
    assert [each.participants for each in round_trip(FormContent(courses=courses)).training_courses] == [
        *range(45)
    ]


SCORES = (
    Score("dich_vu_cong", 10, 10.5),
    Score("dan_giam_sat", 15),
    Score("cong_khai", 18),
    Score("thai_do", 14.5),
    Score("tiep_dan_don", 20),
    Score("thu_hoi_dat", applicable=False),
)


def test_points_add_up_to_the_total_of_what_applies(round_trip: RoundTrip) -> None:
    """10 + 15 + 18 + 14,5 + 20 = 77,5 of 10,5 + 15 + 20 + 15 + 20 = 80,5."""
    reading = round_trip(FormContent(scores=SCORES))
    assert [(s.criterion, s.points, s.maximum) for s in reading.scores] == [
        ("dich_vu_cong", 10, 10.5),
        ("dan_giam_sat", 15, 15),
        ("cong_khai", 18, 20),
        ("thai_do", 14.5, 15),
        ("tiep_dan_don", 20, 20),
        ("thu_hoi_dat", None, 0),
    ]
    points, maximum = reading.figures
    assert (points.indicator, points.value, points.token) == ("cqtt_diem", 77.5, "77,5")
    assert points.quote == "Cộng, Điểm đạt: 10 + 15 + 18 + 14,5 + 20 = 77,5"
    assert points.place == Place(sheet="Chấm điểm", cell="G7:G12")
    assert (maximum.indicator, maximum.value, maximum.read_by) == ("cqtt_diem_toi_da", 80.5, "form_sum")


def test_a_total_that_was_typed_beats_the_sum(round_trip: RoundTrip) -> None:
    figures = by_indicator(round_trip(FormContent(scores=SCORES, values={"cqtt_diem": 76})))
    assert (figures["cqtt_diem"].value, figures["cqtt_diem"].read_by) == (76, "form")
    assert (figures["cqtt_diem_toi_da"].value, figures["cqtt_diem_toi_da"].read_by) == (80.5, "form_sum")


def test_a_sheet_scored_in_part_has_no_total(round_trip: RoundTrip) -> None:
    reading = round_trip(FormContent(scores=SCORES[:3]))
    assert reading.figures == ()
    assert [each.points for each in reading.scores] == [10, 15, 18, None, None, None]


def test_a_district_gives_the_scores_of_its_communes(round_trip: RoundTrip) -> None:
    content = FormContent(values={"vi_pham": 0}, unit_scores=(UnitScore(TAN_LAP, 77.5, 80.5),))
    total, points, maximum = round_trip(content, about=DONG_PHU).figures
    assert total.part is None
    assert (points.indicator, points.value, points.part, points.part_kind) == (
        *("cqtt_diem", 77.5),
        *("xã Tân Lập", "place"),
    )
    assert (maximum.indicator, maximum.value, maximum.part) == ("cqtt_diem_toi_da", 80.5, "xã Tân Lập")
    assert points.quote == "xã Tân Lập: Điểm đạt 77,5"


@pytest.mark.parametrize(
    ("indicator", "typed", "value"),
    [
        ("don_tiep_nhan", "7.156", 7156),
        ("don_tiep_nhan", "1.234.567", 1_234_567),
        ("don_tiep_nhan", "7 156", 7156),
        ("don_tiep_nhan", "7\u202f156", 7156),
        ("don_tiep_nhan", "06", 6),
        ("don_tiep_nhan", " 132 ", 132),
        ("don_tiep_nhan", 132.0, 132),
        ("don_tiep_nhan", "132,0", 132),
        ("cqtt_diem", "77,5", 77.5),
        ("cqtt_diem", "77.5", 77.5),
        ("cqtt_diem", 77.5, 77.5),
        ("hai_long_ty_le", "92,5 %", 92.5),
        ("hai_long_ty_le", 0.5, 0.5),  # half a per cent, in a cell without a % sign
    ],
)
def test_numbers_are_read_as_vietnam_writes_them(
    round_trip: RoundTrip, indicator: str, typed: object, value: float
) -> None:
    figure = by_indicator(round_trip(typed={"Số liệu": {cell_of(indicator): typed}}))[indicator]
    assert figure.value == value
    if isinstance(typed, str):
        assert figure.token == typed.strip()


def test_a_share_that_excel_keeps_as_a_fraction_is_read_as_shown(tmp_path: Path) -> None:
    file = tmp_path / "form.xlsx"
    file.write_bytes(make_form(unit(TAN_LAP), TEN_MONTHS))
    book = load_workbook(file)
    cell = book["Số liệu"][cell_of("hai_long_ty_le")]
    cell.value, cell.number_format = 0.925, "0.0%"
    book.save(file)
    (figure,) = read_form(file).figures
    assert (figure.value, figure.token) == (92.5, "92,5%")


@pytest.mark.parametrize("typed", ["15/11/2024", "15-11-2024", "ngày 15 tháng 11 năm 2024", "2024-11-15"])
def test_dates_typed_as_words_are_read(round_trip: RoundTrip, typed: str) -> None:
    assert round_trip(typed={"Thông tin": {"C12": typed}}).particulars.issued_on == date(2024, 11, 15)


def test_a_note_is_kept_with_the_words_of_its_figure(round_trip: RoundTrip) -> None:
    content = FormContent(values={"don_qua_han": 4}, notes={"don_qua_han": "chờ đo đạc lại"})
    (figure,) = round_trip(content).figures
    assert figure.quote == "Đơn quá hạn: 4 (Ghi chú: chờ đo đạc lại)"


@pytest.mark.slow
def test_a_copy_saved_by_another_office_program_reads_the_same(tmp_path: Path) -> None:
    """LibreOffice computes the formulas, so days, totals and a sum typed into a cell come as values."""
    office = shutil.which("soffice")
    if not office:
        skip_or_fail("LibreOffice isn't installed")
    content = FormContent(
        number="213/BC-UBND",
        regime="inspectorate",
        values={"don_thu_ly": 142, "vi_pham": 0, "hai_long_ty_le": 92.5, "cqtt_xa_dang_ky": 1},
        counted_units={"kn_tiep_nhan": "vụ việc"},
        courses=(Course("Hòa giải", date(2024, 3, 5), 0.5, 30),),
        awards=(AwardEntry("model", "Ngày không giấy", stage="recognised"),),
        scores=SCORES,
    )
    made = tmp_path / "form.xlsx"
    made.write_bytes(make_form(unit(TAN_LAP), TEN_MONTHS, content=content, illustrative=True))
    book = load_workbook(made)
    book["Số liệu"][cell_of("don_da_giai_quyet")] = "=100+32"
    book.save(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "saved"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    saved, direct = read_form(out / "form.xlsx"), read_form(made)
    assert by_indicator(saved)["don_da_giai_quyet"].value == 132
    assert [each for each in saved.figures if each.indicator != "don_da_giai_quyet"] == list(direct.figures)
    assert saved.particulars.first_day == date(2023, 12, 15)
    assert saved.particulars.evidence["first_day"].quote == "Từ ngày: 15/12/2023"
    assert (saved.training_courses, saved.awards, saved.scores) == (
        *(direct.training_courses, direct.awards),
        direct.scores,
    )
