"""Running heads and feet of PDF pages: what every page repeats is said once, out of the text's way."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from grassroots.reading.documents.draft import Draft, Line, PassageKind, of_lines

_TOP, _BOTTOM = 0.09, 0.91  # of the page's height
_FEWEST_PAGES = 3


def taken_out(pages: dict[int, list[Line]]) -> tuple[list[Draft], list[Draft]]:
    """Takes repeated lines at the pages' edges out of ``pages``; gives heads and feet, each once."""
    worded = [number for number, lines in pages.items() if lines]
    if len(worded) < _FEWEST_PAGES:
        return [], []
    often = max(_FEWEST_PAGES, len(worded) // 2)
    counted = Counter(key for number in worded for key in {_key(line) for line in pages[number]} if key)
    repeated = {key for key, count in counted.items() if count >= often}
    first: dict[tuple[str, str], Line] = {}
    for number in worded:
        for line in pages[number]:
            key = _key(line)
            if key in repeated and key is not None:
                first.setdefault(key, line)
        pages[number] = [line for line in pages[number] if _key(line) not in repeated]
    return _drafts(first, "header"), _drafts(first, "footer")


def _key(line: Line) -> tuple[str, str] | None:
    """What makes two running lines the same: the place and the words without numbers of pages."""
    words = re.sub(r"\d+", "0", line.text.strip().lower())
    if line.bottom < _TOP:
        return "header", words
    return ("footer", words) if line.top > _BOTTOM else None


def _drafts(first: dict[tuple[str, str], Line], kind: PassageKind) -> list[Draft]:
    return [replace(of_lines([line]), kind=kind) for (place, _), line in first.items() if place == kind]
