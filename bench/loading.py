"""``python -m bench.loading``: hundreds of mixed files in one go, Word files a second, scans a minute.

The files are made of the sample: its Word reports and forms, and the same reports as plain text, HTML, PDF
and scans. Memory is that of this process and all it starts, at its peak.
"""

from __future__ import annotations

import os
import tempfile
import textwrap
import threading
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import psutil
from PIL import Image, ImageDraw, ImageFont

from grassroots import sample, store
from grassroots.reading.documents import document_of

MIXED = {"docx": 240, "xlsx": 180, "txt": 40, "html": 20, "pdf": 12, "png": 8}
LEAST_WORD_FILES_A_SECOND = 10.0
LEAST_PAGES_A_MINUTE_A_CORE = 5.0
MOST_MEGABYTES = 1000
_WIDE, _HIGH, _LINE, _LETTERS = 1240, 1754, 30, 84  # A4 at 150 dots an inch


@dataclass
class Memory:
    """The peak of a process and all below it, in megabytes."""

    peak: float = 0.0

    @contextmanager
    def watched(self) -> Iterator[None]:
        stopped = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(stopped,), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            stopped.set()
            watcher.join()

    def _watch(self, stopped: threading.Event) -> None:
        this = psutil.Process()
        while not stopped.wait(0.7):
            used = 0
            for process in [this, *this.children(recursive=True)]:
                try:
                    # What processes share is counted once where the system tells it.
                    full = process.memory_full_info()
                    used += getattr(full, "pss", 0) or full.rss
                except psutil.Error:
                    continue
            self.peak = max(self.peak, used / 2**20)


def make_files(folder: Path, counts: dict[str, int]) -> dict[str, list[Path]]:
    """Files of each kind, no two with the same bytes."""
    whole: dict[str, list[Path]] = {"docx": [], "xlsx": []}
    for period, archive in sample.archives():
        for path in sample.files(archive, folder / "sample" / period.code):
            whole[path.suffix.removeprefix(".")].append(path)
    into = folder / "mixed"
    into.mkdir()
    texts = [[one.text for one in document_of(path, "docx").passages] for path in whole["docx"]]
    made: dict[str, list[Path]] = {}
    for kind, count in counts.items():
        made[kind] = []
        for number in range(count):
            path = into / f"{number:03d}.{kind}"
            if kind in whole:
                _copy(whole[kind][number % len(whole[kind])], path, number)
            else:
                _write(texts[number % len(texts)], path, number)
            made[kind].append(path)
    return made


def _copy(source: Path, path: Path, number: int) -> None:
    path.write_bytes(source.read_bytes())
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = str(number).encode()


def _write(texts: Sequence[str], path: Path, number: int) -> None:
    lines = [*texts, f"({number})"]
    if path.suffix == ".txt":
        path.write_text("\n".join(lines), encoding="utf-8")
    elif path.suffix == ".html":
        path.write_text("".join(f"<p>{line}</p>" for line in ["", *lines]), encoding="utf-8")
    else:
        first, *others = _drawn(lines)
        if path.suffix == ".pdf":
            first.save(path, save_all=True, append_images=others)
        else:
            first.save(path)


def _drawn(texts: Sequence[str]) -> list[Image.Image]:
    """Pages as a scanner gives them."""
    words = [line for text in texts for line in textwrap.wrap(text, _LETTERS)]
    pages = []
    letters = ImageFont.truetype(_font(), 22)
    for first in range(0, len(words), 52):
        page = Image.new("L", (_WIDE, _HIGH), 255)
        drawn = ImageDraw.Draw(page)
        for at, line in enumerate(words[first : first + 52]):
            drawn.text((90, 90 + at * _LINE), line, fill=0, font=letters)
        pages.append(page)
    return pages


def _font() -> str:
    places = (
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "C:/Windows/Fonts/times.ttf",
        "/System/Library/Fonts/Supplemental/Times New Roman.ttf",
    )
    return next(place for place in places if Path(place).exists())


@dataclass(frozen=True)
class Loaded:
    """One load: seconds by the clock, and of computing in all processes together."""

    summary: store.LoadSummary
    seconds: float
    computing: float


def _load(paths: Sequence[Path], folder: Path) -> Loaded:
    began, used = time.perf_counter(), _computed()
    summary = store.load_files(paths, by="bench", illustrative=True, folder=folder)
    return Loaded(summary, time.perf_counter() - began, _computed() - used)


def _computed() -> float:
    """Seconds of computing of this process, of those below it, and of what these have ended."""
    this = psutil.Process()
    times = [this.cpu_times(), *(child.cpu_times() for child in this.children(recursive=True))]
    below = sum(one.children_user + one.children_system for one in times[1:])
    return below + sum(one.user + one.system for one in times)


@click.command()
@click.option("--part", default=1.0, show_default=True, help="So much of the five hundred files.")
@click.option("--strict", is_flag=True, help="End with an error where a limit is passed.")
def main(part: float, strict: bool) -> None:
    """Load five hundred mixed files, then the same again, then Word files and scans alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = make_files(folder, {kind: max(1, round(part * count)) for kind, count in MIXED.items()})
        memory = Memory()
        for number in range(4):
            store.Reader(folder / f"store{number}")  # units and reference data are no part of loading
        with memory.watched():
            mixed = _load([folder / "mixed"], folder / "store0")
        again = _load([folder / "mixed"], folder / "store0")
        word = _load(files["docx"], folder / "store1")
        scans = _load(files["png"], folder / "store2")
        cores = min(2, os.cpu_count() or 1)
        a_second = len(files["docx"]) / word.seconds
        a_minute = 60 * len(files["png"]) / scans.seconds / cores
        click.echo(
            f"{len(mixed.summary.results)} mixed files: {mixed.seconds:.1f} s,"
            f" {len(mixed.summary.failed)} failed;"
            f" all processes together {memory.peak:.0f} MB at their peak (limit {MOST_MEGABYTES});"
            f" the same again: {again.seconds:.1f} s"
        )
        click.echo(
            f"Word files: {a_second:.1f} a second (at least {LEAST_WORD_FILES_A_SECOND:g}),"
            f" {1000 * word.computing / len(files['docx']):.0f} ms of computing each"
        )
        click.echo(
            f"scans: {a_minute:.1f} pages a minute a core (at least {LEAST_PAGES_A_MINUTE_A_CORE:g}),"
            f" {scans.computing / len(files['png']):.1f} s of computing each"
        )
    within = (
        memory.peak <= MOST_MEGABYTES
        and a_second >= LEAST_WORD_FILES_A_SECOND
        and a_minute >= LEAST_PAGES_A_MINUTE_A_CORE
    )
    if strict and not within:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
