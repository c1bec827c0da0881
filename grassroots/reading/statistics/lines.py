"""The rows of a table: the total, units, bodies and groups of them, each with its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from grassroots.forms.cells import Problems
from grassroots.reading.model import Place
from grassroots.reading.statistics.amounts import Amount, amount, comma_groups, is_amount
from grassroots.reading.statistics.columns import Fit
from grassroots.reading.statistics.grid import Sheet
from grassroots.reading.statistics.heading import Heading, is_heading_row, is_number_row, side_of
from grassroots.reading.statistics.layouts import words
from grassroots.units import fold
from grassroots.units.spelling import accented, has_diacritics

LineKind = Literal["total", "group", "unit"]
_LABEL = re.compile(r"\(?([IVXL]{1,5}|[A-ZĐ]|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|[-+*•–])\s*[.)/:-]?\)?")
_LABELLED = re.compile(  # not "H. Đồng Phú", "P. 1": a kind of unit in short
    r"\s*(?:(?![HPQTX]\s*\.)([IVXL]{1,5}|[A-ZĐ]|[a-zđ])\s*[.)/:-]\s*(?=\S)"
    r"|(\d{1,3}(?:\.\d{1,3}){0,3})(?:\s*[.)/:-]\s*|\s+)(?=[^\W\d])"
    r"|([-+*•–])\s*(?=\S))"
)
_DATED = re.compile(r"ngay\b.{0,8}\bthang\b.{0,8}\bnam\b")


@dataclass(slots=True)
class Line:
    """One row with numbers, or a heading over rows. ``amounts``: by the column of the sheet."""

    row: int
    name: str
    label: str
    kind: LineKind
    place: Place
    amounts: dict[int, Amount] = field(default_factory=dict)


def lines_of(sheet: Sheet, heading: Heading, found: Fit, end: int, problems: Problems) -> list[Line]:
    """The rows from the heading down to the notes and signatures. Adds a problem for each spoilt cell."""
    lines = list(_Table(sheet, heading, found, end, problems).lines())
    if sum(bool(line.amounts) for line in lines) > 1:
        for line in lines:
            if not line.name:
                problems.add("row_without_name", sheet.place(line.row, min(line.amounts, default=0)))
    return lines


@dataclass(slots=True)
class _Table:
    sheet: Sheet
    heading: Heading
    found: Fit
    end: int
    problems: Problems

    def lines(self) -> Iterator[Line]:
        first = min(self.found.columns.values())
        whole = {at: self.found.form.by_number[number].whole for number, at in self.found.columns.items()}
        english = comma_groups(self.sheet)
        last = max((row for row in self._rows() if self._has_amounts(row)), default=self.heading.data - 1)
        for row in self._rows():
            if row > last or is_heading_row(self.sheet, self.found.form, row):
                continue
            if is_number_row(self.sheet, self.found.form, row):
                continue
            label, name, at = self._name(row, first)
            if not self._has_amounts(row):
                if is_end(name):
                    return
                if not name:
                    continue
            kind = self._kind(label, name, row)
            line = Line(row, name, label, kind, self.sheet.place(row, at))
            for column in sorted(whole):
                number = amount(self.sheet, row, column, self.problems, whole=whole[column], english=english)
                if number is not None:
                    line.amounts[column] = number
            yield line

    def _rows(self) -> range:
        return range(self.heading.data, self.end)

    def _has_amounts(self, row: int) -> bool:
        return any(is_amount(self.sheet, row, column) for column in self.found.columns.values())

    def _name(self, row: int, first: int) -> tuple[str, str, int]:
        """A row's numbering, its name and the column that this stands in."""
        label, name, at = "", "", max(first - 1, 0)
        sides = {column: side_of(self.heading, column) for column in range(first)}
        for column in range(first):
            value = self.sheet[row, column]
            if value is None or sides[column] == "note":
                continue
            text = " ".join(str(value).split())
            if isinstance(value, float) and value == int(value):
                text = str(int(value))
            numbering = _LABEL.fullmatch(text)
            if numbering and sides[column] != "unit":
                label = label or numbering[1]
                continue
            if not any(letter.isalpha() for letter in text):
                continue
            if not name or sides[column] == "unit":
                name, at = text, column
        if name and not label and (leading := _LABELLED.match(name)):
            label, name = next(filter(None, leading.groups())), name[leading.end() :]
        return label, name, at

    def _kind(self, label: str, name: str, row: int) -> LineKind:
        if is_total(name):
            return "total"
        if not self._has_amounts(row) or (fold(name).partition(" ")[0] in _words("group")):
            return "group"
        return "unit"


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words()["rows"][kind])


def is_total(name: str) -> bool:
    """``Tổng số``, ``CỘNG:``, ``Tổng cộng (I+II)``, ``Tổng số toàn tỉnh``; not ``Tổng công ty``."""
    said = fold(re.sub(r"\([^)]*\)", " ", name)).split()
    return bool(said) and said[0] in _words("total") and set(said) <= _words("total") | _words("of_total")


def is_body(name: str) -> bool:
    """Whether a name is an agency's: ``Sở Y tế``, ``Thanh tra tỉnh``; "Số liệu" is none."""
    written = accented(name) if has_diacritics(name) else fold(name)
    return any(f"{written} ".startswith(f"{word} ") for word in _bodies(has_diacritics(name)))


@cache
def _bodies(with_diacritics: bool) -> frozenset[str]:
    write = accented if with_diacritics else fold
    return frozenset(write(word) for word in words()["rows"]["body"])


def is_end(name: str) -> bool:
    """Whether a row without numbers is a note or the signatures below the table."""
    folded = fold(name)
    starts = any(folded == word or folded.startswith(f"{word} ") for word in _words("end"))
    return starts or bool(_DATED.search(folded))
