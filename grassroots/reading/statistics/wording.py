"""How near a heading as an office wrote it is to the words of the form.

Compared are words without diacritics, short forms spelt out, each weighing the more the fewer columns of the
form have it: "số lượt" and "số người" are far apart though most of their letters are the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from grassroots.reading.statistics.layouts import Form, words
from grassroots.units import fold

_FORMULA = re.compile(r"[(\[]\s*\d{1,2}\s*(?:=\s*[\d+.…=\s]+)?[)\]]|\d{1,2}\s*=\s*[\d+.…=\s]+")
_SQUARE = str.maketrans({"²": "2", "₂": "2"})


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A heading's words: folded, in one way of writing, without numbering and what carries no meaning."""
    text = _FORMULA.sub(" ", text.translate(_SQUARE))
    folded = fold(text)
    for written, meant in _same():
        folded = re.sub(rf"\b{written}\b", meant, folded)
    return " ".join(word for word in folded.split() if word not in _empty())


@cache
def _same() -> tuple[tuple[str, str], ...]:
    return tuple((written, fold(meant)) for written, meant in words()["same"].items())


@cache
def _empty() -> frozenset[str]:
    return frozenset(fold(word) for word in words()["empty"])


@cache
def _short() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        str(short): tuple(tuple(plain(meant).split()) for meant in meanings)
        for short, meanings in words()["short"].items()
    }


class Vocabulary:
    """The words of one form and what each weighs."""

    def __init__(self, form: Form) -> None:
        labels = [plain(column.path[-1]) for column in form.columns]
        labels += [plain(group.path[-1]) for group in form.groups]
        held = Counter(word for label in labels for word in set(label.split()))
        self._weights = {word: 0.5 + math.log(len(labels) / count) for word, count in held.items()}
        self._unknown = 0.5 + math.log(max(2, len(labels) / 3))

    def likeness(self, label: str, written: str, around: Iterable[str] = ()) -> float:
        """0 to 1: how much of ``label`` (plain) is in ``written`` (plain), and of that in it.

        Words of ``around``, the headings above the label, may stand in ``written`` too.
        """
        wanted = label.split()
        allowed = [*wanted, *(word for heading in around for word in heading.split())]
        given = self._spelt(written.split(), allowed)
        if not wanted or not given:
            return 0.0
        have, may = set(given), set(allowed)
        recall = self._weigh(word for word in set(wanted) if word in have) / self._weigh(set(wanted))
        precision = self._weigh(word for word in have if word in may) / self._weigh(have)
        return 2 * recall * precision / (recall + precision) if recall and precision else 0.0

    def _spelt(self, given: list[str], allowed: list[str]) -> list[str]:
        """Short forms spelt out, and single slips mended, where the words at that place of the form fit."""
        spelt: list[str] = []
        for word in given:
            meanings = [meant for meant in _short().get(word, ()) if set(meant) <= set(allowed)]
            if word in allowed:
                spelt.append(word)
            elif meanings:
                spelt += meanings[0]
            elif word not in self._weights and len(word) > 3:
                spelt.append(next((one for one in allowed if _one_slip(word, one)), word))
            else:
                spelt.append(word)
        return spelt

    def _weigh(self, of: Iterable[str]) -> float:
        return sum(self._weights.get(word, self._unknown) for word in of)


def _one_slip(word: str, other: str) -> bool:
    """Whether two words differ by one letter changed, left out or too many."""
    if len(other) < 4 or abs(len(word) - len(other)) > 1 or word == other:
        return False
    short, long = sorted((word, other), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


@cache
def vocabulary(form: Form) -> Vocabulary:
    return Vocabulary(form)


def column_number(value: object) -> int | None:
    """The number in a cell of the row of column numbers: ``4``, ``(4)``, ``1=2+3``, ``[1]=[2]+[3]``."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return int(value) if value == int(value) and 0 < value < 100 else None
    text = re.sub(r"[()\[\]\s]", "", str(value))
    match = re.fullmatch(r"(?:cột)?(\d{1,2})(?:=[\d+.…=,\-]*)?", text, re.IGNORECASE)
    return int(match[1]) if match and int(match[1]) else None
