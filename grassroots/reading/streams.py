"""The numbers of one stream, each with its meanings, its indicator and what limits it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from grassroots.periods import Period
from grassroots.reading.attach import attach
from grassroots.reading.brackets import head_of_bracket, words_of_bracket
from grassroots.reading.choose import Choice, Slots, choices, slots_of, without_the_front
from grassroots.reading.counted import counted_as, counted_elsewhere, implied_unit
from grassroots.reading.cues import cues_of, without_talk
from grassroots.reading.drops import drop_unprocessed, repeats, why_dropped
from grassroots.reading.frames import PEOPLE, Frame
from grassroots.reading.given import BESIDE_IT, as_given, given_before, sums_up
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.mentions import Mention, mentions_of, with_units
from grassroots.reading.model import Passage
from grassroots.reading.noughts import nought_grammar
from grassroots.reading.parts import Part, part_of, part_of_nothing
from grassroots.reading.rates import rate_of_counts, same_rate_again
from grassroots.reading.reach import Attached, Reach
from grassroots.reading.reckoned import reckon
from grassroots.reading.respective import set_as_before, set_respectively
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import Token
from grassroots.reading.twin import Twin
from grassroots.reading.zeros import Zero, ZeroGrammar

_OUTER_WORDS = 0.15  # cost of the words right before a bracket for the number in it


@dataclass(slots=True)
class Context:
    """What a passage's streams are read with."""

    passage: Passage
    twin: Twin
    masked: list[tuple[int, int]]
    words: Lexicon
    zeros: ZeroGrammar
    own_year: int | None
    own_names: str
    own_level: str = ""  # "huyện"
    own_period: Period | None = None  # where it is sure
    named_here: frozenset[str] = frozenset()  # names of the document that no list of units has
    outer: list[Reach] = field(default_factory=list)  # of the clause around a bracket that no number precedes
    pattern: tuple[str, ...] = ()  # units of the numbers a bracket follows: "54 lượt/61 người (…)"
    label: Part | None = None  # "Cấp xã:" before the numbers of an item


@dataclass(slots=True)
class Read:
    """One number of a stream, resolved."""

    attached: Attached
    stream: Stream
    slots: Slots
    choices: list[Choice]
    unit: str | None
    parent: Read | None = None
    outer_words: list[Token] = field(default_factory=list)  # of the outer clause, before the number's bracket
    before: Read | None = None  # the number before in the stream
    chain: Read | None = None  # the number before, whose words to the left are shared
    dropped: str | None = None  # why it is no figure
    part: Part | None = None
    given: bool = False  # the whole, in "x/y", was given before


def read_stream(
    stream: Stream, context: Context, frame: Frame, parent: Read | None, outer: list[Token]
) -> list[Read]:
    tokens, words = stream.tokens, context.words
    zeros = list(context.zeros.find(tokens))
    said_not = [(zero.first, zero.last) for zero in zeros]
    noughts = list(nought_grammar().find(tokens, said_not))
    negations = frozenset(nought.number_at for nought in noughts)
    cues = [
        cue for cue in cues_of(tokens, words, negations) if not any(a <= cue.first < b for a, b in said_not)
    ]
    mentions = mentions_of(tokens, [index for index, _ in stream.brackets], context.masked, words)
    cues = frame.known_again(without_talk(cues, mentions))
    stream.cues = cues
    mentions = with_units(mentions, context.pattern)
    if noughts:
        mentions = sorted([*mentions, *noughts], key=lambda mention: mention.first)
    context.pattern = ()
    reads: list[Read] = []
    every = attach(tokens, mentions, cues, words)
    wholes = frame.wholes_of(every) if not outer else {}
    for number, attached in enumerate(every):
        above = parent if parent is None or outer else frame.alike(parent, attached.mention.unit)
        above = wholes.get(id(attached), above)
        if attached.parent is not None:
            above = _parent_among(reads, attached.parent, attached.mention.unit)
        outer_words = outer if number == 0 or attached.chained else []
        reads.append(_resolve(attached, stream, context, frame, above, reads, outer_words))
    set_respectively(reads, tokens, context, frame.places)
    set_as_before(reads, tokens, frame.mains, context.twin.text)
    reckon(reads, words)
    drop_unprocessed(reads)
    everything = list(reads)
    for index, inner in stream.brackets:
        before = [read for read in reads if read.attached.mention.last <= index]
        above = before[-1] if before else parent
        words_before = words_of_bracket(stream, index, inner, before[-1] if before else None)
        context.outer = [] if before else head_of_bracket(stream, index)
        context.pattern = _units_of_group(reads, before[-1]) if before else ()
        everything.extend(read_stream(inner, context, frame, above, words_before))
        context.outer = []
    everything.extend(_resolve_zero(zero, stream, context) for zero in zeros)
    return everything


def _parent_among(reads: Sequence[Read], index: int, unit: str | None) -> Read:
    """The number whose parts follow: the one before, unless it is a change, a rate or no figure; then one of
    the same unit, else the nearest figure."""
    at = index
    while at > 0 and reads[at].attached.mention.joined:
        at -= 1
    if reads[at].choices and not reads[at].dropped and reads[at].unit != "percent":
        return reads[at]
    before = [read for read in reversed(reads[: index + 1]) if not read.dropped and read.unit != "percent"]
    alike = [read for read in before if unit is not None and read.unit == unit]
    telling = [read for read in before if read.choices and not read.attached.mention.joined]
    return next(iter([*alike[:1], *telling, *before]), reads[index])


def _units_of_group(reads: Sequence[Read], last: Read) -> tuple[str, ...]:
    at = reads.index(last)
    first = at
    while first > 0 and reads[first].attached.mention.joined:
        first -= 1
    units = [read.unit for read in reads[first : at + 1]]
    return tuple(unit for unit in units if unit) if all(units) else ()


def _resolve(
    attached: Attached,
    stream: Stream,
    context: Context,
    frame: Frame,
    above: Read | None,
    siblings: Sequence[Read],
    outer_words: list[Token],
) -> Read:
    words = context.words
    mention = attached.mention
    unit = mention.unit or counted_elsewhere(
        attached, stream, above, siblings, words, frame.reaches(), context
    )
    if unit == "person" and above is not None and above.unit == "mediator":
        unit = above.unit if mention.value < above.attached.mention.value else unit
    if attached.adds_up and above is not None and {unit, above.unit} <= PEOPLE:
        unit = above.unit  # "534 học viên: 349 công chức, 185 thành viên Ban TTND"
    if unit == "visit" and attached.chained and siblings and siblings[-1].unit in ("delegation", "group"):
        unit = "person"  # "6 đoàn, 175 lượt"
    if unit == "person":
        unit = counted_as(attached, stream, siblings, words) or unit
    if mention.unit is None:
        mention.elided = True
    named: Part | None = None
    of_models = above is not None and above.unit == "model"
    of_models = of_models or (mention.unit is None and any(read.unit == "model" for read in siblings))
    if unit in ("collective", "individual") and of_models:
        named = Part({"collective": "tập thể", "individual": "cá nhân"}[unit], "kind", True)
        unit = "model"  # "96 mô hình (81 tập thể, 15 cá nhân)"
    if unit in ("opinion", "proposal") and above is not None and above.unit in ("petition", "matter"):
        unit = above.unit  # "18 đơn (11 khiếu nại, 7 kiến nghị)"
    reaches = [*attached.reaches, *context.outer, *_from_outer(outer_words, words)]
    carried = frame.reaches()
    if unit == "percent" and (siblings or above is not None):  # its counts say what it is a rate of
        carried = [reach for reach in carried if reach.slot not in ("stage", "result", "act")]
    if unit == "day":  # a title's leaders don't make every day a day of reception
        reaches = [reach for reach in reaches if (reach.slot, reach.side) != ("who", "carried")]
    if attached.adds_up and _rest_of_kinds(attached, stream, siblings):
        reaches = [reach for reach in reaches if (reach.slot, reach.value) != ("stage", "open")]
    if _is_the_rest(attached, stream):
        reaches = [reach for reach in reaches if reach.slot != "stage" or reach.value not in ("open", "left")]
    first = bool(siblings) and siblings[-1] is above
    if attached.adds_up and _says_itself(reaches, first):
        above = None  # "thụ lý 66 vụ; thành 54, không thành 12": no parts but stages
    above_reaches = list(_from_above(above))
    if any(
        reach.slot == "kind" and reach.side == "head" for reach in reaches
    ):  # "về khiếu nại: đúng 4, sai 17"
        above_reaches = [reach for reach in above_reaches if reach.slot != "kind"]
    if (
        unit == "person"
        and above is not None
        and above.choices
        and above.choices[0].code == "tcd_doan_dong_nguoi"
    ):
        reaches.append(Reach("crowd", "group", 0.1, "above"))  # "Bố Trạch 4 lượt (23 người)"
    if any(
        reach.slot == "kind" and reach.side in ("left", "unit") and reach.cost < _OWN_PREDICATE
        for reach in reaches
    ):
        above_reaches = [
            reach for reach in above_reaches if reach.value != "to_process"
        ]  # came in, of that kind
    reaches += [*above_reaches, *carried]
    if attached.mediated:
        reaches = [reach for reach in reaches if reach.slot != "kind" and reach.value != "petition"]
    if attached.adds_up and above is not None and above.choices:
        reaches = [reach for reach in reaches if reach.slot != "subject" or reach.side == "above"]
    if sums_up(attached, stream):
        reaches = [reach for reach in reaches if reach.slot != "kind" or reach.side in BESIDE_IT]
    if unit == "percent" and siblings:
        reaches += _of_counts(siblings[-1])
    given = given_before(attached, unit, stream, siblings, frame)
    if given is not None:
        reaches = as_given(reaches, given)
    reaches = without_the_front(reaches, unit)
    slots = slots_of(
        reaches, words, percent=unit == "percent", ratio=mention.total is not None and given is None
    )
    if mention.total is not None:
        slots["ratio"] = {"part": 0.0}
        _settle(slots, unit)
    if unit is None:
        unit = implied_unit(attached, stream, slots, siblings, words)
    found = choices(unit, slots, words) if unit else []
    if unit == "percent":
        counts = siblings[-1] if siblings else None if outer_words else above
        told = rate_of_counts(attached, stream, counts, words)
        found = found if told is None else told
        if not found and told is None:
            rates = [
                read for read in siblings if read.unit == "percent" and read.choices and not read.dropped
            ]
            rate = rates[-1] if rates else frame.rate
            found = same_rate_again(attached, stream, outer_words, rate, context)
    if unit == "proposal" and not found and "petition" in slots.get("subject", {}):
        unit, slots["kind"] = "petition", {"knpa": 0.1}  # "601/640 kiến nghị, phản ánh thuộc thẩm quyền"
        if mention.total is not None:
            _settle(slots, unit)
        found = choices(unit, slots, words)
    chain = siblings[-1] if attached.chained and siblings else None
    before = siblings[-1] if siblings else above
    read = Read(attached, stream, slots, found, unit, above, outer_words, before, chain)
    read.dropped = why_dropped(read, words)
    read.given = given is not None and unit in ("petition", "matter")
    if siblings and siblings[-1].dropped == "sink" and _same_of_another_year(attached, stream):
        read.dropped = "sink"
    if mention.must_tell and not _says_itself(reaches) and not _bears(reaches):
        read.dropped = "narrowed"  # "không đơn nào bị bỏ quên"
    if given is not None and mention.total is None:
        read.dropped, read.slots, read.choices = "repeat", given.slots, given.choices
    if found and not read.dropped:
        read.part = named or part_of(read, context)
        if repeats(read, words):
            read.dropped = "repeat"
        received_by(read.part, read, words)
    return read


def received_by(part: Part | None, read: Read, words: Lexicon) -> None:
    """Whom a post received was received by a leader, however far off the post was named."""
    if part is not None and part.kind == "post" and read.choices[0].code in _BY_ANYBODY:
        read.slots["who"] = {"leaders": 0.7}
        read.choices = choices(read.unit or "", read.slots, words) or read.choices


_BY_ANYBODY = ("tcd_luot", "tcd_nguoi", "tcd_vu_viec")


_OWN_PREDICATE = 0.35


def _same_of_another_year(attached: Attached, stream: Stream) -> bool:
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
        if reach.side in ("left", "right", "unit") and reach.cost < _OWN_PREDICATE
    }


def _says_itself(reaches: Sequence[Reach], first: bool = False) -> bool:
    """Words of its own say what became of the number. What stands before the ``first`` part may be said of
    the whole: "45 vụ mà các tổ thụ lý có 20 vụ đất đai"."""
    return any(
        reach.slot in ("stage", "result", "act", "model_stage", "verdict")
        and reach.side in (("right", "unit") if first else ("left", "right", "unit"))
        and reach.cost < _OWN_PREDICATE
        and reach.value not in ("establish", "held", "supervise")
        for reach in reaches
    )


def _bears(reaches: Sequence[Reach]) -> bool:
    """ "không có cá nhân nào bị kiểm điểm": what nobody had to bear."""
    return any(
        reach.value == "discipline" and reach.side == "right" and reach.cost < _OWN_PREDICATE
        for reach in reaches
    )


def _from_outer(outer_words: list[Token], words: Lexicon) -> list[Reach]:
    return [
        Reach(slot, value, _OUTER_WORDS + 0.012 * (len(outer_words) - cue.last), "left")
        for cue in cues_of(outer_words, words)
        for slot, value in cue.meanings
    ]


_BARE_RATIO = 0.4


def _settle(slots: Slots, unit: str | None) -> None:
    """ "Khiếu nại 31/33 vụ": so many of so many, with no word for what was done, means settled."""
    if unit not in ("petition", "matter"):
        return
    subjects = slots.get("subject", {})
    mediated = subjects.get("mediation", 9.0)
    if mediated < min(subjects.get("petition", 9.0), 1.3) and "result" not in slots:
        slots["result"] = {"success": _BARE_RATIO}
    elif ("kind" in slots or "petition" in subjects) and "stage" not in slots:
        slots["stage"] = {"settled": _BARE_RATIO}


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


def _resolve_zero(zero: Zero, stream: Stream, context: Context) -> Read:
    mention = Mention(0.0, zero.first, zero.first, zero.opening_end, zero.last, zero.unit, zero=True)
    attached = Attached(mention, (zero.first, zero.first), (zero.last, zero.last))
    slots: Slots = {slot: {value: 0.0} for slot, value in zero.sets.items()}
    read = Read(attached, stream, slots, choices(zero.unit, slots, context.words), zero.unit)
    read.part = part_of_nothing(read, context)
    return read
