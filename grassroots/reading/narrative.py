"""A narrative report: its passages → particulars, figures and lists."""

from __future__ import annotations

from grassroots.reading.figures import figures_of
from grassroots.reading.lists import lists_of
from grassroots.reading.model import Passage, Reading
from grassroots.reading.particulars import particulars_of


def read_passages(passages: tuple[Passage, ...], file_format: str) -> Reading:
    particulars = particulars_of(passages)
    figures = figures_of(passages, particulars)
    lists, figures = lists_of(passages, particulars, figures)
    return Reading(
        source_kind="narrative",
        format=file_format,
        particulars=particulars,
        passages=passages,
        figures=figures,
        training_courses=lists.training_courses,
        awards=lists.awards,
        scores=lists.scores,
        score_totals=lists.score_totals,
        inspections=lists.inspections,
        consultations=lists.consultations,
    )
