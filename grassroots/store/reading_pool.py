"""Reads many files in child processes, few in this one; results come in the order of the jobs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import cast

from grassroots import settings
from grassroots.store.outcome import Problem
from grassroots.store.preparing import Prepared
from grassroots.store.reading_worker import Job, read, receive, send

FEW = 3  # up to so many files are read in this process: starting another takes longer
WORKERS = 2
SECONDS_A_FILE = 600.0  # a long scan is recognised page by page
_CHILD = "from grassroots.store.reading_worker import main; main()"
_AHEAD = 24  # jobs read ahead of the one that is waited for


def read_all(jobs: Sequence[Job], workers: int = WORKERS) -> Generator[Prepared | Problem, None, None]:
    """What was read of each job, in order."""
    if len(jobs) <= FEW:
        yield from map(read, jobs)
        return
    children = threading.local()
    started: list[_Child] = []

    def in_child(job: Job) -> Prepared | Problem:
        child: _Child | None = getattr(children, "own", None)
        if child is None or not child.alive:
            children.own = child = _Child()
            started.append(child)
        return child.read(job)

    pool = ThreadPoolExecutor(workers, thread_name_prefix="reading")
    waiting: deque[Future[Prepared | Problem]] = deque()
    try:
        rest = iter(jobs)
        for job in rest:
            waiting.append(pool.submit(in_child, job))
            if len(waiting) >= _AHEAD:
                break
        while waiting:
            result = waiting.popleft().result()
            for job in rest:
                waiting.append(pool.submit(in_child, job))
                break
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in started:
            child.end()


class _Child:
    """One reading process."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": _python_path()}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def read(self, job: Job) -> Prepared | Problem:
        """Waits for the answer; a child that dies or takes too long costs this one file."""
        too_long = threading.Timer(SECONDS_A_FILE, self._process.kill)
        too_long.daemon = True
        too_long.start()
        try:
            assert self._process.stdin is not None and self._process.stdout is not None
            send(self._process.stdin, job)  # type: ignore[arg-type]
            answer = receive(self._process.stdout)  # type: ignore[arg-type]
        except OSError:
            answer = None
        finally:
            too_long.cancel()
        if answer is None:
            self.end()
            return Problem("reader_died")
        return cast("Prepared | Problem", answer)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


def _python_path() -> str:
    """The child imports the same package, wherever the parent was started."""
    return os.pathsep.join(filter(None, [str(settings.ROOT), os.environ.get("PYTHONPATH")]))
