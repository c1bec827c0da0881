"""The ground of slides: 16:9, Arial, a title, what stands at the foot of each, charts that stay charts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Inches, Pt

from grassroots.briefs.asked import Asked
from grassroots.briefs.plates import Chart
from grassroots.colours import PALETTES
from grassroots.text import Language

FONT = "Arial"  # every office has it, with all Vietnamese letters
WIDTH, HEIGHT = 13.333, 7.5  # inches
EDGE = 0.6
BODY = (EDGE, 1.55, WIDTH - 2 * EDGE, 4.6)
COMMENT = (EDGE, 6.18, WIDTH - 2 * EDGE, 0.5)
PALETTE = PALETTES["light"]
_LAYOUT = "Title Only"
# Offices show decimals by the region that Windows is set to; thousands are put as the language has them
_COUNTS: dict[Language, str] = {"vi": '[<1000]0;[<1000000]0"."000;0"."000"."000', "en": "#,##0"}
Box = tuple[float, float, float, float]  # left, top, width, height in inches


class Deck:
    """Slides being made; ``asked`` is what the next one is of.

    Text is never under 14 points: 28 pixels on a 1080p projector.
    """

    def __init__(self, asked: Asked, title: str | None = None) -> None:
        self.asked = asked
        self.slides: Slides = Presentation()
        _master(self.slides)
        about = self.slides.core_properties
        about.title, about.subject = title or asked.title, "" if title else asked.filters
        about.comments = asked.mark or ""
        about.author = about.last_modified_by = ""

    def slide(self, title: str, notes: Sequence[str]) -> Slide:
        """A new slide with its foot; ``notes`` are the sources, for who speaks."""
        made = self.slides.slides.add_slide(self.slides.slide_layouts[0])
        made.shapes.title.text = title
        self._foot(made)
        made.notes_slide.notes_text_frame.text = "\n".join(
            [*notes, *self.asked.says, self.asked.mark or ""]
        ).strip()
        return made

    def bytes(self) -> bytes:
        file = io.BytesIO()
        self.slides.save(file)
        return file.getvalue()

    def _foot(self, slide: Slide) -> None:
        asked, top, left = self.asked, HEIGHT - 0.72, EDGE
        for text, ground, ink in (
            (asked.words("page.sample.mark") if asked.mark else None, "FFD84D", "1F1A00"),
            (asked.words("scenario.foot") if asked.scenario else None, "F3EEFA", "5B2E91"),
        ):
            if text:
                wide = 0.115 * len(text) + 0.3
                box = write(slide, [text], (left, top, wide, 0.36), 14, bold=True, colour=ink, middle=True)
                box.fill.solid()
                box.fill.fore_color.rgb = RGBColor.from_string(ground)
                left += wide + 0.2
        number = f"{len(self.slides.slides)}"
        write(slide, [number], (WIDTH - EDGE - 0.6, top, 0.6, 0.36), 14, right=True)
        room = WIDTH - EDGE - 0.7 - left  # two lines of 14 points where the marks take much of it
        said = f"{asked.place_heading} · {asked.period_name} · {asked.coverage}"
        write(slide, [said], (left, top - 0.08, room, 0.52), 14, middle=True)


def _master(slides: Slides) -> None:
    """One layout, a title at the top left in the font of the theme, in 16:9."""
    slides.slide_width, slides.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = slides.slide_master
    for layout in list(slides.slide_layouts):
        if layout.name != _LAYOUT:
            slides.slide_layouts.remove(layout)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(
        b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>'.encode()
    )
    for holder in (master, slides.slide_layouts[0]):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type == 1:  # the title
                shape.left, shape.top = Inches(EDGE), Inches(0.4)
                shape.width, shape.height = Inches(WIDTH - 2 * EDGE), Inches(1.05)
            elif holder is not master:
                shape._element.getparent().remove(shape._element)
            else:
                shape.width = Inches(min(shape.width / 914400, WIDTH - 2 * EDGE))
    style = master._element.find(".//{*}titleStyle/{*}lvl1pPr")
    style.set("algn", "l")
    look = style.find("{*}defRPr")
    look.set("sz", "2800")
    look.set("b", "1")


def write(
    slide: Slide,
    lines: Sequence[str],
    box: Box,
    size: int,
    *,
    bold: bool = False,
    colour: str = PALETTE.secondary_text,
    right: bool = False,
    middle: bool = False,
    low: bool = False,
) -> Any:
    """Lines of text in a box of inches (left, top, width, height); gives the shape."""
    shape = slide.shapes.add_textbox(*(Inches(side) for side in box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.BOTTOM if low else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = Inches(0.08)
    frame.margin_top = frame.margin_bottom = Inches(0.02)
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    return shape


_KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}


def chart(slide: Slide, given: Chart, *, alt: str, language: Language, box: Box = BODY) -> Any:
    """A chart that PowerPoint edits as its own, its numbers in a sheet behind it; gives the chart."""
    kind, number_format = _KINDS[given.kind], '0.0"%"' if given.percent else _COUNTS[language]
    data = CategoryChartData(number_format='0.0"%"' if given.percent else "#,##0")
    data.categories = given.categories
    for name, values in given.series.items():
        data.add_series(name, values)
    frame = slide.shapes.add_chart(kind, *(Inches(side) for side in box), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    made = frame.chart
    made.font.size, made.font.name = Pt(14), FONT
    made.font.color.rgb = RGBColor.from_string(PALETTE.text.lstrip("#"))
    made.has_title = False
    made.has_legend = len(given.series) > 1
    if made.has_legend:
        made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(made, given, kind)
    plot = made.plots[0]
    if kind != XL_CHART_TYPE.LINE_MARKERS:
        plot.gap_width = 45
    plot.has_data_labels = True
    above = XL_LABEL_POSITION.ABOVE if kind == XL_CHART_TYPE.LINE_MARKERS else XL_LABEL_POSITION.OUTSIDE_END
    for place, (one, colour) in enumerate(zip(plot.series, given.colours, strict=False)):
        _painted(one, colour, kind)
        _labelled(one.data_labels, number_format, above)
        for at in given.below(place) if kind == XL_CHART_TYPE.LINE_MARKERS else ():
            one.points[at].data_label.position = XL_LABEL_POSITION.BELOW
    return made


def _labelled(labels: Any, number_format: str, position: XL_LABEL_POSITION) -> None:
    labels.show_value, labels.position = True, position
    labels.number_format, labels.number_format_is_linked = number_format, False
    labels.font.size = Pt(14)


def _axes(made: Any, given: Chart, kind: XL_CHART_TYPE) -> None:
    """Numbers stand at the marks, so that the scale need not; bars begin at zero and read downwards."""
    made.value_axis.visible = kind == XL_CHART_TYPE.LINE_MARKERS
    made.value_axis.has_major_gridlines = kind == XL_CHART_TYPE.LINE_MARKERS
    if kind == XL_CHART_TYPE.LINE_MARKERS:
        low, high = given.axis[0], given.axis[-1]
        made.value_axis.minimum_scale, made.value_axis.maximum_scale = low, high
        made.value_axis.major_unit = given.axis[1] - low
        made.value_axis.major_gridlines.format.line.color.rgb = RGBColor.from_string("E4E9EE")
        made.value_axis.format.line.fill.background()
    else:
        made.value_axis.minimum_scale = 0
    if kind == XL_CHART_TYPE.BAR_CLUSTERED:
        made.category_axis.reverse_order = True
    made.category_axis.format.line.color.rgb = RGBColor.from_string("84929F")
    made.category_axis.has_major_gridlines = False


def _painted(one: Any, colour: str, kind: XL_CHART_TYPE) -> None:
    ink = RGBColor.from_string(colour.lstrip("#"))
    if kind == XL_CHART_TYPE.LINE_MARKERS:
        one.format.line.color.rgb, one.format.line.width, one.smooth = ink, Pt(3), False
        one.marker.format.fill.solid()
        one.marker.format.fill.fore_color.rgb = ink
        one.marker.format.line.color.rgb = ink
    else:
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = ink
