"""Other programs that help to read: started without a shell, ended with all they started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_starting = threading.Lock()


class ProgramFailed(Exception):
    """The program ended with an error. ``too_long``: it was ended for taking too long."""

    def __init__(self, too_long: bool) -> None:
        super().__init__(too_long)
        self.too_long = too_long


def run(
    command: Sequence[str],
    seconds: float,
    environment: Mapping[str, str] | None = None,
    given: bytes | None = None,
) -> bytes:
    """What the program writes; ``given`` is what it reads. Raises ProgramFailed."""
    try:
        with _starting, _own_memory_limit_lifted():
            process = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL if given is None else subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **(environment or {})},
            )
    except OSError as error:
        raise ProgramFailed(too_long=False) from error
    try:
        output, _ = process.communicate(given, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise ProgramFailed(too_long=True) from error
    finally:
        if process.poll() is None:
            end(process)
    if process.returncode:
        raise ProgramFailed(too_long=False)
    return output


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process and everything it started: LibreOffice's starter leaves a second process behind."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)
    for pid in _descendants(process.pid):
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    process.kill()
    process.wait()


def _descendants(pid: int) -> list[int]:
    """Below ``pid``, as Linux tells; nothing elsewhere."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            # The name in brackets may hold anything; the parent is the second field after it.
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found: list[int] = []
    level = {pid}
    while level:
        level = {child for child, parent in parents.items() if parent in level}
        found += level
    return found


@contextlib.contextmanager
def _own_memory_limit_lifted() -> Iterator[None]:
    """A reading process limits its own memory; a child inherits whatever limit holds when it is started."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
