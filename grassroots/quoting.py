"""Words that somebody typed, found again in a report's text: spaces, marks and capitals may differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand: in a passage of the text, from ``start`` to ``end``; ``text`` as it stands there."""

    passage: int
    start: int
    end: int
    text: str


def find_quote(quote: str, passages: Iterable[tuple[int, str]]) -> list[Found]:
    """Every place of the (number, text) ``passages`` where ``quote`` stands, in their order.

    Differences of spacing, capitals and diacritics are passed over; where some places have the very letters
    typed, these alone are given. Fewer than two letters or digits are found nowhere.
    """
    wanted = _folded(quote)[0].strip()
    if sum(character.isalnum() for character in wanted) < _LEAST_LETTERS:
        return []
    found = [place for number, text in passages for place in _places(wanted, number, text)]
    exact = [place for place in found if _spaced(place.text) == _spaced(quote)]
    return exact or found


def token_of(quote: str, value: float) -> str:
    """The number of a quote that has this value, as written; the whole quote where it is said in words."""
    for written in _NUMBER.findall(quote):
        if value in _values(written):
            return str(written)
    return quote


def _places(wanted: str, number: int, text: str) -> Iterable[Found]:
    folded, origin = _folded(text)
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (_joined(folded, at) or _joined(folded, end)):
            start, stop = origin[at], origin[end - 1] + 1
            while stop < len(text) and unicodedata.combining(text[stop]):
                stop += 1
            yield Found(number, start, stop, text[start:stop])
        at = folded.find(wanted, at + 1)


def _joined(folded: str, at: int) -> bool:
    """Whether a word or number goes on across this place: "12" is not found in "126"."""
    return 0 < at < len(folded) and folded[at - 1].isalnum() and folded[at].isalnum()


def _folded(text: str) -> tuple[str, list[int]]:
    """Text without marks, capitals and doubled spaces, with the place in ``text`` of each character left."""
    letters: list[str] = []
    origin: list[int] = []
    for place, written in enumerate(text):
        for character in unicodedata.normalize("NFD", written.lower()):
            character = "d" if character == "đ" else " " if character.isspace() else character
            if unicodedata.combining(character) or (character == " " and letters[-1:] == [" "]):
                continue
            letters.append(character)
            origin.append(place)
    return "".join(letters), origin


def _spaced(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _values(written: str) -> set[float]:
    """What a number may stand for: "1.234" is 1234, "77,5" is 77.5, and "6.5" may be meant so too."""
    found = set()
    for thousands, decimals in ((".", ","), (",", ".")):
        plain = written.replace(thousands, "").replace(decimals, ".")
        if plain.count(".") <= 1:
            found.add(float(plain))
    return found
