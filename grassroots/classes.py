"""The classes of a map: quartiles of the units that are ranked, or the marks of a score sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from grassroots.colours import ClassSet, Palette, mixed

State = Literal["class", "small", "missing"]


@dataclass(frozen=True, slots=True)
class Class:
    """One class: its bounds (``low`` included, ``high`` not; None where open), colour and units in it."""

    low: float | None
    high: float | None
    colour: str
    units: int
    name: str | None = None


def quartiles(values: pd.Series) -> list[float]:
    """The three bounds between four classes of about equal size; fewer where values are too much alike."""
    found = [round(float(values.quantile(share)), 1) for share in (0.25, 0.5, 0.75)] if len(values) else []
    return [bound for place, bound in enumerate(found) if bound not in found[:place] and bound > values.min()]


def by_bounds(values: pd.Series, bounds: Sequence[float], palette: Palette) -> list[Class]:
    """Classes from worst to best, coloured so that orange turns to blue at the middle bound."""
    edges: list[float | None] = [None, *bounds, None]
    colours = _coloured(len(edges) - 1, palette)
    return [
        Class(low, high, colour, int(_within(values, low, high).sum()))
        for low, high, colour in zip(edges[:-1], edges[1:], colours, strict=True)
    ]


def by_marks(
    values: pd.Series, marks: pd.DataFrame, name: Callable[[int], str], palette: Palette
) -> list[Class]:
    """Classes of a score sheet's marks (rows of ``score_marks.sql``), from worst to best."""
    ordered = marks.sort_values("from_percent").reset_index(drop=True)
    failing = int((~ordered["passes"].astype(bool)).sum())
    chosen: ClassSet = "one_three" if failing <= 1 else "two_two"
    colours = palette.classes(chosen)[-len(ordered) :] if failing == 0 else palette.classes(chosen)
    edges: list[float | None] = [None, *[float(low) for low in ordered["from_percent"][1:]], None]
    found = []
    for place in range(len(ordered)):
        low, high = edges[place], edges[place + 1]
        colour = colours[min(place, len(colours) - 1)]
        units = int(_within(values, low, high).sum())
        found.append(Class(low, high, colour, units, name(int(ordered["position"][place]))))
    return found


@dataclass(frozen=True, slots=True)
class Gradient:
    """A colour for every value from the lowest to the highest; orange turns to blue at the median.

    ``colours`` are those of the four classes, worst first; each half runs between two of them.
    """

    low: float
    median: float
    high: float
    colours: tuple[str, str, str, str]
    units_below: int
    units_above: int

    def colour(self, value: float) -> str:
        below = value < self.median
        start, end = (self.low, self.median) if below else (self.median, self.high)
        first, last = self.colours[:2] if below else self.colours[2:]
        share = 0.0 if end <= start else min(max((value - start) / (end - start), 0.0), 1.0)
        return mixed(first, last, share)


def gradient(values: pd.Series, palette: Palette) -> Gradient | None:
    """The continuous scale of these values; None where there are none."""
    if values.empty:
        return None
    median = float(values.median())
    first, second, third, fourth = palette.two_two
    return Gradient(
        float(values.min()),
        median,
        float(values.max()),
        (first, second, third, fourth),
        int((values < median).sum()),
        int((values >= median).sum()),
    )


def class_of(value: float, classes: Sequence[Class]) -> Class:
    """The class a value falls in."""
    return next(one for one in reversed(classes) if one.low is None or value >= one.low)


def _coloured(size: int, palette: Palette) -> Sequence[str]:
    four = palette.two_two
    return {4: four, 3: (four[0], four[2], four[3]), 2: (four[1], four[2]), 1: (four[2],)}[size]


def _within(values: pd.Series, low: float | None, high: float | None) -> pd.Series:
    above = values >= low if low is not None else values.notna()
    return above & (values < high) if high is not None else above
