"""What is planned and no result: whole documents, and headings within a report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grassroots.reading.lexicon import Lexicon
from grassroots.reading.model import Passage

PLAN_TITLES = ("chương trình công tác", "kế hoạch", "chương trình hành động", "dự thảo kế hoạch")
LABEL = re.compile(r"\s*(?:(?:[ivx]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])\s*[.)/:]\s+|[-+*•]\s*)")
_LEADS = 12  # characters before "nhiệm vụ" in "Một số nhiệm vụ …"
_TITLE_PASSAGES = 3


def is_plan(passages: Sequence[Passage], number: str | None) -> bool:
    """Whether a document is a plan, programme or timetable by its number or its kind's own line."""
    if number is not None and _PLAN_NUMBER.search(number):
        return True
    kinds = [passage.text.strip() for passage in passages[:_HEAD] if passage.text.strip()]
    return any(
        _PLAN_KIND.match(kind) or (at < _TITLE_PASSAGES and _TIMETABLE.match(kind))
        for at, kind in enumerate(kinds)
    )


def opens_annex(passages: Sequence[Passage], at: int) -> bool:
    """Whether an annex of results begins here: what follows the tasks of the time to come is done again."""
    if not _ANNEX.match(passages[at].text.strip()):
        return False
    title = " ".join(
        one.text.strip().lower() for one in passages[at : at + _ANNEX_TITLE] if one.kind != "row"
    )
    return not any(word in title for word in _TO_COME)


_ANNEX = re.compile(r"(?i:phụ lục|biểu|phụ biểu)(?: số)?(?:[ :]*(?:[IVX]{1,5}|\d{1,2}))?[.:]?$")
_ANNEX_TITLE = 3  # passages: its number, its title, what it goes with
_TO_COME = ("kế hoạch", "dự kiến", "nhiệm vụ", "phương hướng", "chỉ tiêu giao", "lịch ")
_HEAD = 15  # passages in which a document says what it is
_PLAN_NUMBER = re.compile(r"/(?:KH|CTr|CTHĐ|PA|ĐA)\b")
_PLAN_KIND = re.compile(
    r"(?:DỰ THẢO )?(?:KẾ HOẠCH|CHƯƠNG TRÌNH(?: CÔNG TÁC| HÀNH ĐỘNG)?|PHƯƠNG ÁN|GIẤY MỜI|"
    r"LỊCH TIẾP [^a-z]+)\W*$"
)
_TIMETABLE = re.compile(r"(?i:(?:thông báo:? )?(?:về )?lịch (?:tiếp|làm việc|công tác))")


def plans(heading: str, words: Lexicon) -> bool:
    """Whether a heading opens plans, tasks or wishes rather than results."""
    settings = words.settings
    label = LABEL.match(heading)
    bare = heading[label.end() if label else 0 :]
    found = [
        heading.find(word)
        for word in settings["plan_headings"]
        if word in heading and (bare.find(word) <= _LEADS or word.endswith("tới"))
    ]
    found += [0 for word in settings["plan_openings"] if bare.startswith(word) and "phản ánh" not in bare]
    results = [heading.find(word) for word in settings["result_headings"] if word in heading]
    return bool(found) and (not results or min(found) < min(results))
