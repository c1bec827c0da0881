"""Three ways to compare how a name is written, from the strictest to the loosest."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Grave, acute, tilde, hook above, dot below: the tone marks. Breve, circumflex and horn make another letter.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def fold(text: str) -> str:
    """Lower case without diacritics and punctuation, words set apart by one space.

    ``Hoà``, ``Hòa`` and ``HÒA`` (composed or not) all give ``hoa``; ``Bà Rịa - Vũng Tàu`` gives
    ``ba ria vung tau``; apostrophes fall away (``Ia H'Drai``: ``ia hdrai``).
    """
    if text.isascii():
        plain = text.lower()
    else:
        decomposed = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = plain.replace("'", "").replace("’", "").replace("ʼ", "").replace("`", "")
    return _NOT_WORD.sub(" ", plain).strip()


def loose(folded: str) -> str:
    """A folded name with spaces out, i for y and no leading zeros: ``quy quan`` = ``qui quan``."""
    key = folded.replace("y", "i")
    if key[-1:].isdigit():
        key = _LEADING_ZEROS.sub("", key)
    return key.replace(" ", "")


@lru_cache(maxsize=40_000)
def accented(text: str) -> str:
    """Lower case with diacritics, each syllable's tone mark at its end: ``Hoà`` and ``Hòa`` are equal."""
    words = unicodedata.normalize("NFD", text.lower()).replace("'", "").replace("’", "")
    syllables = []
    for syllable in re.split(r"[\W_]+", unicodedata.normalize("NFC", words)):
        letters = unicodedata.normalize("NFD", syllable)
        tone = "".join(c for c in letters if c in _TONES)
        syllables.append("".join(c for c in letters if c not in _TONES) + tone)
    return " ".join(s for s in syllables if s)


def has_diacritics(text: str) -> bool:
    """Whether a text holds any Vietnamese letter that plain ASCII lacks."""
    return fold(text) != _NOT_WORD.sub(" ", text.lower()).strip() if not text.isascii() else False
