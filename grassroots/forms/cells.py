"""What stands in a cell: numbers and dates as people type them, and what is wrong with a cell.

Nothing here raises for a bad cell: every problem is collected, so that somebody mending a form sees them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from grassroots.reading.model import Place, UnreadableReport
from grassroots.text import Language, t
from grassroots.text import day as written_day

SHOWN = 10  # problems of one workbook that a message lists
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))
_NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?P<part>\d+))?")
_POINT = re.compile(r"[+-]?\d+\.\d+")  # 77.5: a decimal point, since not three digits follow
_DAY = re.compile(r"(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00:00)?")
_YEARS = range(2000, 2101)


class CellProblems(tuple[UnreadableReport, ...]):
    """Problems that print themselves as a list in the language a template names: ``{problems:vi}``."""

    def __format__(self, language: str) -> str:
        chosen: Language = "en" if language == "en" else "vi"
        lines = [f"{each.place}: {t(each.code, chosen, **each.details)}" for each in self[:SHOWN]]
        if len(self) > SHOWN:
            lines.append(t("form_problem.more", chosen, count=len(self) - SHOWN))
        return "\n".join(f"- {line}" for line in lines)


@dataclass(slots=True)
class Problems:
    """The problems of one workbook as they are found."""

    found: list[UnreadableReport] = field(default_factory=list)

    def add(self, code: str, place: Place, **details: object) -> None:
        """``code`` is a key below ``form_problem.``; ``details`` fill it."""
        self.found.append(UnreadableReport(f"form_problem.{code}", at(place), **details))

    def raise_if_any_of(self, *codes: str) -> None:
        """Raise the first problem of these kinds: without a unit or a period nothing else can be judged."""
        for problem in self.found:
            if problem.code.removeprefix("form_problem.") in codes:
                raise problem

    def raise_if_any(self) -> None:
        if len(self.found) == 1:
            raise self.found[0]
        if self.found:
            problems = CellProblems(self.found)
            raise UnreadableReport("form_problem.cells", None, count=len(problems), problems=problems)


def at(place: Place) -> str:
    """``Số liệu!E12``, or the sheet alone."""
    return f"{place.sheet}!{place.cell}" if place.cell else str(place.sheet)


def is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def words(value: Any) -> str | None:
    """The words in a cell; a number as it would be typed. None for an empty cell."""
    return None if is_empty(value) else written(value)


def written(value: Any) -> str:
    """A cell as its reader sees it: 7156.0 → ``7156``, 77.5 → ``77,5``, a date → ``15/11/2024``."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return number_words(value)
    if isinstance(value, date):
        return written_day(value)
    return str(value).strip()


def number_words(value: float) -> str:
    """The shortest decimal that is the number, with a comma: sums don't show 80.50000000000001."""
    return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")


def number(
    value: Any, place: Place, problems: Problems, *, whole: bool, percent: bool = False
) -> float | None:
    """The number in a cell; None when the cell is empty or wrong, in which case a problem is added."""
    if is_empty(value):
        return None
    found = counted(_number(value, percent), value, place, problems, whole=whole)
    if percent and found is not None and found > 100:
        problems.add("above_hundred", place, found=written(value))
        return None
    return found


def counted(
    found: float | None,
    value: Any,
    place: Place,
    problems: Problems,
    *,
    whole: bool,
    nearly: float = 1e-9,
) -> float | None:
    """What was found in a cell, where it is a number that can be counted: none below nothing, and whole where
    it must be, up to ``nearly``. Else None, and the problem is added."""
    if found is None:
        problems.add("not_a_number", place, found=written(value))
    elif found < 0:
        problems.add("negative", place, found=written(value))
    elif whole and abs(found - round(found)) > nearly:
        problems.add("not_whole", place, found=written(value))
    else:
        return float(round(found)) if whole else found
    return None


def _number(value: Any, percent: bool) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    if not isinstance(value, str):
        return float(value)
    text = _plain(value).replace("−", "-")
    if percent:
        text = text.removesuffix("%").rstrip()
    if match := _NUMBER.fullmatch(text):
        digits = re.sub(r"[. ]", "", match["whole"])
        return float(f"{match['sign']}{digits}.{match['part'] or 0}")
    return float(text) if _POINT.fullmatch(text) else None


def day(value: Any, place: Place, problems: Problems) -> date | None:
    """The date in a cell; None when the cell is empty or wrong, in which case a problem is added."""
    if is_empty(value):
        return None
    found = _day(value)
    if found is None or found.year not in _YEARS:
        problems.add("not_a_date", place, found=written(value))
        return None
    return found


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _plain(str(value)).lower()
    if match := _DAY.fullmatch(text):
        numbers = [int(each) for each in reversed(match.groups())]
    elif match := _ISO_DAY.fullmatch(text):
        numbers = [int(each) for each in match.groups()]
    else:
        return None
    try:
        return date(*numbers)
    except ValueError:  # 31/2/2024
        return None


def _plain(text: str) -> str:
    return text.translate(_SPACES).strip()
