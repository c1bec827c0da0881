"""A resolved number → its figures, with the verbatim quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from grassroots.reading.confidence import alternatives_of, odds_of, sure
from grassroots.reading.model import Figure, Place

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read

_LONGEST_QUOTE = 600


def figures_from(read: Read, context: Context, odds: float | None = None) -> Iterator[Figure]:
    """The figure of a number, and of its total in "x/y". Nothing when it is none.

    How sure they are is told by the number's own words alone.
    """
    if read.dropped or not read.choices:
        return
    mention = read.attached.mention
    best = read.choices[0]
    start, end = quote_span(read, context)
    tokens = read.stream.tokens
    token_start, token_end = context.twin.back(
        tokens[mention.number_at].start, tokens[mention.number_end - 1].end
    )
    quote = context.passage.text[start:end]
    unit_text = None
    if mention.unit_from is not None:
        unit_start, unit_end = context.twin.back(
            tokens[mention.unit_from].start, tokens[mention.last - 1].end
        )
        unit_text = context.passage.text[unit_start:unit_end]
    token = context.passage.text[token_start:token_end]
    total = mention.total
    likely = sure(odds_of(read, context) if odds is None else odds)
    if likely < context.words.confidence["least"]:
        return  # more often wrong than right
    place = Place(context.passage.number, start, end)
    yield Figure(
        best.code,
        mention.value,
        quote,
        place,
        token,
        counted_unit=unit_text,
        approximate=mention.approximate,
        confidence=likely,
        read_by=_rule(read),
        alternatives=alternatives_of(read, likely),
    )
    code = context.words.totals.get(best.code)
    if total is not None and code and not read.given:
        yield Figure(code, total.value, quote, place, token, unit_text, confidence=likely, read_by="total")


def _rule(read: Read) -> str:
    """The needs that were met, for the accuracy report: "kind+stage", "zero"."""
    if read.attached.mention.zero:
        return "zero"
    return "+".join(read.choices[0].rule.need) or "unit"


def quote_span(read: Read, context: Context) -> tuple[int, int]:
    """The number's clause as offsets in the passage: its own words, with more around when they are few."""
    tokens, attached = read.stream.tokens, read.attached
    first, last = attached.left[0], max(attached.right[1], attached.mention.last)
    while first < attached.mention.first and tokens[first].text in ",;:/":
        first += 1
    words = sum(token.kind == "word" and len(token.text) > 1 for token in tokens[first:last])
    while words < 3 and (first > 0 or last < len(tokens)):
        if first > 0:
            first -= 1
            words += tokens[first].kind == "word" and len(tokens[first].text) > 1
        else:
            last += 1
            words += tokens[last - 1].kind == "word" and len(tokens[last - 1].text) > 1
    start, end = tokens[first].start, tokens[last - 1].end
    number = tokens[attached.mention.number_at]
    if end - start > _LONGEST_QUOTE:
        start, end = max(start, number.start - 250), min(end, number.end + 250)
    start, end = context.twin.back(start, end)
    text = context.passage.text
    if len(re.findall(r"[^\W\d_]{2,}", text[start:end])) < 2:
        start, end = max(0, start - 60), min(len(text), end + 60)
    return start, end
