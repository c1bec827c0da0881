"""Tiny readings and what loading makes of them, for tests of the store."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import duckdb

from grassroots.periods import Period
from grassroots.reading.model import Figure, Particulars, Place, Reading
from grassroots.store.journal import Entry
from grassroots.store.originals import Original
from grassroots.store.outcome import FileResult
from grassroots.store.preparing import Given, Prepared, of_reading
from grassroots.store.taking_in import Load, take_in

TAN_HUNG = "2020:25375"  # xã Tân Hưng, huyện Đồng Phú
DONG_PHU = "2020:695"
_moments = count()


def figure(indicator: str, value: float, **more: Any) -> Figure:
    quote = f"{indicator} {value:g}"
    made = Figure(indicator, value, quote, Place(passage=1, start=0, end=len(quote)), f"{value:g}")
    return replace(made, **more)


def reading(*figures: Figure, kind: str = "narrative", **said: Any) -> Reading:
    """A report of Đồng Phú district for ten months of 2024, but for what is ``said`` otherwise."""
    particulars = Particulars(
        **{
            "issuer": "UBND huyện Đồng Phú",
            "unit_key": DONG_PHU,
            "number": "213/BC-UBND",
            "issued_on": date(2024, 11, 15),
            "period": Period(2024, "m10"),
            "scope": "whole_area",
            **said,
        }
    )
    return Reading(kind, "xlsx" if kind == "form" else "docx", particulars, figures=figures)  # type: ignore[arg-type]


def prepared(read: Reading, file_name: str, *, illustrative: bool = False) -> Prepared:
    """As if a file of that name, whose bytes are its name, had been read."""
    original = Original(hashlib.sha256(file_name.encode()).hexdigest(), "docx", len(file_name))
    return of_reading(read, original, file_name, Given(illustrative))


def entry(kind: str = "load", **content: Any) -> Entry:
    number = next(_moments)
    at = datetime(2024, 12, 1, 8, 0, number // 1000, number % 1000, tzinfo=UTC).replace(tzinfo=None)
    return Entry(f"e{number:06d}", at, "An", kind, content, position=number + 1)


def load(
    connection: duckdb.DuckDBPyConnection, read: Reading, file_name: str, *, illustrative: bool = False
) -> FileResult:
    one = prepared(read, file_name, illustrative=illustrative)
    return take_in(connection, [Load(entry(), one, file_name)])[0]
