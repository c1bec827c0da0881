"""Tables of hundreds of rows for Word: the XML is written at once, python-docx would take seconds."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from grassroots.briefs.annexes import SENTENCE, Annex, widths

_WIDE = 14570  # twentieths of a point: 25,7 cm between the margins of A4 on its side
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="5E6C79"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def put_table(document: WordDocument, annex: Annex) -> None:
    """Adds the annex's table at the end; its header stands again on every page."""
    widths = _widths(annex)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    last = len(annex.rows) - 1
    rows = [_row(annex.header, widths, header=True)]
    rows += [_row(row, widths, bold=annex.total and place == last) for place, row in enumerate(annex.rows)]
    width = f'<w:tblW w:w="{_WIDE}" w:type="dxa"/>'
    properties = f'{width}<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    table = parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr>{properties}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    body = document.element.body
    body.insert(len(body) - 1, table)  # before the section's own properties, which come last


def _widths(annex: Annex) -> list[int]:
    shares = widths(annex)
    return [round(_WIDE * share / sum(shares)) for share in shares]


def _row(cells: Sequence[str], widths: Sequence[int], *, header: bool = False, bold: bool = False) -> str:
    kept = "<w:cantSplit/>" + ("<w:tblHeader/>" if header else "")
    made = "".join(
        _cell(text, width, place, header, bold)
        for place, (text, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr>{kept}</w:trPr>{made}</w:tr>"


def _cell(text: str, width: int, place: int, header: bool, bold: bool) -> str:
    shade = (
        '<w:shd w:val="clear" w:color="auto" w:fill="E4E9EE"/><w:vAlign w:val="center"/>' if header else ""
    )
    across = "center" if header else "left" if place == 0 or len(text) > SENTENCE else "right"
    weight = "<w:b/>" if header or bold else ""
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    run = f'<w:r><w:rPr>{_FONT}{weight}<w:sz w:val="18"/></w:rPr>{words}</w:r>'
    spacing = f'<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="{across}"/>'
    spacing += '<w:rPr><w:sz w:val="18"/></w:rPr>'  # an empty cell is no higher than a full one
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"<w:p><w:pPr>{spacing}</w:pPr>{run}</w:p></w:tc>"
    )
