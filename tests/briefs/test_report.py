"""The consolidated report read back: by this project's own reader, and as the XML that Word opens."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from grassroots import briefs
from grassroots.briefs.outline import RESULTS, codes, statements
from grassroots.briefs.report import Report, report
from grassroots.briefs.word import written
from grassroots.indicators import indicators
from grassroots.reading import read_file
from grassroots.text import LANGUAGES
from tests.briefs.conftest import PHU, Ask, values_written

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def made(ask: Ask) -> Report:
    return report(ask())


@pytest.fixture(scope="module")
def content(ask: Ask, made: Report) -> bytes:
    return written(ask(), made)


def _texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def test_every_figure_of_the_outline_is_one_of_the_catalogue() -> None:
    assert set(codes(tuple(statements()))) <= set(indicators())
    assert list(RESULTS) == ["training", "communication", "duty", "digital", "awards"]


def test_own_reader_reads_the_figures_that_were_written(content: bytes, made: Report, tmp_path: Path) -> None:
    # accepted 100 + 15, settled 90 + 12: 88,7 %
    assert made.written["don_da_giai_quyet"] == "102" and made.written["ty_le_giai_quyet"] == "88,7\u202f%"
    file = tmp_path / "bao_cao.docx"
    file.write_bytes(content)
    reading = read_file(file)
    found = {(one.indicator, one.value) for one in reading.figures if one.part is None}
    assert found == values_written(made.written)
    by_unit = {
        (row[0], code, value)
        for annex in made.annexes
        for row in (annex.rows[:-1] if annex.codes else ())
        for code, value in values_written({c: v for c, v in zip(annex.codes, row[1:], strict=True) if v})
    }
    # the sentence on who has most overdue names a unit too
    parts = {(one.part, one.indicator, one.value) for one in reading.figures if one.part is not None}
    assert len(by_unit) > 20 and parts == by_unit | {("xã Đồng Phú", "don_qua_han", 6.0)}
    assert ("vi_pham", 0.0) in found, "zero was reported, and is written"
    assert reading.particulars.issuer == "UBND tỉnh Đồng Nai"
    assert reading.particulars.period is not None and reading.particulars.period.code == "2026-m09"
    assert reading.particulars.illustrative


def test_what_nobody_reported_is_left_blank(content: bytes) -> None:
    texts = _texts(content)
    assert "Đã khen thưởng …… tập thể và …… cá nhân." in texts
    assert "Chưa gửi báo cáo trong kỳ: xã Đồng Tâm." in texts
    headings = [text for text in texts if re.match(r"(I|II|III|IV)\. ", text)]
    assert [text.split(".")[0] for text in headings] == ["I", "II", "III", "IV"]


def test_each_statement_with_a_figure_has_a_footnote_that_says_what_it_rests_on(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body, notes = (etree.fromstring(parts.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    said = {note.get(f"{_W}id"): "".join(note.itertext()) for note in notes if note.get(f"{_W}type") is None}
    found = {}
    for line in body.iter(f"{_W}p"):
        for reference in line.iter(f"{_W}footnoteReference"):
            found["".join(line.itertext())] = said.pop(reference.get(f"{_W}id"))
    assert not said, "every note is referred to"
    settled = next(text for text in found if text.startswith("Thụ lý 115 đơn"))
    assert (
        found[settled].strip()
        == "Cộng 2/3 báo cáo cấp xã, từng nơi: Phụ lục IV; tính lại từ hai số đếm đứng cạnh."
    )
    table = _annex(content, "Phụ lục IV")
    assert table["Xã Đồng Phú"][table["Đơn vị"].index("Đơn đã giải quyết (đơn)")] == "90"
    assert table["Tổng cộng"][table["Đơn vị"].index("Đơn đã giải quyết (đơn)")] == "102"
    assert set(table["Xã Đồng Tâm"][1:]) == {""}, "silence is no zero"


def _annex(content: bytes, number: str) -> dict[str, list[str]]:
    """The rows of an annex by their first cell."""
    document = Document(io.BytesIO(content))
    at = next(line for line in document.paragraphs if line.text == number)._p
    table = next(
        one for one in document.tables if at in list(one._tbl.itersiblings(f"{_W}p", preceding=True))[:3]
    )
    return {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}


def test_a_commune_s_own_report_is_named_with_its_words(ask: Ask) -> None:
    made = report(ask(unit_key=PHU))
    note = next(one.note for one in made.paragraphs if one.text.startswith("Thụ lý 100 đơn"))
    assert note is not None and "Báo cáo số 12/BC-UBND" in note
    assert "ông …" in note and "Nguyễn" not in note, "what was done, not of whom"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_marks_stand_on_every_page(ask: Ask, language: str) -> None:
    wanted = ask("settle~overdue~all", language=language)
    document = Document(io.BytesIO(briefs.hand_out(wanted, "docx")))
    section = document.sections[0]
    for header in (section.header, section.first_page_header):
        said = " ".join(line.text for line in header.paragraphs)
        assert wanted.words("page.sample.mark") in said and wanted.words("scenario.foot") in said
    assert document.styles["Normal"].font.name == "Times New Roman"
    text = "\n".join(line.text for line in document.paragraphs)
    assert "{" not in text and "brief." not in text
    assert wanted.measures["don_da_giai_quyet"]["value"] == 108 and "108" in text
