"""The sheet of figures: every indicator asked, grouped by subject, with a note on what it counts."""

from __future__ import annotations

from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from grassroots.forms.catalogue import Indicator, asked
from grassroots.forms.content import FormContent
from grassroots.forms.look import put, start_table
from grassroots.forms.subject import Subject
from grassroots.forms.validation import Kind, Validations


def write_figures(sheet: Worksheet, subject: Subject, content: FormContent) -> None:
    """Raises ValueError when ``content`` has a value for an indicator that this unit's form doesn't ask."""
    form = subject.layout
    table, wanted = form.figures, asked(form, subject.unit.level)
    without_cell = {code for code, value in content.values.items() if value is not None}
    without_cell -= {each.code for each in wanted}
    if without_cell:
        raise ValueError(f"the form of a {subject.unit.level} has no cell for {sorted(without_cell)}")
    start_table(sheet, table, table.sheet, subject.subtitle, subject.banner)
    checks = Validations(sheet, form)
    row, position, current = table.heading_row, 0, ""
    for indicator in wanted:
        if indicator.subject != current:
            row, position, current = row + 1, 0, indicator.subject
            for column in table.columns:
                put(sheet, table.cell(column, row), None, "group")
            sheet[table.cell("position", row)] = table.words["subjects"][current]
            sheet.row_dimensions[row].height = 22
        row, position = row + 1, position + 1
        _write_row(sheet, subject, content, indicator, row, position)
        _check(checks, subject, indicator, row)


def _write_row(
    sheet: Worksheet, subject: Subject, content: FormContent, indicator: Indicator, row: int, position: int
) -> None:
    table = subject.layout.figures
    choice = len(indicator.units) > 1
    counted = content.counted_units.get(indicator.code, indicator.units[0])
    put(sheet, table.cell("position", row), position, "middle")
    put(sheet, table.cell("indicator", row), indicator.code, "code")
    put(sheet, table.cell("name", row), indicator.name, "label")
    put(sheet, table.cell("counted_unit", row), counted, "input_choice" if choice else "middle")
    style = "input_whole" if indicator.whole else "input_decimal"
    put(sheet, table.cell("value", row), content.values.get(indicator.code), style)
    put(sheet, table.cell("note", row), content.notes.get(indicator.code), "input_text")
    sheet.row_dimensions[row].height = 30 if len(indicator.name) > 54 else 20
    words = f"{indicator.note}\n{subject.layout.words['empty_or_zero']}".strip()
    note = Comment(words, subject.layout.words["title"], width=360, height=44 + 19 * (1 + len(words) // 46))
    sheet[table.cell("name", row)].comment = note


def _check(checks: Validations, subject: Subject, indicator: Indicator, row: int) -> None:
    table = subject.layout.figures
    kind: Kind = "whole" if indicator.whole else "percent" if indicator.percent else "decimal"
    checks.on(table.cell("value", row), kind)
    if len(indicator.units) > 1:
        checks.choose(table.cell("counted_unit", row), indicator.units)
