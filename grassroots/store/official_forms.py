"""Official statistical forms of a report as rows: which forms, their cells, what doesn't add up in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from grassroots import checks
from grassroots.reading.model import Figure, FormIssue, Reading
from grassroots.store import resolving
from grassroots.store.rows import Row
from grassroots.units import Unit


def figures_of(reading: Reading, unit: Unit) -> tuple[Figure, ...]:
    """The figures to store: with the totals made of several columns, and with a row named after the report's
    own unit as the body that it then is, since the total row is the unit's."""
    figures = (*reading.figures, *reading.computed)
    return tuple(_own_body(figure, unit) for figure in figures) if reading.forms else figures


def _own_body(figure: Figure, unit: Unit) -> Figure:
    own = figure.part_kind == "place" and figure.part and resolving.place_within(figure.part, unit) == unit
    return replace(figure, part_kind="body") if own else figure


def lists_of(reading: Reading, report_id: str, unit: Unit) -> dict[str, list[Row]]:
    """The rows of ``report_form`` and ``form_cell``."""
    return {
        "report_form": [
            {"report_id": report_id, "ordinal": ordinal, **_fields(one)}
            for ordinal, one in enumerate(reading.forms, start=1)
        ],
        "form_cell": [
            {
                "report_id": report_id,
                "ordinal": ordinal,
                "form": one.form,
                "circular": one.circular,
                "column_number": one.column,
                "heading": one.heading,
                "row_name": one.row,
                "row_kind": one.row_kind,
                "row_unit_key": _row_unit(one.row, unit) if one.row_kind == "place" else None,
                "value": one.value,
                "token": one.token,
                "sheet": one.place.sheet,
                "cell": one.place.cell,
            }
            for ordinal, one in enumerate(reading.cells, start=1)
        ],
    }


def _row_unit(name: str, unit: Unit) -> str | None:
    found = resolving.place_within(name, unit)
    return None if found is None else found.unit_key


def issues_of(
    reading: Reading, report_id: str, unit: Unit, figures: Sequence[Row], arithmetic: Sequence[Row]
) -> list[Row]:
    """Issues of the forms, but for sums of columns that the checks of ``figures`` say by themselves."""
    by_place = {(figure["sheet"], figure["cell"]): figure for figure in figures}
    said = {(one["figure_ids"][0], one["expected"], one["found"]) for one in arithmetic if one["figure_ids"]}
    issues = []
    for one in reading.form_issues:
        concerned = [by_place.get((place.sheet, place.cell)) for place in one.places]
        known = [figure for figure in concerned if figure is not None]
        row = _issue(report_id, one, known)
        twice = known and (known[0]["figure_id"], one.expected, one.found) in said
        if not (one.rule == "form_columns_total" and twice):
            issues.append(row)
    return issues + _unplaced(reading, report_id, unit)


def _issue(report_id: str, one: FormIssue, figures: Sequence[Mapping[str, Any]]) -> Row:
    return checks.issue(
        report_id, one.rule, expected=one.expected, found=one.found, figures=figures, details=one.details
    )


def _unplaced(reading: Reading, report_id: str, unit: Unit) -> list[Row]:
    """Rows that look like a unit's and name none of the area: they count for nobody."""
    named = {figure.part: figure for figure in reading.figures if figure.part_kind == "place" and figure.part}
    cells = {cell.row: cell for cell in reading.cells if cell.row_kind == "place" and cell.row}
    limited = {part.partition(",")[0] for part in named}
    places = [*named, *(row for row in cells if row not in limited and len(cells) > 1)]
    return [
        checks.issue(report_id, "row_of_unknown_unit", details={"unit": name})
        for name in places
        if resolving.place_within(name, unit) is None
    ]


def _fields(one: Any) -> Row:
    return {name: getattr(one, name) for name in one.__slots__}
