"""``python -m grassroots form``: one form or a folder of them, and names that several units bear."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grassroots.cli import main
from grassroots.reading.form import read_form


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["form", *map(str, words)])


def test_a_name_with_the_unit_above_makes_its_form(tmp_path: Path) -> None:
    file = tmp_path / "deeper" / "tan_lap.xlsx"
    result = run("xã Tân Lập, huyện Đồng Phú", "2024-year", "-o", file)
    assert (result.exit_code, result.output.strip()) == (0, str(file))
    found = read_form(file).particulars
    assert (found.unit_key, found.period and found.period.code) == ("2020:25381", "2024-year")
    assert not found.illustrative


def test_the_period_decides_which_vintage_is_meant(tmp_path: Path) -> None:
    run("xã Thuận Lợi, tỉnh Đồng Nai", "2026-m09", "-o", tmp_path / "new.xlsx")
    run("xã Thuận Lợi, huyện Đồng Phú", "2025-m05", "-o", tmp_path / "old.xlsx")
    assert read_form(tmp_path / "new.xlsx").particulars.unit_key == "2025-07:25387"
    assert read_form(tmp_path / "old.xlsx").particulars.unit_key == "2025-01:25366"


def test_a_key_is_taken_as_it_is(tmp_path: Path) -> None:
    assert run("2025-01:25381", "2025-m06", "-o", tmp_path / "a.xlsx").exit_code == 0
    assert read_form(tmp_path / "a.xlsx").particulars.unit_key == "2025-01:25381"


def test_a_name_of_several_units_lists_them(tmp_path: Path) -> None:
    result = run("xã Tân Lập", "2024-year", "-o", tmp_path / "a.xlsx")
    assert result.exit_code != 0
    assert "2020:02032  xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn" in result.output
    assert not list(tmp_path.iterdir())


def test_a_unit_of_another_time_names_what_it_became(tmp_path: Path) -> None:
    result = run("xã Tân Lập, huyện Đồng Phú", "2026-m09", "-o", tmp_path / "a.xlsx")
    assert result.exit_code != 0
    assert "→ 2025-07:25363  xã Đồng Phú, tỉnh Đồng Nai" in result.output


@pytest.mark.parametrize(
    ("words", "period", "said"),
    [
        ("xã Không Có", "2024-year", "không tìm thấy"),
        ("2020:99999", "2024-year", "không có mã này"),
        ("xã Tân Lập, huyện Đồng Phú", "2024-m13", "không phải kỳ báo cáo"),
    ],
)
def test_what_cannot_be_made_is_said(tmp_path: Path, words: str, period: str, said: str) -> None:
    result = run(words, period, "-o", tmp_path / "a.xlsx")
    assert result.exit_code != 0
    assert said in result.output


def test_a_folder_of_forms_for_all_communes_below(tmp_path: Path) -> None:
    result = run("huyện Đồng Phú", "2024-m06", "--all-below", "-o", tmp_path / "forms")
    assert result.exit_code == 0
    files = sorted((tmp_path / "forms").iterdir())
    assert len(files) == 11
    assert files[0].name == "2024-m06_25363_thi_tran_tan_phu.xlsx"
    keys = {read_form(file).particulars.unit_key for file in files}
    assert keys == {f"2020:{code}" for code in range(25363, 25396, 3)}


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"
    file.write_text("filled in by hand")
    assert run("2020:25381", "2024-year", "-o", file).exit_code != 0
    assert file.read_text() == "filled in by hand"
    assert run("2020:25381", "2024-year", "-o", file, "--force").exit_code == 0
    assert read_form(file).particulars.unit_key == "2020:25381"


def test_a_folder_that_has_some_of_the_forms_is_left_alone(tmp_path: Path) -> None:
    filled = tmp_path / "2024-m06_25381_xa_tan_lap.xlsx"
    filled.write_text("filled in by hand")
    assert run("huyện Đồng Phú", "2024-m06", "--all-below", "-o", tmp_path).exit_code != 0
    assert [each.name for each in tmp_path.iterdir()] == [filled.name]
