"""Small real PDF files and pictures of pages, drawn with a font that has Vietnamese letters."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import presence
import pypdfium2
from PIL import Image, ImageDraw, ImageFont
from pypdfium2 import raw

WIDE, HIGH = 595, 842  # A4 in points
Words = tuple[float, float, str]  # points from the left and from the top to the line's foot, and the text
_FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "C:/Windows/Fonts/times.ttf",
    "/System/Library/Fonts/Supplemental/Times New Roman.ttf",
)


@cache
def font() -> Path:
    """A font file with Vietnamese letters."""
    found = next((Path(path) for path in _FONTS if Path(path).exists()), None)
    return found or presence.skip_or_fail("no font with Vietnamese letters to draw pages with")


def text_pdf(path: Path, pages: Sequence[Sequence[Words]], *, size: float = 12, turned: int = 0) -> Path:
    """A PDF with text. ``turned``: degrees that its pages are shown turned by; words stand upright then."""
    document = pypdfium2.PdfDocument.new()
    content = font().read_bytes()
    kept = (ctypes.c_ubyte * len(content)).from_buffer_copy(content)
    loaded = raw.FPDFText_LoadFont(document.raw, kept, len(content), raw.FPDF_FONT_TRUETYPE, 1)
    for words in pages:
        page = document.new_page(HIGH, WIDE) if turned in (90, 270) else document.new_page(WIDE, HIGH)
        page.set_rotation(turned)
        for across, down, text in words:
            made = raw.FPDFPageObj_CreateTextObj(document.raw, loaded, size)
            letters = (text + "\0").encode("utf-16-le")
            raw.FPDFText_SetText(made, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
            raw.FPDFPageObj_Transform(made, *_placed(across, HIGH - down, turned))
            raw.FPDFPage_InsertObject(page.raw, made)
        raw.FPDFPage_GenerateContent(page.raw)
    document.save(path)
    document.close()
    return path


def _placed(across: float, up: float, turned: int) -> tuple[float, ...]:
    """The matrix that puts words at a place of the page as it is shown."""
    return {
        0: (1, 0, 0, 1, across, up),
        90: (0, 1, -1, 0, HIGH - up, across),
        180: (-1, 0, 0, -1, WIDE - across, HIGH - up),
        270: (0, -1, 1, 0, up, WIDE - across),
    }[turned]


def picture(words: Sequence[Words], *, dots: int = 200, size: float = 12) -> Image.Image:
    """A page as a scanner gives it, at ``dots`` an inch."""
    scale = dots / 72
    page = Image.new("L", (round(WIDE * scale), round(HIGH * scale)), 255)
    drawn = ImageDraw.Draw(page)
    letters = ImageFont.truetype(str(font()), round(size * scale))
    for across, down, text in words:
        drawn.text((across * scale, down * scale), text, fill=0, font=letters, anchor="ls")
    return page


def scanned_pdf(
    path: Path,
    scans: Sequence[Image.Image | None],
    *,
    hidden: Sequence[Words] = (),
    worded: Sequence[Words] = (),
) -> Path:
    """A PDF of pictures, each with ``hidden`` text behind it; where there is None, a page with ``worded``."""
    document = pypdfium2.PdfDocument.new()
    content = font().read_bytes()
    kept = (ctypes.c_ubyte * len(content)).from_buffer_copy(content)
    loaded = raw.FPDFText_LoadFont(document.raw, kept, len(content), raw.FPDF_FONT_TRUETYPE, 1)
    for scan in scans:
        page = document.new_page(WIDE, HIGH)
        if scan is not None:
            shown = pypdfium2.PdfImage.new(document)
            shown.set_bitmap(pypdfium2.PdfBitmap.from_pil(scan))
            shown.set_matrix(pypdfium2.PdfMatrix().scale(WIDE, HIGH))
            page.insert_obj(shown)
        for across, down, text in worded if scan is None else hidden:
            made = raw.FPDFPageObj_CreateTextObj(document.raw, loaded, 12)
            letters = (text + "\0").encode("utf-16-le")
            raw.FPDFText_SetText(made, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
            raw.FPDFPageObj_Transform(made, 1, 0, 0, 1, across, HIGH - down)
            if scan is not None:
                raw.FPDFTextObj_SetTextRenderMode(made, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
            raw.FPDFPage_InsertObject(page.raw, made)
        raw.FPDFPage_GenerateContent(page.raw)
    document.save(path)
    document.close()
    return path
