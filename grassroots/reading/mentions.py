"""Numbers with what they count: "gần 1.000 lượt", "132/142 đơn", "hai lớp", "54 lượt/61 người"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from grassroots.reading.lexicon import Lexicon
from grassroots.reading.model import Approximation
from grassroots.reading.numerals import approximation_before, scale_after, spelled_number, value_of
from grassroots.reading.tokens import Token


@dataclass(slots=True)
class Mention:
    """One number of a stream. Indices are token indices of the stream; ``last`` is one past the unit."""

    value: float
    first: int
    number_at: int
    number_end: int
    last: int
    unit: str | None
    unit_from: int | None = None
    approximate: Approximation | None = None
    total: Mention | None = None  # the y of "x/y"
    is_total: bool = False
    spelled: bool = False
    zero: bool = False
    elided: bool = False  # the unit stands elsewhere
    joined: bool = False  # a slash joins it to the mention before
    must_tell: bool = False  # a nought only where words of its own say of what
    inner_from: int | None = None  # of a nought: from here to ``last`` every word is its own


def mentions_of(
    tokens: Sequence[Token], brackets: Sequence[int], masked: Sequence[tuple[int, int]], words: Lexicon
) -> list[Mention]:
    """The stream's numbers from left to right. ``brackets``: indices before which a bracket was taken out."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _mention_at(tokens, at, brackets, masked, words)
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


def _mention_at(
    tokens: Sequence[Token],
    at: int,
    brackets: Sequence[int],
    masked: Sequence[tuple[int, int]],
    words: Lexicon,
) -> Mention | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    spelled = False
    if token.kind == "number":
        value, end = value_of(token.text), at + 1
        if at and _glued_to_code(tokens[at - 1], token):
            return None
        if at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].kind == "number":
            return None  # "1-2 lớp" is a range
        if _of_a_name(tokens, at, words):
            return None
        if _opens_range(tokens, at) or (at > 2 and _opens_range(tokens, at - 2)):
            return None
    elif token.kind == "word" and token.text in _FIRST_WORDS:
        hit = spelled_number(tokens, at)
        if hit is None:
            return None
        value, end, spelled = hit[1], at + hit[0], True
    else:
        return None
    scaled = scale_after(tokens, end)
    unit_hit = _unit_at(tokens, end, brackets, words)
    if scaled and (unit_hit is None or unit_hit[1] == "other"):
        after = _unit_at(tokens, end + 1, brackets, words)
        if after and after[1] == "other":
            unit_hit = after[0] + 1, "other"
        else:
            value, end, unit_hit = round(value * scaled, 6), end + 1, after
    unit = unit_hit[1] if unit_hit else None
    if spelled and value == 1 and (at == 0 or tokens[at - 1].text not in _JUST_ONE):
        return None  # "một lá đơn gửi tới": an article
    if spelled and (unit in (None, "other", "board") or (at and tokens[at - 1].text in _NOT_A_COUNT)):
        return None
    if _is_masked(token, masked) and (
        unit in (None, "other") or _wholly_masked(tokens[end], masked) or 1980 <= value <= 2035
    ):
        return None
    if unit in _AGENTS and at and tokens[at - 1].text == "do" and _handed_on(tokens, end):
        return None  # "12 đơn do 03 xã cũ bàn giao"
    near = approximation_before(tokens, at)
    return Mention(
        value=value,
        first=at - near[0] if near else at,
        number_at=at,
        number_end=end,
        last=end + unit_hit[0] if unit_hit else end,
        unit=unit,
        unit_from=end if unit_hit else None,
        approximate=near[1] if near else None,
        spelled=spelled,
    )


def _opens_range(tokens: Sequence[Token], at: int) -> bool:
    """ "05 - 07 mô hình", "từ 5 đến 11 thành viên": what is allowed or usual, no count."""
    if at + 2 >= len(tokens) or tokens[at].kind != "number" or tokens[at + 2].kind != "number":
        return False
    led = at > 0 and tokens[at - 1].text == "từ"
    return tokens[at + 1].text == "-" or (led and tokens[at + 1].text in ("đến", "tới"))


def _handed_on(tokens: Sequence[Token], at: int) -> bool:
    return any(token.text in ("bàn", "chuyển", "gửi", "để") for token in tokens[at : at + 6])


def _of_a_name(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """ "thôn Bản Duồng 1, thị trấn Bằng Lũng", "Xuân Quang 3: 05": the number belongs to a name."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or len(tokens[at].text) > 2 or not tokens[at].text.isdigit():
        return False
    if following.text == ":" and at + 2 < len(tokens) and tokens[at + 2].kind == "number":
        return True
    until = next((i for i in range(at + 1, len(tokens)) if tokens[i].kind == "number"), len(tokens))
    if following.text in (",", "và") and any(token.text == "mỗi" for token in tokens[at:until]):
        return True  # "Xuân Quang 2, Xuân Sơn Bắc và thị trấn La Hai: mỗi nơi 03"
    hamlet = any(token.text in _HAMLETS for token in tokens[max(0, at - 4) : max(0, at - 1)])
    return (
        hamlet
        and following.kind == "mark"
        and tokens[at - 1].kind == "word"
        and words.units.at(tokens, at - 1) is None
    )


_HAMLETS = frozenset(["thôn", "ấp", "làng", "buôn", "xóm", "khóm", "phố"])
_AGENTS = frozenset(["commune_unit", "agency", "department", "village", "collective"])
_FIRST_WORDS = frozenset(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"])
_JUST_ONE = frozenset(["chỉ", "có", "đúng", "mở", "nhận", "và", "thêm", ",", "tổ", "chức", "phát", "sinh"])
_JUST_ONE |= {"được", "gồm", "với", "còn", "hiện", "lý", "quyết", "xong", "kiến"}
_NOT_A_COUNT = frozenset(
    [
        "mỗi",
        "từng",
        "cả",
        "thứ",
        "trong",
        "hằng",
        "hàng",
        "các",
        "những",
        "cùng",
        "bất",
        "nào",
        "tháng",
        "ngày",
        "lần",
        "cấp",
    ]
)


def _unit_at(
    tokens: Sequence[Token], at: int, brackets: Sequence[int], words: Lexicon
) -> tuple[int, str] | None:
    if at >= len(tokens) or at in brackets:
        return None
    hit = words.units.at(tokens, at)
    return (hit[0], hit[1][0]) if hit else None


def _glued_to_code(before: Token, number: Token) -> bool:
    """ "m2", "A1", "Covid19": letters before, without a space, are a code unless they are a word ("Mở7")."""
    return before.end == number.start and before.kind == "word" and len(before.text) < 2


def _is_masked(token: Token, masked: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.end and token.start < end for start, end in masked)


def _wholly_masked(unit: Token, masked: Sequence[tuple[int, int]]) -> bool:
    """The unit's own word lies inside the masked stretch ("10 tháng", "5 năm")."""
    return any(start <= unit.start and unit.end <= end for start, end in masked)


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
        following = _mention_at(tokens, group[-1].last + 1, brackets, masked, words)
        if following is None and group[-1].last + 2 < len(tokens):
            near = approximation_before(tokens, group[-1].last + 2)
            following = _mention_at(tokens, group[-1].last + 2, brackets, masked, words) if near else None
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
        _mention_at(tokens, at + skip, brackets, masked, words) if skip and at + skip < len(tokens) else None
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
