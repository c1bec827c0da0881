"""What documents after annex I of Decree 30/2020/NĐ-CP have in common in Word: two columns of lines at their
head and foot."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell


def two_columns(document: Document, left_cm: float, right_cm: float) -> tuple[_Cell, _Cell]:
    """Cells side by side without lines; the right one holds the national title in one line."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    for column, cell, width in zip(table.columns, (left, right), (left_cm, right_cm), strict=True):
        column.width = cell.width = Cm(width)
    return left, right


def put_line(
    cell: _Cell, text: str, look: str = "centre", *, first: bool = False, size: float, space_after: float
) -> None:
    """One line of a cell, ``size`` and ``space_after`` in points; ``look`` names any of bold, italic, left.

    The ``first`` line takes the paragraph that every cell begins with.
    """
    line = cell.paragraphs[0] if first else cell.add_paragraph()
    line.alignment = None if "left" in look else WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after = Pt(space_after)
    run = line.add_run(text)
    run.bold, run.italic, run.font.size = "bold" in look, "italic" in look, Pt(size)
