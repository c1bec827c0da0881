"""Consultations: opinions asked on a draft, how many were asked, answered and in favour.

A row needs the draft and a number. Numbers of voters place by place are those of the figures, so that list
and numbers agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grassroots.reading.lists.answers import answers_in, consistent
from grassroots.reading.lists.clauses import Clause, Document, is_result, other_year
from grassroots.reading.lists.columns import Columns, columns_of
from grassroots.reading.lists.days import first_in
from grassroots.reading.lists.wordings import any_of, pattern, wordings
from grassroots.reading.model import Consultation, Figure, Passage, Place

_ENDS = re.compile(
    r"[,;:.(]|\s(?:với (?=\d|sự|tổng)|có (?=\d|sự)|trong (?=\d|năm|tháng|thời)|đến (?=\d|các)|cho (?=\d))|"
    r"\s(?:tại|gửi|đã|được|kết quả|từ ngày|ngày|bằng|thông qua|theo|trước khi|thu|nhận|trên địa bàn|để|nhằm|"
    r"qua đó|năm \d{4} với)(?!\w)"
)
_GOES_ON = re.compile(r"\s*(?:kết quả|qua |đã |có |trong đó|số phiếu|phát|gửi|thu |nhận|tổng số)")
_LONGEST = 35  # words of a draft's name


def _by_place(figures: Sequence[Figure]) -> dict[int, list[tuple[str, dict[str, int], Figure]]]:
    """Passage → the places whose voters are counted in it, with their numbers and first figure."""
    found: dict[int, list[tuple[str, dict[str, int], Figure]]] = {}
    for figure in figures:
        name = _OF_VOTERS.get(figure.indicator)
        number = figure.place.passage
        if name is None or number is None or figure.part_kind != "place" or figure.approximate:
            continue
        places = found.setdefault(number, [])
        known = next((one for one in places if one[0] == figure.part), None)
        if known is None:
            known = (str(figure.part), {}, figure)
            places.append(known)
        known[1].setdefault(name, int(figure.value))
    return found


def _of_places(places: Sequence[tuple[str, dict[str, int], Figure]], draft: str) -> Iterator[Consultation]:
    """ "Xã Hà Vị: tán thành 983/1371 người" below the draft's name: a row for each place."""
    for place, numbers, figure in places:
        if "in_favour" in numbers and consistent(numbers):
            yield Consultation(
                draft=draft,
                asked_by=None,
                asked_whom=place,
                held_on=None,
                held_month=None,
                counted=figure.counted_unit,
                opinions=None,
                quote=figure.quote,
                place=figure.place,
                deadline=None,
                **{name: numbers.get(name) for name in _OF_VOTERS.values()},
            )


@dataclass(frozen=True, slots=True)
class _Asked:
    draft: str
    at: int
    end: int


_OF_VOTERS = {
    "cu_tri_tong": "asked",
    "cu_tri_tham_gia": "answered",
    "cu_tri_dong_y": "in_favour",
    "cu_tri_khong_dong_y": "opposed",
}


def consultations_of(document: Document, figures: Sequence[Figure]) -> Iterator[Consultation]:
    clauses = [clause.whole for clause in document.clauses if clause.start == clause.sentence_start]
    by_place = _by_place(figures)
    draft: str | None = None
    for at, clause in enumerate(clauses):
        if other_year(clause, document.years):
            continue
        asked = _asked(clause)
        draft = asked.draft if asked else draft
        row = _told(clause, clauses[at + 1] if at + 1 < len(clauses) else None, document.years)
        if row is not None:
            yield row
        elif draft is not None:
            yield from _of_places(by_place.pop(clause.passage.number, []), draft)
    for table in document.tables:
        columns = columns_of(table, wordings("consultations")["table"], ("draft",))
        if columns and (columns.has("asked") or columns.has("answered")):
            for passage, cells in table.rows:
                yield from _in_row(columns, passage, cells, document.years)


def _told(clause: Clause, following: Clause | None, years: range) -> Consultation | None:
    asked = _asked(clause)
    if asked is None:
        return None
    text, numbers = clause.text, answers_in(clause.text)
    quoted = clause
    if not numbers and following is not None and _follows(clause, following):
        numbers = answers_in(following.text)
        quoted = _joined(clause, following)
    if not numbers or not consistent(numbers):
        return None
    day, month = first_in(text, years)
    told = day or month
    if told is not None and years and told.year not in years:
        return None
    quote, place = quoted.quoted()
    return Consultation(
        draft=asked.draft,
        asked_by=_asked_by(clause, asked.at),
        asked_whom=None,
        held_on=day,
        held_month=month,
        counted=None,
        quote=quote,
        place=place,
        deadline=None,
        **{name: numbers.get(name) for name in ("asked", "answered", "in_favour", "opposed", "opinions")},
    )


def _follows(clause: Clause, following: Clause) -> bool:
    return following.passage is clause.passage and bool(_GOES_ON.match(following.text))


def _joined(clause: Clause, following: Clause) -> Clause:
    return Clause(
        clause.passage,
        clause.twin,
        clause.start,
        following.end,
        clause.before,
        clause.sentence_start,
        following.end,
    )


def _asked(clause: Clause) -> _Asked | None:
    """ "lấy ý kiến … về dự thảo …": the draft and where the asking stands."""
    text, words = clause.text, wordings("consultations")
    drafts = any_of(words["drafts"])
    for match in pattern("consultations", "asked").finditer(text):
        if not is_result(clause, match.start()):
            continue
        lead = re.compile(rf"{any_of(words['leads'])}\s+(?:các\s+|\d+\s+)?(?={drafts})").search(
            text, match.end()
        )
        if (
            lead is None
            or lead.start() - match.end() > 110
            or re.search(r"[.;:(]", text[match.end() : lead.start()])
        ):
            continue
        end = _draft_end(text, lead.end())
        draft = text[lead.end() : end].strip(" ,:-")
        if 3 <= len(draft.split()) <= _LONGEST:
            return _Asked(clause.words(lead.end(), end), match.start(), end)
    sent = re.search(
        rf"(?<!\w)gửi\s+(?:dự thảo\s+)?(?={drafts})([^,;:.(]{{8,150}}?)\s(?:đến|tới|cho|để)\s", text
    )
    if (
        sent
        and pattern("consultations", "asked").search(text, sent.end())
        and is_result(clause, sent.start())
    ):
        return _Asked(clause.words(*sent.span(1)), sent.start(), sent.end(1))
    return None


def _draft_end(text: str, at: int) -> int:
    for match in _ENDS.finditer(text, at):
        if match[0] == "(" and re.match(r"\((?:sửa đổi|bổ sung)", text[match.start() :]):
            continue
        if match[0] == "." and re.match(r"\w", text[match.end() :]):
            continue
        return match.start()
    return len(text)


def _asked_by(clause: Clause, at: int) -> str | None:
    """The agency that opens the clause's part before the asking."""
    lead = clause.text[:at]
    start = (
        max(lead.rfind(", ") + 2, lead.rfind("; ") + 2, lead.rfind(": ") + 2)
        if re.search("[,;:] ", lead)
        else 0
    )
    inspectors = re.compile(any_of([*wordings("inspections")["inspectors"], "xã(?= )"]))
    opening = inspectors.match(lead, start)
    if opening is None:
        return None
    stop = re.search(
        r"\s(?:đã|tổ chức|tiến hành|triển khai|thực hiện|phối hợp|gửi|phát|có|chủ trì|ban hành|lấy|xin|đang)"
        r"(?!\w)",
        lead[opening.end() - 1 :],
    )
    end = opening.end() - 1 + stop.start() if stop else len(lead)
    words = clause.words(start, end)
    return words if 2 < len(words) <= 80 and words.lower() != "xã" else None


def _in_row(columns: Columns, passage: Passage, cells: Sequence[str], years: range) -> Iterator[Consultation]:
    draft = columns.words(cells, "draft")
    if draft is None or columns.is_total(cells):
        return
    numbers = {name: columns.count(cells, name) for name in ("asked", "answered", "in_favour", "opposed")}
    stated = {name: number for name, number in numbers.items() if number is not None}
    if not stated or not consistent(stated):
        return
    day, month = first_in(columns.folded(cells, "time") or "", years)
    yield Consultation(
        draft=draft,
        asked_by=columns.words(cells, "asked_by"),
        asked_whom=None,
        held_on=day,
        held_month=month,
        counted=None,
        opinions=None,
        quote=passage.text[:600],
        place=Place(passage.number, 0, min(len(passage.text), 600)),
        deadline=None,
        **numbers,
    )
