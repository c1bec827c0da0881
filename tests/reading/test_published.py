"""The reader on published figures, scored as an office would score it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from presence import skip_or_fail
from reading.scoring import Expected, Score, score

from grassroots.reading import read_file
from grassroots.reading.documents import recognise
from grassroots.settings import REFERENCE

KNOWN = {row["code"] for row in csv.DictReader((REFERENCE / "indicators.csv").open(encoding="utf-8"))}


def _truth(file: Path) -> list[Expected]:
    with file.open(encoding="utf-8") as rows:
        return [
            Expected(codes, indicator.startswith("?"), part, float(row["value"]))
            for row in csv.DictReader(rows)
            for indicator, _, part in [row["indicator"].partition("@")]
            if set(codes := indicator.lstrip("?").split("|")) & KNOWN
        ]


def _read_case(truth: Path, tmp_path: Path) -> Score:
    lines = truth.with_name(truth.name.replace(".truth.csv", ".txt")).read_text(encoding="utf-8").splitlines()
    (tmp_path / "case.txt").write_text("\n".join(lines[1:]), encoding="utf-8")
    found = Score()
    score(_truth(truth), read_file(tmp_path / "case.txt").figures, found)
    return found


def test_published_texts_as_a_whole(shared: Path, tmp_path: Path) -> None:
    whole = Score()
    for truth in sorted((shared / "reports").glob("*.truth.csv")):
        one = _read_case(truth, tmp_path)
        for name in ("right", "strict", "false", "wanted"):
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
        whole.problems += one.problems
    assert whole.wanted >= 200
    assert whole.precision >= 0.97 and whole.recall >= 0.97, whole.problems
    assert whole.strict_precision >= 0.96 and whole.strict_recall >= 0.92, whole.problems


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("files/dong_phu_2024.docx", None),
        ("files/dong_phu_2024.doc", "soffice"),
        ("files/dong_phu_2024.pdf", None),
        ("files/dong_phu_2024_scan.pdf", "tesseract"),
        ("00_dong_phu_2024.txt", None),
    ],
)
def test_dong_phu_reads_whole(shared: Path, name: str, program: str | None) -> None:
    if program is not None and shutil.which(program) is None:
        skip_or_fail(f"no {program} to read this file with")
    recognise.at_once(2)
    reading = read_file(shared / "reports" / name)
    found = Score()
    score(_truth(shared / "reports" / "00_dong_phu_2024.truth.csv"), reading.figures, found)
    assert (found.strict, found.wanted, found.false) == (22, 22, 0), found.problems
    particulars = reading.particulars
    assert particulars.issuer == "UBND huyện Đồng Phú"
    assert particulars.number is None and particulars.issued_on is None
    assert particulars.period is not None and particulars.period.code == "2024-m10"
    assert (str(particulars.first_day), str(particulars.last_day)) == ("2024-01-01", "2024-10-31")
    assert particulars.scope == "whole_area"
    assert not particulars.illustrative
