"""Scans and photographs: tesseract with Vietnamese, where the machine has it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from grassroots.reading.documents.draft import Draft
from grassroots.reading.model import UnreadableReport

_SECONDS_A_PAGE = 120
_DOTS_PER_INCH = 300
_MOST_SCANNED_PAGES = 60


def drafts_of_picture(path: Path) -> list[Draft]:
    """Raises UnreadableReport when there is no tesseract or it sees no text."""
    return [Draft(text, 1) for text in _paragraphs(_recognised(path, _tesseract()))]


def drafts_of_pdf(path: Path) -> list[Draft]:
    """Each page is drawn and recognised."""
    import pypdfium2

    tesseract = _tesseract()
    document = pypdfium2.PdfDocument(path)
    try:
        if len(document) > _MOST_SCANNED_PAGES:
            raise UnreadableReport("too_many_pages", pages=len(document), limit=_MOST_SCANNED_PAGES)
        return [
            draft
            for number in range(len(document))
            for draft in _page(document[number], number + 1, tesseract)
        ]
    finally:
        document.close()


def _page(page: Any, number: int, tesseract: str) -> list[Draft]:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        page.render(scale=_DOTS_PER_INCH / 72, grayscale=True).to_pil().save(picture)
        return [Draft(text, number) for text in _paragraphs(_recognised(picture, tesseract))]


def _tesseract() -> str:
    tesseract = shutil.which("tesseract")
    if tesseract is None:
        raise UnreadableReport("scan_needs_tesseract")
    return tesseract


def _recognised(picture: Path, tesseract: str) -> str:
    command = [tesseract, str(picture.resolve()), "stdout", "-l", "vie", "--psm", "3"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS_A_PAGE, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableReport("scan_not_recognised") from error
    return done.stdout.decode("utf-8", errors="replace")


def _paragraphs(text: str) -> list[str]:
    blocks = re.split(r"\n\s*\n|\f", text)
    joined = [re.sub(r"\s*\n\s*", " ", block).strip() for block in blocks]
    return [block for block in joined if block and not re.fullmatch(r"\W*\d{0,3}\W*", block)]
