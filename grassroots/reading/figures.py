"""Passages → figures: sentence by sentence, with what the sentences before have set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from grassroots.reading.attach import Attached, Reach, attach
from grassroots.reading.choose import Choice, Slots, choices, slots_of
from grassroots.reading.frames import Frame
from grassroots.reading.lexicon import Lexicon, lexicon
from grassroots.reading.mentions import Mention, cues_of, mentions_of
from grassroots.reading.model import Figure, Particulars, Passage
from grassroots.reading.numerals import no_figures
from grassroots.reading.quotes import figure_of
from grassroots.reading.sentences import Stream, sentences_of, stream_of
from grassroots.reading.tokens import tokens_of
from grassroots.reading.twin import Twin, twin_of


@dataclass(slots=True)
class Context:
    """What a passage's streams are read with."""

    passage: Passage
    twin: Twin
    masked: list[tuple[int, int]]
    words: Lexicon
    particulars: Particulars


@dataclass(slots=True)
class Read:
    """One number of a stream, resolved."""

    attached: Attached
    stream: Stream
    slots: Slots
    choices: list[Choice]
    unit: str | None
    parent: Read | None = None
    dropped: str | None = None  # why it is no figure
    children: list[Read] = field(default_factory=list)


def figures_of(passages: Sequence[Passage], particulars: Particulars) -> tuple[Figure, ...]:
    words = lexicon()
    frame = Frame(words)
    found: list[Figure] = []
    for passage in passages:
        twin = twin_of(passage.text)
        context = Context(passage, twin, no_figures(twin.text, passage.text), words, particulars)
        frame.enter(passage, twin)
        for sentence in sentences_of(tokens_of(twin.text), _same_length(twin, passage.text)):
            stream = stream_of(sentence)
            reads = _read_stream(stream, context, frame, None)
            if not frame.planning:
                found.extend(figure for read in reads for figure in figure_of(read, context))
            frame.leave_sentence(stream, reads)
    return tuple(found)


def _same_length(twin: Twin, original: str) -> str:
    """The original's characters at the twin's offsets, for capitals."""
    if twin.origin is None:
        return original
    return "".join(original[at] for at in twin.origin[:-1])


def _read_stream(stream: Stream, context: Context, frame: Frame, parent: Read | None) -> list[Read]:
    tokens, words = stream.tokens, context.words
    cues = cues_of(tokens, words)
    mentions = mentions_of(tokens, [index for index, _ in stream.brackets], context.masked, words)
    reads: list[Read] = []
    for attached in attach(tokens, mentions, cues, words):
        above = reads[attached.parent] if attached.parent is not None else parent
        reads.append(_resolve(attached, stream, context, frame, above, reads))
    everything = list(reads)
    for index, inner in stream.brackets:
        before = [read for read in reads if read.attached.mention.last <= index]
        everything.extend(_read_stream(inner, context, frame, before[-1] if before else parent))
    return everything


def _resolve(
    attached: Attached, stream: Stream, context: Context, frame: Frame, above: Read | None, siblings: Sequence[Read]
) -> Read:
    mention = attached.mention
    unit = mention.unit or _unit_elsewhere(attached, stream, above, siblings, context.words)
    reaches = [*attached.reaches, *_from_above(above), *frame.reaches()]
    slots = slots_of(reaches, context.words, percent=unit == "percent")
    found = choices(unit, slots, context.words) if unit else []
    return Read(attached, stream, slots, found, unit, above)


def _from_above(above: Read | None) -> Iterable[Reach]:
    if above is None:
        return []
    return [
        Reach(slot, value, cost + 0.3, "above")
        for slot, values in above.slots.items()
        if slot not in ("change", "plan", "neutral")
        for value, cost in values.items()
    ]


def _unit_elsewhere(
    attached: Attached, stream: Stream, above: Read | None, siblings: Sequence[Read], words: Lexicon
) -> str | None:
    """A bare number's unit: the noun before it ("số thành viên gần 900"), else its parent's or neighbour's."""
    tokens = stream.tokens
    at = attached.left[0]
    while at < attached.left[1]:
        hit = words.units.at(tokens, at) if tokens[at].kind == "word" else None
        if hit and hit[1][0] not in ("other", "percent", "score", "document"):
            return hit[1][0]
        at += hit[0] if hit else 1
    if above is not None:
        return above.unit
    if attached.chained and siblings:
        return siblings[-1].unit
    return None
