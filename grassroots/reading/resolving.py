"""One number resolved: its unit, its meanings, its indicator, its part, and whether it is a figure at all."""

from __future__ import annotations

from grassroots.reading.choose import Choice, Slots, choices, slots_of
from grassroots.reading.counted import counted_as, counted_elsewhere, implied_unit
from grassroots.reading.drops import repeats, why_dropped
from grassroots.reading.evidence import (
    Standing,
    all_reaches,
    bears,
    own_reaches,
    parent_of,
    same_of_another_year,
    says_itself,
)
from grassroots.reading.frames import PEOPLE
from grassroots.reading.given import given_before
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.mention import Mention
from grassroots.reading.part_model import Part
from grassroots.reading.part_where import part_of_nothing
from grassroots.reading.parts import part_of
from grassroots.reading.rates import rate_of_counts, same_rate_again
from grassroots.reading.reach import Attached
from grassroots.reading.reads import Context, Read
from grassroots.reading.sentences import Stream
from grassroots.reading.zeros import Zero


def resolve(at: Standing) -> Read:
    """The number as far as it can be known, with the reason where it is no figure."""
    attached, mention, words = at.attached, at.attached.mention, at.context.words
    unit = _unit_of(at)
    if mention.unit is None:
        mention.elided = True
    unit, named = _of_a_model(at, unit)
    unit = _of_petitions(at, unit)
    own = own_reaches(at, unit)
    above = parent_of(at, own)
    given = given_before(attached, unit, at.stream, at.siblings, at.frame)
    reaches = all_reaches(at, own, above, unit, given)
    slots = slots_of(
        reaches, words, percent=unit == "percent", ratio=mention.total is not None and given is None
    )
    if mention.total is not None:
        slots["ratio"] = {"part": 0.0}
        _settle(slots, unit)
    if unit is None:
        unit = implied_unit(attached, at.stream, slots, at.siblings, words)
    found = choices(unit, slots, words) if unit else []
    if unit == "percent":
        found = _of_a_rate(at, above, found)
    if unit == "proposal" and not found and "petition" in slots.get("subject", {}):
        unit, slots["kind"] = "petition", {"knpa": 0.1}  # "601/640 kiến nghị, phản ánh thuộc thẩm quyền"
        if mention.total is not None:
            _settle(slots, unit)
        found = choices(unit, slots, words)
    chain = at.last if attached.chained else None
    read = Read(attached, at.stream, slots, found, unit, above, at.outer_words, at.last or above, chain)
    _judge(read, at, given, told=says_itself(reaches) or bears(reaches))
    if found and not read.dropped:
        read.part = named or part_of(read, at.context)
        if repeats(read, words):
            read.dropped = "repeat"
        received_by(read.part, read, words)
    return read


def _unit_of(at: Standing) -> str | None:
    """What is counted: as it is written, else as the clause and the numbers around it say."""
    attached, mention, above, words = at.attached, at.attached.mention, at.above, at.context.words
    unit = mention.unit or counted_elsewhere(
        attached, at.stream, above, at.siblings, words, at.frame.reaches(), at.context
    )
    if unit == "person" and above is not None and above.unit == "mediator":
        unit = above.unit if mention.value < above.attached.mention.value else unit
    if attached.adds_up and above is not None and {unit, above.unit} <= PEOPLE:
        unit = above.unit  # "534 học viên: 349 công chức, 185 thành viên Ban TTND"
    if (
        unit == "visit"
        and attached.chained
        and at.last is not None
        and at.last.unit in ("delegation", "group")
    ):
        unit = "person"  # "6 đoàn, 175 lượt"
    if unit == "person":
        unit = counted_as(attached, at.stream, at.siblings, words) or unit
    return unit


def _of_a_model(at: Standing, unit: str | None) -> tuple[str | None, Part | None]:
    """ "96 mô hình (81 tập thể, 15 cá nhân)": models, limited to those of a kind."""
    of_models = at.above is not None and at.above.unit == "model"
    of_models = of_models or (
        at.attached.mention.unit is None and any(read.unit == "model" for read in at.siblings)
    )
    if unit in ("collective", "individual") and of_models:
        return "model", Part({"collective": "tập thể", "individual": "cá nhân"}[unit], "kind", True)
    return unit, None


def _of_petitions(at: Standing, unit: str | None) -> str | None:
    """ "18 đơn (11 khiếu nại, 7 kiến nghị)": parts of petitions are petitions."""
    if unit in ("opinion", "proposal") and at.above is not None and at.above.unit in ("petition", "matter"):
        return at.above.unit
    return unit


def _of_a_rate(at: Standing, above: Read | None, found: list[Choice]) -> list[Choice]:
    """The indicator of a rate: that of its counts, else that of the rate before it."""
    counts = at.last or (None if at.outer_words else above)
    told = rate_of_counts(at.attached, at.stream, counts, at.context.words)
    if told is not None or found:
        return found if told is None else told
    rates = [read for read in at.siblings if read.unit == "percent" and read.choices and not read.dropped]
    rate = rates[-1] if rates else at.frame.rate
    return same_rate_again(at.attached, at.stream, at.outer_words, rate, at.context)


def _judge(read: Read, at: Standing, given: Read | None, *, told: bool) -> None:
    """Why a number is no figure, where it is none."""
    mention = at.attached.mention
    read.dropped = why_dropped(read, at.context.words)
    read.given = given is not None and read.unit in ("petition", "matter")
    if at.last is not None and at.last.dropped == "sink" and same_of_another_year(at.attached, at.stream):
        read.dropped = "sink"
    if mention.must_tell and not told:
        read.dropped = "narrowed"  # "không đơn nào bị bỏ quên"
    if given is not None and mention.total is None:
        read.dropped, read.slots, read.choices = "repeat", given.slots, given.choices


def received_by(part: Part | None, read: Read, words: Lexicon) -> None:
    """Whom a post received was received by a leader, however far off the post was named."""
    if part is not None and part.kind == "post" and read.choices[0].code in _BY_ANYBODY:
        read.slots["who"] = {"leaders": 0.7}
        read.choices = choices(read.unit or "", read.slots, words) or read.choices


_BY_ANYBODY = ("tcd_luot", "tcd_nguoi", "tcd_vu_viec")


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


def resolve_zero(zero: Zero, stream: Stream, context: Context) -> Read:
    """A nought that is said in words."""
    mention = Mention(0.0, zero.first, zero.first, zero.opening_end, zero.last, zero.unit, zero=True)
    attached = Attached(mention, (zero.first, zero.first), (zero.last, zero.last))
    slots: Slots = {slot: {value: 0.0} for slot, value in zero.sets.items()}
    read = Read(attached, stream, slots, choices(zero.unit, slots, context.words), zero.unit)
    read.part = part_of_nothing(read, context)
    return read
