"""Journeys in a real Chromium. All of them run in one worker: they share a browser and a server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from presence import skip_or_fail

from grassroots.sample import archives, files
from tools.app import ROOT, App, running
from tools.browser import SMALL, Watch, chromium, chromium_path

expect.set_options(timeout=20_000)  # maps are painted in software

PERIODS = ("2026-m09", "2026-m06", "2025-m09")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if chromium_path() is None:
        skip_or_fail("no Chromium or Chrome on this machine (CHROMIUM names one)")
    with chromium() as running_browser:
        yield running_browser


@pytest.fixture(scope="session")
def one_reader(browser: Browser) -> Iterator[BrowserContext]:
    """One reader's browser. What it has fetched and compiled it keeps, else each page costs a second more."""
    opened = browser.new_context(locale="vi-VN")
    yield opened
    opened.close()


@pytest.fixture
def context(one_reader: BrowserContext) -> BrowserContext:
    return one_reader


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Iterator[Page]:
    """A tab of a small laptop's size; ``watch`` notes what it asks outside and its errors."""
    opened = context.new_page()
    opened.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    watch.follow(opened)
    yield opened
    opened.close()


def grassroots(store: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, as a person at a terminal would."""
    return subprocess.run(
        [sys.executable, "-m", "grassroots", *map(str, arguments)],
        cwd=ROOT,
        env=dict(os.environ, GRASSROOTS_STORE=str(store), PYTHONIOENCODING="utf-8"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample's newest period, what it is compared with, and one between."""
    folder = tmp_path_factory.mktemp("sample")
    for period, archive in archives():
        if period.code in PERIODS:
            files(archive, folder / "files" / period.code)
    done = grassroots(folder / "store", "load", folder / "files", "--by", "Lan")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "store"


@pytest.fixture(scope="session")
def district_report(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the published report of Đồng Phú district on ten months of 2024, nothing decided."""
    folder = tmp_path_factory.mktemp("district_report") / "store"
    done = grassroots(folder, "load", shared / "reports" / "files" / "dong_phu_2024.docx", "--by", "Lan")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def sample(sample_store: Path) -> Iterator[App]:
    """The dashboard on the sample. Tests that change what is stored take a store of their own."""
    with running(store=sample_store) as app:
        yield app
