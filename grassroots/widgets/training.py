"""Training and communication: who held courses and who none, topics, months, and the courses themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.text import count, decimal
from grassroots.text.numbers import MINUS
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, rows
from grassroots.widgets.facts import Facts, coverage_facts
from grassroots.widgets.headline import Number
from grassroots.widgets.listing import Listing, listing
from grassroots.widgets.named import when
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.render import render
from grassroots.widgets.table import download
from grassroots.widgets.view import View, view

CODES = ("tap_huan_lop", "tap_huan_nguoi", "tuyen_truyen_cuoc", "tuyen_truyen_luot_nguoi")
SHOWN_TOPICS = 10
_DOWNLOADED = ("name", "kind", "courses", "participants", "days", "sessions", "people_reached", "population",
               "per_thousand")  # fmt: skip

Row = dict[str, Any]


def training_facts(found: Mapping[str, Mapping[str, Any]]) -> Facts:
    """What the title of the training page may say."""
    current = view()
    facts = coverage_facts(page_foundation(), current)
    for field, code in (("courses", CODES[0]), ("participants", CODES[1])):
        value = found.get(code, {}).get("value")
        if value is not None:
            facts[field] = count(value, current.language)
    if facts.get("courses") == "0":
        return {**facts, "courses": None, "no_course": ""}
    _, without, _ = by_standing(rows("training_by_unit"))
    difference = found.get(CODES[0], {}).get("difference")
    if difference:
        sign = "+" if difference > 0 else MINUS
        facts["change"] = f"{sign}{count(abs(difference), current.language)}"
    if without and _many(current):
        facts["without"] = count(len(without), current.language)
    return facts


def units_without_training() -> tuple[Number, ...]:
    """How many communes reported that they held no course; none of it for a single commune."""
    current = view()
    held, without, silent = by_standing(rows("training_by_unit"))
    if not _many(current) or not (held or without):
        return ()
    known = [*held, *without]
    fields = {
        "reported": count(len(known), current.language),
        "silent": count(len(silent), current.language),
    }
    return (
        Number(
            name=current.words("training.without.name"),
            value=count(len(without), current.language),
            counts=current.words("training.without.counts", **fields),
            moved=None,
            tone="neutral",
            against=None,
            coverage=current.words("training.without.silent", **fields) if silent else None,
            source="source:tap_huan_lop",
            illustrative=any(row["illustrative"] for row in known),
            confirmed=all(row["confirmed"] for row in known),
        ),
    )


def among(current: View) -> dict[str, str]:
    """For a commune the unit above it, as a query's place: it is shown among the others; else nothing."""
    if current.place is None or current.place.level != "commune" or current.place.parent_key is None:
        return {}
    return {"place": current.place.parent_key}


def by_standing(communes: Sequence[Row]) -> tuple[list[Row], list[Row], list[Row]]:
    """Communes that held courses, the most first; those that report none; those that say nothing of it."""
    held = [row for row in communes if row["courses"]]
    without = [row for row in communes if row["courses"] == 0]
    silent = [row for row in communes if row["courses"] is None]
    return sorted(held, key=lambda row: (-row["courses"], row["name"])), without, silent


def training_by_unit() -> None:
    """Courses, participants, sessions and people reached by commune; none told apart from not reported."""
    current = view()
    wider = among(current)
    found = frame("training_by_unit", **wider)
    held, without, silent = by_standing(rows("training_by_unit", **wider))
    if not held and not without and not any(row["reported"] for row in silent):
        block_head(current.words("training.by_unit"))
        nothing("training")
        return
    shown = [*held, *without, *silent]
    body = render(
        "training_units",
        current.language,
        bands=(("held", held), ("none", without), ("silent", silent)),
        longest=max((row["courses"] or 0 for row in shown), default=0) or 1,
        population=any(row["per_thousand"] is not None for row in shown),
        own=current.place.unit_key if wider and current.place else None,
        mixed=len({bool(row["illustrative"]) for row in [*held, *without]}) > 1,
    )
    clickable(body, key="training_units")
    titles = {name: current.words(f"training.csv.{name}") for name in _DOWNLOADED}
    download(found, titles, "tap_huan")


def training_by_topic() -> None:
    """Courses by topic, the most first."""
    current = view()
    found = sorted(rows("training_by_topic"), key=lambda row: (-row["courses"], row["topic"]))
    body = render(
        "training_topics",
        current.language,
        topics=found[:SHOWN_TOPICS],
        more=len(found) - SHOWN_TOPICS,
        longest=max((row["courses"] for row in found), default=1),
    )
    clickable(body, key="training_topics")


def training_by_month() -> None:
    """Courses by month, as columns from zero; undated ones are said."""
    current = view()
    found = rows("training_by_month")
    dated = {(row["month"].year, row["month"].month): row for row in found if row["month"] is not None}
    undated = sum(row["courses"] for row in found if row["month"] is None)
    last = max(dated, default=None)
    months = [
        (month, dated.get((year, month)), last is not None and (year, month) <= last)
        for year in sorted({year for year, _ in dated})
        for month in range(1, 13)
    ]
    body = render(
        "training_months",
        current.language,
        months=months,
        undated=undated,
        longest=max((row["courses"] for row in dated.values()), default=1),
    )
    clickable(body, key="training_months")


def training_list() -> None:
    """Every course that reports name; a chosen one opens the words it was read from."""
    current = view()
    found = rows("training_courses")
    block_head(current.words("training.list"), current.words("training.list_caption"))
    if not found:
        nothing("courses")
        return
    found.sort(key=lambda row: (_held(row) is None, _held(row), row["name"]))
    several = any(row["courses"] > 1 for row in found)
    how_many = {current.words("training.column.courses"): [row["courses"] for row in found]}
    listing(
        Listing(
            name="courses",
            rows=found,
            columns={
                current.words("training.column.held_on"): [when(row, current) for row in found],
                current.words("training.column.topic"): [row["topic"] for row in found],
                **(how_many if several else {}),
                current.words("training.column.participants"): [row["participants"] for row in found],
                current.words("training.column.days"): [_days(row["days"], current) for row in found],
                current.words("training.column.audience"): [row["audience"] or "" for row in found],
            },
            heading=lambda row: str(row["topic"]),
        )
    )


def _held(row: Row) -> Any:
    return row["held_on"] or row["held_month"]


def _days(days: float | None, current: View) -> str:
    if days is None:
        return ""
    return count(days, current.language) if days == round(days) else decimal(days, current.language)


def _many(current: View) -> bool:
    return current.place is not None and current.place.level != "commune"
