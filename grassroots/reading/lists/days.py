"""Days and months said in a clause; those of cited documents are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_YEAR = r"(?:19|20)\d\d"
_SEP = r"\s?[/.-]\s?"
_PATTERNS = (
    # 10-11/4/2023 · từ ngày 20/8/2024 đến 21/8/2024 · các ngày 08, 09/4
    re.compile(
        rf"(?<![\d/])(?P<d>\d{{1,2}})(?:[/.](?P<m1>\d{{1,2}})(?:[/.](?P<y1>{_YEAR}))?)?"
        r"\s?(?:-|–|,|và|đến(?: hết)?(?: ngày)?)\s?"
        rf"\d{{1,2}}[/.](?P<m>\d{{1,2}})(?:[/.](?P<y>{_YEAR}))?(?![/\d])"
    ),
    re.compile(rf"ngày (?P<d>\d{{1,2}}) tháng (?P<m>\d{{1,2}})(?: năm (?P<y>{_YEAR}))?"),
    re.compile(rf"(?<![\d/.])(?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}}){_SEP}(?P<y>{_YEAR})(?!\d)"),
    re.compile(
        rf"(?:ngày|hôm|sáng|chiều|tối) (?P<d>\d{{1,2}}){_SEP}(?P<m>\d{{1,2}})(?P<y>(?!))?(?![\d/]|[.,-]\d)"
    ),
    re.compile(rf"(?P<d>(?!))?(?<!ngày )tháng (?P<m>\d{{1,2}})(?:\s?[/-]\s?|,? năm )(?P<y>{_YEAR})"),
    re.compile(r"(?P<d>(?!))?\btháng (?P<m>\d{1,2})(?P<y>(?!))?(?!\s?[/-]|\d|,? năm)"),
)
_DOCUMENT = re.compile(r"(?:\bsố\s*:?\s*\d|\d+[a-zđ]?\s?[-/](?:\d{4}/)?[a-zđ]{2,}|khóa [ivx]+)[^,;()]*$")


@dataclass(frozen=True, slots=True)
class Said:
    """A day, or a month (its first day), said at [start, end)."""

    start: int
    end: int
    day: date | None
    month: date | None

    @property
    def year(self) -> int:
        told = self.day or self.month
        assert told is not None
        return told.year


def days_in(text: str, years: range) -> list[Said]:
    """All days and months of a normalised text, in order; where no year is said it is the report's own."""
    found: list[Said] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            if _DOCUMENT.search(text[max(0, match.start() - 80) : match.start()]):
                continue
            found += _said(match, years)
    return sorted(found, key=lambda one: one.start)


def _said(match: re.Match[str], years: range) -> Iterator[Said]:
    groups = match.groupdict()
    year = groups.get("y1") or groups["y"] or (str(years[-1]) if len(years) == 1 else None)
    month = groups.get("m1") or groups["m"]
    if year is None:
        return
    try:
        told = date(int(year), int(month), int(groups["d"] or 1))
    except ValueError:
        return
    yield Said(match.start(), match.end(), told if groups["d"] else None, None if groups["d"] else told)


def first_in(text: str, years: range) -> tuple[date | None, date | None]:
    """The first day said, and the first month said where no day is."""
    said = days_in(text, years)
    day = next((one.day for one in said if one.day), None)
    month = next((one.month for one in said if one.month), None)
    return day, None if day else month
