"""A narrative report as a Word document in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import _Cell

from grassroots.briefs.letter import put_line, two_columns
from grassroots.forms.layout import layout
from grassroots.sample.archive import rezipped
from grassroots.sample.facts import Facts
from grassroots.sample.narrative import paragraphs, period_words

_CENTRE, _JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_COPIES = ("Như trên;", "Thường trực Đảng ủy, HĐND;", "Ủy ban Mặt trận Tổ quốc Việt Nam;", "Lưu: VT.")


def make_document(facts: Facts) -> bytes:
    """The bytes of a .docx that carries the illustrative mark and no person's name."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin = page.bottom_margin = page.right_margin = Cm(2)
    page.left_margin = Cm(3)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(6)
    _letterhead(document, facts)
    _title(document, facts)
    for paragraph in paragraphs(facts):
        written = document.add_paragraph()
        written.alignment = _JUSTIFIED
        written.paragraph_format.first_line_indent = Cm(1)
        written.add_run(paragraph.text).bold = paragraph.kind == "heading"
    _ending(document)
    named = document.core_properties
    named.author, named.title, named.comments = facts.issuer, layout().words["illustrative"], ""
    file = io.BytesIO()
    document.save(file)
    return rezipped(file.getvalue(), zipfile.ZIP_DEFLATED)


def _letterhead(document: WordDocument, facts: Facts) -> None:
    left, right = two_columns(document, 6.6, 9.4)
    _line(left, _committee(facts.superior).upper(), first=True)
    _line(left, _committee(facts.issuer).upper(), "bold")
    _line(left, f"Số: {facts.number}")
    _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bold", first=True)
    _line(right, "Độc lập - Tự do - Hạnh phúc", "bold")
    day = facts.issued_on
    # Decree 30, annex I: a 0 before days under 10 and months under 3.
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    _line(right, f"{facts.unit.name}, ngày {day.day:02d} tháng {month} năm {day.year}", "italic")


def _title(document: WordDocument, facts: Facts) -> None:
    first, last = facts.first_day, facts.last_day
    period, area = period_words(facts.period), facts.unit.full_name
    subject = f"Kết quả thực hiện dân chủ ở cơ sở {period} trên địa bàn {area}"
    days = f"(Số liệu từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y})"
    for text, bold in (
        (layout().words["illustrative"], True), ("BÁO CÁO", True), (subject, True), (days, False),
    ):  # fmt: skip
        written = document.add_paragraph()
        written.alignment = _CENTRE
        written.add_run(text).bold = bold


def _ending(document: WordDocument) -> None:
    left, right = two_columns(document, 6.6, 9.4)
    _line(left, "Nơi nhận:", "bold italic left", first=True)
    for copy in _COPIES:
        _line(left, f"- {copy}", "left")
    _line(right, "TM. ỦY BAN NHÂN DÂN", "bold", first=True)
    _line(right, "CHỦ TỊCH", "bold")


def _line(cell: _Cell, text: str, look: str = "centre", *, first: bool = False) -> None:
    put_line(cell, text, look, first=first, size=13, space_after=2)


def _committee(name: str) -> str:
    return name.replace("UBND", "Ủy ban nhân dân", 1)
