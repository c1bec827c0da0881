"""A document's lists, all kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grassroots.reading.lists.awards import awards_of
from grassroots.reading.lists.clauses import document_of
from grassroots.reading.lists.consultations import consultations_of
from grassroots.reading.lists.courses import courses_of
from grassroots.reading.lists.inspections import inspections_of
from grassroots.reading.lists.scores import (
    score_tables_of,
    totals_in_prose,
    totals_of_figures,
    with_scores,
    without_doubles,
)
from grassroots.reading.model import (
    Award,
    Consultation,
    CriterionScore,
    Figure,
    Inspection,
    Particulars,
    Passage,
    ScoreTotal,
    TrainingCourse,
)


@dataclass(frozen=True, slots=True)
class Lists:
    """What one narrative names one by one, each kind in reading order."""

    training_courses: tuple[TrainingCourse, ...] = ()
    awards: tuple[Award, ...] = ()
    scores: tuple[CriterionScore, ...] = ()
    score_totals: tuple[ScoreTotal, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    consultations: tuple[Consultation, ...] = ()


def lists_of(
    passages: Sequence[Passage], particulars: Particulars, figures: Sequence[Figure]
) -> tuple[Lists, tuple[Figure, ...]]:
    """The lists, and the figures with those that only score tables give."""
    document = document_of(passages, particulars)
    tables, criteria = score_tables_of(document, particulars)
    rows = {total.place.passage for total in tables}
    told = [one for one in totals_of_figures(figures, particulars.last_day) if one.place.passage not in rows]
    covered = {one.place.passage for one in told}
    added = [*totals_in_prose(document, particulars, covered), *tables]
    lists = Lists(
        scores=tuple(criteria),
        score_totals=without_doubles([*told, *added]),
        training_courses=tuple(courses_of(document)),
        awards=tuple(awards_of(document)),
        inspections=tuple(inspections_of(document)),
        consultations=tuple(consultations_of(document, figures)),
    )
    return lists, with_scores(figures, added)
