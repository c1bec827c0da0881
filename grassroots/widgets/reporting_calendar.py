"""The reporting regime as a calendar: who had to report by when, and what came in time, late or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

import streamlit as st

from grassroots.periods import Period
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.render import render
from grassroots.widgets.view import view

STATES = ("missing", "late", "in_time", "not_due")

Row = dict[str, Any]


def reporting_calendar() -> None:
    """Units × periods of the year with their due days; who is missing or late stands on top."""
    current = view()
    found = rows("reporting_calendar", as_of=date.today().isoformat())
    if not found:
        st.html(render("nothing", current.language, subject="regime"))
        return
    due = sorted({(row["due_on"], row["period"]) for row in found})
    units = [list(own) for _, own in groupby(found, key=lambda row: row["unit_key"])]
    units.sort(key=_most_wanting_first)
    body = render(
        "reporting_calendar",
        current.language,
        year=Period.parse(str(current.period)).year,
        periods=[{"period": period, "due_on": day, "counts": _counts(found, period)} for day, period in due],
        units=[{"unit": own[0], "cells": [_of(own, period) for _, period in due]} for own in units],
        invented=any(row["rule_illustrative"] for row in found),
        sources=list(dict.fromkeys(row[f"source_{current.language}"] for row in found)),
        states=STATES,
        mixed=any(row["illustrative"] for row in found),
    )
    clickable(body, key="reporting_calendar")


def _most_wanting_first(own: Sequence[Row]) -> tuple[int, int, str]:
    missing = sum(row["state"] == "missing" for row in own)
    late = sum(row["days_late"] for row in own if row["state"] == "late")
    return -missing, -late, own[0]["name"]


def _counts(found: Sequence[Row], period: str) -> list[tuple[str, int]]:
    counted = Counter(row["state"] for row in found if row["period"] == period)
    return [(state, counted[state]) for state in STATES if counted[state]]


def _of(own: Sequence[Row], period: str) -> Row | None:
    return next((row for row in own if row["period"] == period), None)
