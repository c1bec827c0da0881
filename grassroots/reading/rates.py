"""A rate right after its counts is of what they are of: "190 đơn được giải quyết, tương đương 93,6 %"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grassroots.reading.choose import Choice
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.limits import where_limits
from grassroots.reading.reach import Attached
from grassroots.reading.sentences import Stream

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read
    from grassroots.reading.tokens import Token

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
_RATING |= {"bình", "quân", "chỉ", "mới", "cũng", "vẫn", "đã", "lên", "tới", "ở", "mức", "khi"}
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


_ANOTHER_RATE = ("subject", "stage", "act", "result", "change", "online", "of_files")
_OWN_WORDS = 0.5
_BEFORE = ("cùng kỳ", "năm trước", "năm ngoái", "kỳ trước")
_AGAIN = frozenset(["này", "ấy", "đó", "trên"])


def same_rate_again(
    attached: Attached, stream: Stream, outer_words: list[Token], rate: Read | None, context: Context
) -> list[Choice]:
    """ "Chủ tịch UBND cấp huyện 94%; Cần Thơ (270%)", "cùng kỳ tỷ lệ này 85,4%": the rate goes on with
    other names, as long as no word of another rate stands beside it."""
    if rate is None or not rate.choices:
        return []
    tokens = stream.tokens
    wanted = {value for values in rate.choices[0].rule.need.values() for value in values}
    for reach in attached.reaches:
        own = reach.side in ("left", "right", "unit") and reach.cost < _OWN_WORDS
        if own and reach.slot in _ANOTHER_RATE and reach.value not in wanted:
            return []
    left = tokens[attached.left[0] : attached.mention.first]
    texts = [token.text for token in left]
    again = any(
        word in ("tỷ", "tỉ") and texts[at + 1 : at + 2] == ["lệ"] and _AGAIN & set(texts[at + 2 : at + 3])
        for at, word in enumerate(texts)
    )
    again = again or any(said in " ".join(texts) for said in _BEFORE)
    named = again or any(where_limits(words, context) for words in (left, outer_words) if words)
    best = rate.choices[0]
    return (
        [
            Choice(
                best.code, best.score, best.rule, tuple(cost + (0.4 if again else 1.0) for cost in best.costs)
            )
        ]
        if named
        else []
    )
