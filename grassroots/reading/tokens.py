"""Words, numbers and marks of a normalised text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["word", "number", "mark"]
_TOKEN = re.compile(r"(?P<word>[^\W\d_]+[²³]?)|(?P<number>\d+(?:[.,]\d+)*)|(?P<mark>[^\s\w]|_)")


@dataclass(frozen=True, slots=True)
class Token:
    """``start`` and ``end`` are offsets in the normalised text."""

    text: str
    start: int
    end: int
    kind: TokenKind


def tokens_of(text: str) -> list[Token]:
    return [
        Token(match[0], match.start(), match.end(), match.lastgroup)  # type: ignore[arg-type]
        for match in _TOKEN.finditer(text)
    ]
