"""A passage before it has a number and a section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PassageKind = Literal["heading", "paragraph", "item", "row", "header", "footer"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Verbatim text, the page it stands on where the format has pages, and what it is where the format tells.

    ``column`` tells the left from the right half of a two-column head (0 and 1).
    """

    text: str
    page: int | None = None
    kind: PassageKind | None = None
    column: int | None = None
