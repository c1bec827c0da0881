"""A map of communes with its legend: settled petitions, or any share of one hundred."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from grassroots.classes import Class, by_bounds, class_of, quartiles
from grassroots.maps import Spot, deck, outlines_of, radius_of, settled
from grassroots.names import unit_heading
from grassroots.text import count, decimal, percent
from grassroots.widgets.actions import go
from grassroots.widgets.blocks import block_head
from grassroots.widgets.data import records
from grassroots.widgets.drawn import drawn
from grassroots.widgets.notices import nothing
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

Row = dict[str, Any]


def rate_map(found: pd.DataFrame, *, title: str, caption: str, height: int = 430) -> None:
    """Rows of ``complaint_resolution_by_unit.sql``: colour by quartile of those ranked, area by petitions."""
    current = view()
    block_head(title, illustrative=bool(found["illustrative"].fillna(False).any()))
    if not found["reported"].fillna(False).astype(bool).any():
        nothing("map")
        return
    ranked = found[found["rank_first"].notna()]
    values = ranked["rate_percent"].astype(float)
    classes = by_bounds(values, quartiles(values), current.palette) if len(values) else []
    communes = records(found, "complaint_resolution_by_unit")
    largest = max((row["accepted"] or 0 for row in communes), default=0)
    if not outlines_of(tuple(row["unit_key"] for row in communes)):
        caption += " " + current.words("legend.circles")
    map_and_legend(
        [_spot(row, classes, largest, current) for row in communes],
        render(
            "legend",
            current.language,
            caption=caption,
            classes=[(one, bounds(one, current)) for one in classes],
            small=_how_many(communes, lambda row: bool(row["reported"]) and row["rank_first"] is None),
            small_words=current.words("legend.small"),
            missing=_how_many(communes, lambda row: not row["reported"]),
            missing_words=current.words("legend.missing"),
            total=len(communes),
            communes=current.communes(),
            unconfirmed=_how_many(communes, lambda row: bool(row["reported"]) and row["confirmed"] is False),
        ),
        name="rates",
        height=height,
        alt=title,
    )


def map_and_legend(spots: Sequence[Spot], legend: str, *, name: str, height: int, alt: str) -> None:
    """A map beside its legend; a click on a commune goes to its page."""
    current = view()
    placed = [spot for spot in spots if spot.longitude is not None and spot.latitude is not None]
    left, right = st.columns([5, 3], gap="small", vertical_alignment="center")
    made = drawn(
        (f"map_{name}", height, *current.key), lambda: settled(deck(placed, current.palette, height))
    )
    key = f"map_{name}"
    with left:
        st.pydeck_chart(made, height=height, key=key, on_select=lambda: _open(key), alt=alt)
    with right:
        st.html(legend)


def bounds(one: Class, current: View) -> str:
    """A class's bounds in words: ``91,0 – dưới 93,6``."""
    places = 0 if one.name else 1  # marks begin at whole shares, quartiles where they fall
    low = None if one.low is None else decimal(one.low, current.language, places)
    high = None if one.high is None else decimal(one.high, current.language, places)
    key = (
        "all"
        if low is None and high is None
        else "under"
        if low is None
        else "from"
        if high is None
        else "both"
    )
    return current.words(f"legend.{key}", low=low, high=high)


def _open(key: str) -> None:
    chosen = st.session_state[key].selection.objects
    unit_key = next((found[0].get("unit_key") for found in chosen.values() if found), None)
    if unit_key:
        go(f"unit@{unit_key}")


def _how_many(communes: Sequence[Row], is_one: Callable[[Row], bool]) -> int:
    return sum(1 for row in communes if is_one(row))


def _spot(row: Row, classes: Sequence[Class], largest: float, current: View) -> Spot:
    rate, small = row["rate_percent"], row["rank_first"] is None
    if not row["reported"] or rate is None:
        colour = None
    else:
        colour = class_of(rate, classes).colour if classes else current.palette.context
    return Spot(
        unit_key=row["unit_key"],
        longitude=row["longitude"],
        latitude=row["latitude"],
        radius=radius_of(row["accepted"] or 0, largest),
        colour=colour,
        hollow=small,
        unconfirmed=bool(row["reported"]) and row["confirmed"] is False,
        hover=_hover(row, current),
    )


def _hover(row: Row, current: View) -> str:
    name = unit_heading(row["name"], row["kind"], current.language)
    if not row["reported"]:
        return f"<b>{name}</b><br>{current.words('legend.missing')}"
    said = [
        current.words(
            "legend.counts",
            settled=count(row["settled"] or 0, current.language),
            accepted=count(row["accepted"] or 0, current.language),
        )
    ]
    if row["rate_percent"] is not None and not row["small"]:
        said.insert(0, percent(row["rate_percent"], current.language))
    if row["rank_first"] is not None:
        said.append(current.words("legend.rank", rank=rank_range(row)))
    if row["overdue"]:
        said.append(current.words("legend.overdue", count=count(row["overdue"], current.language)))
    return f"<b>{name}</b><br>" + "<br>".join(said)


def rank_range(row: Row) -> str:
    """``1–4``, or ``3`` where the interval leaves no doubt."""
    first, last = int(row["rank_first"]), int(row["rank_last"])
    return str(first) if first == last else f"{first}–{last}"
