"""Which figure read is which row of a truth table.

Plain: indicator and value are equal and the quotes share a stretch of the text. Strict: the part is the row's
too. A quote holds at least two words and 600 characters at most. Rows whose part agrees are matched first, so
that equal values for two places find their own rows.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from grassroots.accuracy.truth import Case, Truth
from grassroots.indicators import indicators
from grassroots.reading.model import Figure

_LONGEST_QUOTE = 600


@dataclass(frozen=True, slots=True)
class Match:
    row: Truth
    figure: Figure
    strict: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """One case: what was read rightly, what was missed, and what was read falsely."""

    case: str
    matches: tuple[Match, ...]
    missed: tuple[Truth, ...]
    false: tuple[Figure, ...]
    wanted: int
    figures: tuple[Figure, ...] = field(repr=False, default=())


def match(case: Case, read: Sequence[Figure]) -> Matched:
    """Figures of the catalogue's indicators against the rows of a case."""
    text = CaseText(normal(case.text))
    left = [figure for figure in read if figure.indicator in indicators()]
    rows, matches = list(case.truth), []
    for exact in (True, False):
        for figure in list(left):
            row = next(
                (
                    row
                    for row in rows
                    if fits(row, figure, text) and (not exact or same_part(row.part, figure.part or ""))
                ),
                None,
            )
            if row is not None:
                rows.remove(row)  # equal rows are interchangeable
                left.remove(figure)
                matches.append(Match(row, figure, exact))
    missed = tuple(row for row in rows if row.counts)
    wanted = sum(row.counts for row in case.truth)
    return Matched(case.name, tuple(matches), missed, tuple(left), wanted, tuple(read))


def fits(row: Truth, figure: Figure, text: CaseText) -> bool:
    return (
        figure.indicator in row.codes
        and abs(row.value - figure.value) < 1e-6
        and quotable(figure.quote)
        and text.overlaps(row.quote, figure.quote)
    )


class CaseText:
    """A normalised text in which quotes are looked for, each once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def spans(self, quote: str) -> list[tuple[int, int]]:
        """Where a normalised quote stands in the text."""
        known = self._spans.get(quote)
        if known is None:
            known, start = [], self._text.find(quote)
            while start >= 0 and quote:
                known.append((start, start + len(quote)))
                start = self._text.find(quote, start + 1)
            self._spans[quote] = known
        return known

    def overlaps(self, one: str, other: str) -> bool:
        """Whether two quotes share a stretch of the text; by likeness where one isn't found in it."""
        one, other = normal(one), normal(other)
        if not one or not other:
            return False
        here, there = self.spans(one), self.spans(other)
        if here and there:
            return any(start < end2 and start2 < end for start, end in here for start2, end2 in there)
        if one in other or other in one:
            return True
        common = difflib.SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
        return common.size >= 0.5 * min(len(one), len(other))


@lru_cache(maxsize=20_000)
def normal(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower()


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Words without diacritics, case and punctuation."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


def same_part(wanted: str, got: str) -> bool:
    """``wanted`` as a truth table has it; ``got`` what the reader named, '' for none."""
    name, found = wanted.lstrip("?"), folded(got)
    if not found:
        return wanted.startswith("?") or not name
    if not name:
        return False
    year = re.match(r"\d+T(\d{4})$", name)
    if year:
        return year[1] in found
    named = folded(name)
    return named in found or (len(found) >= 4 and found in named)


def quotable(quote: str) -> bool:
    return len(quote) <= _LONGEST_QUOTE and len(re.findall(r"[^\W\d_]{2,}", quote)) >= 2
