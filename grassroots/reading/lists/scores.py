"""Totals of score sheets by unit, and points by criterion: tables, and totals that prose gives as figures.

A sheet is known by its name (data/reference/lexicon/lists.yml); one that is not known is kept under the name
it has in the text, and a table that names none is left alone. Criteria are taken only where their names are
those of data/reference/score_criteria.csv.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from grassroots.reading.lists.clauses import Document, Table
from grassroots.reading.lists.columns import Columns, columns_of
from grassroots.reading.lists.days import first_in
from grassroots.reading.lists.sheets import (
    Sheet,
    criterion_of,
    name_in_full,
    names_sheet,
    sheet_announced,
    sheet_named,
    sheet_of,
)
from grassroots.reading.lists.wordings import CAPITAL, wordings
from grassroots.reading.model import CriterionScore, Figure, Particulars, Passage, Place, ScoreTotal
from grassroots.reading.numerals import value_of
from grassroots.reading.twin import plain

_POINTS = r"\d{1,4}(?:[.,]\d{1,3})?"
_OF = re.compile(rf"({_POINTS})\s*(?:/\s*({_POINTS}))?\s*(?:điểm|đ)?")
_MAXIMUM = re.compile(rf"(?:thang(?: điểm)?|tối đa(?: là)?|điểm chuẩn:?|\()\s*({_POINTS})(?:\s*điểm)?\)?")
_TABLE_CONFIDENCE = 0.9


def score_tables_of(
    document: Document, particulars: Particulars
) -> tuple[list[ScoreTotal], list[CriterionScore]]:
    totals: list[ScoreTotal] = []
    criteria: list[CriterionScore] = []
    for table in document.tables:
        columns = columns_of(table, wordings("scores")["table"], ())
        if columns is None or not (columns.has("unit") or columns.has("criterion")):
            continue
        sheet = _sheet_of_table(table, document.title, particulars.last_day)
        if sheet is None:
            continue
        nearest = table.announced[0] if table.announced else ""
        day = first_in(plain(nearest), document.years)[0]
        reader = _Rows(columns, sheet, day, table)
        for passage, cells in table.rows:
            totals += reader.total(passage, cells)
            criteria += reader.criteria(passage, cells)
    return totals, criteria


def _sheet_of_table(table: Table, title: str, on: date | None) -> Sheet | None:
    """Named in the table's head, else in the nearest line that names or announces one, else in the title."""
    sheet = sheet_named(" ".join(table.header), on)
    for line in table.announced:
        sheet = sheet or sheet_named(line, on) or sheet_announced(line)
    return sheet or sheet_named(title, on)


@dataclass
class _Rows:
    columns: Columns
    sheet: Sheet
    day: date | None
    table: Table

    def total(self, passage: Passage, cells: Sequence[str]) -> Iterator[ScoreTotal]:
        columns = self.columns
        by_unit = columns.has("unit") and not columns.has("criterion")
        unit = columns.words(cells, "unit") if by_unit else None
        if by_unit == columns.is_total(cells) or (by_unit and unit is None):
            return
        points, maximum = self._points(cells, "points")
        own, own_maximum = self._points(cells, "self_points")
        if points is None and own is None:
            return
        whole = self._points(cells, "maximum")[0] or maximum or own_maximum or self._stated_maximum("points")
        whole = whole if points is not None or maximum is not None else own_maximum
        if whole is not None and max(points or 0, own or 0) > whole:
            return
        yield ScoreTotal(
            sheet=self.sheet.code,
            sheet_name=self.sheet.name,
            unit=unit,
            points=points,
            maximum=whole,
            self_points=own,
            mark=columns.words(cells, "mark"),
            scored_on=self.day,
            quote=passage.text[:600],
            place=Place(passage.number, 0, min(len(passage.text), 600)),
        )

    def criteria(self, passage: Passage, cells: Sequence[str]) -> Iterator[CriterionScore]:
        if self.sheet.code is None or self.columns.is_total(cells):
            return
        if self.columns.has("criterion"):
            criterion = criterion_of(self.sheet.code, self.columns.words(cells, "criterion") or "")
            points, maximum = self._points(cells, "points")
            if criterion and points is not None:
                whole = self._points(cells, "maximum")[0] or maximum or criterion[1]
                yield self._criterion(passage, None, criterion[0], points, whole)
            return
        unit = self.columns.words(cells, "unit")
        for at, head in enumerate(self.table.heads):
            criterion = None if at in self.columns.at.values() else criterion_of(self.sheet.code, head)
            points, maximum = _points_in(cells[at])
            if criterion and unit and points is not None:
                whole = maximum or self._head_maximum(head) or criterion[1]
                yield self._criterion(passage, unit, criterion[0], points, whole)

    def _criterion(
        self, passage: Passage, unit: str | None, code: str, points: float, maximum: float | None
    ) -> CriterionScore:
        place = Place(passage.number, 0, min(len(passage.text), 600))
        return CriterionScore(str(self.sheet.code), code, unit, points, maximum, passage.text[:600], place)

    def _points(self, cells: Sequence[str], field: str) -> tuple[float | None, float | None]:
        return _points_in(cells[self.columns.at[field]]) if self.columns.has(field) else (None, None)

    def _stated_maximum(self, field: str) -> float | None:
        heads = [self.table.heads[self.columns.at[field]]] if self.columns.has(field) else []
        return next(filter(None, map(self._head_maximum, [*heads, self.table.about])), None)

    @staticmethod
    def _head_maximum(words: str) -> float | None:
        said = _MAXIMUM.search(words)
        return None if said is None else value_of(said[1])


def _points_in(cell: str) -> tuple[float | None, float | None]:
    """ "77,5/80,5" → 77.5 of 80.5; "77,5" → 77.5."""
    said = _OF.fullmatch(plain(cell.strip()))
    return (None, None) if said is None else (value_of(said[1]), value_of(said[2]) if said[2] else None)


def totals_of_figures(figures: Sequence[Figure], on: date | None) -> Iterator[ScoreTotal]:
    """Totals that prose gives: the very figures, so that list and numbers agree."""
    for known in wordings("scores")["sheets"]:
        own = [one for one in figures if one.indicator == known.get("points")]
        for figure in own:
            # Several without a unit are of bodies that were not told apart.
            if figure.part_kind not in (None, "place", "body") or (figure.part is None and len(own) > 1):
                continue
            same = (one for one in figures if one.indicator == known["maximum"] and one.part == figure.part)
            maximum = next((one.value for one in same if one.place.passage == figure.place.passage), None)
            sheet = sheet_of(name_in_full(known["points"]), known, on)
            yield ScoreTotal(
                sheet=sheet.code,
                sheet_name=sheet.name,
                unit=figure.part,
                points=figure.value,
                maximum=maximum,
                self_points=None,
                mark=None,
                scored_on=None,
                quote=figure.quote,
                place=figure.place,
            )


_NAMED_POINTS = re.compile(
    r"(?<!\w)(?P<unit>(?:(?:UBND )?(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hị xã|[Đđ]ặc khu) )?"
    rf"{CAPITAL}[^\W\d]*(?: {CAPITAL}[^\W\d]*){{0,4}})\s*(?:đạt|được|:|có|với)?\s*"
    rf"(?P<points>{_POINTS})\s?/\s?(?P<maximum>{_POINTS}) điểm"
)


def totals_in_prose(
    document: Document, particulars: Particulars, covered: Collection[int | None]
) -> Iterator[ScoreTotal]:
    """ "… chuyển đổi số: xã Vân Hòa 168,5/200 điểm": the sheet in the same sentence, the unit before.

    ``covered``: passages whose scores are figures already.
    """
    for clause in document.clauses:
        if clause.start != clause.sentence_start or clause.passage.number in covered:
            continue
        words, place = clause.whole.quoted()
        for match in _NAMED_POINTS.finditer(words):
            sheet = sheet_named(words[: match.start()], particulars.last_day) or sheet_named(
                words, particulars.last_day
            )
            points, maximum = value_of(match["points"]), value_of(match["maximum"])
            if sheet is None or points > maximum:
                continue
            start = (place.start or 0) + match.start()
            yield ScoreTotal(
                sheet=sheet.code,
                sheet_name=sheet.name,
                unit=match["unit"],
                points=points,
                maximum=maximum,
                self_points=None,
                mark=None,
                scored_on=None,
                quote=match[0],
                place=Place(place.passage, start, start + len(match[0])),
            )


def with_scores(figures: Sequence[Figure], totals: Sequence[ScoreTotal]) -> tuple[Figure, ...]:
    """The figures with those of ``totals``: verified points count, what units gave themselves doesn't.

    In the passages of the totals these stand instead of any other points of a sheet.
    """
    codes = {one["points"]: one for one in wordings("scores")["sheets"] if "points" in one}
    indicators = {code for one in codes.values() for code in (one["points"], one["maximum"])}
    added: list[Figure] = []
    for total in totals:
        known = next((one for one in codes.values() if names_sheet(one, total.sheet_name)), None)
        stated = () if known is None or total.points is None else (
            (known["points"], total.points), (known["maximum"], total.maximum))  # fmt: skip
        added += [_figure(indicator, value, total) for indicator, value in stated if value is not None]
    rows = {total.place.passage for total in totals}
    kept = [one for one in figures if one.place.passage not in rows or one.indicator not in indicators]
    return tuple(sorted([*kept, *added], key=lambda one: one.place.passage or 0))


def _figure(indicator: str, value: float, total: ScoreTotal) -> Figure:
    written = f"{value:g}".replace(".", ",")
    return Figure(
        indicator,
        value,
        total.quote,
        total.place,
        written,
        counted_unit="điểm",
        part=total.unit,
        part_kind="place" if total.unit else None,
        confidence=_TABLE_CONFIDENCE,
        read_by="score",
    )


def without_doubles(totals: Sequence[ScoreTotal]) -> tuple[ScoreTotal, ...]:
    """A total told twice in the same words is one; prose and table both stand where they differ."""
    found: dict[object, ScoreTotal] = {}
    for total in totals:
        key = (
            total.sheet or total.sheet_name.casefold(),
            plain(total.unit or ""),
            total.points,
            total.self_points,
        )
        found.setdefault(key, replace(total))
    return tuple(found.values())
