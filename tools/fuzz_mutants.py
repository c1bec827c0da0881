"""Spoils files as mails, disks and enemies do: cut short, flipped, spliced, with parts of others."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence

_TOKENS = (
    b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\x00" * 16, b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&#x0;",
    b"]]>",
    b"<w:tbl><w:tr><w:tc>", b"PK\x05\x06", b"PK\x03\x04", b"endstream", b"/Kids[2 0 R]",
    b"99999999999999999999",
    b"-1", b"stream\r\n", "\u202e\u200b\ufeff".encode(),
    b"<table><tr><td colspan=999999999 rowspan=99999999>",
)  # fmt: skip
_PACKED = ("docx", "xlsx")


def mutant(random_: random.Random, ending: str, content: bytes, others: Sequence[bytes]) -> bytes:
    """One spoilt copy. Half of the packed files are spoilt inside, so that what reads their parts is met."""
    if ending in _PACKED and random_.random() < 0.5:
        return _spoilt_inside(random_, content, others)
    return _spoilt(random_, content, others)


def _spoilt(random_: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    ways: tuple[Callable[[random.Random, bytes, Sequence[bytes]], bytes], ...] = (
        _cut,
        _flipped,
        _flipped,
        _blanked,
        _spliced,
        _repeated,
        _with_token,
    )
    for _ in range(random_.choice((1, 1, 1, 2, 4))):
        content = random_.choice(ways)(random_, content, others)
    return content


def _spoilt_inside(random_: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(made, "w") as archive:
        names = whole.namelist()
        chosen = random_.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            part = whole.read(name)
            part = _spoilt(random_, part, others) if name == chosen else part
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _cut(random_: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    return content[: random_.randrange(len(content) + 1)]


def _flipped(random_: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    spoilt = bytearray(content)
    for _turn in range(random_.choice((1, 2, 8, 64)) if spoilt else 0):
        spoilt[random_.randrange(len(spoilt))] ^= 1 << random_.randrange(8)
    return bytes(spoilt)


def _blanked(random_: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, length = _stretch(random_, content)
    fill = random_.choice((b"\x00", b"\xff", bytes([random_.randrange(256)])))
    return content[:start] + fill * length + content[start + length :]


def _spliced(random_: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    other = random_.choice(others)
    start, length = _stretch(random_, other)
    at = random_.randrange(len(content) + 1)
    return content[:at] + other[start : start + length] + content[at + random_.choice((0, length)) :]


def _repeated(random_: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, length = _stretch(random_, content)
    times = random_.choice((2, 5, 200))
    return content[:start] + content[start : start + length][:5000] * times + content[start + length :]


def _with_token(random_: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    at = random_.randrange(len(content) + 1)
    token = random_.choice(_TOKENS) * random_.choice((1, 1, 300))
    return content[:at] + token + content[at + random_.choice((0, len(token))) :]


def _stretch(random_: random.Random, content: bytes) -> tuple[int, int]:
    start = random_.randrange(len(content) + 1)
    return start, random_.randrange(min(len(content) - start, 4096) + 1)
