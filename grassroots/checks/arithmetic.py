"""Parts against the whole, and rates against their counts. Nothing is ever repaired."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from grassroots.checks.making import NOTHING, Figure, Row, Stated, apart, issue, one_quantity
from grassroots.checks.rules import Rule, of_kind, rules
from grassroots.indicators import indicators


def stated_once(report_id: str, group: Iterable[Figure], found: list[Row]) -> dict[str, Figure]:
    """One figure an indicator; where a report contradicts itself that is an issue, and none is used."""
    by_indicator: dict[str, list[Figure]] = defaultdict(list)
    for figure in group:
        by_indicator[figure["indicator"]].append(figure)
    once: dict[str, Figure] = {}
    for indicator, same in by_indicator.items():
        values = sorted({figure["value"] for figure in same})
        if len(values) == 1:
            once[indicator] = same[0]
        elif one_quantity(same):
            found += _said_otherwise(report_id, indicator, same, values)
    return once


def _said_otherwise(report_id: str, indicator: str, same: list[Figure], values: list[float]) -> list[Row]:
    """One indicator given twice with different values: under one name of its part, or under two."""
    names = sorted({str(figure.get("part")) for figure in same})
    rule = of_kind("same_place" if len(names) > 1 else "twice")
    if rule is None:
        return []
    details: Row = {"indicator": indicator, "values": values}
    details |= {"names": names} if len(names) > 1 else {"part": same[0].get("part")}
    return [
        issue(
            report_id, rule.rule, expected=values[0], found=values[-1], figures=same, details=details
        )
    ]  # fmt: skip


def of_parts(report_id: str, stated: Stated) -> list[Row]:
    """Every rule of kind sum and at_most whose figures the report states."""
    return [
        found
        for rule in rules().values()
        if rule.kind in ("sum", "at_most")
        and rule.whole in stated
        and all(part in stated for part in rule.parts)
        for found in _of_rule(report_id, rule, stated)
    ]


def _of_rule(report_id: str, rule: Rule, stated: Stated) -> list[Row]:
    whole, parts = stated[rule.whole], [stated[part] for part in rule.parts]
    if rule.same_counted_unit and not one_quantity([whole, *parts]):
        return []
    added = sum(part["value"] for part in parts)
    wrong = apart(added, whole["value"]) if rule.kind == "sum" else added > whole["value"] + NOTHING
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


def of_rates(report_id: str, stated: Stated) -> list[Row]:
    """Stated rates that their own counts do not give."""
    issues = []
    for rate in indicators().values():
        codes = (rate.code, rate.numerator or "", rate.denominator or "")
        if rate.kind != "ratio" or any(code not in stated for code in codes):
            continue
        figures = [stated[code] for code in codes]
        if not figures[2]["value"]:
            continue
        computed = 100 * figures[1]["value"] / figures[2]["value"]
        rule = of_kind(rate_fault(figures[0]["value"], computed, _decimals(figures[0])) or "")
        if rule is not None:
            counts = {"numerator": figures[1]["value"], "denominator": figures[2]["value"]}
            details = {"indicator": rate.code, **counts, "part": figures[0].get("part")}
            stated_rate = figures[0]["value"]
            issues.append(
                issue(
                    report_id, rule.rule, expected=computed, found=stated_rate, figures=figures,
                    details=details,
                )
            )  # fmt: skip
    return issues


def rate_fault(stated: float, computed: float, decimals: int) -> str | None:
    """None when ``computed`` rounds to ``stated``; else the kind of rule it breaks. Both in percent.

    ``truncated``: digits cut off (84,568 as 84,56). ``misrounded``: the last digit is one too high (84,52 as
    84,6; 84,445 rounded twice). ``rate``: another rate than the counts give.
    """
    unit = 10.0**-decimals
    if abs(stated - computed) <= unit / 2 + NOTHING:
        return None
    cut = math.floor(computed / unit + NOTHING) * unit
    if not apart(cut, stated):
        return "truncated"
    return "rate" if apart(cut + unit, stated) else "misrounded"


def _decimals(figure: Figure) -> int:
    """Decimals as written in the token ("84,56 %"), else those of the value."""
    written = str(figure.get("token") or "")
    for mark in (",", "."):
        _, found, after = written.partition(mark)
        digits = len(after) - len(after.lstrip("0123456789"))
        if found and digits:
            return digits
    return len(f"{figure['value']:.6f}".rstrip("0").partition(".")[2])
