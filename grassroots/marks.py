"""Where a figure's words stand in a text and on the pages it was read from, to be marked there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from grassroots.quoting import token_of

Row = Mapping[str, Any]
Span = tuple[int, int, int]  # passage, start, end
Box = tuple[int, float, float, float, float]  # page; left, top, right, bottom in fractions of the page

_NARROW, _WIDE = frozenset("iljtfrI.,;:'|()[]!/\"-"), frozenset("mwMWĐƠƯÔOQGD%")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a passage. ``numbers``: figures whose number stands in it; ``quotes``: whose words do."""

    text: str
    start: int
    numbers: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()


def quote_span(figure: Row) -> Span | None:
    """Where a figure's words stand; None for one from a form."""
    if figure["passage"] is None or figure["quote_start"] is None or figure["quote_end"] is None:
        return None
    return int(figure["passage"]), int(figure["quote_start"]), int(figure["quote_end"])


def number_spans(figures: Iterable[Row]) -> dict[str, Span]:
    """Where the number of each figure stands within its words: the whole of them where it can't be told.

    "77,5/80,5" holds two: the one that has the figure's value is meant.

    Of figures with the same number in the same words each takes the next place where it is written.
    """
    found: dict[str, Span] = {}
    taken: set[tuple[str, Span]] = set()
    for figure in figures:
        span = quote_span(figure)
        if span is None:
            continue
        passage, start, end = span
        quote = str(figure["quote"])
        written = dict.fromkeys((token_of(quote, float(figure["value"])), str(figure["token"] or quote)))
        places = [
            (passage, start + match.start(), start + match.end())
            for number in written
            for match in re.finditer(_alone(number), quote)
            if number != quote
        ]
        free = [place for place in places if (str(figure["indicator"]), place) not in taken]
        at = (free or places or [(passage, start, end)])[0]
        taken.add((str(figure["indicator"]), at))
        found[str(figure["figure_id"])] = at
    return found


def runs(passage: int, text: str, numbers: Mapping[str, Span], quotes: Mapping[str, Span]) -> list[Run]:
    """A passage cut wherever a figure's number or words begin or end."""
    here = [
        {figure: span for figure, span in spans.items() if span[0] == passage} for spans in (numbers, quotes)
    ]
    edges = {0, len(text)}
    for spans in here:
        edges |= {min(max(edge, 0), len(text)) for _, *span in spans.values() for edge in span}
    cuts = sorted(edges)
    return [
        Run(text[start:end], start, *(_covering(spans, start, end) for spans in here))
        for start, end in pairwise(cuts)
    ]


def boxes(span: Span, lines: Mapping[int, Sequence[Row]], texts: Mapping[int, str]) -> list[Box]:
    """A stretch of a passage on its pages: one box a line, its ends reckoned from the letters' widths.

    ``lines``: rows of the query ``report_lines`` by passage; ``texts``: passages by number.
    """
    passage, start, end = span
    found: list[Box] = []
    for line in lines.get(passage, ()):
        first, last = max(start, int(line["line_start"])), min(end, int(line["line_end"]))
        if first >= last:
            continue
        text = texts.get(passage, "")[int(line["line_start"]) : int(line["line_end"])]
        whole = _width(text) or 1.0
        wide = line["right_edge"] - line["left_edge"]
        edges = [
            line["left_edge"] + wide * _width(text[: at - int(line["line_start"])]) / whole
            for at in (first, last)
        ]
        found.append((int(line["page"]), edges[0], line["top_edge"], edges[1], line["bottom_edge"]))
    return found


def _alone(token: str) -> str:
    """A pattern for a number or word that is no part of a longer one."""
    return rf"(?<![\w]){re.escape(token)}(?![\w])"


def _covering(spans: Mapping[str, Span], start: int, end: int) -> tuple[str, ...]:
    return tuple(figure for figure, (_, first, last) in spans.items() if first <= start and end <= last)


def _width(text: str) -> float:
    """How wide a text is in print, in letters of middling width."""
    return sum(_width_of(character) for character in unicodedata.normalize("NFC", text))


def _width_of(character: str) -> float:
    plain = unicodedata.normalize("NFD", character)[0]
    if unicodedata.combining(character):
        return 0.0
    if plain.isspace():
        return 0.5
    if plain in _NARROW:
        return 0.6
    return 1.5 if plain in _WIDE or character in _WIDE else 1.25 if plain.isupper() else 1.0
