"""The part that a figure is limited to, and the words that such a part is cut out of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from grassroots.reading.cues import cues_of
from grassroots.reading.lexicon import lexicon
from grassroots.reading.model import PartKind
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read


@dataclass(frozen=True, slots=True)
class Part:
    text: str
    kind: PartKind
    strong: bool
    own: bool = False  # the report's own place
    opening: bool = False  # a label without a colon: "Cấp xã 45 đơn; dứt điểm 43 đơn; …"


@cache
def _edges() -> frozenset[str]:
    return frozenset(lexicon().parts["edges"])


def trimmed(tokens: list[Token]) -> list[Token]:
    """The words without marks and small words at either end."""
    edges = _edges()
    while tokens and (tokens[0].text in edges or tokens[0].kind == "mark"):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in edges or tokens[-1].kind == "mark"):
        tokens = tokens[:-1]
    return tokens


def without_stages(tokens: list[Token]) -> list[Token]:
    """Words that told the indicator tell no part ("mới 224")."""
    cues = [cue for cue in cues_of(tokens, lexicon()) if any(slot in _TELLING for slot, _ in cue.meanings)]
    return [token for at, token in enumerate(tokens) if not any(cue.first <= at < cue.last for cue in cues)]


_TELLING = ("stage", "model_stage", "result")


def words_of(tokens: list[Token], context: Context) -> str:
    """The words as the report has them."""
    start, end = context.twin.back(tokens[0].start, tokens[-1].end)
    return context.passage.text[start:end]


_RATE_WORDS = frozenset(["đạt", "bằng", "chiếm", "tỷ", "tỉ", "lệ", "tức", "tương", "đương", "là"])
_RATE_WORDS |= {"với", "khoảng", "gần", "trên", "hơn", "đều", "xấp", "xỉ", "ứng", "được", ",", ":"}


def goes_with_counts(read: Read) -> bool:
    """ "…, đạt 93 %": nothing but words of rating between a rate and its counts."""
    tokens, attached = read.stream.tokens, read.attached
    return all(token.text in _RATE_WORDS for token in tokens[attached.left[0] : attached.left[1]])
