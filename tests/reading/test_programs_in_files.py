"""Macros and links in files: never run, never followed; what the file itself holds is read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import made_books as books
import made_hostile as made
import pytest

from grassroots.reading import read_file
from grassroots.reading.documents import notes_of, office
from grassroots.reading.model import Reading, UnreadableReport
from grassroots.text import LANGUAGES, t

_LINK = "xl/externalLinks/externalLink1.xml"
_FIRST_NUMBER = re.compile(r'(<c r="([A-Z]+\d+)"[^>]*)(>)<v>(\d{3,})</v></c>')


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("book")
    return books.write(books.numbered("01/XLD", books.XLD_2024, books.XLD_2024_SUMS), folder)


def changed(path: Path, target: Path, sheet: Callable[[str], str], **parts: bytes) -> Path:
    """A copy of a workbook with its first sheet changed and further parts."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = sheet(content.decode()).encode()
            copy.writestr(name, content)
        for name, content in parts.items():
            copy.writestr(name, content)
    return target


def figures(reading: Reading) -> list[tuple[str, float, str | None]]:
    return [(one.indicator, one.value, one.part) for one in reading.figures]


def test_a_workbook_with_macros_is_read_and_they_are_not_run(workbook: Path, tmp_path: Path) -> None:
    parts = {"xl/vbaProject.bin": made.compound({"VBA": b"Auto_Open"})}
    reading = read_file(changed(workbook, tmp_path / "a.xlsm", str, **parts))
    assert reading.notes == ("macros_not_run",)
    assert figures(reading) == figures(read_file(workbook)) != []


def test_a_cell_of_another_file_holds_what_was_stored(workbook: Path, tmp_path: Path) -> None:
    linked = changed(
        workbook,
        tmp_path / "a.xlsx",
        lambda sheet: _FIRST_NUMBER.sub(r"\1\3<f>[1]Sheet1!B2</f><v>\4</v></c>", sheet),
        **{_LINK: b'<externalLink xmlns="x"><externalBook r:id="a" xmlns:r="r"/></externalLink>'},
    )
    reading = read_file(linked)
    assert reading.notes == ("links_not_followed",)
    assert all("." in t(f"note.{note}", language) for note in reading.notes for language in LANGUAGES)
    assert figures(reading) == figures(read_file(workbook))


def test_a_cell_of_another_file_that_nobody_computed_is_refused_by_name(
    workbook: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(workbook) as source:
        first = _FIRST_NUMBER.search(source.read("xl/worksheets/sheet1.xml").decode())
    assert first is not None
    linked = changed(
        workbook,
        tmp_path / "a.xlsx",
        lambda sheet: _FIRST_NUMBER.sub(r"\1\3<f>[1]Sheet1!B2</f></c>", sheet, count=1),
    )
    with pytest.raises(UnreadableReport) as failed:
        read_file(linked)
    assert first[2] in str(failed.value.place)


def test_macros_of_an_old_word_file_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(made.compound({"WordDocument": b"\xec\xa5" + b"\0" * 60, "Macros": b"AutoOpen"}))
    assert notes_of(path, "doc") == ("macros_not_run",)


def test_the_program_that_reads_old_files_is_told_to_run_none(tmp_path: Path) -> None:
    """Old Word files are read through LibreOffice, which could run macros and fetch what is linked."""
    told = (office._profile(tmp_path) / "user" / "registrymodifications.xcu").read_text("utf-8")
    for name, value in (("DisableMacrosExecution", "true"), ("MacroSecurityLevel", "3"), ("Link", "0")):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in told
