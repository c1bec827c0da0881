"""What a cell of the matrix rests on: each clause, its figures, what is missing, how it moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from grassroots.indicators import indicator
from grassroots.names import counted
from grassroots.resolutions import REPORTING
from grassroots.text import count, decimal, percent, points
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.headline import movement, written
from grassroots.widgets.measures_choice import Opened, measures_of, named_as, opened, resolution
from grassroots.widgets.picking import known_unit
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

Row = dict[str, Any]


def measure_evidence() -> None:
    """The block beside the matrix: of the unit whose cell was opened, else of all units."""
    current, one = view(), resolution()
    if one is None:
        return
    open_ = opened(one)
    measure = next(row for row in measures_of(one) if row["measure"] == open_.measure)
    place = _unit_of(open_, current)
    found = _rows(one, place)
    clauses = [_clause(list(own), place, current) for _, own in groupby(found, key=lambda row: row["clause"])]
    body = render(
        "measures_evidence",
        current.language,
        unit=known_unit(place) if place else None,
        measure={**measure, "title": measure[f"title_{current.language}"]},
        cite=measure[f"cite_{current.language}"],
        named=named_as(one, current),
        clauses=[clause for clause in clauses if clause["measure"] == open_.measure],
        topics=_TOPIC_OF_LIST,
        closable=place is not None and len(_units(one)) > 1,
        illustrative=any(row["illustrative"] for row in found if row["measure"] == open_.measure),
    )
    clickable(body, key="measures_evidence")


_TOPIC_OF_LIST = {  # of the page of participation
    "inspections": "inspection",
    "consultations": "consultations",
    "votes": "votes",
    "dialogues": "dialogues",
}


def _rows(one: Row, place: str | None) -> list[Row]:
    if place is None:
        return rows("clause_coverage", resolution=one["resolution"])
    return rows("clause_evidence", place=place, resolution=one["resolution"])


def _unit_of(open_: Opened, current: View) -> str | None:
    """The unit whose cell is open; of a commune its own."""
    if current.place is not None and current.place.level == "commune":
        return current.place.unit_key
    return open_.unit_key if open_.unit_key and known_unit(open_.unit_key) else None


def _units(one: Row) -> set[str]:
    return {cell["unit_key"] for cell in rows("measure_status", resolution=one["resolution"])}


def _clause(found: Sequence[Row], place: str | None, current: View) -> dict[str, Any]:
    first, language = found[0], current.language
    return {
        **{name: first[f"{name}_{language}"] for name in ("cite", "says", "responsible", "not_shown")},
        "measure": first["measure"],
        "valid_from": first["valid_from"],
        "valid_to": first["valid_to"],
        "lists": first["lists"],
        "shown": first["indicator"] is not None,
        "aims": [_aim(row, place, current) for row in found if row["indicator"] is not None],
    }


def _aim(row: Row, place: str | None, current: View) -> dict[str, Any]:
    """One indicator: its value with what is asked and how it moved, or how many units show it."""
    aim = {
        "indicator": row["indicator"],
        "reporting": row["indicator"] == REPORTING,
        "asked": asked(row, current),
        "because": row[f"because_{current.language}"],
        "due": row["due"],
        "source": None if row["indicator"] == REPORTING else _source(row, place),
    }
    if place is None:
        counts = {name: row[name] for name in ("units", "known", "reached", "short", "in_time")}
        return {**aim, **counts, "status": _status_of_all(row)}
    moved, tone = _movement(row, current)
    return {
        **aim,
        "status": row["status"],
        "value": _value(row, current),
        "counts": _counts(row, current),
        "moved": moved,
        "tone": tone,
        "confirmed": row["confirmed"],
    }


def _movement(row: Row, current: View) -> tuple[str | None, str]:
    """``▲ 3 cuộc so với cùng kỳ`` and whether that is good; None where it isn't compared."""
    if row["indicator"] == REPORTING or row["value"] is None:
        return None, "neutral"
    moved, tone = movement(row, current)
    if moved is None or moved == current.words("measure.number.same_as_base"):
        return moved, tone
    return current.words("measures.against", moved=moved), tone


def _source(row: Row, place: str | None) -> str:
    return f"source:{row['indicator']}" + (f"@{place}" if place else "")


def _status_of_all(row: Row) -> str:
    if row["known"] == 0:
        return "missing"
    if row["at_least"] is None:
        return "reported"
    return "partly" if row["short"] else "in_time" if row["in_time"] else "met"


def asked(row: Row, current: View) -> str | None:
    """What the clause asks, in the indicator's unit; None where it asks no number."""
    if row["at_least"] is None or row["indicator"] == REPORTING:
        return None
    known = indicator(row["indicator"])
    if known.kind == "ratio":
        return percent(row["at_least"], current.language, 0)
    return f"{count(row['at_least'], current.language)} {counted(known.unit_vi, current.language)}"


def _value(row: Row, current: View) -> str | None:
    if row["value"] is None or row["indicator"] == REPORTING:
        return None
    return written(row["indicator"], row, current)


def _counts(row: Row, current: View) -> str | None:
    """The two counts of a rate, points of the maximum, or the unit counted."""
    if row["value"] is None or row["indicator"] == REPORTING:
        return None
    known, language = indicator(row["indicator"]), current.language
    if known.kind == "score":
        most = row["denominator"]
        return f"/ {points(most, language)}" if most is not None else None
    if known.kind == "ratio":
        if row["denominator"] is None:
            return None
        return "/".join(_number(row[part], current) for part in ("numerator", "denominator"))
    return counted(row["counted_unit"] or known.unit_vi, language)


def _number(value: float, current: View) -> str:
    return count(value, current.language) if value == round(value) else decimal(value, current.language)
