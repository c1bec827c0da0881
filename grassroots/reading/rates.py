"""A rate right after its counts is of what they are of: "190 đơn được giải quyết, tương đương 93,6 %"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grassroots.reading.choose import Choice
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.reach import Attached
from grassroots.reading.sentences import Stream

if TYPE_CHECKING:
    from grassroots.reading.streams import Read

_RATING = frozenset(
    ["đạt", "bằng", "chiếm", "tỷ", "tỉ", "lệ", "tức", "tương", "đương", "là", "với", "khoảng"]
)
_RATING |= {
    "gần",
    "trên",
    "hơn",
    "đều",
    "xấp",
    "xỉ",
    "ứng",
    "được",
    "tính",
    "ra",
    "chừng",
    "cỡ",
    "-",
}
_PREDICATES = ("stage", "result", "act", "subject")
_CERTAIN = 0.3  # the score of a rate that its counts tell


def rate_of_counts(
    attached: Attached, stream: Stream, counts: Read | None, words: Lexicon
) -> list[Choice] | None:
    """The rate's reading as told by its counts, none where they have no rate; None where they don't tell."""
    if counts is None or counts.dropped or not counts.choices or counts.unit == "percent":
        return None
    left = stream.tokens[attached.left[0] : attached.mention.first]
    if any(token.text not in _RATING for token in left if token.kind == "word"):
        return None
    own = [
        reach for reach in attached.reaches if reach.side in ("right", "unit", "left") and reach.cost < 0.3
    ]
    if any(reach.slot in _PREDICATES for reach in own):
        return None  # "3.890 cử tri tham gia, 98,1 % đồng ý"
    of = counts.choices[0]
    code = words.rates.get(of.code)
    if code is None:
        return []
    return [Choice(code, of.score + _CERTAIN, of.rule, of.costs)]
