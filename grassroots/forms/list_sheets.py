"""The sheets that are lists: courses, models with commendations, and those that say their types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from grassroots.forms.content import FormContent
from grassroots.forms.layout import Table
from grassroots.forms.look import put, start_table
from grassroots.forms.subject import Subject
from grassroots.forms.validation import Kind, Validations

_SPARE_ROWS = 20  # left free below the last entry of a form that comes filled in


def write_courses(sheet: Worksheet, subject: Subject, content: FormContent) -> None:
    table = subject.layout.courses
    styles = {
        "topic": "input_text",
        "held_on": "input_date",
        "days": "input_decimal",
        "participants": "input_whole",
        "audience": "input_text",
    }
    rows = [{column: getattr(course, column) for column in styles} for course in content.courses]
    first, last = _write_rows(sheet, subject, table, styles, rows)
    checks = Validations(sheet, subject.layout)
    checks.on(f"{table.cell('held_on', first)}:{table.cell('held_on', last)}", "date")
    checks.on(f"{table.cell('days', first)}:{table.cell('days', last)}", "decimal")
    checks.on(f"{table.cell('participants', first)}:{table.cell('participants', last)}", "whole")


def write_awards(sheet: Worksheet, subject: Subject, content: FormContent) -> None:
    table = subject.layout.awards
    words = table.words
    listed = {"kind": words["kinds"], "stage": words["stages"], "level": words["levels"]}
    styles = {column: "input_text" for column in table.columns if column != "position"}
    rows = [
        {column: _word(listed.get(column), getattr(entry, column)) for column in styles}
        for entry in content.awards
    ]
    first, last = _write_rows(sheet, subject, table, styles, rows)
    checks = Validations(sheet, subject.layout)
    for column, names in listed.items():
        checks.choose(f"{table.cell(column, first)}:{table.cell(column, last)}", list(names.values()))
    for column, suggestions in (("form", words["forms"]), ("subject_field", words["fields"])):
        checks.choose(f"{table.cell(column, first)}:{table.cell(column, last)}", suggestions, free=True)


def write_list(sheet: Worksheet, subject: Subject, table: Table, entries: Sequence[object]) -> None:
    """A sheet whose layout says the types of its columns; ``entries`` have a field for each."""
    types: Mapping[str, str] = table.words["types"]
    styles = {column: _STYLES.get(kind, "input_text") for column, kind in types.items()}
    rows = [
        {column: _word(table.words.get(kind), getattr(entry, column)) for column, kind in types.items()}
        for entry in entries
    ]
    first, last = _write_rows(sheet, subject, table, styles, rows)
    checks = Validations(sheet, subject.layout)
    for column, kind in types.items():
        cells = f"{table.cell(column, first)}:{table.cell(column, last)}"
        if kind in _KINDS:
            checks.on(cells, _KINDS[kind])
        elif kind != "text":
            checks.choose(cells, list(table.words[kind].values()))


_STYLES = {"whole": "input_whole", "day": "input_date"}
_KINDS: Mapping[str, Kind] = {"whole": "whole", "day": "date"}


def _word(names: Mapping[str, str] | None, value: str | None) -> str | None:
    return names[value] if names and value else value


def _write_rows(
    sheet: Worksheet,
    subject: Subject,
    table: Table,
    styles: Mapping[str, str],
    rows: Sequence[Mapping[str, object]],
) -> tuple[int, int]:
    """Write entries and empty rows below them; the first and the last row of the list."""
    start_table(sheet, table, table.sheet, subject.subtitle, subject.banner)
    first = table.heading_row + 1
    count = max(int(table.words["rows"]), len(rows) + _SPARE_ROWS)
    for i in range(count):
        put(sheet, table.cell("position", first + i), i + 1, "middle")
        for column, style in styles.items():
            value = rows[i][column] if i < len(rows) else None
            put(sheet, table.cell(column, first + i), value, style)
        sheet.row_dimensions[first + i].height = 20
    return first, first + count - 1
