"""What a resolution file says, checked: nothing here is read from anywhere but the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from grassroots.text import Language, t

Kind = Literal["resolution", "plan", "draft"]
Due = Literal["period", "year"]
KINDS: tuple[Kind, ...] = ("resolution", "plan", "draft")
STEPS = ("article", "clause", "point", "group", "paragraph", "part", "section", "dash")
LISTS = ("consultations", "inspections", "votes", "dialogues")
REPORTING = "@reporting"  # stands for the unit's own report of the period, where a clause asks for reporting


@dataclass(frozen=True, slots=True)
class Words:
    """The same said in both languages."""

    vi: str
    en: str

    def of(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Cite:
    """Where something stands: ``(("article", "1"), ("clause", "3"), ("point", "a"))``, outermost first."""

    steps: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        """``1.3.a``: the numbers alone, as a key within the resolution."""
        return ".".join(number for _, number in self.steps)

    def said(self, language: Language) -> str:
        """``điểm a khoản 3 Điều 1``; ``Article 1, clause 3, point a``."""
        named = [t(f"resolution.cite.{step}", language, number=number) for step, number in self.steps]
        return " ".join(reversed(named)) if language == "vi" else ", ".join(named)


@dataclass(frozen=True, slots=True)
class Aim:
    """One indicator that shows a clause, and what the clause asks of it.

    ``at_least`` is in the indicator's unit, None where no number is asked; with ``due`` ``year`` it need not
    be reached before the year is over. ``because`` says how the number follows from the clause.
    """

    indicator: str
    at_least: float | None = None
    due: Due = "period"
    because: Words | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. Without ``aims`` no report can show it, and ``not_shown`` says why; with them it says
    what of the clause they leave out."""

    cite: Cite
    says: Words
    responsible: Words
    aims: tuple[Aim, ...]
    lists: tuple[str, ...]  # of LISTS: what reports name one by one that shows it too
    not_shown: Words | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the groups that a resolution calls measures (biện pháp)."""

    cite: Cite
    title: Words
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution, a plan that carries one out, or a draft.

    ``places`` are unit keys of the time it was made.
    """

    code: str
    kind: Kind
    number: str | None
    title: Words
    issuer: Words
    issued_on: date
    valid_from: date | None  # None: not in force, a draft
    valid_to: date | None
    carries_out: str | None  # the code of the resolution that a plan carries out
    places: tuple[str, ...]
    read_in: Words  # what the summary was made from
    measures: tuple[Measure, ...]
