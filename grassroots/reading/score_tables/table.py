"""The heading of a table of scores on a sheet, and which column holds what."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from grassroots.reading.documents.plain_text import decoded
from grassroots.reading.model import UnreadableReport
from grassroots.reading.score_tables.layout import Group, groups, layout, whole_maximum
from grassroots.reading.statistics.grid import WIDEST, Sheet
from grassroots.units import fold

_HEAD_ROWS = 40  # the heading stands above this row
_FEWEST = 3  # groups in one row, below which it is some other table
_POINTS = re.compile(r"(?: (?:\d+|diem|d|toi da))+$")  # "Công khai, minh bạch (18 điểm)"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of scores: its heading's row, the column of names, of the total, of each group, all from 0.

    ``first``: the first row below the heading. ``name`` is −1 where no heading says it.
    """

    sheet: Sheet
    row: int
    first: int
    name: int
    total: int | None
    groups: Mapping[int, Group]


def csv_sheet(path: Path) -> Sheet:
    """A CSV file as a sheet; separated by what its fullest line is. Raises UnreadableReport."""
    text = decoded(path.read_bytes())
    fullest = max(
        text.splitlines()[:_HEAD_ROWS] or [""], key=lambda line: max(line.count(mark) for mark in ",;\t")
    )
    separator = max(";\t,", key=fullest.count)
    try:
        rows: list[list[Any]] = [
            list(row[:WIDEST]) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error as error:
        raise UnreadableReport("damaged_file") from error
    return Sheet("csv", rows)


def table_of(sheet: Sheet) -> Table | None:
    """The table on a sheet; None where it is none. Raises UnreadableReport for one that lacks groups."""
    tables = [_headed(sheet, row) for row in range(min(_HEAD_ROWS, len(sheet.rows)))]
    best = max(tables, key=lambda table: len(table.groups), default=None)
    if best is None or len(best.groups) < _FEWEST:
        return None
    missing = _missing(best)
    if not missing:
        return _with_points_below(best)
    if len(missing) > 2 and not _mentioned(sheet, best.row):
        return None
    raise _incomplete(best, missing)


def _missing(table: Table) -> list[str]:
    """Headings that the decision's table has and this one lacks."""
    found = {group.criterion for group in table.groups.values()}
    lacking = [one.heading for one in groups() if not one.part and one.criterion not in found]
    return lacking if table.name >= 0 else [*lacking, layout()["name_heading"]]


def _incomplete(table: Table, missing: list[str]) -> UnreadableReport:
    place = f"{table.sheet.name}!A{table.row + 1}"
    return UnreadableReport("form_problem.scores_766_columns", place, missing="; ".join(missing))


def _mentioned(sheet: Sheet, row: int) -> bool:
    said = " ".join(fold(text) for at in range(row + 1) for _, text in sheet.texts(at))
    return any(words in said for words in layout()["mentioned"])


def _headed(sheet: Sheet, row: int) -> Table:
    found: dict[int, Group] = {}
    name, total = -1, None
    for column, text in sheet.texts(row):
        words = " ".join(re.findall(r"[a-z0-9]+", fold(text)))
        bare = _POINTS.sub("", words)
        group = next((one for one in groups() if any(known in words for known in one.words)), None)
        if group is not None and group not in found.values():
            found[column] = group
        elif total is None and bare in layout()["total"]:
            total = column
        elif name < 0 and bare in layout()["name"]:
            name = column
    parts = {group.criterion for group in found.values() if group.part}
    whole = {  # without a column for a part, the other one holds all of the criterion
        column: group if group.criterion in parts else replace(group, maximum=whole_maximum(group.criterion))
        for column, group in found.items()
    }
    return Table(sheet, row, row + 1, name, total, whole)


def _with_points_below(table: Table) -> Table:
    """Where each group is parted below its heading (counts, rate, points), the column of points is taken."""
    below = {column: fold(text) for column, text in _texts(table.sheet, table.first)}
    if not any(words.startswith(("diem", "ty le")) for words in below.values()):
        return table
    ordered = sorted(table.groups)
    ends = [*ordered[1:], max(below) + 1]
    taken: dict[int, Group] = {}
    for start, end in zip(ordered, ends, strict=True):
        points = [at for at in range(start, max(end, start + 1)) if below.get(at, "").startswith("diem")]
        if not points:
            raise _incomplete(table, [table.groups[start].heading])
        taken[points[0]] = table.groups[start]
    return replace(table, groups=taken, first=table.first + 1)


def _texts(sheet: Sheet, row: int) -> list[tuple[int, str]]:
    return list(sheet.texts(row)) if row < len(sheet.rows) else []
