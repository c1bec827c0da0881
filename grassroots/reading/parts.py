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
from grassroots.reading.lexicon import Phrases, lexicon
from grassroots.reading.model import PartKind
from grassroots.reading.part_words import earlier_period_in, own_stretches
from grassroots.reading.tokens import Token
from grassroots.reading.twin import plain

if TYPE_CHECKING:
    from grassroots.reading.streams import Context, Read

_UPPER = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper() and letter.isalpha())
_PLACE = re.compile(
    r"(?<![^\W\d_])(?:(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|TT\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|TX\.?|[Tt]hành phố|"
    r"TP\.?|[Tt]ỉnh|[Đđ]ặc khu|[Tt]hôn|[Ấấ]p)\s+|TX\.|TP\.|TT\.)"
    rf"((?:[{_UPPER}][^\W\d_]*)(?:[ -]+[{_UPPER}][^\W\d_]*){{0,3}})"
)
_NAME_ALONE = re.compile(
    rf"^\W*(?:như|là|ở|tại|và|riêng)?:?\s*([{_UPPER}][^\W\d_]+(?:[ -]+[{_UPPER}][^\W\d_]+){{1,3}})\s*"
    r"(?::|có|là|đạt|tiếp|với|-)?\s*$"
)
_BODY = re.compile(
    r"UBND|HĐND|MTTQ|Ban |Sở |Mặt trận|Thanh|Hội |Công an|Trong|Tổng|Kết|Qua|Năm|Toàn|Hòa giải|Hoà giải"
)
_POST = re.compile(
    r"(?:phó chủ tịch|chủ tịch|phó bí thư|bí thư|giám đốc|thủ trưởng|lãnh đạo|chánh thanh tra|trưởng phòng|"
    r"người đứng đầu|thường trực (?:hđnd|huyện|tỉnh|thành))"
    r"(?:,? (?!tiếp|đã|trực|định|đột|có|là|được|chủ trì|với|và|cùng|theo|vào|về)[^\W\d_]+){0,7}"
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
def _wordings() -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for kind in ("level", "post", "body", "field", "kind"):
        for wording in lexicon().parts[kind]:
            phrases.add(wording, kind)
    return phrases


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
    if child:
        return _leftover(read, context)
    if own is not None and _set_apart(read):
        return Part(own.text, own.kind, True)
    return own


def _set_apart(read: Read) -> bool:
    """ "riêng": said to be a part."""
    tokens, attached = read.stream.tokens, read.attached
    return any(token.text == "riêng" for token in tokens[attached.left[0] : attached.left[1]])


def _stated(read: Read, context: Context) -> Part | None:
    stretches = own_stretches(read)
    code = read.choices[0].code
    if code.startswith("tcd"):
        for tokens in stretches:
            said = _POST.search(plain(_text(tokens, context)))
            if said:
                text = _text(tokens, context)
                named = text[said.start() : said.end()].strip(" ,:")
                if plain(named) in _LEADERS_AT_LARGE:
                    continue
                return Part(named, "post", _NAMED_POST.match(plain(named)) is not None)
    if code.startswith("khen_thuong"):  # who stands left of the number is the giver
        return _merit(stretches, context)
    for tokens in stretches:
        place = _place(_text(tokens, context), context, code.startswith(_ALWAYS_OF_A_PLACE))
        if place:
            return place
    kind = _kind_of_case(read, code)
    if kind:
        return kind
    for tokens in stretches:
        found = _worded(tokens, context, code)
        if found:
            return found
    return None


_KINDS = {"kn": "khiếu nại", "tc": "tố cáo", "knpa": "kiến nghị, phản ánh", "kntc": "khiếu nại, tố cáo"}


def _kind_of_case(read: Read, code: str) -> Part | None:
    """The kind of petition where the indicator has no code of its own for it."""
    if code != "ty_le_giai_quyet" and not code.startswith("don_"):
        return None
    for kind, cost in read.slots.get("kind", {}).items():
        if kind in _KINDS and cost < (1.4 if code == "ty_le_giai_quyet" else 0.5):
            return Part(_KINDS[kind], "kind", kind != "kntc")
    return None


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


def _place(text: str, context: Context, strong: bool) -> Part | None:
    for match in _PLACE.finditer(text):
        if plain(match[1]) not in context.own_names:
            return Part(match[0].strip(), "place", strong)
        return Part(match[0].strip(), "place", False, own=True)  # a part only beside another place
    alone = _NAME_ALONE.search(text)
    if alone and len(alone[1]) > 3 and not _BODY.match(alone[1]):
        own = plain(alone[1]) in context.own_names
        return Part(alone[1], "place", strong and not own, own=own)
    return None


def _worded(tokens: list[Token], context: Context, code: str) -> Part | None:
    at = 0
    while at < len(tokens):
        hit = _wordings().at(tokens, at)
        reception = code.startswith("tcd")  # there posts are limits, while "thường xuyên" makes the indicator
        if hit and hit[1][0] != ("kind" if reception else "post"):
            kind = hit[1][0]
            start, end = context.twin.back(tokens[at].start, tokens[at + hit[0] - 1].end)
            return Part(context.passage.text[start:end], kind, False)  # type: ignore[arg-type]
        at += 1
    return None


def _leftover(read: Read, context: Context) -> Part | None:
    """A part of an enumeration with no indicator of its own: what its words say beyond the number."""
    for stretch in own_stretches(read):
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
    start, end = context.twin.back(tokens[0].start, tokens[-1].end)
    text = context.passage.text[start:end]
    covered, at, kind = 0, 0, "body"
    while at < len(tokens):
        hit = _wordings().at(tokens, at)
        if hit and hit[1][0] in ("level", "post", "body"):
            covered, kind = covered + hit[0], hit[1][0]
        at += hit[0] if hit else 1
    if covered * 2 >= len(tokens):
        return Part(text, kind, False)  # type: ignore[arg-type]
    place = _place(text, context, False)
    return place if place is not None and not place.own and 2 * len(place.text) >= len(text) else None


def own_names(texts: list[str]) -> str:
    """The normalised text of the title and issuer, in which the report's own place is looked up."""
    return " | ".join(plain(text) for text in texts)
