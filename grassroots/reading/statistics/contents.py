"""What a table says: figures where a column has an indicator, cells elsewhere, and what doesn't add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from grassroots import units
from grassroots.forms.cells import Problems
from grassroots.reading.model import Figure, FormCell, FormIssue, PartKind, Place
from grassroots.reading.statistics.amounts import Amount, amount, comma_groups
from grassroots.reading.statistics.heading import heading_words
from grassroots.reading.statistics.layouts import Column, Computed
from grassroots.reading.statistics.lines import Line, is_body, is_total
from grassroots.reading.statistics.recognising import Table
from grassroots.reading.statistics.sums import Tree, differences, tree_of
from grassroots.units import fold
from grassroots.units.mentions import KINDS

RowKind = Literal["total", "group", "place", "body"]


@dataclass(slots=True)
class Contents:
    figures: list[Figure] = field(default_factory=list)
    computed: list[Figure] = field(default_factory=list)
    cells: list[FormCell] = field(default_factory=list)
    issues: list[FormIssue] = field(default_factory=list)
    has_places: bool = False  # rows of units beside the total: the form covers the whole area


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with what its numbers are limited to; ``part`` is None for the report's own total."""

    line: Line
    kind: RowKind
    part: str | None
    part_kind: PartKind | None


def contents_of(table: Table, lines: Sequence[Line]) -> Contents:
    tree = tree_of(lines)
    rows = list(_rows(lines, tree))
    found = Contents(has_places=any(row.kind == "place" and row.part for row in rows))
    for row in rows:
        for column in table.form.columns:
            at = table.fit.columns.get(column.number)
            if at is not None and at in row.line.amounts:
                _add(found, table, row, column, at)
        found.computed += [
            figure for one in table.form.computed if (figure := _computed(table, row, one)) is not None
        ]
    _add_extra(found, table, rows)
    found.issues += [*_rows_apart(table, lines, tree), *_columns_apart(table, rows)]
    if table.fit.renumbered:
        place = table.sheet.place(table.heading.number_row or 0, min(table.fit.columns.values()))
        found.issues.append(FormIssue("form_renumbered", _said(table), (place,)))
    return found


def _rows(lines: Sequence[Line], tree: Tree) -> Iterator[_Row]:
    numbered = [line for line in lines if line.amounts]
    for at, line in enumerate(lines):
        if not line.amounts:
            continue
        kind = _kind(line)
        if at == tree.total or len(numbered) == 1:
            yield _Row(line, "total" if line.kind == "total" else kind, None, None)
            continue
        name = line.name
        over = lines[tree.above[at]] if at in tree.above else None
        if kind == "place" and over is not None and over.kind == "unit" and _kind(over) == "place":
            name = f"{name}, {over.name}"
        if line.kind == "total":
            section = next((lines[one] for one in reversed(range(at)) if not lines[one].amounts), None)
            name = f"{name}: {section.name}" if section else name
        part_kind: PartKind = kind if kind in ("place", "body") else _group_kind(name)
        yield _Row(line, kind, name, part_kind)


def _kind(line: Line) -> RowKind:
    if line.kind == "total" or is_total(line.name):
        return "total"
    if line.kind == "group":
        return "group"
    return "body" if is_body(line.name) and not _is_place(line.name) else "place"


def _is_place(name: str) -> bool:
    """A place whose name begins like an agency's: ``Hội An``, ``phường Ban Mê``."""
    folded = fold(name)
    if any(folded.startswith(f"{fold(kind)} ") for kind in KINDS):
        return True
    return len(folded.split()) <= 4 and any(fold(unit.name) == folded for unit in units.find(name))


def _group_kind(name: str) -> PartKind:
    return "level" if fold(name).startswith("cap ") else "other"


def _add(found: Contents, table: Table, row: _Row, column: Column, at: int) -> None:
    given, place = row.line.amounts[at], table.sheet.place(row.line.row, at)
    if column.indicator is None:
        found.cells.append(_cell(table, row, column.number, column.heading, given, place))
        return
    part, part_kind = _limited(row, column)
    found.figures.append(
        Figure(
            indicator=column.indicator,
            value=given.value,
            quote=_quote(row, column.heading, given.token),
            place=place,
            token=given.token,
            counted_unit=column.counted,
            part=part,
            part_kind=part_kind,
            read_by="statistics",
        )
    )


def _limited(row: _Row, column: Column) -> tuple[str | None, PartKind | None]:
    """The part of a row and that of a column; both together are no place any more."""
    if column.part is None:
        return row.part, row.part_kind
    return f"{row.part}; {column.part}" if row.part else column.part, column.part_kind


def _quote(row: _Row, heading: str, token: str) -> str:
    return f"{row.line.name}; {heading}: {token}" if row.line.name else f"{heading}: {token}"


def _cell(table: Table, row: _Row, number: int | None, heading: str, given: Amount, place: Place) -> FormCell:
    return FormCell(
        form=table.form.form,
        circular=table.form.circular,
        column=number,
        heading=heading,
        row=row.line.name,
        row_kind=row.kind,
        value=given.value,
        token=given.token,
        place=place,
    )


def _computed(table: Table, row: _Row, one: Computed) -> Figure | None:
    """The sum of columns for an indicator that the form gives in parts, where all of them have a number."""
    ats = [table.fit.columns.get(number) for number in one.columns]
    given = [row.line.amounts.get(at) for at in ats if at is not None]
    amounts = [each for each in given if each is not None]
    if len(amounts) < len(one.columns):
        return None
    columns = "+".join(str(number) for number in one.columns)
    cells = ", ".join(str(table.sheet.place(row.line.row, at).cell) for at in ats if at is not None)
    token = " + ".join(each.token for each in amounts)
    return Figure(
        indicator=one.indicator,
        value=sum(each.value for each in amounts),
        quote=_quote(row, f"{table.form.form}, {columns}", token),
        place=Place(sheet=table.sheet.name, cell=cells),
        token=token,
        counted_unit=one.counted,
        part=row.part,
        part_kind=row.part_kind,
        read_by="statistics_sum",
    )


def _add_extra(found: Contents, table: Table, rows: Sequence[_Row]) -> None:
    """Numbers in columns that the form doesn't have: kept, and said."""
    sheet, first = table.sheet, min(table.fit.columns.values())
    english = comma_groups(sheet)
    taken = set(table.fit.columns.values())
    for at in range(first + 1, sheet.width):
        if at in taken:
            continue
        heading = heading_words(table.heading.above.get(at, ()))
        kept = []
        for row in rows:
            given = amount(sheet, row.line.row, at, Problems(), whole=False, english=english)
            if given is not None:
                kept.append(_cell(table, row, None, heading, given, sheet.place(row.line.row, at)))
        found.cells += kept
        if kept:
            details = {**_said(table), "column": heading or str(kept[0].place.cell)}
            found.issues.append(FormIssue("form_extra_column", details, (kept[0].place,)))


def _rows_apart(table: Table, lines: Sequence[Line], tree: Tree) -> Iterator[FormIssue]:
    by_column = {at: table.form.by_number[number] for number, at in table.fit.columns.items()}
    for one in differences(lines, tree):
        places = [table.sheet.place(line.row, one.column) for line in (one.line, *one.addends)]
        column = by_column[one.column]
        yield FormIssue(
            "form_rows_total",
            {**_said(table), "row": one.line.name, "column": _numbered(column), "cell": str(places[0].cell)},
            tuple(places),
            expected=one.stated,
            found=one.added,
        )


def _columns_apart(table: Table, rows: Sequence[_Row]) -> Iterator[FormIssue]:
    by_number = table.form.by_number
    for row in rows:
        for whole, parts in table.form.sums:
            at = table.fit.columns.get(whole)
            ats = [table.fit.columns.get(number) for number in parts]
            given = [(each, row.line.amounts[each]) for each in ats if each in row.line.amounts]
            if at is None or at not in row.line.amounts or not given or None in ats:
                continue
            stated, added = row.line.amounts[at].value, sum(each.value for _, each in given)
            if abs(stated - added) > 1e-6:
                cells = [table.sheet.place(row.line.row, each) for each in (at, *(one for one, _ in given))]
                details = {
                    **_said(table),
                    "row": row.line.name,
                    "column": _numbered(by_number[whole]),
                    "columns": "+".join(str(number) for number in parts),
                    "cell": str(cells[0].cell),
                }
                yield FormIssue("form_columns_total", details, tuple(cells), expected=stated, found=added)


def _numbered(column: Column) -> str:
    return f"{column.heading} ({column.number})"


def _said(table: Table) -> dict[str, str]:
    return {"form": table.form.form, "sheet": table.sheet.name}
