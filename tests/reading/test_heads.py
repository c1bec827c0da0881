"""Particulars of twenty heads of many issuers, before and after the merger of 2025."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from grassroots.reading import read_file
from grassroots.reading.period_told import SURE
from grassroots.store import resolving

HEADS = yaml.safe_load((Path(__file__).parent / "heads.yml").read_text(encoding="utf-8"))
FIELDS = ("issuer", "superior", "number", "issued_on", "first_day", "last_day", "scope")


@pytest.mark.parametrize("head", HEADS, ids=[head["text"].split("\n")[0] for head in HEADS])
def test_head(head: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(head["text"], encoding="utf-8")
    said = read_file(tmp_path / "report.txt").particulars
    for name in FIELDS:
        if name in head:
            assert getattr(said, name) == head[name]
    assert said.period is not None and said.period.code == head["period"]
    if "unit" in head:
        unit = resolving.unit_of(said, said.last_day or date(2024, 12, 31), None)
        assert unit.full_name == head["unit"]
    asked = {name for name in ("period", "issuer") if said.evidence[name].sure < SURE}
    assert asked == set(head.get("ask", ()))
    assert bool([one for one in said.candidates if one.field == "period"]) == ("period" in asked)


def test_candidates_are_the_periods_named_with_their_words(tmp_path: Path) -> None:
    text = (
        "UBND TỈNH SÓC TRĂNG\nBÁO CÁO\n"
        "Công tác tiếp công dân tháng 10 năm 2024 và 10 tháng đầu năm 2024\n"
        "Sóc Trăng, ngày 20 tháng 10 năm 2024"
    )
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    said = read_file(tmp_path / "report.txt").particulars
    named = {one.value: one.quote for one in said.candidates}
    assert named == {"2024-m10": "10 tháng đầu năm 2024", "2024-x10": "tháng 10 năm 2024"}
    assert sum(one.likelihood for one in said.candidates) == pytest.approx(1.0, abs=0.02)


def test_a_report_issued_long_before_its_period_ends_is_asked_about(tmp_path: Path) -> None:
    text = "UBND TỈNH SÓC TRĂNG\nSóc Trăng, ngày 05 tháng 4 năm 2024\nBÁO CÁO\nThực hiện dân chủ năm 2024"
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    said = read_file(tmp_path / "report.txt").particulars
    assert said.evidence["period"].sure < SURE
    assert [one.value for one in said.candidates] == ["2024-year"]
