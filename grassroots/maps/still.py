"""A still of a map for a document: title, filters in words, map, legend, date and source on one sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from grassroots.colours import Palette
from grassroots.maps.drawing import Area, Drawing, Line, Shape, Text
from grassroots.maps.framing import Frame
from grassroots.maps.lettering import width_of
from grassroots.maps.mapping import mapped
from grassroots.maps.model import Legend, Picture, Row
from grassroots.maps.placing import frame_of

WIDTH, HEIGHT = 1600, 1130
SMALL = (200, 230)
SLIDE = (760, 720)
_NAMES_SMALL = 14
_EDGE = 56
_SIDE = 430  # pixels of the legend's column
_TITLE, _TEXT, _LABEL, _SMALL = 40, 25, 24, 21
_NAMES_ON_SLIDE = 32  # of 1080 lines where the map has 720
_SWATCH = (40.0, 27.0)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on the sheet besides the legend. ``mark`` says that figures are illustrative."""

    title: str
    filters: str
    source: str
    mark: str | None
    number: Callable[[float], str]


def still(picture: Picture, legend: Legend, words: Words, palette: Palette) -> Drawing:
    """The sheet, ``WIDTH`` by ``HEIGHT`` pixels."""
    title = list(wrapped(words.title, _TITLE, 650, WIDTH - 2 * _EDGE))
    filters = list(wrapped(words.filters, _TEXT, 400, WIDTH - 2 * _EDGE))
    top = _EDGE + len(title) * _TITLE * 1.22 + len(filters) * _TEXT * 1.4 + 12
    below = HEIGHT - _EDGE - _SMALL * 2.4
    shapes = [
        *_lines(title, _EDGE, _EDGE + _TITLE * 0.85, _TITLE, 1.22, 650, palette.text),
        *_lines(filters, _EDGE, _EDGE + len(title) * _TITLE * 1.22 + _TEXT, _TEXT, 1.4, 400,
                palette.secondary_text),
        *_map(picture, palette, top, below),
        *_legend(legend, words, palette, top + 20),
        *_foot(words, palette),
    ]  # fmt: skip
    return Drawing(WIDTH, HEIGHT, palette.background, f"{words.title}. {words.filters}", tuple(shapes))


def small(picture: Picture, title: str, palette: Palette) -> Drawing:
    """A map of ``SMALL`` pixels beside others: without names, but for the archipelagos of the country."""
    bare = replace(picture, named=(), chosen=None)
    frame, far = frame_of(bare, *SMALL, 4)
    shapes = mapped(bare, frame, far, palette, _NAMES_SMALL if picture.national else 0, 0.5)
    return Drawing(*SMALL, palette.background, title, tuple(shapes))


def slide(picture: Picture, title: str, palette: Palette) -> Drawing:
    """A map of ``SLIDE`` pixels to be enlarged: its names are read from ten metres."""
    frame, far = frame_of(picture, *SLIDE, 12)
    shapes = mapped(picture, frame, far, palette, _NAMES_ON_SLIDE)
    return Drawing(*SLIDE, palette.background, title, tuple(shapes))


def wrapped(text: str, size: int, weight: int, width: float) -> Iterator[str]:
    """The text in lines that are not wider than so many pixels."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and width_of(longer, size, weight) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _lines(
    lines: list[str], x: float, y: float, size: int, apart: float, weight: int, colour: str
) -> Iterator[Shape]:
    for place, line in enumerate(lines):
        yield Text(x, y + place * size * apart, line, size, weight, colour)


def _map(picture: Picture, palette: Palette, top: float, below: float) -> Iterator[Shape]:
    room = WIDTH - 2 * _EDGE - _SIDE - 40
    frame, far = frame_of(picture, room, below - top, 20)
    for shape in mapped(picture, frame, far, palette, _LABEL):
        yield moved(shape, _EDGE, top)


def moved(shape: Shape, right: float, down: float) -> Shape:
    """The same shape elsewhere."""
    match shape:
        case Area():
            rings = tuple(tuple((x + right, y + down) for x, y in ring) for ring in shape.rings)
            return Area(rings, shape.fill, shape.line, shape.width)
        case Line():
            points = tuple((x + right, y + down) for x, y in shape.points)
            return Line(points, shape.colour, shape.width)
        case _:
            changed = {name: getattr(shape, name) for name in shape.__slots__}
            changed |= {"x": shape.x + right, "y": shape.y + down}
            return type(shape)(**changed)


def _legend(legend: Legend, words: Words, palette: Palette, top: float) -> Iterator[Shape]:
    left, right, y = WIDTH - _EDGE - _SIDE, WIDTH - _EDGE, top
    for line in wrapped(legend.caption, _SMALL, 400, _SIDE):
        y += _SMALL * 1.4
        yield Text(left, y, line, _SMALL, 400, palette.secondary_text)
    y += 16
    for row in legend.rows:
        yield from swatch(row, left, y + 6, palette)
        said = f"{row.name} {row.bounds}".strip() if row.name else row.bounds
        lines = list(wrapped(said, _TEXT, 400, _SIDE - 140))
        yield from _lines(lines, left + 56, y + _TEXT + 2, _TEXT, 1.25, 400, palette.text)
        yield Text(right, y + _TEXT + 2, words.number(row.units), _TEXT, 650, palette.text, "end")
        y += 16 + len(lines) * _TEXT * 1.25
    yield Line(((left, y + 4), (right, y + 4)), palette.context, 1.5)
    yield Text(left + 56, y + _TEXT + 14, legend.total_words, _TEXT, 400, palette.text)
    yield Text(right, y + _TEXT + 14, words.number(legend.total), _TEXT, 650, palette.text, "end")
    y += _TEXT * 1.25 + 22
    if legend.unconfirmed:
        yield from _dashed(left, y + 6, palette)
        yield Text(left + 56, y + _TEXT + 2, legend.unconfirmed_words, _TEXT, 400, palette.text)
        yield Text(right, y + _TEXT + 2, words.number(legend.unconfirmed), _TEXT, 650, palette.text, "end")
        y += _TEXT * 1.25 + 22
    for note in legend.notes:
        y += 8
        for line in wrapped(note, _SMALL, 400, _SIDE):
            y += _SMALL * 1.4
            yield Text(left, y, line, _SMALL, 400, palette.secondary_text)


def swatch(row: Row, x: float, y: float, palette: Palette) -> Iterator[Shape]:
    """The small box of a row of the legend."""
    wide, high = _SWATCH
    fills = {"small": palette.background, "missing": palette.surface, "unreported": palette.grid}
    if row.kind == "gradient":
        from grassroots.colours import mixed

        for part in range(10):
            colour = mixed(row.colours[0], row.colours[-1], part / 9)
            yield _box(x + part * wide / 10, y, wide / 10 + 0.5, high, colour, None)
        yield Line(_corners(x, y, wide, high), palette.area_outline, 1.2)
        return
    fill = fills.get(row.kind) or row.colours[0]
    if row.kind == "small":
        yield _box(x + 2, y + 2, wide - 4, high - 4, fill, row.colours[0] if row.colours else palette.bad, 4)
        return
    yield _box(x, y, wide, high, fill, palette.area_outline, 1.2)
    if row.kind == "missing":
        for start in range(-20, 40, 9):
            points = _clipped(x + start, y + high, x, x + wide, y, high)
            if points:
                yield Line(points, palette.context, 1.6)


def _clipped(
    start: float, bottom: float, left: float, right: float, top: float, high: float
) -> tuple[tuple[float, float], ...]:
    """A line at 45° from the bottom upwards, inside the box."""
    first, last = max(start, left), min(start + high, right)
    if last <= first:
        return ()
    return ((first, bottom - (first - start)), (last, bottom - (last - start)))


def _dashed(x: float, y: float, palette: Palette) -> Iterator[Shape]:
    wide, high = _SWATCH
    for part in range(3):
        at = x + part * 16
        yield Line(((at, y), (min(at + 9, x + wide), y)), palette.text, 2.6)
        yield Line(((at, y + high), (min(at + 9, x + wide), y + high)), palette.text, 2.6)
    for part in range(2):
        at = y + part * 16
        yield Line(((x, at), (x, min(at + 9, y + high))), palette.text, 2.6)
        yield Line(((x + wide, at), (x + wide, min(at + 9, y + high))), palette.text, 2.6)


def _box(
    x: float, y: float, wide: float, high: float, fill: str, line: str | None, width: float = 1.0
) -> Area:
    return Area((_corners(x, y, wide, high)[:4],), fill, line, width)


def _corners(x: float, y: float, wide: float, high: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y))


def _foot(words: Words, palette: Palette) -> Iterator[Shape]:
    y = HEIGHT - _EDGE + 4
    yield Line(((_EDGE, y - _SMALL * 1.6), (WIDTH - _EDGE, y - _SMALL * 1.6)), palette.grid, 1.5)
    at = float(_EDGE)
    if words.mark:
        wide = width_of(words.mark, _SMALL, 700) + 20
        yield _box(at, y - _SMALL - 3, wide, _SMALL + 12, "#FFD84D", None)
        yield Text(at + 10, y, words.mark, _SMALL, 700, "#1F1A00")
        at += wide + 16
    yield Text(at, y, words.source, _SMALL, 400, palette.secondary_text)


__all__ = ["SMALL", "Frame", "Words", "slide", "small", "still"]
