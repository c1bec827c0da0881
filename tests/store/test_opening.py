"""Opening the store: schema and views by content, published copies, a reader that can harm nothing."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import duckdb
import pytest

from grassroots import settings, store
from grassroots.store.folder import Folder
from grassroots.store.writing import writing


def test_an_empty_folder_becomes_an_empty_store(tmp_path: Path) -> None:
    reader = store.Reader(tmp_path / "nothing" / "there")
    assert reader.version == 1
    assert reader.rows("select count(*) as n from report") == [{"n": 0}]
    assert reader.rows("select count(*) > 20000 as there from unit") == [{"there": True}]


def test_opening_again_publishes_nothing(store_folder: Path) -> None:
    assert store.Reader().version == store.Reader().version == store.version() == 1


def test_old_copies_go_and_an_open_one_stays_readable(store_folder: Path) -> None:
    reader = store.Reader()
    for _ in range(4):
        with writing(Folder.of()):
            pass
    assert sorted(path.name for path in (store_folder / "published").iterdir()) == [
        "00000004.duckdb",
        "00000005.duckdb",
    ]
    assert reader.rows("select count(*) as n from report") == [{"n": 0}]
    assert reader.refresh() and reader.version == 5


def test_looking_for_a_newer_copy_costs_next_to_nothing(store_folder: Path) -> None:
    reader = store.Reader()
    started = time.process_time()
    for _ in range(200):
        assert not reader.refresh()
    assert (time.process_time() - started) / 200 < 0.0003


@pytest.mark.parametrize(
    "harm",
    [
        "drop table report",
        "insert into target values ('a', 'b', null, 1, null, null, 'c')",
        "copy report to '/tmp/report.csv'",
        "select * from read_csv('/etc/passwd')",
        "attach '/tmp/other.duckdb'",
        "set enable_external_access = true",
        "set lock_configuration = false",
    ],
)
def test_a_reader_refuses_everything_but_reading(store_folder: Path, harm: str) -> None:
    with pytest.raises(duckdb.Error):
        store.Reader().rows(harm)


def test_a_reader_is_shared_between_threads_that_refresh(store_folder: Path) -> None:
    reader = store.Reader()
    faults: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(40):
                reader.refresh()
                assert (
                    reader.frame("select count(*) as n from report where period = $p", {"p": "x"})["n"][0]
                    == 0
                )
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(3):
        with writing(Folder.of()):
            pass
    for thread in threads:
        thread.join()
    assert faults == []
    reader.refresh()
    assert reader.version == 4


def test_views_follow_their_files(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = tmp_path / "views"
    views.mkdir()
    monkeypatch.setattr(settings, "VIEWS", views)
    (views / "1.sql").write_text(
        "create view one as select 1 as n; create macro two(x) as table select x as n"
    )
    assert store.Reader().rows("select (from one) + (from two(2)) as n") == [{"n": 3}]
    (views / "1.sql").write_text("create view one as select 10 as n")
    reader = store.Reader()
    assert reader.rows("from one") == [{"n": 10}]
    with pytest.raises(duckdb.Error):
        reader.rows("from two(2)")


def test_a_new_schema_file_is_applied_once_and_an_edited_one_refused(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = tmp_path / "schema"
    schema.mkdir()
    for file in settings.SCHEMA.glob("*.sql"):
        (schema / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(settings, "SCHEMA", schema)
    store.Reader()
    (schema / "900_more.sql").write_text("create table more (n integer); insert into more values (1)")
    for _ in range(2):
        with writing(Folder.of()) as connection:
            assert connection.execute("from more").fetchall() == [(1,)]
    (schema / "900_more.sql").write_text("create table more (n integer)")
    with pytest.raises(store.SchemaEdited), writing(Folder.of()):
        pass
    store.rebuild()
    assert store.Reader().rows("select count(*) as n from more") == [{"n": 0}]


def test_reference_data_follow_their_files(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = store.Reader()
    reference = tmp_path / "reference"
    reference.mkdir()
    header, first, *_ = (settings.REFERENCE / "indicators.csv").read_text(encoding="utf-8").splitlines()
    (reference / "indicators.csv").write_text(f"{header}\n{first}\n", encoding="utf-8")
    monkeypatch.setattr(settings, "REFERENCE", reference)
    assert store.Reader().rows("select code, position, better from indicator") == [
        {"code": "tcd_luot", "position": 1, "better": None}
    ]
    assert reader.rows("select count(*) > 100 as many from indicator") == [{"many": True}]


def test_statements_are_split_as_the_database_reads_them() -> None:
    one, two = store.statements("select $a as x, 'a;b' as y; -- no; more\ndrop table t")
    assert (one.kind, one.parameters) == ("SELECT", frozenset({"a"}))
    assert two.kind == "DROP"
    with pytest.raises(ValueError, match="syntax"):
        store.statements("select from where")


def test_what_a_killed_publication_left_is_taken_away(store_folder: Path) -> None:
    published = store_folder / "published"
    for left in ("00000009.tmp", "00000009.tmp.wal"):
        (published / left).write_bytes(b"half a copy")
    (published / "00000009.tmp.tmp").mkdir()
    (published / "00000009.tmp.tmp" / "spilt.block").write_bytes(b"what did not fit into memory")
    with writing(Folder.of()):
        pass
    assert sorted(file.name for file in published.iterdir() if ".tmp" in file.name) == []
