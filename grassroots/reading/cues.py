"""The lexicon's wordings in a stream."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grassroots.reading.lexicon import Lexicon
from grassroots.reading.mention import Mention
from grassroots.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording of the lexicon at [first, last) of a stream, with its meanings (slot, value)."""

    first: int
    last: int
    meanings: tuple[tuple[str, str], ...]


def cues_of(tokens: Sequence[Token], words: Lexicon, negations: frozenset[int] = frozenset()) -> list[Cue]:
    """The wordings from left to right. None begins at ``negations``, the words that say nought of what
    follows: "chưa giải quyết đơn nào" is none settled, not some unsettled."""
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        if at in negations:
            at += 1
            continue
        hit = words.cues.at(tokens, at) if tokens[at].kind == "word" else None
        if hit:
            found.append(Cue(at, at + hit[0], tuple(hit[1])))
            at += hit[0]
        else:
            at += 1
    return _with_joined_boards(_with_all_kinds(found, tokens), tokens)


def _with_all_kinds(cues: list[Cue], tokens: Sequence[Token]) -> list[Cue]:
    """ "khiếu nại, tố cáo, kiến nghị, phản ánh và tranh chấp đất đai": petitions of all kinds."""
    joined: list[Cue] = []
    for cue in cues:
        last = joined[-1] if joined else None
        if last is not None and _DISPUTE in cue.meanings and _SEVERAL & set(last.meanings):
            between = [token.text for token in tokens[last.last : cue.first]]
            if 0 < len(between) <= 2 and all(word in _JOINING for word in between):
                joined[-1] = Cue(last.first, cue.last, (("subject", "petition"), ("kind", "all")))
                continue
        joined.append(cue)
    return joined


_DISPUTE = ("kind", "dispute")
_SEVERAL = frozenset([("kind", "all"), ("kind", "kntc"), ("kind", "knpa")])


_COMERS = frozenset(["visit", "person", "matter", "petition"])


def without_talk(cues: list[Cue], mentions: Sequence[Mention]) -> list[Cue]:
    """ "177 lượt nói chuyện đất đai" tells of visitors, not of talks held for people."""
    ends = {mention.last for mention in mentions if mention.unit in _COMERS}
    return [
        Cue(cue.first, cue.last, (_TALK,)) if cue.first in ends and _TALK in cue.meanings else cue
        for cue in cues
    ]


_TALK = ("aside", "talk")
_JOINING = frozenset(["và", "cùng", "với", ",", "/", "lẫn", "-", "các", "cũng", "như", "&"])


def _with_joined_boards(cues: list[Cue], tokens: Sequence[Token]) -> list[Cue]:
    """ "Ban TTND và Ban GSĐTCĐ": one body made of both kinds of board."""
    joined: list[Cue] = []
    for cue in cues:
        bodies = {value for slot, value in cue.meanings if slot == "body"}
        last = joined[-1] if joined else None
        if last and bodies & {"ttnd", "gsdt"}:
            before = {value for slot, value in last.meanings if slot == "body"}
            between = [token.text for token in tokens[last.last : cue.first]]
            if before | bodies == {"ttnd", "gsdt"} and between and all(word in _JOINING for word in between):
                joined[-1] = Cue(last.first, cue.last, (("body", "both"),))
                continue
        joined.append(cue)
    return joined
