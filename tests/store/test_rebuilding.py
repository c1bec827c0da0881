"""The journal is the truth: replayed after a crash, or whole in a rebuild."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import made_files as files
import pytest

from grassroots import store
from grassroots.store import journal
from grassroots.store.folder import Folder

TABLES = (
    *("report", "report_file", "particular", "passage", "figure", "decision", "report_decision"),
    *("training_course", "award", "score", "score_total", "inspection", "consultation", "row_decision"),
    *("issue", "journal_entry"),
)


def facts() -> dict[str, list[dict[str, Any]]]:
    """Every fact in the store: rows of every table, in an order that is their own."""
    reader = store.Reader()
    return {
        table: sorted(reader.rows("from query_table($table)", {"table": table}), key=repr) for table in TABLES
    }


@pytest.fixture
def loaded(store_folder: Path, tmp_path: Path) -> Path:
    """A store with a form, a revision, a narrative, a copy of it, decisions and a stated scope."""
    first = files.form(tmp_path / "a.xlsx", {"don_thu_ly": 10.0, "don_da_giai_quyet": 9.0})
    second = files.form(tmp_path / "b.xlsx", {"don_thu_ly": 10.0, "don_da_giai_quyet": 8.0})
    text = files.narrative(tmp_path / "c.txt")
    copy = tmp_path / "d.txt"
    copy.write_text(text.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    summary = store.load_files([first, second, text, copy], by="An")
    assert [one.outcome for one in summary.results] == ["new", "revision", "new", "copy"]
    report_id = str(summary.results[2].report_id)
    store.confirm_all(report_id, by="Bình")
    store.set_scope(report_id, "own_agency", by="Bình")
    return store_folder


def test_a_rebuild_gives_the_same_facts(loaded: Path) -> None:
    before = facts()
    summary = store.rebuild()
    assert facts() == before
    assert (summary.reports, summary.files, summary.failed) == (3, 4, ())


def test_the_database_can_be_lost(loaded: Path) -> None:
    before = facts()
    (loaded / "writer.duckdb").unlink()
    shutil.rmtree(loaded / "published")
    assert facts() == before, "opening takes in the whole journal again"


def test_a_damaged_database_is_said_and_rebuilt(loaded: Path) -> None:
    before = facts()
    (loaded / "writer.duckdb").write_bytes(b"nothing of a database" * 1000)
    with pytest.raises(store.StoreDamaged):
        store.confirm_all("x", by="An")
    store.rebuild()
    assert facts() == before


def test_what_was_journalled_but_not_committed_is_taken_in(loaded: Path, tmp_path: Path) -> None:
    """The moment between the journal's line and the database's commit."""
    older = tmp_path / "older.duckdb"
    shutil.copy(loaded / "writer.duckdb", older)
    store.load_files([files.form(tmp_path / "e.xlsx", {"vi_pham": 0.0}, unit_key=files.TAN_PHUOC)], by="An")
    expected = facts()
    shutil.copy(older, loaded / "writer.duckdb")
    shutil.rmtree(loaded / "published")
    assert facts() == expected


def test_a_torn_line_is_a_load_that_never_was(loaded: Path, tmp_path: Path) -> None:
    before = facts()
    with (loaded / "journal.jsonl").open("ab") as file:
        file.write(b'{"entry_id": "20241201T0800')
    assert facts() == before
    store.load_files([files.form(tmp_path / "e.xlsx", {"vi_pham": 0.0}, unit_key=files.TAN_PHUOC)], by="An")
    assert store.status().reports == 4


def test_a_journal_shorter_than_the_database_is_said(loaded: Path, tmp_path: Path) -> None:
    path = loaded / "journal.jsonl"
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    with pytest.raises(store.JournalShorter):
        store.load_files([files.narrative(tmp_path / "n.txt", number=9)], by="An")
    assert store.rebuild().reports == 1


def test_an_original_that_is_gone_fails_alone(loaded: Path) -> None:
    entries = list(journal.read(Folder.of().journal))
    lost = str(entries[0].content["sha256"])
    next((loaded / "originals").rglob(f"{lost}.*")).unlink()
    summary = store.rebuild()
    assert [one.file_name for one in summary.failed] == ["a.xlsx"]
    assert summary.reports == 2
    assert store.status().reports == 2, "and the store opens as before"


def test_an_emptied_sample_stays_out(store_folder: Path, tmp_path: Path) -> None:
    real = files.form(tmp_path / "real.xlsx", {"don_thu_ly": 1.0})
    sample = files.form(tmp_path / "sample.xlsx", {"don_thu_ly": 2.0}, unit_key=files.TAN_PHUOC)
    store.load_files([real], by="An")
    store.load_files([sample], by="An", illustrative=True)
    assert store.status().illustrative_reports == 1
    assert store.empty_sample(by="An") == 1
    assert store.empty_sample(by="An") == 0
    before = facts()
    assert len(before["report"]) == len(before["figure"]) == 1
    originals = list((store_folder / "originals").rglob("*.xlsx"))
    assert len(originals) == 1, "its files go too"
    summary = store.rebuild()
    assert (summary.reports, summary.failed) == (1, ())
    assert store.load_files([sample], by="An", illustrative=True).results[0].outcome == "new"
