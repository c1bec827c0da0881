"""What can't be seen is taken out of a passage: controls, marks that turn the direction of writing.

A right-to-left mark could make "12" look like "21" in the review; such characters carry nothing that a
reader sees. Zero-width characters stay: the twin that is matched is without them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from grassroots.reading.documents.draft import Draft

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def legible(text: str) -> str:
    return _UNSEEN.sub("", text)


def legible_draft(draft: Draft) -> Draft:
    """The draft without such characters, its lines' stretches moved along."""
    text = draft.text
    if not _UNSEEN.search(text):
        return draft
    kept = [not _UNSEEN.match(character) for character in text]
    before = [0]
    for one in kept:
        before.append(before[-1] + one)
    return replace(
        draft,
        text="".join(character for character, keep in zip(text, kept, strict=True) if keep),
        stretches=tuple(
            replace(one, start=before[one.start], end=before[one.end]) for one in draft.stretches
        ),
    )
