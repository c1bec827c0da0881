"""Plain text: one line or blank-line separated paragraph after the other."""

from __future__ import annotations

import re
from pathlib import Path

from grassroots.reading.documents import legacy
from grassroots.reading.documents.draft import Draft
from grassroots.reading.model import UnreadableReport

_LINES = re.compile(r"[\r\n\f\v\u0085\u2028\u2029]+")
_ASCII_BYTES = re.compile(rb"[\x09\x0a\x0c\x0d\x1b\x20-\x7e]")


def drafts(path: Path) -> list[Draft]:
    text = decoded(path.read_bytes())
    return [Draft(line.strip()) for line in _LINES.split(text) if line.strip()]


def decoded(content: bytes) -> str:
    """Text of any encoding that Vietnamese is written in. Raises UnreadableReport."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return _of_its_time(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    letters = content.decode("latin-1")
    readings = [content.decode("cp1258", errors="replace"), legacy.from_tcvn3(letters)]
    readings.append(legacy.from_vni(content.decode("cp1252", errors="replace")))
    best = max(readings, key=legacy.common_words)
    if legacy.common_words(best):
        return best
    if len(_ASCII_BYTES.sub(b"", content)) * 50 < len(content):  # a byte was spoilt on the way
        return content.decode("utf-8-sig", errors="replace")
    raise UnreadableReport("unknown_encoding")


def _of_its_time(text: str) -> str:
    """Legacy letters that were saved as Unicode without being converted."""
    encoding = legacy.encoding_of(text)
    if encoding is None:
        return text
    return "\n".join(legacy.converted(line, encoding) for line in _LINES.split(text))
