"""Which official form a sheet is: its code, title and circular, from the words above and on the tab."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grassroots.reading.model import Place
from grassroots.reading.statistics.grid import Sheet
from grassroots.reading.statistics.layouts import Form
from grassroots.reading.statistics.wording import plain
from grassroots.units import fold

_CODE = re.compile(r"(?<![\d/])0?(\d{1,2})\s*[/._\-\\ ]*\s*([A-ZĐ]{2,5})(?![A-ZĐ])", re.IGNORECASE)
_KINDS = ("TCD", "XLD", "KQGQ")
_SAID = re.compile(r"\b(?:bieu|mau|phu luc)\b")
_CIRCULAR = re.compile(r"(?<!\d)0?(\d{1,3})\s*/\s*(20\d\d)\s*/\s*TT\s*-\s*TTCP", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a sheet says it is. ``code``: "01/TCD"."""

    code: str | None
    code_place: Place | None
    circular: str | None
    title: str | None  # a title in capitals or of a known form, as written
    table: range  # the rows from the form's name to the next form's, or to the end


def said_by(sheet: Sheet, forms: tuple[Form, ...]) -> list[Said]:
    """One for each form on the sheet, where several may stand under one another; at least one."""
    starts = _starts(sheet)
    if not starts:
        code = _code(sheet.name, bare=True)
        return [_said(sheet, forms, code, Place(sheet=sheet.name), range(len(sheet.rows)))]
    ends = [row for _, _, row in starts[1:]] + [len(sheet.rows)]
    first = [0] + [row for _, _, row in starts[1:]]
    return [
        _said(sheet, forms, code, place, range(begin, end))
        for (code, place, _), begin, end in zip(starts, first, ends, strict=True)
    ]


def _starts(sheet: Sheet) -> list[tuple[str, Place, int]]:
    """Where the code of a form is written, repeats of the code before it left out."""
    found: list[tuple[str, Place, int]] = []
    for row in range(len(sheet.rows)):
        for column, text in sheet.texts(row):
            code = _code(text)
            if code and (not found or found[-1][0] != code):
                found.append((code, sheet.place(row, column), row))
    return found


def _code(text: str, *, bare: bool = False) -> str | None:
    """``Biểu số: 01/TCD``, ``Biểu 01-XLD``; ``bare``: also without "Biểu", as on a tab."""
    if len(text) > 400:
        return None
    for match in _CODE.finditer(text):
        kind = match[2].upper().replace("XLĐ", "XLD")
        said = _SAID.search(fold(text[: match.start()])[-20:])
        alone = len(fold(text)) <= 10
        if kind in _KINDS and (said or bare or alone):
            return f"{int(match[1]):02d}/{kind}"
        if said and text[match.start() : match.end()].count("/") and kind not in ("TT", "BC", "NQ"):
            return f"{int(match[1]):02d}/{kind}"
    return None


def _said(sheet: Sheet, forms: tuple[Form, ...], code: str | None, place: Place | None, rows: range) -> Said:
    circular = title = None
    titles = {plain(each) for form in forms for each in form.titles}
    for row in rows:
        for _, text in sheet.texts(row):
            if circular is None and (match := _CIRCULAR.search(text)):
                circular = f"{int(match[1]):02d}/{match[2]}/TT-TTCP"
            if title is None and _is_title(text, titles):
                title = text
        if row - rows.start > 40:
            break
    return Said(code, place if code else None, circular, title, rows)


def _is_title(text: str, titles: set[str]) -> bool:
    words = plain(re.split(r"\(|biểu số", text, maxsplit=1, flags=re.IGNORECASE)[0])
    return words in titles or (words.startswith("tong hop ") and text.upper() == text and len(text) > 20)


def titled(said: Said, form: Form) -> bool:
    return said.title is not None and any(
        plain(title) == plain(re.split(r"\(", said.title, maxsplit=1)[0]) for title in form.titles
    )
