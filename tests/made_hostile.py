"""Files made to harm, and files with a password, as small as they come."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(path: Path, body: str, *, before: str = "", parts: dict[str, str | bytes] | None = None) -> Path:
    """A .docx of the given body; ``parts`` are further members of the archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{before}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return path


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p>{properties}<w:r>{run}<w:t>{text}</w:t></w:r></w:p>"


def lying_archive(path: Path, name: str, unpacked: int) -> Path:
    """An archive whose member says it unpacks to ten bytes, and unpacks to ``unpacked``."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(unpacked // 2**20)) + packer.flush()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml" if name != "word/document.xml" else "mimetype", "<a/>")
    said = struct.pack("<LLL", 0, len(packed), 10)
    local = b"PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0" + said + struct.pack("<HH", len(name), 0) + name.encode()
    central = (
        b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0"
        + said
        + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, 0)
    )
    listed = central + name.encode()
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 1, 1, len(listed), len(local) + len(packed), 0)
    path.write_bytes(local + packed + listed + end)
    return path


def compound(streams: dict[str, bytes]) -> bytes:
    """An old Office file with these streams, one sector each: enough to be told by its directory."""
    names = ["Root Entry", *streams]
    sectors = [content.ljust(512, b"\0")[:512] for content in streams.values()]
    directory = b""
    for at, name in enumerate(names):
        letters = (name + "\0").encode("utf-16-le")
        kind, start = (5, 0xFFFFFFFE) if at == 0 else (2, 1 + -(-len(names) // 4) + at - 1)
        entry = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters), kind, 1)
        entry += struct.pack("<LLL", 0xFFFFFFFF, 0xFFFFFFFF, 1 if at == 0 else 0xFFFFFFFF)
        directory += entry.ljust(116, b"\0") + struct.pack("<LQ", start, 0 if at == 0 else 512)
    blocks = -(-len(names) // 4)
    directory = directory.ljust(blocks * 512, b"\0")
    table = [0xFFFFFFFD, *range(2, blocks + 1), 0xFFFFFFFE, *[0xFFFFFFFE] * len(sectors)]
    allocation = struct.pack(f"<{len(table)}L", *table).ljust(512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<LLLLLLLLL", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<L", 0) + b"\xff" * (4 * 108)
    return header + allocation + directory + b"".join(sectors)


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def protected_pdf(
    path: Path, *, user: str, owner: str, text: str = "Tiep nhan 12 don trong nam 2024"
) -> Path:
    """A PDF under the standard 40-bit handler (ISO 32000-1, 7.6.3); an empty ``user`` opens it for all."""
    pad = lambda word: (word.encode() + _PADDING)[:32]  # noqa: E731
    identifier, rights = b"0123456789abcdef", -4
    owned = _rc4(hashlib.md5(pad(owner or user)).digest()[:5], pad(user))
    key = hashlib.md5(pad(user) + owned + struct.pack("<l", rights) + identifier).digest()[:5]
    content = f"BT /F 14 Tf 70 700 Td ({text}) Tj ET".encode()
    locked = _rc4(hashlib.md5(key + struct.pack("<L", 4)[:3] + b"\0\0").digest()[:10], content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(locked), locked),
        b"<</Filter/Standard/V 1/R 2/P %d/O<%s>/U<%s>>>"
        % (rights, owned.hex().encode(), _rc4(key, _PADDING).hex().encode()),
    ]
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R/Encrypt 5 0 R/ID[<%s><%s>]>>" % ((identifier.hex().encode(),) * 2)
    path.write_bytes(written + table + trailer + b"\nstartxref\n%d\n%%%%EOF" % len(written))
    return path


def _rc4(key: bytes, content: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def huge_picture(path: Path, side: int) -> Path:
    """A PNG of ``side`` × ``side`` white points that is a few kilobytes as a file."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))
        )

    row = b"\0" + b"\xff" * (side // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">LLBBBBB", side, side, 1, 0, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )
    return path
