"""Scores the lists of a reading against rows taken by hand.

A row is right when its words hold those wanted and little more, and all its numbers, days and yes/no are as
wanted (empty where nothing is).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from reading.scoring import Score

from grassroots.accuracy.matching import folded
from grassroots.reading.model import Passage, Reading
from grassroots.reading.narrative import read_passages

KINDS = {
    "courses": ("training_courses", ("topic", "audience")),
    "awards": ("awards", ("name", "kind", "holder", "stage", "level", "form")),
    "scores": ("score_totals", ("unit",)),
    "inspections": ("inspections", ("inspected_by", "inspected", "topic", "found")),
    "consultations": ("consultations", ("draft", "asked_by")),
}

HEAD = (
    "Thực hiện chế độ báo cáo theo quy định, cơ quan báo cáo kết quả như sau:",
    "I. Công tác lãnh đạo, chỉ đạo",
    "Các cơ quan, đơn vị đã quán triệt và thực hiện nghiêm túc.",
    "II. Kết quả thực hiện",
)


def read(entry: Mapping[str, Any]) -> Reading:
    lines = [str(entry["title"]), *HEAD, *(line for line in str(entry["text"]).splitlines() if line.strip())]
    passages = tuple(
        Passage(number, line, kind="row" if " | " in line else "paragraph")
        for number, line in enumerate(lines, start=1)
    )
    return read_passages(passages, "txt")


def score(entry: Mapping[str, Any], into: dict[str, Score]) -> None:
    """Adds to ``into`` what one text gave, by kind; lists the text doesn't name must be empty."""
    reading = read(entry)
    for kind, (name, words) in KINDS.items():
        left = list(getattr(reading, name))
        one = into.setdefault(kind, Score())
        for wanted in entry.get(kind, []):
            one.wanted += 1
            found = next((row for row in left if fits(wanted, row, words)), None)
            if found is None:
                one.problems.append(f"missed {wanted}")
                continue
            left.remove(found)
            one.right += 1
        one.false += len(left)
        one.problems += [f"false {row}" for row in left]


def fits(wanted: Mapping[str, Any], row: Any, words: Sequence[str]) -> bool:
    for each in fields(row):
        got, want = getattr(row, each.name), wanted.get(each.name)
        if each.name in words:
            if want is not None and not _alike(str(want), str(got or "")):
                return False
        elif each.name in ("sheet", "place") or (want is None and not isinstance(got, _EXACT)):
            continue
        elif got != want:
            return False
    return "sheet" not in wanted or _alike(str(wanted["sheet"]), row.sheet_name)


_EXACT = (int, float, date)


def _alike(want: str, got: str) -> bool:
    one, other = folded(want), folded(got)
    return bool(other) and (one in other or other in one) and 0.6 <= len(other) / len(one) <= 1.6
