"""What a file of outlines holds, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry


class UnusableOutlines(Exception):
    """A file no outlines can be taken from. ``code`` is a key below ``boundaries.problem.`` in text/*.yml;
    ``details`` fill it."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code, self.details = code, details


@dataclass(frozen=True, slots=True)
class Shape:
    """One feature of the file: its geometry in degrees (longitude, latitude) and its properties as text."""

    number: int  # from 1, in the order of the file
    geometry: BaseGeometry
    properties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A feature that no unit was found for. ``why`` is a key below ``boundaries.why.`` in text/*.yml."""

    number: int
    name: str  # what the file calls it
    why: str


@dataclass(frozen=True, slots=True)
class Matching:
    """Which feature is which unit."""

    vintage: str
    by: str  # "code" or "name"
    units: Mapping[str, tuple[Shape, ...]]  # unit_key → its features, more than one where islands stand apart
    unmatched: tuple[Unmatched, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, for the report to the person who brought it. Areas in square kilometres."""

    file_name: str
    vintage: str
    by: str
    features: int
    matched: int  # features that found their unit
    units: int  # units with an outline
    units_in_vintage: int
    unmatched: tuple[Unmatched, ...]
    repaired: int  # invalid outlines made valid
    overlaps: int  # pairs of neighbours that overlapped
    overlap_area: float
    gaps: int  # narrow gaps between neighbours that were closed
    missing: tuple[str, ...] = field(default=())  # keys of units of the vintage that the file lacks

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Outcome:
        return cls(
            **{
                **said,
                "unmatched": tuple(Unmatched(**one) for one in said["unmatched"]),
                "missing": tuple(said["missing"]),
            }
        )
