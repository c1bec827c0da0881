"""A process that reads reports for another: jobs come in on stdin, answers go out on stdout, pickled.

A plain child process rather than ``multiprocessing``: the parent may be a Streamlit script or run on
Windows, and neither may be imported anew in a child. A report that makes the reader crash takes only its
own child with it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from grassroots.reading import signs
from grassroots.reading.documents import recognise
from grassroots.reading.documents.formats import LARGEST_BYTES, megabytes_of
from grassroots.store import originals, reading_limits
from grassroots.store.folder import Folder
from grassroots.store.originals import Original
from grassroots.store.outcome import Problem
from grassroots.store.preparing import Given, Prepared, prepare

_SIZE = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read. ``original`` is set when the store keeps its bytes already."""

    folder: Path
    path: Path
    file_name: str
    given: Given
    original: Original | None = None
    cores: int = 1  # how many pages of a scan may be recognised at once


@dataclass(frozen=True, slots=True)
class Sign:
    """A page of the file that is being read was done."""

    page: int
    pages: int


def read(job: Job) -> Prepared | Problem:
    """Reads one file; on success its bytes are kept among the originals before this returns."""
    recognise.at_once(job.cores)
    if job.original is not None:
        return prepare(job.path, job.original, job.file_name, job.given)
    folder = Folder(job.folder)
    try:
        content = job.path.read_bytes()
    except OSError as error:
        return Problem("file_not_opened", None, {"reason": error.strerror or str(error)})
    if not content:
        return Problem("empty_file")
    if len(content) > LARGEST_BYTES:
        return Problem("file_too_large", None, megabytes_of(len(content)))
    original = originals.describe(job.file_name, content)
    drafted = originals.draft(folder, original, content)
    try:
        prepared = prepare(drafted, original, job.file_name, job.given)
        if isinstance(prepared, Prepared):
            originals.keep(folder, original, drafted)
        return prepared
    finally:
        drafted.unlink(missing_ok=True)


def send(stream: BinaryIO, message: object) -> None:
    content = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(_SIZE.pack(len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> object | None:
    """The next message; None when the other side is gone."""
    header = stream.read(_SIZE.size)
    if len(header) < _SIZE.size:
        return None
    (size,) = _SIZE.unpack(header)
    content = stream.read(size)
    return pickle.loads(content) if len(content) == size else None


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer
    reading_limits.limit_memory()

    def tell(page: int, pages: int) -> None:
        reading_limits.begin_step()
        send(answers, Sign(page, pages))

    with contextlib.suppress(BrokenPipeError):  # the parent is gone: nobody waits for an answer
        while isinstance(job := receive(sys.stdin.buffer), Job):
            reading_limits.begin_step()
            with signs.heard_by(tell):
                answer = read(job)
            reading_limits.end_steps()
            send(answers, answer)
