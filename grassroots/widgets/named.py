"""Lists of what narratives name one by one: inspections, consultations, totals of score sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from grassroots.masking import mask_names
from grassroots.text import day, percent, points
from grassroots.text.numbers import maximum
from grassroots.widgets.blocks import block_head, blocks
from grassroots.widgets.data import rows
from grassroots.widgets.listing import Listing, listing
from grassroots.widgets.view import View, view

Row = Mapping[str, Any]


def inspections_list() -> None:
    """A block of who inspected whom, on what and when; no block where reports name none."""
    current, found = view(), rows("inspections")
    columns = {
        "held_on": [when(row, current) for row in found],
        "inspected_by": _texts(found, "inspected_by"),
        "topic": _texts(found, "topic"),
        "inspected": _texts(found, "inspected"),
        "units": [row["units"] for row in found],
        "inspections": [row["inspections"] for row in found],
        "planned": [_planned(row["planned"], current) for row in found],
        "found": _texts(found, "found"),
    }
    _block("inspections", found, columns, lambda row: str(row["topic"] or row["inspected"] or row["name"]))


def consultations_list() -> None:
    """A block of drafts on which opinions were asked, with who answered and was in favour."""
    current, found = view(), rows("consultations")
    columns = {
        "held_on": [when(row, current) for row in found],
        "draft": _texts(found, "draft"),
        "asked_by": _texts(found, "asked_by"),
        "asked_whom": _texts(found, "asked_whom"),
        "deadline": _days(found, "deadline", current),
        **{name: [row[name] for row in found] for name in _NUMBERS},
    }
    _block("consultations", found, columns, lambda row: str(row["draft"]))


_NUMBERS = ("asked", "answered", "in_favour", "opposed", "opinions", "taken_up")


def votes_list() -> None:
    """A block of matters that households voted on: entitled, voted, online, agreed."""
    current, found = view(), rows("votes")
    columns = {
        "held_on": _days(found, "held_on", current),
        "matter": _texts(found, "matter"),
        "held_in": _texts(found, "held_in"),
        "way": [current.words(f"named.way.{row['way']}") if row["way"] else "" for row in found],
        **{name: [row[name] for row in found] for name in ("entitled", "voted", "voted_online", "agreed")},
        "agreed_percent": [_share(row["agreed_percent"], current) for row in found],
        "result": [current.words(f"named.result.{row['result']}") if row["result"] else "" for row in found],
    }
    _block("votes", found, columns, lambda row: str(row["matter"]))


def dialogues_list() -> None:
    """A block of dialogues: on what, who chaired, how many came, opinions and those settled."""
    current, found = view(), rows("dialogues")
    columns = {
        "held_on": _days(found, "held_on", current),
        "topic": _texts(found, "topic"),
        "chaired_by": _texts(found, "chaired_by"),
        **{name: [row[name] for row in found] for name in ("attended", "opinions", "settled")},
    }
    _block("dialogues", found, columns, lambda row: str(row["topic"]))


def _days(found: Sequence[Row], name: str, current: View) -> list[str]:
    return ["" if row[name] is None else day(row[name], current.language) for row in found]


def _share(share: float | None, current: View) -> str:
    return "" if share is None else percent(share, current.language)


def score_totals_list() -> None:
    """A block of totals as reports name them, of sheets outside the catalogue too."""
    current, found = view(), rows("score_totals")
    days = (row["scored_on"] for row in found)
    columns = {
        "sheet_name": _texts(found, "sheet_name"),
        "scored": _texts(found, "scored"),
        "points": [_points(row["points"], row["maximum"], current) for row in found],
        "self_points": [_points(row["self_points"], None, current) for row in found],
        "mark": _texts(found, "mark"),
        "held_on": ["" if one is None else day(one, current.language) for one in days],
    }
    _block(
        "score_totals",
        found,
        columns,
        lambda row: f"{row['sheet_name']}: {row['scored'] or row['name']}",
    )


def _block(
    name: str, found: Sequence[Row], columns: Mapping[str, Sequence[Any]], heading: Callable[[Row], str]
) -> None:
    """A block with a listing, without the columns that are empty all the way down."""
    if not found:
        return
    current = view()
    filled = {
        current.words(f"named.column.{column}"): values
        for column, values in columns.items()
        if any(value not in (None, "") for value in values)
    }
    (place,) = blocks(1, name=name)
    with place:
        block_head(current.words(f"named.{name}"), current.words(f"named.caption.{name}"))
        listing(Listing(name=name, rows=found, columns=filled, heading=heading))


def when(row: Row, current: View) -> str:
    """The day, else the month, else nothing: what the words say."""
    if row["held_on"] is not None:
        return day(row["held_on"], current.language)
    month: date | None = row["held_month"]
    return "" if month is None else current.words("named.month", month=month.month, year=month.year)


def _texts(found: Sequence[Row], name: str) -> list[str]:
    return [mask_names(row[name] or "") for row in found]


def _planned(planned: bool | None, current: View) -> str:
    return "" if planned is None else current.words(f"named.{'planned' if planned else 'unplanned'}")


def _points(number: float | None, most: float | None, current: View) -> str:
    if number is None:
        return ""
    written = points(number, current.language)
    return written if most is None else f"{written}/{maximum(most, current.language)}"
