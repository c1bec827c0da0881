"""Fair comparison: which rate, among which communes, and what the title may say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from grassroots.indicators import indicator, indicators
from grassroots.names import counted, indicator_name
from grassroots.text import count, percent
from grassroots.widgets.data import frame, records, rows
from grassroots.widgets.facts import NAMED, Facts, coverage_facts
from grassroots.widgets.filters import beside_filters
from grassroots.widgets.notices import page_foundation
from grassroots.widgets.training import among
from grassroots.widgets.view import View, choose, chosen, view

Row = dict[str, Any]
PEERS = (
    *("rural", "urban", "special", "few", "middle", "many"),
    *("small_place", "middle_place", "large_place"),
)
_FIRST = "ty_le_giai_quyet"


@dataclass(frozen=True, slots=True)
class Compared:
    """A rate of the place's communes, of all or of one kind or size."""

    ratio: str
    peers: str | None
    units: Sequence[Row]
    table: pd.DataFrame
    groups: Sequence[Row]

    def standing(self, *standings: str) -> list[Row]:
        """Units that stand so against chance."""
        return [row for row in self.units if row["standing"] in standings]

    @property
    def held(self) -> list[Row]:
        """Units held against the limits: enough counted, of the kind of report the place rests on."""
        return [row for row in self.units if row["standing"] is not None]

    @property
    def whole(self) -> float | None:
        return self.units[0]["whole_percent"] if self.units else None


def ratios() -> list[str]:
    """Rates of the catalogue that are quotients of two counts."""
    return [
        code
        for code, one in indicators().items()
        if one.kind == "ratio" and one.numerator and one.denominator and code != "ty_le_tcd_dinh_ky"
    ]


def compared() -> Compared:
    """The rate and the group the reader chose; for a commune among the others of the unit above it."""
    wanted, peers = chosen("rate"), chosen("peers")
    ratio = wanted if wanted in ratios() else _FIRST
    wider = among(view())
    groups = rows("rates_by_peers", indicator=ratio, **wider)
    peers = peers if peers in {row["peers"] for row in groups} else None
    table = frame("rates_against_chance", indicator=ratio, peers=peers, **wider)
    return Compared(ratio, peers, records(table, "rates_against_chance"), table, groups)


def compare_choices(at: Compared) -> None:
    """Select boxes beside the filters: the rate, and all communes or those alike."""
    current = view()
    st.session_state["compare_rate"] = at.ratio
    st.session_state["compare_among"] = at.peers or "all"
    room = beside_filters().container(horizontal=True, gap="xsmall")
    room.selectbox(
        current.words("compare.rate"),
        ratios(),
        key="compare_rate",
        format_func=lambda code: indicator_name(code, current.language),
        label_visibility="collapsed",
        width=230,
        on_change=lambda: choose("rate", st.session_state["compare_rate"]),
    )
    room.selectbox(
        current.words("compare.among"),
        ["all", *(peer for peer in PEERS if peer in {row["peers"] for row in at.groups})],
        key="compare_among",
        format_func=lambda peer: peers_name(peer, at, current),
        label_visibility="collapsed",
        width=230,
        on_change=_choose_peers,
    )


def _choose_peers() -> None:
    picked = st.session_state["compare_among"]
    choose("peers", None if picked == "all" else picked)


def peers_name(peers: str | None, at: Compared, current: View) -> str:
    """A group in words: ``Phường, thị trấn``; a third with its bounds: ``Từ 41 đến 96 đơn``."""
    if peers in (None, "all"):
        return current.words("compare.peers.all")
    row = next((row for row in at.groups if row["peers"] == peers), None)
    bounds = {} if row is None else {
        name: count(row[name], current.language) for name in ("smallest", "largest")
    }  # fmt: skip
    return current.words(f"compare.peers.{peers}", counted=counted_in(at.ratio, current), **bounds)


def counted_in(ratio: str, current: View) -> str:
    """What the rate's denominator counts: đơn, vụ việc …"""
    denominator = indicator(ratio).denominator or ratio
    return counted(indicator(denominator).unit_vi, current.language)


def compare_facts(at: Compared) -> Facts:
    """What the title of the page of fair comparison may say."""
    current = view()
    facts = coverage_facts(page_foundation(), current)
    facts["counted"] = counted_in(at.ratio, current)
    facts["measure"] = indicator_name(at.ratio, current.language)
    facts["among"] = peers_name(at.peers, at, current) if at.peers else None
    if not at.held or at.whole is None:
        return facts
    below, near, above = (at.standing(one) for one in ("far_below", "below", "far_above"))
    small = len(at.units) - len(at.held)
    facts |= {
        "rate": percent(at.whole, current.language),
        "held": count(len(at.held), current.language),
        "small": count(small, current.language) if small else None,
    }
    facts |= {
        "near": count(len(near), current.language) if near else None,
        "above": count(len(above), current.language) if above else None,
    }
    if not below:
        return {**facts, "none_below": ""}
    names = ", ".join(row["name"] for row in below[::-1])
    return {
        **facts,
        "below": count(len(below), current.language),
        "below_names": names if len(below) <= NAMED else None,
    }
