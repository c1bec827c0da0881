"""Published copies: read-only files under ever new names, so that readers and the writer never meet.

``published/00000042.duckdb`` is the 42nd state of the store. A copy is complete before it gets its name.
Old copies are removed when two newer ones exist; a reader that still has one open keeps it on POSIX, and on
Windows the removal fails and is tried again at the next publication.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

import duckdb

from grassroots.store import schema
from grassroots.store.connecting import connect, connect_read_only
from grassroots.store.folder import Folder

KEPT = 2
_ENDING = ".duckdb"


def newest(folder: Folder) -> tuple[int, Path] | None:
    """Number and path of the newest copy, or None."""
    numbered = _numbers(folder.published)
    if not numbered:
        return None
    number = max(numbered)
    return number, path_of(folder, number)


def path_of(folder: Folder, number: int) -> Path:
    return folder.published / f"{number:08d}{_ENDING}"


def open_copy(path: Path) -> duckdb.DuckDBPyConnection:
    return connect_read_only(path)


def known_files(folder: Folder) -> dict[str, str]:
    """The sha256 of every file in the newest copy, with the report it belongs to."""
    found = newest(folder)
    if found is None:
        return {}
    try:
        with contextlib.closing(open_copy(found[1])) as connection:
            rows = connection.execute("select sha256, report_id from report_file").fetchall()
    except duckdb.Error:  # just removed, or made by other code: then every file is read
        return {}
    return {str(sha256): str(report_id) for sha256, report_id in rows}


def publish(folder: Folder) -> int:
    """Copies the database, which must be closed and checkpointed, under the next number.

    Called under the store's lock. Returns the number.
    """
    number = max(_numbers(folder.published), default=0) + 1
    target = path_of(folder, number)
    unfinished = target.with_suffix(".tmp")
    _remove_unfinished(folder)
    with folder.database.open("rb") as source, unfinished.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
    # Measures are computed once here rather than at each question; the writer's file holds facts only.
    with connect(unfinished) as connection:
        schema.derive(connection)
        connection.execute("checkpoint")
    with unfinished.open("rb+") as copy:
        os.fsync(copy.fileno())
    unfinished.replace(target)
    _remove_old(folder, number)
    return number


def _numbers(published: Path) -> list[int]:
    # os.scandir rather than Path.glob: this runs at every interaction of every open page.
    try:
        with os.scandir(published) as entries:
            return [
                int(entry.name[: -len(_ENDING)])
                for entry in entries
                if entry.name.endswith(_ENDING) and entry.name[: -len(_ENDING)].isdigit()
            ]
    except FileNotFoundError:
        return []


def _remove_old(folder: Folder, number: int) -> None:
    old = [path_of(folder, one) for one in _numbers(folder.published) if one <= number - KEPT]
    for file in old:
        with contextlib.suppress(OSError):  # Windows: still open in a reader
            file.unlink()


def _remove_unfinished(folder: Folder) -> None:
    """Takes away what a killed process left: its write-ahead log would be applied to a new copy, and DuckDB
    puts aside in a folder what doesn't fit into memory."""
    for left in folder.published.glob("*.tmp*"):
        if left.is_dir():
            shutil.rmtree(left)
        else:
            left.unlink()
