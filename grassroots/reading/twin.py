"""A normalised twin of a text, for matching, with the way back to the original's characters.

Quotes must stay as they stand in the original, but "Hoà", "Hòa" in NFD and a no-break space must all match
one wording. The twin is NFC, lower case, with the tone on the vowel where the new spelling puts it, and
without zero-width characters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TONES = str.maketrans("áàảãạéèẻẽẹýỳỷỹỵ", "aaaaaeeeeeyyyyy")
_MOVED = {
    f"{first}{second}": f"{first_toned}{second.translate(_TONES)}"
    for first, toned, seconds in (
        ("o", "óòỏõọ", "áàảãạ"),
        ("o", "óòỏõọ", "éèẻẽẹ"),
        ("u", "úùủũụ", "ýỳỷỹỵ"),
    )
    for first_toned, second in zip(toned, seconds, strict=True)
}
_OLD_TONE = re.compile(rf"(?<!q)({'|'.join(_MOVED)})(?![^\W\d_])")
_SAME = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "…": ".",
        "；": ";",
        "：": ":",
    }
)
_DROPPED = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@dataclass(frozen=True, slots=True)
class Twin:
    """``text`` is the twin; ``origin[i]`` the offset in the original of its character i (and one past)."""

    text: str
    origin: tuple[int, ...] | None  # None: the offsets are the same

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The original's offsets of the twin's stretch [start, end)."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end]


def plain(text: str) -> str:
    """The twin's text alone, for the lexicon's wording."""
    return twin_of(text).text


@lru_cache(maxsize=512)  # the same passages and names are looked at again and again
def twin_of(text: str) -> Twin:
    lowered = text.translate(_SAME)
    if unicodedata.is_normalized("NFC", lowered) and not _DROPPED.intersection(lowered):
        twin = lowered.lower()
        if len(twin) == len(text):
            return Twin(_settle_tones(twin), None)
    return _twin_with_offsets(lowered)


def _twin_with_offsets(text: str) -> Twin:
    characters: list[str] = []
    origin: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        cluster = text[at:end]
        if cluster not in _DROPPED:
            for character in unicodedata.normalize("NFC", cluster).lower():
                characters.append(character)
                origin.append(at)
        at = end
    origin.append(len(text))
    return Twin(_settle_tones("".join(characters)), tuple(origin))


def _settle_tones(text: str) -> str:
    return _OLD_TONE.sub(lambda match: _MOVED[match[1]], text)
