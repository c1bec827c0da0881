"""``python -m grassroots read``: JSON for programs, a table for people, a clear sentence for a bad file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from grassroots.cli import main

TEXT = "BÁO CÁO\nKết quả năm 2024\nTrong năm, xã tiếp 12 lượt công dân; đã giải quyết 9/10 đơn."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao cao.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json(report: Path) -> None:
    done = CliRunner().invoke(main, ["read", str(report), "--json"])
    assert done.exit_code == 0, done.output
    printed = json.loads(done.output)
    figures = [(f["indicator"], f["value"], f["part"]) for f in printed["figures"]]
    assert figures == [("tcd_luot", 12, None), ("don_da_giai_quyet", 9, None), ("don_thu_ly", 10, None)]
    assert printed["figures"][1]["quote"] in TEXT
    assert printed["particulars"]["period"] == "2024-year"


def test_table(report: Path) -> None:
    done = CliRunner().invoke(main, ["read", str(report)])
    assert done.exit_code == 0
    assert "tcd_luot" in done.output and "2024-year" in done.output


def test_bad_file_names_file_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04")
    done = CliRunner().invoke(main, ["read", str(path), "--json"])
    assert done.exit_code != 0
    assert "hong.docx" in done.output and "Tệp bị hỏng" in done.output


def test_folder_and_missing_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        done = CliRunner().invoke(main, ["read", str(path)])
        assert done.exit_code != 0
        assert str(path) in done.output
