"""An issue as a sentence: "Đơn thụ lý ghi 142, nhưng … cộng lại được 140 (lệch 2)"; and what to do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from grassroots.checks import rules
from grassroots.names import indicator_name, period_name, unit_name
from grassroots.text import Language, decimal, t

_RATES = frozenset({"rate", "truncated", "misrounded", "percent"})
_NUMBERS = ("numerator", "denominator", "count", "times", "reports", "units", "of_units")


def issue_sentence(issue: Mapping[str, Any], language: Language = "vi") -> str:
    """The words of one row of ``issue`` (rule, expected, found, difference, details as JSON or a mapping)."""
    details = issue["details"]
    if isinstance(details, str):
        details = json.loads(details)
    kind = kind_of(issue)
    said = t(f"check.{_key(kind, issue)}", language, **_fields(issue, details, kind, language))
    part = details.get("part")
    return t("check.in_part", language, sentence=said, part=part) if part else said


def issue_remedy(issue: Mapping[str, Any], language: Language = "vi") -> str:
    """What to do about an issue of this kind."""
    return t(f"check.remedy.{kind_of(issue)}", language)


def kind_of(issue: Mapping[str, Any]) -> str:
    return rules()[issue["rule"]].kind


def number(value: float, language: Language, kind: str = "") -> str:
    """A number with the decimals it has, two at most; rates with two and their sign."""
    if kind in _RATES:
        return decimal(value, language, 2) + " %"
    places = 0 if round(value, 2) == round(value) else 1 if round(value, 2) == round(value, 1) else 2
    return decimal(value, language, places)


def _key(kind: str, issue: Mapping[str, Any]) -> str:
    return "jump_less" if kind == "jump" and issue["found"] < issue["expected"] else kind


def _fields(
    issue: Mapping[str, Any], details: Mapping[str, Any], kind: str, language: Language
) -> dict[str, object]:
    fields: dict[str, object] = {key: value for key, value in details.items() if isinstance(value, str)}
    for name in ("expected", "found", "difference"):
        value = issue.get(name)
        if value is None or value != value:
            fields[name] = ""
            continue
        signed = name == "found" and kind == "negative"
        fields[name] = number(value if signed else abs(value), language, kind)
    fields |= {name: number(details[name], language) for name in _NUMBERS if name in details}
    for name in ("indicator", "whole"):
        if name in details:
            fields[name] = indicator_name(details[name], language)
    for name in ("period", "other_period"):
        if name in details:
            fields[name] = period_name(details[name], language)
    if "unit_kind" in details:
        fields["unit"] = unit_name(details["unit"], details["unit_kind"], language)
    joined = t("check.and", language).join
    if "parts" in details:
        fields["parts"] = joined(indicator_name(code, language) for code in details["parts"])
    if "values" in details:
        fields["values"] = joined(number(value, language) for value in details["values"])
    if "names" in details:
        fields["names"] = joined(f"“{name}”" for name in details["names"])
    return fields
