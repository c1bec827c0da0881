"""The rules, as data: ``data/reference/checks.csv``, one rule a line. An office adds its own there.

A line of kind ``sum`` (the parts add up to the whole) or ``at_most`` (the parts don't exceed it) needs
nothing but indicator codes; the other kinds are one line each, whose severity and measures can be set.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from grassroots import settings
from grassroots.indicators import indicators
from grassroots.text import LANGUAGES, Language, t
from grassroots.text.catalogue import words

Severity = Literal["error", "warning", "note"]

OF_FIGURES = frozenset(
    {"sum", "at_most", "rate", "truncated", "misrounded", "twice", "same_place", "places_alike"}
    | {"percent", "negative", "not_whole"}
)
"""Kinds of rules that rest on the figures of one report alone."""


class RuleFault(Exception):
    """A line of checks.csv that can't be followed. ``code`` is a key below ``check.fault.``."""

    def __init__(self, code: str, line: int, **details: str) -> None:
        super().__init__(code, line, details)
        self.code, self.line, self.details = code, line, details

    def sentence(self, language: Language = "vi") -> str:
        """File and line, what is wrong there and what to do."""
        place = t("check.fault.line", language, line=self.line)
        return t(f"check.fault.{self.code}", language, place=place, **self.details)

    def __str__(self) -> str:
        return " / ".join(self.sentence(language) for language in LANGUAGES)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of checks.csv. ``whole`` and ``parts`` are indicator codes, empty for the general rules."""

    rule: str
    kind: str
    severity: Severity
    whole: str
    parts: tuple[str, ...]
    same_counted_unit: bool
    without: tuple[str, ...]  # indicators that a general rule leaves alone
    factor: float | None  # jump: how many times; percent: what a rate can't exceed
    at_least: float | None  # what is too small to be told of


@cache
def rules() -> dict[str, Rule]:
    """All rules by code. Raises RuleFault for a line that can't be followed."""
    with (settings.REFERENCE / "checks.csv").open(encoding="utf-8-sig", newline="") as lines:
        found: dict[str, Rule] = {}
        for line, row in enumerate(csv.DictReader(lines), start=2):
            rule = _rule(line, {name: (value or "").strip() for name, value in row.items() if name})
            if rule.rule in found:
                raise RuleFault("twice", line, rule=rule.rule)
            found[rule.rule] = rule
    return found


def of_kind(kind: str) -> Rule | None:
    """The one rule of a general kind; None where the office took its line out."""
    return next((rule for rule in rules().values() if rule.kind == kind), None)


def _rule(line: int, row: Mapping[str, str]) -> Rule:
    name, kind, severity = (row.get(field, "") for field in ("rule", "kind", "severity"))
    parts, without = (tuple(filter(None, row.get(field, "").split("|"))) for field in ("parts", "without"))
    if not name:
        raise RuleFault("no_name", line)
    if f"check.{kind}" not in words("vi"):  # what nobody could say nobody checks
        raise RuleFault("unknown_kind", line, rule=name, kind=kind)
    if severity not in get_args(Severity):
        raise RuleFault("unknown_severity", line, rule=name, severity=severity)
    for code in (row.get("whole", ""), *parts, *without):
        if code and code not in indicators():
            raise RuleFault("unknown_indicator", line, rule=name, indicator=code)
    if kind in ("sum", "at_most", "carried_over") and not (row.get("whole") and parts):
        raise RuleFault("no_parts", line, rule=name)
    return Rule(
        name,
        kind,
        cast(Severity, severity),
        row.get("whole", ""),
        parts,
        row.get("same_counted_unit") == "yes",
        without,
        _number(line, name, row.get("factor", "")),
        _number(line, name, row.get("at_least", "")),
    )


def _number(line: int, rule: str, written: str) -> float | None:
    try:
        return float(written) if written else None
    except ValueError:
        raise RuleFault("not_a_number", line, rule=rule, written=written) from None
