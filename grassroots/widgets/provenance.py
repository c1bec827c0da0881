"""From a number to its figures, and from a figure to its place in a report: what the source panel shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from grassroots.masking import mask_names
from grassroots.widgets.data import rows
from grassroots.widgets.view import view

Row = Mapping[str, Any]
Kind = Literal["plain", "mark", "other"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a quoted paragraph: ``mark`` is the number's own words, ``other`` those of another number."""

    text: str
    kind: Kind
    figure_id: str | None = None
    in_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """All that the panel shows of one number, or of one figure when ``indicator`` has no measure row."""

    indicator: str | None
    measure: Row
    figures: Sequence[Row]
    figure: Row | None
    segments: Sequence[Segment]
    history: Sequence[Row]
    whole_place: bool = False  # the number is the place's own, not that of a unit below it
    unit_key: str | None = None  # that unit


def source_of_number(indicator: str, unit_key: str | None, figure_id: str | None = None) -> Source:
    """The figures behind a measure of a place, and one of them in detail: the asked one or the largest."""
    place = unit_key or (at.unit_key if (at := view().place) else None)
    measure = next((row for row in rows("area_measures", place=place) if row["indicator"] == indicator), {})
    figures = ordered(rows("figure_sources", indicator=indicator, place=place))
    known = [row["figure_id"] for row in figures]
    at_hand = figure_id or (known[0] if known else None)
    found = _with_figure(indicator, measure, figures, at_hand)
    return replace(found, whole_place=unit_key is None, unit_key=unit_key)


def source_of_figure(figure_id: str) -> Source:
    """One figure alone."""
    return _with_figure(None, {}, [], figure_id)


def _with_figure(
    indicator: str | None, measure: Row, figures: Sequence[Row], figure_id: str | None
) -> Source:
    detail = next(iter(rows("figure_detail", figure_id=figure_id)), None) if figure_id else None
    if detail is None:
        return Source(indicator, measure, figures, None, (), ())
    others = (
        rows("figures_in_passage", report_id=detail["report_id"], passage=int(detail["passage"]))
        if detail["passage"] is not None
        else []
    )
    return Source(
        indicator,
        measure,
        figures,
        detail,
        segments(detail, others),
        rows("decision_history", figure_id=figure_id),
    )


def ordered(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Figures that count first, the value or numerator before the denominator, the largest first."""
    roles = {"value": 0, "numerator": 0, "part": 1, "denominator": 2}
    return sorted(
        found,
        key=lambda row: (not row["used"], roles.get(row["role"], 3), -(row["value"] or 0), row["figure_id"]),
    )


def segments(detail: Row, others: Sequence[Row]) -> list[Segment]:
    """A figure's paragraph cut where its own words and those of the other figures begin and end.

    People's names are masked. A figure from a form, or whose place is not known, gives its quote alone.
    """
    text, start, end = detail["passage_text"], detail["quote_start"], detail["quote_end"]
    if not text or start is None or end is None:
        return [Segment(mask_names(str(detail["quote"])), "mark", in_sentence=True)]
    start, end = int(start), int(end)
    spans: list[tuple[int, int, Kind, str | None]] = [(start, end, "mark", None)]
    for row in others:
        if row["quote_start"] is None or row["figure_id"] == detail["figure_id"]:
            continue
        begin, stop = int(row["quote_start"]), int(row["quote_end"])
        if all(stop <= taken[0] or begin >= taken[1] for taken in spans):
            spans.append((begin, stop, "other", row["figure_id"]))
    return _cut(text, sorted(spans), _sentence(text, start, end))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = text.rfind(". ", 0, start)
    stop = text.find(". ", end)
    return (0 if begin < 0 else begin + 2), (len(text) if stop < 0 else stop + 1)


def _cut(
    text: str, spans: Sequence[tuple[int, int, Kind, str | None]], sentence: tuple[int, int]
) -> list[Segment]:
    found: list[Segment] = []
    at = 0
    for begin, stop, kind, figure_id in [*spans, (len(text), len(text), "plain", None)]:
        for edge in (*(edge for edge in sentence if at < edge < begin), begin):
            if edge > at:
                found.append(_segment(text, at, edge, "plain", None, sentence))
                at = edge
        if stop > begin:
            found.append(_segment(text, begin, stop, kind, figure_id, sentence))
            at = stop
    return found


def _segment(
    text: str, begin: int, stop: int, kind: Kind, figure_id: str | None, sentence: tuple[int, int]
) -> Segment:
    inside = sentence[0] <= begin and stop <= sentence[1]
    return Segment(mask_names(text[begin:stop]), kind, figure_id, inside)


__all__ = ["Segment", "Source", "ordered", "segments", "source_of_figure", "source_of_number"]
