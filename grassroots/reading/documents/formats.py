"""What a file is, by its first bytes and, for an archive, by its parts."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any, Literal

from grassroots.reading.model import UnreadableReport

Format = Literal["docx", "xlsx", "xls", "pdf", "doc", "image", "txt"]
LARGEST_BYTES = 100 * 2**20
LARGEST_UNPACKED_BYTES = 300_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")


def format_of(path: Path) -> Format:
    """The format of a file. Raises UnreadableReport when it is none the reader knows, empty or too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise UnreadableReport("file_not_opened", reason=error.strerror or str(error)) from error
    if size == 0 or not head.strip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise UnreadableReport("empty_file")
    if size > LARGEST_BYTES:
        raise UnreadableReport("file_too_large", **megabytes_of(size))
    if head.startswith(b"PK"):
        return _of_archive(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_OLE):
        return _of_compound_file(path)
    if head.startswith(_IMAGES):
        return "image"
    if _is_text(head):
        return "txt"
    raise UnreadableReport("unknown_format")


def megabytes_of(size: int) -> dict[str, Any]:
    """What the sentence about too large a file says."""
    return {"megabytes": size // 2**20, "limit": LARGEST_BYTES // 2**20}


def _of_archive(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableReport("damaged_file") from error
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED_BYTES:
        raise UnreadableReport("unpacks_too_large", limit=LARGEST_UNPACKED_BYTES // 1_000_000)
    names = {entry.filename for entry in entries}
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    raise UnreadableReport("unknown_format")


def _of_compound_file(path: Path) -> Format:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableReport("password_protected")
    if "WordDocument".encode("utf-16-le") in content:
        return "doc"
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return "xls"
    raise UnreadableReport("unknown_format")


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b" for byte in head)
    return controls == 0
