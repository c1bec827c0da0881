"""Plain text: one line or blank-line separated paragraph after the other."""

from __future__ import annotations

import re
from pathlib import Path

from grassroots.reading.documents.draft import Draft
from grassroots.reading.model import UnreadableReport


def drafts(path: Path) -> list[Draft]:
    text = _decoded(path.read_bytes())
    return [Draft(line.strip()) for line in re.split(r"[\r\n\f\v\u2028\u2029]+", text) if line.strip()]


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1258"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableReport("unknown_encoding")
