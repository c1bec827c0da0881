"""Footnotes as Word's own: python-docx has none, so their part is written as the standard has it.

ECMA-376, part 1, 17.11.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.run import Run

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NUMBER, _TEXT = "footnote reference", "footnote text"  # the names that Word and LibreOffice know
_NUMBER_ID, _TEXT_ID = (name.replace(" ", "") for name in (_NUMBER, _TEXT))


def add_styles(document: WordDocument) -> None:
    """The look of notes and of their numbers."""
    document.styles.add_style(_NUMBER, WD_STYLE_TYPE.CHARACTER).font.superscript = True
    text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style, text.font.size = document.styles["Normal"], Pt(10)
    text.paragraph_format.space_after, text.paragraph_format.line_spacing = Pt(0), 1.0


def refer(run: Run, number: int) -> None:
    """The number of a note, raised, where the text refers to it."""
    run.style = _NUMBER
    element = OxmlElement("w:footnoteReference")
    element.set(qn("w:id"), str(number))
    run._r.append(element)


def add_part(document: WordDocument, notes: Sequence[str]) -> None:
    """The part that holds the notes; the first two are the lines that separate them from the text."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in (("separator", -1), ("continuationSeparator", 0))
    )
    said = "".join(_note(number, note) for number, note in enumerate(notes, 1))
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:footnotes {nsdecls('w')}>{lines}{said}</w:footnotes>"
    )
    part = Part(PackURI("/word/footnotes.xml"), _TYPE, content.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = "".join(f'<w:footnote w:id="{number}"/>' for number in (-1, 0))
    settings = document.settings.element
    before = settings.find(qn("w:compat"))
    element = parse_xml(f"<w:footnotePr {nsdecls('w')}>{separators}</w:footnotePr>")
    settings.append(element) if before is None else before.addprevious(element)


def _note(number: int, note: str) -> str:
    look = f'<w:pPr><w:pStyle w:val="{_TEXT_ID}"/><w:jc w:val="both"/></w:pPr>'
    raised = f'<w:r><w:rPr><w:rStyle w:val="{_NUMBER_ID}"/></w:rPr><w:footnoteRef/></w:r>'
    words = f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{look}{raised}{words}</w:p></w:footnote>'
