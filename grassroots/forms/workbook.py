"""The form: a workbook made for one unit and one period, empty or filled.

The same unit, period and content always give the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook

from grassroots.forms.catalogue import sheets_in_force
from grassroots.forms.content import FormContent
from grassroots.forms.figure_sheet import write_figures
from grassroots.forms.layout import Layout, layout
from grassroots.forms.list_sheets import write_awards, write_courses, write_list
from grassroots.forms.look import add_styles, finish
from grassroots.forms.particulars_sheet import write_particulars
from grassroots.forms.score_sheets import write_scores, write_unit_scores
from grassroots.forms.subject import Subject, subject_of
from grassroots.periods import Period
from grassroots.units import Unit

_ALWAYS = (2000, 1, 1, 0, 0, 0)  # the time stamp of every part, so that the same form is the same bytes
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def make_form(
    unit: Unit, period: Period, *, content: FormContent | None = None, illustrative: bool = False
) -> bytes:
    """The form of a unit and a period as the bytes of an .xlsx file.

    ``content`` fills it in; ``illustrative`` marks it on every sheet and in what is read from it.
    Raises ValueError for content that this form has no cell for.
    """
    form, filled = layout(), content or FormContent()
    subject = subject_of(form, unit, period, illustrative)
    book = Workbook()
    add_styles(book)
    write_particulars(book.active, subject, filled)
    write_figures(book.create_sheet(form.figures.sheet), subject, filled)
    write_courses(book.create_sheet(form.courses.sheet), subject, filled)
    write_awards(book.create_sheet(form.awards.sheet), subject, filled)
    for name, table in form.lists.items():
        write_list(book.create_sheet(table.sheet), subject, table, getattr(filled, name))
    if unit.level in form.unit_scores.words["levels"]:
        write_unit_scores(book.create_sheet(form.unit_scores.sheet), subject, filled)
    else:
        in_force = sheets_in_force(form, unit.level, period.days()[1])
        write_scores(book.create_sheet(form.scores.sheet), subject, filled, in_force)
    for sheet in book.worksheets:
        finish(sheet, subject.footer)
    return _packed(book, form, subject)


def _packed(book: Workbook, form: Layout, subject: Subject) -> bytes:
    book.properties.title = f"{form.words['title']}: {subject.subtitle}"
    book.properties.creator = "grassroots"
    written = io.BytesIO()
    book.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            part = parts.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", part)
            out.writestr(zipfile.ZipInfo(name, _ALWAYS), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
