"""``python -m bench.exports``: how long each kind of file takes to make, and the memory that it takes.

The sample's province, its newest period beside the year before, under no scenario and under one; each file
is made once, by a process of its own that has opened the store as a server has. Seconds are those from the
click to the bytes, the libraries that the kind needs imported; those of a processor tell a slow file from a
busy machine. Memory is the most that the process and those it started held together, what they share counted
once where the system says how much that is.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import click
import psutil

PLACES = ("2025-07:75", "2025-07:25363", "2025-07:VN")  # a province, a commune, the country
PERIOD, BASE = "2026-m09", "2025-m09"
SCENARIO = "settle~overdue~all"
LIMIT_SECONDS, LIMIT_MEGABYTES = 5.0, 500
_LOOKED_AT = 0.02  # seconds between two looks at the memory
_MEGABYTE = 2**20


@dataclass(frozen=True)
class Export:
    """One file: seconds to make it, those of a processor, the most megabytes held meanwhile, its bytes."""

    seconds: float
    computed: float
    megabytes: int
    size: int

    @property
    def within(self) -> bool:
        return self.seconds <= LIMIT_SECONDS and self.megabytes <= LIMIT_MEGABYTES


def measure(ending: str, place: str, scenario: str) -> Export:
    """Makes one file in a process of its own. Raises ``RuntimeError`` when that fails."""
    with subprocess.Popen(
        [sys.executable, "-c", "from bench.exports import make; make()", ending, place, scenario],
        stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        most = 0
        while process.poll() is None:
            most = max(most, _held(process.pid))
            time.sleep(_LOOKED_AT)
        assert process.stdout is not None
        said = process.stdout.read().split()
    if process.returncode or len(said) != 3:
        raise RuntimeError(f"{ending} of {place}: the process ended with {process.returncode}")
    return Export(float(said[0]), float(said[1]), most // _MEGABYTE, int(said[2]))


def _held(pid: int) -> int:
    """Bytes that a process and all that it started hold in memory."""
    held = 0
    try:
        process = psutil.Process(pid)
        for one in (process, *process.children(recursive=True)):
            found = one.memory_full_info()
            held += getattr(found, "pss", found.rss)  # a share of what several hold: Linux says it
    except psutil.NoSuchProcess:
        pass
    return held


def make() -> None:
    """In the process measured: prints the seconds and the bytes of one file."""
    from grassroots import briefs
    from grassroots.scenario import parse
    from grassroots.store import Reader, Supposition

    ending, place, scenario = sys.argv[1:]
    reader = Reader()
    reported = briefs.asked(reader, place, PERIOD, base=BASE)
    # a server has read its words and asked its store before: that is no part of making a file
    assert reported.measures and reported.title
    started, before = time.perf_counter(), _computed()
    if scenario:
        supposed = reader.supposing(Supposition(parse(scenario), place, PERIOD))
        wanted = briefs.asked(supposed, place, PERIOD, reported=reader, base=BASE, scenario=scenario)
    else:
        wanted = briefs.asked(reader, place, PERIOD, base=BASE, page="complaints")
    content = briefs.hand_out(wanted, ending)
    print(f"{time.perf_counter() - started:.3f} {_computed() - before:.3f} {len(content)}")


def _computed() -> float:
    """Seconds of a processor that this process took, with those it started and waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@click.command()
@click.option("--store", type=click.Path(path_type=Path), help="A store already filled with the sample.")
@click.option("--strict", is_flag=True, help="End with an error where a limit is passed.")
def main(store: Path | None, strict: bool) -> None:
    """Measure every kind of file that a page hands out."""
    from grassroots import briefs, first_start

    with tempfile.TemporaryDirectory() as folder:
        os.environ["GRASSROOTS_STORE"] = str(store or folder)
        if store is None:
            first_start.load_sample()
        click.echo(f"files handed out; limits {LIMIT_SECONDS:g} s, {LIMIT_MEGABYTES} MB")
        within = True
        for place, scenario in ((PLACES[0], ""), (PLACES[0], SCENARIO), (PLACES[1], ""), (PLACES[2], "")):
            for ending in briefs.ENDINGS:
                found = measure(ending, place, scenario)
                within &= found.within
                click.echo(
                    f"{place:<15}{'supposed' if scenario else '':<10}{ending:<9}"
                    f"{found.seconds:>6.1f} s{found.computed:>6.1f} s cpu"
                    f"{found.megabytes:>6} MB{found.size / 1024:>8.0f} KB"
                    f"{'' if found.within else '  beyond the limit'}"
                )
    if strict and not within:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
