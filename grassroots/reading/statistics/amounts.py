"""The number in a cell of a form, however it was typed or exported; what is none is a problem with its place.

``-`` is zero, as the state statistics write "none arose"; an empty cell and ``…`` are no number at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from grassroots.forms.cells import Problems, counted, number_words
from grassroots.reading.statistics.grid import Sheet
from grassroots.reading.statistics.layouts import words

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009\u200b\ufeff]+")
_GROUPED = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")  # 1.234 and 1,234: thousands, where decimals make no sense
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")  # 1,234.5 and 1,234,567
_MARK = re.compile(r"(?<=\d)\s*\*+$")  # a footnote's asterisk


@dataclass(frozen=True, slots=True)
class Amount:
    value: float
    token: str  # as written


def comma_groups(sheet: Sheet) -> bool:
    """Whether the sheet's texts write thousands with a comma: 1,234.5 somewhere tells what 1,234 is."""
    return any(
        _ENGLISH.fullmatch(value.strip()) for row in sheet.rows for value in row if isinstance(value, str)
    )


def is_amount(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell holds a number or what stands for one, a formula without its value too."""
    value = sheet[row, column]
    if (row, column) in sheet.broken:
        return True
    if value is None or isinstance(value, (bool, date)):
        return False
    return isinstance(value, (int, float)) or _text(value, False, False) is not None


def amount(
    sheet: Sheet, row: int, column: int, problems: Problems, *, whole: bool, english: bool
) -> Amount | None:
    """The number in a cell; None when it says none or is wrong, in which case a problem is added."""
    place = sheet.place(row, column)
    if (row, column) in sheet.broken:
        shown = sheet.broken[row, column]
        problems.add("formula_without_value" if shown.startswith("=") else "cell_error", place, found=shown)
        return None
    value = sheet[row, column]
    if value is None or _lacking(value):
        return None
    found = counted(_number(value, whole, english), value, place, problems, whole=whole, nearly=1e-6)
    if found is None:
        return None
    return Amount(found, value.strip() if isinstance(value, str) else number_words(value))


def _lacking(value: object) -> bool:
    return isinstance(value, str) and value.strip() in words()["lacking"]


def _number(value: object, whole: bool, english: bool) -> float | None:
    if isinstance(value, (bool, date)):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    return _text(str(value), whole, english)


def _text(typed: str, whole: bool, english: bool) -> float | None:
    text = _MARK.sub("", _SPACES.sub(" ", typed).strip()).replace("−", "-")
    if text in words()["zero"]:
        return 0.0
    sign, text = (-1.0, text[1:].strip()) if text.startswith("-") else (1.0, text)
    if whole and _GROUPED.fullmatch(text):
        return sign * float(re.sub(r"[.,' ]", "", text))
    if english or _ENGLISH.fullmatch(text):
        text = text.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?", text):
        text = re.sub(r"[. ]", "", text).replace(",", ".")
    else:
        text = text.replace(",", ".")
    return sign * float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None
