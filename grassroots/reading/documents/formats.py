"""What a file is, by its first bytes and, for an archive, by its parts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

from grassroots.reading.documents import archive, compound
from grassroots.reading.model import UnreadableReport

Format = Literal["docx", "xlsx", "xls", "pdf", "doc", "odt", "rtf", "image", "html", "txt"]
LARGEST_BYTES = 100 * 2**20
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p)[\s>]", re.I)
_WORD_PART = re.compile(r"word/document\d*\.xml")


def format_of(path: Path) -> Format:
    """The format of a file. Raises UnreadableReport when it is none the reader knows, empty or too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise UnreadableReport("file_not_opened", reason=error.strerror or str(error)) from error
    if size > LARGEST_BYTES:
        raise UnreadableReport("file_too_large", **megabytes_of(size))
    if size == 0 or not head.strip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise UnreadableReport("empty_file")
    if head.startswith(b"PK"):
        return _of_archive(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(compound.SIGNATURE):
        return _of_compound_file(path)
    if head.startswith(_IMAGES):
        return "image"
    if head.startswith(b"{\\rt"):
        return "rtf"
    if _is_text(head):
        return "html" if _HTML.search(_bytes_of_letters(head)[:2048]) else "txt"
    raise UnreadableReport("unknown_format")


def megabytes_of(size: int) -> dict[str, Any]:
    """What the sentence about too large a file says."""
    return {"megabytes": size // 2**20, "limit": LARGEST_BYTES // 2**20}


def notes_of(path: Path, file_format: Format) -> tuple[str, ...]:
    """Keys below ``note.``: does the file bring programs of its own, or cells of other files? No program is
    run and no other file is opened: such cells hold what their office last saw."""
    links = False
    if file_format in ("docx", "xlsx"):
        with archive.opened(path) as parts:
            names = [name.lower() for name in parts.names]
        macros = any(name.endswith("vbaproject.bin") for name in names)
        links = any(name.startswith("xl/externallinks/") for name in names)
    elif file_format in ("doc", "xls"):
        macros = compound.compound_of(path.read_bytes()).macros
    else:
        macros = False
    said = {"macros_not_run": macros, "links_not_followed": links}
    return tuple(note for note, there in said.items() if there)


def _of_archive(path: Path) -> Format:
    with archive.opened(path) as parts:
        if any(_WORD_PART.fullmatch(name) for name in parts.names):
            return "docx"
        if "xl/workbook.xml" in parts.names or "xl/workbook.bin" in parts.names:
            parts.measure()  # the reader of workbooks unpacks by itself
            return "xlsx"
        if b"opendocument.text" in parts.part("mimetype")[:200]:
            parts.measure()
            return "odt"
        if any(name.lower().endswith((".docx", ".xlsx", ".pdf", ".doc", ".zip")) for name in parts.names):
            raise UnreadableReport("archive_of_files")
    raise UnreadableReport("unknown_format")


def _of_compound_file(path: Path) -> Format:
    found = compound.compound_of(path.read_bytes())
    if found.encrypted_package or found.word_encrypted:
        raise UnreadableReport("password_protected")
    if found.word:
        return "doc"
    if found.workbook:
        return "xls"
    raise UnreadableReport("unknown_format")


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b" for byte in head)
    return b"\0" not in head and controls * 30 < len(head)  # a few are spoilt letters of a text


def _bytes_of_letters(head: bytes) -> bytes:
    """UTF-16 as bytes of its letters, for the tags of HTML."""
    return head.replace(b"\x00", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
