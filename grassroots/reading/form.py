"""Read a filled form back: the workbook that ``grassroots.forms.make_form`` made for a unit and a period."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from grassroots.forms.cells import Problems, is_empty, written
from grassroots.forms.layout import MARKER, Layout, layout, versions
from grassroots.forms.read_figures import read_figures, with_totals
from grassroots.forms.read_lists import read_awards, read_courses
from grassroots.forms.read_particulars import read_particulars
from grassroots.forms.read_scores import read_scores, read_unit_scores
from grassroots.forms.read_tables import Rows
from grassroots.forms.read_typed_lists import read_consultations, read_dialogues, read_inspections, read_votes
from grassroots.reading.model import Particulars, Reading, UnreadableReport
from grassroots.units import unit

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKER_CELL = "A1"


def read_form(path: Path) -> Reading:
    """The particulars, figures, courses, awards and scores of one workbook.

    Raises UnreadableReport with a full key ``form_problem.…``: at once for a file that is no form; for cells
    after the whole workbook was looked at, all of them in ``details["problems"]`` when there are several.
    """
    sheets = _open(path)
    form = _layout_of(sheets)
    problems = Problems()
    particulars = read_particulars(form, sheets[form.particulars_sheet], problems)
    problems.raise_if_any_of("unit_unknown", "period_missing", "period_unknown")
    reading = _read_sheets(form, particulars, sheets, problems, path)
    problems.raise_if_any()
    return reading


def is_own_form(path: Path) -> bool:
    """Whether a workbook is a form that this tool made: by its mark, or by two of its sheets' names.

    One name alone, "Số liệu", may be anybody's. Not, where the workbook is locked or damaged.
    """
    newest = layout()
    own = {newest.particulars_sheet, newest.figures.sheet, newest.courses.sheet}
    try:
        with CalamineWorkbook.from_path(path) as book:
            named = own & set(book.sheet_names)
            if len(named) > 1 or newest.particulars_sheet not in named:
                return len(named) > 1
            rows = book.get_sheet_by_name(newest.particulars_sheet).to_python(skip_empty_area=False, nrows=1)
            return bool(rows and rows[0] and rows[0][0] == MARKER)
    except (CalamineError, OSError, ValueError):
        return False


def _read_sheets(
    form: Layout, particulars: Particulars, sheets: dict[str, Rows], problems: Problems, path: Path
) -> Reading:
    figures = read_figures(
        form, _rows(form.figures.sheet, sheets), problems, lambda sheet, cell: _in_percent(path, sheet, cell)
    )
    reading = Reading(
        source_kind="form",
        format="xlsx",
        particulars=particulars,
        training_courses=read_courses(form, _rows(form.courses.sheet, sheets), problems),
        awards=read_awards(form, _rows(form.awards.sheet, sheets), problems),
        inspections=read_inspections(form, sheets, problems),
        consultations=read_consultations(form, sheets, problems),
        votes=read_votes(form, sheets, problems),
        dialogues=read_dialogues(form, sheets, problems),
    )
    if unit(str(particulars.unit_key)).level in form.unit_scores.words["levels"]:
        derived = read_unit_scores(form, _rows(form.unit_scores.sheet, sheets), problems)
        return replace(reading, figures=with_totals(figures, derived))
    scores, derived = read_scores(form, _rows(form.scores.sheet, sheets), problems)
    return replace(reading, figures=with_totals(figures, derived), scores=scores)


def _open(path: Path) -> dict[str, Rows]:
    """Every sheet's rows by its name."""
    start = path.read_bytes()[:4]
    if not start:
        raise UnreadableReport("empty_file")
    if start == _OLE:
        raise UnreadableReport("form_problem.old_or_locked")
    if start != _ZIP:
        raise UnreadableReport("form_problem.not_a_workbook")
    try:
        with CalamineWorkbook.from_path(path) as book:
            return {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in book.sheet_names
            }
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableReport("damaged_file") from error


def _layout_of(sheets: dict[str, Rows]) -> Layout:
    """The layout of the version that the workbook names."""
    newest = layout()
    first = sheets.get(newest.particulars_sheet)
    if first is None and {newest.figures.sheet, newest.courses.sheet} & sheets.keys():
        raise UnreadableReport("form_problem.sheet_missing", newest.particulars_sheet)
    if not first or not first[0] or first[0][0] != MARKER:
        place = next(iter(sheets), None)
        raise UnreadableReport("form_problem.not_the_form", f"{place}!{_MARKER_CELL}" if place else None)
    for row in first:
        if row[0] == "form_version":
            version = written(row[2]) if len(row) > 2 and not is_empty(row[2]) else ""
            if version in versions():
                return layout(version)
            break
    else:
        version = ""
    details = {"found": version, "known": ", ".join(versions())}
    raise UnreadableReport("form_problem.version_unknown", newest.particulars_sheet, **details)


def _rows(name: str, sheets: dict[str, Rows]) -> Rows:
    if name not in sheets:
        raise UnreadableReport("form_problem.sheet_missing", name)
    return sheets[name]


def _in_percent(path: Path, sheet: str, cell: str) -> bool:
    """Whether Excel shows a cell with a % sign: asked only for the rare value that could mean either."""
    from openpyxl import load_workbook

    book: Any = load_workbook(path, read_only=True)
    try:
        return "%" in str(book[sheet][cell].number_format)
    finally:
        book.close()
