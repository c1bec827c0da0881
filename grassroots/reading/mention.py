"""One number with what it counts, as it is written: "gần 1.000 lượt", "hai lớp"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def mention_at(
    tokens: Sequence[Token],
    at: int,
    brackets: Sequence[int],
    masked: Sequence[tuple[int, int]],
    words: Lexicon,
) -> Mention | None:
    """The number that begins at a token; None where there is none, or where it counts nothing."""
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
    ["mỗi", "từng", "cả", "thứ", "trong", "hằng", "hàng", "các", "những", "cùng", "bất", "nào"]
)
_NOT_A_COUNT |= {"tháng", "ngày", "lần", "cấp"}


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
