"""Reading processes: ended for taking too long or too much, kept while idle, told of pages."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import made_files as files
import pytest

from grassroots import store
from grassroots.reading.documents import programs
from grassroots.store import reading_child

_MAIN = """
from grassroots.store import reading_limits, reading_worker as worker
reading_limits.SECONDS_A_STEP, reading_limits.MEGABYTES = 4, 100
import grassroots.reading as reading
read_file = reading.read_file
def stand_in(path):
    read = read_file(path)
    {body}
    return read
reading.read_file = stand_in
worker.main()
"""


def failures(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> dict[str, str]:
    """The problems of loading three files, one of which makes the reader run ``body``."""
    guarded = f"{body} if '1111' in read.passages[-1].text else None"
    monkeypatch.setattr(reading_child, "_CHILD", _MAIN.format(body=guarded))
    folder.mkdir()
    for number in range(3):
        files.narrative(folder / f"{number}.txt", number=number, received=1110 + number)
    summary = store.load_files([folder], by="An")
    assert len(summary.results) == 3
    return {one.file_name: one.problem.code for one in summary.failed if one.problem}


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")
@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("exec('while True: pass')", "took_too_long"),
        ("bytearray(500 * 2**20)", "too_much_memory"),
        ("__import__('os').abort()", "reader_died"),
        ("(lambda f: f(f))(lambda f: f(f))", "too_deep"),
    ],
)
def test_a_file_that_is_too_much_for_its_reader_costs_itself_alone(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, code: str
) -> None:
    assert failures(tmp_path / "many", monkeypatch, body) == {"1.txt": code}


def test_pages_are_told_in_the_callers_thread(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = "from grassroots.reading import signs; import time; signs.page_done(3, 7); time.sleep(1)"
    monkeypatch.setattr(reading_child, "_CHILD", _MAIN.format(body=slow))
    told: list[tuple[str, int, int]] = []
    store.load_files([files.narrative(tmp_path / "a.txt")], by="An", pages=lambda *page: told.append(page))
    assert told == [("a.txt", 3, 7)]


def test_an_idle_process_reads_the_next_files_too(store_folder: Path, tmp_path: Path) -> None:
    started = []

    class Counted(reading_child.Child):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_child, "Child", Counted)
        patch.setattr(reading_child, "_idle", [])
        for number in range(3):
            path = files.narrative(tmp_path / f"{number}.txt", number=number, received=number + 10)
            assert not store.load_files([path], by="An").failed
        assert len(started) == 1
        patch.setattr(reading_child, "SECONDS_IDLE", -1)
        reading_child._end_long_idle()
        assert not started[0].alive


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell starts the second process")
def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    began = time.monotonic()
    with pytest.raises(programs.ProgramFailed) as failed:
        programs.run(["sh", "-c", f"sleep 60 & echo $! > {told}; wait"], seconds=1)
    assert failed.value.too_long and time.monotonic() - began < 20
    state = subprocess.run(["ps", "-o", "stat=", "-p", told.read_text().strip()], capture_output=True)
    assert state.stdout.strip()[:1] in (b"", b"Z")
