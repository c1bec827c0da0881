"""The numbers of a stream, those joined by slashes and words too: "132/142 đơn", "54 lượt/61 người"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from grassroots.reading.lexicon import Lexicon
from grassroots.reading.mention import Mention, mention_at
from grassroots.reading.numerals import approximation_before
from grassroots.reading.tokens import Token


def mentions_of(
    tokens: Sequence[Token], brackets: Sequence[int], masked: Sequence[tuple[int, int]], words: Lexicon
) -> list[Mention]:
    """The stream's numbers from left to right. ``brackets``: indices before which a bracket was taken out."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = mention_at(tokens, at, brackets, masked, words)
        if mention is None:
            at += 1
            continue
        found.extend(_with_slashes(mention, tokens, brackets, masked, words, found))
        at = found[-1].last if found[-1].last > at else at + 1
    return _with_later_units(found)


def _with_later_units(found: list[Mention]) -> list[Mention]:
    """ "Phòng Nội vụ 97/100, Trung tâm Y tế 88,5/100 điểm": so many of as many as a later number names."""
    for at, mention in enumerate(found):
        if mention.total is None or mention.unit is not None:
            continue
        whole = mention.total.value
        later = next(
            (one for one in found[at + 1 :] if one.total is not None and one.total.value == whole), None
        )
        while later is not None and later.unit is None:
            rest = found[found.index(later) + 1 :]
            later = next((one for one in rest if one.total is not None and one.total.value == whole), None)
        if later is not None and later.unit == "score":
            mention.unit, mention.elided = "score", True
    return found


def _with_slashes(
    head: Mention,
    tokens: Sequence[Token],
    brackets: Sequence[int],
    masked: Sequence[tuple[int, int]],
    words: Lexicon,
    before: Sequence[Mention],
) -> list[Mention]:
    """ "x/y đơn" is one mention with its total; "x lượt/y người" two that are joined."""
    group = [head]
    while (
        group[-1].last < len(tokens) and tokens[group[-1].last].text == "/" and group[-1].last not in brackets
    ):
        following = mention_at(tokens, group[-1].last + 1, brackets, masked, words)
        if following is None and group[-1].last + 2 < len(tokens):
            near = approximation_before(tokens, group[-1].last + 2)
            following = mention_at(tokens, group[-1].last + 2, brackets, masked, words) if near else None
        if following is None:
            break
        following.joined = True
        group.append(following)
    if len(group) == 1:
        return _out_of(head, tokens, brackets, masked, words)
    if len(group) == 2 and head.unit is None:
        return _ratio_or_pair(head, group[1], before)
    if group[-1].unit is not None and all(mention.unit is None for mention in group[:-1]):
        _share_units(group, tokens, words)
    return group


def _ratio_or_pair(part: Mention, whole: Mention, before: Sequence[Mention]) -> list[Mention]:
    """ "30/44 người" after "52 lượt/71 người" leaves out "lượt"; elsewhere it is so many of so many."""
    part.elided, part.unit, part.unit_from = True, whole.unit, whole.unit_from
    if whole.unit in (None, "person") and any(
        one.unit == "visit" and other.joined and other.unit == "person" for one, other in pairwise(before)
    ):
        part.unit, part.unit_from = "visit", None
        whole.unit = "person"  # "thường xuyên 161 lượt/201 người, định kỳ 98/115"
        return [part, whole]
    whole.joined, whole.is_total = True, True
    part.total = whole
    part.last = whole.last
    return [part]


def _out_of(
    part: Mention,
    tokens: Sequence[Token],
    brackets: Sequence[int],
    masked: Sequence[tuple[int, int]],
    words: Lexicon,
) -> list[Mention]:
    """ "132 trên tổng số 142 đơn", "132 trong tổng số 142 đơn"."""
    at = part.last
    texts = [token.text for token in tokens[at : at + 3]]
    if texts[:1] not in (["trên"], ["trong"]):
        return [part]
    skip = (
        3
        if texts[1:] == ["tổng", "số"]
        else 2
        if texts[1:2] in (["số"], ["tổng"])
        else 1
        if (part.unit is None or texts[0] == "trên")
        and tokens[at + 1 : at + 2]
        and _is_number(tokens[at + 1])
        else 0
    )
    whole = (
        mention_at(tokens, at + skip, brackets, masked, words) if skip and at + skip < len(tokens) else None
    )
    if whole is None or whole.unit in _NEVER_WHOLE or whole.value < part.value:
        return [part]
    if whole.unit == "day" and texts[0] != "trên":
        return [part]
    if part.unit not in (None, whole.unit):
        return [part]
    whole.joined, whole.is_total = True, True
    part.total, part.last = whole, whole.last
    if part.unit is None:
        part.unit, part.unit_from, part.elided = whole.unit, whole.unit_from, True
    return [part]


_NEVER_WHOLE = (None, "other", "percent")


def _is_number(token: Token) -> bool:
    return token.kind == "number"


def _share_units(group: list[Mention], tokens: Sequence[Token], words: Lexicon) -> None:
    """ "54/61/50 lượt/người/vụ việc": as many units as numbers, in the same order."""
    at, units = group[-1].last, [(group[-1].unit, group[-1].unit_from)]
    while at + 1 < len(tokens) and tokens[at].text == "/" and len(units) < len(group):
        hit = words.units.at(tokens, at + 1)
        if hit is None:
            break
        units.append((hit[1][0], at + 1))
        at += 1 + hit[0]
    if len(units) == len(group):
        for mention, (unit, unit_from) in zip(group, units, strict=True):
            mention.unit, mention.unit_from = unit, unit_from
        group[-1].last = at


def with_units(mentions: list[Mention], pattern: tuple[str, ...]) -> list[Mention]:
    """Bare numbers joined by slashes take their units from the numbers their bracket follows:
    "54 lượt/61 người/50 vụ việc (thường xuyên 30/35/28)"."""
    if len(pattern) < 2:
        return mentions
    apart: list[Mention] = []
    for mention in mentions:
        whole = mention.total
        if whole is not None and mention.unit is None and len(pattern) == 2:
            mention.total, whole.is_total = None, False
            apart += [mention, whole]
        else:
            apart.append(mention)
    at = 0
    while at < len(apart):
        end = at + 1
        while end < len(apart) and apart[end].joined:
            end += 1
        if end - at == len(pattern) and all(mention.unit is None for mention in apart[at:end]):
            for mention, unit in zip(apart[at:end], pattern, strict=True):
                mention.unit = unit
        at = end
    return apart
