"""Scores of communes: map and ranking by marks or quartiles, and where points are lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from grassroots.classes import Class, by_bounds, by_marks, class_of, quartiles
from grassroots.maps import Spot
from grassroots.names import criterion_name, period_name, unit_heading
from grassroots.periods import Period
from grassroots.text import count, decimal, percent, points
from grassroots.text.numbers import maximum
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import frame, records, rows
from grassroots.widgets.facts import Facts, coverage_facts
from grassroots.widgets.notices import nothing, page_foundation
from grassroots.widgets.rate_map import bounds, map_and_legend
from grassroots.widgets.render import render
from grassroots.widgets.table import download
from grassroots.widgets.view import View, choose, chosen, view

Row = dict[str, Any]
_CLASSES = ("by_mark", "quartile")
_DOWNLOADED = (
    *("name", "kind", "points", "maximum", "share_percent", "rank", "points_to_pass", "difference_points"),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """A score sheet in force with the points of every commune, its marks and its criteria."""

    sheet: Row
    units: Sequence[Row]
    table: pd.DataFrame
    marks: pd.DataFrame
    criteria: Sequence[Row]

    @property
    def scored(self) -> list[Row]:
        """Communes with points, best first."""
        found = [row for row in self.units if row["share_percent"] is not None]
        return sorted(found, key=lambda row: (-row["share_percent"], row["name"]))

    def mark_name(self, position: int | None, current: View) -> str:
        named = self.marks[self.marks["position"] == position] if position is not None else self.marks[:0]
        if named.empty:
            return current.words("scores.no_mark")
        return str(named[f"name_{current.language}"].iloc[0])


def scores() -> Scores | None:
    """The sheet the reader chose among those in force, with its points; None where no commune has any."""
    found = rows("score_sheets")
    if not found:
        return None
    by_code = {row["sheet"]: row for row in found}
    wanted = chosen("sheet") or ""
    sheet = by_code.get(wanted) or max(found, key=lambda row: row["units"] or 0)
    table = frame("scores_by_unit", sheet=sheet["sheet"])
    if table["share_percent"].isna().all():
        return None
    return Scores(
        sheet,
        records(table, "scores_by_unit"),
        table,
        frame("score_marks", sheet=sheet["sheet"]),
        rows("score_criteria", sheet=sheet["sheet"]),
    )


def sheet_choice(at: Scores | None) -> None:
    """A select box of the sheets in force where there is more than one."""
    found = rows("score_sheets") if at else []
    if at is None or len(found) < 2:
        return
    current = view()
    names = {row["sheet"]: row[f"name_{current.language}"] for row in found}
    st.session_state["score_sheet"] = at.sheet["sheet"]
    st.selectbox(
        current.words("scores.sheet"),
        list(names),
        key="score_sheet",
        format_func=lambda sheet: current.words("scores.sheet_choice", name=names[sheet]),
        label_visibility="collapsed",
        width=420,
        on_change=lambda: choose("sheet", st.session_state["score_sheet"]),
    )


def scores_facts(at: Scores | None) -> Facts:
    """What the title of the scores page may say."""
    current = view()
    facts = coverage_facts(page_foundation(), current)
    if at is None:
        return {"communes": facts["communes"]}
    passed = sum(bool(row["passes"]) for row in at.scored)
    failed = len(at.scored) - passed
    largest = [row["maximum"] for row in at.scored if row["maximum"] is not None]
    facts |= {
        "sheet": str(at.sheet[f"name_{current.language}"]),
        "passed": count(passed, current.language),
        "scored": count(len(at.scored), current.language),
        "expected": count(len(at.units), current.language),
        "pass": percent(at.sheet["pass_percent"], current.language, 0),
        "maximum": _span(largest, current),
    }
    if not failed:
        return {**facts, "all_pass": ""}
    lost = losses(at.criteria)
    return {**facts, "failed": count(failed, current.language),
            "criterion": _criterion(at, lost[0]["criterion"], current) if lost else None}  # fmt: skip


def _criterion(at: Scores, criterion: str, current: View) -> str:
    name = criterion_name(at.sheet["sheet"], criterion, current.language)
    return name[:1].lower() + name[1:]


def _span(values: Sequence[float], current: View) -> str | None:
    if not values:
        return None
    low, high = (maximum(value, current.language) for value in (min(values), max(values)))
    return low if low == high else f"{low}–{high}"


def losses(criteria: Sequence[Row]) -> list[Row]:
    """Points, maximum and loss by criterion over these rows, the greatest loss first; unscored rows are left out."""
    found: dict[str, Row] = {}
    for row in criteria:
        if row["points"] is None or not row["maximum"]:
            continue
        total = found.setdefault(
            row["criterion"], {"criterion": row["criterion"], "points": 0.0, "maximum": 0.0, "units": 0}
        )
        total["points"] += row["points"]
        total["maximum"] += row["maximum"]
        total["units"] += 1
    for total in found.values():
        total["lost"] = total["maximum"] - total["points"]
    return sorted(found.values(), key=lambda total: (-total["lost"], total["criterion"]))


def scores_map(at: Scores) -> None:
    """Communes by mark, or by quartile at a switch; a click goes to the commune's page."""
    current = view()
    left, right = st.columns([3, 2], vertical_alignment="center")
    with left:
        block_head(current.words("scores.map"))
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
        unconfirmed=row["confirmed"] is False,
        hover=f"<b>{name}</b><br>{said}",
    )


def scores_ranking(at: Scores) -> None:
    """The ranked table: points of maximum, a bar from the axis to the share, the mark line, the change."""
    current = view()
    low = axis_low(at.scored)
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


def axis_low(scored: Sequence[Row]) -> float:
    """Where the bars begin: a multiple of twenty under every share."""
    return min((row["share_percent"] for row in scored), default=0.0) // 20 * 20


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
    one = next((row for row in at.scored if row["unit_key"] == chosen("commune")), None)
    shown = [row for row in at.criteria if one is None or row["unit_key"] == one["unit_key"]]
    totals = losses(shown)
    units = max((total["units"] for total in totals), default=1)
    body = render(
        "criteria",
        current.language,
        one=one,
        totals=[{**total, "name": criterion_name(at.sheet["sheet"], total["criterion"], current.language), **{part: total[part] / total["units"] for part in ("points", "maximum", "lost")}}
                for total in totals],
        longest=max((total["maximum"] / total["units"] for total in totals), default=1),
        caption=_criteria_caption(one, units, at, current),
        illustrative=any(row["illustrative"] for row in shown),
    )  # fmt: skip
    clickable(body, key="criteria")


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


def no_scores() -> None:
    """What stands on the page while no commune has a score."""
    nothing("scores")
