"""What the store holds, at a glance; originals; and emptying out the sample."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from grassroots.store import applying, journal, originals, publishing
from grassroots.store.folder import Folder
from grassroots.store.reader import Reader
from grassroots.store.rows import Row
from grassroots.store.writing import writing


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of a store. ``updated_at`` is the newest load or decision, UTC."""

    path: Path
    version: int
    reports: int
    illustrative_reports: int
    files: int
    figures: int
    undecided_figures: int
    decisions: int
    issues: int
    updated_at: datetime | None
    bytes: int


def status(folder: Path | str | None = None) -> Status:
    store = Folder.of(folder)
    reader = Reader(store.path)
    row = reader.rows(_STATUS)[0]
    size = sum(file.stat().st_size for file in store.path.rglob("*") if file.is_file())
    return Status(path=store.path, version=reader.version, bytes=size, **row)


def reports(folder: Path | str | None = None) -> list[Row]:
    """Every report with its unit's name and its files, newest period first."""
    return Reader(folder).rows(_REPORTS)


def original(sha256: str, folder: Path | str | None = None) -> bytes:
    """The bytes of a file as it was received. Raises FileNotFoundError."""
    return original_path(sha256, folder).read_bytes()


def original_path(sha256: str, folder: Path | str | None = None) -> Path:
    """Where the bytes of a file lie as they were received. Raises FileNotFoundError."""
    path = originals.find(Folder.of(folder), sha256)
    if path is None:
        raise FileNotFoundError(sha256)
    return path


def empty_sample(*, by: str, folder: Path | str | None = None) -> int:
    """Takes every illustrative report out of the store; gives how many files went. Readers see it at once."""
    store = Folder.of(folder)
    with writing(store) as connection:
        held = connection.execute("select count(*) from report where illustrative").fetchone()
        if not held or not held[0]:
            return 0
        entry = journal.append(store.journal, [journal.new_entry("empty_sample", by, {})])[0]
        gone = applying.empty_sample(connection, entry)
    for sha256 in gone:
        originals.remove(store, sha256)
    return len(gone)


def version(folder: Path | str | None = None) -> int:
    """The number of the newest published copy; 0 when there is none."""
    found = publishing.newest(Folder.of(folder))
    return 0 if found is None else found[0]


_STATUS = """
    select
        (select count(*) from report) as reports,
        (select count(*) from report where illustrative) as illustrative_reports,
        (select count(*) from report_file) as files,
        (select count(*) from figure) as figures,
        (
            select count(*)
            from figure join report using (report_id)
            where source_kind = 'narrative' and read_by not in ('kept', 'person')
                and figure_id not in (select figure_id from decision_standing)
        ) as undecided_figures,
        (select count(*) from decision) as decisions,
        (select count(*) from issue) as issues,
        (
            select max(happened)
            from (
                select max(added_at) as happened from report_file
                union all
                select max(decided_at) from decision
            )
        ) as updated_at
"""

_REPORTS = """
    select report.*, unit.name, unit.kind, held.files,
        coalesce(read.figures, 0) as figures
    from report
    left join unit using (unit_key)
    left join (
        select report_id, list(file_name order by added_at) as files from report_file group by report_id
    ) as held using (report_id)
    left join (select report_id, count(*) as figures from figure group by report_id) as read using (report_id)
    order by period_year desc, last_day desc, unit.name, loaded_at
"""
