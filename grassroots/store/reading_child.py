"""One reading process as seen by the one that gives it work. Idle ones are kept for a while."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import cast

from grassroots import settings
from grassroots.reading.documents import programs
from grassroots.store import reading_limits
from grassroots.store.outcome import Problem
from grassroots.store.preparing import Prepared
from grassroots.store.reading_worker import Job, Sign, receive, send

SECONDS_WITHOUT_A_SIGN = 200.0  # longer than LibreOffice and Tesseract are given for a file or a page
SECONDS_IDLE = 60.0
_MOST_IDLE = 2
_CHILD = "from grassroots.store.reading_worker import main; main()"

_idle: list[tuple[float, Child]] = []
_lock = threading.Lock()


class Child:
    """One reading process."""

    def __init__(self) -> None:
        self.made_for = _made_for()
        environment = {**os.environ, "PYTHONPATH": _python_path(), "OPENBLAS_NUM_THREADS": "1"}
        self._busy = False
        self._overdue = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def idle(self) -> bool:
        return self.alive and not self._busy

    def read(self, job: Job, told: Callable[[Sign], None]) -> Prepared | Problem:
        """Waits for the answer; a process that dies or takes too long costs this one file."""
        self._busy = True
        try:
            answer = self._answer(job, told)
        except (OSError, ValueError):  # ValueError: ended by another thread, its pipes are closed
            answer = None
        if isinstance(answer, Problem) and answer.code in ("too_much_memory", "unexpected"):
            self.end()  # what it holds is given back with it
        if answer is None:
            self.end()
            too_long = self._overdue or reading_limits.ended_by_limit(self._process.returncode)
            return Problem("took_too_long" if too_long else "reader_died")
        self._busy = False
        return cast("Prepared | Problem", answer)

    def _answer(self, job: Job, told: Callable[[Sign], None]) -> object | None:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        send(stdin, job)  # type: ignore[arg-type]
        while True:
            clock = threading.Timer(SECONDS_WITHOUT_A_SIGN, self._end_overdue)
            clock.daemon = True
            clock.start()
            try:
                answer = receive(stdout)  # type: ignore[arg-type]
            finally:
                clock.cancel()
            if not isinstance(answer, Sign):
                return answer
            told(answer)

    def _end_overdue(self) -> None:
        self._overdue = True
        programs.end(self._process)

    def end(self) -> None:
        if self.alive:
            programs.end(self._process)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


def take() -> Child:
    """An idle process that was started in the same surroundings, or a new one."""
    with _lock:
        for entry in reversed(_idle):
            child = entry[1]
            if child.idle and child.made_for == _made_for():
                _idle.remove(entry)
                return child
    return Child()


def give_back(child: Child) -> None:
    """Keeps an idle process for a while; ends any other. A process ends by itself with this one."""
    if not child.idle:
        child.end()
        return
    with _lock:
        _idle.append((time.monotonic(), child))
        surplus = [_idle.pop(0)[1] for _ in range(len(_idle) - _MOST_IDLE)]
    for one in surplus:
        one.end()
    clock = threading.Timer(SECONDS_IDLE + 1, _end_long_idle)
    clock.daemon = True
    clock.start()


def _end_long_idle() -> None:
    with _lock:
        ended = [entry for entry in _idle if time.monotonic() - entry[0] > SECONDS_IDLE]
        for entry in ended:
            _idle.remove(entry)
    for _, child in ended:
        child.end()


def _made_for() -> tuple[str, ...]:
    """What a kept process must share with a new one: its program, and where things lie."""
    named = sorted(
        f"{name}={value}"
        for name, value in os.environ.items()
        if name == "PATH" or name.startswith("GRASSROOTS_")
    )
    return (_CHILD, *named)


def _python_path() -> str:
    """The child imports the same package, wherever the parent was started."""
    return os.pathsep.join(filter(None, [str(settings.ROOT), os.environ.get("PYTHONPATH")]))
