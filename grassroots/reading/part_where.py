"""Parts that say where or who: a place, a body, a level, a post; and what the report's own place is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grassroots.reading.limits import WHERE, bare_level, limits_in, where_limits
from grassroots.reading.part_model import Part, trimmed, words_of
from grassroots.reading.tokens import Token
from grassroots.reading.twin import plain

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read

_UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and letter.isalpha())


_NAME_ALONE = re.compile(
    rf"^\W*(?:như|là|ở|tại|và|riêng)?:?\s*([{_UPPER}][^\W\d_]+(?:[ -]+[{_UPPER}][^\W\d_]+){{1,3}})\s*"
    r"(?::|có|là|đạt|tiếp|với|-)?\s*$"
)


_BODY = re.compile(
    r"UBND|HĐND|MTTQ|Ban |Sở |Mặt trận|Thanh|Hội |Công an|Trong|Tổng|Kết|Qua|Năm|Toàn|Hòa giải|Hoà giải"
)


# one post, not leaders at large: whom a reception by a leader is always of
LEADERS_AT_LARGE = frozenset(["lãnh đạo", "thủ trưởng", "người đứng đầu", "lãnh đạo các cấp"])


_NAMED_POST = re.compile(r"(?:phó )?chủ tịch|(?:phó )?bí thư|giám đốc|chánh thanh tra")


COMMUNES = frozenset(["các xã", "các xã, thị trấn", "xã, phường, thị trấn", "các xã, phường, thị trấn"])
COMMUNES |= {"xã, thị trấn", "xã, phường", "các phường", "các xã, phường"}


ALWAYS_OF_A_PLACE = ("cqtt_diem", "dccs_diem")


def is_named_post(text: str) -> bool:
    """One post, not leaders at large: whom a reception by a leader is always of."""
    return _NAMED_POST.match(plain(text)) is not None


def is_of_the_communes(part: Part) -> bool:
    """ "các xã, thị trấn": all communes, named as one body."""
    return part.kind == "body" and plain(part.text) in COMMUNES


def of_several_posts(read: Read, context: Context) -> bool:
    """ "lãnh đạo UBND tỉnh, các ngành và chủ tịch UBND các huyện tiếp 176 lượt": leaders at large."""
    first = read
    while first.chain is not None:
        first = first.chain
    left = first.stream.tokens[first.attached.left[0] : first.attached.mention.first]
    return sum(one.kind == "post" for one in limits_in(left, context)) > 1


def where_of(stretches: list[list[Token]], context: Context, always: bool) -> Part | None:
    """The place, body, level or post among a number's own words: right of it first, a name before a sort."""
    for tokens in stretches:
        found = where_limits(tokens, context)
        if not found:
            alone = _NAME_ALONE.search(words_of(tokens, context))
            if alone and len(alone[1]) > 3 and not _BODY.match(alone[1]):
                own = plain(alone[1]) in context.own_names
                return Part(alone[1], "place", always and not own, own=own)
            bare = bare_level(tokens, context)
            if bare is not None:
                return Part(bare.text, "body", False, own=bare.own)
            continue
        limit = next((one for one in found if one.kind == "place"), found[0])
        if limit.whole:
            continue
        named = limit.named or limit.kind == "body"
        return Part(limit.text, limit.kind, always and named and not limit.own, own=limit.own)
    return None


def each_place(read: Read, context: Context) -> list[Part]:
    """ "Đồng Hới, Tuyên Hóa, Minh Hóa mỗi nơi 1 lượt đoàn": one number of each place named."""
    tokens, attached = read.stream.tokens, read.attached
    left = tokens[attached.left[0] : attached.mention.first]
    at = next((index for index, token in enumerate(left) if token.text == "mỗi"), None)
    if at is None or at + 1 >= len(left) or left[at + 1].text not in _EACH or len(left) - at > _CLOSE:
        return []
    named = [one for one in limits_in(left[:at], context) if one.kind == "place" and one.named]
    return [Part(one.text, "place", True) for one in named] if len(named) > 1 else []


_CLOSE = 6  # tokens from "mỗi" to the number


_EACH = frozenset(["nơi", "xã", "phường", "huyện", "tỉnh", "đơn", "địa", "thôn", "ấp", "thành", "thị"])


def limiting_words(tokens: list[Token], context: Context) -> Part | None:
    """The words as a part, where most of them name a place, body, post or level."""
    tokens = trimmed(tokens)
    if not tokens or tokens[0].text == "theo":
        return None
    limits = where_limits(tokens, context)
    covered = sum(limit.last - limit.first for limit in limits)
    if (
        not limits
        or covered * 2 < len(tokens)
        or all(limit.own and limit.kind == "place" for limit in limits)
    ):
        return None
    return Part(words_of(tokens, context), limits[0].kind, False)


def opening_limit(tokens: list[Token], context: Context, marked: bool) -> Part | None:
    """ "Trụ sở tiếp công dân, phiên định kỳ ngày 15": a label that opens with its limit; a field whole."""
    limits = limits_in(tokens, context)
    if not limits:
        return None
    first = limits[0]
    if first.kind == "field" and " ".join(token.text for token in tokens[: first.first]) in _OF_A_FIELD:
        return Part(first.text, "field", False)
    after = tokens[first.last].text if first.last < len(tokens) else ""
    opens = first.first == 0 or (first.first == 1 and tokens[0].text in ("riêng", "tại", "ở"))
    if marked and opens and first.kind in WHERE and not first.own and after in (",", "của", "-"):
        return Part(first.text, first.kind, tokens[0].text == "riêng")
    return None


_OF_A_FIELD = frozenset(
    ["về", "lĩnh vực", "về lĩnh vực", "trong lĩnh vực", "nội dung", "về nội dung", "đơn về"]
)


def part_of_nothing(read: Read, context: Context) -> Part | None:
    """ "Không có hội nghị phản biện nào ở cấp xã": whom a nought is of, said after it."""
    tokens, first = read.stream.tokens, read.attached.mention.last
    end = first
    while end < len(tokens) and tokens[end].kind != "number" and tokens[end].text not in ",;:":
        end += 1
    for limit in where_limits(tokens[first:end], context):
        if limit.first == 0 or tokens[first + limit.first - 1].text in ("ở", "tại", "của", "thuộc"):
            return Part(limit.text, limit.kind, not limit.own, own=limit.own)
    return None


_LEVEL = re.compile(
    rf"(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+[{_UPPER}\d]", re.IGNORECASE
)


def level_of(texts: list[str]) -> str:
    """The level of the report's own unit, by the first text that names one: "huyện"."""
    for text in texts:
        said = _LEVEL.search(text)
        if said and not said[0][-1].islower():
            return plain(said[1])
    return ""


def own_names(texts: list[str]) -> str:
    """The normalised text of the title and issuer, in which the report's own place is looked up."""
    return " | ".join(plain(text) for text in texts)
