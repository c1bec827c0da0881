"""Names of agencies, places and persons in a clause, told by their first words and their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from grassroots.reading.lists.clauses import Clause
from grassroots.reading.lists.wordings import CAPITAL, any_of, wordings

_WORD = rf"{CAPITAL}[\w.]*"
_STOPS = re.compile(
    r"[,;:.()\"“”|]|\s(?:được|đã|và|có|đạt|thực hiện|tổ chức|là|vì|trong|với|do|về|tại|cho|năm|làm|để|khi|"
    r"nhằm|theo|tiến hành|kiểm tra|thanh tra|triển khai|phối hợp|mở|lấy|gửi|đăng ký|tự|chủ trì|ban hành|"
    r"cùng|từ|xây dựng|quản lý|vận hành|ra mắt|duy trì|công nhận|biểu dương|tặng|khen|\d)(?!\w)"
)
_NUMBERED = re.compile(r"\s\d{1,2}(?!\d)(?!\s*(?:tập thể|cá nhân|đơn vị|xã|người|thôn|ấp|khu|hộ))")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at [start, end) of its clause's text. ``place``: a unit of the land; ``person``: somebody."""

    text: str
    start: int
    end: int
    place: bool = False
    person: bool = False


@cache
def _first_words() -> re.Pattern[str]:
    words = wordings("awards")
    return re.compile(
        rf"(?P<person>{any_of(words['persons'])})|(?P<body>{any_of(words['collectives'])})|"
        rf"(?P<place>{any_of(words['localities'])})"
    )


def name_at(clause: Clause, at: int, end: int) -> Name | None:
    """The name that begins at ``at``; None where none does."""
    match = _first_words().match(clause.text, at)
    if match is None:
        return None
    numbered = _NUMBERED.match(clause.text, match.end())  # "khu phố 5"
    stop = _STOPS.search(clause.text, numbered.end() if numbered else match.end(), end)
    last = stop.start() if stop else end
    text = clause.words(at, last)
    if not _is_named(text):
        return None
    is_place = re.match(any_of(wordings("awards")["localities"]), clause.text[at:last]) is not None
    return Name(text, at, last, place=is_place, person=match["person"] is not None)


def names_in(clause: Clause, start: int, end: int) -> Iterator[Name]:
    """Names between two offsets, none inside another."""
    at = start
    while (match := _first_words().search(clause.text, at, end)) is not None:
        name = name_at(clause, match.start(), end)
        if name is not None:
            yield name
        at = max(match.end(), name.end if name else 0)


def _is_named(text: str) -> bool:
    """It has a capitalised word or a number of its own after the first words: "xã Hải Lâm", "thôn 3"."""
    words = text.split()
    if not 1 < len(words) <= 14 and not re.fullmatch(rf"{CAPITAL}{{3,}}\s.*", text):
        return False
    return any(re.fullmatch(_WORD + r"|\d{1,2}", word.strip("-–/")) for word in words[1:])
