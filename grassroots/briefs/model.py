"""A table as it is handed out: columns with their formats, rows of plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Format = Literal["text", "count", "decimal", "percent", "date", "yes"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``share`` names the two columns whose quotient it is, so that a rate stays a formula."""

    name: str
    title: str
    format: Format = "text"
    width: int = 12  # characters
    share: tuple[str, str] | None = None
    summed: bool = False  # a count that may be added up over the rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: ``rows`` hold a value for each column without a ``share``; None is missing, never 0."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[dict[str, Any]]
    said: Sequence[str] = ()  # lines beneath the title: a sentence, a comment
