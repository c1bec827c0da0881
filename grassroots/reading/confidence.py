"""How likely a reading is right: value, indicator and part together.

A logistic regression whose weights lie in the lexicon (confidence.yml). They were fitted on readings of
texts the reader had not been repaired for: wrong figures there leaned on words outside their own clause, left
telling words of the clause unused, stood beside unknown words, or were of indicators that are read where
nothing more special is said.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from grassroots.reading.model import Alternative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grassroots.reading.lexicon import Lexicon
    from grassroots.reading.streams import Read

_MOST = 0.98
LEAST = 0.3
WEAK_PART_LEFT_OUT = 0.05
LABEL = 0.02  # limited by the label of its item
UNTOLD_APART = 0.15  # the same indicator has another value, and nothing tells the two apart
WEAK_PART_KEPT = 0.02
_OWN = ("left", "right", "unit")
_TELLING = ("stage", "act", "result", "model_stage", "subject", "verdict")
_SENTENCE, _BEFORE, _HEADING = 0.7, 1.15, 1.95  # costs beyond which a need was met outside these
_CLOSE_RIVAL = 0.12


def confidence_of(read: Read, words: Lexicon) -> float:
    """From 0.3 to 0.98."""
    fitted = words.confidence
    weights: Mapping[str, float] = fitted["weights"]
    found = fitted["intercept"] + fitted["codes"].get(read.choices[0].code, 0.0)
    found += sum(weights[name] * value for name, value in features_of(read, words).items())
    return round(min(_MOST, max(LEAST, 1 / (1 + exp(-found)))), 2)


def features_of(read: Read, words: Lexicon) -> dict[str, float]:
    """What of a reading tells whether it is right, by the names of confidence.yml."""
    best, attached = read.choices[0], read.attached
    mention = attached.mention
    farthest = max(best.costs, default=0.0)
    margin = best.score - read.choices[1].score if len(read.choices) > 1 else 9.0
    own = [reach for reach in attached.reaches if reach.side in _OWN]
    used = {(slot, value) for slot, values in best.rule.need.items() for value in values}
    said = {(reach.slot, reach.value) for reach in own}
    unused = {(slot, value) for slot, value in said - used if slot in _TELLING}
    tokens, before = read.stream.tokens, max(0, attached.left[0] - 1)
    return {
        "nearest": min(min(best.costs, default=0.0), 1.5),
        "far_sentence": farthest > _SENTENCE,
        "far_before": farthest > _BEFORE,
        "far_heading": farthest > _HEADING,
        "no_need": not best.costs and best.rule.prior < 0.5,
        "close": margin < _CLOSE_RIVAL,
        "bare": mention.unit is None and not mention.zero,
        "zero": mention.zero,
        "spelled": mention.spelled,
        "child": read.parent is not None,
        "chained": attached.chained,
        "people": read.unit in ("person", "visit", "attendee"),
        "own_tells": bool(said & used),
        "colon": any(token.text == ":" for token in tokens[before : mention.first]),
        "unused_cues": min(len(unused), 4) / 2,
        "unknown": min(_unknown(read, attached.left, words) + _unknown(read, attached.right, words), 12) / 4,
        "unknown_right": min(_unknown(read, attached.right, words), 6) / 3,
        "part_other": read.part is not None and read.part.kind == "other",
        "stage_far": "stage" in best.rule.need
        and max(read.slots.get("stage", {}).values(), default=0) > 0.35,
        "first_in_sentence": attached.left[0] == 0,
    }


def _unknown(read: Read, stretch: tuple[int, int], words: Lexicon) -> int:
    """Words of a stretch that neither the lexicon knows nor every sentence has."""
    stream = read.stream
    if stream.unknown is None:
        known = {at for cue in stream.cues for at in range(cue.first, cue.last)}
        stream.unknown = [
            token.kind == "word" and at not in known and token.text not in words.plain_words
            for at, token in enumerate(stream.tokens)
        ]
    return sum(stream.unknown[stretch[0] : stretch[1]])


def alternatives_of(read: Read, sure: float) -> tuple[Alternative, ...]:
    """The next best rule, where it comes near: it shares what the first leaves."""
    best = read.choices[0]
    part = read.part.text if read.part is not None and read.part.strong else None
    return tuple(
        Alternative(choice.code, part, round((1 - sure) * max(0.2, 0.9 - (best.score - choice.score)), 2))
        for choice in read.choices[1:2]
        if choice.code != "-" and best.score - choice.score < 0.6
    )
