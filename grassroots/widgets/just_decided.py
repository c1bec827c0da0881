"""Decisions that the published copy in use does not hold yet, kept for the eyes of all who use this process.

Decisions are published when the reviewer's hand rests; until then pages would show figures as undecided that
have been decided. What is kept here is only shown: journal and database have it already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from grassroots import queries, store
from grassroots.store import Reader
from grassroots.widgets.data import reader, records

Row = dict[str, Any]
_WAITING = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Fresh:
    """One figure as it holds now: copies up to ``version`` lack that; ``waited``: it waits in that copy."""

    version: int
    waited: bool
    row: Row


@st.cache_resource(show_spinner=False)
def _kept() -> dict[str, Fresh]:
    return {}


@dataclass(frozen=True, slots=True)
class Memory:
    """What this process keeps, got hold of beforehand: to remember asks nothing of Streamlit, which may break
    a run off at any such place."""

    kept: dict[str, Fresh]
    reader: Reader

    def remember(self, figures: Sequence[Row]) -> None:
        """Keeps what holds of figures just decided on: rows of :class:`grassroots.store.Decided`."""
        version = store.version()
        published = {
            row["figure_id"]: row["status"]
            for report_id in dict.fromkeys(row["report_id"] for row in figures)
            for row in _published(self.reader, report_id)
        }
        for row in figures:
            waited = published.get(row["figure_id"]) == _WAITING
            self.kept[row["figure_id"]] = Fresh(version, waited, row)


def memory() -> Memory:
    return Memory(_kept(), reader())


def published_figures(report_id: str) -> list[Row]:
    """A report's figures as the published copy in use holds them."""
    return _published(reader(), report_id)


def _published(of: Reader, report_id: str) -> list[Row]:
    return records(queries.run(of, "report_figures", report_id=report_id), "report_figures")


def figures_of(report_id: str, version: int) -> list[Row]:
    """A report's figures in reading order as they hold now, those added just now among them."""
    fresh = {key: row for key, row in just_decided(version).items() if row["report_id"] == report_id}
    published = [{**row, **fresh.pop(row["figure_id"], {})} for row in published_figures(report_id)]
    return sorted([*published, *fresh.values()], key=_in_reading_order) if fresh else published


def just_decided(version: int) -> dict[str, Row]:
    """By figure, what the copy ``version`` lacks; what it holds is forgotten."""
    kept = _kept()
    for figure_id in [known for known, fresh in list(kept.items()) if fresh.version < version]:
        kept.pop(figure_id, None)
    return {figure_id: fresh.row for figure_id, fresh in list(kept.items())}


def still_waiting(reports: Sequence[Row], version: int) -> list[Row]:
    """The reports with as many undecided figures as are left after what was just decided or taken back."""
    just_decided(version)
    more: Counter[str] = Counter()
    for fresh in list(_kept().values()):
        more[fresh.row["report_id"]] += (fresh.row["status"] == _WAITING) - fresh.waited
    return [{**row, "unconfirmed": max(0, row["unconfirmed"] + more[row["report_id"]])} for row in reports]


def _in_reading_order(row: Row) -> tuple[float, float, int]:
    last = float("inf")
    passage, start = row["passage"], row["quote_start"]
    return (last if passage is None else passage, last if start is None else start, row["ordinal"])
