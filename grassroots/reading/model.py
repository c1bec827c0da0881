"""What reading gives: a document, the report's particulars, its figures and lists.

Everything here is immutable and knows nothing of the store. A value always travels with the words it was
read from and the place where they stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Literal

from grassroots.periods import Period

Approximation = Literal["about", "over", "under"]  # khoảng · trên, hơn · gần
PartKind = Literal["place", "body", "post", "level", "field", "kind", "period", "other"]
Scope = Literal["whole_area", "own_agency"]
SourceKind = Literal["form", "narrative"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, list item or table row of a document, as it stands in the original."""

    number: int  # 1, 2, 3 … in reading order
    text: str  # verbatim: neither normalised nor shortened
    page: int | None = None  # from 1, where the format has pages
    section: str | None = None  # "II.3": the nearest numbered heading above
    kind: Literal["heading", "paragraph", "item", "row", "header", "footer"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands: in a passage of a text, or in a cell of a workbook."""

    passage: int | None = None  # Passage.number
    start: int | None = None  # character offsets of the quote within Passage.text
    end: int | None = None
    sheet: str | None = None
    cell: str | None = None  # "C12"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words one particular rests on. ``sure`` is a likelihood from 0 to 1."""

    quote: str
    place: Place
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another possible reading of the same token, with its likelihood (0 to 1)."""

    indicator: str
    part: str | None
    likelihood: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One number in one report."""

    indicator: str  # a code of data/reference/indicators.csv
    value: float
    quote: str  # verbatim stretch of the original: the number and the words that give it its meaning
    place: Place
    token: str  # the number as written: "132/142", "06", "hai", "không phát hiện"
    counted_unit: str | None = None  # what is counted, as written: "đơn", "vụ việc", "lượt người"
    approximate: Approximation | None = None
    part: str | None = None  # what the figure is limited to, as written; None = the report's own total
    part_kind: PartKind | None = None
    confidence: float = 1.0  # likelihood that value, indicator and part are all right
    read_by: str = "form"  # the rule or pattern that read it, for the accuracy report
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingCourse:
    topic: str
    held_on: date | None
    days: float | None
    participants: int | None
    audience: str | None
    quote: str
    place: Place
    courses: int | None = None  # how many of the kind the words name; None: one
    held_month: date | None = None  # its first day, where only the month is said


@dataclass(frozen=True, slots=True)
class Award:
    """A model (kind ``model``) at one stage, or a commendation of somebody or of a locality."""

    kind: Literal["model", "collective", "individual", "locality"]
    name: str  # the model's or the holder's name
    holder: str | None  # who runs the model, where a model
    stage: str | None  # models: registered, recognised, effective, replicated, proposed, commended
    level: str | None  # who recognised or commended: commune, district, province, central
    form: str | None  # certificate of merit, letter of praise …
    subject_field: str | None
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """One criterion of one score sheet of one unit. Points; ``maximum`` is what applies to the unit.

    ``points`` are verified ones and count; what the unit and the appraisal council gave stands beside them.
    """

    sheet: str  # a code of data/reference/score_sheets.csv
    criterion: str  # a code of data/reference/score_criteria.csv
    unit: str | None  # the unit's name as written where it isn't the report's own
    points: float | None  # None: not scored
    maximum: float | None  # None or 0: not applicable
    quote: str
    place: Place
    self_points: float | None = None  # as the unit marked itself
    council_points: float | None = None  # as the appraisal council gave
    evidence: str | None = None  # documents that show it, as written


@dataclass(frozen=True, slots=True)
class ScoreTotal:
    """One unit's total on one score sheet, as a narrative names it. Points."""

    sheet: str | None  # a code of data/reference/score_sheets.csv; None: none of these
    sheet_name: str  # as written
    unit: str | None  # as written; None: the report's own
    points: float | None  # as verified; None: only marked by the unit itself
    maximum: float | None
    self_points: float | None
    mark: str | None  # rank or standing as written
    scored_on: date | None
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Inspection:
    """One inspection, or several told together. ``planned`` False: unscheduled; None: not said."""

    inspected_by: str | None
    inspected: str | None  # whom, as written
    units: int | None  # how many of them
    inspections: int | None  # how many inspections the words name; None: one
    topic: str | None
    held_on: date | None
    held_month: date | None  # its first day, where only the month is said
    planned: bool | None
    found: str | None  # as written
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Consultation:
    """Opinions asked on one draft: how many were asked, answered, were in favour."""

    draft: str
    asked_by: str | None
    asked_whom: str | None  # the unit or people asked, as written
    held_on: date | None
    held_month: date | None
    counted: str | None  # as written: phiếu, cử tri, hộ, văn bản
    asked: int | None
    answered: int | None
    in_favour: int | None
    opposed: int | None
    opinions: int | None  # opinions given, where they aren't answers one by one
    quote: str
    place: Place
    deadline: date | None = None  # until when opinions were asked
    taken_up: int | None = None  # opinions taken up


@dataclass(frozen=True, slots=True)
class Vote:
    """One matter put to a vote of households, counted in households."""

    matter: str
    held_in: str | None  # the village, as written
    held_on: date | None
    way: str | None  # meeting, slips, online, mixed
    entitled: int | None
    voted: int | None
    voted_online: int | None
    agreed: int | None
    result: str | None  # passed, failed
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One dialogue of leaders with the people."""

    topic: str
    chaired_by: str | None  # the post, as written
    held_on: date | None
    attended: int | None  # people
    opinions: int | None
    settled: int | None  # opinions settled or answered
    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page as seen, and the stretch of ``Passage.text`` that it holds.

    The box is in fractions of the page's width and height, 0 to 1, origin top left, the page turned and
    cropped as it is shown.
    """

    page: int  # from 1
    left: float
    top: float
    right: float
    bottom: float
    passage: int  # Passage.number
    start: int  # character offsets within Passage.text
    end: int


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """One official statistical form that a report holds."""

    form: str  # "01/TCD"
    circular: str  # "01/2024/TT-TTCP"
    title: str  # as the circular has it
    sheet: str


@dataclass(frozen=True, slots=True)
class FormCell:
    """One value of an official form that no indicator stands for. Units are the column's."""

    form: str
    circular: str
    column: int | None  # its number in the form; None for a column that the form doesn't have
    heading: str  # "Tiếp thường xuyên > Số vụ việc > Tiếp lần đầu"
    row: str  # the unit, body or total the row is of, as written; "" where a table has one row without a name
    row_kind: Literal["total", "group", "place", "body"]
    value: float
    token: str  # as written
    place: Place


@dataclass(frozen=True, slots=True)
class FormIssue:
    """What an official form says against itself, or what of it was not read.

    ``rule`` is a row of data/reference/checks.csv, ``details`` fill its sentence, ``places`` are the cells
    concerned, the whole before its parts.
    """

    rule: str
    details: dict[str, str]
    places: tuple[Place, ...] = ()
    expected: float | None = None
    found: float | None = None


@dataclass(frozen=True, slots=True)
class ParticularCandidate:
    """One of several values that an uncertain particular may have, with the words it rests on."""

    field: str  # period, issuer
    value: str  # a period's code; the issuer as written
    likelihood: float  # 0 to 1
    quote: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the report says of itself. ``evidence`` is keyed by the name of the field it supports."""

    issuer: str | None = None  # "UBND huyện Đồng Phú" as written
    superior: str | None = None
    unit_key: str | None = None  # where the file names the unit by key (the form does)
    number: str | None = None  # "213/BC-UBND"; None when blank
    issued_on: date | None = None
    period: Period | None = None
    first_day: date | None = None
    last_day: date | None = None
    scope: Scope | None = None
    illustrative: bool = False
    evidence: dict[str, Evidence] = field(default_factory=dict)
    candidates: tuple[ParticularCandidate, ...] = ()  # of what is uncertain, the value taken first


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole report as read."""

    source_kind: SourceKind
    format: str  # docx, pdf, txt, xlsx …
    particulars: Particulars
    passages: tuple[Passage, ...] = ()
    lines: tuple[PageLine, ...] = ()  # of text PDF, scans and pictures: where each passage is seen
    notes: tuple[str, ...] = ()  # keys below ``note.``: what whoever loads should know of the file
    figures: tuple[Figure, ...] = ()
    training_courses: tuple[TrainingCourse, ...] = ()
    awards: tuple[Award, ...] = ()
    scores: tuple[CriterionScore, ...] = ()
    score_totals: tuple[ScoreTotal, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    votes: tuple[Vote, ...] = ()
    dialogues: tuple[Dialogue, ...] = ()
    forms: tuple[OfficialForm, ...] = ()
    cells: tuple[FormCell, ...] = ()  # what official forms hold beside the figures
    computed: tuple[
        Figure, ...
    ] = ()  # totals that an official form gives in parts only: its columns added up
    form_issues: tuple[FormIssue, ...] = ()


class UnreadableReport(Exception):
    """A report that can't be read. ``code`` is a key below ``problem.`` in text/*.yml, or with a
    dot a whole key; ``details`` fill it.

    The place is the sheet and cell, page or paragraph; the file's name is added by whoever knows it.
    """

    def __init__(self, code: str, place: str | None = None, **details: object) -> None:
        super().__init__(code, place, details)
        self.code, self.place, self.details = code, place, details

    def __reduce__(self) -> tuple[partial[UnreadableReport], tuple[()]]:
        """Files are read in other processes, and an exception's keywords don't travel by themselves."""
        return partial(type(self), self.code, self.place, **self.details), ()
