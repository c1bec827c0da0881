"""The wording of data/reference/lexicon/lists.yml as patterns for the normalised text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from grassroots.reading.lexicon import load
from grassroots.reading.twin import plain

_SPELLED = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
NUMBER = (
    rf"(?:(?<![\d.,/])(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})(?![\d/]|[.,]\d)|\b(?:{'|'.join(_SPELLED)})\b)"
)
CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(ord('A'), 0x1EFF))))}]"
"""A capital letter: the range from À to Ỹ holds small ones too."""
ABOUT = r"(?:gần|trên|hơn|khoảng|chừng|dưới|xấp xỉ|ngót|ước)"


@cache
def wordings(name: str) -> Any:
    """One part of the file: "courses", "awards", …"""
    return load("lists")[name]


def any_of(words: Iterable[str]) -> str:
    """A pattern of whole words, the longer before the shorter."""
    return _any_of(tuple(words))


@cache
def _any_of(words: tuple[str, ...]) -> str:
    settled = sorted((plain(str(word)) for word in words), key=len, reverse=True)
    ended = (word if word.endswith(")") else rf"{word}(?!\w)" for word in settled)
    return rf"(?<!\w)(?:{'|'.join(ended)})"


@cache
def pattern(part: str, name: str) -> re.Pattern[str]:
    """The wordings ``name`` of ``part``, anywhere in a text."""
    return re.compile(any_of(wordings(part)[name]))


@cache
def common(name: str) -> re.Pattern[str]:
    return re.compile(any_of(wordings(name)))


def amount(written: str) -> int:
    """ "02" → 2, "1.015" → 1015, "hai" → 2."""
    spelled = _SPELLED.get(written)
    return spelled if spelled is not None else int(written.replace(".", ""))
