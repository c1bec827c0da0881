"""Publication put off while decisions follow one another.

A decision is in the journal and the database as soon as it is made; a copy for readers takes seconds on a
large store. A reviewer who confirms one figure after another would wait for each: so the copy is made when
the hand rests. Should the process end before that, whoever opens the store next publishes first.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

import duckdb
from filelock import Timeout

from grassroots.store.folder import Folder
from grassroots.store.writing import writing

RESTING_SECONDS = 2.0
LONGEST_SECONDS = 15.0


class _Publisher:
    """Publishes one store, in a thread that lives as long as something is due."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._state = threading.Condition()
        self._asked_since: float | None = None
        self._due: float | None = None
        self._thread: threading.Thread | None = None

    def ask(self) -> None:
        with self._state:
            now = time.monotonic()
            self._asked_since = self._asked_since or now
            self._due = min(now + RESTING_SECONDS, self._asked_since + LONGEST_SECONDS)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="publishing", daemon=True)
                self._thread.start()

    def finish(self) -> None:
        """Publishes at once what is due, and returns when it is done."""
        with self._state:
            if self._due is not None:
                self._due = 0.0
                self._state.notify_all()
            while self._thread is not None:
                self._state.wait()

    def _run(self) -> None:
        while True:
            with self._state:
                while self._due is not None and self._due > time.monotonic():
                    self._state.wait(self._due - time.monotonic())
                if self._due is None:
                    self._thread = None
                    self._state.notify_all()
                    return
                self._due = self._asked_since = None
            try:
                with writing(self._folder):
                    pass
            except (Timeout, OSError, duckdb.Error):
                logging.getLogger(__name__).exception("not published; the next writer will")


_publishers: dict[Path, _Publisher] = {}
_lock = threading.Lock()


def publish_soon(folder: Folder) -> None:
    """Has the store published when nothing more is asked for two seconds, at the latest after fifteen."""
    with _lock:
        publisher = _publishers.setdefault(folder.path, _Publisher(folder))
    publisher.ask()


def finish_publishing(folder: Path | str | None = None) -> None:
    """Returns when what was put off for a store is published."""
    with _lock:
        publisher = _publishers.get(Folder.of(folder).path)
    if publisher is not None:
        publisher.finish()
