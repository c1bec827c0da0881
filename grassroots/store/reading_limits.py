"""How long and how large a reading process may get; what is beyond is ended, and costs one file.

Computing time is counted by step: opening a file and each page of it are steps. It is the process's own time,
so a busy machine doesn't end honest files. On Linux both limits are the system's own; on macOS the memory
limit isn't kept by the system, and on Windows neither is: there only the clock of the process that waits ends
a reading (``reading_pool.SECONDS_WITHOUT_A_SIGN``).
"""

from __future__ import annotations

import contextlib
import signal
import sys
from pathlib import Path

SECONDS_A_STEP = 10.0  # of computing
MEGABYTES = 700  # beyond what a reading process has when it begins


def limit_memory() -> None:
    """From now on a library that asks for more than the limit gets an error, or ends the process.

    The soft limit alone is set: the programs that recognise scans and convert old files are given back their
    freedom by ``grassroots.reading.documents.programs``.
    """
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _address_space() + MEGABYTES * 2**20
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def begin_step() -> None:
    """The next step may compute ``SECONDS_A_STEP``; whoever computes longer is ended by the system."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, SECONDS_A_STEP)


def end_steps() -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0)


def ended_by_limit(return_code: int | None) -> bool:
    """Was a process with this return code ended for computing too long?"""
    return sys.platform != "win32" and return_code == -signal.SIGPROF


def _address_space() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 2 * 2**30  # not Linux: generous
    import resource

    return pages * resource.getpagesize()
