"""The first sheet: whose report it is, for which period, and how to fill the form in."""

from __future__ import annotations

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from grassroots.forms.content import FormContent
from grassroots.forms.layout import MARKER, Field
from grassroots.forms.look import put
from grassroots.forms.subject import Subject
from grassroots.forms.validation import Validations

_CODE, _LABEL, _INPUT, _HINT = "A", "B", "C", "D"
_WIDTHS = {_CODE: 14, _LABEL: 26, _INPUT: 58, _HINT: 62}
_LOCKED = ("unit", "period", "illustrative")


def write_particulars(sheet: Worksheet, subject: Subject, content: FormContent) -> None:
    form = subject.layout
    sheet.title = form.particulars_sheet
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions[_CODE].hidden = True
    _write_head(sheet, subject)
    values = _values(subject, content)
    checks = Validations(sheet, form)
    for code, field in form.fields.items():
        put(sheet, f"{_CODE}{field.row}", code, "code")
        put(sheet, f"{_LABEL}{field.row}", field.label, "strong_label")
        put(sheet, f"{_INPUT}{field.row}", values[code], _style(code))
        put(sheet, f"{_HINT}{field.row}", field.hint, "small")
        sheet.row_dimensions[field.row].height = 26
        _check(checks, code, field, subject)
    after = form.fields["illustrative"].row + 2
    for i, words in enumerate(form.words["particulars"]["guide"]):
        put(sheet, f"{_LABEL}{after + i}", f"{i + 1}. {words}", "hint")
        sheet.row_dimensions[after + i].height = 18
    _write_keys(sheet, subject)
    sheet.freeze_panes = f"A{form.fields['unit'].row}"
    sheet.print_area = f"A1:{_HINT}{after + len(form.words['particulars']['guide'])}"


def _write_head(sheet: Worksheet, subject: Subject) -> None:
    put(sheet, f"{_CODE}1", MARKER, "code")
    put(sheet, f"{_LABEL}1", subject.layout.words["title"], "title")
    put(sheet, f"{_LABEL}2", subject.subtitle, "subtitle")
    put(sheet, f"{_LABEL}3", subject.layout.words["particulars"]["hint"], "hint")
    for row, height in ((1, 30), (2, 20), (3, 20), (4, 8), (6, 8)):
        sheet.row_dimensions[row].height = height
    if subject.banner:
        for letter in (_LABEL, _INPUT, _HINT):
            put(sheet, f"{letter}5", None, "banner")
        sheet[f"{_LABEL}5"] = subject.banner
        sheet.row_dimensions[5].height = 24


def _values(subject: Subject, content: FormContent) -> dict[str, object]:
    form, words = subject.layout, subject.layout.words["particulars"]
    above = subject.superior
    return {
        "unit": subject.unit_words,
        "period": subject.period_words,
        "issuer": content.issuer or f"UBND {subject.unit.full_name}",
        "superior": content.superior or (f"UBND {above.full_name}" if above else None),
        "number": content.number,
        "issued_on": content.issued_on,
        "scope": words["scopes"][content.scope],
        "regime": words["regimes"][content.regime],
        "first_day": content.first_day or _day_formula(subject, 0),
        "last_day": content.last_day or _day_formula(subject, 1),
        "illustrative": form.words["illustrative" if subject.illustrative else "real"],
    }


def _day_formula(subject: Subject, end: int) -> str:
    """The first (0) or last (1) day as the chosen regime has it."""
    regime = f"${_INPUT}${subject.layout.fields['regime'].row}"
    name = subject.layout.words["particulars"]["regimes"]["inspectorate"]
    theirs, calendar = (_date_call(subject.period.days(r)[end]) for r in ("inspectorate", "calendar"))
    return f'=IF({regime}="{name}",{theirs},{calendar})'


def _date_call(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def _style(code: str) -> str:
    if code in _LOCKED:
        return "label"
    return "input_date" if code in ("issued_on", "first_day", "last_day") else "input_text"


def _check(checks: Validations, code: str, field: Field, subject: Subject) -> None:
    words = subject.layout.words["particulars"]
    cell = f"{_INPUT}{field.row}"
    if code in ("issued_on", "first_day", "last_day"):
        checks.on(cell, "date")
    elif code in ("scope", "regime"):
        checks.choose(cell, list(words[f"{code}s"].values()))


def _write_keys(sheet: Worksheet, subject: Subject) -> None:
    """What the reader goes by, in hidden rows; the two ``as_made`` show if the visible words were changed."""
    keys = {
        "form_version": subject.layout.version,
        "unit_key": subject.unit.unit_key,
        "period_code": subject.period.code,
        "unit_as_made": subject.unit_words,
        "period_as_made": subject.period_words,
    }
    for key, row in subject.layout.hidden_rows.items():
        put(sheet, f"{_CODE}{row}", key, "code")
        put(sheet, f"{_INPUT}{row}", keys[key], "code")
        sheet.row_dimensions[row].hidden = True
