"""A passage before it has a number and a section, and the lines of pages it was put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from grassroots.reading.model import UnreadableReport

MOST_PASSAGES, MOST_CHARACTERS = 30_000, 1_000_000  # four hundred pages: no report, whatever it is

PassageKind = Literal["heading", "paragraph", "item", "row", "header", "footer"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page as seen. Its box is in fractions of the page's width and height, origin top left."""

    text: str
    page: int  # from 1
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def saying(self, text: str) -> Line:
        """The same line with its words converted."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters [start, end) of a draft's text that stand in one line."""

    line: Line
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """Verbatim text, the page it stands on where the format has pages, and what it is where the format tells.

    ``column`` tells the left from the right half of a two-column head (0 and 1).
    """

    text: str
    page: int | None = None
    kind: PassageKind | None = None
    column: int | None = None
    stretches: tuple[Stretch, ...] = ()


def of_lines(lines: Sequence[Line], column: int | None = None) -> Draft:
    """One passage of lines that follow each other, from one or several pages. ``lines`` is never empty."""
    text = ""
    stretches = []
    for line in lines:
        words = line.text.strip()
        if text and words:
            text += _between(text)
        stretches.append(Stretch(line, len(text), len(text) + len(words)))
        text += words
    return Draft(text, lines[0].page, column=column, stretches=tuple(stretches))


def _between(before: str) -> str:
    """A hyphen at a line's end is kept: in Vietnamese it belongs to a number ("NQ-HĐND") or a dash."""
    return "" if before.endswith("-") and not before.endswith(" -") else " "


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file; ``notes`` are keys below ``note.``."""

    drafts: list[Draft]
    notes: tuple[str, ...] = ()


def limited(drafts: Iterable[Draft]) -> list[Draft]:
    """All of them, if they are no more than a report can have. Raises UnreadableReport."""
    kept: list[Draft] = []
    characters = 0
    for draft in drafts:
        kept.append(draft)
        characters += len(draft.text)
        if len(kept) > MOST_PASSAGES or characters > MOST_CHARACTERS:
            raise UnreadableReport("too_long")
    return kept
