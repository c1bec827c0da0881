"""Names on a map that don't cover each other: placed one by one, the most important first, in pixel boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely

from grassroots.maps.framing import Frame
from grassroots.maps.lettering import width_of

_LINE = 1.2
_GAP = 3.0
# Right and left of the place, above and below it, then further off with a line back to it.
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_DISTANCES = (9.0, 28.0, 48.0, 70.0, 95.0, 125.0)
_COVERING = 80.0  # pixels of distance that a name goes to leave the coloured areas free

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to be placed at a point in pixels. ``lines`` are drawn one under the other."""

    unit_key: str
    lines: tuple[str, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A name with the middle of its box; ``leader`` is the point of the box that a line runs from."""

    unit_key: str
    lines: tuple[str, ...]
    x: float
    y: float
    box: Box
    leader: tuple[float, float] | None
    anchor: tuple[float, float]


def place(
    wanted: Iterable[Wanted],
    frame: Frame,
    size: int,
    *,
    ground: shapely.Geometry | None = None,
    taken: Sequence[Box] = (),
) -> list[Placed]:
    """Those names that find room, in the order given; ``size`` of the letters in pixels.

    A name stands where it covers least of ``ground``, the coloured areas in pixels, and near to its place.
    """
    boxes, found = list(taken), []
    wanted = list(wanted)
    points = [(one.x - 4, one.y - 4, one.x + 4, one.y + 4) for one in wanted]
    for one in wanted:
        placed = _place(one, frame, size, [*boxes, *points], ground)
        if placed is not None:
            boxes.append(placed.box)
            found.append(placed)
    return found


def _place(
    one: Wanted, frame: Frame, size: int, boxes: Sequence[Box], ground: shapely.Geometry | None
) -> Placed | None:
    wide = max(width_of(line, size, 650) for line in one.lines)
    high = len(one.lines) * size * _LINE
    best: tuple[float, Placed] | None = None
    for distance in _DISTANCES:
        for right, down in _AROUND:
            x = one.x + right * (distance + wide / 2)
            y = one.y + down * (distance * 0.8 + high / 2)
            box = (x - wide / 2 - _GAP, y - high / 2, x + wide / 2 + _GAP, y + high / 2)
            if not _inside(box, frame) or any(_cross(box, other) for other in boxes):
                continue
            cost = distance + _COVERING * _covered(box, ground)
            if best is None or cost < best[0]:
                best = cost, _placed(one, x, y, box, near=distance == _DISTANCES[0])
    return best[1] if best else None


def _placed(one: Wanted, x: float, y: float, box: Box, *, near: bool) -> Placed:
    leader = (min(max(one.x, box[0]), box[2]), min(max(one.y, box[1]), box[3]))
    return Placed(one.unit_key, one.lines, x, y, box, None if near else leader, (one.x, one.y))


def _covered(box: Box, ground: shapely.Geometry | None) -> float:
    """The share of a box that lies on the coloured areas."""
    if ground is None:
        return 0.0
    return float(shapely.clip_by_rect(ground, *box).area / shapely.box(*box).area)


def _inside(box: Box, frame: Frame) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= frame.width and box[3] <= frame.height


def _cross(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
