"""What loading says of each file, and of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from grassroots.text import Language, t

Outcome = Literal["new", "revision", "copy", "same", "failed"]
OUTCOMES: tuple[Outcome, ...] = ("new", "revision", "copy", "same", "failed")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file was not taken in. ``code`` is a key, or one below ``problem.`` or ``load.problem.``."""

    code: str
    place: str | None = None  # sheet and cell, page or paragraph
    details: Mapping[str, Any] = field(default_factory=dict)

    def sentence(self, file_name: str, language: Language = "vi") -> str:
        """One sentence: file, place, what is wrong, what to do."""
        where = f"{file_name} ({self.place})" if self.place else file_name
        return t("load.failed", language, where=where, problem=_words(self.code, language, self.details))


def _words(code: str, language: Language, details: Mapping[str, Any]) -> str:
    for key in (f"load.problem.{code}", f"problem.{code}", code):
        try:
            return t(key, language, **details)
        except KeyError:
            continue
    return t("load.problem.unreadable", language, code=code)


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure that a revision gives otherwise; ``before`` or ``now`` is None where only one has it."""

    indicator: str
    part: str | None
    before: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file."""

    file_name: str
    outcome: Outcome
    report_id: str | None = None
    unit_key: str | None = None
    period: str | None = None
    figures: int = 0
    issues: int = 0
    replaces: str | None = None  # revision: the report it supersedes
    changed: tuple[ChangedFigure, ...] = ()
    problem: Problem | None = None
    notes: tuple[str, ...] = ()  # keys below ``note.``: what whoever loads should know of the file

    def note_sentences(self, language: Language = "vi") -> list[str]:
        return [t(f"note.{code}", language) for code in self.notes]


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What became of all files, in their order."""

    results: tuple[FileResult, ...]
    version: int  # the published copy that holds them

    @property
    def failed(self) -> tuple[FileResult, ...]:
        return tuple(one for one in self.results if one.outcome == "failed")

    def count(self, outcome: Outcome) -> int:
        return sum(one.outcome == outcome for one in self.results)
