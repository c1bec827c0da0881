"""The consolidated report as .docx after Decree 30/2020/NĐ-CP, annex I: A4, Times New Roman 13-14."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from grassroots.briefs import word_notes as notes
from grassroots.briefs.asked import Asked
from grassroots.briefs.letter import put_line, two_columns
from grassroots.briefs.letterhead import Letterhead, Line, letterhead
from grassroots.briefs.report import Paragraph, Report, report
from grassroots.briefs.word_tables import put_table

FONT = "Times New Roman"
_CENTRE, _JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def docx(asked: Asked) -> bytes:
    """The bytes of the report."""
    return written(asked, report(asked))


def written(asked: Asked, made: Report) -> bytes:
    """A report as a Word document."""
    head = letterhead(asked)
    document = begun(head, asked.mark, asked.supposed)
    said: list[str] = []
    for paragraph in made.paragraphs:
        put_paragraph(document, paragraph, said)
    put_columns(document, head.end_left, head.end_right)
    _annexes(document, asked, made)
    notes.add_part(document, said)
    return finished(document, asked.title, asked.filters, asked.mark)


def begun(head: Letterhead, mark: str | None, supposed: str | None) -> WordDocument:
    """A document with its page, its styles, the marks it carries on every page, and its head."""
    document = Document()
    page_and_styles(document)
    _running(document, mark, supposed)
    _letterhead(document, head)
    return document


def finished(document: WordDocument, title: str, subject: str, comments: str | None) -> bytes:
    """The bytes of a document, with its properties."""
    named = document.core_properties
    named.title, named.subject, named.comments = title, subject, comments or ""
    named.author = named.last_modified_by = ""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def page_and_styles(document: WordDocument) -> None:
    """A4 with the margins of the decree, its font, and the look of notes."""
    _page(document)
    _styles(document)


def page_number(section: Section) -> None:
    """The page's number at the top middle from the second page on."""
    section.different_first_page_header_footer = True
    _field(_centred(section.header.paragraphs[0]), "PAGE")
    section.header.paragraphs[0].paragraph_format.space_after = Pt(4)


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
    notes.add_styles(document)


def _running(document: WordDocument, mark: str | None, supposed: str | None) -> None:
    """The page's number at the top middle from the second page on; the marks on every page."""
    section = document.sections[0]
    page_number(section)
    for header in (section.header, section.first_page_header):
        for text, colour in ((mark, "9A2F12"), (supposed, "5B2E91")):
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
    put_columns(document, head.left, head.right)
    for at, line in enumerate(head.subject):
        paragraph = _centred(document.add_paragraph())
        paragraph.paragraph_format.space_before = Pt(0 if at else 12)
        run = paragraph.add_run(line.text)
        run.bold, run.italic = "bold" in line.look, "italic" in line.look
    paragraph.paragraph_format.space_after = Pt(12)


def put_columns(document: WordDocument, left: Sequence[Line], right: Sequence[Line]) -> None:
    """Lines side by side."""
    for cell, lines in zip(two_columns(document, 6.2, 9.8), (left, right), strict=True):
        for at, line in enumerate(lines):
            size = 11 if "small" in line.look else 12
            put_line(cell, line.text, line.look, first=at == 0, size=size, space_after=0)


def put_paragraph(document: WordDocument, given: Paragraph, said: list[str]) -> None:
    """One paragraph; its note joins those ``said``."""
    line = document.add_paragraph()
    line.alignment = _JUSTIFIED
    line.paragraph_format.first_line_indent = Cm(1)
    run = line.add_run(given.text)
    run.bold = given.kind in ("section", "part")
    line.paragraph_format.keep_with_next = bool(run.bold)
    if given.note:
        said.append(given.note)
        notes.refer(line.add_run(), len(said))


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
    _closed(document)


def _closed(document: WordDocument) -> None:
    """A document ends with a paragraph; one of a point's height needs no page of its own."""
    last = document.add_paragraph()
    last.paragraph_format.space_after, last.paragraph_format.line_spacing = Pt(0), Pt(1)
    last.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
