"""What a figure can't be whatever the others say, and figures that were copied from place to place."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable

from grassroots.checks.making import NOTHING, Figure, Row, issue
from grassroots.checks.rules import Rule, of_kind
from grassroots.indicators import indicators

_DIFFERENT = 3  # copied figures say as many different numbers: zeros and ones are alike anywhere


def impossible(report_id: str, figures: Iterable[Figure]) -> list[Row]:
    """Negative figures, rates over 100 %, and counts that are not whole."""
    tests = [(rule, test) for kind, test in _TESTS.items() if (rule := of_kind(kind)) is not None]
    return [
        issue(
            report_id, rule.rule, expected=rule.factor, found=figure["value"], figures=[figure],
            details={"indicator": figure["indicator"], "part": figure.get("part")},
        )
        for figure in figures
        for rule, test in tests
        if figure["indicator"] not in rule.without and test(figure, rule)
    ]  # fmt: skip


def _negative(figure: Figure, rule: Rule) -> bool:
    return bool(figure["value"] < -NOTHING)


def _over(figure: Figure, rule: Rule) -> bool:
    known = indicators().get(figure["indicator"])
    highest = 100.0 if rule.factor is None else rule.factor
    return known is not None and known.unit_vi == "%" and figure["value"] > highest + NOTHING


def _broken(figure: Figure, rule: Rule) -> bool:
    known = indicators().get(figure["indicator"])
    counted = known is not None and known.kind in ("flow", "stock")
    return counted and abs(figure["value"] - round(figure["value"])) > 1e-6


_TESTS: dict[str, Callable[[Figure, Rule], bool]] = {
    "negative": _negative,
    "percent": _over,
    "not_whole": _broken,
}


def places_alike(report_id: str, figures: Iterable[Figure]) -> list[Row]:
    """Two units below the report's own whose figures are all the same: one of them was copied."""
    rule = of_kind("places_alike")
    if rule is None:
        return []
    of_place: dict[str, dict[str, Figure]] = defaultdict(dict)
    for figure in figures:
        if figure.get("part_unit_key") and not figure.get("part_period"):
            of_place[str(figure["part_unit_key"])][figure["indicator"]] = figure
    first: dict[str, list[Figure]] = {}
    issues = []
    for said in of_place.values():
        values = {code: figure["value"] for code, figure in sorted(said.items())}
        if len(values) < (rule.at_least or 0) or len(set(values.values()) - {0.0}) < _DIFFERENT:
            continue
        here = list(said.values())
        there = first.setdefault(json.dumps(values), here)
        if there is not here:
            details = {"names": [str(one[0].get("part")) for one in (there, here)], "count": len(values)}
            issues.append(issue(report_id, rule.rule, figures=[there[0], here[0]], details=details))
    return issues
