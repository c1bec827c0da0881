"""Score sheets by their names in texts, and the criteria of the catalogue by theirs."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from grassroots.reading.lists.clauses import trimmed
from grassroots.reading.lists.wordings import any_of, wordings
from grassroots.reading.twin import plain, twin_of
from grassroots.settings import REFERENCE


@dataclass(frozen=True, slots=True)
class Sheet:
    """A score sheet as named in a text; ``code`` of score_sheets.csv, indicators of points and maximum."""

    name: str
    code: str | None = None
    points: str | None = None
    maximum: str | None = None


def sheet_named(words: str, on: date | None) -> Sheet | None:
    """The sheet of the lexicon that these words name, by the longest of its names; None where none is."""
    text = twin_of(words)
    for known in wordings("scores")["sheets"]:
        named = [match.span() for match in re.finditer(any_of(known["words"]), text.text)]
        if named:
            first, last = text.back(*max(named, key=lambda span: span[1] - span[0]))
            return sheet_of(words[first:last], known, on)
    return None


def sheet_announced(words: str) -> Sheet | None:
    """A sheet outside the lexicon, under the words that announce its table: "Kết quả chấm điểm …"."""
    text = twin_of(words)
    announced = re.search(
        any_of(wordings("scores")["announced"])
        + r"\s+([^:.|]{6,90}?)(?:\s+(?:như sau|cụ thể).*)?(?:[:.|]|$)",
        text.text,
    )
    if announced is None:
        return None
    first, last = text.back(*announced.span(1))
    return Sheet(trimmed(words[first:last]))


def sheet_of(name: str, known: Mapping[str, str], on: date | None) -> Sheet:
    points = known.get("points")
    code = next(
        (
            row["sheet"]
            for row in _reference("score_sheets")
            if points and row["points_indicator"] == points and _in_force(row, on)
        ),
        None,
    )
    return Sheet(name, code, points, known.get("maximum"))


def _in_force(row: Mapping[str, str], on: date | None) -> bool:
    day = on.isoformat() if on else "9999-12-31"
    return row["valid_from"] <= day and (on is None or not row["valid_to"] or day <= row["valid_to"])


def criterion_of(sheet: str, words: str) -> tuple[str, float | None] | None:
    """A criterion whose name stands in these words, with the maximum the catalogue gives."""
    said = re.sub(
        r"\([^)]*\)|^\W*(?:\d+(?:\.\d+)*|[ivx]+)[.)]\s*|^\W*tiêu chí\s*(?:số\s*)?\d*\s*:?", "", plain(words)
    )
    said = " ".join(re.findall(r"\w+", said))
    for row in _reference("score_criteria"):
        if row["sheet"] == sheet and said == " ".join(re.findall(r"\w+", plain(row["name_vi"]))):
            return row["criterion"], float(row["maximum"]) if row["maximum"] else None
    return None


@cache
def _reference(name: str) -> tuple[dict[str, str], ...]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def name_in_full(points: str) -> str:
    """The sheet's name in the catalogue of sheets, else of its indicator."""
    for row in _reference("score_sheets"):
        if row["points_indicator"] == points:
            return row["name_vi"]
    return next(row["name_vi"] for row in _reference("indicators") if row["code"] == points)


def names_sheet(known: Mapping[str, Sequence[str]], name: str) -> bool:
    return re.search(any_of(known["words"]), plain(name)) is not None
