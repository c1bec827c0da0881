"""Passages of endless length, as of a text saved without line ends, cut where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from grassroots.reading.documents.draft import Draft
from grassroots.reading.model import UnreadableReport

LONGEST = 5_000  # characters; two dense pages, which hardly a paragraph of a report fills
PIECE = 1_500  # what is longer is cut into pieces of so many: a clause's words are looked up to its ends
ENDLESS = 100_000  # forty pages without a paragraph: not written by people
_ENDS = re.compile(r"[.;!?]\s+|\n")


def in_pieces(draft: Draft) -> Iterator[Draft]:
    """The draft, or its pieces one after the other; nothing of it is lost. Raises UnreadableReport."""
    if len(draft.text) <= LONGEST:
        yield draft
        return
    if len(draft.text) > ENDLESS:
        raise UnreadableReport("too_long")
    start = 0
    while start < len(draft.text):
        end = _cut(draft.text, start)
        yield _piece(draft, start, end)
        start = end


def _cut(text: str, start: int) -> int:
    """Where to cut: behind the last sentence that fits, else between words, else anywhere."""
    if len(text) - start <= PIECE:
        return len(text)
    ends = [match.end() for match in _ENDS.finditer(text, start + PIECE // 3, start + PIECE)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + 1, start + PIECE)
    return space + 1 if space > 0 else start + PIECE


def _piece(draft: Draft, start: int, end: int) -> Draft:
    stretches = tuple(
        replace(one, start=max(one.start, start) - start, end=min(one.end, end) - start)
        for one in draft.stretches
        if one.start < end and one.end > start
    )
    page = stretches[0].line.page if stretches else draft.page
    return replace(draft, text=draft.text[start:end], page=page, stretches=stretches)
