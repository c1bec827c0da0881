"""What happens when the dashboard starts on an empty store: the illustrative sample is loaded into it.

The newest period is loaded first, so that there is something to see; the others follow in a process of
their own while the dashboard serves. ``sample.json`` in the store's folder names the periods still waiting,
so that a start after an interruption goes on where it stopped. Emptying the sample ends the loading.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from grassroots import sample, settings

BY = "sample"
_PUBLISHED = "published"  # the workbook of true figures beside the archives
Progress = Callable[[int, int], None]  # files done, files in all


@dataclass(frozen=True, slots=True)
class Waiting:
    """How far loading the sample has come: periods still to load, the next one first, of how many."""

    periods: tuple[str, ...]
    total: int

    @property
    def done(self) -> int:
        return self.total - len(self.periods)


def is_needed() -> bool:
    """Whether nothing was ever loaded, decided or emptied here, and no loading of the sample begun."""
    journal = settings.store_folder() / "journal.jsonl"
    begun = journal.exists() and journal.stat().st_size > 0
    return not begun and not _note().exists() and bool(sample.archives())


def waiting() -> Waiting | None:
    """The periods still to be loaded; None when all are, or none were asked for."""
    try:
        noted = json.loads(_note().read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    return Waiting(tuple(noted["waiting"]), int(noted["total"])) if noted["waiting"] else None


def begin(progress: Progress | None = None) -> None:
    """Load the newest period when the store is empty; then let the rest be loaded in the background.

    Costs a file's look when nothing is to be done. Two starts at once: the second waits for the first.
    """
    if not is_needed() and waiting() is None:
        return
    settings.store_folder().mkdir(parents=True, exist_ok=True)
    with FileLock(settings.store_folder() / "first_start.lock"):
        if is_needed():
            periods = _periods()
            _write_note(periods, len(periods))
            _load_next(progress)
    if waiting() is not None:
        start_beside("sample", "--rest")


def start_beside(*command: str) -> None:
    """One of our commands in a process of its own, which outlives neither its work nor the terminal."""
    subprocess.Popen([sys.executable, "-m", "grassroots", *command], cwd=settings.ROOT)


def decline() -> None:
    """Begin without the sample: an empty store stays empty."""
    if is_needed():
        settings.store_folder().mkdir(parents=True, exist_ok=True)
        _write_note([], 0)


def go_on(progress: Progress | None = None) -> None:
    """Load the periods that wait, one after the other; nothing when another process is at it."""
    try:
        with FileLock(settings.store_folder() / "sample.lock", timeout=0):
            while waiting() is not None:
                _load_next(progress)
    except Timeout:
        return


def load_sample(progress: Progress | None = None) -> int:
    """Load the whole sample in one go. Returns the number of files."""
    return _load(_periods(), progress)


def _periods() -> list[str]:
    """What the sample consists of, the newest period first."""
    return [period.code for period, _ in sample.archives()] + [_PUBLISHED]


def _load_next(progress: Progress | None) -> None:
    left = waiting()
    if left is None:
        return
    period, *others = left.periods
    if not _emptied():
        _load([period], progress)
        if not _emptied():
            _write_note(others, left.total)
            return
        from grassroots import store

        store.empty_sample(by=BY)  # emptied while this period was being loaded
    _write_note([], left.total)


def _load(periods: list[str], progress: Progress | None) -> int:
    from grassroots import store  # takes a while to import, and a second start doesn't need it

    archives = {period.code: path for period, path in sample.archives()}
    with tempfile.TemporaryDirectory() as folder:
        files: list[Path] = []
        for period in periods:
            if period == _PUBLISHED:
                files.append(sample.published_workbook())
            else:
                files += sample.files(archives[period], Path(folder) / period)

        def tell(done: int, total: int, _: store.FileResult) -> None:
            if progress is not None:
                progress(done, total)

        store.load_files(files, by=BY, progress=tell)
    return len(files)


def _emptied() -> bool:
    journal = settings.store_folder() / "journal.jsonl"
    return journal.exists() and '"empty_sample"' in journal.read_text(encoding="utf-8")


def _note() -> Path:
    return settings.store_folder() / "sample.json"


def _write_note(periods: list[str], total: int) -> None:
    note = _note()
    fresh = note.with_suffix(".new")
    fresh.write_text(json.dumps({"waiting": periods, "total": total}), encoding="utf-8")
    fresh.replace(note)
