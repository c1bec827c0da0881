"""Forms that can't be taken as they are: each place that needs mending is named, and none is guessed."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from grassroots.forms import make_form
from grassroots.forms.layout import HIDDEN_KEYS, layout
from grassroots.periods import Period
from grassroots.reading import read_file
from grassroots.reading.form import read_form
from grassroots.reading.model import UnreadableReport
from grassroots.text import t
from grassroots.units import unit

Typed = dict[str, dict[str, object]]  # sheet → cell → what somebody types
Form = Callable[[Typed], Path]

FIGURES = "Số liệu"
RECEPTION, SCORE, SHARE, COMPLAINTS_UNIT = "E7", "E101", "E107", "D42"  # cells, checked by the first test
KEY_ROWS = layout().hidden_rows


@pytest.fixture(scope="module")
def empty() -> bytes:
    return make_form(unit("2020:25381"), Period(2024, "m10"))


@pytest.fixture
def form(tmp_path: Path, empty: bytes) -> Form:
    """A commune's form of 10 months of 2024 with cells overwritten."""

    def typed_into(cells: Typed) -> Path:
        file = tmp_path / "form.xlsx"
        file.write_bytes(empty)
        if not cells:
            return file
        book = load_workbook(file)
        for sheet, typed in cells.items():
            for cell, value in typed.items():
                book[sheet][cell] = value
        book.save(file)
        return file

    return typed_into


def problem_of(file: Path) -> UnreadableReport:
    with pytest.raises(UnreadableReport) as caught:
        read_form(file)
    return caught.value


def test_the_cells_of_these_tests_are_the_ones_meant(form: Form) -> None:
    sheet = load_workbook(form({}))[FIGURES]
    codes = [sheet[f"B{cell[1:]}"].value for cell in (RECEPTION, SCORE, SHARE, COMPLAINTS_UNIT)]
    assert codes == ["tcd_luot", "cqtt_diem", "hai_long_ty_le", "kn_tiep_nhan"]


@pytest.mark.parametrize(
    ("sheet", "cell", "typed", "code"),
    [
        (FIGURES, RECEPTION, "mười hai", "not_a_number"),
        (FIGURES, RECEPTION, "không phát sinh", "not_a_number"),
        (FIGURES, RECEPTION, "12 lượt", "not_a_number"),
        (FIGURES, RECEPTION, "132/142", "not_a_number"),
        (FIGURES, RECEPTION, "1.23", "not_whole"),
        (FIGURES, RECEPTION, "7,156", "not_whole"),
        (FIGURES, RECEPTION, 12.5, "not_whole"),
        (FIGURES, RECEPTION, -3, "negative"),
        (FIGURES, RECEPTION, "−3", "negative"),
        (FIGURES, RECEPTION, True, "not_a_number"),
        (FIGURES, RECEPTION, date(2024, 1, 12), "not_a_number"),
        (FIGURES, SCORE, "bảy mươi", "not_a_number"),
        (FIGURES, SHARE, 120, "above_hundred"),
        (FIGURES, "B7", "tcd_khac", "unknown_indicator"),
        (FIGURES, "A5", "Thứ tự", "columns_changed"),
        ("Thông tin", "C12", "31/2/2024", "not_a_date"),
        ("Thông tin", "C12", "hôm qua", "not_a_date"),
        ("Thông tin", "C12", "15/11/24", "not_a_date"),
        ("Thông tin", "C13", "Cả huyện", "not_in_list"),
        ("Thông tin", "C14", "Âm lịch", "not_in_list"),
        ("Thông tin", "C16", date(2023, 12, 31), "days_reversed"),
        ("Thông tin", "C16", date(2025, 10, 31), "day_outside_period"),
        ("Thông tin", "C7", "xã Tân Hòa, huyện Đồng Phú, tỉnh Bình Phước", "unit_changed"),
        ("Thông tin", "C8", "9 tháng năm 2024", "period_changed"),
        ("Tập huấn", "C6", "tháng ba", "not_a_date"),
        ("Tập huấn", "E6", "đông", "not_a_number"),
        ("Mô hình, khen thưởng", "B6", "Đơn vị", "not_in_list"),
        ("Chấm điểm", "E7", "Chưa rõ", "not_in_list"),
        ("Chấm điểm", "G7", 20.5, "above_maximum"),
        ("Chấm điểm", "F7", 25, "above_maximum"),
        ("Chấm điểm", "B7", "khac", "unknown_criterion"),
    ],
)
def test_a_wrong_cell_is_named(form: Form, sheet: str, cell: str, typed: object, code: str) -> None:
    problem = problem_of(form({sheet: {cell: typed}}))
    problems = problem.details.get("problems", [problem])
    assert (f"form_problem.{code}", f"{sheet}!{cell}") in [(each.code, each.place) for each in problems]


def test_a_value_needs_the_unit_it_is_counted_in(form: Form) -> None:
    problem = problem_of(form({FIGURES: {COMPLAINTS_UNIT: None, f"E{COMPLAINTS_UNIT[1:]}": 5}}))
    assert (problem.code, problem.place) == ("form_problem.not_in_list", f"{FIGURES}!{COMPLAINTS_UNIT}")
    assert problem.details["allowed"] == "đơn · vụ việc"


def test_an_indicator_in_two_rows_is_refused(form: Form) -> None:
    problem = problem_of(form({FIGURES: {"B8": "tcd_luot", "E7": 1, "E8": 2}}))
    assert (problem.code, problem.place) == ("form_problem.indicator_twice", f"{FIGURES}!B8")


def test_a_number_beside_no_indicator_is_refused(form: Form) -> None:
    problem = problem_of(form({FIGURES: {"E6": 7}}))  # the line that names a subject
    assert (problem.code, problem.place) == ("form_problem.no_indicator", f"{FIGURES}!E6")


@pytest.mark.parametrize(
    ("sheet", "typed", "missing"),
    [
        ("Tập huấn", {"E6": 30}, "B6"),
        ("Mô hình, khen thưởng", {"C6": "Ngày không giấy", "E6": "Đăng ký"}, "B6"),
        ("Mô hình, khen thưởng", {"B6": "Tập thể"}, "C6"),
        ("Mô hình, khen thưởng", {"B6": "Mô hình", "C6": "Ngày không giấy"}, "E6"),
    ],
)
def test_a_row_without_its_main_words_is_refused(
    form: Form, sheet: str, typed: dict[str, object], missing: str
) -> None:
    problem = problem_of(form({sheet: typed}))
    assert (problem.code, problem.place) == ("form_problem.words_missing", f"{sheet}!{missing}")


def test_points_where_nothing_applies_are_refused(form: Form) -> None:
    problem = problem_of(form({"Chấm điểm": {"E7": "Không", "G7": 5}}))
    assert (problem.code, problem.place) == ("form_problem.scored_not_applicable", "Chấm điểm!G7")


def test_half_a_score_of_a_commune_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "district.xlsx"
    file.write_bytes(make_form(unit("2020:695"), Period(2024, "year")))
    book = load_workbook(file)
    book["Điểm các xã"]["D8"] = 77.5
    book.save(file)
    problem = problem_of(file)
    assert (problem.code, problem.place) == ("form_problem.words_missing", "Điểm các xã!E8")


def test_all_problems_come_at_once_and_print_as_a_list(form: Form) -> None:
    wrong: Typed = {FIGURES: {f"E{row}": "nhiều" for row in range(7, 19)}, "Tập huấn": {"C6": "hôm nọ"}}
    problem = problem_of(form(wrong))
    assert problem.code == "form_problem.cells"
    places = [each.place for each in problem.details["problems"]]  # type: ignore[attr-defined]
    assert places == [f"{FIGURES}!E{row}" for row in range(7, 19)] + ["Tập huấn!B6", "Tập huấn!C6"]
    vietnamese, english = (t(problem.code, language, **problem.details) for language in ("vi", "en"))
    assert vietnamese.startswith("Biểu có 14 chỗ cần sửa:\n- Số liệu!E7: Cần ghi số nhưng đang là “nhiều”.")
    assert vietnamese.endswith("- … và 4 chỗ khác")
    assert english.startswith("14 places in the form need mending:\n- Số liệu!E7: A number is needed here")
    assert vietnamese.count("\n- ") == english.count("\n- ") == 11


def test_problems_travel_between_processes(form: Form) -> None:
    problem = problem_of(form({FIGURES: {"E7": "x", "E8": "y"}}))
    there = pickle.loads(pickle.dumps(problem))
    assert t(there.code, "vi", **there.details) == t(problem.code, "vi", **problem.details)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_problem_has_its_words(form: Form, language: str) -> None:
    one = problem_of(form({FIGURES: {RECEPTION: "mười hai"}}))
    sentence = t(one.code, language, **one.details)  # type: ignore[arg-type]
    assert "mười hai" in sentence
    assert "{" not in sentence


def drop_key(form: Form, key: str, value: object = None) -> Path:
    return form({"Thông tin": {f"C{KEY_ROWS[key]}": value}})


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("unit_key", None, "unit_unknown"),
        ("unit_key", "2020:99999", "unit_unknown"),
        ("unit_key", "Tân Lập", "unit_unknown"),
        ("period_code", None, "period_missing"),
        ("period_code", "2024-m13", "period_unknown"),
        ("form_version", "99", "version_unknown"),
        ("form_version", None, "version_unknown"),
    ],
)
def test_without_unit_period_or_version_nothing_is_read(
    form: Form, key: str, value: object, code: str
) -> None:
    assert key in HIDDEN_KEYS
    problem = problem_of(drop_key(form, key, value))
    assert problem.code == f"form_problem.{code}"
    assert str(problem.place).startswith("Thông tin")


@pytest.mark.parametrize("sheet", ["Thông tin", "Số liệu", "Tập huấn", "Chấm điểm"])
def test_a_missing_sheet_is_named(form: Form, sheet: str) -> None:
    file = form({})
    book = load_workbook(file)
    del book[sheet]
    book.save(file)
    problem = problem_of(file)
    assert (problem.code, problem.place) == ("form_problem.sheet_missing", sheet)


def test_somebody_elses_workbook_is_told_what_is_accepted(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Phụ lục"
    book.active["A1"] = "STT"
    book.save(tmp_path / "other.xlsx")
    problem = problem_of(tmp_path / "other.xlsx")
    assert problem.code == "form_problem.not_the_form"
    assert ".docx" in t(problem.code, "vi", **problem.details)


def test_a_text_file_named_like_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "report.xlsx"
    file.write_text("BÁO CÁO\nTiếp 126 vụ việc", encoding="utf-8")
    assert problem_of(file).code == "form_problem.not_a_workbook"
    with pytest.raises(UnreadableReport, match="not_a_workbook"):
        read_file(file)


def test_files_that_cannot_be_opened(tmp_path: Path, form: Form) -> None:
    whole = form({}).read_bytes()
    for name, content, code in (
        ("empty.xlsx", b"", "empty_file"),
        ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "form_problem.old_or_locked"),
        ("torn.xlsx", whole[: len(whole) // 2], "damaged_file"),
        ("zip.xlsx", b"PK\x03\x04" + bytes(100), "damaged_file"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        assert problem_of(file).code == code, name


def test_a_word_document_named_like_a_workbook(tmp_path: Path) -> None:
    from docx import Document

    document = tmp_path / "report.docx"
    Document().save(str(document))
    shutil.copy(document, tmp_path / "report.xlsx")
    assert problem_of(tmp_path / "report.xlsx").code == "damaged_file"
