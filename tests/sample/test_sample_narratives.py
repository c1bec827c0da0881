"""The sample's Word documents say what is meant, and the reader finds exactly that."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from grassroots import units
from grassroots.periods import Period
from grassroots.reading import read_file
from grassroots.sample import story
from grassroots.sample.facts import facts
from grassroots.sample.narrative import figure_words, intended, paragraphs
from grassroots.sample.reporting import PERIODS
from grassroots.sample.reports import files_of

CODES = [period.code for period in PERIODS]


@pytest.mark.parametrize("code", CODES)
def test_reader_finds_the_figures_that_were_meant_and_no_other(code: str, tmp_path: Path) -> None:
    for file in files_of(Period.parse(code)):
        if file.kind == "form":
            continue
        path = tmp_path / file.name
        path.write_bytes(file.make())
        reading = read_file(path)
        read = {(figure.indicator, figure.value, figure.part) for figure in reading.figures}
        assert read == {(code, value, None) for code, value in intended(file.facts).items()}, file.name
        particulars = reading.particulars
        assert particulars.illustrative and particulars.period == file.facts.period, file.name
        assert (particulars.first_day, particulars.last_day) == (file.facts.first_day, file.facts.last_day)
        assert (particulars.number, particulars.issued_on) == (file.facts.number, file.facts.issued_on)


@pytest.mark.parametrize("code", CODES)
def test_issuer_is_the_unit(code: str, tmp_path: Path) -> None:
    period = Period.parse(code)
    for file in [file for file in files_of(period) if file.kind == "narrative"][:6]:
        path = tmp_path / file.name
        path.write_bytes(file.make())
        read = read_file(path).particulars
        assert read.issuer is not None
        assert units.resolve_issuer(read.issuer, read.superior, period.days()[1])[0] == file.facts.unit


def test_document_has_the_layout_the_mark_and_no_name(tmp_path: Path) -> None:
    file = next(file for file in files_of(Period.parse("2026-m09")) if file.kind == "narrative")
    path = tmp_path / file.name
    path.write_bytes(file.make())
    document = Document(str(path))
    left, right = (cell.text.split("\n") for cell in document.tables[0].rows[0].cells)
    assert left == [
        "ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI",
        f"ỦY BAN NHÂN DÂN {file.facts.unit.full_name.upper()}",
        f"Số: {file.facts.number}",
    ]
    assert right[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert [paragraph.text for paragraph in document.paragraphs[:2]] == ["SỐ LIỆU MINH HỌA", "BÁO CÁO"]
    assert document.tables[1].rows[0].cells[1].text.split("\n") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_a_body_tells_at_least_twenty_figures_in_its_own_order() -> None:
    for file in files_of(Period.parse("2026-m06")):
        if file.kind == "narrative":
            assert len(intended(file.facts)) >= 20, file.name
            assert paragraphs(file.facts)[1].text.startswith("I. ")


def test_planned_wordings() -> None:
    (key, code), indicator = next(iter(story.APPROXIMATE.items()))
    told = facts(units.unit(key), Period.parse(code))
    text = " ".join(paragraph.text for paragraph in paragraphs(told))
    rounded = -(-told.values[indicator] // 100) * 100
    assert f"gần {figure_words(rounded)} lượt người" in text

    (key, code), points = next(iter(story.WRONG_RATE.items()))
    told = facts(units.unit(key), Period.parse(code))
    computed = 100 * told.values["don_da_giai_quyet"] / told.values["don_thu_ly"]
    assert intended(told)["ty_le_giai_quyet"] == pytest.approx(computed + points, abs=0.005)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (6, "06"), (126, "126"), (7156, "7.156"), (77.5, "77,5"), (95.06, "95,06")],
)
def test_figures_are_written_as_offices_write_them(value: float, written: str) -> None:
    assert figure_words(value) == written
