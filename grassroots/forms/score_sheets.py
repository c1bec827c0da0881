"""The sheets of scores: a unit's own by criterion, or the totals of the units below it."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from grassroots.forms.catalogue import Criterion, ScoreSheet
from grassroots.forms.content import FormContent, Score
from grassroots.forms.look import put, start_table
from grassroots.forms.subject import Subject, unit_words
from grassroots.forms.validation import Validations
from grassroots.units import communes_of


def write_scores(
    sheet: Worksheet, subject: Subject, content: FormContent, in_force: Sequence[ScoreSheet]
) -> None:
    """Raises ValueError when ``content`` scores a criterion that no sheet in force has."""
    table = subject.layout.scores
    start_table(sheet, table, table.sheet, subject.subtitle, subject.banner)
    scores = {score.criterion: score for score in content.scores}
    unknown = set(scores) - {criterion.code for each in in_force for criterion in each.criteria}
    if unknown:
        raise ValueError(f"no score sheet in force has {sorted(unknown)}")
    checks = Validations(sheet, subject.layout)
    row = table.heading_row
    for each in in_force:
        row += 1
        _write_title(sheet, subject, each, row)
        first = row + 1
        for position, criterion in enumerate(each.criteria, 1):
            row += 1
            score = scores.get(criterion.code, Score(criterion.code))
            _write_criterion(sheet, subject, criterion, score, row, position)
        _write_total(sheet, subject, first, row)
        checks.choose(f"{table.cell('applicable', first)}:{table.cell('applicable', row)}", _yes_no(subject))
        checks.on(f"{table.cell('maximum', first)}:{table.cell('points', row)}", "decimal")
        if "self_points" in table.columns:
            given = f"{table.cell('self_points', first)}:{table.cell('council_points', row)}"
            checks.on(given, "decimal")
        row += 2
    if not in_force:
        put(sheet, f"A{row + 2}", table.words["nothing"], "hint")


def _yes_no(subject: Subject) -> list[str]:
    return list(subject.layout.scores.words["applies"].values())


def _write_title(sheet: Worksheet, subject: Subject, each: ScoreSheet, row: int) -> None:
    table, sources = subject.layout.scores, subject.layout.scores.words["sources"]
    source = sources["illustrative"] if each.source == "illustrative" else f"{sources['other']} {each.source}"
    for column in table.columns:
        put(sheet, table.cell(column, row), None, "group")
    put(sheet, table.cell("criterion", row), each.code, "group_code")
    sheet[table.cell("name", row)] = f"{each.name} ({source})"
    sheet.row_dimensions[row].height = 22


def _write_criterion(
    sheet: Worksheet, subject: Subject, criterion: Criterion, score: Score, row: int, position: int
) -> None:
    table = subject.layout.scores
    applies = table.words["applies"]["applies" if score.applicable else "not_applicable"]
    put(sheet, table.cell("position", row), position, "middle")
    put(sheet, table.cell("criterion", row), criterion.code, "code")
    put(sheet, table.cell("name", row), criterion.name, "label")
    put(sheet, table.cell("sheet_maximum", row), criterion.maximum, "fixed_number")
    put(sheet, table.cell("applicable", row), applies, "input_choice")
    put(sheet, table.cell("maximum", row), score.maximum, "input_decimal")
    put(sheet, table.cell("points", row), score.points, "input_decimal")
    for column, value, style in (
        ("self_points", score.self_points, "input_decimal"),
        ("council_points", score.council_points, "input_decimal"),
        ("evidence", score.evidence, "input_text"),
    ):
        if column in table.columns:  # since version 2 of the form
            put(sheet, table.cell(column, row), value, style)
    sheet.row_dimensions[row].height = 22


def _write_total(sheet: Worksheet, subject: Subject, first: int, last: int) -> None:
    """Sums for whoever fills the form in; the reader adds up the rows itself."""
    table, row = subject.layout.scores, last + 1

    def span(column: str) -> str:
        return f"{table.cell(column, first)}:{table.cell(column, last)}"

    for column in table.columns:
        put(sheet, table.cell(column, row), None, "total")
    sheet[table.cell("name", row)] = table.words["total"]
    sheet[table.cell("sheet_maximum", row)] = f"=SUM({span('sheet_maximum')})"
    yes, applies = table.words["applies"]["applies"], span("applicable")
    sheet[table.cell("maximum", row)] = (
        f'=SUMIFS({span("sheet_maximum")},{applies},"{yes}",{span("maximum")},"=")'
        f'+SUMIFS({span("maximum")},{applies},"{yes}")'
    )
    sheet[table.cell("points", row)] = (
        f'=IF(COUNTIFS({applies},"{yes}",{span("points")},"=")>0,"{table.words["incomplete"]}",'
        f'SUMIFS({span("points")},{applies},"{yes}"))'
    )
    sheet.row_dimensions[row].height = 22


def write_unit_scores(sheet: Worksheet, subject: Subject, content: FormContent) -> None:
    """One line for each commune below. Raises ValueError when ``content`` scores any other unit."""
    table = subject.layout.unit_scores
    start_table(sheet, table, table.sheet, subject.subtitle, subject.banner)
    below = communes_of(subject.unit.unit_key)
    scores = {score.unit_key: score for score in content.unit_scores}
    unknown = set(scores) - {each.unit_key for each in below}
    if unknown:
        raise ValueError(f"not communes of {subject.unit.unit_key}: {sorted(unknown)}")
    row = table.heading_row
    for position, each in enumerate(below, 1):
        row += 1
        score = scores.get(each.unit_key)
        put(sheet, table.cell("position", row), position, "middle")
        put(sheet, table.cell("unit_key", row), each.unit_key, "code")
        put(sheet, table.cell("name", row), unit_words(each, subject.unit), "label")
        put(sheet, table.cell("points", row), score.points if score else None, "input_decimal")
        put(sheet, table.cell("maximum", row), score.maximum if score else None, "input_decimal")
        sheet.row_dimensions[row].height = 20
    if below:
        first = table.heading_row + 1
        cells = f"{table.cell('points', first)}:{table.cell('maximum', row)}"
        Validations(sheet, subject.layout).on(cells, "decimal")
