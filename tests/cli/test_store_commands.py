"""The commands of the store, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import made_files as files
import pytest
from click.testing import CliRunner, Result

from grassroots import store
from grassroots.cli import main

COMMANDS = ("load", "decide", "confirm", "rebuild", "status", "reports", "sample", "read", "form")


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_in_both_languages(command: str) -> None:
    said = run(command, "--help")
    assert said.exit_code == 0
    assert " / " in said.output and len(said.output) > 200


def test_load_says_what_became_of_each_file(store_folder: Path, tmp_path: Path) -> None:
    first = files.form(tmp_path / "a.xlsx", {"don_thu_ly": 10.0, "don_da_giai_quyet": 9.0})
    loaded = run("load", first, "--by", "An")
    assert loaded.exit_code == 0
    assert "a.xlsx: báo cáo mới · xã Tân Hưng, năm 2024 · 2 số liệu" in loaded.output
    again = run("load", first, "--by", "An", "--lang", "en")
    assert (again.exit_code, "loaded before" in again.output) == (0, True)
    revised = files.form(tmp_path / "b.xlsx", {"don_thu_ly": 10.0, "don_da_giai_quyet": 8.0})
    said = run("load", revised, "--by", "An").output
    assert "b.xlsx: bản thay thế" in said and ": 9 → 8" in said


def test_a_bad_file_makes_the_exit_code_and_leaves_the_rest(store_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    files.narrative(folder / "good.txt")
    (folder / "empty.pdf").write_bytes(b"")
    result = run("load", folder, folder / "absent.docx", "--by", "An")
    assert result.exit_code == 1
    assert "empty.pdf: Tệp rỗng" in result.output
    assert "absent.docx: Không có tệp" in result.output
    assert "1 báo cáo mới" in result.output and "2 tệp không nạp được" in result.output
    assert store.status().reports == 1


def test_an_empty_folder_is_said(store_folder: Path, tmp_path: Path) -> None:
    assert run("load", tmp_path, "--by", "An").exit_code == 1


@pytest.mark.parametrize("option", [("--unit", "2024:1"), ("--period", "2024-m99")])
def test_a_wrong_unit_or_period_is_refused_before_anything_is_read(
    store_folder: Path, tmp_path: Path, option: tuple[str, str]
) -> None:
    result = run("load", files.narrative(tmp_path / "a.txt"), *option)
    assert result.exit_code == 2 and option[1] in result.output
    assert not (store_folder / "journal.jsonl").exists()


def test_reports_are_listed_confirmed_and_decided_on(store_folder: Path, tmp_path: Path) -> None:
    assert "chưa có báo cáo" in run("reports").output
    run("load", files.narrative(tmp_path / "a.txt"), "--by", "An")
    listed = run("reports").output
    assert "huyện Đồng Phú · 10 tháng năm 2024" in listed and "a.txt" in listed
    report_id = listed.split(" ")[0]
    figures = store.status().figures
    assert figures >= 1
    corrected = run("decide", f"{report_id}-1", "correct", "--value", "7", "--reason", "thử", "--by", "An")
    assert corrected.exit_code == 0
    assert f"Đã xác nhận {figures - 1} số liệu" in run("confirm", report_id, "--by", "An").output
    refused = run("decide", f"{report_id}-1", "correct", "--value", "7", "--by", "An")
    assert refused.exit_code == 1 and "lý do" in refused.output
    assert run("confirm", "nothing", "--by", "An").exit_code == 1


def test_a_missed_figure_is_added_and_a_decision_taken_back(store_folder: Path, tmp_path: Path) -> None:
    run("load", files.narrative(tmp_path / "a.txt"), "--by", "An")
    report_id = store.reports()[0]["report_id"]
    add = ("decide", report_id, "add", "--indicator", "don_thu_ly", "--by", "An")
    added = run(*add, "--value", "142", "--quote", "tiep nhan 142 đơn")
    figure_id = f"{report_id}-{store.status().figures}"
    assert (added.exit_code, added.output.strip()) == (0, f"Đã thêm số liệu {figure_id}.")
    assert "phải nêu chỉ tiêu" in run(*add, "--quote", "142 đơn").output
    missing = run(*add, "--value", "1", "--quote", "một câu khác", "--lang", "en")
    assert missing.exit_code == 1 and "do not stand in the report" in missing.output
    undone = run("decide", figure_id, "undo", "--by", "An")
    assert (undone.exit_code, figure_id in undone.output) == (0, True)
    again = run("decide", figure_id, "undo", "--by", "An")
    assert again.exit_code == 1 and "Không còn quyết định" in again.output


def test_rebuild_and_status(store_folder: Path, tmp_path: Path) -> None:
    run("load", files.narrative(tmp_path / "a.txt"), "--by", "An")
    rebuilt = run("rebuild")
    assert rebuilt.exit_code == 0
    assert "1 báo cáo, 1 tệp, 0 quyết định" in rebuilt.output
    state = run("status", "--lang", "en").output
    assert str(store_folder) in state and "Reports" in state


def test_a_damaged_store_is_a_sentence_with_its_remedy(store_folder: Path, tmp_path: Path) -> None:
    report = files.narrative(tmp_path / "a.txt")
    (store_folder / "writer.duckdb").write_bytes(b"nothing of a database" * 1000)
    result = run("load", report, "--by", "An")
    assert result.exit_code == 1 and "rebuild" in result.output and "Traceback" not in result.output


def test_the_sample_is_emptied_out(store_folder: Path, tmp_path: Path) -> None:
    run("load", files.narrative(tmp_path / "a.txt"), "--illustrative", "--by", "An")
    assert "1 tệp" in run("sample", "empty", "--by", "An").output
    assert "không có số liệu minh họa" in run("sample", "empty", "--by", "An").output
    assert store.status().reports == 0


def test_text_from_standard_input_is_loaded(store_folder: Path) -> None:
    text = files.NARRATIVE.format(number=1, received=142)
    run = CliRunner().invoke(main, ["load", "-", "--by", "An"], input=text.encode())
    assert run.exit_code == 0, run.output
    assert store.status().reports == 1
