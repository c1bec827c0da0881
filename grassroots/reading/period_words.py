"""Periods in words: "trong 10 tháng", "6 tháng đầu năm 2023", "quý III/2023", "5 năm (2019-2024)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from grassroots.periods import Period

_WORDS = {"ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11}
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
}
_YEAR = r"(?:\s*(?:của\s+)?(?:năm\s*|/\s*|-\s*)?((?:19|20)\d\d))?"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "last_half",
        re.compile(rf"(?:6|06|sáu) tháng cuối(?: năm)?{_YEAR}|nửa cuối năm{_YEAR}|nửa năm cuối{_YEAR}"),
    ),
    (
        "months",
        re.compile(
            r"(?<!ngày )\b(\d{1,2}|mười một|ba|bốn|sáu|bảy|tám|chín|mười) tháng(?: đầu)?(?: năm)?(?: nay)?"
            rf"{_YEAR}(?!\s*trước)"
        ),
    ),
    ("half", re.compile(rf"nửa (?:đầu )?năm(?: đầu)?(?: qua| nay)?{_YEAR}")),
    ("quarter", re.compile(rf"quý\s*(iv|iii|ii|i|[1-4]|một|hai|ba|bốn)(?![\wđ]){_YEAR}")),
    ("first_quarter", re.compile(rf"(?:ngay )?quý đầu năm{_YEAR}")),
    (
        "years",
        re.compile(
            r"\b(\d{1,2}|ba|bốn|năm|mười) năm\s*\(?\s*(?:từ\s*)?((?:19|20)\d\d)\s*(?:-|đến)\s*"
            r"(?:năm\s*)?((?:19|20)\d\d)"
        ),
    ),
    ("month", re.compile(r"(?<!tháng )(?<!ngày )tháng\s*(\d{1,2})\s*(?:/|-|năm)\s*((?:19|20)\d\d)")),
    ("year", re.compile(r"\bnăm\s*((?:19|20)\d\d)(?!\s*[-/]\s*\d)")),
)
_DAY_BEFORE = re.compile(r"ngày[\s\d.…]*$")  # "ngày 05 tháng 4 năm 2024" is a day
_COMPARED = re.compile(r"(?:so với|cùng kỳ|so cùng kỳ)[^.;,]{0,20}$")
_PLANNED = re.compile(
    r"(?:nhiệm vụ|phương hướng|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|hướng tới|"
    r"kế hoạch|chương trình|luật|nghị quyết|quyết định|pháp lệnh|giai đoạn|từ|"
    r"đến hết)[^.;]{0,45}$|(?:^|[.;]\s*)(?:bước )?sang $"
)
_TO_COME = re.compile(r",?\s*(?:\w+\s){0,3}?(?:sẽ|dự kiến|phấn đấu)\b")  # "năm 2024 sẽ đưa thêm"
_LED = re.compile(
    r"(?:trong|tính|kết quả|qua|sau|đến hết|kỳ báo cáo|ngay)\s*(?:hết\s*)?(?:(?:kỳ )?báo cáo )?$|"
    r"^\W*$|[.;:(]\s*$"
)
_FROM_TO = re.compile(
    r"từ\s*(?:ngày\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*((?:19|20)\d\d))?\s*(?:-|đến|tới)\s*(?:hết\s*)?(?:ngày\s*)?"
    r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d\d)"
)
_REPORTED = re.compile(r"số liệu|kỳ báo cáo|báo cáo|tính|thời điểm|kỳ")


@dataclass(frozen=True, slots=True)
class SpokenPeriod:
    """A period named in a text at [start, end). ``year`` is None where it isn't said."""

    name: str  # as in grassroots.periods
    year: int | None
    start: int
    end: int
    compared: bool  # said for comparison ("so với cùng kỳ năm 2022")
    planned: bool  # of a plan, a law, a programme
    led: bool  # introduced as the time of what follows ("trong 10 tháng")


def spoken_periods(text: str) -> Iterator[SpokenPeriod]:
    """All periods named in a normalised text, the longer reading winning where two overlap."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            named = _named(kind, match)
            if named is None:
                continue
            taken.append(match.span())
            if kind == "month" and _DAY_BEFORE.search(text[: match.start()]):
                continue
            before = text[max(0, match.start() - 60) : match.start()]
            yield SpokenPeriod(
                named[0],
                named[1],
                match.start(),
                match.end(),
                bool(_COMPARED.search(before)) or (before.endswith("(") and text[match.end() :][:1] == ":"),
                bool(_PLANNED.search(before) or _TO_COME.match(text[match.end() : match.end() + 30])),
                bool(_LED.search(before)),
            )


def _named(kind: str, match: re.Match[str]) -> tuple[str, int | None] | None:
    groups = [group for group in match.groups() if group]
    year = next((int(group) for group in reversed(groups) if re.fullmatch(r"(?:19|20)\d\d", group)), None)
    if kind == "months":
        months = int(groups[0]) if groups[0].isdigit() else _WORDS[groups[0]]
        return (Period.of_months(2000, months).name, year) if 1 < months <= 12 else None
    if kind == "quarter":
        return f"q{_ROMAN[groups[0]]}", year
    if kind == "month":
        return (f"x{int(groups[0]):02d}", year) if 1 <= int(groups[0]) <= 12 else None
    if kind == "years":
        count = int(groups[0]) if groups[0].isdigit() else _WORDS[groups[0]]
        return (f"y{count}", year) if 2 <= count <= 19 else None
    return {"last_half": "h2", "half": "m06", "first_quarter": "q1", "year": "year"}[kind], year


def explicit_days(texts: Sequence[str]) -> tuple[int, int, int, date, date, Period | None] | None:
    """The first stretch "từ ngày … đến ngày …" that the report's figures cover, with the period it is."""
    for index, text in enumerate(texts):
        for match in _FROM_TO.finditer(text):
            if not _REPORTED.search(text[max(0, match.start() - 60) : match.start()]) and index > 12:
                continue
            day, month, year, last_day, last_month, last_year = match.groups()
            try:
                last = date(int(last_year), int(last_month), int(last_day))
                first = date(int(year or last_year), int(month), int(day))
            except ValueError:
                continue
            if 25 <= (last - first).days <= 370:
                return index, match.start(), match.end(), first, last, _period_of_days(first, last)
    return None


_SINCE = re.compile(
    r"từ đầu năm(?:\s*((?:19|20)\d\d))?\s*(?:-|đến|tới)\s*(?:hết\s*)?(?:ngày\s*)?"
    r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*((?:19|20)\d\d))?"
)


def since_new_year(texts: Sequence[str], issued_year: int | None) -> tuple[int, int, int, date] | None:
    """The first "từ đầu năm đến ngày 20/11/2022": where it stands, and its last day."""
    for index, text in enumerate(texts):
        for match in _SINCE.finditer(text):
            said, day, month, year = match.groups()
            try:
                last = date(int(year or said or issued_year or 0), int(month), int(day))
            except ValueError:
                continue
            return index, match.start(), match.end(), last
    return None


def _period_of_days(first: date, last: date) -> Period | None:
    """The named period whose days, by the calendar or the Inspectorate's year, these are."""
    names = [
        "q1",
        "m06",
        "m09",
        "year",
        "q2",
        "q3",
        "q4",
        "h2",
        *(f"m{n:02d}" for n in range(2, 12)),
        *(f"x{n:02d}" for n in range(1, 13)),
    ]
    for name in names:
        period = Period(last.year, name)
        if (first, last) in (period.days("calendar"), period.days("inspectorate")):
            return period
    if (first.month, first.day) in ((1, 1), (12, 15)):
        return Period.of_months(last.year, last.month)
    return None
