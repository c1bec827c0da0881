"""Arithmetic checks of one report: what its own figures say against each other. Nothing is ever repaired.

The rules are data (``data/reference/checks.csv``): a whole and the parts that add up to it (``sum``), a whole
that its parts can't exceed (``at_most``), and rates, whose counts come from the list of indicators. Only
figures of one and the same part are held against each other, and only exact ones.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from grassroots import settings

Severity = Literal["error", "warning", "note"]
Row = dict[str, Any]
_NOTHING = 1e-9

OF_FIGURES = frozenset({"sum", "at_most", "rate", "truncated", "twice"})
"""Kinds of rules that rest on the figures of one report alone."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of checks.csv. ``whole`` and ``parts`` are indicator codes, empty for the general rules."""

    rule: str
    kind: str
    severity: Severity
    whole: str
    parts: tuple[str, ...]
    same_counted_unit: bool


@cache
def rules() -> dict[str, Rule]:
    """All rules by code."""
    with (settings.REFERENCE / "checks.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["rule"]: Rule(
                row["rule"],
                row["kind"],
                row["severity"],  # type: ignore[arg-type]
                row["whole"],
                tuple(filter(None, row["parts"].split("|"))),
                row["same_counted_unit"] == "yes",
            )
            for row in csv.DictReader(lines)
        }


@cache
def _rates() -> dict[str, tuple[str, str]]:
    """Indicator of a rate → indicators of its numerator and denominator."""
    with (settings.REFERENCE / "indicators.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: (row["numerator"], row["denominator"])
            for row in csv.DictReader(lines)
            if row["kind"] == "ratio" and row["numerator"] and row["denominator"]
        }


def issues_of(report_id: str, figures: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Everything the figures of one report contradict each other in, as rows of the table ``issue``."""
    found: list[Row] = []
    for group in _by_part(figures):
        stated = _stated_once(report_id, group, found)
        for rule in rules().values():
            if rule.kind in ("sum", "at_most"):
                found += _of_parts(report_id, rule, stated)
        found += _of_rates(report_id, stated)
    return found


def differences(
    report_id: str, own: Iterable[Mapping[str, Any]], other: Iterable[Mapping[str, Any]]
) -> list[Row]:
    """Where a form and a narrative of one unit and period give the report's own totals otherwise.

    ``own`` are the figures of ``report_id``, whose issues these become; ``other`` those of its counterpart.
    """
    counterpart = _totals(other)
    return [
        issue(
            report_id,
            "form_against_narrative",
            expected=counterpart[indicator]["value"],
            found=figure["value"],
            figures=[figure, counterpart[indicator]],
            details={"indicator": indicator},
        )
        for indicator, figure in _totals(own).items()
        if indicator in counterpart and _apart(figure["value"], counterpart[indicator]["value"])
    ]


def score_issues(report_id: str, scores: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Criteria with more points than they can have."""
    return [
        issue(
            report_id,
            "score_over_maximum",
            expected=score["maximum"],
            found=score["points"],
            details={"sheet": score["sheet"], "criterion": score["criterion"], "unit_key": score["unit_key"]},
        )
        for score in scores
        if score["points"] is not None and score["maximum"] and score["points"] > score["maximum"] + _NOTHING
    ]


def issue(
    report_id: str,
    rule: str,
    *,
    expected: float | None = None,
    found: float | None = None,
    figures: Sequence[Mapping[str, Any]] = (),
    details: Mapping[str, Any],
) -> Row:
    """One row of the table ``issue``; its identifier depends on nothing but its content."""
    figure_ids = [str(figure["figure_id"]) for figure in figures]
    written = json.dumps(details, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256("|".join([report_id, rule, *figure_ids, written]).encode()).hexdigest()
    return {
        "issue_id": f"{report_id}-{digest[:12]}",
        "report_id": report_id,
        "rule": rule,
        "severity": rules()[rule].severity,
        "expected": expected,
        "found": found,
        "difference": None if expected is None or found is None else found - expected,
        "figure_ids": figure_ids,
        "details": written,
    }


def _by_part(figures: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    groups: dict[Any, list[Mapping[str, Any]]] = defaultdict(list)
    for figure in figures:
        if figure.get("approximate") is None:
            groups[_part_of(figure)].append(figure)
    return list(groups.values())


def _part_of(figure: Mapping[str, Any]) -> tuple[Any, ...]:
    resolved = figure.get("part_unit_key"), figure.get("part_period")
    return resolved if any(resolved) else (figure.get("part"),)


def _totals(figures: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The report's own figures by indicator, those that it states twice and otherwise left out."""
    own = [figure for figure in figures if _part_of(figure) == (None,) and figure.get("approximate") is None]
    return _stated_once("", own, [])


def _stated_once(
    report_id: str, group: Iterable[Mapping[str, Any]], found: list[Row]
) -> dict[str, Mapping[str, Any]]:
    """One figure an indicator; where a report contradicts itself that is an issue, and none is used."""
    by_indicator: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for figure in group:
        by_indicator[figure["indicator"]].append(figure)
    once: dict[str, Mapping[str, Any]] = {}
    for indicator, same in by_indicator.items():
        # Counted in different units (đơn, vụ việc) they are two quantities; neither stands for both.
        if len({figure.get("counted_unit") for figure in same}) > 1 and len({f["value"] for f in same}) > 1:
            continue
        values = sorted({figure["value"] for figure in same})
        if len(values) == 1:
            once[indicator] = same[0]
        else:
            details = {"indicator": indicator, "part": same[0].get("part")}
            found.append(
                issue(
                    report_id,
                    "stated_twice",
                    expected=values[0],
                    found=values[-1],
                    figures=same,
                    details=details,
                )
            )
    return once


def _of_parts(report_id: str, rule: Rule, stated: Mapping[str, Mapping[str, Any]]) -> list[Row]:
    if rule.whole not in stated or any(part not in stated for part in rule.parts):
        return []
    whole, parts = stated[rule.whole], [stated[part] for part in rule.parts]
    if rule.same_counted_unit and len({figure.get("counted_unit") for figure in (whole, *parts)}) > 1:
        return []
    added = sum(part["value"] for part in parts)
    wrong = _apart(added, whole["value"]) if rule.kind == "sum" else added > whole["value"] + _NOTHING
    if not wrong:
        return []
    details = {"whole": rule.whole, "parts": list(rule.parts), "values": [part["value"] for part in parts]}
    return [
        issue(
            report_id,
            rule.rule,
            expected=whole["value"],
            found=added,
            figures=[whole, *parts],
            details={**details, "part": whole.get("part")},
        )
    ]


def _of_rates(report_id: str, stated: Mapping[str, Mapping[str, Any]]) -> list[Row]:
    issues = []
    for rate, (numerator, denominator) in _rates().items():
        if any(code not in stated for code in (rate, numerator, denominator)):
            continue
        figures = [stated[rate], stated[numerator], stated[denominator]]
        if not figures[2]["value"]:
            continue
        computed = 100 * figures[1]["value"] / figures[2]["value"]
        rule = rate_fault(figures[0]["value"], computed, _decimals(figures[0]))
        if rule is not None:
            counts = {"numerator": figures[1]["value"], "denominator": figures[2]["value"]}
            details = {"indicator": rate, **counts, "part": figures[0].get("part")}
            issues.append(
                issue(
                    report_id,
                    rule,
                    expected=computed,
                    found=figures[0]["value"],
                    figures=figures,
                    details=details,
                )
            )
    return issues


def rate_fault(stated: float, computed: float, decimals: int) -> str | None:
    """None when ``computed`` rounds to ``stated``; else ``rate_truncated`` (84,568 cut to 84,56) or
    ``rate_differs``. Both in percent."""
    unit = 10.0**-decimals
    if abs(stated - computed) <= unit / 2 + _NOTHING:
        return None
    cut = math.floor(computed / unit + _NOTHING) * unit
    return "rate_differs" if _apart(cut, stated) else "rate_truncated"


def _decimals(figure: Mapping[str, Any]) -> int:
    """Decimals as written in the token ("84,56 %"), else those of the value."""
    written = str(figure.get("token") or "")
    for mark in (",", "."):
        _, found, after = written.partition(mark)
        digits = len(after) - len(after.lstrip("0123456789"))
        if found and digits:
            return digits
    return len(f"{figure['value']:.6f}".rstrip("0").partition(".")[2])


def _apart(one: float, other: float) -> bool:
    return abs(one - other) > 1e-6 * max(1.0, abs(one), abs(other))
