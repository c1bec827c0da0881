"""The journal: one JSON line for each thing that happened, in order. With the originals it is the truth.

A line is on disk before the database commits what it says. A line that was being written when the process
died is cut off at the next opening; a whole line the database has not taken in is taken in then.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

_LONGEST_LINE = 1 << 24  # bytes: all decisions on a long report

Kind = str  # load, decide, add_figure, withdraw, set_scope, set_particular, save_agenda, empty_sample …


class JournalDamaged(Exception):
    """A line in the middle of the journal is not JSON. ``line`` counts from 1."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(path, line)
        self.path, self.line = path, line


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. ``position`` is where its line ends in the file, in bytes."""

    entry_id: str
    at: datetime  # UTC, without zone
    by: str
    kind: Kind
    content: Mapping[str, Any]
    position: int = 0


def new_entry(kind: Kind, by: str, content: Mapping[str, Any]) -> Entry:
    """An entry of this moment; identifiers sort by time and never meet between processes."""
    at = datetime.now(UTC).replace(tzinfo=None)
    return Entry(f"{at:%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}", at, by, kind, content)


def append(path: Path, entries: Sequence[Entry]) -> list[Entry]:
    """Writes entries at the end and waits until they are on disk; gives them with their positions."""
    written = []
    with path.open("ab") as file:
        for entry in entries:
            file.write(_line(entry))
            written.append(_placed(entry, file.tell()))
        file.flush()
        os.fsync(file.fileno())
    return written


def read(path: Path, after: int = 0) -> Iterator[Entry]:
    """Entries whose lines begin at or after byte ``after``. Raises JournalDamaged."""
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek(after)
        for number, line in enumerate(file, start=1):
            after += len(line)
            entry = of_line(line, after)
            if entry is None:
                raise JournalDamaged(path, number)
            yield entry


def of_line(line: bytes, end: int) -> Entry | None:
    """The entry of one line that ends at byte ``end``; None for one that is damaged."""
    try:
        fields = json.loads(line)
        return Entry(
            entry_id=fields.pop("entry_id"),
            at=datetime.fromisoformat(fields.pop("at")),
            by=fields.pop("by"),
            kind=fields.pop("kind"),
            content=fields,
            position=end,
        )
    except (ValueError, KeyError, AttributeError):
        return None


def cut_torn_end(path: Path) -> int:
    """Removes an unfinished last line; gives the number of bytes cut. Called under the store's lock.

    Unfinished: without its line end, or filled with zeros as some file systems leave after a power cut.
    """
    if not path.exists():
        return 0
    with path.open("rb+") as file:
        length = file.seek(0, os.SEEK_END)
        whole = _end_of_whole_lines(file, length)
        if whole < length:
            file.truncate(whole)
            file.flush()
            os.fsync(file.fileno())
        return length - whole


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _end_of_whole_lines(file: BinaryIO, length: int) -> int:
    """Where the last line ends that is whole and JSON; only a last line is ever in doubt."""
    start = max(0, length - _LONGEST_LINE)
    file.seek(start)
    tail = file.read()
    end = tail.rfind(b"\n") + 1
    begin = tail.rfind(b"\n", 0, max(end - 1, 0)) + 1
    return start + (end if end and _is_json(tail[begin:end]) else begin)


def _is_json(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _line(entry: Entry) -> bytes:
    fields = {"entry_id": entry.entry_id, "at": entry.at.isoformat(), "by": entry.by, "kind": entry.kind}
    return json.dumps({**fields, **entry.content}, ensure_ascii=False, default=str).encode() + b"\n"


def _placed(entry: Entry, position: int) -> Entry:
    return Entry(entry.entry_id, entry.at, entry.by, entry.kind, entry.content, position)
