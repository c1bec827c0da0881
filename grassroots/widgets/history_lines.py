"""What a history draws and says: the rows of ``place_history`` as points, and their gaps in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.charts_history import JOINT, Line, Point
from grassroots.charts_supposed import Supposed
from grassroots.indicators import indicator
from grassroots.names import counted, period_heading, period_name, period_short, unit_heading, unit_name
from grassroots.periods import Period
from grassroots.text import count, decimal, percent, points
from grassroots.units import successors
from grassroots.widgets.data import rows
from grassroots.widgets.picking import known_unit, titled
from grassroots.widgets.view import View

NAMED_UNITS = 5
NOTED_PERIODS = 3
NEARLY = 0.9  # share of the units that a period needs to be read along with whole ones

Row = Mapping[str, Any]
History = Mapping[str, Sequence[Row]]
"""Units by key, each with its periods in the order of days."""


def written(code: str, value: float, current: View) -> str:
    """A value as the reader's language writes it, a share with its sign."""
    kind = indicator(code).kind
    if kind == "ratio":
        return percent(value, current.language)
    if kind == "score":
        return points(value, current.language)
    whole = value == round(value)
    return count(value, current.language) if whole else decimal(value, current.language)


def main_period(history: History, current: View) -> str:
    """The named period whose line is read first: the one with most years, the page's own among equals."""
    found = Counter(
        row["period_name"] for found in history.values() for row in found if row["complete"] or _nearly(row)
    )
    asked = Period.parse(current.period).name if current.period else ""
    if not found:
        return asked
    fullest: str = max(found, key=lambda name: (found[name], name == asked, Period(2000, name)))
    return fullest


def lines_of_periods(code: str, found: Sequence[Row], main: str, current: View) -> list[Line]:
    """A line for each named period of one unit: cumulative figures of different periods make no line."""
    names = sorted({row["period_name"] for row in found}, key=lambda name: Period(2000, name))
    grouped = {name: [row for row in found if row["period_name"] == name] for name in names}
    return [
        Line(
            _at_end(code, name, grouped[name][-1], name == main, current),
            tuple(_point(code, row, current) for row in grouped[name]),
            name == main,
        )
        for name in names
        if name == main or len(grouped[name]) > 1
    ]


def _at_end(code: str, name: str, last: Row, main: bool, current: View) -> str:
    called_so = period_short(name, current.language)
    return called_so if main else f"{called_so}: {written(code, last['value'], current)}"


def lines_of_units(code: str, history: History, period: str, current: View) -> list[Line]:
    """A line for each unit through the years, all of one named period."""
    lines = []
    for unit_key, found in history.items():
        own = [row for row in found if row["period_name"] == period]
        if own:
            lines.append(
                Line(_bare(unit_key, current), tuple(_point(code, row, current) for row in own), main=True)
            )
    return lines


def _point(code: str, row: Row, current: View) -> Point:
    text = written(code, row["value"], current)
    of = f"{row['units_reported']}/{row['units_expected']}"
    said = f"{period_heading(row['period'], current.language)}: {text}"
    if row["denominator"]:
        said += (
            f" ({count(row['numerator'], current.language)}/{count(row['denominator'], current.language)})"
        )
    return Point(
        day=row["last_day"].date(),
        value=row["value"],
        hollow=row["across"] or Period.parse(row["period"]).days()[1] < JOINT,
        whole=row["complete"],
        nearly=_nearly(row),
        label=text if row["complete"] else f"{text} ({of})",
        hover=said if row["complete"] else f"{said} · {of}",
    )


def supposed_point(code: str, history: History, current: View) -> Supposed | None:
    """The period at hand as a scenario would have it, where that is not as reported and one unit is drawn."""
    if not current.scenario or len(history) != 1 or current.place is None:
        return None
    if (key := next(iter(history))) != current.place.unit_key:
        return None
    asked = rows("place_history", place=key, indicator=code)
    then = next((row for row in asked if row["period"] == current.period), None)
    now = next((row for row in history[key] if row["period"] == current.period), None)
    if then is None or (now is not None and then["basis"] != now["basis"]):
        return None  # the place's own report beside the sum of its communes: no difference of the scenario's
    if now is not None and round(then["value"] - now["value"], 2) == 0:
        return None
    label = f"{current.words('scenario.then')}: {written(code, then['value'], current)}"
    return Supposed(then["last_day"].date(), now["value"] if now else None, then["value"], label)


def _nearly(row: Row) -> bool:
    return not row["divided"] and row["units_reported"] >= NEARLY * row["units_expected"]


def called(unit_key: str, current: View) -> str:
    """A unit's name with its kind, by its key."""
    found = titled(unit_key)
    if found is not None:
        return unit_heading(found.name, found.kind, current.language)
    row = next((row for row in rows("places") if row["unit_key"] == unit_key), None)
    return unit_heading(row["name"], row["kind"], current.language) if row else unit_key


def _bare(unit_key: str, current: View) -> str:
    found = titled(unit_key)
    return found.name if found else called(unit_key, current)


def names_of(unit_keys: Sequence[str], current: View) -> str:
    """The names of units as a list inside a sentence, the first few of many."""
    names = [_in_sentence(key, current) for key in unit_keys]
    if len(names) <= NAMED_UNITS:
        return ", ".join(names)
    more = count(len(names) - NAMED_UNITS + 1, current.language)
    return current.words("history.and_more", names=", ".join(names[: NAMED_UNITS - 1]), count=more)


def _in_sentence(unit_key: str, current: View) -> str:
    found = titled(unit_key)
    return unit_name(found.name, found.kind, current.language) if found else called(unit_key, current)


def notes(found: Sequence[Row], current: View) -> list[str]:
    """What one unit's periods lack, the newest first: who is missing, what is divided."""
    lacking = [row for row in reversed(found) if row["missing"]][:NOTED_PERIODS]
    periods = [
        current.words(
            "history.partial_period",
            period=period_name(row["period"], current.language),
            reported=count(row["units_reported"], current.language),
            expected=count(row["units_expected"], current.language),
            names=names_of(row["missing"], current),
        )
        for row in lacking
    ]
    said = [current.words("history.partial", periods="; ".join(periods))] if periods else []
    divided = dict.fromkeys(key for row in found for key in row["divided"])
    if divided:
        told = [_went_into(key, current) for key in list(divided)[:NAMED_UNITS]]
        said.append(current.words("history.divided", names=", ".join(told)))
    unequal = [row for row in found if not (row["complete"] or row["missing"] or row["divided"])]
    said += [
        current.words("history.days_differ", period=period_heading(row["period"], current.language))
        for row in unequal[-1:]
    ]
    return said


def _went_into(unit_key: str, current: View) -> str:
    own = called(unit_key, current)
    into = [one.unit_key for one in successors(unit_key)] if known_unit(unit_key) else []
    if len(into) < 2:
        return own
    return current.words("history.went_into", name=own, into=names_of(into, current))


def unit_of(code: str, found: Sequence[Row], current: View) -> str | None:
    """What is counted, where that isn't a share."""
    if indicator(code).kind == "ratio":
        return None
    of = next((row["counted_unit"] for row in found if row["counted_unit"]), None)
    return counted(of or indicator(code).unit_vi, current.language)
