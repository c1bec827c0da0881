"""Decisions that the published copy in use does not hold yet, kept for the eyes of all who use this process.

Decisions are published when the reviewer's hand rests; until then pages would show figures as undecided that
have been decided. What is kept here is only shown: journal and database have it already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from grassroots import store

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Fresh:
    """One decision: copies up to ``version`` lack it; ``waited``: the figure was undecided before."""

    version: int
    waited: bool
    says: Mapping[str, Any]


@st.cache_resource(show_spinner=False)
def _kept() -> dict[str, Fresh]:
    return {}


def remember(figures: Sequence[Row], **says: Any) -> None:
    """Keeps what was just decided on these figures: ``status`` and, of a correction, ``decided_…``."""
    version = store.version()
    for row in figures:
        _kept()[row["figure_id"]] = Fresh(version, row["status"] == "unconfirmed", says)


def just_decided(version: int) -> dict[str, Mapping[str, Any]]:
    """By figure, what the copy ``version`` lacks; what it holds is forgotten."""
    kept = _kept()
    for figure_id in [known for known, fresh in list(kept.items()) if fresh.version < version]:
        kept.pop(figure_id, None)
    return {figure_id: fresh.says for figure_id, fresh in list(kept.items())}


def still_waiting(reports: Sequence[Row], version: int) -> list[Row]:
    """The reports with as many undecided figures as are left after what was just decided."""
    fresh = just_decided(version)
    decided = Counter(
        figure_id.rpartition("-")[0]
        for figure_id in fresh
        if figure_id in _kept() and _kept()[figure_id].waited
    )
    return [{**row, "unconfirmed": max(0, row["unconfirmed"] - decided[row["report_id"]])} for row in reports]
