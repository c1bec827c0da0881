"""Numbers and dates as Vietnamese and English write them.

Vietnamese: ``7.156``, ``93,0 %`` with a narrow no-break space, ``30/6/2024``, minus as U+2212.
English: ``7,156``, ``93.0%``, ``30 June 2024``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from grassroots.text.catalogue import Language

NARROW_SPACE = "\u202f"
MINUS = "\u2212"
HANOI = timezone(timedelta(hours=7))
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _written(text: str, language: Language) -> str:
    if language == "vi":
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", MINUS)


def count(value: float, language: Language = "vi") -> str:
    """A whole number: 7156 → 7.156."""
    return _written(f"{value:,.0f}", language)


def decimal(value: float, language: Language = "vi", places: int = 1) -> str:
    """A number with a fixed number of decimals: 77.5 → 77,5."""
    return _written(f"{value:,.{places}f}", language)


def percent(share: float, language: Language = "vi", places: int = 1) -> str:
    """A share of 100: 92.96 → 93,0 %."""
    return decimal(share, language, places) + (f"{NARROW_SPACE}%" if language == "vi" else "%")


def points(value: float, language: Language = "vi") -> str:
    """Points with only the decimals they have, one at least: 77.5 → 77,5; 80.25 → 80,25."""
    return decimal(value, language, 1 if round(value, 1) == round(value, 2) else 2)


def maximum(value: float, language: Language = "vi") -> str:
    """The maximum that points are of, bare when whole: 95 → 95; 80.5 → 80,5."""
    return count(value, language) if value == round(value) else points(value, language)


def change(value: float, language: Language = "vi", places: int = 0) -> str:
    """The size of a change with its mark: 1.6 → ▲ 1,6; −1.6 → ▼ 1,6; 0 → 0."""
    size = decimal(abs(value), language, places)
    if round(value, places) == 0:
        return size
    return f"{'▲' if value > 0 else '▼'} {size}"


def day(value: date, language: Language = "vi") -> str:
    """30/6/2024, or 30 June 2024."""
    if language == "vi":
        return f"{value.day}/{value.month}/{value.year}"
    return f"{value.day} {_ENGLISH_MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime, language: Language = "vi") -> str:
    """A UTC moment in Hanoi's time: 14:05 ngày 21/11/2026, or 14:05 on 21 November 2026."""
    local = value.replace(tzinfo=value.tzinfo or UTC).astimezone(HANOI)
    return f"{local:%H:%M} {'ngày' if language == 'vi' else 'on'} {day(local.date(), language)}"
