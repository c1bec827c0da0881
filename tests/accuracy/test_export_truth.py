"""From reviewed reports to cases and back: what was confirmed as read scores 1, what was corrected less."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import made_files as files
import pytest
from click.testing import CliRunner

from grassroots import store
from grassroots.accuracy.scoring import Accuracy, score
from grassroots.accuracy.truth import cases
from grassroots.cli import main

MORE = """Đã tiếp 54 lượt công dân với 61 người.
Ủy ban nhân dân huyện mở 03 lớp tập huấn cho 215 lượt người.
Xã Tân Lập tiếp nhận 12 đơn.
"""


@pytest.fixture(scope="module")
def loaded(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with one report, loaded once for all tests, and that report."""
    folder = shutil.copytree(empty_store, tmp_path_factory.mktemp("loaded") / "store")
    file = files.narrative(folder.parent / "a.txt")
    file.write_text(file.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    result = store.load_files([file], by="An", folder=folder).results[0]
    assert result.report_id is not None and result.figures == 6
    return folder, result.report_id


@pytest.fixture
def report_id(loaded: tuple[Path, str], new_store_folder: Path) -> str:
    """That report, in a copy of the store."""
    shutil.copytree(loaded[0], new_store_folder, dirs_exist_ok=True)
    return loaded[1]


def export(folder: Path, *more: str) -> str:
    result = CliRunner().invoke(main, ["export-truth", str(folder), *more])
    assert result.exit_code == 0, result.output
    return result.output


def scored(folder: Path) -> Accuracy:
    return score(cases(folder))


def test_what_was_confirmed_as_read_scores_one(report_id: str, tmp_path: Path) -> None:
    store.confirm_all(report_id, by="Bình")
    told = export(tmp_path / "cases")
    assert "Đã ghi 1 bài" in told and "có thể có tên người" in told
    whole = scored(tmp_path / "cases").whole
    assert (whole.wanted, whole.read, whole.right, whole.strict) == (6, 6, 6, 6)


def test_corrections_are_the_truth_and_rejected_figures_are_not(report_id: str, tmp_path: Path) -> None:
    figures = store.Reader().rows("select figure_id, indicator, value from figure order by ordinal")
    by_code = {(one["indicator"], one["value"]): one["figure_id"] for one in figures}
    store.decide(by_code["tcd_nguoi", 61], "correct", by="Bình", value=16, reason="Đảo chữ số")
    store.decide(by_code["tap_huan_lop", 3], "reject", by="Bình")
    store.decide(by_code["don_tiep_nhan", 12], "correct", by="Bình", part="", reason="Của cả huyện")
    store.confirm_all(report_id, by="Bình")
    export(tmp_path / "cases")
    (table,) = (tmp_path / "cases").glob("*.truth.csv")
    with table.open(encoding="utf-8", newline="") as lines:
        said = [(row["indicator"], row["value"]) for row in csv.DictReader(lines)]
    assert ("tcd_nguoi", "16") in said and ("don_tiep_nhan", "12") in said and len(said) == 5
    accuracy = scored(tmp_path / "cases")
    assert (accuracy.whole.wanted, accuracy.whole.right, accuracy.whole.strict) == (5, 4, 3)
    assert sorted((one.kind, one.pattern, one.indicator) for one in accuracy.faults) == [
        ("false", "alone", "tap_huan_lop"),
        ("false", "taken", "tcd_nguoi"),
        ("missed", "value", "tcd_nguoi"),
        ("part", "added", "don_tiep_nhan"),
    ]


def test_quotes_stand_in_the_text(report_id: str, tmp_path: Path) -> None:
    store.confirm_all(report_id, by="Bình")
    export(tmp_path / "cases", "--place", "2020:695")
    for case in cases(tmp_path / "cases"):
        assert case.text.startswith("ỦY BAN NHÂN DÂN") and all(row.quote in case.text for row in case.truth)


def test_a_report_that_waits_is_not_exported(report_id: str, tmp_path: Path) -> None:
    store.decide(f"{report_id}-1", "confirm", by="Bình")
    refused = CliRunner().invoke(main, ["export-truth", str(tmp_path / "cases")])
    assert refused.exit_code == 1 and "Không có báo cáo bằng lời nào đã xác nhận hết" in refused.output
    assert not (tmp_path / "cases").exists()


@pytest.mark.parametrize(
    ("place", "said"), [("2020:1", "Không có địa bàn"), ("2025-07:79", "đã xác nhận hết của")]
)
def test_another_place_has_none(report_id: str, tmp_path: Path, place: str, said: str) -> None:
    store.confirm_all(report_id, by="Bình")
    refused = CliRunner().invoke(main, ["export-truth", str(tmp_path / "cases"), "--place", place])
    assert refused.exit_code == 1 and said in refused.output


def test_nothing_is_written_over(report_id: str, tmp_path: Path) -> None:
    store.confirm_all(report_id, by="Bình")
    export(tmp_path / "cases")
    again = CliRunner().invoke(main, ["export-truth", str(tmp_path / "cases")])
    assert again.exit_code == 1 and "Chọn một thư mục trống" in again.output
