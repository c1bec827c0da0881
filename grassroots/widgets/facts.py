"""What a title sentence may say: a page's numbers in words, by the names its templates use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.names import period_name
from grassroots.periods import Period
from grassroots.text import count, day, decimal, percent
from grassroots.widgets.attention import most_of_them, worst_first
from grassroots.widgets.view import View

SMALL = 20  # under this a sentence gives counts, no rate
NAMED = 3  # up to this many units a sentence names them
Facts = dict[str, str | None]
Row = Mapping[str, Any]


def petition_facts(measures: Mapping[str, Row], overdue: Sequence[dict[str, Any]], current: View) -> Facts:
    """Rate, change and overdue petitions; a rate on fewer than twenty petitions is left to its counts."""
    rate = measures.get("ty_le_giai_quyet", {})
    facts: Facts = {"communes": current.communes(), **_overdue_facts(measures, overdue, current)}
    facts |= _comparison(rate, current)
    if rate.get("basis") == "own" and current.place and current.place.level != "commune":
        facts["whose"] = current.words(f"measure.number.own_{current.place.level}")
    if rate.get("value") is None or not rate.get("denominator"):
        return facts
    counts = fraction(rate, current)
    facts["settled_of_accepted"] = counts
    if rate["denominator"] < SMALL:
        return {**facts, "small_counts": counts}
    return {**facts, "rate": percent(rate["value"], current.language), "change": _change(rate, current)}


def fraction(row: Row, current: View) -> str | None:
    """The counts of a rate, ``132/142``; None where either was not reported, which is no zero."""
    parts = [row.get(part) for part in ("numerator", "denominator")]
    return (
        None
        if None in parts
        else "/".join(count(part, current.language) for part in parts if part is not None)
    )


def coverage_facts(foundation: Row, current: View) -> Facts:
    """How many communes reported, the days covered and the period compared with."""
    facts: Facts = {"communes": current.communes()}
    if foundation.get("units_expected") and current.place and current.place.level != "commune":
        facts["reported"] = count(foundation["units_reported"] or 0, current.language)
        facts["expected"] = count(foundation["units_expected"], current.language)
    if current.period:
        first, last = Period.parse(current.period).days()
        facts |= {"first_day": day(first, current.language), "last_day": day(last, current.language)}
    return facts


def _comparison(rate: Row, current: View) -> Facts:
    """The period compared with, or why the comparison is not made."""
    if current.base is None:
        return {}
    base, reason = period_name(current.base, current.language), rate.get("not_comparable_because")
    if rate.get("difference") is not None:
        return {"base_period": base, **({"joined": ""} if rate.get("joined") else {})}
    said = current.words(f"measure.not_comparable.{reason}") if reason else None
    return {"base_name": base, "reason": said}


def two_readings(row: Row, current: View) -> Facts:
    """Whether the upper body's own report and the sum of its communes agree."""
    area, below = row.get("area_value"), row.get("sum_value")
    if area is None or below is None or current.place is None or current.place.level == "commune":
        return {}
    same = round(abs(area - below), 4) == 0
    size = count(abs(area - below), current.language)
    return {
        "body": current.words(f"unit.the_{current.place.level}"),
        "area": count(area, current.language),
        "sum": count(below, current.language),
        "fits": current.words("title.fits") if same else current.words("title.differs", difference=size),
    }


def _overdue_facts(measures: Mapping[str, Row], overdue: Sequence[dict[str, Any]], current: View) -> Facts:
    total = measures.get("don_qua_han", {}).get("value")
    if total is None:
        return {}
    if total == 0:
        return {"no_overdue": ""}
    facts: Facts = {"overdue": count(total, current.language)}
    if not overdue or (current.place and current.place.level == "commune"):
        return facts
    top, units, known = most_of_them(overdue)
    if top < known:
        return {
            **facts,
            "top_count": count(top, current.language),
            "top_units": count(units, current.language),
        }
    return {**facts, **_few_units(worst_first(overdue), current)}


def _few_units(overdue: Sequence[Row], current: View) -> Facts:
    """The units of all overdue petitions: by name when they are three at most, else how many they are."""
    if len(overdue) > NAMED:
        fields = {"units": count(len(overdue), current.language), "communes": current.communes()}
        return {"overdue_where": current.words("title.units", **fields)}
    listed = ", ".join(
        current.words("title.list", name=row["name"], count=count(row["count"], current.language))
        for row in overdue
    )
    return {"overdue_where": ", ".join(row["name"] for row in overdue), "overdue_list": listed}


def _change(rate: Row, current: View) -> str | None:
    difference = rate.get("difference")
    if difference is None:
        return None
    if round(difference, 1) == 0:
        return current.words("title.same")
    size = current.words("title.points", size=decimal(abs(difference), current.language))
    return current.words("title.rise" if difference > 0 else "title.fall", size=size)


__all__ = ["Facts", "coverage_facts", "petition_facts", "two_readings"]
