"""The frames behind a page: a query by its name, filled with what the reader looks at."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from grassroots import queries
from grassroots.records import records
from grassroots.scenario import Scenario
from grassroots.settings import store_folder
from grassroots.store import KeptUnusable, Reader, Supposed, Supposition, kept, kept_reader
from grassroots.widgets.drawn import drawn
from grassroots.widgets.view import frozen_name, view


@st.cache_resource
def _reader(setting: str) -> Reader:
    return Reader(store_folder())


@st.cache_resource(max_entries=8)
def _kept_reader(setting: str, name: str) -> Reader | None:
    try:
        return kept_reader(name)
    except KeptUnusable:
        return None


def reader() -> Reader:
    """The process's one reader of the store that the setting names; of the copy that a meeting is held on."""
    return reader_of(frozen_name())


def reader_of(name: str | None) -> Reader:
    """The reader of a kept copy; of the store where there is none of that name."""
    setting = os.environ.get("GRASSROOTS_STORE", "")
    return (_kept_reader(setting, name) if name else None) or _reader(setting)


def frozen_at() -> datetime | None:
    """The moment (UTC) whose figures are looked at; None where they are the newest."""
    name = frozen_name()
    return kept(name).at if name and reader().version < 0 else None


def refresh() -> int:
    """Moves to the newest published copy and gives its version; once a rerun."""
    reader().refresh()
    return reader().version


def answers() -> queries.Answers:
    """What questions are put to: the store, or the store as it would be under the reader's scenario."""
    current = view()
    if current.place is None or current.period is None or not (current.scenario or current.as_sum):
        return reader()
    supposed = Supposition(
        current.scenario or Scenario(), current.place.unit_key, current.period, current.as_sum
    )
    return reader().supposing(supposed)


def frame(name: str, **own: Any) -> pd.DataFrame:
    """The rows of ``queries/<name>.sql``; its place, period, base and only_confirmed are the reader's.

    ``own`` gives the query's other parameters, or takes the place of one of these four.
    """
    return queries.run(answers(), name, **_params(name, own))


def _params(name: str, own: dict[str, Any]) -> dict[str, Any]:
    current = view()
    shared = {
        "place": current.place.unit_key if current.place else None,
        "period": current.period,
        "base": current.base,
        "only_confirmed": current.only_confirmed,
    }
    known = {param.name for param in queries.query(name).params}
    return {**{param: value for param, value in shared.items() if param in known}, **own}


def rows(name: str, **own: Any) -> list[dict[str, Any]]:
    """:func:`frame` as rows; what is missing is None, whole numbers are int. Kept, so not to be changed."""
    params = _params(name, own)
    under = answers()
    supposed = under.supposition if isinstance(under, Supposed) else None
    key = ("rows", name, under.version, supposed, repr(sorted(params.items())))
    return drawn(key, lambda: records(queries.run(under, name, **params), name))


def measures() -> dict[str, dict[str, Any]]:
    """``area_measures`` of the place by indicator."""
    return {row["indicator"]: row for row in rows("area_measures")}


__all__ = ["answers", "frame", "measures", "reader", "records", "refresh", "rows"]
