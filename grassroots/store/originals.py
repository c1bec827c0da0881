"""The bytes of every report as received, under their sha256: ``originals/ab/<sha256>.<ext>``."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from grassroots.store.folder import Folder

_ENDING = re.compile(r"[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Original:
    """One file as received. ``ending`` is its name's, without the dot; "bin" where it has none."""

    sha256: str
    ending: str
    bytes: int


def describe(file_name: str, content: bytes) -> Original:
    ending = Path(file_name).suffix.lstrip(".").lower()
    return Original(
        hashlib.sha256(content).hexdigest(), ending if _ENDING.fullmatch(ending) else "bin", len(content)
    )


def path_of(folder: Folder, sha256: str, ending: str) -> Path:
    return folder.originals / sha256[:2] / f"{sha256}.{ending}"


def draft(folder: Folder, original: Original, content: bytes) -> Path:
    """Writes the bytes beside the originals, to be read and then kept or dropped."""
    incoming = folder.originals / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    path = incoming / f"{secrets.token_hex(8)}.{original.ending}"
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path


def keep(folder: Folder, original: Original, drafted: Path) -> Path:
    """Gives a draft its lasting name: the bytes are there whole or not at all. Twice changes nothing."""
    target = path_of(folder, original.sha256, original.ending)
    target.parent.mkdir(parents=True, exist_ok=True)
    drafted.replace(target)
    return target


def drop_stale_drafts(folder: Folder) -> None:
    """Removes drafts that a killed process left more than a day ago."""
    oldest = time.time() - 86_400
    for path in (folder.originals / "incoming").glob("*"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


def find(folder: Folder, sha256: str) -> Path | None:
    """Where a kept original lies, whatever its ending."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        return None
    return next(iter(sorted((folder.originals / sha256[:2]).glob(f"{sha256}.*"))), None)


def remove(folder: Folder, sha256: str) -> None:
    path = find(folder, sha256)
    if path is not None:
        path.unlink(missing_ok=True)
