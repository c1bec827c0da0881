"""What a bare number counts: its unit stands elsewhere in the clause, in its parent, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.choose import Slots, choices
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.limits import limits_in
from grassroots.reading.reach import Attached, Reach
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read

_HEAD_NOUNS = frozenset(
    {
        "petition",
        "matter",
        "visit",
        "person",
        "member",
        "model",
        "group",
        "delegation",
        "mediator",
        "team",
        "opinion",
        "attendee",
        "project",
        "works",
        "topic",
        "voter",
        "household",
        "file",
        "collective",
        "individual",
        "session",
        "content",
        "convention",
        "class",
    }
)


_OF_WHERE = 5  # tokens of "của trường", "phường Ngọc Hà"
_IN_TEAMS = {"team": "mediator", "board": "member"}
_BETWEEN = frozenset(["là", "có", "gồm", ":", "với", "khoảng", "hiện", "nay", "đã", "đạt", "tổng", "số"])
_BETWEEN |= {"cộng", "lên", "tới", "còn", "được", "gần", "trên", "hơn"}


def counted_as(attached: Attached, stream: Stream, siblings: Sequence[Read], words: Lexicon) -> str | None:
    """ "hòa giải viên là 3.902 người", "Ban Thanh tra nhân dân 9 người", "88 tổ với 530 người": the noun or
    number right before tells what the people are."""
    tokens, at = stream.tokens, attached.mention.first
    if siblings and siblings[-1].unit in _IN_TEAMS and siblings[-1].choices:
        gap = tokens[siblings[-1].attached.mention.last : at]
        if len(gap) <= 3 and any(token.text in ("với", "gồm", "có") for token in gap):
            return _IN_TEAMS[siblings[-1].unit or ""]
    after = attached.mention.last
    if [token.text for token in tokens[after : after + 1]] in (["làm"], ["là"]):
        hit = words.units.at(tokens, after + 1)
        if hit and hit[1][0] in ("mediator", "member"):
            return hit[1][0]
    while at > attached.left[0] and tokens[at - 1].text in _BETWEEN:
        at -= 1
    for cue in reversed(stream.cues):  # "Ban Thanh tra nhân dân của trường gồm 5 người"
        gap = tokens[cue.last : at]
        if not attached.left[0] <= cue.first < at or len(gap) > _OF_WHERE:
            continue
        boards = any(slot == "body" and value not in ("mttq", "boards") for slot, value in cue.meanings)
        if boards and (not gap or gap[0].text in ("của", "xã", "phường", "huyện", "thị", "trường")):
            return "member"
        break
    for start in range(max(attached.left[0], at - 6), at):
        hit = words.units.at(tokens, start)
        if hit and start + hit[0] == at and hit[1][0] in ("mediator", "member", "voter"):
            return hit[1][0]
        named = next((cue for cue in stream.cues if cue.first == start and cue.last == at), None)
        if named and any(slot == "body" and value != "mttq" for slot, value in named.meanings):
            return "member"
    return None


_TELLING = ("stage", "result", "act", "model_stage", "verdict", "done")
_BESIDE = 0.3
_IMPLIABLE = ("petition", "matter", "voter", "model", "visit")


def implied_unit(
    attached: Attached, stream: Stream, slots: Slots, siblings: Sequence[Read], words: Lexicon
) -> str | None:
    """A bare number's unit by what is said of it: "số hòa giải thành công 186" are matters. A number with an
    unknown word after it ("4 chỗ") isn't bare."""
    if attached.mention.value >= 1000 and attached.mention.number_end - attached.mention.number_at > 1:
        return None  # "83 ngàn"
    if not is_bare(attached, stream, words):
        return None
    told = [
        slot
        for slot in _TELLING
        if any(cost <= _BESIDE and value not in _TELL_LITTLE for value, cost in slots.get(slot, {}).items())
    ]
    if not told:
        return None
    best: tuple[float, str] | None = None
    before = [
        read.unit for read in siblings if read.unit not in (None, "percent", "other", "document", "day")
    ]
    if before[-1:] and before[-1] in _NEVER_DONE_WITH:
        return None  # "ý kiến 612, đã giải quyết xong 451"
    for unit in dict.fromkeys([*reversed(before), *_IMPLIABLE]):
        for choice in choices(unit, slots, words)[:1] if unit else ():
            fits = choice.code != "-" and any(slot in choice.rule.need for slot in told)
            score = choice.score - (
                _AT_LARGE if unit == "matter" and choice.code.startswith(("vu_viec_", "don_")) else 0
            )
            score += (0.25 if unit in before else 0) + (0.15 if before[-1:] == [unit] else 0)
            if fits and (best is None or score > best[0]):
                best = score, unit
    return best[1] if best else None


_AT_LARGE = 1.2  # a bare number counts petitions rather than matters of any kind
_NEVER_DONE_WITH = frozenset(["opinion", "file", "content", "visit", "class", "session", "meeting"])


def is_bare(attached: Attached, stream: Stream, words: Lexicon) -> bool:
    """No unknown word stands where a unit would."""
    tokens, after = stream.tokens, attached.mention.last
    if after >= len(tokens) or tokens[after].kind != "word":
        return True
    if after in [index for index, _ in stream.brackets]:
        return True
    return tokens[after].text in words.settings["parting_words"] | _GOES_ON or any(
        cue.first == after and any(slot in _SAID_OF_NUMBERS for slot, _ in cue.meanings)
        for cue in stream.cues
    )


_GOES_ON = frozenset(["đều", "cũng", "vẫn", "mới"])
_SAID_OF_NUMBERS = frozenset([*_TELLING, "kind", "done", "ratio", "award_stage", "change", "law", "earlier"])


_TELL_LITTLE = frozenset(["establish", "held", "register", "supervise", "left", "built"])


def _named(attached: Attached, stream: Stream, siblings: Sequence[Read], words: Lexicon) -> str | None:
    """The noun before a bare number: "số thành viên gần 900", "tính theo lượt thì 16.790"."""
    tokens = stream.tokens
    at = attached.left[0] if is_bare(attached, stream, words) else attached.left[1]
    models = any(read.unit == "model" for read in siblings)
    while at < attached.left[1]:
        hit = words.units.at(tokens, at) if tokens[at].kind == "word" else None
        opens = at == 0 or tokens[at - 1].text in ",;:" or (at == 1 and len(tokens[0].text) == 1)
        if hit and models and opens and hit[1][0] in ("collective", "individual"):
            return hit[1][0]
        led = at == 0 or tokens[at - 1].text in _BEFORE_HEAD_NOUN or (at == 1 and len(tokens[0].text) == 1)
        if hit and hit[1][0] in _HEAD_NOUNS and (led or (hit[1][0] in _SAY_ALL and hit[0] > 1)):
            return hit[1][0]
        at += hit[0] if hit else 1
    return None


_IN_ALL = frozenset(["tổng", "số", "cộng", "toàn", "huyện", "tỉnh", "xã", "cả", "thảy", "là"])
_WHAT_A_HEADING_COUNTS = {
    "petition": "petition",
    "mediation": "matter",
    "model": "model",
    "reception": "visit",
}
_PEOPLE_OR_VISITS = frozenset(["person", "visit", "delegation", "group", "attendee"])
_SAY_ALL = frozenset(["group", "mediator", "team"])  # wordings that can't be anything else


def counted_elsewhere(
    attached: Attached,
    stream: Stream,
    above: Read | None,
    siblings: Sequence[Read],
    words: Lexicon,
    carried: Sequence[Reach],
    context: Context,
) -> str | None:
    """A bare number's unit: its parent's, else the noun before it ("số thành viên gần 900"), else its
    neighbour's."""
    named = _named(attached, stream, siblings, words)
    if named is not None and above is not None and named != above.unit and named in _PEOPLE_OR_VISITS:
        return named
    if above is not None and above.unit not in (None, "other", "percent", "document"):
        last = siblings[-1] if siblings and siblings[-1].parent is above else None
        said = last is not None and (
            last.attached.mention.unit_from is not None or (bool(last.choices) and last.unit != above.unit)
        )
        said = said and last is not None and last.unit != "percent"
        return last.unit if last is not None and said else above.unit  # "(510 hòa giải viên, 120 là nữ)"
    implied = words.settings["implied_units"]
    for reach in attached.reaches:
        if reach.side == "right" and reach.cost == 0 and reach.slot == "kind" and reach.value in _NAMED_KINDS:
            return "petition"  # "Phân loại: 92 khiếu nại, 35 tố cáo"
        if reach.side == "left" and reach.cost < 0.3 and reach.value in implied:
            return str(implied[reach.value])
    tokens = stream.tokens
    if attached.mention.total is not None:
        whole = attached.mention.total.value
        same = [read for read in siblings if read.attached.mention.value == whole and read.unit in _DONE_WITH]
        if same:
            return same[-1].unit  # "tiếp nhận 670 vụ, 670/670 đã giải quyết"
        ratios = [read for read in siblings if read.attached.mention.total is not None]
        if ratios:
            return ratios[-1].unit
    listed = _in_a_list(attached, stream, siblings, words, context)
    if listed is not None:
        return listed
    if named is not None:
        return named
    words_left = [
        token.text for token in tokens[attached.left[0] : attached.mention.first] if token.kind == "word"
    ]
    if words_left and all(word in _IN_ALL for word in words_left):
        for reach in carried:
            if reach.slot == "subject" and reach.value in _WHAT_A_HEADING_COUNTS:
                return _WHAT_A_HEADING_COUNTS[reach.value]
    if siblings and (
        attached.chained or (siblings[-1].unit in _DONE_WITH and _says_what_was_done(attached, tokens))
    ):
        return siblings[-1].unit
    left = tokens[attached.left[0] : attached.left[1]]
    if siblings and 2 <= len(left) <= 6 and left[0].text in _PLACES and siblings[-1].attached.mention.elided:
        return siblings[-1].unit  # "xã Tân Văn là 31, xã Phú Sơn 18"
    return None


_LONGEST_NAME = 7  # tokens


def _in_a_list(
    attached: Attached, stream: Stream, siblings: Sequence[Read], words: Lexicon, context: Context
) -> str | None:
    """ "Quảng Ninh 6 lượt đoàn (27 người), Bố Trạch 4": names with numbers; "ý kiến của hai cấp: đất đai 196,
    giao thông 121": the unit is the list's head."""
    tokens, first = stream.tokens, attached.mention.first
    after = attached.mention.last
    if attached.mention.total is not None or (after < len(tokens) and tokens[after].kind == "word"):
        return None
    start = max(
        (at + 1 for at in range(attached.left[0], first) if tokens[at].text == ":"), default=attached.left[0]
    )
    left = tokens[start:first]
    while left and (left[0].kind == "mark" or left[0].text in _BEFORE_NAMES):
        left = left[1:]
    limits = limits_in(left, context) if 0 < len(left) <= _LONGEST_NAME else []
    named = bool(limits) and limits[0].first == 0 and limits[-1].last >= len(left) - 1
    if not named:
        return None
    if siblings and siblings[-1].choices and not siblings[-1].dropped and siblings[-1].unit in _HEAD_NOUNS:
        return siblings[-1].unit if siblings[-1].part is not None else None
    colon = next((at for at in range(first) if tokens[at].text == ":"), None)
    if colon is None or siblings:
        return None
    heads = [words.units.at(tokens, at) for at in range(colon)]
    units = [hit[1][0] for hit in heads if hit and hit[1][0] in _HEADS_OF_LISTS]
    return units[0] if units else None


_BEFORE_NAMES = frozenset(["và", "còn", "là", "ở", "tại", "rồi", "tới"])
_HEADS_OF_LISTS = frozenset(
    ["opinion", "petition", "matter", "visit", "model", "works", "session", "proposal"]
)
_PLACES = frozenset(["xã", "phường", "huyện", "quận", "tỉnh", "thị", "thành", "thôn", "ấp"])
_NAMED_KINDS = frozenset(["kn", "tc", "kntc"])
_DONE_WITH = frozenset(["petition", "matter", "model"])


def _says_what_was_done(attached: Attached, tokens: Sequence[Token]) -> bool:
    """ "phát sinh 21 vụ, thụ lý 14, giải quyết 11": the verb right before a bare number, or in its label
    ("thuộc quyền giải quyết của huyện: 58")."""
    first = attached.mention.first
    labelled = first > 0 and tokens[first - 1].text == ":"
    return any(
        reach.side == "left"
        and reach.slot in ("stage", "result", "model_stage")
        and (reach.cost < 0.1 or labelled)
        for reach in attached.reaches
    )


_BEFORE_HEAD_NOUN = frozenset(["số", "lượng", "tổng", ",", ";", ":", "các", "đầu", "riêng", "theo"])
