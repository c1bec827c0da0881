"""Whose form it is and for which days: from the rows above the table, and the signatures below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from grassroots import units
from grassroots.periods import Period
from grassroots.reading.model import Evidence, Particulars, Place
from grassroots.reading.period_words import spoken_periods
from grassroots.reading.statistics.grid import Sheet
from grassroots.reading.statistics.lines import is_body, is_end
from grassroots.reading.twin import twin_of
from grassroots.units import fold

_DAY = r"(?:ngày\s*:?\s*)?(\d{1,2})(?:\s*[/.-]\s*|\s*tháng\s*)(\d{1,2})(?:(?:\s*[/.-]\s*|\s*năm\s*)(\d{4}))?"
_FROM_TO = re.compile(rf"{_DAY}\s*(?:-|–|—|đến|tới|:|hết|ngày|,|\s)+\s*{_DAY}", re.IGNORECASE)
_ISSUED = re.compile(
    r"ngày\s*(\d{1,2})(?:\s*[/.-]\s*|\s*tháng\s*)(\d{1,2})(?:\s*[/.-]\s*|\s*năm\s*)(\d{4})", re.IGNORECASE
)
_NUMBER = re.compile(r"số\s*:?\s*(\d{1,5}\s*/\s*[A-ZĐ][\w/.-]*)", re.IGNORECASE)
_ATTACHED = re.compile(r"kèm theo|ban hành kèm|đính kèm", re.IGNORECASE)
_CIRCULAR = re.compile(r"thông tư", re.IGNORECASE)
_OF = re.compile(r"\bcủa\s+(.+?)[\s).;]*$", re.IGNORECASE)
_LABELLED = re.compile(
    r"^\W*(?:tên\s+)?(?:đơn vị|cơ quan)(?:\s+(?:báo cáo|lập biểu|gửi báo cáo|tổng hợp))?\s*:\s*(\S.+)$",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\b")
_AREA = re.compile(r"\b(?:tinh|thanh pho|tp|huyen|quan|thi xa|tx|xa|phuong|thi tran|tt|dac khu) \w")
_SIGNED = re.compile(r"^(?:TM|KT|TL|TUQ)\s*\.?\s*", re.IGNORECASE)
_ILLUSTRATIVE = re.compile(r"số liệu minh họa|illustrative data", re.IGNORECASE)
_TOLERANCE = timedelta(days=3)  # offices that count from the 16th or the 14th
_NAMES = ("q1", "m06", "m09", "year", "q2", "q3", "q4", "h2")


@dataclass(frozen=True, slots=True)
class _Said:
    """One row of words around a table."""

    text: str
    place: Place
    cells: tuple[tuple[str, Place], ...]  # each line of each cell
    above: bool


def particulars_of(sheet: Sheet, rows: range, top: int, end: int) -> Particulars:
    """What the words from ``rows.start`` to ``top`` and from ``end`` on say. Keeps where each stands."""
    said = [*_rows(sheet, range(rows.start, top), True), *_rows(sheet, range(end, rows.stop), False)]
    evidence: dict[str, Evidence] = {}
    first, last = _days(said, evidence)
    number, issued_on = _number_and_day(said, evidence)
    period, days = _period(said, first, last, issued_on, evidence)
    issuer, superior = _issuer(said, days[1] or issued_on, evidence)
    illustrative = next((row for row in said if _ILLUSTRATIVE.search(row.text)), None)
    if illustrative is not None:
        evidence["illustrative"] = Evidence(illustrative.text, illustrative.place)
    return Particulars(
        issuer=issuer,
        superior=superior,
        number=number,
        issued_on=issued_on,
        period=period,
        first_day=days[0],
        last_day=days[1],
        illustrative=illustrative is not None,
        evidence=evidence,
    )


def _rows(sheet: Sheet, rows: range, above: bool) -> Iterator[_Said]:
    for row in rows:
        cells = [(column, _written(sheet[row, column])) for column in range(len(sheet.rows[row]))]
        told = [(text, sheet.place(row, column)) for column, text in cells if text]
        if told:
            lines = tuple(
                (line.strip(), place) for text, place in told for line in text.splitlines() if line.strip()
            )
            yield _Said(" ".join(" ".join(text.split()) for text, _ in told), told[0][1], lines, above)


def _written(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return f"{value.day}/{value.month}/{value.year}"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return "" if value is None or isinstance(value, bool) else str(value)


def _days(said: list[_Said], evidence: dict[str, Evidence]) -> tuple[date | None, date | None]:
    """The two days of "số liệu tính từ ngày … đến ngày …"."""
    for row in said:
        for match in _FROM_TO.finditer(twin_of(row.text).text):
            day, month, year, last_day, last_month, last_year = match.groups()
            if last_year is None:
                continue
            try:
                last = date(int(last_year), int(last_month), int(last_day))
                first = date(int(year or last_year), int(month), int(day))
            except ValueError:
                continue
            if year is None and first > last:
                first = first.replace(year=last.year - 1)
            if 20 <= (last - first).days <= 370:
                evidence["period"] = Evidence(row.text, row.place)
                return first, last
    return None, None


def _number_and_day(said: list[_Said], evidence: dict[str, Evidence]) -> tuple[str | None, date | None]:
    """Number and day of the report that the form goes with, else the day of the signatures."""
    number, issued_on = None, None
    for row in sorted(said, key=lambda row: not _ATTACHED.search(row.text)):
        attached = bool(_ATTACHED.search(row.text)) and not _CIRCULAR.search(row.text)
        if _CIRCULAR.search(row.text) or ("period" in evidence and row.text == evidence["period"].quote):
            continue
        match = _NUMBER.search(row.text)
        if number is None and match and (attached or "BC" in match[1].upper()):
            number = re.sub(r"\s", "", match[1]).rstrip(".-/")
            evidence["number"] = Evidence(row.text, row.place)
        match = _ISSUED.search(row.text)
        if issued_on is None and match:
            day, month, year = (int(each) for each in match.groups())
            try:
                issued_on = date(year, month, day)
            except ValueError:
                continue
            evidence["issued_on"] = Evidence(row.text, row.place)
    return number, issued_on


def _period(
    said: list[_Said],
    first: date | None,
    last: date | None,
    issued_on: date | None,
    evidence: dict[str, Evidence],
) -> tuple[Period | None, tuple[date | None, date | None]]:
    """The named period: of the days where they are given, else as named, with the Inspectorate's days."""
    named = _named(said, last or issued_on)
    if first and last:
        exact = Period.of_days(first, last)
        period = exact[0] if exact else _near(first, last) or (named[0] if named else None)
        if period is None and (first.month, first.day) in ((1, 1), (12, 14), (12, 15), (12, 16)):
            period = Period.of_months(last.year, last.month)
        if exact is None and period is not None:
            evidence["period"] = Evidence(evidence["period"].quote, evidence["period"].place, 0.9)
        return period, (first, last)
    if named:
        period, row = named
        evidence["period"] = Evidence(row.text, row.place, 0.85)
        return period, period.days("inspectorate")
    return None, (None, None)


def _near(first: date, last: date) -> Period | None:
    for name in _NAMES:
        period = Period(last.year, name)
        for days in (period.days("inspectorate"), period.days("calendar")):
            if abs(first - days[0]) <= _TOLERANCE and abs(last - days[1]) <= _TOLERANCE:
                return period
    return None


def _named(said: list[_Said], day: date | None) -> tuple[Period, _Said] | None:
    for row in said:
        if not row.above or _CIRCULAR.search(row.text):
            continue
        for spoken in spoken_periods(twin_of(row.text).text):
            year = spoken.year or (day.year if day else None)
            if year and not spoken.compared:
                return Period(year, spoken.name), row
    return None


def _issuer(
    said: list[_Said], on: date | None, evidence: dict[str, Evidence]
) -> tuple[str | None, str | None]:
    """The first of the ways in which a form names its issuer that names one unit; else the first at all."""
    ways = [*_labelled(said), *_attached(said), *_head(said), *_signed(said)]
    for issuer, superior, row, place, sure in ways:
        if len(units.resolve_issuer(issuer, superior, on)) == 1:
            evidence["issuer"] = Evidence(row, place, sure)
            return issuer, superior
    if not ways:
        return None, None
    issuer, superior, row, place, sure = ways[0]
    evidence["issuer"] = Evidence(row, place, sure / 2)
    return issuer, superior


_Way = tuple[str, str | None, str, Place, float]  # issuer, superior, words, where, how sure


def _labelled(said: list[_Said]) -> Iterator[_Way]:
    superior = next((lines[-2] for lines in [_agencies(said)] if len(lines) > 1), None)
    for row in said:
        for text, place in (*row.cells, (row.text, row.place)):
            match = _LABELLED.match(text)
            if (
                row.above
                and match
                and fold(match[1]).split()[0] not in ("tinh", "vu", "nguoi", "luot", "don")
            ):
                yield match[1].strip(), superior[0] if superior else None, text, place, 0.98
                break


def _attached(said: list[_Said]) -> Iterator[_Way]:
    for row in said:
        match = _OF.search(row.text)
        if row.above and match and _ATTACHED.search(row.text) and not _CIRCULAR.search(row.text):
            yield match[1].strip(), None, row.text, row.place, 0.95


def _head(said: list[_Said]) -> Iterator[_Way]:
    """The agencies at the top left: the last is the issuer, the one before it its superior."""
    agencies = _agencies(said)
    if agencies:
        (issuer, place), superior = agencies[-1], agencies[-2][0] if len(agencies) > 1 else None
        yield issuer, superior, issuer, place, 0.95


def _agencies(said: list[_Said]) -> list[tuple[str, Place]]:
    """Agencies above the table; one whose area stands in the next line is put together."""
    found: list[tuple[str, Place]] = []
    for row in said:
        for text, place in row.cells if row.above else ():
            folded = fold(text)
            if found and _AREA.match(folded) and not _AREA.search(fold(found[-1][0])):
                found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
            elif (_AUTHORITY.match(folded) or is_body(text)) and len(text) < 90 and "cong hoa" not in folded:
                found.append((text, place))
    return found


def _signed(said: list[_Said]) -> Iterator[_Way]:
    for row in said:
        for text, place in () if row.above else row.cells:
            name = _SIGNED.sub("", text)
            if _AUTHORITY.match(fold(name)) or (is_body(name) and not is_end(name)):
                yield name, None, text, place, 0.6
