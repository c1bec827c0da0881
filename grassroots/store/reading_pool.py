"""Reads files in child processes; results come in the order of the jobs.

Never in this process: a file made to crash, stall or swell its reader must cost nobody anything but itself.
"""

from __future__ import annotations

import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from grassroots.store import reading_child
from grassroots.store.outcome import Problem
from grassroots.store.preparing import Prepared
from grassroots.store.reading_child import Child
from grassroots.store.reading_worker import Job, Sign

WORKERS = 2
_AHEAD = 24  # jobs read ahead of the one that is waited for
_SECONDS_BETWEEN_SIGNS = 0.2

Pages = Callable[[str, int, int], None]
"""Called with a file's name, the page that was read last and how many there are."""


def read_all(
    jobs: Sequence[Job], workers: int = WORKERS, pages: Pages | None = None
) -> Generator[Prepared | Problem, None, None]:
    """What was read of each job, in order. ``pages`` is called in the caller's own thread."""
    if not jobs:
        return
    workers = min(workers, len(jobs))
    cores = max(1, (os.cpu_count() or 1) // workers)
    readers = _Readers(workers)
    try:
        rest = iter(replace(job, cores=cores) for job in jobs)
        waiting: deque[Future[Prepared | Problem]] = deque()
        for job in rest:
            waiting.append(readers.begin(job))
            if len(waiting) >= _AHEAD:
                break
        while waiting:
            result = readers.wait(waiting.popleft(), pages)
            for job in rest:
                waiting.append(readers.begin(job))
                break
            yield result
    finally:
        readers.leave()


class _Readers:
    """Threads that each wait for a reading process of their own."""

    def __init__(self, workers: int) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="reading")
        self._own = threading.local()
        self._taken: list[Child] = []
        self._signs: queue.SimpleQueue[tuple[str, Sign]] = queue.SimpleQueue()
        self._left = False

    def begin(self, job: Job) -> Future[Prepared | Problem]:
        return self._threads.submit(self._read, job)

    def wait(self, future: Future[Prepared | Problem], pages: Pages | None) -> Prepared | Problem:
        while True:
            try:
                return future.result(None if pages is None else _SECONDS_BETWEEN_SIGNS)
            except TimeoutError:
                self._tell(pages)

    def leave(self) -> None:
        """Idle processes are kept for the next reading, busy ones are ended."""
        self._left = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in self._taken:
            reading_child.give_back(child)

    def _read(self, job: Job) -> Prepared | Problem:
        child: Child | None = getattr(self._own, "child", None)
        if child is None or not child.alive:
            self._own.child = child = reading_child.take()
            self._taken.append(child)
            if self._left:
                child.end()
        return child.read(job, lambda sign: self._signs.put((job.file_name, sign)))

    def _tell(self, pages: Pages | None) -> None:
        last = None
        while not self._signs.empty():
            last = self._signs.get()
        if last is not None and pages is not None:
            name, sign = last
            pages(name, sign.page, sign.pages)
