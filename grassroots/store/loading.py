"""Loading report files: read beside, written in short batches under the lock, published as it goes."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from grassroots.store import journal, publishing, reading_pool, replaying
from grassroots.store.folder import Folder
from grassroots.store.identity import is_known
from grassroots.store.outcome import FileResult, LoadSummary, Problem
from grassroots.store.preparing import Given, Prepared
from grassroots.store.reading_worker import Job
from grassroots.store.sources import Named, Source, collected
from grassroots.store.taking_in import Load, take_in
from grassroots.store.writing import writing

Progress = Callable[[int, int, FileResult], None]
"""Called after each file with how many are done, of how many, and what became of it."""

BATCH = 80  # reports a stay under the lock: well under 1.5 seconds
SECONDS_BETWEEN_BATCHES = 1.5
SECONDS_BETWEEN_PUBLICATIONS = 2.0  # and three times as long as the last one took


def load_files(
    paths: Iterable[Path | str | Named],
    *,
    by: str,
    illustrative: bool = False,
    unit_key: str | None = None,
    period: str | None = None,
    progress: Progress | None = None,
    pages: reading_pool.Pages | None = None,
    folder: Path | str | None = None,
    workers: int = reading_pool.WORKERS,
) -> LoadSummary:
    """Loads files, folders (with all below) and zip archives; one bad file never stops the others.

    ``unit_key`` and ``period`` hold for files that don't say themselves whose and when they are. A person
    named ``by`` is recorded with each report. ``pages`` is told how far a long file is. Safe to interrupt
    and to run beside other loads.
    """
    store = Folder.of(folder)
    store.prepare()
    given = Given(illustrative, unit_key, period)
    with collected(paths) as sources:
        return _Loading(store, by, sources, progress).run(given, workers, pages)


def load_uploads(files: Sequence[tuple[str, bytes]], *, by: str, **options: object) -> LoadSummary:
    """Loads files given as (name, bytes), as a browser sends them; ``options`` as for load_files."""
    with TemporaryDirectory(prefix="grassroots-") as folder:
        given = []
        for number, (name, content) in enumerate(files):
            path = Path(folder) / str(number)  # a browser may send any name, "../x" and NUL among them
            path.write_bytes(content)
            given.append(Named(re.split(r"[\\/]", name)[-1], path))
        return load_files(given, by=by, **options)  # type: ignore[arg-type]


class _Loading:
    """One run of load_files."""

    def __init__(self, folder: Folder, by: str, sources: Sequence[Source], progress: Progress | None) -> None:
        self._folder, self._by, self._sources, self._progress = folder, by, sources, progress
        self._results: list[FileResult] = []
        self._waiting: list[FileResult | Prepared] = []  # a result where there is nothing to write
        self._written_at = self._published_at = time.monotonic()
        self._pause = SECONDS_BETWEEN_PUBLICATIONS
        self._unpublished = False

    def run(self, given: Given, workers: int, pages: reading_pool.Pages | None) -> LoadSummary:
        told = self._told_without_reading()
        jobs = [
            Job(self._folder.path, source.path, source.name, given)
            for source, result in zip(self._sources, told, strict=True)
            if result is None
        ]
        read = reading_pool.read_all(jobs, workers, pages)
        try:
            for source, result in zip(self._sources, told, strict=True):
                self._waiting.append(result or _result_or_report(source, next(read)))
                if self._due():
                    self._write()
            self._write(last=True)
        finally:
            read.close()
            if self._unpublished:  # interrupted: what was written is shown
                self._take_in([], {}, publish=True)
        found = publishing.newest(self._folder)
        return LoadSummary(tuple(self._results), 0 if found is None else found[0])

    def _told_without_reading(self) -> list[FileResult | None]:
        """What can be said of a file before it is read: a problem, or that its bytes are stored already."""
        known = publishing.known_files(self._folder)
        told: list[FileResult | None] = []
        for source in self._sources:
            report_id = known.get(_sha256(source.path)) if known and source.problem is None else None
            if source.problem is not None:
                told.append(FileResult(source.name, "failed", problem=source.problem))
            else:
                told.append(None if report_id is None else FileResult(source.name, "same", report_id))
        return told

    def _due(self) -> bool:
        waited = time.monotonic() - self._written_at
        return len(self._waiting) >= BATCH or waited >= SECONDS_BETWEEN_BATCHES

    def _write(self, *, last: bool = False) -> None:
        batch, self._waiting = self._waiting, []
        reports = [one for one in batch if isinstance(one, Prepared)]
        written: dict[int, FileResult] = {}
        publish = last or time.monotonic() - self._published_at >= self._pause
        if reports or (last and self._unpublished):
            self._take_in(reports, written, publish=publish)
        for one in batch:
            result = written[id(one)] if isinstance(one, Prepared) else one
            self._results.append(result)
            if self._progress is not None:
                self._progress(len(self._results), len(self._sources), result)
        self._written_at = time.monotonic()

    def _take_in(self, reports: Sequence[Prepared], results: dict[int, FileResult], *, publish: bool) -> None:
        """Journal first, for all that are not stored yet; then the database."""
        began = time.monotonic()
        with writing(self._folder, publish=publish) as connection:
            fresh: dict[str, Prepared] = {}
            for one in reports:
                sha256 = one.original.sha256
                known = is_known(connection, sha256)
                if known is not None or sha256 in fresh:
                    results[id(one)] = FileResult(one.file_name, "same", known or fresh[sha256].report_id)
                else:
                    fresh[sha256] = one
            entries = [
                journal.new_entry("load", self._by, replaying.load_content(one)) for one in fresh.values()
            ]
            written = journal.append(self._folder.journal, entries) if entries else []
            loads = [
                Load(entry, one, one.file_name) for entry, one in zip(written, fresh.values(), strict=True)
            ]
            for load, result in zip(loads, take_in(connection, loads), strict=True):
                results[id(load.read)] = result
        self._unpublished = not publish
        if publish:
            self._published_at = time.monotonic()
            self._pause = max(SECONDS_BETWEEN_PUBLICATIONS, 3 * (self._published_at - began))


def _result_or_report(source: Source, read: Prepared | Problem) -> FileResult | Prepared:
    return FileResult(source.name, "failed", problem=read) if isinstance(read, Problem) else read


def _sha256(path: Path) -> str:
    """Of a file's bytes; "" where it can't be read, which reading it will say."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
