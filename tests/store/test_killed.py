"""Killed at any moment, a load leaves a store that opens and holds whole reports; going on finishes it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from grassroots import sample, store

FILES = 200
KILLS = int(os.environ.get("GRASSROOTS_KILLS", "6"))  # a minute of tests; twenty take three
_CHILD = """
import sys
from grassroots import store
print("ready", flush=True)
store.load_files([sys.argv[1]], by="An", workers=1)
"""
_WHOLE = """
    select report_id, source_kind, unit_key, period, number, replaces, illustrative,
        (select count(*) from report_file where report_id = report.report_id) as files,
        (select list((indicator, part, value) order by ordinal) from figure
            where report_id = report.report_id) as figures,
        (select count(*) from passage where report_id = report.report_id) as passages,
        (select count(*) from score where report_id = report.report_id) as scores,
        (select count(*) from award where report_id = report.report_id) as awards,
        (select count(*) from training_course where report_id = report.report_id) as courses,
        (select count(*) from issue where report_id = report.report_id) as issues
    from report
    order by report_id
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred generated reports, forms and narratives, revisions among them."""
    folder = tmp_path_factory.mktemp("reports")
    files: list[Path] = []
    for period, archive in sample.archives():
        if len(files) < FILES:
            files += sample.files(archive, folder / period.code)
    for path in files[FILES:]:
        path.unlink()
    return folder


def whole_reports(folder: Path) -> dict[str, dict[str, Any]]:
    return {row["report_id"]: row for row in store.Reader(folder).rows(_WHOLE)}


def measures(folder: Path) -> list[str]:
    """What the pages would show of every unit, from confirmed and unconfirmed figures."""
    rows = store.Reader(folder).rows("select unit_key, period, indicator, value from measure(false)")
    return sorted(map(repr, rows))


def start(reports: Path, folder: Path) -> subprocess.Popen[bytes]:
    """A load that has begun in a process group of its own."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(reports)],
        env={**os.environ, "GRASSROOTS_STORE": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert child.stdout is not None and child.stdout.readline() == b"ready\n"
    return child


def written(folder: Path) -> int:
    """How many reports the journal names."""
    journal = folder / "journal.jsonl"
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def killed_somewhere(child: subprocess.Popen[bytes], folder: Path, moments: random.Random) -> bool:
    """Kills a load a random while after it has written a random number of reports; False when it was done.

    The moments follow what the load does, not the clock alone: a slow machine sees the same spread.
    """
    before = written(folder)
    wanted = before + moments.randint(0, (FILES - before) // 3)
    while written(folder) < wanted and child.poll() is None:
        time.sleep(0.002)
    try:
        child.wait(moments.uniform(0, 0.6))
        return False
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
        return True


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX's")
def test_killed_again_and_again_while_loading(reports: Path, empty_store: Path, tmp_path: Path) -> None:
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(empty_store, undisturbed)
    summary = store.load_files([reports], by="An", folder=undisturbed)
    expected = whole_reports(undisturbed)
    assert summary.failed == () and len(summary.results) == FILES
    assert any(row["replaces"] for row in expected.values()), "there are revisions among them"

    moments = random.Random(20)
    kills, stores, partly, folder = 0, 0, 0, tmp_path
    while kills < KILLS:
        if folder == tmp_path or written(folder) > FILES * 0.9:
            stores, folder = stores + 1, tmp_path / f"store-{stores}"
            shutil.copytree(empty_store, folder)
        if not killed_somewhere(start(reports, folder), folder, moments):
            continue
        kills += 1
        held = whole_reports(folder)
        assert held.items() <= expected.items(), "each report is there as a whole or not at all"
        partly += 0 < len(held) < len(expected)
    assert partly >= 2, "the moments were spread over the load"

    again = store.load_files([reports], by="An", folder=folder)
    assert again.failed == ()
    assert whole_reports(folder) == expected
    assert measures(folder) == measures(undisturbed)
    rebuilt = store.rebuild(folder)
    assert (rebuilt.reports, whole_reports(folder)) == (len(expected), expected)
