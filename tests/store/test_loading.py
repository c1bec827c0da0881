"""Loading files: bad ones said and left out, the rest stored; folders, archives, uploads; two at once."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import made_files as files
import pytest

from grassroots import store
from grassroots.store import reading_child, reading_pool
from grassroots.store.folder import Folder
from grassroots.store.outcome import FileResult
from grassroots.store.reading_worker import Job
from grassroots.store.writing import writing

VALUES = {"don_thu_ly": 10.0, "don_da_giai_quyet": 9.0, "don_dang_giai_quyet": 1.0}


def outcomes(summary: store.LoadSummary) -> dict[str, str]:
    return {Path(one.file_name).name: one.outcome for one in summary.results}


def test_a_form_and_a_narrative_are_stored_with_their_originals(store_folder: Path, tmp_path: Path) -> None:
    form = files.form(tmp_path / "tan_hung.xlsx", VALUES)
    text = files.narrative(tmp_path / "dong_phu.txt")
    summary = store.load_files([form, text], by="An")
    assert outcomes(summary) == {"tan_hung.xlsx": "new", "dong_phu.txt": "new"}
    reader = store.Reader()
    stored = reader.rows("select source_kind, unit_key, period, loaded_by from report order by source_kind")
    assert stored == [
        {"source_kind": "form", "unit_key": "2020:25375", "period": "2024-year", "loaded_by": "An"},
        {"source_kind": "narrative", "unit_key": "2020:695", "period": "2024-m10", "loaded_by": "An"},
    ]
    for row in reader.rows("select sha256, file_name from report_file"):
        assert store.original(row["sha256"]) == (tmp_path / row["file_name"]).read_bytes()


def test_what_is_wrong_with_a_form_is_an_issue(store_folder: Path, tmp_path: Path) -> None:
    form = files.form(tmp_path / "a.xlsx", {**VALUES, "don_dang_giai_quyet": 3.0})
    store.load_files([form], by="An")
    issues = store.Reader().rows("select rule, expected, found from issue")
    assert issues == [{"rule": "settled_and_open", "expected": 10.0, "found": 12.0}]


@pytest.fixture
def bad_folder(tmp_path: Path) -> Path:
    """What comes by mail on a bad day, and two good files among it."""
    folder = tmp_path / "mail"
    (folder / "deeper").mkdir(parents=True)
    good = files.form(folder / "deeper" / "good.xlsx", VALUES)
    files.narrative(folder / "good.txt")
    (folder / "corrupt.docx").write_bytes(b"PK\x03\x04" + good.read_bytes()[200:1500])
    (folder / "text.xlsx").write_text("chỉ là chữ, không phải bảng tính", encoding="utf-8")
    (folder / "empty.docx").write_bytes(b"")
    unknown = files.NARRATIVE.replace("HUYỆN ĐỒNG PHÚ", "HUYỆN KHÔNG CÓ THẬT").replace("Đồng Phú,", "Nơi ấy,")
    (folder / "unknown.txt").write_text(unknown.format(number=1, received=2), encoding="utf-8")
    _with_words_for_a_number(good, folder / "words.xlsx")
    return folder


def _with_words_for_a_number(form: Path, target: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(form)
    rows = [row for sheet in book for row in sheet.iter_rows()]
    (row,) = [row for row in rows if "don_da_giai_quyet" in [cell.value for cell in row]]
    (number,) = [cell for cell in row if cell.value == 9]
    number.value = "chín đơn"
    book.save(target)


def test_bad_files_are_said_and_the_rest_is_loaded(store_folder: Path, bad_folder: Path) -> None:
    told: list[tuple[int, int]] = []
    summary = store.load_files([bad_folder], by="An", progress=lambda done, of, _: told.append((done, of)))
    assert outcomes(summary) == {
        "corrupt.docx": "failed",
        "good.xlsx": "new",
        "empty.docx": "failed",
        "good.txt": "new",
        "text.xlsx": "failed",
        "unknown.txt": "failed",
        "words.xlsx": "failed",
    }
    assert told == [(done, 7) for done in range(1, 8)]
    said = {one.file_name: one.problem.sentence(one.file_name) for one in summary.failed if one.problem}
    assert "hỏng" in said["corrupt.docx"]
    assert "rỗng" in said["empty.docx"]
    assert "không phải bảng tính" in said["text.xlsx"]
    assert "KHÔNG CÓ THẬT" in said["unknown.txt"].upper() and "--unit" in said["unknown.txt"]
    assert "chín đơn" in said["words.xlsx"] and "Số liệu!" in said["words.xlsx"]
    assert all(sentence.startswith(name) for name, sentence in said.items())
    kept = [path for path in (store_folder / "originals").rglob("*") if path.is_file()]
    assert len(kept) == 2, "nothing of the failed ones is kept"


def test_an_unknown_unit_or_period_can_be_given(store_folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Trong kỳ, xã tiếp nhận 12 đơn.", encoding="utf-8")
    assert outcomes(store.load_files([path], by="An")) == {"a.txt": "failed"}
    given = store.load_files([path], by="An", unit_key=files.TAN_HUNG, period="2024-year")
    assert (given.results[0].unit_key, given.results[0].period) == (files.TAN_HUNG, "2024-year")
    assert store.rebuild().reports == 1, "what was given is remembered"


def test_archives_are_looked_into(store_folder: Path, tmp_path: Path) -> None:
    form = files.form(tmp_path / "a.xlsx", VALUES)
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        archive.write(form, "xa/tan_hung.xlsx")
        archive.writestr("../outside.txt", files.NARRATIVE.format(number=1, received=5))
        archive.writestr("ghi_chu.md", "not a report")
    (tmp_path / "broken.zip").write_bytes(b"PK but not")
    summary = store.load_files([tmp_path / "many.zip", tmp_path / "broken.zip"], by="An")
    assert [(one.file_name, one.outcome) for one in summary.results] == [
        ("many.zip/xa/tan_hung.xlsx", "new"),
        ("many.zip/../outside.txt", "new"),
        ("broken.zip", "failed"),
    ]
    assert not (tmp_path.parent / "outside.txt").exists()


def test_uploads_are_loaded_under_their_own_names(store_folder: Path, tmp_path: Path) -> None:
    content = files.form(tmp_path / "a.xlsx", VALUES).read_bytes()
    summary = store.load_uploads(
        [("C:\\báo cáo\\Tân Hưng.xlsx", content), ("Tân Hưng.xlsx", content)], by="An"
    )
    assert [(one.file_name, one.outcome) for one in summary.results] == [
        ("Tân Hưng.xlsx", "new"),
        ("Tân Hưng.xlsx", "same"),
    ]


def test_many_files_are_read_in_children_and_told_in_order(store_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(8):
        files.narrative(folder / f"{number}.txt", number=number, received=100 + number)
    (folder / "3.txt").write_bytes(b"")
    summary = store.load_files([folder], by="An")
    assert [one.file_name for one in summary.results] == [f"{number}.txt" for number in range(8)]
    assert outcomes(summary)["3.txt"] == "failed"
    chain = store.Reader().rows("select replaces is null as first from report order by loaded_at")
    assert [row["first"] for row in chain] == [True, *[False] * 6]


def test_a_reading_process_that_dies_costs_its_files_only(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a library crashes on a file: the process is gone without an answer."""
    dying = """
import os
from grassroots.store import reading_worker as worker
read = worker.read
worker.read = lambda job: os._exit(1) if job.file_name.startswith("2") else read(job)
worker.main()
"""
    monkeypatch.setattr(reading_child, "_CHILD", dying)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(5):
        files.narrative(folder / f"{number}.txt", number=number, received=100 + number)
    summary = store.load_files([folder], by="An")
    assert [Path(one.file_name).name for one in summary.failed] == ["2.txt"]
    assert "dừng đột ngột" in summary.failed[0].problem.sentence("2.txt")  # type: ignore[union-attr]


def test_two_processes_load_at_once(new_store_folder: Path, tmp_path: Path) -> None:
    """Into no store yet, each a folder of its own and one file in common: all stored, the common one once."""
    common = files.form(tmp_path / "common.xlsx", VALUES, unit_key=files.TAN_PHUOC)
    loads = []
    for name, period in (("one", "2024-year"), ("two", "2023-year")):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(6):
            files.form(folder / f"{number}.xlsx", {"don_thu_ly": number + 1.0}, period=period)
        (folder / "common.xlsx").write_bytes(common.read_bytes())
        command = [sys.executable, "-m", "grassroots", "load", str(folder), "--by", name]
        loads.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
    for one in loads:
        output, _ = one.communicate(timeout=120)
        assert one.returncode == 0, output.decode()
    reader = store.Reader()
    assert reader.rows("select count(*) as n from report")[0]["n"] == 13
    assert reader.rows("select count(*) as n from report_file")[0]["n"] == 13


def test_a_reader_goes_on_while_somebody_writes_and_then_sees_it(store_folder: Path, tmp_path: Path) -> None:
    reader = store.Reader()
    form = files.form(tmp_path / "a.xlsx", VALUES)
    with writing(Folder.of()) as connection:
        connection.execute("begin transaction")
        assert reader.rows("select count(*) as n from report") == [{"n": 0}]
        assert not reader.refresh()
        connection.execute("rollback")
    before = reader.version
    store.load_files([form], by="An")
    assert reader.rows("select count(*) as n from report") == [{"n": 0}], "until the next interaction"
    assert reader.refresh() and reader.version > before
    assert reader.rows("select count(*) as n from report") == [{"n": 1}]


def test_interrupting_keeps_what_was_written(store_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        files.narrative(folder / f"{number}.txt", number=number, received=100 + number)

    def stop(_done: int, _of: int, _result: FileResult) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.load_files([folder], by="An", progress=stop)
    again = store.load_files([folder], by="An")
    assert set(outcomes(again).values()) <= {"same", "new", "revision"}
    assert store.status().reports == 3


def test_going_on_reads_only_what_is_not_stored(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        files.narrative(folder / f"{number}.txt", number=number, received=100 + number)
    store.load_files([folder], by="An")
    files.narrative(folder / "3.txt", number=3, received=103)
    read: list[str] = []
    read_all = reading_pool.read_all

    def counted(jobs: Sequence[Job], *rest: Any) -> Any:
        read.extend(job.file_name for job in jobs)
        return read_all(jobs, *rest)

    monkeypatch.setattr(reading_pool, "read_all", counted)
    again = store.load_files([folder], by="An")
    assert [one.outcome for one in again.results] == ["same", "same", "same", "revision"]
    assert read == ["3.txt"]
