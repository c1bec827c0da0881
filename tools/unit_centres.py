"""Points for units of 2020 that vanished before 2025, whose centres no source gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tools.unit_links import Link
from tools.unit_sources import Rows


def fill_centres(older: Rows, newer: Rows, links: Iterable[Link]) -> None:
    """Give a commune without a centre that of the commune it went into whole; a district its communes' mean.

    The point lies in the area that took the old unit in, a few kilometres beside its true place, and is the
    same as that of the unit with the successor's code: good for where, not for how far. A commune that was
    divided keeps none.
    """
    into: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for old, new, whole, _note in links:
        into[old].append((new, whole))
    for row in list(older.values()):
        if row.level == "commune" and row.longitude is None:
            found = [newer[new] for new, whole in into[row.code] if whole]
            if len(found) == 1:
                older[row.code] = replace(row, longitude=found[0].longitude, latitude=found[0].latitude)
    for row in list(older.values()):
        if row.level == "district" and row.longitude is None:
            below = [
                (each.longitude, each.latitude)
                for each in older.values()
                if each.parent == row.code and each.longitude is not None and each.latitude is not None
            ]
            if below:
                east, north = (sum(axis) / len(below) for axis in zip(*below, strict=True))
                older[row.code] = replace(row, longitude=east, latitude=north)
