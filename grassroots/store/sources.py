"""Which files a load is about: those named, those in folders named, and those inside archives."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from grassroots.store.outcome import Problem

ENDINGS = frozenset({".docx", ".doc", ".pdf", ".txt", ".xlsx", ".xls", ".zip"})
LARGEST_BYTES = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """One file to load; ``name`` is what the person sees. ``problem``: known to be unloadable already."""

    name: str
    path: Path
    problem: Problem | None = None


@contextmanager
def collected(paths: Iterable[Path | str]) -> Iterator[Sequence[Source]]:
    """All files below ``paths`` in a stable order; archives are unpacked for as long as this lasts."""
    with TemporaryDirectory(prefix="grassroots-") as unpacked:
        sources: list[Source] = []
        for path in map(Path, paths):
            sources += list(_below(path, Path(unpacked)))
        yield sources


def _below(path: Path, unpacked: Path) -> Iterator[Source]:
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and file.suffix.lower() in ENDINGS and not _of_an_editor(file.name):
                yield from _expanded(file, file.name, unpacked)
    elif not path.exists():
        yield Source(str(path), path, Problem("no_such_file"))
    else:
        yield from _expanded(path, path.name, unpacked)


def _expanded(file: Path, name: str, unpacked: Path) -> Iterator[Source]:
    if file.suffix.lower() != ".zip":
        yield Source(name, file, _too_large(file.stat().st_size))
        return
    folder = unpacked / f"{len(list(unpacked.iterdir())):06d}"
    folder.mkdir()
    try:
        with zipfile.ZipFile(file) as archive:
            for member in archive.infolist():
                within = PurePosixPath(member.filename)
                if member.is_dir() or within.suffix.lower() not in ENDINGS or _of_an_editor(within.name):
                    continue
                problem = _too_large(member.file_size)
                # The member's own path is never used to write: only a number and its ending.
                target = folder / f"{len(list(folder.iterdir())):06d}{within.suffix.lower()}"
                target.write_bytes(b"" if problem else archive.read(member))
                yield Source(f"{name}/{member.filename}", target, problem)
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError) as error:
        yield Source(name, file, Problem("not_an_archive", None, {"error": str(error)}))


def _of_an_editor(name: str) -> bool:
    """Lock files that Word leaves beside an open document, and what macOS adds to archives."""
    return name.startswith(("~$", "._"))


def _too_large(size: int) -> Problem | None:
    return Problem("file_too_large", None, _sizes(size)) if size > LARGEST_BYTES else None


def _sizes(size: int) -> dict[str, int]:
    return {"megabytes": size // 2**20, "limit": LARGEST_BYTES // 2**20}
