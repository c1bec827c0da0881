"""A passage → sentences → streams: a sentence's own words, with each bracket taken out as a stream below it.

"17 lượt (có 2 đoàn) với 21 người" is one clause and one bracket; read word by word the bracket would part
the clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from grassroots.reading.cues import Cue
from grassroots.reading.tokens import Token

_OPEN, _CLOSE = "([", ")]"
_ENDS = ".!?"


@dataclass(slots=True)
class Stream:
    """Tokens on one level. ``brackets[i]`` is the stream of the bracket that stands before token i."""

    tokens: list[Token] = field(default_factory=list)
    brackets: list[tuple[int, Stream]] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    unknown: list[bool] | None = None  # which tokens are words that neither the lexicon knows nor all use


def sentences_of(tokens: Sequence[Token], original: str) -> Iterator[list[Token]]:
    """Cuts at full stops that are followed by a capital, a digit or nothing.

    ``original`` has the normalised text's length and the original's capitals.
    """
    sentence: list[Token] = []
    depth = 0
    for index, token in enumerate(tokens):
        sentence.append(token)
        depth += (token.text in _OPEN) - (token.text in _CLOSE)
        if token.text not in _ENDS or token.kind != "mark":
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None or _starts_sentence(token, following, original):
            if depth > 0 and any(other.text in _CLOSE for other in tokens[index + 1 : index + 40]):
                continue
            yield sentence
            sentence, depth = [], 0
    if sentence:
        yield sentence


def _starts_sentence(stop: Token, following: Token, original: str) -> bool:
    if following.start == stop.end:
        return False
    first = original[following.start] if following.start < len(original) else ""
    return first.isupper() or first.isdigit() or first in '"“-+*'


def stream_of(sentence: Sequence[Token]) -> Stream:
    """The sentence as a tree; a bracket that is never closed ends with the sentence."""
    root = Stream()
    open_streams = [root]
    for token in sentence:
        if token.text in _OPEN:
            inner = Stream()
            outer = open_streams[-1]
            outer.brackets.append((len(outer.tokens), inner))
            open_streams.append(inner)
        elif token.text in _CLOSE:
            if len(open_streams) > 1:
                open_streams.pop()
        else:
            open_streams[-1].tokens.append(token)
    return root
