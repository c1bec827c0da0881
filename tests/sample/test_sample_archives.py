"""The committed files are what the generator makes, marked as illustrative, and small."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from grassroots import sample
from grassroots.periods import Period
from grassroots.reading import read_file
from grassroots.reading.model import Reading
from grassroots.sample.archive import pack, unpack
from grassroots.sample.published import make_published, published_name
from grassroots.sample.reporting import PERIODS
from grassroots.sample.reports import SampleFile, files_of
from grassroots.settings import SAMPLE

CODES = [period.code for period in PERIODS]


def parts(content: bytes) -> dict[str, bytes]:
    """What a document holds: compression may differ from machine to machine, contents not."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read(content: bytes, folder: Path) -> Reading:
    """A workbook as the product reads it: every cell that says something, with its words and its place."""
    path = folder / "form.xlsx"
    path.write_bytes(content)
    return read_file(path)


def committed(code: str) -> dict[str, bytes]:
    return dict(unpack(SAMPLE / f"{code}.tar.xz"))


@pytest.mark.parametrize("code", CODES)
def test_archive_holds_what_the_generator_makes(code: str, tmp_path: Path) -> None:
    """Every document part by part; of every form what it says; some forms made again, labels and all."""
    files, kept = files_of(Period.parse(code)), committed(code)
    assert [file.name for file in files] == list(kept)
    forms = [file for file in files if file.kind == "form"]
    for file in files:
        if file.kind == "narrative":
            assert parts(file.make()) == parts(kept[file.name]), file.name
    for file in forms:
        assert said(read(kept[file.name], tmp_path)) == meant(file), file.name
    for file in forms[:: max(1, len(forms) // 4)]:
        assert read(file.make(), tmp_path) == read(kept[file.name], tmp_path), file.name


def said(reading: Reading) -> tuple[object, ...]:
    """What a form says: whose, when, figures, courses, awards, points."""
    told = reading.particulars
    return (
        (told.unit_key, told.period, told.number, told.issued_on, told.first_day, told.last_day),
        told.illustrative,
        {figure.indicator: figure.value for figure in reading.figures},
        [
            (course.topic, course.held_on, course.days, course.participants)
            for course in reading.training_courses
        ],
        [(award.kind, award.name, award.stage, award.level, award.subject_field) for award in reading.awards],
        {score.criterion: score.points for score in reading.scores if score.points is not None},
    )


def meant(file: SampleFile) -> tuple[object, ...]:
    told = file.facts
    return (
        (told.unit.unit_key, told.period, told.number, told.issued_on, told.first_day, told.last_day),
        True,
        file.values,
        [(course.topic, course.held_on, course.days, course.participants) for course in told.courses],
        [(award.kind, award.name, award.stage, award.level, award.subject_field) for award in told.awards],
        {score.criterion: score.points for score in told.scores if score.points is not None},
    )


def test_published_workbook_is_what_the_generator_makes(tmp_path: Path) -> None:
    kept = (SAMPLE / published_name()).read_bytes()
    assert read(make_published(), tmp_path) == read(kept, tmp_path)


def test_archives_newest_first_and_small() -> None:
    found = sample.archives()
    assert [period.code for period, _ in found] == [
        *("2026-m09", "2026-m06", "2026-q1", "2025-year", "2025-m09", "2025-m06"),
        *("2024-year", "2024-m06", "2023-year", "2023-m06"),
    ]
    assert sum(path.stat().st_size for _, path in found) < 10_000_000
    assert sum(len(files_of(period)) for period, _ in found) == 787


def test_an_archive_gives_back_what_was_packed(tmp_path: Path) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as one:
        one.writestr("a.xml", "<a>một</a>")
    content = written.getvalue()
    (tmp_path / "x.tar.xz").write_bytes(pack([("b.xlsx", content), ("a.xlsx", content)]))
    paths = sample.files(tmp_path / "x.tar.xz", tmp_path / "out")
    assert [path.name for path in paths] == ["a.xlsx", "b.xlsx"]
    assert parts(paths[0].read_bytes()) == {"a.xml": "<a>một</a>".encode()}
    assert pack([("a", content)]) == pack([("a", content)])


def test_every_second_version_comes_after_the_first(tmp_path: Path) -> None:
    names = [file.name for period in PERIODS for file in files_of(period)]
    assert len(set(names)) == len(names)
    for second in (name for name in names if "_thay_the" in name):
        assert names.index(second.replace("_thay_the", "")) < names.index(second)
