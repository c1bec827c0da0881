"""What a form is filled with: everything an office would type into it, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from grassroots.periods import Regime
from grassroots.reading.model import Scope


@dataclass(frozen=True, slots=True)
class Course:
    """One training course. ``days`` may be a half; ``participants`` are persons."""

    topic: str
    held_on: date | None = None
    days: float | None = None
    participants: int | None = None
    audience: str | None = None


@dataclass(frozen=True, slots=True)
class AwardEntry:
    """A model at one stage, or somebody commended; ``stage`` and ``level`` as in reading.model.Award."""

    kind: Literal["model", "collective", "individual", "locality"]
    name: str
    holder: str | None = None
    stage: str | None = None
    level: str | None = None
    form: str | None = None
    subject_field: str | None = None


@dataclass(frozen=True, slots=True)
class InspectionEntry:
    """One inspection; ``planned`` is ``planned`` or ``unplanned``, None where it isn't said."""

    inspected: str
    held_on: date | None = None
    inspected_by: str | None = None
    topic: str | None = None
    units: int | None = None
    planned: str | None = None
    found: str | None = None


@dataclass(frozen=True, slots=True)
class ConsultationEntry:
    """One draft that opinions were asked on: how many were asked by when, answered, and were taken up."""

    draft: str
    asked_by: str | None = None
    asked_whom: str | None = None
    held_on: date | None = None
    deadline: date | None = None
    asked: int | None = None
    answered: int | None = None
    opinions: int | None = None
    taken_up: int | None = None


@dataclass(frozen=True, slots=True)
class VoteEntry:
    """One matter that households voted on; ``way`` and ``result`` as in reading.model.Vote."""

    matter: str
    held_in: str | None = None
    held_on: date | None = None
    way: str | None = None
    entitled: int | None = None
    voted: int | None = None
    voted_online: int | None = None
    agreed: int | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True)
class DialogueEntry:
    """One dialogue of leaders with the people; ``chaired_by`` is a post."""

    topic: str
    chaired_by: str | None = None
    held_on: date | None = None
    attended: int | None = None
    opinions: int | None = None
    settled: int | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """One criterion. ``maximum`` is what applies to the unit; None means the sheet's own maximum.

    ``points`` are the verified ones; the unit's own, the council's and the evidence stand beside them.
    """

    criterion: str
    points: float | None = None
    maximum: float | None = None
    applicable: bool = True
    self_points: float | None = None
    council_points: float | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class UnitScore:
    """The total score of one unit below the reporting one, points of the applicable maximum."""

    unit_key: str
    points: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class FormContent:
    """What to fill a form with. None and absent leave a cell empty: not reported.

    ``values`` and ``notes`` are keyed by indicator; ``counted_units`` says ``vụ việc`` where an indicator
    that may be counted either way isn't counted in ``đơn``.
    """

    issuer: str | None = None  # None: the unit's People's Committee
    superior: str | None = None
    number: str | None = None
    issued_on: date | None = None
    scope: Scope = "whole_area"
    regime: Regime = "calendar"
    first_day: date | None = None  # None: as the regime says
    last_day: date | None = None
    values: Mapping[str, float | None] = field(default_factory=dict)
    counted_units: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    courses: tuple[Course, ...] = ()
    awards: tuple[AwardEntry, ...] = ()
    scores: tuple[Score, ...] = ()
    unit_scores: tuple[UnitScore, ...] = ()
    inspections: tuple[InspectionEntry, ...] = ()
    consultations: tuple[ConsultationEntry, ...] = ()
    votes: tuple[VoteEntry, ...] = ()
    dialogues: tuple[DialogueEntry, ...] = ()
