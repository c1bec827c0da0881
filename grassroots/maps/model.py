"""What a map shows: communes in their colours, their outlines and the legend. Both the map in the browser and
the still are drawn from these, so that they can't say different things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import shapely

State = Literal["class", "small", "missing"]

# Đặc khu Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa), of the units in force: on every map of the country.
ARCHIPELAGOS = ("2025-07:20333", "2025-07:22736")


@dataclass(frozen=True, slots=True)
class Commune:
    """One commune on the map. ``colour`` is its class's; None where it has not reported."""

    unit_key: str
    name: str  # without its kind, as it is labelled
    heading: str  # with its kind
    longitude: float | None
    latitude: float | None
    state: State
    colour: str | None
    unconfirmed: bool
    said: tuple[str, ...]  # value, counts, rank and change in words, in this order
    count: float | None = None  # what the area of a circle stands for
    within: str = ""  # its province, where a map shows more than one

    @property
    def placed(self) -> bool:
        return self.longitude is not None and self.latitude is not None


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """Outlines in degrees by unit_key. ``key`` changes with them, and two are the same by it."""

    shapes: Mapping[str, shapely.Geometry]
    approximate: bool
    key: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Outlines) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a legend; the rows that count add up to the legend's total."""

    kind: Literal["class", "gradient", "small", "missing", "unreported"]
    colours: tuple[str, ...]
    name: str | None
    bounds: str
    units: int


@dataclass(frozen=True, slots=True)
class Legend:
    """What the colours mean and how many communes have each. Words are the reader's."""

    caption: str
    rows: tuple[Row, ...]
    total: int
    total_words: str
    unconfirmed: int
    unconfirmed_words: str
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if sum(row.units for row in self.rows) != self.total:
            raise ValueError("the rows of a legend add up to its total")


@dataclass(frozen=True, slots=True)
class Picture:
    """A map: who is on it, how they are drawn. ``named`` are labelled, the most important first.

    On a map of the whole country (``national``) communes are a few pixels wide: those without a report are
    plain grey, small counts white with a line in the class colour, and nothing is dashed. ``supposed`` are
    outlined in the colour of what is only supposed: a scenario changes them.
    """

    communes: tuple[Commune, ...]
    outlines: Outlines
    named: tuple[str, ...] = ()
    chosen: str | None = None
    circles: bool = False
    national: bool = False
    supposed: tuple[str, ...] = ()
