"""Finding units by what somebody types: any part of a name, its initials, names of today and former ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from grassroots.units.changes import titles
from grassroots.units.matching import find
from grassroots.units.model import VINTAGES, Unit
from grassroots.units.registry import all_units, successors, unit, vintage
from grassroots.units.spelling import fold, has_diacritics, loose

_LEVELS = ("province", "district", "commune")
_PLAIN = {letter: fold(letter) for letter in "đâăêôơưáàéèíìóòúùýỳảẻỉỏủ"}


def search(text: str, among: Collection[str] = (), limit: int = 12) -> list[Unit]:
    """The units that a text may mean, those of the keys ``among`` first, then by how well they fit.

    ``dong phu``, ``Đồng Phú``, ``xã Tân Hưng, huyện Đồng Phú``, ``ĐP``, ``dp``, ``đồng p``, ``25363``. Of
    units that merely went on from one vintage to the next the newest is given, and older ones ``among``.
    """
    if not fold(text):
        return []
    fits = {each.unit_key: 0 for each in find(text)}
    for fit, found in (*_by_name(text), *_by_initials(text), *_by_code(text)):
        for each in found:
            fits[each.unit_key] = min(fit, fits.get(each.unit_key, fit))
    every = [unit(key) for key in fits]
    found = [each for each in every if each.unit_key in among or not _goes_on(each, fits)]
    ordered = sorted(
        found,
        key=lambda each: (
            each.unit_key not in among,
            fits[each.unit_key],
            -VINTAGES.index(each.vintage),
            _LEVELS.index(each.level),
            each.code,
        ),
    )
    return ordered[:limit]


def _by_name(text: str) -> Iterator[tuple[int, list[Unit]]]:
    """1 the whole name, 3 its beginning, 4 a part; at least three letters, with the diacritics typed."""
    typed, strict = loose(fold(text)), has_diacritics(text)
    if len(typed) < 3:
        return
    for held in VINTAGES:
        for name, bearers in vintage(held).by_name.items():
            if typed in name:
                fit = 1 if typed == name else 3 if name.startswith(typed) else 4
                yield fit, [each for each in bearers if not strict or _same_letters(text, each)]


def _by_initials(text: str) -> Iterator[tuple[int, list[Unit]]]:
    letters = unicodedata.normalize("NFC", text).strip().casefold()
    yield 2, _initials().get(letters, [])


def _by_code(text: str) -> Iterator[tuple[int, list[Unit]]]:
    keys = [f"{held}:{text.strip()}" for held in reversed(VINTAGES)]
    yield 1, [vintage(key.partition(":")[0]).units[key] for key in keys if _is_key(key)]


def _is_key(key: str) -> bool:
    return key in vintage(key.partition(":")[0]).units


def _same_letters(text: str, of: Unit) -> bool:
    """Whether the diacritics that were typed are those of the name."""
    plain = unicodedata.normalize("NFC", text).casefold().strip()
    return any(
        plain in unicodedata.normalize("NFC", title.full_name).casefold() for title in titles(of.unit_key)
    )


def _goes_on(each: Unit, fits: Collection[str]) -> bool:
    later = successors(each.unit_key)
    return (
        len(later) == 1
        and later[0].unit_key in fits
        and (later[0].name, later[0].kind, later[0].code) == (each.name, each.kind, each.code)
    )


@cache
def _initials() -> dict[str, list[Unit]]:
    """Units by the first letters of their names' words, with đ as it is and as d."""
    found: dict[str, list[Unit]] = {}
    for each in all_units():
        words = each.name.casefold().split()
        if len(words) > 1:
            marked = "".join(word[0] for word in words)
            plain = "".join(_PLAIN.get(letter, letter) for letter in marked)
            for letters in {marked, plain}:
                found.setdefault(letters, []).append(each)
    return found
