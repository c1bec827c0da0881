"""The container of old Word and Excel files: which streams it holds, and whether they are locked.

Source: the published description of compound files, [MS-CFB], and of the Word file's first block, [MS-DOC]
2.5.1. Only the directory is walked; LibreOffice reads the rest.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from grassroots.reading.model import UnreadableReport

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END_OF_CHAIN = 0xFFFFFFFA  # and all above it: no sector
_FLAGS, _WORD_ENCRYPTED = 0x0A, 0x0100  # fEncrypted among the flags of the first block
_MOST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class Compound:
    """``streams`` gives each stream's or storage's first bytes by name; a storage has none."""

    streams: dict[str, bytes]

    @property
    def encrypted_package(self) -> bool:
        """A .docx or .xlsx with a password."""
        return "EncryptedPackage" in self.streams or "EncryptionInfo" in self.streams

    @property
    def word(self) -> bool:
        return "WordDocument" in self.streams

    @property
    def word_encrypted(self) -> bool:
        head = self.streams.get("WordDocument", b"")
        return len(head) > _FLAGS + 2 and bool(struct.unpack_from("<H", head, _FLAGS)[0] & _WORD_ENCRYPTED)

    @property
    def workbook(self) -> bool:
        return bool({"Workbook", "Book"} & self.streams.keys())

    @property
    def macros(self) -> bool:
        return bool({"Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR"} & self.streams.keys())


def compound_of(content: bytes) -> Compound:
    """Raises UnreadableReport where the directory is broken."""
    try:
        return Compound(dict(_entries(content)))
    except (struct.error, IndexError, ValueError) as error:
        raise UnreadableReport("damaged_file") from error


def _entries(content: bytes) -> list[tuple[str, bytes]]:
    shift = struct.unpack_from("<H", content, 30)[0]
    if shift not in (9, 12):
        raise ValueError("sector size")
    size = 1 << shift

    def sector(number: int) -> bytes:
        found = content[(number + 1) * size : (number + 2) * size]
        if not found:
            raise ValueError("beyond the end")
        return found

    table = _allocation(content, sector, size)
    found = []
    for block in _chain(struct.unpack_from("<L", content, 48)[0], table):
        entries = sector(block)
        for at in range(0, len(entries) - 127, 128):
            entry = entries[at : at + 128]
            length, kind = struct.unpack_from("<HB", entry, 64)
            if kind not in (1, 2, 5) or not 2 <= length <= 64:
                continue
            name = entry[: length - 2].decode("utf-16-le", errors="replace")
            start = struct.unpack_from("<L", entry, 116)[0]
            has_bytes = kind == 2 and start < _END_OF_CHAIN
            found.append((name, content[(start + 1) * size : (start + 1) * size + 64] if has_bytes else b""))
            if len(found) > _MOST_ENTRIES:
                raise ValueError("entries")
    return found


def _allocation(content: bytes, sector: object, size: int) -> list[int]:
    """The table that says of each sector which is next."""
    assert callable(sector)
    table: list[int] = []
    listed = [*struct.unpack_from("<109L", content, 76)]
    following, seen = struct.unpack_from("<L", content, 68)[0], 0
    while following < _END_OF_CHAIN and seen < len(content) // size:
        more = struct.unpack(f"<{size // 4}L", sector(following))
        listed += more[:-1]
        following, seen = more[-1], seen + 1
    for number in listed:
        if number < _END_OF_CHAIN:
            block = sector(number)
            table += struct.unpack(f"<{len(block) // 4}L", block[: len(block) // 4 * 4])
    return table


def _chain(first: int, table: list[int]) -> list[int]:
    chain: list[int] = []
    while first < _END_OF_CHAIN:
        if len(chain) > len(table):
            raise ValueError("the chain bites its tail")
        chain.append(first)
        first = table[first]
    return chain
