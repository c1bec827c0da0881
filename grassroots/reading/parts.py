"""What a figure is limited to: a place, body, post, level, field, kind or an earlier period.

A limit said where nothing contrasts with it is often no limit at all ("lãnh đạo huyện tiếp 12 lượt" in the
huyện's own report): such weak parts are kept only where the same indicator is given more than once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from grassroots.reading.cues import cues_of
from grassroots.reading.lexicon import lexicon
from grassroots.reading.limits import WHERE, bare_level, limits_in, where_limits
from grassroots.reading.model import PartKind
from grassroots.reading.part_words import earlier_period_in, own_stretches
from grassroots.reading.place_names import Limit
from grassroots.reading.tokens import Token
from grassroots.reading.twin import plain

if TYPE_CHECKING:
    from grassroots.reading.streams import Context, Read

_UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and letter.isalpha())
_NAME_ALONE = re.compile(
    rf"^\W*(?:như|là|ở|tại|và|riêng)?:?\s*([{_UPPER}][^\W\d_]+(?:[ -]+[{_UPPER}][^\W\d_]+){{1,3}})\s*"
    r"(?::|có|là|đạt|tiếp|với|-)?\s*$"
)
_BODY = re.compile(
    r"UBND|HĐND|MTTQ|Ban |Sở |Mặt trận|Thanh|Hội |Công an|Trong|Tổng|Kết|Qua|Năm|Toàn|Hòa giải|Hoà giải"
)
# one post, not leaders at large: whom a reception by a leader is always of
_LEADERS_AT_LARGE = frozenset(["lãnh đạo", "thủ trưởng", "người đứng đầu", "lãnh đạo các cấp"])
_NAMED_POST = re.compile(r"(?:phó )?chủ tịch|(?:phó )?bí thư|giám đốc|chánh thanh tra")
_QUOTED = re.compile(r"[“\"]([^”\"]{4,60})[”\"]")


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


def part_of(read: Read, context: Context) -> Part | None:
    """The part of a number, from its own words, its parent's, or, for a rate, that of its counts."""
    part = _own_part(read, context)
    if part is None and read.unit == "percent" and read.before is not None and _goes_with_counts(read):
        part = read.before.part
    if part is None and read.parent is not None and not read.parent.dropped:
        part = read.parent.part
    return part


_RATE_WORDS = frozenset(["đạt", "bằng", "chiếm", "tỷ", "tỉ", "lệ", "tức", "tương", "đương", "là"])
_RATE_WORDS |= {"với", "khoảng", "gần", "trên", "hơn", "đều", "xấp", "xỉ", "ứng", "được", ",", ":"}


def _goes_with_counts(read: Read) -> bool:
    """ "…, đạt 93 %": nothing but words of rating between a rate and its counts."""
    tokens, attached = read.stream.tokens, read.attached
    return all(token.text in _RATE_WORDS for token in tokens[attached.left[0] : attached.left[1]])


def _own_part(read: Read, context: Context) -> Part | None:
    period = earlier_period_in(read, context)
    if period:
        return Part(period, "period", True)
    own = _stated(read, context)
    parent = read.parent
    child = (
        parent is not None
        and parent.choices
        and read.choices
        and parent.choices[0].code == read.choices[0].code
    )
    if own is not None and child:
        return Part(own.text, own.kind, True)
    if own is not None and read.choices[0].code.startswith(_OF_BOARDS) and _of_the_communes(own):
        return None  # boards are the communes' anyway
    if child:
        return _leftover(read, context)
    nought = read.attached.mention.zero and own is not None and own.kind in ("place", "level") and not own.own
    if own is not None and (nought or _set_apart(read)):
        return Part(own.text, own.kind, True)
    return own


_OF_BOARDS = ("ttnd_", "gsdt_", "ttnd_gsdt_")


def is_named_post(text: str) -> bool:
    """One post, not leaders at large: whom a reception by a leader is always of."""
    return _NAMED_POST.match(plain(text)) is not None


def _of_the_communes(part: Part) -> bool:
    return part.kind == "body" and plain(part.text) in COMMUNES


COMMUNES = frozenset(["các xã", "các xã, thị trấn", "xã, phường, thị trấn", "các xã, phường, thị trấn"])
COMMUNES |= {"xã, thị trấn", "xã, phường", "các phường", "các xã, phường"}


def _set_apart(read: Read) -> bool:
    """ "riêng": said to be a part."""
    tokens, attached = read.stream.tokens, read.attached
    return any(token.text == "riêng" for token in tokens[attached.left[0] : attached.left[1]])


def _stated(read: Read, context: Context) -> Part | None:
    stretches = own_stretches(read, context)
    code = read.choices[0].code
    if "tcd_" in code:
        for tokens in stretches:
            if _several_posts(read, context):
                break
            post = next((one for one in where_limits(tokens, context) if one.kind == "post"), None)
            if post is not None and not post.whole and plain(post.text) not in _LEADERS_AT_LARGE:
                return Part(post.text, "post", is_named_post(post.text))
    if code.startswith("khen_thuong"):
        return _merit(stretches, context) or _where(stretches, context, False)  # else the giver
    always = code.startswith(_ALWAYS_OF_A_PLACE)
    where = _where(stretches, context, always)
    kind = _kind_of_case(read, code)
    what = kind or next(filter(None, (_what(tokens, context, code) for tokens in stretches)), None)
    if what is None and where is None:
        return (
            _next_in_list(read, context)
            or _named_before_bracket(read, context)
            or _about(read, context, code)
        )
    if what is not None and where is not None and not what.strong:
        return where if where.strong else what
    return where if where is not None and (what is None or where.kind == "place") else what


def _next_in_list(read: Read, context: Context) -> Part | None:
    """ "lĩnh vực đất đai 79,8%, hộ tịch 93,1%": what stands before a rate that follows one of a field."""
    before, tokens, attached = read.before, read.stream.tokens, read.attached
    if (
        read.unit != "percent"
        or before is None
        or before.unit != "percent"
        or before.stream is not read.stream
    ):
        return None
    if before.part is None or before.part.kind != "field" or not read.choices:
        return None
    words = _trimmed(tokens[attached.left[0] : attached.mention.first])
    return Part(_text(words, context), "field", False) if 0 < len(words) <= _NAME else None


_NAME = 5  # tokens


def _several_posts(read: Read, context: Context) -> bool:
    """ "lãnh đạo UBND tỉnh, các ngành và chủ tịch UBND các huyện tiếp 176 lượt": leaders at large."""
    first = read
    while first.chain is not None:
        first = first.chain
    left = first.stream.tokens[first.attached.left[0] : first.attached.mention.first]
    return sum(one.kind == "post" for one in limits_in(left, context)) > 1


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


def _named_before_bracket(read: Read, context: Context) -> Part | None:
    """ "Tư pháp - hộ tịch (96,2%), bảo trợ xã hội (93%)": a list of names, each number in brackets."""
    attached = read.attached
    if attached.left[0] != attached.left[1] or attached.right[0] != attached.right[1]:
        return None
    if read.parent is not None and not read.parent.dropped:
        return None
    tokens = _trimmed(_without_stages(read.outer_words))
    return Part(_text(tokens, context), "field", False) if 0 < len(tokens) <= 8 else None


_OF_A_TOPIC = ("ttnd_cuoc", "gsdt_cuoc", "ttnd_gsdt_cuoc", "mttq_", "tap_huan_", "doi_thoai_", "thanh_tra_")


def _about(read: Read, context: Context, code: str) -> Part | None:
    """ "2 cuộc về bình xét hộ nghèo": what supervision, training or dialogue was about."""
    tokens, attached = read.stream.tokens, read.attached
    right = tokens[attached.right[0] : attached.right[1]]
    if not code.startswith(_OF_A_TOPIC) or not right or right[0].text != "về":
        return None
    words = _trimmed(_without_stages(right))
    return (
        Part(_text(words, context), "field", False)
        if 0 < len(words) <= 12 and not _one_of_many(read)
        else None
    )


def _one_of_many(read: Read) -> bool:
    """ "12 cuộc về thu chi quỹ, cấp phát gạo, xây nhà": several topics of one number are no limit."""
    tokens, end = read.stream.tokens, read.attached.right[1]
    if end >= len(tokens) or tokens[end].text != ",":
        return False
    stop = end + 1
    while stop < len(tokens) and tokens[stop].text not in ",;.":
        stop += 1
    return stop < len(tokens) - 1 and not any(token.kind == "number" for token in tokens[end:stop])


_KINDS = {"kn": "khiếu nại", "tc": "tố cáo", "knpa": "kiến nghị, phản ánh", "kntc": "khiếu nại, tố cáo"}


def _kind_of_case(read: Read, code: str) -> Part | None:
    """The kind of petition where the indicator has no code of its own for it."""
    if code != "ty_le_giai_quyet" and not code.startswith("don_"):
        return None
    for kind, cost in read.slots.get("kind", {}).items():
        if kind in _KINDS and cost < (1.4 if code == "ty_le_giai_quyet" else 0.5) and not _of_all_kinds(read):
            short = any(token.text == kind for token in read.stream.tokens)  # the text's own "KN"
            return Part(kind.upper() if short else _KINDS[kind], "kind", kind != "kntc")
    return None


def _of_all_kinds(read: Read) -> bool:
    """A rate right after a count of petitions of no named kind is of all of them."""
    counts = read.before
    tokens, attached = read.stream.tokens, read.attached
    if read.unit == "percent" and any(
        token.text == "chung" for token in tokens[attached.left[0] : attached.mention.first]
    ):
        return True  # "tỷ lệ chung đạt 85,9%"
    if read.unit != "percent" or counts is None or not counts.choices or not _goes_with_counts(read):
        return False
    return counts.choices[0].code.startswith(("don_", "vu_viec_"))


_FOR = re.compile(r"(?:về|trong|vì|nhờ|thuộc)\s+((?:[^\s,;:]+\s*){1,9})")


def _merit(stretches: list[list[Token]], context: Context) -> Part | None:
    """What a commendation was for: a movement in quotation marks, or the words after "về", "trong", "nhờ"."""
    for tokens in stretches:
        quoted = _QUOTED.search(_text(tokens, context))
        if quoted:
            return Part(quoted[1], "field", True)
    for tokens in stretches:
        said = _FOR.search(_text(tokens, context))
        if said:
            return Part(re.sub(r"\s+(?:có|đã|được).*$", "", said[1].strip()), "field", False)
    return None


def _text(tokens: list[Token], context: Context) -> str:
    start, end = context.twin.back(tokens[0].start, tokens[-1].end)
    return context.passage.text[start:end]


_ALWAYS_OF_A_PLACE = ("cqtt_diem", "dccs_diem")


def _where(stretches: list[list[Token]], context: Context, always: bool) -> Part | None:
    """The place, body, level or post among a number's own words: right of it first, a name before a sort."""
    for tokens in stretches:
        found = where_limits(tokens, context)
        if not found:
            alone = _NAME_ALONE.search(_text(tokens, context))
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


_OF_RECEPTION = frozenset(
    ["đúng hạn", "thường xuyên", "định kỳ", "đột xuất", "trực tiếp", "tập thể", "cá nhân"]
)


_OF_A_CASE = ("tcd", "don_", "kn_", "tc_", "kntc_", "knpa_", "vu_viec_")
_ABOUT = ("về", "vực", "liên quan", "nội dung", "thuộc", "trong")


def _what(tokens: list[Token], context: Context, code: str) -> Part | None:
    """A field or a kind; of receptions "thường xuyên" makes the indicator and limits nothing."""
    found: list[Limit] = []
    for limit in limits_in(tokens, context):
        of_reception = code.startswith("tcd") and plain(limit.text) in _OF_RECEPTION
        if limit.kind not in ("field", "kind") or of_reception:
            continue
        if found and limit.first - found[-1].last > 1:
            break
        found.append(limit)  # "thanh tra hành chính theo kế hoạch"
    if not found:
        return None
    before = " ".join(token.text for token in tokens[max(0, found[0].first - 2) : found[0].first])
    after = tokens[found[-1].last].text if found[-1].last < len(tokens) else ""
    text = _text(tokens[found[0].first : found[-1].last], context)
    if plain(text) == "khác" and before.endswith(("cơ quan", "đơn vị", "nơi", "người", "chuyển")):
        return None  # "cơ quan khác"
    if plain(text) == "luật" and not code.startswith(("tap_huan", "tuyen_truyen")):
        return None  # "theo luật", "mức luật định"
    if plain(text) == "xây dựng" and found[-1].last >= len(tokens) - 1 and not before.endswith(_ABOUT):
        return None  # "đã xây dựng 25 mô hình"
    said = before.endswith(_ABOUT) or after == "chiếm"
    about = found[0].kind == "field" and said and code.startswith(_OF_A_CASE)
    of_models = code.startswith("mo_hinh") and before == "" and plain(text) in ("tập thể", "cá nhân")
    return Part(text, found[0].kind, about or (of_models and after == ""))


def _leftover(read: Read, context: Context) -> Part | None:
    """A part of an enumeration with no indicator of its own: what its words say beyond the number."""
    for stretch in own_stretches(read, context):
        tokens = _trimmed(_without_stages(stretch))
        if tokens:
            start, end = context.twin.back(tokens[0].start, tokens[-1].end)
            text = context.passage.text[start:end]
            if len(tokens) <= 14 and text.lower() not in _MOSTLY:
                return Part(text, "other", True)
    return None


_MOSTLY = frozenset(["phần lớn", "đa số", "chủ yếu", "hầu hết", "đa phần", "nhiều nhất"])


def _without_stages(tokens: list[Token]) -> list[Token]:
    """Words that told the indicator tell no part ("mới 224")."""
    cues = [cue for cue in cues_of(tokens, lexicon()) if any(slot in _TELLING for slot, _ in cue.meanings)]
    return [token for at, token in enumerate(tokens) if not any(cue.first <= at < cue.last for cue in cues)]


_TELLING = ("stage", "model_stage", "result")


def _trimmed(tokens: list[Token]) -> list[Token]:
    edges = _edges()
    while tokens and (tokens[0].text in edges or tokens[0].kind == "mark"):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in edges or tokens[-1].kind == "mark"):
        tokens = tokens[:-1]
    return tokens


def limiting_words(tokens: list[Token], context: Context) -> Part | None:
    """The words as a part, where most of them name a place, body, post or level."""
    tokens = _trimmed(tokens)
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
    return Part(_text(tokens, context), limits[0].kind, False)


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


def own_names(texts: list[str]) -> str:
    """The normalised text of the title and issuer, in which the report's own place is looked up."""
    return " | ".join(plain(text) for text in texts)
