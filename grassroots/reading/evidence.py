"""What bears on a number before its indicator is chosen: its own words, its parent's, what is above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grassroots.reading.choose import without_the_front
from grassroots.reading.cues import cues_of
from grassroots.reading.frames import Frame
from grassroots.reading.given import BESIDE_IT, as_given, sums_up
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.reach import Attached, Reach
from grassroots.reading.reads import Context, Read
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import Token

_OUTER_WORDS = 0.15  # cost of the words right before a bracket for the number in it


@dataclass(slots=True)
class Standing:
    """A number where it stands: its stream, the number above it, those before it in the stream."""

    attached: Attached
    stream: Stream
    context: Context
    frame: Frame
    above: Read | None
    siblings: Sequence[Read]
    outer_words: list[Token]  # of the clause around the bracket it stands in

    @property
    def last(self) -> Read | None:
        """The number before it in the stream."""
        return self.siblings[-1] if self.siblings else None


def own_reaches(at: Standing, unit: str | None) -> list[Reach]:
    """What its own words say of a number, without what is said of others in its clause."""
    attached = at.attached
    reaches = [*attached.reaches, *at.context.outer, *_from_outer(at.outer_words, at.context.words)]
    if unit == "day":  # a title's leaders don't make every day a day of reception
        reaches = [reach for reach in reaches if (reach.slot, reach.side) != ("who", "carried")]
    if attached.adds_up and _rest_of_kinds(attached, at.stream, at.siblings):
        reaches = [reach for reach in reaches if (reach.slot, reach.value) != ("stage", "open")]
    if _is_the_rest(attached, at.stream):
        reaches = [reach for reach in reaches if reach.slot != "stage" or reach.value not in ("open", "left")]
    return reaches


def parent_of(at: Standing, own: Sequence[Reach]) -> Read | None:
    """The number that it is a part of; none for "thụ lý 66 vụ; thành 54, không thành 12": only stages."""
    first = at.last is not None and at.last is at.above
    return None if at.attached.adds_up and says_itself(own, first) else at.above


def all_reaches(
    at: Standing, own: list[Reach], above: Read | None, unit: str | None, given: Read | None
) -> list[Reach]:
    """Everything that bears on a number: its own words, its parent's, the clause's and the title's."""
    attached, reaches = at.attached, list(own)
    if _is_a_crowd(unit, above):
        reaches.append(Reach("crowd", "group", 0.1, "above"))  # "Bố Trạch 4 lượt (23 người)"
    reaches += [*_of_the_parent(above, reaches), *_carried(at, above, unit)]
    if attached.mediated:
        reaches = [reach for reach in reaches if reach.slot != "kind" and reach.value != "petition"]
    if attached.adds_up and above is not None and above.choices:
        reaches = [reach for reach in reaches if reach.slot != "subject" or reach.side == "above"]
    if sums_up(attached, at.stream):
        reaches = [reach for reach in reaches if reach.slot != "kind" or reach.side in BESIDE_IT]
    if unit == "percent" and at.last is not None:
        reaches += _of_counts(at.last)
    if given is not None:
        reaches = as_given(reaches, given)
    return without_the_front(reaches, unit)


def _is_a_crowd(unit: str | None, above: Read | None) -> bool:
    return (
        unit == "person"
        and above is not None
        and bool(above.choices)
        and above.choices[0].code == "tcd_doan_dong_nguoi"
    )


def _of_the_parent(above: Read | None, own: Sequence[Reach]) -> list[Reach]:
    """What is known of the parent, less what the number's own words say otherwise."""
    reaches = list(_from_above(above))
    if any(reach.slot == "kind" and reach.side == "head" for reach in own):  # "về khiếu nại: đúng 4, sai 17"
        reaches = [reach for reach in reaches if reach.slot != "kind"]
    of_a_kind = any(
        reach.slot == "kind" and reach.side in ("left", "unit") and reach.cost < OWN_PREDICATE
        for reach in own
    )
    if of_a_kind:  # came in, of that kind
        reaches = [reach for reach in reaches if reach.value != "to_process"]
    return reaches


def _carried(at: Standing, above: Read | None, unit: str | None) -> list[Reach]:
    """What titles and the sentences before say; the counts of a rate say what it is a rate of."""
    reaches = at.frame.reaches()
    if unit == "percent" and (at.siblings or at.above is not None):
        return [reach for reach in reaches if reach.slot not in ("stage", "result", "act")]
    return list(reaches)


OWN_PREDICATE = 0.35  # of words that are the number's own


def same_of_another_year(attached: Attached, stream: Stream) -> bool:
    """ "số đơn vượt cấp còn 04 đơn, năm 2022 có 13 đơn": nothing but the year is new."""
    left = stream.tokens[attached.left[0] : attached.mention.first]
    return bool(left) and all(token.kind != "word" or token.text in _ANOTHER_YEAR for token in left)


_ANOTHER_YEAR = frozenset(["năm", "có", "là", "cùng", "kỳ", "trước", "ngoái", "của"])


def _is_the_rest(attached: Attached, stream: Stream) -> bool:
    """ "còn 13 là kiến nghị, phản ánh": the rest is of that kind."""
    tokens, last = stream.tokens, attached.mention.last
    left = [token.text for token in tokens[attached.left[0] : attached.mention.first]]
    kinds = [
        cue for cue in stream.cues if cue.first == last + 1 and any(s == "kind" for s, _ in cue.meanings)
    ]
    return "còn" in left[-3:] and last < len(tokens) and tokens[last].text == "là" and bool(kinds)


def _rest_of_kinds(attached: Attached, stream: Stream, siblings: Sequence[Read]) -> bool:
    """ "khiếu nại 187, tố cáo 61, còn lại 264 đơn": the rest, and not what is left to do."""
    left = [token.text for token in stream.tokens[attached.left[0] : attached.mention.first]]
    if "lại" not in left or not siblings:
        return False
    if attached.mention.last < len(stream.tokens) and stream.tokens[attached.mention.last].text == "là":
        return True  # "còn lại 15 lá là việc khác"
    return "kind" in siblings[-1].slots and "stage" not in _own_slots(siblings[-1])


def _own_slots(read: Read) -> set[str]:
    return {
        reach.slot
        for reach in read.attached.reaches
        if reach.side in ("left", "right", "unit") and reach.cost < OWN_PREDICATE
    }


def says_itself(reaches: Sequence[Reach], first: bool = False) -> bool:
    """Words of its own say what became of the number. What stands before the ``first`` part may be said of
    the whole: "45 vụ mà các tổ thụ lý có 20 vụ đất đai"."""
    return any(
        reach.slot in ("stage", "result", "act", "model_stage", "verdict")
        and reach.side in (("right", "unit") if first else ("left", "right", "unit"))
        and reach.cost < OWN_PREDICATE
        and reach.value not in ("establish", "held", "supervise")
        for reach in reaches
    )


def bears(reaches: Sequence[Reach]) -> bool:
    """ "không có cá nhân nào bị kiểm điểm": what nobody had to bear."""
    return any(
        reach.value == "discipline" and reach.side == "right" and reach.cost < OWN_PREDICATE
        for reach in reaches
    )


def _from_outer(outer_words: list[Token], words: Lexicon) -> list[Reach]:
    return [
        Reach(slot, value, _OUTER_WORDS + 0.012 * (len(outer_words) - cue.last), "left")
        for cue in cues_of(outer_words, words)
        for slot, value in cue.meanings
    ]


def _of_counts(counts: Read) -> list[Reach]:
    """A rate that follows its counts is of what they are of: "190 đơn được giải quyết, tương đương 93,6%"."""
    return [
        Reach(slot, value, cost + 0.25, "chain")
        for slot, values in counts.slots.items()
        if slot not in ("change", "plan", "neutral", "ratio")
        for value, cost in values.items()
    ]


def _from_above(above: Read | None) -> Iterable[Reach]:
    if above is None:
        return []
    needed = above.choices[0].rule.need if above.choices else {}
    return [
        Reach(
            slot,
            value,
            min(cost + 0.45, _OF_PARENT) if value in needed.get(slot, ()) else cost + 0.45,
            "above",
        )
        for slot, values in above.slots.items()
        if slot not in ("change", "plan", "neutral")
        for value, cost in values.items()
    ]


_OF_PARENT = 1.0  # what a parent is known to be is known of its parts, however far off it was said
