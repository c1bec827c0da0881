"""An issue as a row of the table ``issue``, and figures grouped for being held against each other."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from grassroots.checks.rules import rules

Row = dict[str, Any]
Figure = Mapping[str, Any]
Stated = Mapping[str, Figure]
NOTHING = 1e-9


def issue(
    report_id: str,
    rule: str,
    *,
    expected: float | None = None,
    found: float | None = None,
    figures: Sequence[Figure] = (),
    details: Mapping[str, Any],
) -> Row:
    """One row of the table ``issue``.

    Its identifier depends on nothing but what it says: a decision on it holds as long as the same is wrong,
    and a corrected figure makes another issue of it or none.
    """
    written = json.dumps(details, ensure_ascii=False, sort_keys=True)
    said = "|".join([rule, written, *("" if one is None else f"{one:.6f}" for one in (expected, found))])
    return {
        "issue_id": f"{report_id}-{hashlib.sha256(said.encode()).hexdigest()[:12]}",
        "report_id": report_id,
        "rule": rule,
        "severity": rules()[rule].severity,
        "expected": expected,
        "found": found,
        "difference": None if expected is None or found is None else found - expected,
        "figure_ids": [str(figure["figure_id"]) for figure in figures],
        "details": written,
    }


def each_once(issues: Iterable[Row]) -> list[Row]:
    """Issues in their order; the same said twice is said once."""
    return list({one["issue_id"]: one for one in issues}.values())


def by_part(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Exact figures of one and the same part."""
    groups: dict[Any, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.get("approximate") is None:
            groups[part_of(figure)].append(figure)
    return list(groups.values())


def part_of(figure: Figure) -> tuple[Any, ...]:
    """What a figure is limited to: the unit and period it was resolved to, else the words."""
    resolved = figure.get("part_unit_key"), figure.get("part_period")
    return resolved if any(resolved) else (figure.get("part"),)


def one_quantity(figures: Sequence[Figure]) -> bool:
    """Counted in different units (đơn, vụ việc) they are two quantities; neither stands for both."""
    return len({figure.get("counted_unit") for figure in figures}) == 1


def apart(one: float, other: float) -> bool:
    return abs(one - other) > 1e-6 * max(1.0, abs(one), abs(other))
