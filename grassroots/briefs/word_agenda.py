"""An agenda as a Word document: a section a pin, what each is of in words, its sources as a footnote."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Cm, Pt, RGBColor

from grassroots.briefs import word_notes
from grassroots.briefs.map_picture import MapSheet
from grassroots.briefs.pinned import Pinned, mark
from grassroots.briefs.plates import Chart, Lines, Number, Plate
from grassroots.briefs.word import page_and_styles, page_number
from grassroots.maps import png
from grassroots.text import percent

_SOURCES = 12  # in a note; all of them stand in the workbook
_MARK, _SUPPOSED, _SECOND = (RGBColor.from_string(ink) for ink in ("9A2F12", "5B2E91", "4F5E6C"))


def agenda_document(title: str, pins: Sequence[Pinned]) -> bytes:
    """The bytes of the document."""
    document = Document()
    page_and_styles(document)
    section = document.sections[0]
    page_number(section)
    if said := mark(pins):
        for header in (section.header, section.first_page_header):
            _line(header.add_paragraph(), said, size=11, bold=True, colour=_MARK)
    heading = document.add_heading(level=1)
    _line(heading, title, size=18, bold=True)
    notes: list[str] = []
    for place, one in enumerate(pins, 1):
        _section(document, place, one, notes)
    word_notes.add_part(document, notes)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, "", ""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _section(document: WordDocument, place: int, one: Pinned, notes: list[str]) -> None:
    plate, asked = one.plate, one.asked
    heading = document.add_heading(level=2)
    heading.paragraph_format.page_break_before = place > 1
    _line(heading, f"{place}. {plate.title}", size=15, bold=True)
    if plate.notes:
        notes.append("; ".join(note.rstrip(".") for note in plate.notes[:_SOURCES]) + ".")
        word_notes.refer(heading.add_run(), len(notes))
    if one.comment:
        _line(document.add_paragraph(), one.comment, size=14, italic=True)
    _body(document, plate, one)
    for line in asked.says:
        supposed = line == asked.supposed
        _line(
            document.add_paragraph(), line, size=11, bold=supposed, colour=_SUPPOSED if supposed else _SECOND
        )


def _body(document: WordDocument, plate: Plate, one: Pinned) -> None:
    match plate.body:
        case Chart():
            _table(document, _rows(plate.body, one))
        case MapSheet():
            picture = io.BytesIO(png(plate.body.sheet()))
            document.add_picture(picture, width=Cm(16))
            drawn = document.inline_shapes[-1]._inline.docPr
            drawn.set("descr", f"{plate.title}. {one.asked.filters}")
        case Lines():
            for text in plate.body.lines:
                _line(document.add_paragraph(), text, size=14)
        case _:
            for number in plate.body:
                _number(document, number)


def _number(document: WordDocument, number: Number) -> None:
    line = document.add_paragraph()
    _line(line, f"{number.name}: ", size=14)
    _line(line, number.value, size=20, bold=True, colour=_MARK if number.bad else None)
    if number.beneath:
        _line(line, f"  ({'; '.join(number.beneath)})", size=12, colour=_SECOND)


def _rows(chart: Chart, one: Pinned) -> list[list[str]]:
    """A chart as the table of its numbers: what a document is read and copied for."""

    def written(value: float | int | None) -> str:
        if value is None:
            return ""
        return percent(value, one.asked.language) if chart.percent else one.asked.count(value)

    series = list(chart.series.values())
    rows = [[name, *(written(values[at]) for values in series)] for at, name in enumerate(chart.categories)]
    return [["", *chart.series], *rows]


def _table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for at, (row, cells) in enumerate(zip(rows, table.rows, strict=True)):
        for place, (text, cell) in enumerate(zip(row, cells.cells, strict=True)):
            line = cell.paragraphs[0]
            line.paragraph_format.space_after = Pt(0)
            line.alignment = None if place == 0 else 2  # right
            _line(line, text, size=12, bold=at == 0)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _line(
    paragraph: object,
    text: str,
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    colour: RGBColor | None = None,
) -> None:
    run = paragraph.add_run(text)  # type: ignore[attr-defined]
    run.font.name, run.font.size, run.bold, run.italic = "Times New Roman", Pt(size), bold, italic
    run.font.color.rgb = colour or RGBColor(0, 0, 0)
