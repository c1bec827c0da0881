"""Tables of figures: a header cell says what the column counts, the first cell of a row whom it is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from grassroots.indicators import indicators
from grassroots.reading.model import Figure, PartKind, Passage, Place
from grassroots.reading.numerals import value_of
from grassroots.reading.twin import plain

CELLS = " | "
_NUMBER = re.compile(r"\d[\d.,]*\s*%?")
_TOTAL = re.compile(r"\s*(?:tổng|tổng số|tổng cộng|cộng|toàn (?:huyện|tỉnh|xã|thành phố))\b", re.I)
_PLACE = re.compile(r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tp\.?|tỉnh|đặc khu|ubnd)\s", re.I)
_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")
_LONGEST_QUOTE = 600
_AS_NAMED = 0.9  # of a column that is called as the catalogue calls it
# header words and the number as one clause → the figures read from it
ReadClause = Callable[[str], tuple[Figure, ...]]


class TableReader:
    """Follows the rows of one table after the other."""

    def __init__(self, read: ReadClause) -> None:
        self.read = read
        self._header: list[str] = []
        self._in_data = False

    def end(self) -> None:
        """A passage that is no row ends the table."""
        self._header, self._in_data = [], False

    def row(self, passage: Passage) -> Iterator[Figure]:
        """The figures of one row; header rows give none."""
        cells = [cell.strip() for cell in passage.text.split(CELLS)]
        numbers = [at for at, cell in enumerate(cells) if _NUMBER.fullmatch(cell)]
        if _counts_columns(cells):
            return
        if not numbers:
            empty = self._in_data and len(cells) == len(self._header) and sum(map(bool, cells)) == 1
            if not empty:  # a row with nothing but a name has not reported, and is no header
                self._take_header(cells)
            return
        self._in_data = True
        name = next((cell for cell in cells if cell and not _NUMBER.fullmatch(cell)), None)
        part = None if name is None or _TOTAL.match(name) else name
        for at in numbers:
            if at < len(self._header) and self._header[at] and len(self._header) == len(cells):
                yield from self._cell(passage, cells, at, part)

    def _take_header(self, cells: list[str]) -> None:
        if self._in_data:
            self.end()
        if len(self._header) == len(cells):
            self._header = [
                one if one == other else f"{one} {other}".strip()
                for one, other in zip(self._header, cells, strict=True)
            ]
        else:
            self._header = cells

    def _cell(self, passage: Passage, cells: list[str], at: int, part: str | None) -> Iterator[Figure]:
        header = re.sub(r"[()\[\]]", " ", self._header[at])
        start = len(CELLS.join(cells[:at])) + (len(CELLS) if at else 0)
        quote = passage.text[:_LONGEST_QUOTE]
        place = Place(passage.number, 0, len(quote))
        if start + len(cells[at]) > len(quote):
            return
        code = _of_the_catalogue().get(_bare(self._header[at]))
        if code is not None:
            counted = _IN_BRACKETS.search(self._header[at])
            yield Figure(
                code,
                value_of(cells[at].rstrip("% \u202f\u00a0")),
                quote,
                place,
                cells[at],
                counted_unit=counted[1] if counted else None,
                part=part,
                part_kind=_kind(part),
                confidence=_AS_NAMED,
                read_by="table",
            )
            return
        for figure in self.read(f"Số {header}: {cells[at]}."):
            yield Figure(
                figure.indicator,
                figure.value,
                quote,
                place,
                cells[at],
                counted_unit=figure.counted_unit,
                part=part or figure.part,
                part_kind=_kind(part) or figure.part_kind,
                confidence=round(max(0.3, figure.confidence - 0.15), 2),
                read_by="table",
            )


@cache
def _of_the_catalogue() -> dict[str, str]:
    """Codes by the catalogue's own names: a column that is called so counts just that."""
    return {_bare(one.name_vi): code for code, one in indicators().items() if one.kind != "score"}


def _bare(header: str) -> str:
    """A column's head without the unit behind it."""
    return " ".join(_IN_BRACKETS.sub("", plain(header)).split())


def _kind(part: str | None) -> PartKind | None:
    return None if part is None else "place" if _PLACE.match(part) else "other"


def _counts_columns(cells: list[str]) -> bool:
    """ "1 | 2 | 3 | 4": the columns' own numbers."""
    last = [cell.strip("()") for cell in cells[-2:]]
    return len(cells) > 2 and last == [str(len(cells) - 1), str(len(cells))]
