"""A narrative report: its passages → particulars and figures."""

from __future__ import annotations

from grassroots.reading.figures import figures_of
from grassroots.reading.model import Passage, Reading
from grassroots.reading.particulars import particulars_of


def read_passages(passages: tuple[Passage, ...], file_format: str) -> Reading:
    particulars = particulars_of(passages)
    return Reading(
        source_kind="narrative",
        format=file_format,
        particulars=particulars,
        passages=passages,
        figures=figures_of(passages, particulars),
    )
