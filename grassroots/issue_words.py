"""An issue as a sentence: "Đơn thụ lý ghi 142, nhưng … cộng lại được 140 (lệch 2)"."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from grassroots.checks import rules
from grassroots.names import indicator_name
from grassroots.text import Language, decimal, t

_RATES = ("rate", "truncated")


def issue_sentence(issue: Mapping[str, Any], language: Language = "vi") -> str:
    """The words of one row of ``issue`` (rule, expected, found, difference, details as JSON or a mapping)."""
    details = issue["details"]
    if isinstance(details, str):
        details = json.loads(details)
    kind = rules()[issue["rule"]].kind
    fields: dict[str, object] = {key: value for key, value in details.items() if isinstance(value, str)}
    for name in ("expected", "found", "difference"):
        value = issue.get(name)
        fields[name] = "" if value is None or value != value else number(abs(value), language, kind)
    for name in ("numerator", "denominator"):
        if name in details:
            fields[name] = number(details[name], language)
    for name in ("indicator", "whole"):
        if name in details:
            fields[name] = indicator_name(details[name], language)
    if "parts" in details:
        fields["parts"] = t("check.and", language).join(
            indicator_name(code, language) for code in details["parts"]
        )
    sentence = t(f"check.{kind}", language, **fields)
    part = details.get("part")
    return t("check.in_part", language, sentence=sentence, part=part) if part else sentence


def number(value: float, language: Language, kind: str = "") -> str:
    """A number with the decimals it has, two at most; rates with two and their sign."""
    if kind in _RATES:
        return decimal(value, language, 2) + " %"
    places = 0 if round(value, 2) == round(value) else 1 if round(value, 2) == round(value, 1) else 2
    return decimal(value, language, places)
