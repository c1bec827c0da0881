"""Parts that say of what: a field, a kind of petition, a topic, a merit, a member of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grassroots.reading.limits import limits_in
from grassroots.reading.part_model import Part, goes_with_counts, trimmed, without_stages, words_of
from grassroots.reading.part_words import own_stretches
from grassroots.reading.place_names import Limit
from grassroots.reading.tokens import Token
from grassroots.reading.twin import plain

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read

_QUOTED = re.compile(r"[“\"]([^”\"]{4,60})[”\"]")


_FOR = re.compile(r"(?:về|trong|vì|nhờ|thuộc)\s+((?:[^\s,;:]+\s*){1,9})")


_NAME = 5  # tokens


_OF_A_TOPIC = ("ttnd_cuoc", "gsdt_cuoc", "ttnd_gsdt_cuoc", "mttq_", "tap_huan_", "doi_thoai_", "thanh_tra_")


_KINDS = {"kn": "khiếu nại", "tc": "tố cáo", "knpa": "kiến nghị, phản ánh", "kntc": "khiếu nại, tố cáo"}


_OF_RECEPTION = frozenset(
    ["đúng hạn", "thường xuyên", "định kỳ", "đột xuất", "trực tiếp", "tập thể", "cá nhân"]
)


_OF_A_CASE = ("tcd", "don_", "kn_", "tc_", "kntc_", "knpa_", "vu_viec_")


_ABOUT = ("về", "vực", "liên quan", "nội dung", "thuộc", "trong")


_MOSTLY = frozenset(["phần lớn", "đa số", "chủ yếu", "hầu hết", "đa phần", "nhiều nhất"])


def what_of(tokens: list[Token], context: Context, code: str) -> Part | None:
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
    text = words_of(tokens[found[0].first : found[-1].last], context)
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


def kind_of_case(read: Read, code: str) -> Part | None:
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
    if read.unit != "percent" or counts is None or not counts.choices or not goes_with_counts(read):
        return False
    return counts.choices[0].code.startswith(("don_", "vu_viec_"))


def about_of(read: Read, context: Context, code: str) -> Part | None:
    """ "2 cuộc về bình xét hộ nghèo": what supervision, training or dialogue was about."""
    tokens, attached = read.stream.tokens, read.attached
    right = tokens[attached.right[0] : attached.right[1]]
    if not code.startswith(_OF_A_TOPIC) or not right or right[0].text != "về":
        return None
    words = trimmed(without_stages(right))
    return (
        Part(words_of(words, context), "field", False)
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


def merit_of(stretches: list[list[Token]], context: Context) -> Part | None:
    """What a commendation was for: a movement in quotation marks, or the words after "về", "trong", "nhờ"."""
    for tokens in stretches:
        quoted = _QUOTED.search(words_of(tokens, context))
        if quoted:
            return Part(quoted[1], "field", True)
    for tokens in stretches:
        said = _FOR.search(words_of(tokens, context))
        if said:
            return Part(re.sub(r"\s+(?:có|đã|được).*$", "", said[1].strip()), "field", False)
    return None


def next_in_list(read: Read, context: Context) -> Part | None:
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
    words = trimmed(tokens[attached.left[0] : attached.mention.first])
    return Part(words_of(words, context), "field", False) if 0 < len(words) <= _NAME else None


def named_before_bracket(read: Read, context: Context) -> Part | None:
    """ "Tư pháp - hộ tịch (96,2%), bảo trợ xã hội (93%)": a list of names, each number in brackets."""
    attached = read.attached
    if attached.left[0] != attached.left[1] or attached.right[0] != attached.right[1]:
        return None
    if read.parent is not None and not read.parent.dropped:
        return None
    tokens = trimmed(without_stages(read.outer_words))
    return Part(words_of(tokens, context), "field", False) if 0 < len(tokens) <= 8 else None


def leftover_of(read: Read, context: Context) -> Part | None:
    """A part of an enumeration with no indicator of its own: what its words say beyond the number."""
    for stretch in own_stretches(read, context):
        tokens = trimmed(without_stages(stretch))
        if tokens:
            start, end = context.twin.back(tokens[0].start, tokens[-1].end)
            text = context.passage.text[start:end]
            if len(tokens) <= 14 and text.lower() not in _MOSTLY:
                return Part(text, "other", True)
    return None
