"""Labels that limit all numbers of an item: "Cấp xã: 177 lượt …", "a) Ở quận, huyện, thị xã: …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grassroots.reading.parts import Part, limiting_words
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.figures import Context
    from grassroots.reading.sentences import Stream

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


def heading_label(tokens: list[Token], context: Context) -> Part | None:
    """A heading as a label: "II. Cấp huyện"."""
    words = [token for token in _without_bullet(tokens) if token.text not in ":."]
    return limiting_words(words, context) if len(words) <= 8 else None


def _without_bullet(tokens: list[Token]) -> list[Token]:
    at = 0
    while at < len(tokens) and (
        tokens[at].text in "-+*•" or (at + 1 < len(tokens) and len(tokens[at].text) <= 3 and tokens[at + 1].text in ").")
        or (at and tokens[at].text in ").")
    ):
        at += 1
    return tokens[at:]
