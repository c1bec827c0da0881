"""Scores drawn: the map by marks or quartiles, the ranking, and where points are lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from grassroots.classes import Class, by_bounds, by_marks, class_of, quartiles
from grassroots.names import criterion_name, period_name
from grassroots.periods import Period
from grassroots.text import change, count, decimal, percent, points
from grassroots.text.numbers import maximum
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.map_block import map_block
from grassroots.widgets.map_picture import chosen_commune
from grassroots.widgets.mapped import Found, Subject, other_period
from grassroots.widgets.notices import nothing
from grassroots.widgets.render import render
from grassroots.widgets.scores import Scores, losses
from grassroots.widgets.table import download
from grassroots.widgets.training import among
from grassroots.widgets.view import View, chosen, view

Row = dict[str, Any]
_DOWNLOADED = (
    *("name", "kind", "points", "maximum", "share_percent", "rank", "points_to_pass", "difference_points"),
)


def scores_map(at: Scores) -> None:
    """Communes by mark, or by quartile at a switch; a click goes to the commune's page."""
    map_block(points_on_map(at, view()), height=560, width=340)
    st.html(f'<p class="g-caption g-hint">{view().words("scores.choose_unit")}</p>')


def points_on_map(at: Scores, current: View) -> Subject:
    """Rows of ``scores_by_unit.sql``: marks first where the sheet has some."""

    def found(period: str | None) -> Sequence[Found]:
        return rows("scores_by_unit", sheet=at.sheet["sheet"], **{**among(current), **other_period(period)})

    def marks(values: pd.Series) -> Sequence[Class]:
        return by_marks(values, at.marks, lambda place: at.mark_name(place, current), current.palette)

    return Subject(
        name="scores",
        key=(str(at.sheet["sheet"]),),
        title=current.words("scores.map"),
        rows=found,
        value=lambda row: row["share_percent"],
        state=lambda row: "missing" if row["share_percent"] is None else "class",
        said=lambda row: _said(row, current),
        count=None,
        captions={
            "by_mark": current.words("scores.by_mark_caption"),
            "quartile": current.words("legend.quartiles"),
            "continuous": current.words("legend.continuous"),
        },
        small="",
        missing=current.words("legend.no_score"),
        ways=("by_mark", "quartile", "continuous") if len(at.marks) else ("quartile", "continuous"),
        marks=marks,
        named=_extremes,
    )


def _extremes(found: Sequence[Found]) -> list[str]:
    """The two lowest and the two highest shares."""
    ordered = sorted(
        (row for row in found if row["share_percent"] is not None),
        key=lambda row: (row["share_percent"], row["name"]),
    )
    return [row["unit_key"] for row in [*ordered[:2], *ordered[::-1][:2]]]


def _said(row: Found, current: View) -> tuple[str, ...]:
    said = [
        percent(row["share_percent"], current.language),
        current.words(
            "scores.hover",
            points=points(row["points"], current.language),
            maximum=maximum(row["maximum"], current.language),
        ),
    ]
    if row["rank"] is not None:
        said.append(current.words("legend.rank", rank=row["rank"]))
    if row["difference_points"] is not None:
        moved = change(row["difference_points"], current.language, 1)
        said.append(current.words("legend.change", change=moved))
    return tuple(said)


def scores_ranking(at: Scores) -> None:
    """The ranked table: points of maximum, a bar from the axis to the share, the mark line, the change."""
    current = view()
    low = axis_low(at.scored, at.sheet["pass_percent"])
    base = _base_short(current)
    body = render(
        "ranking",
        current.language,
        units=at.scored,
        silent=[row for row in at.units if row["share_percent"] is None],
        colours=_colours(at, current),
        marks={row["unit_key"]: at.mark_name(row["mark_position"], current) for row in at.scored},
        low=low,
        mark=at.sheet["pass_percent"],
        title=current.words(
            "scores.ranking", units=count(len(at.scored), current.language), communes=current.communes()
        ),
        base=base,
        code=at.sheet["points_indicator"],
        at=chosen_commune(current),
        mixed=len({bool(row["illustrative"]) for row in at.scored}) > 1,
    )
    clickable(body, key="ranking")
    titles = {name: current.words(f"scores.csv.{name}") for name in _DOWNLOADED}
    download(at.table, titles, str(at.sheet["sheet"]))


def _base_short(current: View) -> str | None:
    """The base period in a column's head: its year alone where the period is of the same name."""
    if current.base is None or current.period is None:
        return None
    base = Period.parse(current.base)
    same = base.name == Period.parse(current.period).name
    return str(base.year) if same else period_name(current.base, current.language)


def axis_low(scored: Sequence[Row], mark: float) -> float:
    """Where the bars begin: a multiple of twenty under every share and under the pass mark."""
    lowest = min(mark - 1, *(row["share_percent"] for row in scored))
    return float(lowest // 20 * 20)


def _colours(at: Scores, current: View) -> Mapping[str, str]:
    values = at.table["share_percent"].dropna().astype(float)
    if len(at.marks):
        classes = by_marks(values, at.marks, str, current.palette)
    else:
        classes = by_bounds(values, quartiles(values), current.palette)
    return {row["unit_key"]: class_of(row["share_percent"], classes).colour for row in at.scored}


def scores_criteria(at: Scores) -> None:
    """Where points are lost: by criterion, for the commune at hand or all that have points by criterion."""
    current = view()
    if not at.criteria:
        block_head(current.words("scores.criteria"))
        nothing("criteria")
        return
    at_hand = (chosen("commune"), current.place.unit_key if current.place else None)
    one = next((row for row in at.scored if row["unit_key"] in at_hand), None)
    shown = [row for row in at.criteria if one is None or row["unit_key"] == one["unit_key"]]
    totals = losses(shown)
    units = max((total["units"] for total in totals), default=1)
    body = render(
        "criteria",
        current.language,
        one=one,
        totals=[_mean(total, at, current) for total in totals],
        longest=max((total["maximum"] / total["units"] for total in totals), default=1),
        caption=_criteria_caption(one, units, at, current),
        illustrative=any(row["illustrative"] for row in shown),
    )
    clickable(body, key="criteria")


def _mean(total: Row, at: Scores, current: View) -> Row:
    """A criterion's points, maximum and loss for each unit that has them, with its name."""
    parts = {part: total[part] / total["units"] for part in ("points", "maximum", "lost")}
    name = criterion_name(at.sheet["sheet"], total["criterion"], current.language)
    return {"name": name, **parts}


def _criteria_caption(one: Row | None, units: int, at: Scores, current: View) -> str:
    if one is None:
        fields = {"units": count(units, current.language), "communes": current.communes()}
        return current.words("scores.criteria_all", **fields)
    said = current.words(
        "scores.criteria_one",
        points=points(one["points"], current.language),
        maximum=maximum(one["maximum"], current.language),
        share=percent(one["share_percent"], current.language),
    )
    if not one["points_to_pass"]:
        return said
    missing = current.words(
        "scores.to_pass",
        points=decimal(one["points_to_pass"], current.language),
        **{"pass": percent(at.sheet["pass_percent"], current.language, 0)},
    )
    return f"{said}; **{missing}**"
