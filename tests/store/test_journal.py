"""The journal: whole lines only, wherever the process died."""

from __future__ import annotations

from pathlib import Path

import pytest

from grassroots.store import journal


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "journal.jsonl"
    journal.append(
        path, [journal.new_entry("load", "An", {"file_name": f"báo cáo {n}.docx"}) for n in range(3)]
    )
    return path


def test_entries_come_back_as_they_were_written(tmp_path: Path) -> None:
    entries = [journal.new_entry("decide", "Bình", {"decisions": [{"value": 1.5, "quote": "1,5 điểm"}]})]
    path = tmp_path / "journal.jsonl"
    placed = journal.append(path, entries)
    assert list(journal.read(path)) == placed
    assert placed[0].position == path.stat().st_size
    assert placed[0].content == {"decisions": [{"value": 1.5, "quote": "1,5 điểm"}]}


def test_reading_goes_on_behind_a_position(written: Path) -> None:
    first, second, third = journal.read(written)
    assert list(journal.read(written, first.position)) == [second, third]
    assert list(journal.read(written, third.position)) == []


@pytest.mark.parametrize("kept", [1, 20, -1])
def test_a_torn_last_line_is_cut(written: Path, kept: int) -> None:
    whole = list(journal.read(written))
    content = written.read_bytes()
    last = content[whole[1].position :]
    written.write_bytes(content[: whole[1].position] + last[:kept])
    assert journal.cut_torn_end(written) == len(last[:kept])
    assert list(journal.read(written)) == whole[:2]


def test_zeros_after_a_power_cut_are_cut(written: Path) -> None:
    whole = list(journal.read(written))
    with written.open("ab") as file:
        file.write(b"\0" * 100 + b"\n")
    assert journal.cut_torn_end(written) == 101
    assert list(journal.read(written)) == whole


def test_nothing_is_cut_from_whole_lines(written: Path, tmp_path: Path) -> None:
    assert journal.cut_torn_end(written) == 0
    assert journal.cut_torn_end(tmp_path / "absent.jsonl") == 0


def test_a_damaged_line_in_the_middle_is_never_passed_over(written: Path) -> None:
    content = written.read_bytes()
    written.write_bytes(content.replace(b'"load"', b'"lo\nd"', 1))
    with pytest.raises(journal.JournalDamaged) as damaged:
        list(journal.read(written))
    assert damaged.value.line == 1
