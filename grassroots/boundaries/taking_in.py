"""A file of outlines → prepared outlines of one vintage, with a report of what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import shapely

from grassroots import settings
from grassroots.boundaries.coverage import cleaned
from grassroots.boundaries.files import shapes_of
from grassroots.boundaries.keeping import keep
from grassroots.boundaries.matching import match
from grassroots.boundaries.model import Outcome
from grassroots.units import all_units, unit

Progress = Callable[[str], None]
"""Called as each step begins, with a key below ``boundaries.step.`` in text/*.yml."""


def take_in(
    path: Path, *, vintage: str | None = None, file_name: str | None = None, progress: Progress | None = None
) -> Outcome:
    """Reads, matches, repairs, simplifies and keeps the outlines of a file in place of any kept before.

    ``vintage`` where the person knows it, else the one that most features belong to. Nothing is kept when the
    file can't be used. Raises UnusableOutlines.
    """
    tell = progress or (lambda _step: None)
    tell("reading")
    shapes = shapes_of(Path(path))
    tell("matching")
    found = match(shapes, vintage)
    keys = sorted(found.units)
    together = np.array(
        [shapely.union_all([shape.geometry for shape in found.units[key]]) if len(found.units[key]) > 1
         else found.units[key][0].geometry for key in keys],
        dtype=object,
    )  # fmt: skip
    tell("cleaning")
    coverage = cleaned(together, [unit(key).province_key for key in keys])
    communes = [
        one.unit_key for one in all_units() if one.vintage == found.vintage and one.level == "commune"
    ]
    outcome = Outcome(
        file_name=file_name or Path(path).name,
        vintage=found.vintage,
        by=found.by,
        features=len(shapes),
        matched=sum(len(held) for held in found.units.values()),
        units=len(keys),
        units_in_vintage=len(communes),
        unmatched=found.unmatched,
        repaired=coverage.repaired,
        overlaps=coverage.overlaps,
        overlap_area=round(coverage.overlap_area, 1),
        gaps=coverage.gaps,
        missing=tuple(key for key in communes if key not in found.units),
    )
    tell("keeping")
    held = dict(zip(keys, coverage.shapes, strict=True))
    keep(settings.BOUNDARIES / found.vintage, found.vintage, held, outcome, date.today().isoformat())
    return outcome
