"""The meanings that reach a number, and at what cost.

A cue beside its number costs next to nothing; one at the head of the sentence, in the bracket's parent, in
the sentence before, in the heading costs more. Costs are compared, never added up over cues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from grassroots.reading.cues import Cue
from grassroots.reading.mention import Mention
from grassroots.reading.tokens import Token

# what a later clause is about says nothing of an earlier number: "1.562 tập thể đăng ký, 30 nhận Bằng khen"
_NEVER_AHEAD = ("award", "discipline", "penalty", "check", "inspectorate", "satisfaction", "online")
_NEVER_TRAILING = ("kind", "who", "crowd", "change", "plan")  # said of the next thing, not of the number
_COMMAS = frozenset([",", ";", "thì"])
_PREDICATES = ("stage", "act", "model_stage", "result", "done")
_INTRODUCED = 0.5  # a verb before a colon with words of its own after it
Side = str  # "left", "right", "chain", "coordination", "head", "ahead", "carried"


@dataclass(frozen=True, slots=True)
class Reach:
    """A meaning that reaches a number, from which side and at what cost."""

    slot: str
    value: str
    cost: float
    side: Side


@dataclass(slots=True)
class Attached:
    """A number with its own words: ``left`` and ``right`` are token ranges of the stream."""

    mention: Mention
    left: tuple[int, int]
    right: tuple[int, int]
    chained: bool = False  # shares the words to the left of the number before
    parent: int | None = None  # index of the number whose parts are enumerated here
    adds_up: bool = False  # with others it makes its parent's value
    mediated: bool = False  # its parts succeeded or failed: a matter mediated, no petition
    trail: tuple[int, int] | None = None
    shared: tuple[int, int] = (0, 0)  # the words right of a later number that are said of this one too
    reaches: list[Reach] = field(default_factory=list)


def reaches_of(
    tokens: Sequence[Token], found: Sequence[Attached], index: int, cues: Sequence[Cue], glued: frozenset[int]
) -> list[Reach]:
    attached = found[index]
    reached = _own(tokens, attached, cues, glued)
    if attached.chained:
        before = found[index - 1]
        reached += [
            Reach(r.slot, r.value, r.cost + 0.08, "chain")
            for r in before.reaches
            if r.side in ("left", "chain")
        ]
        reached += [
            Reach(r.slot, r.value, r.cost + 0.35, "coordination") for r in before.reaches if r.side == "right"
        ]
        groups = before.mention.unit in ("group", "delegation")
        if groups or any(token.text == "với" for token in tokens[attached.left[0] : attached.left[1]]):
            reached += [r for r in before.reaches if r.slot == "crowd" and r.side in ("unit", "right")]
    following = found[index + 1] if index + 1 < len(found) else None
    rates = "percent" in (attached.mention.unit, following.mention.unit if following else None)
    alike = following is not None and _alike(attached.mention.unit, following.mention.unit)
    if following and following.chained and alike and attached.right[0] == attached.right[1] and not rates:
        last = index + 1
        while (
            last + 1 < len(found) and found[last + 1].chained and found[last].right[0] == found[last].right[1]
        ):
            last += 1
        slash = following.mention.joined and last == index + 1
        side, base = ("right", 0.05) if slash else ("coordination", 0.2)
        right = _within(tokens, found[last].right, found[last].mention.last, cues, glued, side, base)
        attached.shared = found[last].right
        if not slash and any(
            reach.slot in _PREDICATES for reach in reached if reach.side in ("left", "chain")
        ):
            right = [reach for reach in right if reach.slot not in _PREDICATES]  # it has a verb of its own
        reached += right
    elif following and following.chained and alike and not rates:
        joint = [token.text for token in tokens[following.left[0] : following.left[1]]]
        if "và" in joint and not any(r.slot in _PREDICATES and r.slot != "act" for r in reached):
            right = _within(tokens, following.right, following.mention.last, cues, glued, "coordination", 0.3)
            reached += [reach for reach in right if reach.slot in _PREDICATES]
    reached += _head(tokens, found, index, cues)
    reached += _ahead(found, index, cues)
    return reached


_TOGETHER = (
    frozenset({"collective", "individual", "agency"}),
    frozenset({"visit", "person", "attendee", "matter", "delegation"}),
)


def _alike(one: str | None, other: str | None) -> bool:
    """Do two units make one list ("28 tập thể, 12 cá nhân nổi bật"), so that words after both are of both?"""
    return one is None or other is None or one == other or any({one, other} <= units for units in _TOGETHER)


def _own(
    tokens: Sequence[Token], attached: Attached, cues: Sequence[Cue], glued: frozenset[int]
) -> list[Reach]:
    number = attached.mention
    right = _within(tokens, attached.right, number.last, cues, glued, "right", 0.0)
    right += _trailing(tokens, attached, cues, glued)
    left = []
    for cue in cues:
        if attached.left[0] <= cue.first and cue.last <= attached.left[1]:
            commas = sum(tokens[i].text in _COMMAS and i not in glued for i in range(cue.last, number.first))
            cost = 0.05 + 0.012 * (number.first - cue.last) + 0.2 * commas
            colons = [i for i in range(cue.last, number.first) if tokens[i].text == ":"]
            introduced = any(i < number.first - 1 or tokens[i - 1].text in ("sau", "thể") for i in colons)
            left += [
                Reach(
                    slot, value, cost + (_INTRODUCED if introduced and slot not in _SEEN_AHEAD else 0), "left"
                )
                for slot, value in cue.meanings
            ]
    inside = []
    inner = number.unit_from if number.inner_from is None else number.inner_from
    if inner is not None:
        for cue in cues:
            if inner <= cue.first and cue.first < number.last:
                inside += [Reach(slot, value, 0.0, "unit") for slot, value in cue.meanings]
    return inside + right + left


def _trailing(
    tokens: Sequence[Token], attached: Attached, cues: Sequence[Cue], glued: frozenset[int]
) -> list[Reach]:
    """What follows the last number beyond a comma: often its predicate, after a list of attributes."""
    if attached.trail is None:
        return []
    found = []
    for cue in cues:
        # "…, còn lại là kiến nghị": said of the rest
        if attached.trail[0] <= cue.first < attached.trail[1] and tokens[cue.first].text != "còn":
            commas = sum(
                tokens[i].text == "," and i not in glued for i in range(attached.right[1], cue.first)
            )
            cost = 0.46 + 0.08 * commas + 0.01 * (cue.first - attached.right[1])
            said = [meaning for meaning in cue.meanings if meaning[0] not in _NEVER_TRAILING]
            found += [Reach(slot, value, cost, "trail") for slot, value in said]
    return found


def _within(
    tokens: Sequence[Token],
    stretch: tuple[int, int],
    number_end: int,
    cues: Sequence[Cue],
    glued: frozenset[int],
    side: Side,
    base: float,
) -> list[Reach]:
    found = []
    for cue in cues:
        if stretch[0] <= cue.first < stretch[1]:
            cost = base + 0.015 * (cue.first - number_end)
            found += [Reach(slot, value, cost, side) for slot, value in cue.meanings]
    return found


def _head(tokens: Sequence[Token], found: Sequence[Attached], index: int, cues: Sequence[Cue]) -> list[Reach]:
    """Words earlier in the stream: those that belong to other numbers cost more."""
    start = found[index].left[0]
    colons = [at for at in range(found[0].left[1]) if tokens[at].text == ":"]
    headline = colons[-1] if colons else 0
    parallel = _parallel_words(tokens, found, start)
    opener = index
    while found[opener].chained and opener > 0:
        opener -= 1
    left = tokens[found[opener].left[0] : found[opener].mention.first]
    goes_on = bool(left) and all(token.text in _GOES_ON for token in left)  # "…, đạt 100%; được 19 lượt"
    here: list[Reach] = []  # of the same segment between semicolons
    before: list[Reach] = []
    for cue in cues:
        if cue.last > start or index == 0:
            continue
        of_others = 0.0 if cue.last <= headline else 0.25
        semicolons = sum(token.text == ";" for token in tokens[cue.last : start])
        cost = 0.6 + 0.15 * min(2, semicolons) + 0.003 * (start - cue.last)
        for slot, value in cue.meanings:
            of_others_now = of_others - 0.25 if slot == "who" and goes_on else of_others
            extra = 0.3 if slot == "stage" and not of_others else 0.0
            if slot == "stage" and of_others and parallel[0] <= cue.first < parallel[1]:
                extra = -0.2
            (before if semicolons else here).append(Reach(slot, value, cost + of_others_now + extra, "head"))
    if any(
        reach.slot == "subject" for reach in here
    ):  # "Tuyên truyền: 05 buổi; 01 lớp tập huấn cho 75 người"
        before = [
            Reach("subject", reach.value, reach.cost + _SEGMENT_BEFORE, "head")
            if reach.slot == "subject"
            else reach
            for reach in before
        ]
    kinds_here = any(reach.slot == "kind" for reach in here)
    if kinds_here:
        before = [reach for reach in before if reach.slot != "kind"]
    return _without_mixed_kinds([*before, *here])


_SEGMENT_BEFORE = 0.3
_GOES_ON = frozenset(["trong", "đó", "được", "với", "có", "gồm", "là", "gặp", "tiếp", "đón"])


def _parallel_words(tokens: Sequence[Token], found: Sequence[Attached], start: int) -> tuple[int, int]:
    """ "khiếu nại thuộc thẩm quyền 125 vụ, đã giải quyết 110 vụ; tố cáo 23 vụ, …": the number that opens a
    segment is of the stage of the number that opened the segment before."""
    first = _of_segment(tokens, start)
    opener = next((one for one in found if one.left[0] >= first and one.mention.first < start), None)
    return (opener.left[0], opener.right[1]) if opener is not None and first < start else (0, 0)


def _of_segment(tokens: Sequence[Token], start: int) -> int:
    """Where the segment before the last semicolon begins, for a number that opens one; else ``start``."""
    if start == 0 or tokens[start - 1].text != ";":
        return start
    first = start - 1
    while first > 0 and tokens[first - 1].text != ";":
        first -= 1
    return first


def _without_mixed_kinds(reached: Sequence[Reach]) -> list[Reach]:
    """Two kinds named before leave a later number without a kind of its own."""
    kinds = {reach.value for reach in reached if reach.slot == "kind"}
    return [reach for reach in reached if len(kinds) == 1 or reach.slot != "kind"]


_SEEN_AHEAD = ("subject", "body")


def _ahead(found: Sequence[Attached], index: int, cues: Sequence[Cue]) -> list[Reach]:
    """Words later in the stream than the number's own; what is done, only of a later number of the same unit
    ("tỉnh 5 cuộc, huyện 32 cuộc, xã 217 cuộc giám sát")."""
    end, unit = found[index].right[1], found[index].mention.unit
    alike = (
        []
        if unit == "percent"
        else [(one.mention.first, one.right[1]) for one in found[index + 1 :] if one.mention.unit == unit]
    )
    return [
        Reach(slot, value, 0.9 + 0.006 * (cue.first - end), "ahead")
        for cue in cues
        if cue.first >= end
        for slot, value in cue.meanings
        if (slot in _SEEN_AHEAD and value not in _NEVER_AHEAD)
        or (value == "supervise" and any(first <= cue.first < last for first, last in alike))
    ]
