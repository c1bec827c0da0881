"""One administrative unit of one vintage, and which vintage holds on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

Level = Literal["province", "district", "commune"]

FIRST_DAYS: dict[str, date] = {
    "2020": date(2020, 1, 1),
    "2025-01": date(2025, 1, 1),
    "2025-07": date(2025, 7, 1),
}
"""The first day of each vintage; it ends on the day before the next one begins."""

VINTAGES: tuple[str, ...] = tuple(FIRST_DAYS)


class Unit(NamedTuple):
    """A province, district or commune as it stood in one vintage.

    ``code`` is that of the General Statistics Office (2, 3 or 5 digits). It keeps its meaning only within a
    vintage: 25387 was Thuận Phú and is Thuận Lợi. ``name`` is without the kind; ``longitude`` and
    ``latitude`` are degrees (WGS 84) of a point to draw the unit at, None where no source gives one.

    A tuple, because all 25,516 of them are made in one go and a frozen dataclass takes six times as long.
    """

    unit_key: str
    vintage: str
    code: str
    name: str
    kind: str
    level: Level
    parent_key: str | None
    province_key: str
    longitude: float | None
    latitude: float | None
    valid_from: date
    valid_to: date | None

    @property
    def full_name(self) -> str:
        """``xã Tân Hưng``, ``phường 1``, ``tỉnh Đồng Nai``."""
        return f"{self.kind} {self.name}"


def vintage_on(day: date) -> str:
    """The vintage that held on ``day``; days before 2020 are given to the oldest one."""
    held = [vintage for vintage, first in FIRST_DAYS.items() if first <= day]
    return held[-1] if held else VINTAGES[0]
