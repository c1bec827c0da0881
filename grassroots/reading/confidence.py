"""How likely a reading is right: value, indicator and part together.

A logistic regression whose weights lie in the lexicon (confidence.yml), fitted on readings of texts the
reader had not been repaired for. Here stands what a number's own words tell: wrong figures leaned on words
outside their own clause, left telling words of the clause unused, stood beside words never seen with their
indicator, or were of indicators that are read where nothing more special is said. What the document
tells (parts, other figures of the indicator) is added by ``certainty``.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from grassroots.reading.model import Alternative

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grassroots.reading.lexicon import Lexicon
    from grassroots.reading.reads import Context, Read
    from grassroots.reading.tokens import Token

_MOST = 0.98
LEAST = 0.3
_OWN = ("left", "right", "unit")
_TELLING = ("stage", "act", "result", "model_stage", "subject", "verdict")
_SENTENCE, _BEFORE, _HEADING = 0.7, 1.15, 1.95  # costs beyond which a need was met outside these
_CLOSE_RIVAL = 0.12
_FARTHEST = {"subject": 2.5, "stage": 1.2, "act": 1.5, "body": 2.5, "kind": 2.0}
_WORDS_LEFT, _WORDS_RIGHT = 5, 4  # words around a number that are looked up


def odds_of(read: Read, context: Context) -> float:
    """The logarithm of the odds that a reading is right, by its own words."""
    fitted = context.words.confidence
    weights: Mapping[str, float] = fitted["weights"]
    found = float(fitted["intercept"]) + float(fitted["codes"].get(read.choices[0].code, 0.0))
    return found + sum(weights.get(name, 0.0) * value for name, value in features_of(read, context).items())


def sure(odds: float) -> float:
    """Odds as a likelihood from 0.3 to 0.98."""
    return round(min(_MOST, max(LEAST, 1 / (1 + exp(-odds)))), 2)


def features_of(read: Read, context: Context) -> dict[str, float]:
    """What of a reading tells whether it is right, by the names of confidence.yml."""
    best, attached, words = read.choices[0], read.attached, context.words
    mention = attached.mention
    farthest = max(best.costs, default=0.0)
    margin = best.score - read.choices[1].score if len(read.choices) > 1 else 9.0
    own = [reach for reach in attached.reaches if reach.side in _OWN]
    used = {(slot, value) for slot, values in best.rule.need.items() for value in values}
    said = {(reach.slot, reach.value) for reach in own}
    unused = {(slot, value) for slot, value in said - used if slot in _TELLING}
    tokens, before = read.stream.tokens, max(0, attached.left[0] - 1)
    needs_stage = "stage" in best.rule.need
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
        "stage_far": needs_stage and max(read.slots.get("stage", {}).values(), default=0) > 0.35,
        "exact_stage": needs_stage and min(best.costs, default=9.0) < 0.06,
        "first_in_sentence": attached.left[0] == 0,
        "adds_up": attached.adds_up,
        "ratio": mention.total is not None,
        "strange_share": _strange(read, words),
        "long": min(len(tokens), 80) / 40,
        "numbers": min(sum(token.kind == "number" for token in tokens), 12) / 6,
        **_costs(read),
        **_novelty(read, words),
    }


def _costs(read: Read) -> dict[str, float]:
    """How far off the words stand that told the subject, the stage and so on."""
    best = read.choices[0]
    met = dict(zip(best.rule.need, best.costs, strict=True))
    return {f"{slot}_cost": min(met.get(slot, 0.0), most) for slot, most in _FARTHEST.items()}


def _novelty(read: Read, words: Lexicon) -> dict[str, float]:
    """Words around the number that no right figure of its indicator had beside it in two texts or more."""
    familiar = words.familiar.get(read.choices[0].code, frozenset())
    tokens, mention = read.stream.tokens, read.attached.mention
    left = _words(tokens[max(0, mention.first - _WORDS_LEFT) : mention.first])
    right = _words(tokens[mention.last : mention.last + _WORDS_RIGHT])
    return {
        "novel_left": sum(word not in familiar for word in left) / 3,
        "novel_right": sum(word not in familiar for word in right) / 3,
        "novel_beside": float(sum(word not in familiar for word in [*left[-1:], *right[:1]])),
    }


def _words(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens if token.text.isalpha()]


def _strange(read: Read, words: Lexicon) -> float:
    tokens = read.stream.tokens
    return _unknown(read, (0, len(tokens)), words) / max(8, sum(token.kind == "word" for token in tokens))


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
