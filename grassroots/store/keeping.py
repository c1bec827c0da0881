"""Copies kept for meetings: what was decided at a stated moment, whatever is loaded afterwards.

A kept copy is the newest published one under a name of its own below ``kept/``; it is never removed by a
publication. docs/decisions/0022.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from grassroots.store import publishing
from grassroots.store.folder import Folder
from grassroots.store.later import finish_publishing
from grassroots.store.reader import Reader
from grassroots.store.writing import ensure_published, is_usable

_NAME = re.compile(r"\d{8}T\d{6}")
_WRITTEN = "%Y%m%dT%H%M%S"


class KeptUnusable(Exception):
    """No kept copy has this name, or it was made by other code and can't answer this one's questions."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept copy. ``name`` stands in the URL; ``at`` is UTC, without zone."""

    name: str
    at: datetime


def keep(*, folder: Path | str | None = None) -> Kept:
    """Keeps the figures as decided now, what is still to be published among them."""
    store = Folder.of(folder)
    finish_publishing(store.path)
    ensure_published(store)
    store.kept.mkdir(parents=True, exist_ok=True)
    made = kept(datetime.now(UTC).strftime(_WRITTEN))
    target = _path_of(store, made.name)
    with store.lock():  # no publication removes the copy meanwhile
        found = publishing.newest(store)
        assert found is not None
        if not target.exists():  # the same second: the same figures
            unfinished = target.with_suffix(".tmp")
            try:
                os.link(found[1], unfinished)
            except OSError:  # a file system without links
                shutil.copyfile(found[1], unfinished)
            unfinished.replace(target)
    return made


def kept(name: str) -> Kept:
    """What a name says. Raises KeptUnusable for one that no copy can have."""
    if not _NAME.fullmatch(name):
        raise KeptUnusable(name)
    try:
        return Kept(name, datetime.strptime(name, _WRITTEN))
    except ValueError as error:
        raise KeptUnusable(name) from error


def kept_reader(name: str, *, folder: Path | str | None = None) -> Reader:
    """A reader of a kept copy, which never moves on. Raises KeptUnusable."""
    store, at = Folder.of(folder), kept(name).at
    path = _path_of(store, name)
    if not path.exists() or not is_usable(path):
        raise KeptUnusable(name)
    # Below zero and of its moment: no published copy has the same number, so nothing kept in memory is mixed.
    return Reader.of(publishing.open_copy(path), version=-int(at.replace(tzinfo=UTC).timestamp()))


def _path_of(store: Folder, name: str) -> Path:
    return store.kept / f"{name}.duckdb"
