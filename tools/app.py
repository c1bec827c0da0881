"""A Streamlit script run in a process of its own on a free port of this machine, for benches and tests."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = ROOT / "dashboard.py"
HOST = "127.0.0.1"


@dataclass
class App:
    """A running Streamlit server. ``url`` ends without a slash; ``log`` is what it printed."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def websocket(self) -> str:
        return f"ws://{HOST}:{self.port}/_stcore/stream"

    def memory_bytes(self) -> int:
        """Resident memory of the server's process."""
        return int(psutil.Process(self.process.pid).memory_info().rss)

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(app: App, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if app.process.poll() is not None:
            raise RuntimeError(f"the server ended by itself:\n{app.printed()}")
        with (
            contextlib.suppress(urllib.error.URLError, OSError),
            urllib.request.urlopen(f"{app.url}/_stcore/health", timeout=1) as answer,
        ):
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise TimeoutError(f"no server after {seconds} s:\n{app.printed()}")


@contextlib.contextmanager
def running(
    script: Path = DASHBOARD, *, store: Path | None = None, timeout_seconds: float = 60
) -> Iterator[App]:
    """Run a Streamlit script until the block ends; ``store`` is the folder it takes for the store."""
    port = free_port()
    environment = dict(os.environ, PYTHONUNBUFFERED="1")
    if store is not None:
        environment["GRASSROOTS_STORE"] = str(store)
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.address", HOST, "--server.port", str(port), "--server.headless", "true"]
    command += ["--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false"]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "streamlit.log"
        with log.open("wb") as output:
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        app = App(port, process, log)
        try:
            _wait_until_healthy(app, timeout_seconds)
            yield app
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
