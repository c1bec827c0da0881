"""The consolidated report as .docx in the layout of Decree 30/2020/NĐ-CP, annex I: A4, Times New Roman 13-14.

Footnotes are Word's own: python-docx has none, so their part is written here as the standard has it
(ECMA-376, part 1, 17.11).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from grassroots.briefs.asked import Asked
from grassroots.briefs.letter import put_line, two_columns
from grassroots.briefs.letterhead import Letterhead, Line, letterhead
from grassroots.briefs.report import Paragraph, Report, report
from grassroots.briefs.word_tables import put_table

FONT = "Times New Roman"
_CENTRE, _JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def docx(asked: Asked) -> bytes:
    """The bytes of the report."""
    return written(asked, report(asked))


def written(asked: Asked, made: Report) -> bytes:
    """A report as a Word document."""
    document = Document()
    _page(document)
    _styles(document)
    _running(document, asked)
    head = letterhead(asked)
    _letterhead(document, head)
    notes: list[str] = []
    for paragraph in made.paragraphs:
        _paragraph(document, paragraph, notes)
    _columns(document, head.end_left, head.end_right)
    _annexes(document, asked, made)
    _add_footnotes(document, notes)
    named = document.core_properties
    named.title, named.subject, named.comments = asked.title, asked.filters, asked.mark or ""
    named.author = named.last_modified_by = ""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: WordDocument) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin = page.bottom_margin = Cm(2)
    page.left_margin, page.right_margin = Cm(3), Cm(2)
    page.header_distance = page.footer_distance = Cm(1)


def _styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1


def _running(document: WordDocument, asked: Asked) -> None:
    """The page's number at the top middle from the second page on; the marks on every page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _field(_centred(section.header.paragraphs[0]), "PAGE")
    section.header.paragraphs[0].paragraph_format.space_after = Pt(4)
    for header in (section.header, section.first_page_header):
        for text, colour in ((asked.mark, "9A2F12"), (asked.supposed, "5B2E91")):
            if text:
                line = header.add_paragraph() if header.paragraphs[0].runs else header.paragraphs[0]
                run = _centred(line).add_run(text)
                line.paragraph_format.space_after = Pt(6)
                run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RGBColor.from_string(colour)


def _centred(paragraph: WordParagraph) -> WordParagraph:
    paragraph.alignment = _CENTRE
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _field(paragraph: WordParagraph, name: str) -> None:
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, name), ("end", None)):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = text
        run._r.append(element)


def _letterhead(document: WordDocument, head: Letterhead) -> None:
    _columns(document, head.left, head.right)
    for at, line in enumerate(head.subject):
        paragraph = _centred(document.add_paragraph())
        paragraph.paragraph_format.space_before = Pt(0 if at else 12)
        run = paragraph.add_run(line.text)
        run.bold, run.italic = "bold" in line.look, "italic" in line.look
    paragraph.paragraph_format.space_after = Pt(12)


def _columns(document: WordDocument, left: Sequence[Line], right: Sequence[Line]) -> None:
    """Lines side by side."""
    for cell, lines in zip(two_columns(document, 6.2, 9.8), (left, right), strict=True):
        for at, line in enumerate(lines):
            size = 11 if "small" in line.look else 12
            put_line(cell, line.text, line.look, first=at == 0, size=size, space_after=0)


def _paragraph(document: WordDocument, given: Paragraph, notes: list[str]) -> None:
    line = document.add_paragraph()
    line.alignment = _JUSTIFIED
    line.paragraph_format.first_line_indent = Cm(1)
    run = line.add_run(given.text)
    run.bold = given.kind in ("section", "part")
    line.paragraph_format.keep_with_next = bool(run.bold)
    if given.note:
        notes.append(given.note)
        _reference(line.add_run(), len(notes))


def _reference(run: Run, number: int) -> None:
    run.font.superscript = True
    element = OxmlElement("w:footnoteReference")
    element.set(qn("w:id"), str(number))
    run._r.append(element)


def _add_footnotes(document: WordDocument, notes: list[str]) -> None:
    """The part that holds the notes; the first two are the lines that separate them from the text."""
    face = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for kind, number, mark in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    for number, note in enumerate(notes, 1):
        look = f'{face}<w:sz w:val="20"/>'
        raised = f'<w:r><w:rPr>{look}<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        words = f'<w:t xml:space="preserve"> {escape(note)}</w:t>'
        text = f"<w:r><w:rPr>{look}</w:rPr>{words}</w:r>"
        spacing = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>'
        lines += f'<w:footnote w:id="{number}"><w:p>{spacing}{raised}{text}</w:p></w:footnote>'
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:footnotes {nsdecls('w')}>{lines}</w:footnotes>"
    )
    part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, content.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    separators = "".join(f'<w:footnote w:id="{number}"/>' for number in (-1, 0))
    settings = document.settings.element
    before = settings.find(qn("w:compat"))
    element = parse_xml(f"<w:footnotePr {nsdecls('w')}>{separators}</w:footnotePr>")
    settings.append(element) if before is None else before.addprevious(element)


def _annexes(document: WordDocument, asked: Asked, made: Report) -> None:
    """Each annex on pages of its own, on their side."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    for at, annex in enumerate(made.annexes):
        for text, bold in (
            (annex.number, True),
            (annex.title, True),
            (asked.words("brief.annex.with", place=asked.place_name), False),
        ):
            line = _centred(document.add_paragraph())
            line.paragraph_format.page_break_before = bool(at) and text == annex.number
            line.paragraph_format.keep_with_next = True
            run = line.add_run(text)
            run.bold, run.italic = bold, not bold
        put_table(document, annex)
