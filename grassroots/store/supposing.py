"""Questions put to a published copy as if a scenario held: what it changes lies over it, for one cursor.

A cursor's temporary tables are found before the copy's own of the same name, by views and macros too. So a
scenario's rows are laid there by ``queries/scenario/*.sql``, what is derived from them is made by the very
files that made it when the copy was published, and every question runs as it stands: docs/decisions/0018.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb

from grassroots import settings
from grassroots.periods import Period
from grassroots.scenario import SILENT, Scenario, Settled
from grassroots.store.schema import Statement, statements

if TYPE_CHECKING:
    import pandas as pd

_FOLDER = settings.QUERIES / "scenario"
_KEPT_DESKS = 6  # a place of a hundred communes takes some ten megabytes
_LAID_BETWEEN_TIDYINGS = 32  # what is deleted from a table in memory stays there until a checkpoint


@dataclass(frozen=True, slots=True)
class Supposition:
    """A scenario, and the place and period that it is made for.

    ``as_sum``: places are read as the sum of their communes though their own reports would do.
    """

    scenario: Scenario
    place: str
    period: str
    as_sum: bool = False


class Supposed:
    """A store as it would be: answers questions like a reader. Safe to share between threads."""

    def __init__(self, supposition: Supposition, desks: Desks) -> None:
        self.supposition, self._desks = supposition, desks
        self._spelled_out: dict[bool, Supposition] = {}

    @property
    def version(self) -> int:
        return self._desks.version

    def frame(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The rows of one SELECT with bound ``params``, as they would be in the place that it asks of."""
        given = dict(params or {})
        place, only_confirmed = given.get("place"), bool(given.get("only_confirmed", False))
        supposition = self.supposition
        if place not in (None, supposition.place):
            supposition = self._elsewhere(only_confirmed)
        return self._desks.of(place, supposition.period, only_confirmed).frame(supposition, sql, given)

    def _elsewhere(self, only_confirmed: bool) -> Supposition:
        """The same with the communes spelled out that "all" and "silent" mean in the scenario's own place."""
        if only_confirmed not in self._spelled_out:
            made_for = self.supposition
            desk = self._desks.of(made_for.place, made_for.period, only_confirmed)
            self._spelled_out[only_confirmed] = desk.spelled_out(made_for)
        return self._spelled_out[only_confirmed]


class Desks:
    """The cursors at work on one published copy: one a place, period and choice of confirmed figures."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, version: int) -> None:
        self.version = version
        self._connection = connection
        self._lock = threading.Lock()
        self._held: OrderedDict[tuple[str | None, str, bool], _Desk] = OrderedDict()

    def of(self, place: str | None, period: str, only_confirmed: bool) -> _Desk:
        key = (place, period, only_confirmed)
        with self._lock:
            desk = self._held.get(key)
            if desk is None:
                # A connection is one thread's at a time; that of the reader makes cursors only.
                desk = self._held[key] = _Desk(self._connection.cursor(), *key)
            self._held.move_to_end(key)
            while len(self._held) > _KEPT_DESKS:
                self._held.popitem(last=False)
            return desk


class _Desk:
    """One cursor with the rows of a place and period, and the scenario that lies over them now."""

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, place: str | None, period: str, only_confirmed: bool
    ) -> None:
        self._cursor, self._lock = cursor, threading.Lock()
        self._place = place
        self._given = {"place": place, "period": period, "only_confirmed": only_confirmed}
        self._laid: Supposition | None = None
        self._run_with: dict[str, Mapping[str, Any]] = {}  # file → the values it was last run with
        self._planned: set[str] = set()  # statements that DuckDB holds the plan of
        self._laid_since = 0  # the last tidying

    def frame(self, supposition: Supposition, sql: str, params: dict[str, Any]) -> pd.DataFrame:
        with self._lock:
            if self._laid != supposition:
                self._lay(supposition)
            return self._cursor.execute(sql, params or None).df()

    def spelled_out(self, supposition: Supposition) -> Supposition:
        """The supposition with every commune named that it changes here."""
        with self._lock:
            if self._laid != supposition:
                self._lay(supposition)
            left_out = self._cursor.execute("select unit_key from left_out order by 1").fetchall()
            settled = self._cursor.execute(
                "select which, unit_key, settled::bigint from settled_more where is_commune order by 2"
            ).fetchall()
        scenario = replace(
            supposition.scenario,
            left_out=tuple(str(unit) for (unit,) in left_out),
            settled=tuple(Settled(which, unit, count) for which, unit, count in settled),
        )
        return replace(supposition, scenario=scenario)

    def _lay(self, supposition: Supposition) -> None:
        """Lays a scenario, and takes the one before away."""
        self._laid = None
        given = self._given | _bound(supposition)
        self._run("015_sheets", given)
        self._run("020_marks", given)
        if self._place is not None:
            self._run("010_place", given)
            units = self._run("030_units", given)
            missing = self._run("050_missing", given, anew=units)
            kept = self._run("055_kept", given, anew=units or missing)
            self._run("057_asked", given)
            settled = self._run("060_settled", given, anew=units)
            self._run("070_moved", given, anew=kept or settled)
        self._laid = supposition
        self._tidy()

    def _run(self, name: str, given: Mapping[str, Any], *, anew: bool = False) -> bool:
        """Runs a file unless it was run with these values; ``anew`` where what it reads has changed."""
        wanted = {one: given[one] for statement in _statements_of(name) for one in statement.parameters}
        if not anew and self._run_with.get(name) == wanted:
            return False
        self._run_with.pop(name, None)
        for number, statement in enumerate(_statements_of(name)):
            self._execute(f"{name}_{number}", statement, wanted)
        self._run_with[name] = wanted
        return True

    def _execute(self, name: str, statement: Statement, given: Mapping[str, Any]) -> None:
        """Runs a statement. One that fills a table from others alone is planned once, which takes longer than
        running it. DuckDB forgets no plan, but plans at each run again once any table was made since."""
        if statement.parameters:
            self._cursor.execute(statement.sql, {one: given[one] for one in statement.parameters})
        elif statement.kind == "INSERT":
            if name not in self._planned:
                self._cursor.execute(f'prepare "{name}" as {statement.sql}')
                self._planned.add(name)
            self._cursor.execute(f'execute "{name}"')
        else:
            self._cursor.execute(statement.sql)
            if statement.kind == "CREATE":
                self._planned.clear()

    def _tidy(self) -> None:
        self._laid_since += 1
        if self._laid_since >= _LAID_BETWEEN_TIDYINGS:
            self._cursor.execute("checkpoint temp")
            self._laid_since = 0


def _bound(supposition: Supposition) -> dict[str, Any]:
    """A scenario as the values that ``queries/scenario/*.sql`` bind."""
    scenario, period = supposition.scenario, Period.parse(supposition.period)
    return {
        "as_sum": supposition.as_sum or scenario.as_sum,
        "left_out": [unit for unit in scenario.left_out if unit != SILENT],
        "without_silent": SILENT in scenario.left_out,
        "settled_units": [one.unit for one in scenario.settled],
        "settled_which": [one.which for one in scenario.settled],
        "settled_counts": [one.count for one in scenario.settled],
        "missing": scenario.missing,
        "last_year": period.same_period_of(period.year - 1).code,
        "mark_sheets": [sheet for sheet, _ in scenario.marks],
        "mark_percents": [percent for _, percent in scenario.marks],
    }


@cache
def _statements_of(name: str) -> list[Statement]:
    return statements((_FOLDER / f"{name}.sql").read_text(encoding="utf-8"))
