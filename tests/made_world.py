"""A small world of units and reports in a real DuckDB, written as literal rows."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import duckdb

from grassroots import queries, settings
from grassroots.periods import Period
from grassroots.store import Reader, schema

Row = dict[str, Any]
_VALID = {
    "2020": (date(2020, 1, 1), date(2024, 12, 31)),
    "2025-01": (date(2025, 1, 1), date(2025, 6, 30)),
    "2025-07": (date(2025, 7, 1), None),
}
_kept = TemporaryDirectory(prefix="world-")
_BEGINNING = datetime(2026, 11, 1, 8, 0)


class World:
    """Rows go in by plain words; :meth:`ask` derives the measures and puts a question."""

    def __init__(self, folder: Path | None = None) -> None:
        """A new database in ``folder``; without one, in a folder that goes with the process."""
        self._file = (folder or Path(mkdtemp(dir=_kept.name))) / "world.duckdb"
        shutil.copy(_empty_world(), self._file)
        self.connection: duckdb.DuckDBPyConnection = duckdb.connect(self._file, config={"threads": 1})
        self._reports = self._decisions = 0
        self._ordinals: dict[str, int] = {}
        self._reader: Reader | None = None

    def copy(self, folder: Path) -> World:
        """The same rows in a database of their own, with what is derived from them: that takes a while."""
        derived = self.reader
        self.connection.execute("checkpoint")
        made = World.__new__(World)
        made.__dict__.update(self.__dict__, _ordinals=dict(self._ordinals))
        made._file = folder / "world.duckdb"
        shutil.copy(self._file, made._file)
        made.connection = duckdb.connect(made._file, config={"threads": 1})
        made._reader = Reader.of(made.connection, derived.version)
        return made

    def unit(
        self,
        unit_key: str,
        name: str,
        level: str = "commune",
        parent: str | None = None,
        province: str | None = None,
        kind: str = "xã",
        **more: Any,
    ) -> str:
        vintage, code = unit_key.split(":")
        valid_from, valid_to = _VALID[vintage]
        self._insert(
            "unit",
            {
                "unit_key": unit_key,
                "vintage": vintage,
                "code": code,
                "name": name,
                "kind": kind,
                "level": level,
                "parent_key": parent,
                "province_key": province or parent or unit_key,
                "longitude": 106.9,
                "latitude": 11.5,
                "valid_from": valid_from,
                "valid_to": valid_to,
                **more,
            },
        )
        return unit_key

    def went_into(self, old_key: str, new_key: str, *, whole: bool = True) -> None:
        self._insert("unit_succession", {"old_key": old_key, "new_key": new_key, "whole": whole})

    def report(
        self,
        unit_key: str,
        period: str,
        figures: dict[str, float] | None = None,
        *,
        source: str = "form",
        **more: Any,
    ) -> str:
        """A report with own totals ``figures``; unless said otherwise a real form over its period's days."""
        self._reports += 1
        report_id = f"r{self._reports:02d}"
        named = Period.parse(period)
        first_day, last_day = named.days(more.get("regime", "calendar"))
        self._insert(
            "report",
            {
                "report_id": report_id,
                "source_kind": source,
                "unit_key": unit_key,
                "period": period,
                "period_year": named.year,
                "period_name": named.name,
                "months": named.months,
                "first_day": first_day,
                "last_day": last_day,
                "regime": "calendar",
                "scope": "whole_area",
                "illustrative": False,
                "reader_version": "1",
                "loaded_by": "an",
                "loaded_at": _BEGINNING + timedelta(minutes=self._reports),
                **more,
            },
        )
        for indicator, value in (figures or {}).items():
            self.figure(report_id, indicator, value)
        return report_id

    def figure(self, report_id: str, indicator: str, value: float, **more: Any) -> str:
        ordinal = self._ordinals[report_id] = self._ordinals.get(report_id, 0) + 1
        figure_id = f"{report_id}-{ordinal}"
        self._insert(
            "figure",
            {
                "figure_id": figure_id,
                "report_id": report_id,
                "ordinal": ordinal,
                "indicator": indicator,
                "value": value,
                "token": str(value),
                "quote": f"{indicator}: {value}",
                "confidence": 1.0,
                "read_by": "test",
                **more,
            },
        )
        return figure_id

    def inhabitants(self, unit_key: str, year: int, persons: int, **more: Any) -> None:
        """A row of a population file; rows given later hold before earlier ones."""
        self._populations = getattr(self, "_populations", 0) + 1
        given = {
            "entry_id": f"p{self._populations}", "source": "NGTK", "file_name": "dan_so.csv", "line": 2,
            "loaded_by": "an", "loaded_at": _BEGINNING, "position": self._populations, **more,
        }  # fmt: skip
        self._insert("population", {"unit_key": unit_key, "year": year, "persons": persons, **given})

    def decide(self, figure_id: str, action: str, **more: Any) -> None:
        self._decisions += 1
        self._insert(
            "decision",
            {
                "decision_id": f"d{self._decisions}",
                "figure_id": figure_id,
                "action": action,
                "decided_by": "bình",
                "stated": True,
                "position": self._decisions,
                "decided_at": _BEGINNING + timedelta(days=1, minutes=self._decisions),
                **more,
            },
        )

    def issue(
        self, report_id: str, rule: str, severity: str = "error", figure_ids: tuple[str, ...] = ()
    ) -> None:
        self._insert(
            "issue",
            {
                "issue_id": f"{report_id}-{rule}",
                "report_id": report_id,
                "rule": rule,
                "severity": severity,
                "figure_ids": list(figure_ids),
                "details": json.dumps({"rule": rule}),
            },
        )

    def row(self, table: str, **values: Any) -> None:
        self._insert(table, values)

    @property
    def reader(self) -> Reader:
        if self._reader is None:
            with schema.transaction(self.connection):
                schema.derive_lookups(self.connection)
            schema.derive(self.connection)
            self._reader = Reader.of(self.connection)
        return self._reader

    def ask(self, name: str, **params: Any) -> list[Row]:
        """The answer as rows; what is missing is None. Leaves out nothing."""
        cursor = self.reader and self.connection.execute(
            queries.query(name).sql, self._complete(name, params)
        )
        names = [str(column[0]) for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def one(self, name: str, **params: Any) -> Row:
        rows = self.ask(name, **params)
        assert len(rows) == 1, rows
        return rows[0]

    def measure(
        self,
        indicator: str,
        place: str,
        period: str,
        base: str | None = None,
        *,
        only_confirmed: bool = False,
    ) -> Row:
        rows = self.ask("area_measures", place=place, period=period, base=base, only_confirmed=only_confirmed)
        return next(row for row in rows if row["indicator"] == indicator)

    def by_unit(self, name: str, **params: Any) -> dict[str, Row]:
        return {row["unit_key"]: row for row in self.ask(name, **params)}

    def _complete(self, name: str, params: dict[str, Any]) -> dict[str, Any]:
        defaults: dict[str, Any] = {"base": None, "only_confirmed": False}
        wanted = {one.name for one in queries.query(name).params}
        return {**{key: value for key, value in defaults.items() if key in wanted}, **params}

    def _insert(self, table: str, values: Row) -> None:
        self._reader = None
        columns = ", ".join(values)
        marks = ", ".join(f"${key}" for key in values)
        self.connection.execute(f"insert into {table} ({columns}) values ({marks})", values)


@cache
def _empty_world() -> Path:
    """A database with schema, views and the catalogue, no units: made once, since that takes a while."""
    file = Path(_kept.name) / "empty.duckdb"
    with duckdb.connect(file) as connection:
        schema.migrate(connection)
        for table, name in (
            ("indicator", "indicators.csv"),
            ("score_sheet", "score_sheets.csv"),
            ("score_criterion", "score_criteria.csv"),
            ("score_mark", "score_marks.csv"),
            ("check_rule", "checks.csv"),
            ("composite_part", "composites.csv"),
        ):
            _fill_reference(connection, table, settings.REFERENCE / name)
    return file


def _fill_reference(connection: duckdb.DuckDBPyConnection, table: str, file: Path) -> None:
    wanted = {str(column[0]) for column in connection.table(table).description}
    read = connection.read_csv(str(file), all_varchar=True)
    columns = [name for name in read.columns if name in wanted]
    if "position" not in columns and "position" in wanted:
        read = read.project(f"{', '.join(columns)}, row_number() over () as position")
        columns.append("position")
    read.project(", ".join(columns)).create_view("given")
    connection.execute(f"insert into {table} ({', '.join(columns)}) select * from given")
    connection.execute("drop view given")


PROVINCE, AN, BINH, CUC = "2025-07:75", "2025-07:101", "2025-07:102", "2025-07:103"


def today(folder: Path | None = None) -> World:
    """A province with three communes, as it is since July 2025."""
    world = World(folder)
    world.unit(PROVINCE, "Đồng Nai", "province", kind="tỉnh")
    for key, name in ((AN, "An"), (BINH, "Bình"), (CUC, "Cúc")):
        world.unit(key, name, parent=PROVINCE)
    return world


def across_july_2025(folder: Path | None = None) -> World:
    """The same with what was there before: two communes went into An, one into Bình, and one was split
    between Bình and Cúc beside a whole one into Cúc."""
    world = today(folder)
    world.unit("2025-01:75", "Đồng Nai", "province", kind="tỉnh")
    world.unit("2025-01:731", "Cũ", "district", parent="2025-01:75", kind="huyện")
    for code, name in (
        ("11", "An Một"),
        ("12", "An Hai"),
        ("21", "Bình Một"),
        ("31", "Cúc Một"),
        ("23", "Chia"),
    ):
        world.unit(f"2025-01:{code}", name, parent="2025-01:731", province="2025-01:75")
    world.went_into("2025-01:75", PROVINCE)
    for old, new in (("11", AN), ("12", AN), ("31", CUC)):
        world.went_into(f"2025-01:{old}", new)
    world.went_into("2025-01:21", BINH)
    for new in (BINH, CUC):
        world.went_into("2025-01:23", new, whole=False)
    return world
