"""Which files a load is about: those named, those in folders named, and those inside archives.

Names are what people see and nothing else: no file is ever written under a name that came from outside.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from grassroots.reading.documents import archive
from grassroots.reading.documents.formats import LARGEST_BYTES, megabytes_of
from grassroots.reading.documents.legible import legible
from grassroots.reading.model import UnreadableReport
from grassroots.store.outcome import Problem

ENDINGS = frozenset(
    {
        ".docx",
        ".docm",
        ".doc",
        ".odt",
        ".rtf",
        ".pdf",
        ".txt",
        ".html",
        ".htm",
        ".xlsx",
        ".xlsm",
        ".xls",
        ".csv",
    }
    | {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".zip"}
)
MOST_UNPACKED = 2 * 2**30  # of one archive of files
_LONGEST_NAME = 180
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Source:
    """One file to load; ``name`` is what the person sees. ``problem``: known to be unloadable already."""

    name: str
    path: Path
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A file and the name it came under, which may be any string at all."""

    name: str
    path: Path


@contextmanager
def collected(paths: Iterable[Path | str | Named]) -> Iterator[Sequence[Source]]:
    """All files below ``paths`` in a stable order; archives are unpacked for as long as this lasts."""
    with TemporaryDirectory(prefix="grassroots-") as unpacked:
        sources: list[Source] = []
        for path in paths:
            sources += list(_below(path, Path(unpacked)))
        yield sources


def shown(name: str) -> str:
    """A file's name as it may be shown: one line, no mark that turns or hides letters, no drive, not endless.

    The end is kept where a name is cut: it says what kind of file it is.
    """
    name = _ZERO_WIDTH.sub("", legible(name)).replace("\n", " ").replace("\t", " ").strip()
    name = re.sub(r"^[A-Za-z]:(?=[\\/])", "", name).replace("\\", "/").lstrip("/")
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME - 21] + "…" + name[-20:]
    return name or "?"


def _below(path: Path | str | Named, unpacked: Path) -> Iterator[Source]:
    if isinstance(path, Named):
        yield from _expanded(path.path, shown(path.name), unpacked)
        return
    path = Path(path)
    try:
        kind = "folder" if path.is_dir() else "file" if path.is_file() else "" if path.exists() else None
    except (OSError, ValueError):  # a name no file can have
        kind = None
    if kind == "folder":
        for file in _files_below(path):
            yield from _in_folder(file, unpacked)
    elif kind == "file":
        yield from _expanded(path, shown(path.name), unpacked)
    else:
        code = "no_such_file" if kind is None else "not_a_file"
        yield Source(shown(str(path)), path, Problem(code))


def _in_folder(file: Path, unpacked: Path) -> Iterator[Source]:
    if file.suffix.lower() not in ENDINGS or _of_an_editor(file.name):
        return
    if file.is_symlink():  # it may lead anywhere: out of the folder, or to something without an end
        yield Source(shown(file.name), file, Problem("is_a_link"))
    elif file.is_file():
        yield from _expanded(file, shown(file.name), unpacked)


def _files_below(folder: Path) -> Iterator[Path]:
    """Files by folder and name. Linked folders are left: they may lead back up."""
    waiting = [folder]
    while waiting:
        try:
            entries = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
        except OSError:
            continue
        yield from (Path(entry.path) for entry in entries if not _is_folder(entry))
        waiting += reversed([Path(entry.path) for entry in entries if _is_folder(entry)])


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _expanded(file: Path, name: str, unpacked: Path) -> Iterator[Source]:
    try:
        size = file.stat().st_size
    except OSError as error:
        yield Source(name, file, Problem("file_not_opened", None, {"reason": error.strerror or str(error)}))
        return
    if not name.lower().endswith(".zip"):
        yield Source(name, file, _too_large(size))
        return
    folder = unpacked / f"{len(list(unpacked.iterdir())):06d}"
    folder.mkdir()
    try:
        with archive.opened(file) as opened:
            found = False
            for source in _members(opened, name, folder):
                found = True
                yield source
            if not found:
                yield Source(name, file, Problem("nothing_in_archive"))
    except (UnreadableReport, OSError) as error:
        code = error.code if isinstance(error, UnreadableReport) else "not_an_archive"
        details = error.details if isinstance(error, UnreadableReport) else {}
        yield Source(name, file, Problem("not_an_archive" if code == "damaged_file" else code, None, details))


def _members(opened: archive.Archive, name: str, folder: Path) -> Iterator[Source]:
    for number, member in enumerate(opened.members):
        within = PurePosixPath(member.filename.replace("\\", "/"))
        ending = within.suffix.lower()
        if member.is_dir() or ending not in ENDINGS or _of_an_editor(within.name):
            continue
        shown_name = f"{name}/{shown(member.filename)}"
        # The member's own path is never used to write: only a number and its ending.
        target = folder / f"{number:06d}{ending}"
        yield Source(shown_name, target, _unpack(opened, member, ending, target))


def _unpack(opened: archive.Archive, member: zipfile.ZipInfo, ending: str, target: Path) -> Problem | None:
    """Writes a member to ``target``; why it can't be loaded where it can't."""
    problem = Problem("archive_in_archive") if ending == ".zip" else None
    size = 0
    try:
        with target.open("wb") as file:
            for chunk in () if problem else opened.chunks(member, MOST_UNPACKED):
                size += len(chunk)
                if size > LARGEST_BYTES:
                    problem = Problem("member_too_large", None, megabytes_of(size))
                    break
                file.write(chunk)
    except UnreadableReport as error:
        problem = Problem(error.code, None, error.details)
    if problem is not None:
        target.write_bytes(b"")
    return problem


def _of_an_editor(name: str) -> bool:
    """Lock files that Word leaves beside an open document, and what macOS adds to archives."""
    return name.startswith(("~$", "._"))


def _too_large(size: int) -> Problem | None:
    return Problem("file_too_large", None, megabytes_of(size)) if size > LARGEST_BYTES else None
