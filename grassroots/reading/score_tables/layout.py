"""What a table of scores has: its groups with the most points of each, and the words of its headings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from grassroots import settings


@dataclass(frozen=True, slots=True)
class Group:
    """One column of the table: the criterion it counts for and the most points it can hold."""

    criterion: str
    maximum: float
    words: tuple[str, ...]  # without diacritics
    heading: str
    part: bool  # only a part of its criterion, which has another column


@cache
def layout() -> dict[str, Any]:
    """The file as it stands."""
    file = settings.REFERENCE / "score_tables" / "qd766.yml"
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


@cache
def groups() -> tuple[Group, ...]:
    """In the order in which headings are tried."""
    return tuple(
        Group(one["criterion"], one["maximum"], tuple(one["words"]), one["heading"], one.get("part", False))
        for one in layout()["columns"]
    )


def whole_maximum(criterion: str) -> float:
    """The most points of a criterion, of all its columns."""
    return sum(one.maximum for one in groups() if one.criterion == criterion)
