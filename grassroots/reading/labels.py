"""Labels that limit all numbers of an item: "Cấp xã: 177 lượt …", "a) Ở quận, huyện, thị xã: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.parts import Part, limiting_words
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.sentences import Stream
    from grassroots.reading.streams import Context, Read

_LETTER = re.compile(r"\s*[a-zđA-Z]\s*\)")
_LONGEST = 16  # tokens


def label_of(stream: Stream, context: Context) -> Part | None:
    """The label a sentence opens with, where it names a place, body, post or level and nothing else."""
    tokens = _without_bullet(stream.tokens)
    if _LETTER.match(context.passage.text) and tokens and len(tokens[0].text) == 1:
        tokens = tokens[1:]  # the bracket of "a)" is no token of the stream
    for at, token in enumerate(tokens[:_LONGEST]):
        if token.text == ":":
            return limiting_words(tokens[:at], context)
        if token.text == ";":
            return None
    return None


def opening_label(reads: Sequence[Read], context: Context) -> Part | None:
    """ "Cấp xã 45 đơn; dứt điểm 43 đơn; tồn 2 đơn": what the item opens with limits all its numbers, unless
    another of them names a limit of the same sort."""
    if not reads or reads[0].attached.left[0] != 0:
        return None
    opening = reads[0].stream.tokens[: reads[0].attached.left[1]]
    tokens = _without_bullet(opening)
    offset = len(opening) - len(tokens)
    glued = {at - offset for cue in reads[0].stream.cues for at in range(cue.first, cue.last)}
    if any(token.text in (":", "và", ",") and at not in glued for at, token in enumerate(tokens)):
        return None  # a sentence's subject, no label
    label = limiting_words(tokens, context) if tokens and len(tokens) <= _LONGEST else None
    if label is None or label.kind not in ("level", "body", "place"):
        return None
    others = [read.part for read in reads[1:] if read.part is not None and read.parent is None]
    if any(
        part.kind in ("level", "body", "place", "post") and part.text not in label.text for part in others
    ):
        return None
    return Part(label.text, label.kind, False, opening=True)


def heading_label(tokens: list[Token], context: Context) -> Part | None:
    """A heading as a label: "II. Cấp huyện"."""
    words = [token for token in _without_bullet(tokens) if token.text not in ":."]
    return limiting_words(words, context) if len(words) <= 8 else None


def _without_bullet(tokens: list[Token]) -> list[Token]:
    at = 0
    while at < len(tokens) and (
        tokens[at].text in "-+*•"
        or (at + 1 < len(tokens) and len(tokens[at].text) <= 3 and tokens[at + 1].text in ").")
        or (at and tokens[at].text in ").")
    ):
        at += 1
    return tokens[at:]
