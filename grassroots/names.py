"""What units, periods and indicators are called in either language."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from typing import Any

from grassroots.indicators import indicator, indicators
from grassroots.periods import Period
from grassroots.settings import REFERENCE
from grassroots.text import Language, count, decimal, percent, points, t
from grassroots.text.catalogue import words

_ROMAN = ("I", "II", "III", "IV")


def period_name(code: str, language: Language = "vi") -> str:
    """``2026-m09`` → ``9 tháng năm 2026``; ``2026-year`` → ``năm 2026``, as inside a sentence."""
    period = Period.parse(code)
    name, number = _name_and_number(period)
    fields = {"year": period.year, "number": number}
    if name == "y":
        fields["first_year"] = period.year - int(period.name[1:]) + 1
    elif name == "q":
        fields["number"] = _ROMAN[int(number) - 1] if language == "vi" else number
    return t(f"period.{name}", language, **fields)


def period_heading(code: str, language: Language = "vi") -> str:
    """A period's name with a capital, as it stands alone."""
    name = period_name(code, language)
    return name[0].upper() + name[1:]


def period_short(name: str, language: Language = "vi") -> str:
    """The name of a period without its year, as on an axis: ``m09`` → ``9 tháng``, ``year`` → ``Cả năm``."""
    kind, number = _name_and_number(Period(2000, name))
    if kind == "q" and language == "vi":
        number = _ROMAN[int(number) - 1]
    return t(f"period.short_{kind}", language, number=number)


def unit_name(name: str, kind: str, language: Language = "vi") -> str:
    """A unit's name inside a sentence: ``xã Đồng Phú``, ``Đồng Phú commune``."""
    key = f"unit.{kind}"
    return t(key, language, name=name) if key in words(language) else name


def unit_heading(name: str, kind: str, language: Language = "vi") -> str:
    """A unit's name with a capital: ``Xã Đồng Phú``, ``Đồng Phú commune``."""
    full = unit_name(name, kind, language)
    return full[0].upper() + full[1:]


def indicator_name(code: str, language: Language = "vi") -> str:
    """The short name that pages use where there is one, else the catalogue's."""
    key = f"measure.{code}.name"
    if key in words(language):
        return t(key, language)
    return indicator(code).name(language) if code in indicators() else code


def measure_written(
    code: str, row: Mapping[str, Any], language: Language = "vi", field: str = "value"
) -> str:
    """A measure's value as the language writes it, without its unit (a rate has its sign)."""
    value, kind = float(row[field]), indicator(code).kind
    if kind == "ratio":
        return percent(value, language)
    if kind == "score":
        return points(value, language)
    return count(value, language) if value == round(value) else decimal(value, language)


def criterion_name(sheet: str, criterion: str, language: Language = "vi") -> str:
    """What a criterion of a score sheet is called; as written where the sheet does not list it."""
    return _criteria(language).get((sheet, criterion), criterion)


@cache
def _criteria(language: Language) -> dict[tuple[str, str], str]:
    with (REFERENCE / "score_criteria.csv").open(encoding="utf-8", newline="") as file:
        return {(row["sheet"], row["criterion"]): row[f"name_{language}"] for row in csv.DictReader(file)}


def counted(unit: str, language: Language = "vi") -> str:
    """The unit counted: ``đơn``, ``petitions``. A unit that may be either of two keeps the first."""
    first = unit.split("|")[0]
    key = f"counted.{first}"
    return t(key, language) if key in words(language) else first


def _name_and_number(period: Period) -> tuple[str, str]:
    if period.name in ("year", "h2"):
        return period.name, ""
    return period.name[0], str(int(period.name[1:]))
