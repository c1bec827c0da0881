"""A workbook of official forms: each sheet's table, together one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from grassroots.forms.cells import Problems, at
from grassroots.reading.model import (
    FormIssue,
    OfficialForm,
    Particulars,
    Reading,
    Scope,
    UnreadableReport,
)
from grassroots.reading.statistics.contents import Contents, contents_of
from grassroots.reading.statistics.grid import Sheet, sheets_of
from grassroots.reading.statistics.layouts import Form, forms
from grassroots.reading.statistics.lines import Line, lines_of
from grassroots.reading.statistics.naming import said_by
from grassroots.reading.statistics.particulars import particulars_of
from grassroots.reading.statistics.recognising import Table, Unknown, recognise

_PERIOD = ("period", "first_day", "last_day")


def read_statistics(
    path: Path,
    file_format: str,
    layouts: tuple[Form, ...] | None = None,
    sheets: list[Sheet] | None = None,
) -> Reading:
    """The forms of one workbook as one report; ``sheets`` are its own where they were read already.

    Raises UnreadableReport: for a workbook without a known form, for headings that are not as in the form and
    for cells without a number, all of them in ``details["problems"]`` when there are several.
    """
    known = forms() if layouts is None else layouts
    sheets = sheets_of(path, file_format) if sheets is None else sheets
    problems = Problems()
    visible = [sheet for sheet in sheets if not sheet.hidden]
    found = list(_tables(visible, known, problems)) or list(_tables(sheets, known, problems))
    tables = [one for one in found if isinstance(one, Table)]
    unknown = [one for one in found if isinstance(one, Unknown)]
    problems.raise_if_any()
    if not tables:
        raise _no_form(sheets, unknown, known)
    read = [
        (table, lines_of(table.sheet, table.heading, table.fit, table.said.table.stop, problems))
        for table in tables
    ]
    problems.raise_if_any()
    if not any(line.amounts for _, lines in read for line in lines):
        raise UnreadableReport("form_problem.no_numbers", tables[0].sheet.name, form=tables[0].form.form)
    contents = [contents_of(table, lines) for table, lines in read]
    return _reading(file_format, read, contents, unknown, known)


def _tables(
    sheets: Sequence[Sheet], known: tuple[Form, ...], problems: Problems
) -> Iterator[Table | Unknown]:
    for sheet in sheets:
        for said in said_by(sheet, known):
            top = particulars_of(
                sheet, said.table, min(said.table.start + 15, said.table.stop), said.table.stop
            )
            year = top.last_day.year if top.last_day else None
            table = recognise(sheet, said, known, year, problems)
            if table is not None:
                yield table


def _no_form(sheets: list[Sheet], unknown: list[Unknown], known: tuple[Form, ...]) -> UnreadableReport:
    if not unknown:
        return UnreadableReport("form_problem.not_the_form", f"{sheets[0].name}!A1" if sheets else None)
    one = unknown[0]
    same = [form.circular for form in known if form.form == one.name]
    return UnreadableReport(
        f"form_problem.{one.code}",
        at(one.place),
        form=one.name,
        circular=one.circular,
        known="; ".join(dict.fromkeys(same or [form.circular for form in known])),
    )


def _reading(
    file_format: str,
    read: list[tuple[Table, list[Line]]],
    contents: list[Contents],
    unknown: list[Unknown],
    known: tuple[Form, ...],
) -> Reading:
    issues = [issue for each in contents for issue in each.issues]
    issues += [
        FormIssue("form_not_read", {"form": one.name, "sheet": str(one.place.sheet)}, (one.place,))
        for one in unknown
    ]
    official = [
        OfficialForm(table.form.form, table.form.circular, table.form.titles[0], table.sheet.name)
        for table, _ in read
    ]
    return Reading(
        source_kind="form",
        format=file_format,
        particulars=_particulars(read, contents),
        figures=tuple(figure for each in contents for figure in each.figures),
        forms=tuple(official),
        cells=tuple(cell for each in contents for cell in each.cells),
        computed=tuple(figure for each in contents for figure in each.computed),
        form_issues=tuple(issues),
    )


def _particulars(read: list[tuple[Table, list[Line]]], contents: list[Contents]) -> Particulars:
    """What the sheets say of themselves, each particular from the first sheet that says it."""
    told = []
    for table, lines in read:
        end = max((line.row for line in lines), default=table.heading.data - 1) + 1
        told.append(particulars_of(table.sheet, table.said.table, table.heading.top, end))
    _agree(told)
    whole = told[0]
    for other in told[1:]:
        for field in fields(Particulars):
            if field.name in _PERIOD or field.name == "evidence" or getattr(whole, field.name):
                continue
            whole = replace(whole, **{field.name: getattr(other, field.name)})
        if whole.period is None and other.period is not None:
            whole = replace(whole, **{name: getattr(other, name) for name in _PERIOD})
    evidence = {name: quote for other in reversed(told) for name, quote in other.evidence.items()}
    scope: Scope | None = "whole_area" if any(each.has_places for each in contents) else None
    return replace(whole, scope=scope, evidence=evidence)


def _agree(told: list[Particulars]) -> None:
    """Sheets of one workbook that name other periods are several reports: refused, not guessed."""
    periods = [(one.period, one.evidence["period"]) for one in told if one.period is not None]
    for period, evidence in periods[1:]:
        if period != periods[0][0]:
            raise UnreadableReport(
                "form_problem.sheets_disagree",
                at(evidence.place),
                found=evidence.quote,
                other=periods[0][1].quote,
                sheet=str(periods[0][1].place.sheet),
            )
