"""Source Sans as Streamlit brings it: how wide words are, and the letters of the still.

The same font as on the page, so that what is measured here is what is drawn there; Pillow reads it as it is.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

FAMILY = "Source Sans, Source Sans 3, Source Sans Pro, Segoe UI, Arial, sans-serif"
_ROUGHLY = 0.5  # of the size, the mean letter's width: where the font isn't found nothing is measured


@lru_cache(maxsize=32)
def font(size: int, weight: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Source Sans of a size in pixels and a weight of 200 to 900."""
    path = _file()
    if path is None:
        return ImageFont.load_default(size)
    found = ImageFont.truetype(path, size)
    found.set_variation_by_axes([weight])
    return found


@lru_cache(maxsize=4096)
def width_of(text: str, size: int, weight: int) -> float:
    """Pixels that a line of text takes."""
    if _file() is None:
        return len(text) * size * _ROUGHLY
    return float(font(size, weight).getlength(text))


@lru_cache(maxsize=1)
def _file() -> Path | None:
    streamlit = find_spec("streamlit")
    if streamlit is None or streamlit.origin is None:
        return None
    folder = Path(streamlit.origin).parent / "static" / "static" / "media"
    return next(iter(sorted(folder.glob("SourceSansVF-Upright*.woff2"))), None)
