"""Outlines made a coverage: valid, without overlaps and narrow gaps, neighbours with one common border.

The published outlines were drawn commune by commune, so that neighbours overlap by tens of metres or leave
slivers between them; simplified one by one they would part further. See shapely's coverage functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[np.object_]

KM2_A_SQUARE_DEGREE = 12_364.0 * np.cos(np.radians(16.0))  # at the latitude of Đà Nẵng
_GAP = 0.002  # degrees, about 200 m: narrower gaps between neighbours are closed
_SNAP = 0.0005  # degrees, about 50 m: nodes nearer to each other are one; much less takes minutes
_SLIVER = 1e-9  # square degrees, about 12 m²: two borders that touch, not two areas that overlap


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A coverage, one polygon or multipolygon a unit in the order given, and what was found on the way."""

    shapes: Shapes
    repaired: int
    overlaps: int
    overlap_area: float  # km²
    gaps: int


def cleaned(shapes: Shapes, groups: Sequence[str]) -> Cleaned:
    """Repairs, then makes a coverage. A unit that would vanish keeps its repaired outline.

    ``groups``: the province of each; gaps are counted within provinces, which is several times faster.
    """
    invalid = ~shapely.is_valid(shapes)
    valid = shapes.copy()
    valid[invalid] = [
        polygons_of(one)
        for one in shapely.make_valid(shapes[invalid], method="structure", keep_collapsed=False)
    ]
    overlaps, area = _overlaps(valid)
    group = np.array(groups)
    gaps = sum(_holes(shapely.union_all(valid[group == one])) for one in np.unique(group))
    covered = shapely.coverage_clean(valid, gap_width=_GAP, snapping_distance=_SNAP)
    gone = shapely.is_empty(covered)
    left = _holes(shapely.coverage_union_all(covered[~gone]))
    covered[gone] = valid[gone]
    return Cleaned(covered, int(invalid.sum()), overlaps, area, max(0, gaps - left))


def simplified(coverage: Shapes, tolerance: float, least_part: float) -> Shapes:
    """The coverage with fewer points: common borders stay common. ``tolerance`` in degrees; islands and holes
    under ``least_part`` square degrees go, but the largest part of a unit stays."""
    larger = np.array([_without_small_parts(one, least_part) for one in coverage], dtype=object)
    return shapely.coverage_simplify(larger, tolerance)  # type: ignore[no-any-return]


def _without_small_parts(shape: shapely.Geometry, least: float) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    largest = areas.max(initial=0.0)
    kept = [
        shapely.Polygon(
            part.exterior, [hole for hole in part.interiors if shapely.Polygon(hole).area >= least]
        )
        for part, area in zip(parts, areas, strict=True)
        if area >= least or area == largest
    ]
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)


def polygons_of(shape: shapely.Geometry) -> shapely.Geometry:
    """The polygons among a geometry's parts."""
    parts = [part for part in shapely.get_parts(shape) if shapely.get_type_id(part) == 3]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _overlaps(shapes: Shapes) -> tuple[int, float]:
    """Pairs of areas that overlap, and by how many square kilometres in all."""
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapes, predicate="intersects")
    pairs = one < other
    areas = shapely.area(shapely.intersection(shapes[one[pairs]], shapes[other[pairs]]))
    return int((areas > _SLIVER).sum()), float(areas.sum() * KM2_A_SQUARE_DEGREE)


def _holes(together: shapely.Geometry) -> int:
    """Holes in areas taken together: what lies between neighbours and belongs to none."""
    return int(shapely.get_num_interior_rings(shapely.get_parts(together)).sum())
