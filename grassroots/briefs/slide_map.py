"""A map on a slide: the picture at the left, its legend beside it in letters that are read from afar."""

from __future__ import annotations

import io
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.slide import Slide
from pptx.util import Inches, Pt

from grassroots.briefs.deck import BODY, EDGE, PALETTE, WIDTH, write
from grassroots.briefs.map_picture import MapSheet
from grassroots.maps import Row, png

_TOP, _HIGH = 1.4, 4.75  # inches of the picture
_LEFT, _STEP, _SIZE = 6.9, 0.41, 16  # of the legend: its edge and rows in inches, points of its letters
_COUNT = 0.9  # inches of the counts at its right


def put_map(slide: Slide, given: MapSheet, alt: str) -> None:
    """Picture and legend; every row with how many units it holds."""
    picture = io.BytesIO(png(given.bare()))
    shape = slide.shapes.add_picture(picture, Inches(EDGE), Inches(_TOP), height=Inches(_HIGH))
    shape._element.nvPicPr.cNvPr.set("descr", alt)
    legend, top = given.legend, BODY[1]
    wide = WIDTH - EDGE - _LEFT
    write(slide, [legend.caption], (_LEFT, top, wide, 0.75), 14)
    top += 0.8
    for row in legend.rows:
        _swatch(slide, row, top)
        _said(slide, f"{row.name or ''} {row.bounds}".strip(), given.words.number(row.units), top)
        top += _STEP
    _said(slide, legend.total_words, given.words.number(legend.total), top, bold=True)
    top += _STEP
    if legend.unconfirmed:
        _said(slide, legend.unconfirmed_words, given.words.number(legend.unconfirmed), top)
        top += _STEP
    write(slide, legend.notes, (_LEFT, top + 0.05, wide, 0.6), 14)


def _said(slide: Slide, text: str, count: str, top: float, *, bold: bool = False) -> None:
    left, right = _LEFT + 0.65, WIDTH - EDGE - _COUNT
    box = (left, top, right - left, _STEP)
    write(slide, [text], box, _SIZE, bold=bold, colour=PALETTE.text, middle=True)
    write(
        slide, [count], (right, top, _COUNT, _STEP), _SIZE,
        bold=True, colour=PALETTE.text, middle=True, right=True,
    )  # fmt: skip


def _swatch(slide: Slide, row: Row, top: float) -> None:
    shape: Any = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Inches(_LEFT), Inches(top + 0.08), Inches(0.5), Inches(_STEP - 0.16)
    )
    shape.shadow.inherit = False
    shape.line.color.rgb, shape.line.width = _ink(PALETTE.area_outline), Pt(1)
    if row.kind == "missing":
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = _ink(PALETTE.context), _ink(PALETTE.surface)
        return
    shape.fill.solid()
    if row.kind == "small":
        shape.fill.fore_color.rgb = _ink(PALETTE.background)
        shape.line.color.rgb, shape.line.width = _ink(PALETTE.bad), Pt(3)
    else:
        shape.fill.fore_color.rgb = _ink(row.colours[0] if row.colours else PALETTE.grid)


def _ink(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#"))
