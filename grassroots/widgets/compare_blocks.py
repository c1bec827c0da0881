"""Fair comparison drawn: the funnel, who lies outside it, groups of the like, and changes beyond chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from grassroots.charts import scale_of
from grassroots.charts_funnel import OUTSIDE, FunnelWords, axis_of, funnel_figure
from grassroots.names import indicator_name, period_name, unit_heading
from grassroots.text import count, decimal, percent
from grassroots.widgets.actions import go
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.compare import Compared, counted_in, peers_name
from grassroots.widgets.data import frame
from grassroots.widgets.drawn import drawn
from grassroots.widgets.map_picture import chosen_commune
from grassroots.widgets.notices import nothing
from grassroots.widgets.present import fitted
from grassroots.widgets.render import render
from grassroots.widgets.table import download
from grassroots.widgets.training import among
from grassroots.widgets.trend import CONFIG
from grassroots.widgets.view import View, choose, view

_DOWNLOADED = (
    *("name", "kind", "numerator", "denominator", "rate_percent", "low_percent", "high_percent"),
    *("standing", "rank_first", "rank_last", "base_rate_percent", "difference_points"),
    *("difference_low_points", "difference_high_points", "moved"),
)
_CHART = "funnel"
Row = Mapping[str, Any]


def rate_funnel(at: Compared) -> None:
    """Rates by the counts they rest on, between the limits of chance; a click on a point opens the unit."""
    current = view()
    named = indicator_name(at.ratio, current.language)
    title = current.words("compare.funnel", measure=named, counted=counted_in(at.ratio, current))
    if not at.units:
        block_head(title)
        nothing("compare")
        return
    low = count(axis_of(at.units)[0], current.language)
    block_head(
        title,
        current.words("compare.funnel_caption", low=low),
        illustrative=any(row["illustrative"] for row in at.units),
    )
    singled_out = chosen_commune(current)
    figure = drawn(
        (_CHART, at.ratio, at.peers, singled_out, *current.key),
        lambda: funnel_figure(
            at.units,
            frame("funnel_curve", indicator=at.ratio, peers=at.peers, **among(current)),
            _words(at, current),
            current.palette,
            current.language,
            at=singled_out,
        ),
    )
    st.plotly_chart(
        fitted(figure),
        theme=None,
        config=CONFIG,
        key=_CHART,
        on_select=_open,
        selection_mode="points",
        alt=title,
    )
    titles = {name: current.words(f"compare.csv.{name}") for name in _DOWNLOADED}
    download(at.table, titles, at.ratio)


def _open() -> None:
    points = st.session_state[_CHART].selection.points
    unit_key = next((point["customdata"] for point in points if point.get("customdata")), None)
    if unit_key:
        key = unit_key[0] if isinstance(unit_key, (list, tuple)) else unit_key
        choose("commune", key)
        go(f"unit@{key}")


def _words(at: Compared, current: View) -> FunnelWords:
    counts = counted_in(at.ratio, current)
    return FunnelWords(
        name=lambda row: str(row["name"]),
        said=lambda row: _said(row, counts, current),
        whole=current.words("compare.whole", rate=percent(at.whole or 0, current.language)),
        limit_95=current.words("compare.limit_95"),
        limit_998=current.words("compare.limit_998"),
        across=current.words("compare.across", counted=counts),
    )


def _said(row: Row, counts: str, current: View) -> str:
    share = f"{percent(row['rate_percent'], current.language)} · " if not row["small"] else ""
    fraction = "/".join(count(row[part], current.language) for part in ("numerator", "denominator"))
    lines = [
        f"<b>{unit_heading(row['name'], row['kind'], current.language)}</b>",
        f"{share}{fraction} {counts}",
        current.words(f"compare.standing.{row['standing'] or 'small'}"),
    ]
    return "<br>".join(lines)


def rates_outside(at: Compared) -> None:
    """Communes outside the limits with their counts, and how many chance alone would put there."""
    current = view()
    groups = [(standing, at.standing(standing)) for standing in OUTSIDE]
    outside = sum(len(units) for _, units in groups)
    expected = 0.05 * len(at.held)
    told = current.words(
        "compare.expected",
        outside=count(outside, current.language),
        held=count(len(at.held), current.language),
        expected=decimal(expected, current.language),
    )
    body = render(
        "compare_outside",
        current.language,
        groups=[(standing, _furthest_first(standing, units)) for standing, units in groups if units],
        ratio=at.ratio,
        at=chosen_commune(current),
        told=told if at.held else None,
        more=current.words("compare.more_than_chance") if outside > 2 * expected else None,
        illustrative=any(row["illustrative"] for row in at.units),
    )
    clickable(body, key="compare_outside")


def _furthest_first(standing: str, units: Sequence[Row]) -> Sequence[Row]:
    return units[::-1] if standing.endswith("below") else units  # the query has the best first


def rates_of_peers(at: Compared) -> None:
    """The rate of all, by kind and by size, with intervals; a click compares among that group alone."""
    current = view()
    shown = [row for row in at.groups if row["grouped_by"] != "settlement" or _several(at, "settlement")]
    body = render(
        "compare_peers",
        current.language,
        groups=[{**row, "name": peers_name(row["peers"], at, current)} for row in shown],
        scale=scale_of(row["low_percent"] for row in shown if row["low_percent"] is not None),
        at=at.peers,
        illustrative=any(row["illustrative"] for row in shown),
    )
    clickable(body, key="compare_peers")


def _several(at: Compared, grouped_by: str) -> bool:
    return [row["grouped_by"] for row in at.groups].count(grouped_by) > 1


def rates_moved(at: Compared) -> None:
    """Communes whose rate changed by more than chance since the base period; the others as a number."""
    current = view()
    rose = [row for row in at.units if row["moved"] == "rose"]
    fell = [row for row in at.units if row["moved"] == "fell"]
    same = [row for row in at.units if row["moved"] == "same"]
    base = period_name(current.base, current.language) if current.base else None
    body = render(
        "compare_moved",
        current.language,
        groups=(
            ("fell", sorted(fell, key=lambda row: row["difference_points"])),
            ("rose", sorted(rose, key=lambda row: -row["difference_points"])),
        ),
        same=len(same),
        comparable=len(rose) + len(fell) + len(same),
        base=base,
        ratio=at.ratio,
        communes=current.communes(),
        illustrative=any(row["illustrative"] for row in [*rose, *fell]),
    )
    clickable(body, key="compare_moved")
