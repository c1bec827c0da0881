"""The illustrative sample: report files of real units with invented figures, marked as such.

Committed below ``data/sample``: one archive a period, and one workbook with true published figures. They are
loaded like any other report; ``python -m grassroots.sample`` makes them again.
"""

from __future__ import annotations

from pathlib import Path

from grassroots.periods import Period
from grassroots.sample.archive import unpack
from grassroots.settings import SAMPLE

_ENDING = ".tar.xz"


def archives(folder: Path = SAMPLE) -> list[tuple[Period, Path]]:
    """Each period's archive, the newest period first."""
    found = [
        (Period.parse(path.name.removesuffix(_ENDING)), path) for path in sorted(folder.glob(f"*{_ENDING}"))
    ]
    return sorted(found, key=lambda pair: pair[0].days()[1], reverse=True)


def files(archive: Path, into: Path) -> list[Path]:
    """Unpack one archive into a folder (made if missing); the report files in the order to load them."""
    into.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in unpack(archive):
        (into / name).write_bytes(content)
        written.append(into / name)
    return sorted(written)


def published_workbook(folder: Path = SAMPLE) -> Path:
    """The workbook with the true published figures of Đồng Phú district, ten months of 2024."""
    return folder / "dong_phu_2024_that.xlsx"
