"""People's names in quoted sentences: a panel, a slide or an export shows what was done, not of whom."""

from __future__ import annotations

import re

_WORD = r"[A-ZÀ-ỸĐ][a-zà-ỹđ]*"
_NAME = rf"{_WORD}(?:[ \u00a0]{_WORD}){{0,5}}"
_PLACES = r"(?!(?:Rịa|Đen|Điểm|Nà|Triệu)\b)"  # Bà Rịa, Bà Đen … are places, Bà Triệu a street
_TITLE = r"(?:[Ôô]ng|[Bb]à|(?:bà|ông) [Cc]ụ|[Cc]ụ|[Aa]nh|[Cc]hị|[Cc]háu|[Cc]ông dân|[Đđ]ồng chí|[Đđ]/c)"
_TITLED_NAME = re.compile(rf"(?<!\w)({_TITLE})[ \u00a0]{_PLACES}{_NAME}(?!\w)")


def mask_names(text: str) -> str:
    """``ông Nguyễn Văn An`` → ``ông …``: capitalised names after a form of address."""
    return _TITLED_NAME.sub(r"\1 …", text)
