"""What a page puts on a map: rows of a query, what they are worth, and how they are coloured."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import pandas as pd

from grassroots.classes import Class, Gradient, by_bounds, class_of, gradient, quartiles
from grassroots.maps import Commune, Legend, Row, State
from grassroots.names import unit_heading
from grassroots.text import decimal
from grassroots.units import all_units, unit
from grassroots.widgets.view import View

Found = Mapping[str, Any]
Way = Literal["by_mark", "quartile", "continuous", "own"]


@dataclass(frozen=True, slots=True)
class Subject:
    """One measure on a map. The functions take a row of its query.

    ``rows`` are those of a period, or of the reader's where it is None. ``own`` gives classes that are
    neither marks nor quartiles (``own_class`` the place of a row among them).
    """

    name: str
    title: str
    rows: Callable[[str | None], Sequence[Found]]
    value: Callable[[Found], float | None]
    state: Callable[[Found], State]
    said: Callable[[Found], tuple[str, ...]]
    count: Callable[[Found], float | None] | None
    captions: Mapping[str, str]
    small: str
    missing: str
    ways: tuple[Way, ...] = ("quartile", "continuous")
    marks: Callable[[pd.Series], Sequence[Class]] | None = None
    own: Callable[[Sequence[Found]], Sequence[Class]] | None = None
    own_class: Callable[[Found], int] | None = None
    named: Callable[[Sequence[Found]], Sequence[str]] = field(default=lambda rows: ())
    circles: str = ""  # what the area of a circle stands for, in words
    counts_first: bool = False  # drawn as circles unless the reader chooses otherwise
    key: tuple[str, ...] = ()  # what the rows depend on besides the reader's view

    def is_unconfirmed(self, row: Found) -> bool:
        return self.state(row) != "missing" and row["confirmed"] is False


@dataclass(frozen=True, slots=True)
class Scale:
    """How the values of a map are coloured; it stays the first period's while periods play."""

    classes: tuple[Class, ...] = ()
    gradient: Gradient | None = None

    def colour(self, value: float | None, palette_context: str) -> str:
        if value is None:
            return palette_context
        if self.gradient is not None:
            return self.gradient.colour(value)
        return class_of(value, self.classes).colour if self.classes else palette_context


def other_period(period: str | None) -> dict[str, str | None]:
    """A query's parameters for another period than the page's: not compared, as the base is the page's."""
    return {} if period is None else {"period": period, "base": None}


def scale(subject: Subject, rows: Sequence[Found], way: Way, current: View) -> Scale:
    """The scale made of the communes that have a class."""
    values = _values(subject, rows)
    if way == "own" and subject.own:
        return Scale(tuple(subject.own(rows)))
    if way == "continuous":
        return Scale(gradient=gradient(values, current.palette))
    if way == "by_mark" and subject.marks:
        return Scale(tuple(subject.marks(values)))
    return Scale(tuple(by_bounds(values, quartiles(values), current.palette)) if len(values) else ())


def communes(subject: Subject, rows: Sequence[Found], by: Scale, current: View) -> tuple[Commune, ...]:
    """The rows as communes in their colours."""
    within = _province_of() if is_national(current) else {}
    return tuple(_commune(subject, row, by, current, within) for row in rows)


def is_national(current: View) -> bool:
    """Whether the place is the whole country."""
    return current.place is not None and current.place.level == "country"


@cache
def provinces() -> Mapping[str, str]:
    """Names of the provinces in force by their codes."""
    return {one.code: one.name for one in all_units() if one.level == "province" and one.valid_to is None}


@cache
def _province_of() -> Mapping[str, str]:
    """The name of each commune's province by unit_key, of the units in force."""
    communes = (one for one in all_units() if one.level == "commune" and one.valid_to is None)
    return {one.unit_key: unit(one.province_key).name for one in communes}


def _commune(subject: Subject, row: Found, by: Scale, current: View, within: Mapping[str, str]) -> Commune:
    state, heading = subject.state(row), unit_heading(row["name"], row["kind"], current.language)
    province = within.get(row["unit_key"], "")
    if state == "missing":
        colour = None
    elif subject.own_class:
        colour = by.classes[subject.own_class(row)].colour
    else:
        colour = by.colour(subject.value(row), current.palette.context)
    return Commune(
        unit_key=row["unit_key"],
        name=row["name"],
        heading=f"{heading}, {province}" if province else heading,
        longitude=row["longitude"],
        latitude=row["latitude"],
        state=state,
        colour=colour,
        unconfirmed=subject.is_unconfirmed(row),
        said=(subject.missing,) if state == "missing" else subject.said(row),
        count=subject.count(row) if subject.count and state != "missing" else None,
        within=province,
    )


def legend(
    subject: Subject,
    rows: Sequence[Found],
    by: Scale,
    current: View,
    *,
    caption: str,
    notes: tuple[str, ...] = (),
    national: bool = False,
) -> Legend:
    """The legend of these rows on a scale, which may be another period's: counts are of these rows."""
    found = [*_class_rows(subject, rows, by, current)]
    states = [subject.state(row) for row in rows]
    if small := states.count("small"):
        ring = (by.classes[-1].colour,) if subject.own_class and by.classes else ()  # as it is drawn
        found.append(Row("small", ring, None, subject.small, small))
    if missing := states.count("missing"):
        found.append(Row("unreported" if national else "missing", (), None, subject.missing, missing))
    return Legend(
        caption=caption,
        rows=tuple(found),
        total=len(rows),
        total_words=current.communes(),
        unconfirmed=sum(subject.is_unconfirmed(row) for row in rows),
        unconfirmed_words=current.words("legend.unconfirmed"),
        notes=notes,
    )


def _class_rows(subject: Subject, rows: Sequence[Found], by: Scale, current: View) -> list[Row]:
    if subject.own_class:
        at = [subject.own_class(row) for row in rows if subject.state(row) == "class"]
        return [
            Row("class", (one.colour,), one.name, "", at.count(place)) for place, one in enumerate(by.classes)
        ]
    values = _values(subject, rows)
    if by.gradient is not None:
        return _gradient_rows(by.gradient, values, current)
    held = [class_of(value, by.classes) for value in values] if by.classes else []
    ordered = reversed(by.classes) if any(one.name for one in by.classes) else by.classes
    found = [
        Row("class", (one.colour,), one.name, bounds(one, current), sum(other is one for other in held))
        for one in ordered
    ]
    if len(values) and not by.classes:
        found.append(Row("class", (current.palette.context,), None, current.words("legend.all"), len(values)))
    return found


def _gradient_rows(by: Gradient, values: pd.Series, current: View) -> list[Row]:
    low, median, high = (decimal(value, current.language) for value in (by.low, by.median, by.high))
    below = int((values < by.median).sum())
    return [
        Row(
            "gradient",
            by.colours[:2],
            None,
            current.words("legend.both", low=low, high=median),
            below,
        ),
        Row(
            "gradient",
            by.colours[2:],
            None,
            current.words("legend.to", low=median, high=high),
            len(values) - below,
        ),
    ]


def _values(subject: Subject, rows: Sequence[Found]) -> pd.Series:
    found = [subject.value(row) for row in rows if subject.state(row) == "class"]
    return pd.Series([value for value in found if value is not None], dtype=float)


def bounds(one: Class, current: View) -> str:
    """A class's bounds in words: ``91,0 – dưới 93,6``."""
    places = 0 if one.name else 1  # marks begin at whole shares, quartiles where they fall
    low = None if one.low is None else decimal(one.low, current.language, places)
    high = None if one.high is None else decimal(one.high, current.language, places)
    key = (
        "all"
        if low is None and high is None
        else "under"
        if low is None
        else "from"
        if high is None
        else "both"
    )
    return current.words(f"legend.{key}", low=low, high=high)
