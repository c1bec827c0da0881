"""Generate the archives again, period by period, on all processors."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from grassroots.periods import Period
from grassroots.sample.archive import pack
from grassroots.sample.published import make_published, published_name
from grassroots.sample.reporting import PERIODS
from grassroots.sample.reports import SampleFile, files_of


def write_all(folder: Path, periods: tuple[Period, ...] = PERIODS) -> Iterator[tuple[Path, int]]:
    """Write one archive a period and the published workbook; gives each file and its number of reports."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor() as workers:
        for period in periods:
            files = files_of(period)
            made = workers.map(_made, files, chunksize=8)
            target = folder / f"{period.code}.tar.xz"
            target.write_bytes(pack((file.name, content) for file, content in zip(files, made, strict=True)))
            yield target, len(files)
    target = folder / published_name()
    target.write_bytes(make_published())
    yield target, 1


def _made(file: SampleFile) -> bytes:
    return file.make()
