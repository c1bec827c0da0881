"""Numbers as officials write them, and the numbers that are no figures (citations, dates, names)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from grassroots.reading.lexicon import load
from grassroots.reading.model import Approximation
from grassroots.reading.tokens import Token

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ONES = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_SCALES = {"nghìn": 1000.0, "ngàn": 1000.0, "vạn": 10_000.0, "triệu": 1_000_000.0}
_APPROXIMATE: dict[str, Approximation] = {
    "gần": "under",
    "trên": "over",
    "hơn": "over",
    "khoảng": "about",
    "chừng": "about",
    "ước": "about",
    "dưới": "under",
    "xấp xỉ": "about",
    "ngót": "under",
    "quá": "over",
    "cỡ": "about",
}

# Stretches whose numbers are never figures. Upper case matters for document numbers: they are looked for in
# the original, all others in the normalised text.
_DOCUMENT_NUMBER = re.compile(
    r"(?<![\d.,])\d+[a-zA-Z]?\s?(?:/\d{4})?\s?[-/]\s?(?=[A-ZĐ])[A-ZĐa-zđ]{2,}[\wĐđƯ]*(?:\s?[-–/]\s?[A-ZĐƯ][\wĐđƯ]*)*|"
    r"(?<![\w])[A-ZĐ]{2,}[-–]?\d+(?:[:/-]\d+)*|ISO\s?\d+(?::\d+)?"
)
_YEAR = r"(?:19|20)\d\d"


@cache
def _never_figures() -> re.Pattern[str]:
    patterns: list[str] = load("no_figures")
    return re.compile("|".join(pattern.replace("{year}", _YEAR) for pattern in patterns))


_LIST_LABEL = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*\s*[.)](?=\s)|[a-zđ]\s*[).](?=\s)|[-+*•]\s*)")


def value_of(text: str) -> float:
    """ "7.156" → 7156, "77,5" → 77.5, "06" → 6, "1.012,5" → 1012.5; a lone dot before other than three
    digits is a decimal point."""
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    return float(re.sub(r"[.,](?=.*[.,])", "", text).replace(",", "."))


def no_figures(text: str, original: str) -> list[tuple[int, int]]:
    """Stretches of the normalised text whose numbers are citations, dates, labels or names."""
    found = [match.span() for match in _never_figures().finditer(text)]
    label = _LIST_LABEL.match(text)
    if label:
        found.append(label.span())
    if len(original) == len(text):
        found += [match.span() for match in _DOCUMENT_NUMBER.finditer(original)]
    else:
        found += [match.span() for match in _DOCUMENT_NUMBER.finditer(text.upper()) if "/" in match[0]]
    return found


def approximation_before(tokens: Sequence[Token], index: int) -> tuple[int, Approximation] | None:
    """The approximating words right before a number: how many tokens, and which way."""
    if index >= 2 and (tokens[index - 2].text, tokens[index - 1].text) == ("giữa", "chừng"):
        return None
    if (
        index >= 2
        and tokens[index - 1].text == "hơn"
        and tokens[index - 2].text in ("nhiều", "ít", "cao", "thấp")
    ):
        return None
    if index >= 1 and tokens[index - 1].text in _APPROXIMATE:
        return 1, _APPROXIMATE[tokens[index - 1].text]
    if index >= 2 and f"{tokens[index - 2].text} {tokens[index - 1].text}" in _APPROXIMATE:
        return 2, "about"
    return None


def scale_after(tokens: Sequence[Token], index: int) -> float | None:
    """ "nghìn" after "4": 1000."""
    return _SCALES.get(tokens[index].text) if index < len(tokens) else None


def spelled_number(tokens: Sequence[Token], index: int) -> tuple[int, float] | None:
    """A number in words at ``index``: how many tokens and its value. "mười hai" → 12, "hai mươi lăm" → 25."""
    words = [token.text for token in tokens[index : index + 6] if token.kind == "word"]
    total, at = 0.0, 0
    if len(words) > 1 and words[1] == "trăm" and words[0] in _ONES:
        total, at = _ONES[words[0]] * 100.0, 2
        if at < len(words) and words[at] in ("linh", "lẻ") and at + 1 < len(words) and words[at + 1] in _ONES:
            return at + 2, total + _ONES[words[at + 1]]
    if at < len(words) and words[at] == "mười":
        total, at = total + 10, at + 1
    elif at + 1 < len(words) and words[at + 1] == "mươi" and words[at] in _ONES:
        total, at = total + 10 * _ONES[words[at]], at + 2
    elif at == 0 and words and words[0] in _ONES and words[0] not in ("không", "mốt", "tư", "lăm"):
        return 1, float(_ONES[words[0]])
    if at and at < len(words) and words[at] in _ONES and words[at] != "không":
        total, at = total + _ONES[words[at]], at + 1
    return (at, total) if at else None
