"""Two hundred spoilt files of a fixed seed; ``make fuzz`` reads thousands."""

from __future__ import annotations

from pathlib import Path

from tools.fuzz import fuzz, spoilt_files

SLOW = ("doc", "rtf", "png", "jpg", "tif")  # other programs read these: seconds each


def test_spoilt_files_neither_crash_nor_stall_nor_swell_their_reader(tmp_path: Path) -> None:
    report = fuzz(spoilt_files(200, 7, tmp_path, without=SLOW), workers=2)
    assert report.answers.total() == 200
    assert not report.faults
    read = {answer for answer in report.answers if answer.endswith(" read")}
    assert read >= {".txt read", ".html read", ".pdf read", ".docx read"}, "some survive, to be read"
