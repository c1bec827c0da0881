"""Whatever the format, its figures are those that the page's own queries answer with."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from pptx import Presentation
from python_calamine import CalamineWorkbook

from grassroots import briefs
from grassroots.briefs.asked import Asked
from grassroots.briefs.story import NUMBERS
from grassroots.names import measure_written
from tests.briefs.conftest import Ask

SUPPOSED = "settle~overdue~all"
Texts = dict[str, str]


@pytest.fixture(scope="module", params=[None, SUPPOSED], ids=["reported", "supposed"])
def wanted(request: pytest.FixtureRequest, ask: Ask) -> Asked:
    return ask(request.param, page="complaints")


@pytest.fixture(scope="module")
def texts(wanted: Asked) -> Texts:
    """All words of each format, in one line."""
    document = Document(io.BytesIO(briefs.hand_out(wanted, "docx")))
    lines = [line.text for line in document.paragraphs]
    lines += [" ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    slides = Presentation(io.BytesIO(briefs.hand_out(wanted, "pptx"))).slides
    shown = [shape.text_frame.text for one in slides for shape in one.shapes if shape.has_text_frame]
    with pypdfium2.PdfDocument(briefs.hand_out(wanted, "pdf")) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    said = {"docx": lines, "pptx": shown, "pdf": pages}
    return {ending: _flat(" ".join(found)) for ending, found in said.items()}


def _flat(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").split())


def test_headline_numbers_stand_in_documents_and_slides_as_on_the_page(wanted: Asked, texts: Texts) -> None:
    found = {row["indicator"]: row for row in wanted.rows("area_measures") if row["value"] is not None}
    known = [code for code in NUMBERS if code in found]
    assert known and found["ty_le_giai_quyet"]["numerator"] == (108 if wanted.scenario else 102)
    for code in known:
        written = _flat(measure_written(code, found[code], "vi"))
        assert all(f" {written}" in text for text in texts.values()), code
    counts = "108/115" if wanted.scenario else "102/115"
    assert all(counts in text for text in texts.values())


def _unit_rows(wanted: Asked) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in wanted.rows("complaint_resolution_by_unit")}


def test_tables_by_unit_are_those_of_the_page(wanted: Asked, texts: Texts) -> None:
    rows = _unit_rows(wanted)
    document = Document(io.BytesIO(briefs.hand_out(wanted, "docx")))
    table = next(
        one for one in document.tables if "Đơn đã giải quyết (đơn)" in [c.text for c in one.rows[0].cells]
    )
    head, *body = ([cell.text for cell in row.cells] for row in table.rows)
    for row in body[:-1]:
        own = rows[row[0].removeprefix("Xã ")]
        settled = "" if own["settled"] is None else f"{own['settled']}"
        assert row[head.index("Đơn đã giải quyết (đơn)")] == settled
        assert _flat(" ".join(filter(None, row))) in texts["pdf"]
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(briefs.hand_out(wanted, "xlsx"))).get_sheet_by_index(0)
    cells = _by_unit(sheet.to_python())
    for name, own in rows.items():
        got = cells[f"Xã {name}"]
        for title, column in (
            ("Đơn thụ lý", "accepted"),
            ("Đã giải quyết", "settled"),
            ("Quá hạn", "overdue"),
        ):
            assert (got[title] or None if own[column] is None else got[title]) == own[column]


def _by_unit(rows: list[list[Any]]) -> dict[str, dict[str, Any]]:
    at = next(place for place, row in enumerate(rows) if row[0] == "Đơn vị")
    return {row[0]: dict(zip(rows[at], row, strict=True)) for row in rows[at - 1 :]}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="formulas are computed by LibreOffice")
def test_formulas_compute_to_what_the_page_shows(ask: Ask, tmp_path: Path) -> None:
    wanted = ask(page="complaints")
    file = tmp_path / "in" / "sheets.xlsx"
    file.parent.mkdir()
    file.write_bytes(briefs.hand_out(wanted, "xlsx"))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "ods", "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    cells = _by_unit(CalamineWorkbook.from_path(tmp_path / "sheets.ods").get_sheet_by_index(0).to_python())
    for name, own in _unit_rows(wanted).items():
        rate = cells[f"Xã {name}"]["Tỷ lệ giải quyết"]
        assert rate == ("" if own["rate_percent"] is None else pytest.approx(own["rate_percent"] / 100))
    whole = wanted.measures["ty_le_giai_quyet"]["value"] / 100
    assert cells["Cộng các dòng đang hiện"]["Tỷ lệ giải quyết"] == pytest.approx(whole)
