"""What one slide or page of pictures shows, whatever it is drawn with: numbers, a chart, a map or lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from grassroots.maps import Drawing

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


@dataclass(frozen=True, slots=True)
class Lines:
    """Nothing but words."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Plate:
    """``title`` says what is seen; ``notes`` are its sources, for who speaks and for who asks."""

    title: str
    notes: Sequence[str]
    body: Sequence[Number] | Chart | Drawing | Lines
