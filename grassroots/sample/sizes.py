"""How much a unit has to do in a year: its petitions, from which the rest is scaled."""

from __future__ import annotations

import math
from functools import cache

from grassroots import units
from grassroots.sample.chance import Chance
from grassroots.units import Unit

# Petitions accepted in a year. Đồng Phú's add up to about what its district reported for 2024.
_DONG_PHU = {
    "25363": 40, "25381": 29, "25393": 32, "25369": 25, "25366": 11, "25387": 7,
    "25390": 6, "25375": 6, "25372": 5, "25384": 5, "25378": 4,
}  # fmt: skip
_MEDIAN = {"phường": 46, "thị trấn": 44, "xã": 23}
_BIG_CITY, _BIG_CITY_MEDIAN = "Biên Hòa", 92
_OLD_SHARE = 0.6
_SPREAD = 0.55  # of the logarithm
# Units of 2025-07 whose petitions are told by the story, not by their predecessors.
_TOLD = {
    "26377": 290, "25993": 360, "26368": 320, "26485": 250, "25378": 56,
    "26119": 7, "25280": 10, "25309": 16, "26122": 19, "25402": 13, "25246": 21, "26362": 4,
}  # fmt: skip


@cache
def petitions_a_year(unit: Unit) -> float:
    """Petitions accepted in an ordinary year: of a unit since 7/2025 the sum of those it was made from."""
    if unit.vintage == "2025-07":
        if unit.code in _TOLD:
            return float(_TOLD[unit.code])
        return sum(_old_size(old) for old in units.predecessors(unit.unit_key)) or 40.0
    return _old_size(unit)


def size(unit: Unit) -> float:
    """1 for a middling commune of today, less for a small one; grows slower than the petitions do.

    Two or three old communes together do about what the one made from them does.
    """
    return math.sqrt(petitions_a_year(unit) / 80) * (1 if unit.vintage == "2025-07" else _OLD_SHARE)


def _old_size(unit: Unit) -> float:
    """A unit before 7/2025, named by its code alone: the codes of 2020 and 2025-01 mean the same here."""
    if unit.code in _DONG_PHU:
        return float(_DONG_PHU[unit.code])
    parent = units.unit(unit.parent_key) if unit.parent_key else None
    in_city = parent is not None and parent.name == _BIG_CITY
    median: float = _BIG_CITY_MEDIAN if in_city else _MEDIAN.get(unit.kind, 23)
    return median * math.exp(_SPREAD * Chance("size", unit.code).normal())
