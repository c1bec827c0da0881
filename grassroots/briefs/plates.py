"""What one slide or page of pictures shows, whatever it is drawn with: numbers, a chart, a map or lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from grassroots.briefs.map_picture import MapSheet

Value = float | int | None


@dataclass(frozen=True, slots=True)
class Number:
    """A large number: its name with the unit, the value as written, and the lines beneath."""

    name: str
    value: str
    beneath: Sequence[str]
    bad: bool = False  # asks for attention


@dataclass(frozen=True, slots=True)
class Chart:
    """Series over categories. ``bars`` lie, ``columns`` stand; a ``line`` is one year's course."""

    kind: Literal["bars", "columns", "line"]
    categories: Sequence[str]
    series: Mapping[str, Sequence[Value]]
    colours: Sequence[str]
    percent: bool = False

    @property
    def axis(self) -> list[int]:
        """Steps of an axis of rates that holds them all, with room for the labels."""
        values = [value for row in self.series.values() for value in row if value is not None]
        apart = max(values) - min(values)
        step = 5 if apart <= 15 else 10 if apart <= 40 else 20
        low = max(0, floor((min(values) - step / 2) / step) * step)
        high = max(ceil((max(values) + step / 3) / step) * step, low + step)
        return list(range(low, min(high, 100) + 1, step))

    def below(self, place: int) -> list[int]:
        """Where the series is under another: there its label stands below its mark, so that none meet."""
        rows = list(self.series.values())
        found = []
        for at, value in enumerate(rows[place]):
            # of two that are equal the first gives way
            others = [(row[at], other > place) for other, row in enumerate(rows) if other != place]
            if value is not None and any(
                other is not None and (other, later) > (value, False) for other, later in others
            ):
                found.append(at)
        return found


@dataclass(frozen=True, slots=True)
class Lines:
    """Nothing but words."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Plate:
    """``title`` says what is seen; ``notes`` are its sources, for who speaks and for who asks."""

    title: str
    notes: Sequence[str]
    body: Sequence[Number] | Chart | MapSheet | Lines
