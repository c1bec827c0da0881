"""The pages of a stored original as pictures, drawn as they are looked at and kept by nobody here."""

from __future__ import annotations

import io
import math
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

WIDTH = 1100  # pixels: read with ease at twice a laptop's column
MOST_BYTES = 200_000
_MOST_PIXELS = 1100 * 3300
_QUALITIES = (70, 55, 42, 30)
_pdfium = threading.Lock()  # pdfium is not made for several threads


class PageNotDrawn(Exception):
    """The original is no PDF and no picture, is damaged, or has no such page."""


def sizes(original: Path) -> list[tuple[float, float]]:
    """Width and height of each page as it is shown, in its own measure. Raises PageNotDrawn."""
    if _is_pdf(original):
        with _pdfium:
            document = _open(original)
            try:
                return [document.get_page_size(number) for number in range(len(document))]
            finally:
                document.close()
    image = _opened(original, 1)
    turned = image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    frame = (image.height, image.width) if turned else (image.width, image.height)
    return [(float(frame[0]), float(frame[1]))] * int(getattr(image, "n_frames", 1))


def picture(original: Path, page: int) -> bytes:
    """Page ``page`` (from 1) as a JPEG of at most 200 kB. Raises PageNotDrawn."""
    drawn = _of_pdf(original, page) if _is_pdf(original) else _of_picture(original, page)
    while True:
        for quality in _QUALITIES:
            written = io.BytesIO()
            drawn.save(written, "JPEG", quality=quality)
            if written.tell() <= MOST_BYTES:
                return written.getvalue()
        drawn = drawn.resize((max(1, drawn.width * 3 // 4), max(1, drawn.height * 3 // 4)))


def _of_pdf(original: Path, page: int) -> Image:
    import pypdfium2

    with _pdfium:
        document = _open(original)
        try:
            if not 1 <= page <= len(document):
                raise PageNotDrawn(page)
            wide, high = document.get_page_size(page - 1)
            drawn = document[page - 1].render(scale=_scale(wide, high)).to_pil()
        except pypdfium2.PdfiumError as error:
            raise PageNotDrawn(str(error)) from error
        finally:
            document.close()
    upright: Image = drawn.convert("RGB")
    return upright


def _of_picture(original: Path, page: int) -> Image:
    from PIL import ImageOps

    image = _opened(original, page)
    scale = min(1.0, _scale(image.width, image.height))
    image.draft("RGB", (round(image.width * scale), round(image.height * scale)))
    try:
        upright = ImageOps.exif_transpose(image)
        scale = min(1.0, _scale(upright.width, upright.height))
        smaller = (max(1, round(upright.width * scale)), max(1, round(upright.height * scale)))
        return upright.convert("RGB").resize(smaller)
    except (OSError, ValueError, SyntaxError) as error:
        raise PageNotDrawn(str(error)) from error


def _scale(wide: float, high: float) -> float:
    wide, high = max(wide, 1.0), max(high, 1.0)
    scale = WIDTH / wide
    return scale * min(1.0, math.sqrt(_MOST_PIXELS / (scale * wide * scale * high)))


def _is_pdf(original: Path) -> bool:
    try:
        with original.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError as error:
        raise PageNotDrawn(str(error)) from error


def _open(original: Path) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(original)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise PageNotDrawn(str(error)) from error


def _opened(original: Path, page: int) -> Image:
    from PIL import Image as images

    try:
        image = images.open(original)
        image.seek(page - 1)
    except (OSError, EOFError, ValueError, images.DecompressionBombError) as error:
        raise PageNotDrawn(str(error)) from error
    return image
