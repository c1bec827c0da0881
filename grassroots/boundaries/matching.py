"""Which feature is which commune: by code, else by province, parent and name.

Files name their columns as they please, so a column is known by what it holds: five-digit codes of a vintage,
names of its communes, names of its provinces. Codes were given new meanings in July 2025, so a code counts
only where the name beside it, if there is one, is that unit's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import shapely

from grassroots.boundaries.model import Matching, Shape, Unmatched, UnusableOutlines
from grassroots.units import VINTAGES, Unit, all_units, ancestors, fold, spellings
from grassroots.units.mentions import KINDS
from grassroots.units.spelling import loose

_KIND = re.compile(rf"^(?:{'|'.join(map(fold, KINDS))}|tp|p|tt|tx)\s+(?=\S)")
_MOSTLY = 0.6  # of the values of a column
_NEARLY_ALL = 0.95  # of the features: no other vintage need be tried
_DEGREES_AWAY = 0.35  # about 38 km: a unit's centre is nearer to its outline than this


@dataclass(frozen=True, slots=True)
class _Vintage:
    """The communes of one vintage, to be looked up."""

    name: str
    by_code: Mapping[str, Unit]
    by_name: Mapping[str, Sequence[Unit]]
    areas: Mapping[str, frozenset[str]]  # key of a commune → names of the units above it


def match(shapes: Sequence[Shape], vintage: str | None = None) -> Matching:
    """The vintage that most features belong to, and each feature's unit. Raises UnusableOutlines."""
    best, most = None, 0
    for name in [vintage] if vintage else reversed(VINTAGES):
        tried = _matching(shapes, _vintage(name))
        matched = sum(len(found) for found in tried.units.values())
        if matched > most:
            best, most = tried, matched
        if matched >= _NEARLY_ALL * len(shapes):
            break
    if best is None:
        raise UnusableOutlines("no_match", columns=", ".join(sorted(shapes[0].properties)[:12]))
    return best


def _matching(shapes: Sequence[Shape], vintage: _Vintage) -> Matching:
    code = _column(shapes, lambda value: _code(value) in vintage.by_code)
    name = _column(shapes, lambda value: _bare(value) in _names_of_communes(), but=code)
    units: dict[str, list[Shape]] = {}
    unmatched: list[Unmatched] = []
    by_code = 0
    for shape in shapes:
        called = shape.properties.get(name or "", "")
        found, why = None, "unknown"
        if code is not None:
            found = vintage.by_code.get(_code(shape.properties.get(code, "")))
            if found is not None and called and not _is_called(found, called):
                found, why = None, "code_of_another"
        by_code += found is not None
        if found is None and name is not None:
            found, why = _by_name(shape, called, vintage, why)
        if found is not None and _is_far(found, shape):
            found, why = None, "far_away"
        if found is None:
            unmatched.append(Unmatched(shape.number, called or shape.properties.get(code or "", ""), why))
        else:
            units.setdefault(found.unit_key, []).append(shape)
    by = "code" if by_code * 2 >= len(shapes) else "name"
    return Matching(vintage.name, by, {key: tuple(held) for key, held in units.items()}, tuple(unmatched))


def _by_name(shape: Shape, called: str, vintage: _Vintage, why: str) -> tuple[Unit | None, str]:
    """The one unit of that name whose superiors, kind and place agree with the feature."""
    found: list[Unit] = list(_named(called, vintage))
    if not found:
        return None, why if why != "unknown" else "unknown_name"
    said = {_bare(value) for value in shape.properties.values()}
    for telling in (
        lambda one: len(vintage.areas[one.unit_key] & said),
        lambda one: (
            fold(one.kind) in {fold(value) for value in shape.properties.values()}
            or fold(called).startswith(fold(one.kind) + " ")
        ),
        lambda one: -round(_distance(one, shape), 1),
    ):
        most = max(telling(one) for one in found)
        found = [one for one in found if telling(one) == most]
        if len(found) == 1:
            return found[0], ""
    return None, "several"


def _named(value: str, vintage: _Vintage) -> Sequence[Unit]:
    folded = fold(value)
    return vintage.by_name.get(loose(folded)) or vintage.by_name.get(loose(_KIND.sub("", folded))) or ()


def _bare(value: str) -> str:
    return loose(_KIND.sub("", fold(value)))


def _is_called(unit: Unit, value: str) -> bool:
    names = {_bare(spelling) for spelling in spellings(unit)}
    return _bare(value) in names or loose(fold(value)) in names


def _code(value: str) -> str:
    digits = value.strip()
    return digits.zfill(5) if digits.isdigit() and len(digits) <= 5 else ""


def _is_far(unit: Unit, shape: Shape) -> bool:
    return unit.longitude is not None and _distance(unit, shape) > _DEGREES_AWAY


def _distance(unit: Unit, shape: Shape) -> float:
    """Degrees from the unit's centre to the feature; nothing where the centre isn't known."""
    if unit.longitude is None or unit.latitude is None:
        return 0.0
    return float(shapely.distance(shape.geometry, shapely.Point(unit.longitude, unit.latitude)))


def _column(shapes: Sequence[Shape], is_one: Callable[[str], bool], but: str | None = None) -> str | None:
    """The property whose values are mostly of one sort, and differ most from each other."""
    counted: Counter[str] = Counter()
    different: dict[str, set[str]] = {}
    for shape in shapes:
        for name, value in shape.properties.items():
            if name != but and value and is_one(value):
                counted[name] += 1
                different.setdefault(name, set()).add(value)
    fitting = [name for name, count in counted.items() if count >= _MOSTLY * len(shapes)]
    return max(fitting, key=lambda name: (len(different[name]), counted[name]), default=None)


@cache
def _names_of_communes() -> frozenset[str]:
    """Of any vintage: which vintage a column of names is of is told by more than itself."""
    return frozenset(loose(fold(one.name)) for one in all_units() if one.level == "commune")


def _vintage(name: str) -> _Vintage:
    communes = [one for one in all_units() if one.vintage == name and one.level == "commune"]
    by_name: dict[str, list[Unit]] = {}
    areas = {}
    for one in communes:
        for spelling in {_bare(text) for text in spellings(one)} | {loose(fold(one.full_name))}:
            by_name.setdefault(spelling, []).append(one)
        areas[one.unit_key] = frozenset(_names(ancestors(one)))
    return _Vintage(name, {one.code: one for one in communes}, by_name, areas)


def _names(above: Iterable[Unit]) -> Iterable[str]:
    for unit in above:
        for spelling in spellings(unit):
            yield _bare(spelling)
