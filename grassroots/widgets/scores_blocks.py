"""Scores drawn: the map by marks or quartiles, the ranking, and where points are lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from grassroots.classes import Class, by_bounds, by_marks, class_of, quartiles
from grassroots.maps import Spot
from grassroots.names import criterion_name, period_name, unit_heading
from grassroots.periods import Period
from grassroots.text import count, decimal, percent, points
from grassroots.text.numbers import maximum
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.notices import nothing
from grassroots.widgets.rate_map import bounds, map_and_legend
from grassroots.widgets.render import render
from grassroots.widgets.scores import Scores, losses
from grassroots.widgets.table import download
from grassroots.widgets.view import View, choose, chosen, view

Row = dict[str, Any]
_CLASSES = ("by_mark", "quartile")
_DOWNLOADED = (
    *("name", "kind", "points", "maximum", "share_percent", "rank", "points_to_pass", "difference_points"),
)


def scores_map(at: Scores) -> None:
    """Communes by mark, or by quartile at a switch; a click goes to the commune's page."""
    current = view()
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        block_head(current.words("scores.map"), illustrative=any(row["illustrative"] for row in at.scored))
    with right:
        how = _classes_choice(current)
    values = at.table["share_percent"].dropna().astype(float)
    if how == "by_mark" and len(at.marks):
        classes = by_marks(
            values, at.marks, lambda position: at.mark_name(position, current), current.palette
        )
    else:
        classes = by_bounds(values, quartiles(values), current.palette)
    map_and_legend(
        [_spot(row, classes, current) for row in at.units],
        render(
            "legend",
            current.language,
            caption=current.words(f"scores.{how}_caption"),
            classes=[(one, bounds(one, current)) for one in reversed(classes)],
            small=0,
            small_words="",
            missing=len(at.units) - len(at.scored),
            missing_words=current.words("legend.no_score"),
            total=len(at.units),
            communes=current.communes(),
            unconfirmed=sum(row["confirmed"] is False for row in at.scored),
        ),
        name=f"scores_{how}_{at.sheet['sheet']}",
        height=560,
        alt=current.words("scores.map"),
    )
    st.html(f'<p class="g-caption">{current.words("scores.choose_unit")}</p>')


def _classes_choice(current: View) -> str:
    at = chosen("classes")
    how = at if at in _CLASSES else _CLASSES[0]
    st.session_state["score_classes"] = how
    st.segmented_control(
        current.words("scores.classes"),
        _CLASSES,
        key="score_classes",
        required=True,
        format_func=lambda name: current.words(f"scores.{name}"),
        label_visibility="collapsed",
        on_change=lambda: choose("classes", st.session_state["score_classes"]),
    )
    return how


def _spot(row: Row, classes: Sequence[Class], current: View) -> Spot:
    share = row["share_percent"]
    name = unit_heading(row["name"], row["kind"], current.language)
    said = current.words("legend.no_score")
    if share is not None:
        fields = {
            "points": points(row["points"], current.language),
            "maximum": maximum(row["maximum"], current.language),
        }
        said = f"{percent(share, current.language)}<br>{current.words('scores.hover', **fields)}"
    return Spot(
        unit_key=row["unit_key"],
        longitude=row["longitude"],
        latitude=row["latitude"],
        radius=10 if share is not None else 5,
        colour=None if share is None else class_of(share, classes).colour,
        hollow=False,
        unconfirmed=share is not None and row["confirmed"] is False,
        hover=f"<b>{name}</b><br>{said}",
    )


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
        at=chosen("commune"),
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
