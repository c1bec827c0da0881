"""A drawing as a list of shapes in pixels, written as SVG or as PNG; both show the same."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, ImageDraw

from grassroots.maps.lettering import FAMILY, font

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
_SHARPER = 1.5  # pixels of the PNG to one of the drawing
_FINER = 2  # drawn so much larger and then reduced, so that edges are smooth


@dataclass(frozen=True, slots=True)
class Area:
    """A polygon: its outer ring first, then its holes."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str
    line: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    points: tuple[Point, ...]
    colour: str
    width: float


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float
    fill: str
    line: str
    width: float


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``y`` is its baseline. ``halo`` is the colour round its letters."""

    x: float
    y: float
    text: str
    size: int
    weight: int
    colour: str
    anchor: Anchor = "start"
    halo: str | None = None


Shape = Area | Line | Circle | Text


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes one over another on a ground. ``title`` is what a screen reader says of it."""

    width: int
    height: int
    ground: str
    title: str
    shapes: tuple[Shape, ...]


def svg(drawing: Drawing, family: str = FAMILY, letters: float = 1) -> str:
    """The drawing as SVG with its words as text, to be found and copied; ``letters`` sizes another font's."""
    size = f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family={quoteattr(family)}>',
        f"<title>{escape(drawing.title)}</title>",
        f'<rect width="100%" height="100%" fill="{drawing.ground}"/>',
        *(_written(shape, letters) for shape in drawing.shapes),
        "</svg>",
    ]
    return "\n".join(parts)


def _written(shape: Shape, letters: float) -> str:
    match shape:
        case Area():
            path = "".join(f"M{_points(ring)}Z" for ring in shape.rings)
            line = f' stroke="{shape.line}" stroke-width="{shape.width:g}"' if shape.line else ""
            return f'<path d="{path}" fill="{shape.fill}" fill-rule="evenodd"{line} stroke-linejoin="round"/>'
        case Line():
            style = f'fill="none" stroke="{shape.colour}" stroke-width="{shape.width:g}"'
            return f'<path d="M{_points(shape.points)}" {style}/>'
        case Circle():
            style = f'fill="{shape.fill}" stroke="{shape.line}" stroke-width="{shape.width:g}"'
            return f'<circle cx="{shape.x:.1f}" cy="{shape.y:.1f}" r="{shape.radius:g}" {style}/>'
        case Text():
            halo = ""
            if shape.halo:
                halo = f' stroke="{shape.halo}" stroke-width="{shape.size / 4:g}" paint-order="stroke"'
            return (
                f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size * letters:g}"'
                f' font-weight="{shape.weight}" fill="{shape.colour}" text-anchor="{shape.anchor}"'
                f'{halo} stroke-linejoin="round">{escape(shape.text)}</text>'
            )


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def png(drawing: Drawing) -> bytes:
    """The drawing as PNG, half as large again; letters are Source Sans."""
    size = (round(drawing.width * _SHARPER), round(drawing.height * _SHARPER))
    scale = _SHARPER * _FINER
    large = Image.new("RGB", (size[0] * _FINER, size[1] * _FINER), drawing.ground)
    brush = ImageDraw.Draw(large)
    for shape in drawing.shapes:
        _paint(brush, shape, scale, drawing.ground)
    small = large.resize(size, Image.Resampling.BOX)
    _letter(ImageDraw.Draw(small), drawing.shapes)
    held = io.BytesIO()
    small.save(held, "PNG", dpi=(150 * _SHARPER, 150 * _SHARPER))
    return held.getvalue()


def _paint(brush: ImageDraw.ImageDraw, shape: Shape, scale: float, ground: str) -> None:
    match shape:
        case Area():
            for place, ring in enumerate(shape.rings):
                points = _scaled(ring, scale)
                if len(points) > 2:
                    brush.polygon(points, fill=ground if place else shape.fill)
                if shape.line:
                    width = max(1, round(shape.width * scale))
                    brush.line([*points, points[0]], fill=shape.line, width=width, joint="curve")
        case Line():
            width = max(1, round(shape.width * scale))
            brush.line(_scaled(shape.points, scale), fill=shape.colour, width=width, joint="curve")
        case Circle():
            radius = shape.radius + shape.width / 2
            box = [(shape.x - radius) * scale, (shape.y - radius) * scale,
                   (shape.x + radius) * scale, (shape.y + radius) * scale]  # fmt: skip
            width = max(1, round(shape.width * scale))
            brush.ellipse(box, fill=shape.fill, outline=shape.line, width=width)
        case Text():
            pass  # letters are put on the reduced picture: they are smooth of themselves


def _letter(brush: ImageDraw.ImageDraw, shapes: Sequence[Shape]) -> None:
    anchors = {"start": "ls", "middle": "ms", "end": "rs"}
    for shape in shapes:
        if isinstance(shape, Text):
            letters = font(round(shape.size * _SHARPER), shape.weight)
            at = (shape.x * _SHARPER, shape.y * _SHARPER)
            halo = round(shape.size * _SHARPER / 8) if shape.halo else 0
            brush.text(
                at, shape.text, fill=shape.colour, font=letters, anchor=anchors[shape.anchor],
                stroke_width=halo, stroke_fill=shape.halo,
            )  # fmt: skip


def _scaled(points: Iterable[Point], scale: float) -> list[Point]:
    return [(x * scale, y * scale) for x, y in points]
