"""What every act of a person on the store has in common: a name, the store open, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import duckdb

from grassroots.periods import Period
from grassroots.store.folder import Folder
from grassroots.store.later import publish_soon
from grassroots.store.resolving import Part, part_of
from grassroots.store.rows import Row, fetch
from grassroots.store.writing import writing
from grassroots.units import unit

Publish = Literal["now", "soon", "never"]


class DecisionRefused(Exception):
    """A decision that can't stand; ``code`` is a key below ``load.decision.``."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code, self.details = code, details


@dataclass(frozen=True, slots=True)
class Decided:
    """What an act came to: the journal entry that keeps it, and each figure concerned as it holds now.

    ``figures`` have the columns of the query ``report_figures`` and ``report_id``; empty where nothing was
    left to do, and then there is no entry either.
    """

    entry_id: str
    figures: tuple[Row, ...] = ()

    @property
    def decision_id(self) -> str:
        """Of the entry's first decision."""
        return f"{self.entry_id}-0000"


class opened:
    """``with opened(folder, by) as (store, connection):`` the store open for somebody who has a name.

    ``publish`` "soon": readers see what was done when the hand rests (see :mod:`grassroots.store.later`).
    "never": what is done changes no figure.
    """

    def __init__(self, folder: Path | str | None, by: str, publish: Publish = "now") -> None:
        if not by.strip():
            raise DecisionRefused("no_name")
        self._folder = Folder.of(folder)
        self._soon = publish == "soon"
        self._writing = writing(self._folder, publish=publish == "now")

    def __enter__(self) -> tuple[Folder, duckdb.DuckDBPyConnection]:
        return self._folder, self._writing.__enter__()

    def __exit__(self, *error: Any) -> bool | None:
        swallowed = self._writing.__exit__(*error)
        if self._soon and error[0] is None:
            publish_soon(self._folder)
        return swallowed


def figures_now(connection: duckdb.DuckDBPyConnection, figure_ids: Sequence[str]) -> tuple[Row, ...]:
    """Figures as they hold after what was decided."""
    rows = fetch(
        connection,
        "select * from figure_under_review where list_contains($ids, figure_id) order by ordinal",
        {"ids": list(figure_ids)},
    )
    return tuple(rows)


def history(figure_id: str, *, folder: Path | str | None = None) -> list[Row]:
    """All decisions on a figure, newest first, those just made too: columns of the query decision_history."""
    with writing(Folder.of(folder), publish=False) as connection:
        return fetch(
            connection,
            "select * from decision_told where figure_id = $id order by position desc",
            {"id": figure_id},
        )


def sha256_of(connection: duckdb.DuckDBPyConnection, report_id: str) -> str:
    """Of the file a report was read from: its first, whose sha256 the report_id begins."""
    found = fetch(
        connection,
        """
        select sha256 from report_file
        where report_id = $id
        order by not starts_with(sha256, $id), added_at
        """,
        {"id": report_id},
    )
    if not found:
        raise DecisionRefused("unknown_report", report_id=report_id)
    return str(found[0]["sha256"])


def must_exist(connection: duckdb.DuckDBPyConnection, indicator: str) -> None:
    """Raises DecisionRefused for an indicator that the catalogue doesn't have."""
    known = fetch(connection, "select 1 as one from indicator where code = $code", {"code": indicator})
    if not known:
        raise DecisionRefused("unknown_indicator", indicator=indicator)


def resolved(
    connection: duckdb.DuckDBPyConnection, report_id: str, part: str | None, part_kind: str | None
) -> Row:
    """A part as the unit or period it names, seen from a report; of no stated kind it may be either."""
    if not part:
        return {}
    report = fetch(connection, "select unit_key, period from report where report_id = $id", {"id": report_id})
    within, period = unit(report[0]["unit_key"]), Period.parse(report[0]["period"])
    kinds = ("place", "period") if part_kind is None else (part_kind,)
    found = [part_of(part, kind, within, period) for kind in kinds]
    best = next((one for one in found if one != Part()), Part())
    return {"part_unit_key": best.unit_key, "part_period": best.period}
