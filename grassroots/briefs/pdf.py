"""The consolidated report as PDF: the text, footnotes and annexes of the Word file, and what slides show."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from grassroots.briefs.annexes import Annex, roman, widths, wordy
from grassroots.briefs.asked import Asked
from grassroots.briefs.letterhead import letterhead
from grassroots.briefs.pdf_plates import plate_data
from grassroots.briefs.plates import Lines
from grassroots.briefs.report import report
from grassroots.briefs.story import story
from grassroots.briefs.typesetting import typeset


def pdf(asked: Asked) -> bytes:
    """The bytes of the report: tagged, with bookmarks, its words to be found and copied."""
    made = report(asked)
    return typeset(
        "report",
        {
            **about(asked),
            "head": asdict(letterhead(asked)),
            "paragraphs": [asdict(one) for one in made.paragraphs],
            "with": asked.words("brief.annex.with", place=asked.place_name),
            "annexes": [_table(one) for one in made.annexes],
            "pictures": {
                "number": asked.words("brief.annex.number", number=roman(len(made.annexes) + 1)),
                "title": asked.words("brief.annex.pictures"),
            },
            # what is only words stands in the text
            "plates": [plate_data(one, asked) for one in story(asked) if not isinstance(one.body, Lines)],
        },
    )


def about(asked: Asked) -> dict[str, Any]:
    """What every PDF says of itself: title, language, and the marks of each page."""
    marks = ((asked.mark, "#9A2F12"), (asked.supposed, "#5B2E91"))
    return {
        "title": asked.title,
        "subject": asked.filters,
        "language": asked.language,
        "marks": [{"text": text, "colour": colour} for text, colour in marks if text],
    }


def _table(annex: Annex) -> dict[str, Any]:
    return {
        "number": annex.number,
        "title": annex.title,
        "header": list(annex.header),
        "rows": [list(row) for row in annex.rows],
        "total": annex.total,
        "widths": widths(annex),
        "sentences": wordy(annex),
    }
