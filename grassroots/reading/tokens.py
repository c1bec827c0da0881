"""Words, numbers and marks of a normalised text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

TokenKind = Literal["word", "number", "mark"]
_TOKEN = re.compile(r"(?P<word>[^\W\d_]+[²³]?)|(?P<number>\d+(?:[.,]\d+)*)|(?P<mark>[^\s\w]|_)")


class Token(NamedTuple):
    """``start`` and ``end`` are offsets in the normalised text."""

    text: str
    start: int
    end: int
    kind: TokenKind


def tokens_of(text: str) -> list[Token]:
    return list(_tokens_of(text))


@lru_cache(maxsize=256)  # figures, particulars and lists look at the same passages one after the other
def _tokens_of(text: str) -> tuple[Token, ...]:
    return tuple(
        Token(match[0], match.start(), match.end(), match.lastgroup)  # type: ignore[arg-type]
        for match in _TOKEN.finditer(text)
    )
