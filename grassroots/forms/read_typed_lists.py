"""Sheets whose layout says their columns' types: inspections, consultations, votes, dialogues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from grassroots.forms.cells import Problems, day, number, words
from grassroots.forms.layout import Layout, Table
from grassroots.forms.read_lists import code_of
from grassroots.forms.read_tables import Row, Rows, table_rows
from grassroots.reading.model import Consultation, Dialogue, Inspection, Place, Vote

Values = dict[str, Any]


def read_inspections(
    layout: Layout, sheets: Mapping[str, Rows], problems: Problems
) -> tuple[Inspection, ...]:
    planned = {"planned": True, "unplanned": False, None: None}
    rows = _entries("inspections", layout, sheets, problems)
    return tuple(
        Inspection(**{**values, "planned": planned[values["planned"]]}, inspections=None, held_month=None)
        for values in rows
    )


def read_consultations(
    layout: Layout, sheets: Mapping[str, Rows], problems: Problems
) -> tuple[Consultation, ...]:
    rows = _entries("consultations", layout, sheets, problems)
    return tuple(
        Consultation(**values, held_month=None, counted=None, in_favour=None, opposed=None) for values in rows
    )


def read_votes(layout: Layout, sheets: Mapping[str, Rows], problems: Problems) -> tuple[Vote, ...]:
    return tuple(Vote(**values) for values in _entries("votes", layout, sheets, problems))


def read_dialogues(layout: Layout, sheets: Mapping[str, Rows], problems: Problems) -> tuple[Dialogue, ...]:
    return tuple(Dialogue(**values) for values in _entries("dialogues", layout, sheets, problems))


def _entries(name: str, layout: Layout, sheets: Mapping[str, Rows], problems: Problems) -> Iterator[Values]:
    """The filled rows of a sheet as values of its columns, with quote and place. A version may lack it."""
    table = layout.lists.get(name)
    if table is None:
        return
    if table.sheet not in sheets:
        problems.add("sheet_missing", Place(sheet=table.sheet))
        return
    columns = list(table.words["types"])
    for row in table_rows(table, sheets[table.sheet], problems):
        if any(row[column] is not None for column in columns):
            values = {column: _value(table, row, column, problems) for column in columns}
            _check(table, row, values, problems)
            place = row.span(columns[0], columns[-1])
            yield {**values, "quote": row.quote(*columns), "place": place}


def _value(table: Table, row: Row, column: str, problems: Problems) -> Any:
    kind = table.words["types"][column]
    if kind == "text":
        return words(row[column])
    if kind == "day":
        return day(row[column], row.place(column), problems)
    if kind == "whole":
        found = number(row[column], row.place(column), problems, whole=True)
        return None if found is None else int(found)
    return code_of(table.words[kind], row, column, problems)


def _check(table: Table, row: Row, values: Values, problems: Problems) -> None:
    """What a row needs words for, and parts that exceed their whole."""
    required = table.words["required"]
    if values[required] is None:
        problems.add("words_missing", row.place(required), heading=table.columns[required].heading)
        values[required] = ""
    for part, whole in table.words.get("parts", {}).items():
        if values[part] is not None and values[whole] is not None and values[part] > values[whole]:
            names = {"heading": table.columns[part].heading, "whole": table.columns[whole].heading}
            problems.add("more_than_whole", row.place(part), **names)
