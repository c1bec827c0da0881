"""Scans and photographs: pages as pictures, recognised and put together as passages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from grassroots.reading import signs
from grassroots.reading.documents import pictures, recognise
from grassroots.reading.documents.draft import Draft, Read, of_lines
from grassroots.reading.documents.paragraphs import head_and_body, in_order
from grassroots.reading.documents.recognise import Page, Recognised
from grassroots.reading.model import UnreadableReport

_NO_WORDS = re.compile(r"\W*\d{0,3}\W*")  # page numbers, borders and specks
_HEAD = 0.4  # of a first page's height, within which its head ends
_SCRIBBLE = 0.35  # mean likelihood below which a "paragraph" is a stamp or a signature
_CLOSED = re.compile(r"[.;:!?…/]['”\")\]]?$")

Pages = dict[int, list[Draft] | None]
"""Each page's passages; None where tesseract failed on the page."""


def read_picture(path: Path) -> Read:
    """Raises UnreadableReport when there is no tesseract or it sees no text."""
    recognise.tesseract()  # before anything is opened
    count = pictures.count_of(path)
    pages = recognised_pages(enumerate(pictures.pages_of(path), start=1), count)
    return Read(list(over_pages(pages)), notes_of(pages))


def recognised_pages(pages: Iterable[tuple[int, Image.Image]], count: int) -> Pages:
    """The passages of each page; tells whoever listens how far it is of ``count`` pages."""
    found = recognise.recognise_all(pages, lambda page: signs.page_done(page, count))
    return {page: None if seen is None else _drafts_of(seen, page) for page, seen in found}


def notes_of(pages: Pages) -> tuple[str, ...]:
    """Raises UnreadableReport where tesseract failed on every page."""
    failed = [page for page, drafts in pages.items() if drafts is None]
    if failed and len(failed) == len(pages):
        raise UnreadableReport("scan_not_recognised")
    return ("pages_not_recognised",) if failed else ()


def over_pages(pages: Mapping[int, list[Draft] | None]) -> Iterator[Draft]:
    """All passages; one that goes on over a page's end is put together."""
    waiting: Draft | None = None
    for page in sorted(pages):
        for at, draft in enumerate(pages[page] or ()):
            if waiting is not None and at == 0 and _goes_on(waiting, draft):
                waiting = of_lines([one.line for one in (*waiting.stretches, *draft.stretches)])
                continue
            if waiting is not None:
                yield waiting
            waiting = draft
    if waiting is not None:
        yield waiting


def drawn(page: Any) -> Image.Image:
    """A page of a PDF as a scanner would give it."""
    longest = max(page.get_size())
    scale = min(300 / 72, pictures.LONG_SIDE / max(longest, 1.0))
    image: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return image


def _goes_on(before: Draft, draft: Draft) -> bool:
    return not _CLOSED.search(before.text) and draft.text[:1].islower()


def _drafts_of(seen: Page, page: int) -> list[Draft]:
    """Put together as the page lies upright, with lines where the page as it came shows them."""
    return [
        replace(
            draft, stretches=tuple(replace(one, line=seen.turn.back(one.line)) for one in draft.stretches)
        )
        for draft in _drafts(seen.paragraphs, page)
    ]


def _drafts(found: Sequence[Recognised], page: int) -> Iterator[Draft]:
    """A first page's two-column head comes by column; tesseract often reads across both."""
    head: list[Draft] = []
    if page == 1:
        at_top = [paragraph for paragraph in found if paragraph.lines[0].top < _HEAD]
        head, _ = head_and_body([in_order(line for one in at_top for line in one.lines)])
        if head:
            taken = {stretch.line for draft in head for stretch in draft.stretches}
            found = [
                replace(one, lines=left)
                for one in found
                if (left := tuple(line for line in one.lines if line not in taken))
            ]
    yield from head
    for paragraph in found:
        draft = of_lines(paragraph.lines)
        if paragraph.sure >= _SCRIBBLE and not _NO_WORDS.fullmatch(draft.text):
            yield draft
