"""Headline numbers: name with its unit, value, counts, change and coverage; each card opens its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from grassroots.indicators import indicator
from grassroots.names import counted, indicator_name, measure_written
from grassroots.text import change, count
from grassroots.text.catalogue import words
from grassroots.text.numbers import MINUS
from grassroots.widgets.clickable import clickable
from grassroots.widgets.present import page_counts, presenting
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

Tone = Literal["good", "bad", "neutral"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    """One part of a bar: ``kind`` is settled, open_in_time or overdue."""

    kind: str
    value: int


@dataclass(frozen=True, slots=True)
class Number:
    """One headline number, in words. ``value`` is None where there is no figure: then a sentence says so."""

    name: str
    value: str | None
    counts: str | None
    moved: str | None
    tone: Tone
    against: str | None
    coverage: str | None
    source: str
    illustrative: bool
    confirmed: bool
    bars: tuple[Bar, ...] = ()


def headline(
    measures: Mapping[str, Row], *codes: str, more: tuple[Number, ...] = (), bars: bool = True
) -> None:
    """Draws one card an indicator, the first the main one; ``more`` are numbers made elsewhere, put last."""
    current = view()
    numbers = [number(measures, code, current) for code in codes] + list(more)
    if not bars:
        numbers = [replace(one, bars=()) for one in numbers]
    page_counts(numbers[0], measures)
    if presenting():
        return
    body = render("cards", current.language, numbers=numbers, tracks=len(numbers) + bool(numbers[0].bars))
    clickable(body, key="headline")


def either(measures: Mapping[str, Row], *codes: str) -> str:
    """The first of these indicators that has a value; the first of all where none has."""
    return next((code for code in codes if measures.get(code, {}).get("value") is not None), codes[0])


def number(measures: Mapping[str, Row], code: str, current: View) -> Number:
    """The headline number of an indicator, from the rows of ``area_measures``."""
    row = measures.get(code, {})
    value = row.get("value")
    moved, tone = movement(row, current) if value is not None else (None, "neutral")
    return Number(
        name=indicator_name(code, current.language),
        value=None if value is None else written(code, row, current),
        counts=_counts(measures, code, row, current),
        moved=moved,
        tone=tone,
        against=_against(row, code, current) if value is not None else None,
        coverage=coverage(row, current),
        source=f"source:{code}",
        illustrative=bool(row.get("illustrative")) and value is not None,
        confirmed=bool(row.get("confirmed", True)) or value is None,
        bars=_bars(measures) if code == "ty_le_giai_quyet" and value is not None else (),
    )


def written(code: str, row: Row, current: View, field: str = "value") -> str:
    """A measure's value as the language writes it, without its unit (a rate has its sign)."""
    return measure_written(code, row, current.language, field)


def movement(row: Row, current: View) -> tuple[str | None, Tone]:
    """How a measure moved against the base period, and whether that is good; None where not comparable."""
    difference = compared(row)[0]
    if difference is None:
        return None, "neutral"
    known = indicator(str(row["indicator"]))
    places = 1 if known.kind in ("ratio", "score") else 0
    if round(difference, places) == 0:
        return current.words("measure.number.same_as_base"), "neutral"
    better = None if known.better is None else (difference > 0) == (known.better == "higher")
    tone: Tone = "neutral" if better is None else "good" if better else "bad"
    if better is None:
        size = f"{'+' if difference > 0 else MINUS}{count(abs(difference), current.language)}"
    else:
        size = change(difference, current.language, places)
    return _with_unit(size, known.kind, row, current), tone


def compared(row: Row) -> tuple[float | None, str, int | None]:
    """The change, the column of the value it is against, and the units it is made on where not all are.

    Where other units reported in the base period, those that reported in both are compared.
    """
    if row.get("difference") is not None and row.get("base_value") is not None:
        return row["difference"], "base_value", None
    if row.get("not_comparable_because") == "unequal_units" and row.get("matched_difference") is not None:
        return row["matched_difference"], "matched_base_value", int(row["matched_units"])
    return None, "base_value", None


def coverage(row: Row, current: View) -> str | None:
    """How many units a measure rests on out of how many, or whose report it is."""
    reported, expected = row.get("units_reported"), row.get("units_expected")
    if row.get("basis") == "own" and current.place and current.place.level != "commune":
        return current.words(f"measure.number.own_{current.place.level}")
    if row.get("basis") == "reported_above":
        return current.words("measure.number.reported_above")
    if current.place and current.place.level == "commune":
        return current.words("measure.number.own_commune") if row.get("value") is not None else None
    if reported is None or not expected:
        return None
    fields = {"reported": count(reported, current.language), "expected": count(expected, current.language)}
    return current.words("measure.number.coverage", **fields)


def _counted_unit(row: Row) -> str | None:
    """What the counts of a row are: a rate says so only where its indicator leaves it open."""
    unit = row.get("counted_unit")
    return None if unit == "%" else unit


def _with_unit(size: str, kind: str, row: Row, current: View) -> str:
    if kind == "ratio":
        return current.words("measure.number.points", size=size)
    known = indicator(str(row["indicator"]))
    return f"{size} {counted(row.get('counted_unit') or known.unit_vi, current.language)}"


def _against(row: Row, code: str, current: View) -> str | None:
    difference, field, units = compared(row)
    if difference is not None:
        if round(difference, 1) == 0 and units is None:
            return None
        fields = {"base": written(code, row, current, field), "units": units}
        key = "measure.number.against" if units is None else "measure.number.against_matched"
        return current.words(key, **fields)
    reason = row.get("not_comparable_because")
    if current.base is None or reason is None:
        return None
    return current.words("measure.not_comparable.short")


def _counts(measures: Mapping[str, Row], code: str, row: Row, current: View) -> str | None:
    if row.get("value") is None:
        return None
    known = indicator(code)
    if known.kind == "ratio" and row.get("denominator") is not None and known.numerator:
        unit = indicator(known.numerator).unit_vi
        return current.words(
            "measure.number.counts",
            numerator=count(row["numerator"], current.language),
            denominator=count(row["denominator"], current.language),
            unit=counted(_counted_unit(row) or unit, current.language),
        )
    if row["value"] == 0 and row.get("basis") == "sum" and not current.scenario:
        return current.words("measure.number.zero")
    return _beside(measures, code, current)


def _beside(measures: Mapping[str, Row], code: str, current: View) -> str | None:
    key = f"measure.{code}.beside"
    if key not in words(current.language):
        return None
    facts = {
        other: written(other, found, current)
        for other, found in measures.items()
        if found.get("value") is not None
    }
    return sentence_of(key, facts, current)


def sentence_of(key: str, facts: Mapping[str, str], current: View) -> str | None:
    """The words for a key where the facts can fill it, else None."""
    try:
        return current.words(key, **facts)
    except KeyError:
        return None


def _bars(measures: Mapping[str, Row]) -> tuple[Bar, ...]:
    codes = {"settled": "don_da_giai_quyet", "open_in_time": "don_trong_han", "overdue": "don_qua_han"}
    values = {kind: measures.get(code, {}).get("value") for kind, code in codes.items()}
    if any(value is None for value in values.values()):
        return ()
    return tuple(Bar(kind, int(value)) for kind, value in values.items() if value is not None)


__all__ = ["Bar", "Number", "coverage", "either", "headline", "movement", "number", "sentence_of", "written"]
