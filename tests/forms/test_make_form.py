"""What the workbook looks like to the person who gets it."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from grassroots.forms import FormContent, Score, UnitScore, make_form
from grassroots.forms.layout import layout
from grassroots.indicators import indicators
from grassroots.periods import Period
from grassroots.units import Unit, communes_of, unit

FIGURES = layout().figures
COMPUTED = {
    *("ty_le_giai_quyet", "ty_le_tcd_dinh_ky", "hoa_giai_ty_le_thanh", "cu_tri_ty_le_dong_y"),
    *("doi_thoai_ty_le_giai_quyet", "kiem_tra_ty_le_ke_hoach", "vi_pham_ty_le_xu_ly"),
    *("ttnd_ty_le_co_ke_hoach", "gsdt_ty_le_co_ke_hoach", "hoi_nghi_cbccvc_ty_le", "hoi_nghi_ty_le_kiem_tra"),
    *("danh_gia_ty_le_xet_dan_chu", "lay_y_kien_ty_le_tra_loi", "lay_y_kien_ty_le_tiep_thu"),
    *("bieu_quyet_ty_le_tham_gia", "bieu_quyet_ty_le_dong_y", "cong_khai_ty_le", "dan_tin_dang_cu_ty_le"),
    *("dich_vu_cong_ty_le", "tthc_ty_le_dung_han"),
}


def book_of(about: Unit, period: Period, **options: object) -> Workbook:
    return load_workbook(io.BytesIO(make_form(about, period, **options)))  # type: ignore[arg-type]


def rows_of(sheet: Worksheet) -> dict[str, int]:
    """The row of each indicator code in column B."""
    first = FIGURES.heading_row + 1
    return {sheet.cell(r, 2).value: r for r in range(first, sheet.max_row + 1) if sheet.cell(r, 2).value}


@pytest.fixture(scope="module")
def empty() -> Workbook:
    return book_of(unit("2020:25381"), Period(2024, "m10"))


def test_the_same_form_is_the_same_bytes(tan_lap: Unit, ten_months: Period) -> None:
    content = FormContent(values={"vi_pham": 0})
    first, second = (make_form(tan_lap, ten_months, content=content) for _ in range(2))
    assert first == second
    assert first != make_form(tan_lap, ten_months)
    book = load_workbook(io.BytesIO(first))
    assert (book.properties.created, book.properties.modified) == (datetime(2000, 1, 1),) * 2
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_sheets_stand_in_order(empty: Workbook) -> None:
    assert empty.sheetnames == [
        *("Thông tin", "Số liệu", "Tập huấn", "Mô hình, khen thưởng"),
        *("Kiểm tra", "Lấy ý kiến", "Biểu quyết", "Đối thoại", "Chấm điểm"),
    ]


def test_a_district_gets_the_scores_of_its_communes(dong_phu: Unit, ten_months: Period) -> None:
    book = book_of(dong_phu, ten_months)
    assert book.sheetnames[-1] == "Điểm các xã"
    sheet = book["Điểm các xã"]
    keys = [sheet.cell(row, 2).value for row in range(6, sheet.max_row + 1)]
    assert keys == [each.unit_key for each in communes_of("2020:695")]
    assert len(keys) == 11
    assert sheet["C6"].value == "thị trấn Tân Phú"  # the district itself isn't repeated


def test_every_indicator_is_asked_but_what_can_be_computed_or_makes_no_sense(empty: Workbook) -> None:
    asked = set(rows_of(empty["Số liệu"]))
    assert asked <= set(indicators())
    left_out = set(indicators()) - asked
    assert left_out == COMPUTED | {
        "ttnd_ty_le_kien_nghi_giai_quyet",
        "tap_huan_so_xa",
        "kiem_tra_don_vi_cap_xa",
    }
    assert "hai_long_ty_le" in asked  # a ratio that nothing in the form gives


def test_a_district_is_asked_about_its_communes_and_not_for_a_score(
    dong_phu: Unit, ten_months: Period
) -> None:
    asked = set(rows_of(book_of(dong_phu, ten_months)["Số liệu"]))
    assert {"tap_huan_so_xa", "kiem_tra_don_vi_cap_xa"} <= asked
    assert not {"cqtt_diem", "cqtt_diem_toi_da"} & asked


def test_names_are_the_catalogues_and_each_has_a_note(empty: Workbook) -> None:
    sheet = empty["Số liệu"]
    for code, row in rows_of(sheet).items():
        assert sheet.cell(row, 3).value == indicators()[code].name_vi
        note = sheet.cell(row, 3).comment
        assert note is not None, code
        assert len(note.text) > 60, code  # more than how to leave it empty
        assert "chưa báo cáo" in note.text


def test_only_inputs_can_be_typed_into(empty: Workbook) -> None:
    sheet = empty["Số liệu"]
    rows = rows_of(sheet)
    row = rows["don_qua_han"]
    assert sheet.protection.sheet
    assert [sheet.cell(row, column).protection.locked for column in range(1, 7)] == [
        *(True, True, True, True),
        *(False, False),
    ]
    assert not sheet.cell(rows["kn_tiep_nhan"], 4).protection.locked  # đơn or vụ việc: a choice
    assert all(each.protection.sheet for each in empty.worksheets)
    particulars = empty["Thông tin"]
    fields = layout().fields
    locked = {code for code, field in fields.items() if particulars[f"C{field.row}"].protection.locked}
    assert locked == {"unit", "period", "illustrative"}


def test_what_may_be_typed_is_checked_cell_by_cell(empty: Workbook) -> None:
    sheet = empty["Số liệu"]
    rows = rows_of(sheet)

    def rule(column: str, code: str) -> tuple[str, str]:
        cell = f"{column}{rows[code]}"
        found = [each for each in sheet.data_validations.dataValidation if cell in each.sqref]
        assert len(found) == 1, cell
        assert found[0].error
        return found[0].type, found[0].formula2 or found[0].formula1

    assert rule("E", "don_qua_han") == ("whole", "0")
    assert rule("E", "cqtt_diem") == ("decimal", "0")
    assert rule("E", "hai_long_ty_le") == ("decimal", "100")
    assert rule("D", "tc_tiep_nhan") == ("list", '"đơn,vụ việc"')
    assert all(
        any(f"E{row}" in v.sqref for v in sheet.data_validations.dataValidation) for row in rows.values()
    )


def test_it_prints_on_a4_with_headings_on_every_page(empty: Workbook) -> None:
    for sheet in empty.worksheets:
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.freeze_panes
    assert empty["Số liệu"].print_title_rows == "$5:$5"


def test_the_illustrative_mark_is_on_every_sheet_or_on_none(tan_lap: Unit, ten_months: Period) -> None:
    def marked(sheet: Worksheet) -> bool:
        rows = sheet.iter_rows(min_row=1, max_row=5, values_only=True)
        return any(str(value).startswith("SỐ LIỆU MINH HỌA ·") for row in rows for value in row)

    assert all(map(marked, book_of(tan_lap, ten_months, illustrative=True).worksheets))
    assert not any(map(marked, book_of(tan_lap, ten_months).worksheets))


def test_the_days_follow_the_regime_chosen(empty: Workbook) -> None:
    sheet, fields = empty["Thông tin"], layout().fields
    first, last = (sheet[f"C{fields[code].row}"].value for code in ("first_day", "last_day"))
    assert first == '=IF($C$14="Chế độ thanh tra",DATE(2023,12,15),DATE(2024,1,1))'
    assert last == '=IF($C$14="Chế độ thanh tra",DATE(2024,10,14),DATE(2024,10,31))'


def test_words_never_become_a_formula(tan_lap: Unit, ten_months: Period) -> None:
    content = FormContent(notes={"vi_pham": "=HYPERLINK(1)"})
    sheet = book_of(tan_lap, ten_months, content=content)["Số liệu"]
    cell = sheet.cell(rows_of(sheet)["vi_pham"], 6)
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (FormContent(values={"tap_huan_so_xa": 3}), "tap_huan_so_xa"),
        (FormContent(values={"ty_le_giai_quyet": 93}), "ty_le_giai_quyet"),
        (FormContent(scores=(Score("xa_la", 5),)), "xa_la"),
    ],
)
def test_content_without_a_cell_is_refused(
    tan_lap: Unit, ten_months: Period, content: FormContent, named: str
) -> None:
    with pytest.raises(ValueError, match=named):
        make_form(tan_lap, ten_months, content=content)


def test_a_score_of_somebody_elses_commune_is_refused(dong_phu: Unit, ten_months: Period) -> None:
    content = FormContent(unit_scores=(UnitScore("2020:00001", 1, 2),))
    with pytest.raises(ValueError, match="2020:00001"):
        make_form(dong_phu, ten_months, content=content)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024-m10", "10 tháng năm 2024"),
        ("2026-q1", "quý I năm 2026"),
        ("2025-year", "năm 2025"),
        ("2024-x03", "tháng 3 năm 2024"),
        ("2025-y5", "5 năm, đến hết năm 2025"),
        ("2024-h2", "6 tháng cuối năm 2024"),
    ],
)
def test_periods_are_called_as_in_reports(period: str, words: str) -> None:
    assert layout().period_words(Period.parse(period)) == words


def test_a_province_is_nobodys_subordinate() -> None:
    sheet = book_of(unit("2025-07:75"), Period(2026, "m09"))["Thông tin"]
    fields = layout().fields
    assert sheet[f"C{fields['issuer'].row}"].value == "UBND tỉnh Đồng Nai"
    assert sheet[f"C{fields['superior'].row}"].value is None


def test_days_that_differ_are_written_as_they_are(tan_lap: Unit, ten_months: Period) -> None:
    content = FormContent(last_day=date(2024, 11, 5))
    sheet = book_of(tan_lap, ten_months, content=content)["Thông tin"]
    assert sheet[f"C{layout().fields['last_day'].row}"].value.date() == date(2024, 11, 5)
