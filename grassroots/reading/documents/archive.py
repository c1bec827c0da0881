"""Zip archives, Word's and Excel's files among them, unpacked with what really comes out counted.

What an archive says of its own sizes is not believed: bytes are counted as they are unpacked.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from grassroots.reading.model import UnreadableReport

MOST_BYTES = 200 * 2**20  # unpacked, of one file that is a document
MOST_MEMBERS = 20_000
_MOST_DIRECTORY = 8 * 2**20  # the list of members, which is read as a whole
_CHUNK = 1 << 18
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_ENCRYPTED = 0x1


class Archive:
    """An opened archive. All methods raise UnreadableReport where it is damaged, protected or too large."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self.members = tuple(opened.infolist())
        self.names = frozenset(member.filename for member in self.members)
        self._unpacked = 0

    def part(self, name: str) -> bytes:
        """The bytes of a member; b"" where there is none of this name."""
        if name not in self.names:
            return b""
        return b"".join(self.chunks(self._opened.getinfo(name), MOST_BYTES))

    def chunks(self, member: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
        """A member's bytes in pieces; the whole archive may give ``most``."""
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableReport("password_protected")
        with _faults(), self._opened.open(member) as content:
            while chunk := _read(content):
                self._unpacked += len(chunk)
                if self._unpacked > most:
                    raise UnreadableReport("unpacks_too_large", limit=most // 2**20)
                yield chunk

    def measure(self) -> None:
        """Unpacks everything and keeps nothing: for files that a library unpacks by itself.

        Refuses XML that declares a type and with it entities; documents of offices never do.
        """
        for member in self.members:
            for at, chunk in enumerate(self.chunks(member, MOST_BYTES)):
                if at == 0 and member.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in chunk[:4096]:
                    raise UnreadableReport("declares_entities")


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Raises UnreadableReport."""
    with path.open("rb") as file:
        _check_directory(file)
    with _faults():
        archive = zipfile.ZipFile(path)
    with archive:
        if len(archive.infolist()) > MOST_MEMBERS:
            raise UnreadableReport("too_many_members", limit=MOST_MEMBERS)
        yield Archive(archive)


def _check_directory(file: IO[bytes]) -> None:
    """Refuses a list of members that is too long to be honest before it is read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    end = file.read()
    at, at_64 = end.rfind(_END), end.rfind(_END_64)
    if at < 0 or len(end) < at + 22:
        raise UnreadableReport("damaged_file")
    (directory,) = struct.unpack_from("<L", end, at + 12)
    if at_64 >= 0 and len(end) >= at_64 + 48:
        directory = max(directory % 0xFFFFFFFF, *struct.unpack_from("<Q", end, at_64 + 40))
    if directory > _MOST_DIRECTORY:
        raise UnreadableReport("too_many_members", limit=MOST_MEMBERS)


def _read(content: IO[bytes]) -> bytes:
    with _faults():
        return content.read(_CHUNK)


@contextmanager
def _faults() -> Iterator[None]:
    """What zipfile and zlib say of broken archives, as one thing."""
    try:
        yield
    except NotImplementedError as error:  # a compression that nobody uses
        raise UnreadableReport("damaged_file") from error
    except RuntimeError as error:
        code = "password_protected" if "encrypted" in str(error) else "damaged_file"
        raise UnreadableReport(code) from error
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, OverflowError) as error:
        raise UnreadableReport("damaged_file") from error
    except (zlib.error, struct.error, AttributeError) as error:
        raise UnreadableReport("damaged_file") from error
