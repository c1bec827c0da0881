"""An agenda handed out: a slide, a section or a sheet a pin, each with what it was looked at under."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from grassroots.briefs.asked import Asked
from grassroots.briefs.pdf import about
from grassroots.briefs.pdf_plates import plate_data
from grassroots.briefs.pinned import Pinned
from grassroots.briefs.typesetting import typeset
from grassroots.text import Language, t

Pins = Sequence[Pinned]
ENDINGS = ("pptx", "docx", "pdf", "xlsx")


def hand_out_agenda(title: str, pins: Pins, ending: str, language: Language) -> bytes:
    """The file of an agenda. Raises ``KeyError`` for an ending of no agenda, ``ValueError`` without a pin."""
    if not pins:
        raise ValueError("an agenda without pins")
    return _MAKERS[ending](title, pins, language)


def _pptx(title: str, pins: Pins, language: Language) -> bytes:
    from grassroots.briefs.slides import agenda_slides

    return agenda_slides(title, pins, t("brief.agenda.note", language))


def _docx(title: str, pins: Pins, language: Language) -> bytes:
    from grassroots.briefs.word_agenda import agenda_document

    return agenda_document(title, pins)


def _pdf(title: str, pins: Pins, language: Language) -> bytes:
    sections = []
    for place, one in enumerate(pins, 1):
        plate = one.plate
        said = about(one.asked)
        data = plate_data(plate, one.asked)
        sections.append(
            {**data, "title": f"{place}. {plate.title}", "comment": one.comment, "marks": said["marks"]}
        )
    first = about(pins[0].asked)
    return typeset("agenda", {**first, "title": title, "subject": title, "sections": sections})


def _xlsx(title: str, pins: Pins, language: Language) -> bytes:
    from grassroots.briefs.workbook import book_of

    tables = []
    for place, one in enumerate(pins, 1):
        sheet = one.sheet
        said = [line for line in (one.plate.title, one.comment) if line]
        tables.append((replace(sheet, title=f"{place}. {sheet.title}", said=said), one.asked))
    return book_of({"title": title, "comments": _mark(pins) or ""}, tables)


def _mark(pins: Pins) -> str | None:
    return next((one.asked.mark for one in pins if one.asked.mark), None)


_MAKERS: dict[str, Callable[[str, Pins, Language], bytes]] = {
    "pptx": _pptx,
    "docx": _docx,
    "pdf": _pdf,
    "xlsx": _xlsx,
}

__all__ = ["ENDINGS", "Asked", "Pinned", "hand_out_agenda"]
