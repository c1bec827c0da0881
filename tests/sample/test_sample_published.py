"""The one true workbook beside the sample."""

from __future__ import annotations

import csv
from pathlib import Path

from grassroots import sample
from grassroots.reading import read_file
from grassroots.reading.model import Figure


def short(figure: Figure) -> str:
    """``cqtt_diem@Tân Hưng``: the indicator and the commune it is limited to, without its kind."""
    return figure.indicator + (f"@{figure.part.removeprefix('xã ')}" if figure.part else "")


def test_it_is_real_and_names_its_source() -> None:
    particulars = read_file(sample.published_workbook()).particulars
    assert not particulars.illustrative
    assert (particulars.unit_key, particulars.issuer) == ("2020:695", "UBND huyện Đồng Phú")
    assert particulars.period is not None and particulars.period.code == "2024-m10"


def test_it_holds_the_figures_as_published(shared: Path) -> None:
    with (shared / "reports" / "00_dong_phu_2024.truth.csv").open(encoding="utf-8", newline="") as rows:
        truth = {row["indicator"]: float(row["value"]) for row in csv.DictReader(rows)}
    read = {short(figure): figure.value for figure in read_file(sample.published_workbook()).figures}
    assert read == truth and len(read) == 22
