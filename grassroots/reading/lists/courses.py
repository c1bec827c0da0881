"""Training courses: "02 lớp tập huấn về hòa giải cho 120 hòa giải viên ngày 12/5/2024", or rows of a table.

A course has a topic; "12 lớp, 1.015 lượt người" is a figure and no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from grassroots.reading.lists.audience import people_of
from grassroots.reading.lists.clauses import Clause, Document, is_result, other_year
from grassroots.reading.lists.columns import Columns, columns_of
from grassroots.reading.lists.days import first_in
from grassroots.reading.lists.wordings import ABOUT, NUMBER, amount, any_of, pattern, wordings
from grassroots.reading.model import Passage, Place, TrainingCourse

_LONGEST_TOPIC = 25  # words
_DAYS = re.compile(
    r"(?:trong|thời gian|kéo dài|mỗi lớp|:)\s+(\d{1,2}(?:,\d)?)\s*ngày|\((\d{1,2}(?:,\d)?) ngày[),]|"
    r"(\d{1,2}(?:,\d)?) ngày/(?:01 |1 )?lớp"
)

_LOOSE = re.compile(r"(?:\s|,)+(?:và|các|cho|của|về|trong|với|có|một số|những)$")  # at a topic's end


def courses_of(document: Document) -> Iterator[TrainingCourse]:
    about_courses = re.search(any_of(wordings("courses")["kinds"]), document.title) is not None
    for clause in document.clauses:
        named = list(_in_clause(clause, document.years))
        yield from named or (_labelled(clause, document.years) if about_courses else ())
    for table in document.tables:
        found = columns_of(table, wordings("courses")["table"], ("topic",))
        if found and (found.has("courses") or found.has("participants") or found.has("time")):
            for passage, cells in table.rows:
                yield from _in_row(found, passage, cells, document.years)


@cache
def _named() -> re.Pattern[str]:
    words = wordings("courses")
    kinds = any_of(words["kinds"])
    return re.compile(
        rf"(?:(?P<about>{ABOUT})\s+)?(?:(?P<courses>{NUMBER})\s*)?(?:(?P<noun>{any_of(words['nouns'])})\s+)?"
        r"(?:(?<=\s)(?:trực tuyến|trực tiếp|chuyên đề|toàn tỉnh|toàn huyện)\s+)?"
        rf"(?:đào tạo,? )?{kinds}(?:(?:,| và|-|/) ?(?:{kinds}|đào tạo|hướng dẫn|phổ biến|tuyên truyền))*"
    )


def _in_clause(clause: Clause, years: range) -> Iterator[TrainingCourse]:
    named = list(_named().finditer(clause.text))
    for at, match in enumerate(named):
        following = [one.start() for one in named[at + 1 :] if one["noun"] or one["courses"]]
        end = min([*following, len(clause.text)])
        if _is_held(clause, match, named[at - 1].end() if at else 0) and not other_year(clause, years):
            course = _course(clause, match, end, years)
            if course is not None:
                yield course


_LABELLED = re.compile(
    r"\W*(?:\d{1,2}[.)]\s+)?(?P<topic>(?!kết quả|tổng|số|tập huấn|bồi dưỡng)[^:;.()]{8,160}):\s*"
    rf"(?:đã )?(?:tổ chức |mở )?(?P<courses>{NUMBER}) (?:lớp|khóa)"
)


def _labelled(clause: Clause, years: range) -> Iterator[TrainingCourse]:
    """ "1. Nghiệp vụ tiếp công dân: 12 lớp, học viên 1.080", in a report on courses."""
    match = _LABELLED.match(clause.text)
    if match is None or other_year(clause, years):
        return
    if not is_result(clause, match.start("courses")) or not _is_topic(match["topic"].strip()):
        return
    if not re.match(any_of(wordings("courses")["goes_on"]), match["topic"].strip()):
        return
    people = people_of(clause.text, match.end())
    day, month = first_in(clause.text, years)
    quote, place = clause.quoted()
    yield TrainingCourse(
        topic=clause.words(*match.span("topic")),
        held_on=day,
        days=_days(clause.text, amount(match["courses"])),
        participants=people[0],
        audience=clause.words(*people[1]) if people[1] else None,
        quote=quote,
        place=place,
        courses=amount(match["courses"]),
        held_month=month,
    )


def _is_held(clause: Clause, match: re.Match[str], since: int) -> bool:
    before = clause.text[: match.start()]
    if not (match["courses"] or match["noun"]) or not is_result(clause, match.start()):
        return False
    near = before[max(since, len(before) - 60) :]
    if pattern("courses", "attended").search(near) or _document_ahead(near):
        return False
    return bool(match["courses"] or pattern("courses", "held").search(before))


def _document_ahead(near: str) -> bool:
    """ "Kế hoạch số 15/KH-SNV … về tập huấn": what a document is about."""
    said = re.search(
        r"(?:kế hoạch|công văn|quyết định|thông báo|giấy mời|tờ trình|đề án|chỉ thị)[^;:]*$", near
    )
    return bool(said and re.search(r"\b(?:về|về việc|tổ chức|mở)\s*(?:các )?$", said[0]))


def _course(clause: Clause, match: re.Match[str], end: int, years: range) -> TrainingCourse | None:
    span = _topic(clause.text, match.end(), end)
    if span is None:
        return None
    people = people_of(clause.text[:end], match.end())
    own = clause.text[match.start() : end]
    lead = clause.text[: match.start()]
    day, month = first_in(own, years)
    if day is None and month is None:
        day, month = first_in(lead[lead.rfind(";") + 1 :], years) if _only_one(clause) else (None, None)
    told = day or month
    if told is not None and years and told.year not in years:
        return None
    courses = amount(match["courses"]) if match["courses"] and not match["about"] else None
    if courses is None and match["noun"] and not match["about"] and not _many(clause.text, match.start()):
        courses = 1
    days = _days(own, courses)
    quote, place = clause.quoted(_quote_start(clause.text, match.start()), end)
    return TrainingCourse(
        topic=clause.words(*span),
        held_on=day,
        days=days,
        participants=people[0],
        audience=clause.words(*people[1]) if people[1] else None,
        quote=quote,
        place=place,
        courses=courses,
        held_month=month,
    )


def _only_one(clause: Clause) -> bool:
    return sum(bool(one["noun"] or one["courses"]) for one in _named().finditer(clause.text)) == 1


def _many(text: str, start: int) -> bool:
    """ "nhiều lớp", "các lớp": how many isn't said."""
    return bool(re.search(r"(?:các|nhiều|những|một số|mỗi)\s*$", text[:start]))


def _quote_start(text: str, start: int) -> int:
    """The clause's own words from its last comma on, so that who held it and when stand in the quote."""
    return 0 if start < 160 else max(text.rfind(",", 0, start - 1) + 1, start - 160)


def _days(own: str, courses: int | None) -> float | None:
    said = _DAYS.search(own)
    if said is None or (courses not in (None, 1) and "mỗi lớp" not in said[0] and "/" not in said[0]):
        return None
    return float(next(group for group in said.groups() if group).replace(",", "."))


def _topic(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the topic stands: after "về …" or right after the course's name."""
    words = wordings("courses")
    leads = any_of(words["leads"])
    rest = text[start:end]
    lead = re.match(rf"\s*:?\s*(?:{leads}\s*:?\s*)?", rest)
    at = start + (lead.end() if lead else 0)
    if not _begins_topic(text[at:end]):
        later = re.search(r"(?<=[\s,])(?:về việc|về|với nội dung|nội dung|chuyên đề)\s*:?\s+(?=\S)", rest)
        if later is None:
            return None
        at = start + later.end()
    quoted = re.match(r'"([^"]{6,200})"', text[at:end])
    if quoted:
        return at + 1, at + quoted.end() - 1
    topic = text[at : _topic_end(text, at, end)].rstrip(" ,:-")
    while topic != (shorter := _LOOSE.sub("", topic)):
        topic = shorter
    return (at, at + len(topic)) if _is_topic(topic) else None


def _begins_topic(rest: str) -> bool:
    return bool(re.match(r"\S", rest)) and not re.match(
        rf"(?:cho|với|có|thu hút|gồm|tại|ở|vào|ngày|trong|do|được|đã|và|của|,|\(|\.|;|:|này|nêu trên|trên"
        rf"|{ABOUT}|{NUMBER}|để|nhằm|theo|từ|đạt|kéo dài|cán bộ|công chức|đại biểu)(?!\w)",
        rest,
    )


def _topic_end(text: str, at: int, end: int) -> int:
    words = wordings("courses")
    goes_on = any_of(words["goes_on"])
    for match in re.finditer(rf"[,(:.]|{any_of(words['ends'])}", text[at:end]):
        if match.start() == 0:
            continue
        if match[0] == "," and re.match(rf"\s*(?:và )?{goes_on}", text[at + match.end() : end]):
            continue
        if match[0] == "." and re.match(r"\w", text[at + match.end() : end]):
            continue
        return at + match.start()
    return end


def _is_topic(topic: str) -> bool:
    count = len(topic.split())
    return 2 <= count <= _LONGEST_TOPIC and topic not in wordings("courses")["generic"]


def _in_row(
    columns: Columns, passage: Passage, cells: Sequence[str], years: range
) -> Iterator[TrainingCourse]:
    topic = columns.words(cells, "topic")
    if topic is None or columns.is_total(cells) or len(topic.split()) < 2:
        return
    time = columns.folded(cells, "time") or ""
    day, month = first_in(f"ngày {time}" if re.match(r"\d", time) else time, years)
    told = day or month
    if told is not None and years and told.year not in years:
        return
    yield TrainingCourse(
        topic=topic,
        held_on=day,
        days=columns.number(cells, "days"),
        participants=columns.count(cells, "participants"),
        audience=columns.words(cells, "audience"),
        quote=passage.text[:600],
        place=Place(passage.number, 0, min(len(passage.text), 600)),
        courses=columns.count(cells, "courses"),
        held_month=month,
    )
