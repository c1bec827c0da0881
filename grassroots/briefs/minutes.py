"""What a meeting saw and concluded, as .docx: a notice in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt

from grassroots.briefs import word_notes as notes
from grassroots.briefs.asked import Asked
from grassroots.briefs.letterhead import Letterhead, Line, letterhead, seat
from grassroots.briefs.report import Paragraph
from grassroots.briefs.word import begun, finished, put_columns, put_paragraph
from grassroots.conclusions import Concluded
from grassroots.text import day, moment
from grassroots.text.numbers import HANOI

_WIDTHS = (1.2, 8.0, 4.2, 2.6)  # cm, together what A4 leaves between the margins


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing that was shown: its sentence, the choices it was shown under, the comment said with it."""

    said: str
    under: Asked
    comment: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the minutes are about. ``frozen_at`` is the moment of its figures (UTC), None for the newest."""

    title: str
    looked: Sequence[Looked]
    concluded: Sequence[Concluded]
    frozen_at: datetime | None
    held_on: datetime


def minutes(asked: Asked, meeting: Meeting) -> bytes:
    """The bytes of the minutes, issued by the committee of ``asked``'s place."""
    head = _head(asked, meeting)
    marks = [one.under.mark for one in meeting.looked if one.under.mark]
    some_supposed = any(one.under.scenario for one in meeting.looked)
    document = begun(
        head,
        marks[0] if marks else None,
        asked.words("minutes.supposed") if some_supposed else None,
    )
    said: list[str] = []
    for paragraph in _looked(asked, meeting):
        put_paragraph(document, paragraph, said)
    put_paragraph(document, Paragraph("section", asked.words("minutes.concluded")), said)
    if meeting.concluded:
        _table(document, asked, meeting.concluded)
    else:
        put_paragraph(document, Paragraph("text", asked.words("minutes.nothing")), said)
    document.add_paragraph().paragraph_format.space_after = Pt(6)
    put_columns(document, head.end_left, head.end_right)
    notes.add_part(document, said)
    return finished(document, asked.words("minutes.subject", title=meeting.title), asked.filters, asked.mark)


def _head(asked: Asked, meeting: Meeting) -> Letterhead:
    words, made = asked.words, letterhead(asked)
    year = meeting.held_on.astimezone(HANOI).year
    return replace(
        made,
        left=[*made.left[:-1], Line(words("minutes.number"))],
        right=[*made.right[:-1], Line(words("brief.head.place_day", place=seat(asked), year=year), "italic")],
        subject=[
            Line(words("minutes.kind"), "bold"),
            Line(words("minutes.subject", title=meeting.title), "bold"),
            Line(f"({words('minutes.draft')})", "italic"),
        ],
    )


def _looked(asked: Asked, meeting: Meeting) -> list[Paragraph]:
    """How the meeting was held, and what it saw, each with what its figures rest on as a note."""
    words = asked.words
    at = meeting.frozen_at
    figures = words("minutes.frozen", moment=moment(at, asked.language)) if at else words("minutes.newest")
    opening = words("minutes.opening", place=asked.place_name, title=meeting.title, figures=figures)
    made = [Paragraph("text", opening), Paragraph("section", words("minutes.looked"))]
    for place, one in enumerate(meeting.looked, start=1):
        under = one.under
        supposed = f" {under.supposed}." if under.supposed else ""
        comment = f" {words('minutes.comment', comment=one.comment)}" if one.comment else ""
        text = f"{place}. {one.said.rstrip('.')}. {under.filters}.{supposed}{comment}"
        rests = "; ".join(filter(None, (under.coverage, under.decided, under.dated)))
        made.append(Paragraph("text", text, note=f"{words('page.footer.source')} {rests}."))
    return made


def _table(document: WordDocument, asked: Asked, concluded: Sequence[Concluded]) -> None:
    """What, who, until when: one line a conclusion; the header stands again on every page."""
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    heads = [asked.words(f"minutes.head.{name}") for name in ("number", "what", "who", "due")]
    rows = [heads] + [
        [
            str(place),
            one.conclusion.what,
            one.conclusion.who,
            day(one.conclusion.due, asked.language) if one.conclusion.due else "",
        ]
        for place, one in enumerate(concluded, start=1)
    ]
    for place, cells in enumerate(rows):
        row = table.rows[0] if place == 0 else table.add_row()
        for cell, text, width in zip(row.cells, cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
            line = cell.paragraphs[0]
            line.paragraph_format.space_after = Pt(2)
            run = line.add_run(text)
            run.bold, run.font.size = place == 0, Pt(13)
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(f"{{{properties.nsmap['w']}}}tblHeader", {}))
