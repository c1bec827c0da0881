"""Finding the units that a phrase names: ``Phòng Nội vụ huyện Đồng Phú, tỉnh Bình Phước``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from grassroots.units.model import Level
from grassroots.units.spelling import accented, fold, has_diacritics

KINDS: dict[str, Level] = {
    "tỉnh": "province",
    "thành phố": "province",  # or a district, before July 2025
    "quận": "district",
    "huyện": "district",
    "thị xã": "district",
    "phường": "commune",
    "xã": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}

# As written, as the words of a phrase; a trailing full stop is needed where one letter would say too little.
_WRITTEN: dict[str, str] = {
    **{kind: kind for kind in KINDS},
    "tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "đk": "đặc khu",
    "p.": "phường", "q.": "quận", "h.": "huyện", "x.": "xã", "t.": "tỉnh",
    "tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "quận ủy": "quận", "huyện ủy": "huyện", "thị ủy": "thị xã",
    "tỉnh đoàn": "tỉnh", "thành đoàn": "thành phố", "huyện đoàn": "huyện", "quận đoàn": "quận",
}  # fmt: skip
_BY_FOLDED = {
    fold(text) + ("." if text.endswith(".") else ""): (text, kind) for text, kind in _WRITTEN.items()
}
_LONGEST_NAME = 7
_WORD = re.compile(r"[\w'’ʼ`]+(?:[-–](?=\w)[\w'’ʼ`]+)*\.?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A kind with the name after it.

    Without a name either the kind stood alone (``Thanh tra tỉnh``) or, ``unknown``, no unit has the name that
    follows.
    """

    kind: str
    """Empty where none was written."""
    name: str | None
    unknown: bool = False
    marked: bool = True
    """Written with diacritics, as far as one can see: then a name without any (``xã Thanh An``) has none."""


def mentions(phrase: str, known: Callable[[str, str], bool]) -> list[Mention]:
    """The units a phrase names, in its order; ``known(kind, name)`` says whether such a unit exists.

    The longest known name after a kind is taken, so that ``xã Phương Thịnh`` is not read as a ward.
    """
    words = [match.group() for match in _WORD.finditer(unicodedata.normalize("NFC", phrase))]
    found: list[Mention] = []
    at = 0
    while at < len(words):
        kind, length = _kind_at(words, at)
        if kind is None:
            at += 1
            continue
        start = at + length
        name_length = next(
            (
                n
                for n in range(min(_LONGEST_NAME, len(words) - start), 0, -1)
                if known(kind, _join(words, start, n))
            ),
            0,
        )
        name = _join(words, start, name_length) if name_length else None
        if name or not _means_something_else(words, start):
            follows = name is None and start < len(words) and _kind_at(words, start)[0] is None
            found.append(Mention(kind, name, follows, has_diacritics(phrase)))
        at = start + name_length
    return found


def _join(words: list[str], start: int, count: int) -> str:
    return " ".join(words[start : start + count]).rstrip(".")


def _kind_at(words: list[str], at: int) -> tuple[str | None, int]:
    for length in (2, 1):
        if at + length > len(words):
            continue
        written = " ".join(words[at : at + length])
        dotted = written.endswith(".")
        for folded in (fold(written) + ".", fold(written)) if dotted else (fold(written),):
            if folded in _BY_FOLDED:
                text, kind = _BY_FOLDED[folded]
                if not has_diacritics(written) or accented(written.rstrip(".")) == accented(text.rstrip(".")):
                    return kind, length
    return None, 0


def _means_something_else(words: list[str], start: int) -> bool:
    """``xã hội`` is society, not a commune."""
    return start < len(words) and fold(words[start]) == "hoi"
