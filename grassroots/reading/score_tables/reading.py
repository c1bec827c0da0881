"""A table of scores as a reading: points by criterion, stated totals, and what doesn't add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from grassroots import units
from grassroots.forms.cells import Problems
from grassroots.reading.model import (
    CriterionScore,
    Evidence,
    Figure,
    FormCell,
    FormIssue,
    OfficialForm,
    Particulars,
    Reading,
    UnreadableReport,
)
from grassroots.reading.score_tables.layout import layout
from grassroots.reading.score_tables.rows import Row, as_written, rows_of
from grassroots.reading.score_tables.table import Table, table_of
from grassroots.reading.statistics.grid import Sheet
from grassroots.reading.statistics.particulars import particulars_of

_NEARLY = 0.0551  # points: offices round each column to one place at worst


def read_score_table(sheets: Sequence[Sheet], file_format: str) -> Reading | None:
    """The scores of one file's sheets; None where none is such a table.

    Raises UnreadableReport for a table that lacks groups of its decision, and for cells that hold no points.
    """
    visible = [sheet for sheet in sheets if not sheet.hidden]
    table = next((found for sheet in visible if (found := table_of(sheet))), None)
    if table is None:
        return None
    problems = Problems()
    rows = list(rows_of(table, problems))
    problems.raise_if_any()
    if not rows:
        raise UnreadableReport("form_problem.no_numbers", table.sheet.name, form=layout()["form"])
    return _reading(table, rows, file_format)


def _reading(table: Table, rows: Sequence[Row], file_format: str) -> Reading:
    scored = [row for row in rows if not row.is_body]
    return Reading(
        source_kind="form",
        format=file_format,
        particulars=_particulars(table, rows[-1].row + 1),
        scores=tuple(score for row in scored for score in _scores(table, row)),
        figures=tuple(figure for row in scored for figure in _total(table, row)),
        forms=(OfficialForm(layout()["form"], layout()["circular"], layout()["title"], table.sheet.name),),
        cells=tuple(cell for row in rows if row.is_body for cell in _cells(table, row)),
        form_issues=tuple(issue for row in scored for issue in _issues(table, row)),
    )


def _particulars(table: Table, end: int) -> Particulars:
    """Whose table it is and for when, from the rows above it; the days are the calendar's."""
    sheet = table.sheet
    told = particulars_of(sheet, range(0, len(sheet.rows)), table.row, end)
    evidence = dict(told.evidence)
    issuer = told.issuer
    if issuer is None:
        for row in range(table.row):
            for column, text in sheet.texts(row):
                if len(units.resolve_issuer(text, None, told.last_day)) == 1:
                    issuer = text
                    evidence["issuer"] = Evidence(text, sheet.place(row, column), 0.9)
                    break
    return replace(told, issuer=issuer, first_day=None, last_day=None, scope="whole_area", evidence=evidence)


def _scores(table: Table, row: Row) -> Iterator[CriterionScore]:
    """One score a criterion; a criterion of two columns has their sum."""
    for criterion in dict.fromkeys(group.criterion for group in table.groups.values()):
        columns = [column for column, group in table.groups.items() if group.criterion == criterion]
        given = [row.points[column] for column in columns]
        said = [f"{table.groups[column].heading}: {as_written(table, row, column)}" for column in columns]
        yield CriterionScore(
            sheet=layout()["sheet"],
            criterion=criterion,
            unit=row.name,
            points=None if None in given else round(sum(one or 0.0 for one in given), 6),
            maximum=sum(table.groups[column].maximum for column in columns),
            quote=f"{row.name}: {'; '.join(said)}",
            place=table.sheet.place(row.row, columns[0]),
        )


def _total(table: Table, row: Row) -> Iterator[Figure]:
    if row.total is None or table.total is None:
        return
    token = as_written(table, row, table.total)
    yield Figure(
        indicator=layout()["total_indicator"],
        value=row.total,
        quote=f"{row.name}: {table.sheet.text(table.row, table.total)} {token}",
        place=table.sheet.place(row.row, table.total),
        token=token,
        counted_unit="điểm",
        part=row.name,
        part_kind="place",
    )


def _cells(table: Table, row: Row) -> Iterator[FormCell]:
    """The points of a department: kept, though no unit's."""
    for column, points in row.points.items():
        if points is not None:
            yield FormCell(
                form=layout()["form"],
                circular=layout()["circular"],
                column=None,
                heading=table.groups[column].heading,
                row=row.name,
                row_kind="body",
                value=points,
                token=as_written(table, row, column),
                place=table.sheet.place(row.row, column),
            )


def _issues(table: Table, row: Row) -> Iterator[FormIssue]:
    """A stated total that isn't the sum of its columns, beyond what rounding each of them may do."""
    given = list(row.points.values())
    if row.total is None or table.total is None or None in given:
        return
    added = sum(one or 0.0 for one in given)
    if abs(added - row.total) > _NEARLY * len(given):
        place = table.sheet.place(row.row, table.total)
        yield FormIssue(
            "form_columns_total",
            {
                "form": layout()["form"],
                "row": row.name,
                "column": table.sheet.text(table.row, table.total),
                "columns": ", ".join(group.heading for group in table.groups.values()),
                "cell": f"{place.sheet}!{place.cell}",
            },
            (place,),
            expected=row.total,
            found=round(added, 6),
        )
