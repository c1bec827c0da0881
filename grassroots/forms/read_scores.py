"""Scores read back: criteria with the total they add up to, or the totals of the units below."""

from __future__ import annotations

from collections.abc import Sequence

from grassroots.forms.catalogue import Criterion, ScoreSheet, score_sheets
from grassroots.forms.cells import Problems, number, number_words, words, written
from grassroots.forms.layout import Layout
from grassroots.forms.read_tables import Row, Rows, table_rows
from grassroots.reading.model import CriterionScore, Figure, Place


def read_scores(
    layout: Layout, rows: Rows, problems: Problems
) -> tuple[tuple[CriterionScore, ...], list[Figure]]:
    """The scored criteria, and points and maximum summed where every criterion that applies has points.

    A sheet without any points, verified or own, gives nothing; one that is scored in part gives its criteria
    and no total.
    """
    scores: list[CriterionScore] = []
    totals: list[Figure] = []
    for sheet, scored in _by_sheet(layout, rows, problems):
        read = [_score(sheet, criterion, row, problems) for criterion, row in scored]
        if any(each.points is not None or each.self_points is not None for each in read):
            scores += read
            totals += _totals(layout, sheet, read, [row for _, row in scored])
    return tuple(scores), totals


def _by_sheet(
    layout: Layout, rows: Rows, problems: Problems
) -> list[tuple[ScoreSheet, list[tuple[Criterion, Row]]]]:
    """Rows of criteria below the row that names their sheet."""
    found: list[tuple[ScoreSheet, list[tuple[Criterion, Row]]]] = []
    criteria: dict[str, Criterion] = {}
    for row in table_rows(layout.scores, rows, problems):
        code = row["criterion"]
        if code is None:
            continue
        if code in score_sheets():
            sheet = score_sheets()[str(code)]
            criteria = {each.code: each for each in sheet.criteria}
            found.append((sheet, []))
        elif found and code in criteria:
            found[-1][1].append((criteria[str(code)], row))
        else:
            problems.add("unknown_criterion", row.place("criterion"), found=written(code))
    return found


def _score(sheet: ScoreSheet, criterion: Criterion, row: Row, problems: Problems) -> CriterionScore:
    points = number(row["points"], row.place("points"), problems, whole=False)
    typed = number(row["maximum"], row.place("maximum"), problems, whole=False)
    maximum = criterion.maximum if typed is None else typed
    if maximum > criterion.maximum:
        limit = number_words(criterion.maximum)
        problems.add("above_maximum", row.place("maximum"), found=written(row["maximum"]), maximum=limit)
    beside = {column: _beside(row, column, maximum, problems) for column in ("self_points", "council_points")}
    if not _applies(row, problems):
        if points:
            problems.add("scored_not_applicable", row.place("points"), found=written(row["points"]))
        points, maximum, beside = None, 0.0, {}
    elif points is not None and points > maximum:
        limit = number_words(maximum)
        problems.add("above_maximum", row.place("points"), found=written(row["points"]), maximum=limit)
    said = row.quote("applicable") if points is None else f"{number_words(points)}/{number_words(maximum)}"
    return CriterionScore(
        sheet=sheet.code,
        criterion=criterion.code,
        unit=None,
        points=points,
        maximum=maximum,
        quote=f"{criterion.name}: {said}",
        place=row.place("points"),
        evidence=words(row["evidence"]) if "evidence" in row.table.columns else None,
        **beside,
    )


def _beside(row: Row, column: str, maximum: float, problems: Problems) -> float | None:
    """Points that the unit itself or the council gave. Forms of version 1 have no such column."""
    if column not in row.table.columns:
        return None
    points = number(row[column], row.place(column), problems, whole=False)
    if points is not None and points > maximum:
        limit = number_words(maximum)
        problems.add("above_maximum", row.place(column), found=written(row[column]), maximum=limit)
    return points


def _applies(row: Row, problems: Problems) -> bool:
    """An empty cell counts as applicable: that is what the form was handed out with."""
    names = row.table.words["applies"]
    chosen = written(row["applicable"]) if row["applicable"] is not None else names["applies"]
    if chosen.casefold() not in (name.casefold() for name in names.values()):
        problems.add("not_in_list", row.place("applicable"), found=chosen, allowed=" · ".join(names.values()))
    return bool(chosen.casefold() != names["not_applicable"].casefold())


def _totals(
    layout: Layout, sheet: ScoreSheet, scores: Sequence[CriterionScore], rows: Sequence[Row]
) -> list[Figure]:
    applicable = [each for each in scores if each.maximum]
    if any(each.points is None for each in applicable):
        return []
    table, first, last = layout.scores, rows[0].number, rows[-1].number
    points = [each.points or 0.0 for each in applicable]
    maxima = [each.maximum or 0.0 for each in applicable]
    return [
        _total(
            indicator,
            addends,
            f"{table.words['total']}, {table.columns[column].heading}",
            Place(sheet=table.sheet, cell=f"{table.cell(column, first)}:{table.cell(column, last)}"),
        )
        for indicator, addends, column in (
            (sheet.points_indicator, points, "points"),
            (sheet.maximum_indicator, maxima, "maximum"),
        )
    ]


def _total(indicator: str, addends: Sequence[float], label: str, place: Place) -> Figure:
    value = round(sum(addends), 10)
    steps = " + ".join(map(number_words, addends))
    return Figure(
        indicator=indicator,
        value=value,
        quote=f"{label}: {steps} = {number_words(value)}",
        place=place,
        token=number_words(value),
        counted_unit="điểm",
        read_by="form_sum",
    )


def read_unit_scores(layout: Layout, rows: Rows, problems: Problems) -> list[Figure]:
    """Points and applicable maximum of each unit below that has them, as figures limited to that unit."""
    table = layout.unit_scores
    points_indicator = table.words["points_indicator"]
    indicators = {"points": points_indicator, "maximum": f"{points_indicator}_toi_da"}
    figures: list[Figure] = []
    for row in table_rows(table, rows, problems):
        values = {
            column: number(row[column], row.place(column), problems, whole=False) for column in indicators
        }
        points, maximum = values["points"], values["maximum"]
        if row["points"] is None and row["maximum"] is None:
            continue
        for column in indicators:
            if row[column] is None:
                problems.add("words_missing", row.place(column), heading=table.columns[column].heading)
        if points is not None and maximum is not None and points > maximum:
            found, limit = written(row["points"]), number_words(maximum)
            problems.add("above_maximum", row.place("points"), found=found, maximum=limit)
        name = written(row["name"])
        figures += [
            Figure(
                indicator=indicator,
                value=values[column] or 0.0,
                quote=f"{name}: {table.columns[column].heading} {written(row[column])}",
                place=row.place(column),
                token=written(row[column]),
                counted_unit="điểm",
                part=name,
                part_kind="place",
            )
            for column, indicator in indicators.items()
        ]
    return figures
