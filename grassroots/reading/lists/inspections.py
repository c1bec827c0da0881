"""Inspections: who inspected, whom or how many units, on what, when, planned or not, and what was found.

"kiểm tra … tại 05 phòng, ban và 04 đơn vị cấp xã", "30 cuộc thanh tra hành chính tại 60 đơn vị". Without
units counted or named and without a number of inspections nothing is a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from grassroots.reading.lists.clauses import Clause, Document, is_result, other_year
from grassroots.reading.lists.days import first_in
from grassroots.reading.lists.names import names_in
from grassroots.reading.lists.wordings import ABOUT, NUMBER, amount, any_of, pattern, wordings
from grassroots.reading.model import Inspection

_TOPIC_ENDS = re.compile(
    r"[,;:.(]|\s(?:ở(?! cơ sở)|trong (?=\d|năm|tháng)|năm (?=\d)|của (?=\d)|\d)|"
    r"\s(?:tại|đối với|trên địa bàn|theo kế hoạch|với|do|cho|được|đã|gồm|từ ngày|ngày|qua đó|đột xuất|"
    r"trong đó|giai đoạn|đạt|kết quả|phát hiện)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Whom:
    words: str
    units: int | None
    start: int
    end: int


def inspections_of(document: Document) -> Iterator[Inspection]:
    for clause in document.clauses:
        if not other_year(clause, document.years):
            row = _in_clause(clause, document.years)
            if row is not None:
                yield row


@cache
def _named() -> re.Pattern[str]:
    words = wordings("inspections")
    return re.compile(
        rf"(?:(?P<count>{NUMBER})\s*{any_of(words['counted'])}\s+)?(?P<kind>{any_of(words['kinds'])})"
        rf"(?!\s+{any_of(words['not_kinds'])})(?:\s+đột xuất)?"
        rf"(?:(?:\s+(?P<field>hành chính|chuyên ngành|chuyên đề|trách nhiệm))?\s*:\s*"
        rf"(?:đã )?(?:{any_of(words['done'])}\s+)?(?P<told>{NUMBER})\s*cuộc)?"
    )


def _in_clause(clause: Clause, years: range) -> Inspection | None:
    """The clause's first inspection that says whom or how many."""
    text = clause.text
    before_kind = re.compile(any_of(wordings("inspections")["not_before"]) + r"\s*$")
    for match in _named().finditer(text):
        count = match["count"] or match["told"]
        ahead = text[: match.start()]
        if not is_result(clause, match.start()) or (not count and before_kind.search(ahead)):
            continue
        if re.search(
            r"(?:kế hoạch|quyết định|công văn|thông báo|chương trình)[^,;]{0,60}(?:về|về việc)\s*$", ahead
        ):
            continue
        whom = _whom(clause, match.end())
        if count and re.search(ABOUT + r"\s+$", text[: match.start("count")]) and match["count"]:
            continue
        if (count is None and whom is None) or not _is_done(clause, ahead, count, whom):
            continue
        row = _row(clause, match, count, whom, years)
        if row is not None:
            return row
    return None


def _is_done(clause: Clause, ahead: str, count: str | None, whom: _Whom | None) -> bool:
    """A verb that says so, an agency right before, or a number of inspections; or it opens the clause."""
    if count is not None or pattern("inspections", "done").search(ahead[-60:]):
        return True
    if whom is not None and not re.search(r"\w{2}", ahead):
        return True
    return _inspector(clause, len(ahead)) is not None


def _row(
    clause: Clause, match: re.Match[str], count: str | None, whom: _Whom | None, years: range
) -> Inspection | None:
    text = clause.text
    day, month = first_in(text, years)
    told = day or month
    if told is not None and years and told.year not in years:
        return None
    topic = _topic(clause, match.end(), whom) or match["field"]
    by = _inspector(clause, match.start())
    if count is not None and whom is None and topic is None and by is None:
        return None
    found = _found(clause, match.end())
    quote, place = (clause if found is None or found[1] <= len(text) else clause.whole).quoted(
        0, max(len(text), found[1]) if found else None
    )
    return Inspection(
        inspected_by=by,
        inspected=whom.words if whom else None,
        units=whom.units if whom else None,
        inspections=amount(count) if count else None,
        topic=topic,
        held_on=day,
        held_month=month,
        planned=_planned(text, count),
        found=found[0] if found else None,
        quote=quote,
        place=place,
    )


def _planned(text: str, count: str | None) -> bool | None:
    """None where nothing is said, where both are, and where only some were ("7 cuộc, 01 cuộc đột xuất")."""
    if count is not None and len(re.findall(rf"{NUMBER}\s*cuộc", text)) > 1:
        return None
    planned = re.search(any_of(wordings("inspections")["planned"]), text) is not None
    unplanned = re.search(any_of(wordings("inspections")["unplanned"]), text) is not None
    return None if planned == unplanned else planned


@cache
def _units() -> re.Pattern[str]:
    words = wordings("inspections")
    unit = any_of(words["units"])
    number = rf"(?:{ABOUT}\s+)?(?:{NUMBER}|\d{{1,4}}/\d{{1,4}})"
    one = rf"{number}\s+{unit}(?:\s+(?:trực thuộc|thuộc huyện|cấp xã|công lập|cấp huyện))*"
    return re.compile(rf"{one}(?:\s*(?:,|và|, và)\s*{one})*")


def _whom(clause: Clause, at: int) -> _Whom | None:
    """Units counted after "tại" or right after the kind, else units named there."""
    text = clause.text
    for match in _units().finditer(text, at):
        if re.search(r"(?:của|trong|thuộc|kế hoạch|giao|có)\s*$", text[: match.start()]):
            continue
        between = text[at : match.start()]
        if len(between) > 160 or re.search(r"[;(]|phát hiện|kết quả|xử lý|trong đó", between):
            break
        return _Whom(clause.words(*match.span()), _sum(match[0]), *match.span())
    lead = re.compile(any_of(wordings("inspections")["at"]) + r"\s+").search(text, at)
    if lead is None or lead.start() - at > 120 or re.search(r"[;(]", text[at : lead.start()]):
        return None
    found: list[tuple[str, int, int]] = []
    for name in names_in(clause, lead.end(), len(text)):
        if name.person or (name.start - (found[-1][2] if found else lead.end())) > 6:
            break
        found.append((name.text, name.start, name.end))
    if not found:
        return None
    return _Whom(clause.words(found[0][1], found[-1][2]), len(found), found[0][1], found[-1][2])


def _sum(words: str) -> int | None:
    """ "05 phòng và 04 xã" → 9; what is approximate or mixes kinds of numbers has no sum."""
    if re.search(ABOUT, words):
        return None
    numbers = re.findall(rf"(\d{{1,4}})/\d{{1,4}}|({NUMBER})", words)
    return sum(amount(done or number) for done, number in numbers)


def _topic(clause: Clause, at: int, whom: _Whom | None) -> str | None:
    """The words after the kind up to whom; else those after "về" behind whom."""
    text = clause.text
    end = min(whom.start if whom else len(text), _topic_end(text, at))
    words = text[at:end].strip(" ,:-")
    words = re.sub(
        r"^(?:lồng ghép|về việc|về|đột xuất|tại|ở|đối với)\s+|^(?:lồng ghép|tại|đối với|đột xuất)$", "", words
    )
    if len(words) < 4 or not re.search(r"[^\W\d_]{2,}", words):
        later = re.search(r"\svề (?:việc )?", text[whom.end if whom else at :])
        if later is None or whom is None or re.search(r"[;:.]", text[whom.end : whom.end + later.start()]):
            return None
        at = whom.end + later.end()
        words = text[at : _topic_end(text, at)].strip(" ,:-")
    start = text.find(words, at)
    return (
        clause.words(start, start + len(words)) if words and start >= 0 and len(words.split()) <= 20 else None
    )


def _topic_end(text: str, at: int) -> int:
    """A topic goes on behind a comma with words of the same sort ("tiếp công dân, giải quyết khiếu nại")."""
    goes_on = re.compile(r"\s*(?:và )?" + any_of(wordings("courses")["goes_on"]))
    for stop in _TOPIC_ENDS.finditer(text, at):
        if stop[0] != "," or not goes_on.match(text, stop.end()):
            return stop.start()
    return len(text)


@cache
def _inspectors() -> re.Pattern[str]:
    return re.compile(any_of(wordings("inspections")["inspectors"]))


def _inspector(clause: Clause, at: int) -> str | None:
    """The agency that opens the clause's part before the inspection: its last comma, or its beginning."""
    lead = clause.text[:at]
    verb = re.search(
        rf"\s*(?:đã\s+)?(?:{any_of(wordings('inspections')['done'])}[\s,]*)*"
        r"(?:kế hoạch|được|các|theo kế hoạch)?\s*$",
        lead,
    )
    end = verb.start() if verb else len(lead)
    start = max((lead.rfind(mark, 0, end) + len(mark) for mark in (", ", "; ", ": ")), default=0)
    for begin in (start, 0):
        match = _inspectors().match(
            lead, begin + len(lead[begin:end]) - len(lead[begin:end].lstrip(" -+*0123456789.)"))
        )
        if match and 3 < end - match.start() <= 70 and not re.search(r"[;:.]", lead[match.start() : end]):
            verb = _ACTS.search(lead, match.end(), end)
            words = clause.words(match.start(), verb.start() if verb else end)
            return words if _names_body(words) else None
    return None


_ACTS = re.compile(r"\s(?:đã|thành lập|ban hành|phối hợp|chủ trì|tổ chức|tiến hành|triển khai)(?!\w)")


def _names_body(words: str) -> bool:
    return not re.search(r"(?:ban hành|chỉ đạo (?:các|phòng)|yêu cầu|giao|xây dựng|đề nghị)\b", words)


def _found(clause: Clause, at: int) -> tuple[str, int] | None:
    """From "phát hiện …" to its part's end, be it behind a semicolon; with where that is in the whole."""
    whole = clause.whole
    match = pattern("inspections", "found").search(whole.text, at)
    if match is None or len(_named_between(whole.text, at, match.start())) > 0:
        return None
    stop = re.search(r"[;.]|,\s*(?:trong đó|kiến nghị|đã|đề nghị|yêu cầu|qua đó)", whole.text[match.end() :])
    end = match.end() + (stop.start() if stop else len(whole.text) - match.end())
    words = whole.words(match.start(), end)
    return (words, end) if 2 < len(words.split()) <= 40 else None


def _named_between(text: str, start: int, end: int) -> list[str]:
    """Other inspections told on the way: what is found there is theirs."""
    return [match[0] for match in _named().finditer(text, start, end) if match["count"] or match["told"]]
