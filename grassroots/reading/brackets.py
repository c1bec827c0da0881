"""What the clause around a bracket says of the numbers in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grassroots.reading.reach import Reach
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.reads import Read


def words_of_bracket(stream: Stream, index: int, inner: Stream, before: Read | None) -> list[Token]:
    """The outer words that are said of a bracket's first number: before it, and after one number alone."""
    words = words_before_bracket(stream, index, before)
    if len(inner.tokens) <= _NUMBER_ALONE and sum(token.kind == "number" for token in inner.tokens) == 1:
        words = words + words_after_bracket(stream, index)
    return words


def head_of_bracket(stream: Stream, index: int) -> list[Reach]:
    """ "Kết quả tiếp công dân: Thới Bình (25 lượt), …": the clause's head is the bracket's too."""
    return [
        Reach(slot, value, 0.7, "head")
        for cue in stream.cues
        if cue.last <= index
        for slot, value in cue.meanings
    ]


_NUMBER_ALONE = 4  # tokens of a bracket that holds a number with its unit and nothing else
_FOLLOWING = frozenset(["do", "là", "thuộc", "về", "được", "đã", "đang", "còn", "có"])


def words_after_bracket(stream: Stream, index: int) -> list[Token]:
    """ "đa số (20 vụ việc) do kỳ trước chuyển sang": what is said of a number that stands in a bracket."""
    tokens, last = stream.tokens, index
    if index >= len(tokens) or tokens[index].text not in _FOLLOWING:
        return []
    if index and tokens[index - 1].kind == "number":
        return []
    while last < len(tokens) and tokens[last].kind == "word":
        last += 1
    return tokens[index:last] if last >= len(tokens) or tokens[last].kind != "number" else []


def words_before_bracket(stream: Stream, index: int, before: Read | None) -> list[Token]:
    """ "Thới Bình (25 lượt)": the words between the last number or comma and the bracket name its part."""
    floor = before.attached.mention.last if before else 0
    earlier = [at for at, _ in stream.brackets if at < index]
    floor = max([floor, *earlier[-1:]])
    first = index
    while first > floor and stream.tokens[first - 1].text not in ",;:":
        first -= 1
    return stream.tokens[first:index]
