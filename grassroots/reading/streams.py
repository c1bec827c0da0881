"""The numbers of one stream, each with its meanings, its indicator and what limits it."""

from __future__ import annotations

from collections.abc import Sequence

from grassroots.reading.attach import attach
from grassroots.reading.brackets import head_of_bracket, words_of_bracket
from grassroots.reading.cues import cues_of, without_talk
from grassroots.reading.drops import drop_unprocessed
from grassroots.reading.evidence import Standing
from grassroots.reading.frames import Frame
from grassroots.reading.mentions import mentions_of, with_units
from grassroots.reading.noughts import nought_grammar
from grassroots.reading.reads import Context, Read
from grassroots.reading.reckoned import reckon
from grassroots.reading.resolving import resolve, resolve_zero
from grassroots.reading.respective import set_as_before, set_respectively
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import Token


def read_stream(
    stream: Stream, context: Context, frame: Frame, parent: Read | None, outer: list[Token]
) -> list[Read]:
    """The numbers of a stream and of the brackets in it; ``parent`` is the number that these are parts of."""
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
        reads.append(resolve(Standing(attached, stream, context, frame, above, reads, outer_words)))
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
    everything.extend(resolve_zero(zero, stream, context) for zero in zeros)
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
