"""Kept copies: a meeting's figures stay as they were decided, whatever is loaded afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import made_files as files
import pytest

from grassroots import queries, store


def load(path: Path, settled: float) -> None:
    store.load_files([files.form(path, {"don_thu_ly": 142.0, "don_da_giai_quyet": settled})], by="An")


def settled_by(reader: store.Reader) -> float:
    found = queries.run(
        reader, "area_measures", place=files.TAN_HUNG, period="2024-year", base=None, only_confirmed=False
    )
    return float(found.set_index("indicator").loc["don_da_giai_quyet", "value"])


def test_a_kept_copy_stays_as_it_was(store_folder: Path, empty_store: Path, tmp_path: Path) -> None:
    shutil.copytree(empty_store, store_folder, dirs_exist_ok=True)
    load(tmp_path / "a.xlsx", 132)
    made = store.keep()
    published = {path.name for path in (store_folder / "published").iterdir()}
    load(tmp_path / "b.xlsx", 135)
    for path in (store_folder / "published").iterdir():
        if path.name in published:  # as later publications do
            path.unlink()
    newest = store.Reader()
    meeting = store.kept_reader(made.name)
    assert not meeting.refresh()
    assert (settled_by(meeting), settled_by(newest)) == (132, 135)
    assert meeting.version < 0 < newest.version
    assert store.kept(made.name) == made


@pytest.mark.parametrize("name", ["20260101T000000", "../writer", "", "20269999T999999"])
def test_no_other_file_is_opened(store_folder: Path, name: str) -> None:
    with pytest.raises(store.KeptUnusable):
        store.kept_reader(name)


def test_a_copy_that_is_none_is_refused(store_folder: Path) -> None:
    (store_folder / "kept").mkdir()
    (store_folder / "kept" / "20260101T000000.duckdb").write_bytes(b"no database")
    with pytest.raises(store.KeptUnusable):
        store.kept_reader("20260101T000000")
