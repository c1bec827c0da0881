"""Which column of a table holds what, by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grassroots.reading.lists.clauses import Table
from grassroots.reading.lists.wordings import any_of
from grassroots.reading.numerals import value_of
from grassroots.reading.twin import plain, twin_of

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TOTAL = re.compile(r"(?:tổng|cộng|bình quân|trung bình|toàn (?:huyện|tỉnh|xã|thành phố))\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """Field → the number of its column."""

    at: Mapping[str, int]

    def has(self, field: str) -> bool:
        return field in self.at

    def words(self, cells: Sequence[str], field: str) -> str | None:
        """A cell's words; None where it is empty or holds a dash or a number."""
        cell = cells[self.at[field]].strip() if field in self.at else ""
        return cell if re.search(r"[^\W\d_]{2}", cell) else None

    def folded(self, cells: Sequence[str], field: str) -> str | None:
        return twin_of(cells[self.at[field]].strip()).text if field in self.at else None

    def number(self, cells: Sequence[str], field: str) -> float | None:
        cell = cells[self.at[field]].strip() if field in self.at else ""
        return value_of(cell) if _NUMBER.fullmatch(cell) else None

    def count(self, cells: Sequence[str], field: str) -> int | None:
        number = self.number(cells, field)
        return int(number) if number is not None and number == int(number) else None

    @staticmethod
    def is_total(cells: Sequence[str]) -> bool:
        return any(_TOTAL.match(plain(cell.strip())) for cell in cells)


def columns_of(table: Table, wanted: Mapping[str, Sequence[str]], needed: Sequence[str]) -> Columns | None:
    """The columns of a table about ``wanted["about"]`` (its header or what announces it says so).

    None where a needed one is missing. A field takes the first column whose heading begins with one of its
    wordings, else the first that holds one; a column belongs to one field.
    """
    if not re.search(any_of(wanted["about"]), " ".join([table.about, *table.heads])):
        return None
    at: dict[str, int] = {}
    for begins in (True, False):
        for field, words in wanted.items():
            if field == "about" or field in at:
                continue
            look = re.compile((r"\W*" if begins else r".*?") + any_of(words))
            free = (n for n, head in enumerate(table.heads) if n not in at.values() and look.match(head))
            number = next(free, None)
            if number is not None:
                at[field] = number
    return Columns(at) if all(field in at for field in needed) else None
