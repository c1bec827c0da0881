"""The numbers that Word itself writes before paragraphs of lists: "II.", "1.2.", "a)", "•"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from grassroots.reading.documents.word_names import W

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"))
_ROMAN_SMALL = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLAIN_BULLETS = frozenset("-+*•–—")


@dataclass(frozen=True, slots=True)
class Level:
    form: str  # decimal, upperRoman, lowerLetter, bullet …
    text: str  # "%1.%2."
    start: int


class Numbering:
    """Counts the paragraphs of each list; one object for one document, asked in reading order."""

    def __init__(self, root: Any) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._read(root)

    def _read(self, root: Any) -> None:
        shapes = {
            one.get(f"{W}abstractNumId", ""): {
                _whole(level.get(f"{W}ilvl")): _level(level) for level in one.iter(f"{W}lvl")
            }
            for one in root.iter(f"{W}abstractNum")
        }
        for one in root.iter(f"{W}num"):
            shape = one.find(f"{W}abstractNumId")
            key = "" if shape is None else shape.get(f"{W}val", "")
            levels = dict(shapes.get(key, {}))
            restarted = False
            for change in one.iter(f"{W}lvlOverride"):
                at = _whole(change.get(f"{W}ilvl"))
                for level in change.iter(f"{W}lvl"):
                    levels[at] = _level(level)
                start = change.find(f"{W}startOverride")
                if start is not None and at in levels:
                    restarted = True
                    levels[at] = Level(levels[at].form, levels[at].text, _whole(start.get(f"{W}val")))
            number = one.get(f"{W}numId", "")
            # Lists of one shape count on together unless one is told to begin anew.
            self._lists[number] = (f"n{number}" if restarted else f"a{key}", levels)

    def label(self, number: str, at: int) -> str:
        """What stands before the next paragraph of a list's level; "" where there is nothing to see."""
        counted, levels = self._lists.get(number, ("", {}))
        level = levels.get(at)
        if level is None or at >= _LEVELS:
            return ""
        if level.form in ("bullet", "none"):
            if level.form == "none":
                return ""
            return level.text if level.text in _PLAIN_BULLETS else "•"
        counts = self._counts[counted]
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]

        def written(match: re.Match[str]) -> str:
            of = int(match[1]) - 1
            there = levels.get(of, level)
            return in_form(counts.get(of, there.start), there.form)

        return re.sub(r"%([1-9])", written, level.text)


def in_form(value: int, form: str) -> str:
    """A number as Word writes it: 4 → "4", "04", "IV", "d"."""
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 % 50 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    written = ""
    for size, letters in (*_ROMAN, *_ROMAN_SMALL):
        written += letters * (value // size)
        value %= size
    return written


def _level(element: Any) -> Level:
    def said(name: str, otherwise: str) -> str:
        found = element.find(f"{W}{name}")
        return otherwise if found is None else str(found.get(f"{W}val", otherwise))

    return Level(said("numFmt", "decimal"), said("lvlText", ""), _whole(said("start", "1")))


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
