"""Reference data: units and the small tables of ``data/reference/``, refilled when their content changes."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from grassroots import checks, resolutions, settings, units
from grassroots.store import resolution_rows, schema
from grassroots.store.rows import append

_FROM_CSV = {  # table → file below data/reference/, in the order of filling
    "indicator": "indicators.csv",
    "score_sheet": "score_sheets.csv",
    "score_criterion": "score_criteria.csv",
    "score_mark": "score_marks.csv",
    "target": "targets.csv",
    "check_rule": "checks.csv",
    "composite_part": "composites.csv",
    "reception_rule": "reception_days.csv",
    "reporting_rule": "reporting_rules.csv",
}


def fill(connection: duckdb.DuckDBPyConnection) -> bool:
    """Replaces all reference data when its files differ from what was filled in; True when they did.

    Raises RuleFault, ResolutionFault.
    """
    current = fingerprint()
    if schema.applied(connection, "reference") == current:
        return False
    if (settings.REFERENCE / _FROM_CSV["check_rule"]).exists():
        checks.rules()  # a line that can't be followed is said before anything is replaced
    made = resolution_rows.rows_by_table()
    with schema.transaction(connection):
        fill_units(connection)
        for table, file_name in _FROM_CSV.items():
            file = settings.REFERENCE / file_name
            if file.exists():
                _replace(connection, table, _rows_of(file))
        for table, rows in made.items():
            _replace(connection, table, rows)
        schema.derive_lookups(connection)
        schema.record(connection, "reference", "all", current)
    return True


def fingerprint() -> str:
    files = [settings.REFERENCE / name for name in _FROM_CSV.values()]
    files += sorted((settings.REFERENCE / "units").glob("*.csv"))
    files += resolutions.resolution_files()
    in_force = sum(change.since <= date.today() for change in units.changes())
    return f"{schema.fingerprint(file for file in files if file.exists())}-{in_force}"


def fill_units(connection: duckdb.DuckDBPyConnection) -> None:
    """Units under the name and kind they have today: what a page calls them, whichever period it shows."""
    everything = units.all_units()
    _replace(connection, "unit", [units.called_on(one, date.today())._asdict() for one in everything])
    _replace(
        connection,
        "unit_succession",
        [
            {"old_key": old, "new_key": new, "whole": whole, "note": note}
            for old, new, whole, note in units.succession()
        ],
    )
    spelt: dict[tuple[str, str], dict[str, Any]] = {}
    for one in everything:
        for spelling in units.spellings(one):
            spelt[one.unit_key, spelling] = {
                "unit_key": one.unit_key,
                "spelling": spelling,
                "folded": units.fold(spelling),
            }
    _replace(connection, "unit_name", list(spelt.values()))


def _rows_of(file: Path) -> list[dict[str, Any]]:
    """Rows of a CSV file; an empty cell is NULL, a missing ``position`` is the line's own."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [{key: value or None for key, value in row.items()} for row in csv.DictReader(lines)]
    return [{"position": number, **row} for number, row in enumerate(rows, start=1)]


def _replace(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    connection.execute("delete from " + table)
    append(connection, table, rows)
