"""Choosing a unit out of all that ever were, by name, and a period."""

from __future__ import annotations

from datetime import date

import streamlit as st

from grassroots.names import period_heading
from grassroots.periods import Period
from grassroots.units import Unit, ancestors, called_on, find, unit
from grassroots.widgets.view import view

SHOWN_UNITS = 20
_NAMES = ("q1", "m06", "m09", "year")


def pick_unit(key: str, label: str, default: str | None) -> Unit | None:
    """A field for a name and, below it, the units it may mean; ``default`` is a unit_key offered first."""
    current = view()
    wanted = st.text_input(
        label, key=f"{key}_name", placeholder=current.words("reports.pick.unit_example"), live=False
    )
    found = find(wanted)[:SHOWN_UNITS] if wanted and wanted.strip() else []
    keys = [one.unit_key for one in found] or ([default] if default and known_unit(default) else [])
    if not keys:
        if wanted:
            st.caption(current.words("reports.pick.no_unit", name=wanted))
        return None
    picked = st.selectbox(
        current.words("reports.pick.which"),
        keys,
        key=f"{key}_at",
        format_func=_called,
        label_visibility="collapsed",
    )
    return unit(picked) if picked else None


def known_unit(unit_key: str) -> Unit | None:
    """The unit of a key; None for one that only the store knows."""
    try:
        return unit(unit_key)
    except KeyError:
        return None


def titled(unit_key: str) -> Unit | None:
    """The unit of a key under the name and kind it has today."""
    own = known_unit(unit_key)
    return called_on(own, date.today()) if own else None


def pick_period(key: str, label: str, about: Unit | None) -> str | None:
    """A named period: those of the last years, limited to the unit's own time where a unit is given."""
    current = view()
    codes = periods_of(about, date.today().year)
    if current.period and current.period not in codes and about is None:
        codes.insert(0, current.period)
    at = codes.index(current.period) if current.period in codes else 0
    if not codes:
        return None
    return st.selectbox(
        label, codes, index=at, key=f"{key}_{about.vintage if about else ''}",
        format_func=lambda code: period_heading(code, current.language),
    )  # fmt: skip


def periods_of(about: Unit | None, this_year: int) -> list[str]:
    """The periods reports are made for, newest first, in which the unit existed."""
    years = range(this_year, this_year - 4, -1)
    periods = [Period(year, name) for year in years for name in reversed(_NAMES)]
    return [one.code for one in periods if about is None or one.vintage == about.vintage]


def _called(unit_key: str) -> str:
    own = unit(unit_key)
    above = [f"{one.kind} {one.name}" for one in ancestors(own)]
    said = ", ".join([own.full_name, *above])
    until = f" ({own.valid_from.year}–{own.valid_to.year})" if own.valid_to else ""
    return said[0].upper() + said[1:] + until
