"""``make fuzz``: thousands of spoilt files through the reader; a crash, a hang or a glut is an error.

Each is read as loading reads it, in a process that is ended when it goes too far. That ending protects
whoever loads; here it counts as a fault, and the file is kept below build/fuzz.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import click
import psutil

from grassroots.store.outcome import Problem
from grassroots.store.preparing import Given
from grassroots.store.reading_child import Child
from grassroots.store.reading_worker import Job
from grassroots.store.sources import collected
from tools.fuzz_mutants import mutant
from tools.fuzz_seeds import seeds

SECONDS, MEGABYTES = 10.0, 1000
_FAULTS = {"reader_died": "crash", "unexpected": "crash", "took_too_long": "hang"}
_RARE = {"doc": 40, "rtf": 40, "png": 4, "jpg": 4, "tif": 4}  # slow ones: one in so many of their turns
_KEPT = Path(__file__).resolve().parent.parent / "build" / "fuzz"


@dataclass
class Report:
    """What became of all files: how many of each answer, and the faults with the file's number."""

    answers: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str, str]] = field(default_factory=list)  # number, ending, what
    slowest: float = 0.0  # seconds of computing
    largest: float = 0.0  # megabytes of one reading process at its peak


def spoilt_files(
    count: int, seed: int, folder: Path, *, without: tuple[str, ...] = ()
) -> Iterator[tuple[str, bytes]]:
    """``count`` spoilt files, the same for the same seed."""
    whole = [one for one in seeds(folder) if one[0] not in without]
    others = [content for _, content in whole]
    made = 0
    turn = 0
    while made < count:
        turn += 1
        for at, (ending, content) in enumerate(whole):
            if made < count and turn % _RARE.get(ending, 1) == 0:
                made += 1
                yield ending, mutant(random.Random(f"{seed}/{turn}/{at}"), ending, content, others)


def fuzz(
    files: Iterator[tuple[str, bytes]], workers: int, told: Callable[[Report], object] = lambda _: None
) -> Report:
    """Reads each file in one of ``workers`` processes."""
    report = Report()
    with tempfile.TemporaryDirectory(prefix="grassroots-fuzz-") as folder:
        readers = [_Reader(Path(folder) / str(at)) for at in range(workers)]
        with ThreadPoolExecutor(workers) as threads:
            running: list[Future[None]] = []
            free = list(readers)

            def read(number: int, ending: str, content: bytes) -> None:
                reader = free.pop()
                try:
                    reader.read(number, ending, content, report)
                finally:
                    free.append(reader)

            for number, (ending, content) in enumerate(files):
                running.append(threads.submit(read, number, ending, content))
                if len(running) >= 4 * workers:
                    running.pop(0).result()
                    told(report)
            for future in running:
                future.result()
        for reader in readers:
            reader.child.end()
    told(report)
    return report


class _Reader:
    """One reading process and a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.child = Child()

    def read(self, number: int, ending: str, content: bytes, report: Report) -> None:
        path = self.folder / f"report.{ending}"
        path.write_bytes(content)
        if ending == "zip":
            self._archive(number, path, content, report)
        else:
            self._file(number, path, content, report)

    def _archive(self, number: int, path: Path, content: bytes, report: Report) -> None:
        """Archives of files are unpacked by the process that loads, which nobody watches over."""
        began = time.thread_time()
        try:
            with collected([path]) as sources:
                answer = f"{min(len(sources), 9)} files"
        except Exception as error:  # whatever it is would have ended the loading
            answer = "crash"
            self._fault(number, path.suffix, f"crash: {error!r}", content, report)
        self._measure(number, path.suffix, content, time.thread_time() - began, 0, report)
        report.answers[f".zip {answer}"] += 1

    def _file(self, number: int, path: Path, content: bytes, report: Report) -> None:
        if not self.child.alive:
            self.child = Child()
        before = self._used()
        given = Given(unit_key="2020:25375", period="2024-year")
        answer = self.child.read(Job(self.folder, path, path.name, given), lambda _: None)
        after = self._used()
        code = answer.code if isinstance(answer, Problem) else "read"
        report.answers[f"{path.suffix} {code}"] += 1
        if code in _FAULTS:
            detail = answer.details.get("error", "") if isinstance(answer, Problem) else ""
            self._fault(number, path.suffix, f"{_FAULTS[code]} ({code}) {detail}", content, report)
        self._measure(number, path.suffix, content, after[0] - before[0], after[1], report)

    def _used(self) -> tuple[float, float]:
        """Seconds of computing and megabytes at the peak; nothing of a process that is gone."""
        try:
            process = psutil.Process(self.child.pid)
            times = process.cpu_times()
            peak = process.memory_info().rss / 2**20
            status = Path(f"/proc/{self.child.pid}/status")
            if status.exists():
                peak = float(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
            return times.user + times.system, peak
        except (psutil.Error, OSError, IndexError, ValueError):
            return 0.0, 0.0

    def _measure(
        self, number: int, ending: str, content: bytes, seconds: float, megabytes: float, report: Report
    ) -> None:
        report.slowest, report.largest = max(report.slowest, seconds), max(report.largest, megabytes)
        if seconds > SECONDS:
            self._fault(number, ending, f"hang: {seconds:.1f} s", content, report)
        if megabytes > MEGABYTES:
            self._fault(number, ending, f"glut: {megabytes:.0f} MB", content, report)

    def _fault(self, number: int, ending: str, what: str, content: bytes, report: Report) -> None:
        report.faults.append((number, ending, what.strip()))
        _KEPT.mkdir(parents=True, exist_ok=True)
        (_KEPT / f"{number}{ending}").write_bytes(content)


@click.command()
@click.option("--count", default=10_000, show_default=True, help="How many spoilt files.")
@click.option("--seed", default=2026, show_default=True, help="Another seed, other files.")
@click.option("--skip", default=0, show_default=True, help="Leave out so many at the beginning, to go on.")
@click.option("--workers", default=os.cpu_count() or 1, show_default=True, help="Reading processes.")
def main(count: int, seed: int, skip: int, workers: int) -> None:
    """Read spoilt files; end with an error where one crashed its reader, hung or swelled it."""
    from tqdm import tqdm

    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        tqdm(total=count - skip, unit=" files", mininterval=5) as bar,
    ):
        files = spoilt_files(count, seed, Path(folder))
        files = islice(files, skip, None)
        report = fuzz(files, workers, lambda so_far: bar.update(so_far.answers.total() - bar.n))
    for answer, number in sorted(report.answers.items()):
        click.echo(f"{number:>7}  {answer}")
    for number, ending, what in report.faults:
        click.echo(f"fault: file {number}{ending}: {what}; kept in {_KEPT}")
    click.echo(
        f"{report.answers.total()} files in {time.monotonic() - began:.0f} s, {len(report.faults)} faults;"
        f" slowest {report.slowest:.1f} s of computing, largest {report.largest:.0f} MB"
    )
    if report.faults:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
