"""The reader's vocabulary: data/reference/lexicon, compiled for matching.

The files are data that an official may extend; README.md beside them says how. A wording is matched word by
word on the normalised text, the longest one winning.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from grassroots.reading.tokens import Token, tokens_of
from grassroots.reading.twin import plain
from grassroots.settings import REFERENCE

LEXICON = REFERENCE / "lexicon"
Meaning = TypeVar("Meaning")


_MEANINGS = ""  # the key of a wording's meanings in the tree; no token is empty


class Phrases(Generic[Meaning]):
    """Wordings with their meanings, found at a token by the longest match."""

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, wording: str, meaning: Meaning) -> None:
        node = self._root
        for token in tokens_of(plain(str(wording))):
            node = node.setdefault(token.text, {})
        node.setdefault(_MEANINGS, []).append(meaning)

    def at(self, tokens: Sequence[Token], index: int) -> tuple[int, list[Meaning]] | None:
        """The number of tokens and the meanings of the longest wording that begins at ``index``."""
        node: dict[str, Any] | None = self._root
        found, at, end = None, index, len(tokens)
        while at < end:
            node = node.get(tokens[at].text) if node else None
            if node is None:
                break
            at += 1
            if _MEANINGS in node:
                found = at - index, node[_MEANINGS]
        return found


@dataclass(frozen=True, slots=True)
class Rule:
    """What a number must count (``units``) and be said to be (``need``) to stand for an indicator."""

    code: str
    units: frozenset[str]
    need: dict[str, frozenset[str]]
    bar: dict[str, frozenset[str]]
    prior: float
    within: float  # the largest cost at which a need may be met
    near: dict[str, float]  # the same for single slots
    bars_within: float  # a bar of a slot with several values says nothing of a number farther off


@dataclass(frozen=True, slots=True)
class Lexicon:
    units: Phrases[str]
    cues: Phrases[tuple[str, str]]  # (slot, value)
    rules_by_unit: dict[str, list[Rule]]
    totals: dict[str, str]
    rates: dict[str, str]
    parts: dict[str, Any]
    settings: dict[str, Any]
    confidence: dict[str, Any] = field(default_factory=dict)  # weights of a logistic regression
    plain_words: frozenset[str] = frozenset()
    familiar: dict[str, frozenset[str]] = field(default_factory=dict)  # words seen beside figures
    zero: dict[str, Any] = field(default_factory=dict)


@cache
def lexicon() -> Lexicon:
    """The lexicon as it lies in the reference data. Read once a process."""
    units: Phrases[str] = Phrases()
    for unit, wordings in load("units").items():
        for wording in wordings:
            units.add(wording, unit)
    cues: Phrases[tuple[str, str]] = Phrases()
    for slot, values in load("cues").items():
        for value, wordings in values.items():
            for wording in dict.fromkeys(wordings):
                cues.add(wording, (slot, value))
    by_unit: dict[str, list[Rule]] = {}
    for rule in _rules(load("rules")):
        for unit in rule.units:
            by_unit.setdefault(unit, []).append(rule)
    settings = load("settings")
    settings["parting_words"] = frozenset(
        word for wording in settings["partings"] for word in [wording] if " " not in wording
    )
    fitted = load("confidence")
    return Lexicon(
        units,
        cues,
        by_unit,
        load("totals"),
        load("rates"),
        load("parts"),
        settings,
        fitted,
        frozenset(fitted["plain_words"]),
        {code: frozenset(seen.split()) for code, seen in load("familiar").items()},
        load("zero"),
    )


def _rules(entries: list[dict[str, Any]]) -> list[Rule]:
    rules = []
    for entry in entries:
        families: dict[str, list[str]] = entry.get("for") or {}
        for values in itertools.product(*families.values()):
            fill = dict(zip(families, values, strict=True))
            rules.append(
                Rule(
                    code=entry["code"].format(**fill),
                    units=frozenset(entry["unit"]),
                    need=_conditions(entry.get("need") or {}, fill),
                    bar=_conditions(entry.get("bar") or {}, fill),
                    prior=float(entry.get("prior", 0)),
                    within=float(entry.get("within", 99 if entry["code"] != "-" else 0.5)),
                    bars_within=float(entry.get("bars_within", 0.5)),
                    near={slot: float(cost) for slot, cost in (entry.get("near") or {}).items()},
                )
            )
    return rules


def _conditions(given: dict[str, Any], fill: dict[str, str]) -> dict[str, frozenset[str]]:
    return {
        slot: frozenset(
            str(value).format(**fill) for value in (values if isinstance(values, list) else [values])
        )
        for slot, values in given.items()
    }


def load(name: str) -> Any:
    """One file of the lexicon."""
    path = Path(LEXICON / f"{name}.yml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # a safe loader either way
