"""Pictures of pages made ready to be recognised: upright, level, evenly lit, of a sensible size."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import cos, radians, sin
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from grassroots.reading.documents.draft import Line
from grassroots.reading.model import UnreadableReport

MOST_PIXELS = 60_000_000  # A4 at 800 dots an inch
MOST_FRAMES = 200  # pages of one TIFF
LONG_SIDE = 2800  # pixels; A4 at 240 dots an inch, beyond which Tesseract gets slower, not better
_SHORT_SIDE = 1500  # a smaller picture is enlarged: letters of ten pixels are recognised badly
_SKEW_SIDE = 700
_MOST_SKEW = 8.0  # degrees
_LEAST_SKEW = 0.35
_BLANK = 0.0004  # part of a page's pixels that is ink on a page with a few words
_UNEVEN = 24  # grey levels between the lightest and the darkest stretch of paper


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page was turned upright: by so many quarters against the clock, then ``degrees`` more."""

    quarters: int = 0
    degrees: float = 0.0
    wide: int = 1  # of the upright picture, in pixels
    high: int = 1

    def back(self, line: Line) -> Line:
        """A line of the upright page → the same of the page as it came."""
        down, across = (line.top + line.bottom) / 2, (line.left + line.right) / 2
        # The middles of the sides rather than the corners: turned back, a long line's box stays its height.
        middles = [(line.left, down), (line.right, down), (across, line.top), (across, line.bottom)]
        xs, ys = zip(*(self._back(x, y) for x, y in middles), strict=True)
        return replace(line, left=min(xs), top=min(ys), right=max(xs), bottom=max(ys))

    def _back(self, x: float, y: float) -> tuple[float, float]:
        across, down = (x - 0.5) * self.wide, (y - 0.5) * self.high
        turn = radians(self.degrees)
        x = (across * cos(turn) - down * sin(turn)) / self.wide + 0.5
        y = (across * sin(turn) + down * cos(turn)) / self.high + 0.5
        for _ in range(self.quarters % 4):
            x, y = 1 - y, x
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Upright:
    """A page ready to be recognised."""

    image: Image.Image
    quarters: int = 0
    degrees: float = 0.0

    @property
    def turn(self) -> Turn:
        return Turn(self.quarters, self.degrees, *self.image.size)

    def turned(self, quarters: int) -> Upright:
        """The same page turned by further quarters."""
        ways = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
        way = ways[quarters % 4]
        image = self.image if way is None else self.image.transpose(way)
        return Upright(image, (self.quarters + quarters) % 4, self.degrees)


def pages_of(path: Path) -> Iterator[Image.Image]:
    """The pages of a picture file in grey, as a viewer shows them. Raises UnreadableReport."""
    with _faults():
        opened = Image.open(path)
    with opened:
        frames = getattr(opened, "n_frames", 1)
        if frames > MOST_FRAMES:
            raise UnreadableReport("too_many_pages", pages=frames, limit=MOST_FRAMES)
        for number in range(frames):
            with _faults():
                opened.seek(number)
                check_size(*opened.size)
                opened.draft("L", (LONG_SIDE, LONG_SIDE))  # a large JPEG is opened smaller at once
                yield grey(ImageOps.exif_transpose(opened))


def count_of(path: Path) -> int:
    """How many pages a picture file has. Raises UnreadableReport."""
    with _faults(), Image.open(path) as opened:
        return int(getattr(opened, "n_frames", 1))


def check_size(wide: int, high: int) -> None:
    if wide * high > MOST_PIXELS:
        limit = MOST_PIXELS // 1_000_000
        raise UnreadableReport("picture_too_large", megapixels=wide * high // 1_000_000, limit=limit)


def grey(image: Image.Image) -> Image.Image:
    """Grey on white; what is transparent is paper."""
    if image.mode in ("LA", "RGBA", "PA") or "transparency" in image.info:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        image = Image.alpha_composite(paper, shown)
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        values = np.asarray(image, dtype=np.float32)
        return Image.fromarray((values * (255 / max(float(values.max()), 1.0))).astype(np.uint8))
    return image.convert("L")


def upright(image: Image.Image) -> Upright:
    """Sized, evenly lit, lines lying level. Upside down is not told here: only letters tell that."""
    sized = _sized(image)
    if _is_uneven(sized):
        sized = _evenly_lit(sized)
    page = Upright(sized)
    if _lines_stand(sized):
        page = page.turned(1)
    degrees = skew(page.image)
    if abs(degrees) < _LEAST_SKEW:
        return page
    level = page.image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    return Upright(level, page.quarters, degrees)


def is_blank(image: Image.Image) -> bool:
    small = np.asarray(image.resize((400, 566), Image.Resampling.BOX))[20:-20, 20:-20]
    return float((small < 140).mean()) < _BLANK


def skew(image: Image.Image) -> float:
    """Degrees to turn the page against the clock so that its lines lie level."""
    ink = _ink(image)
    rough, _ = _most_level(ink, np.arange(-_MOST_SKEW, _MOST_SKEW + 0.1, 1.0))
    finer, _ = _most_level(ink, np.arange(rough - 0.75, rough + 0.8, 0.25))
    best, level = _most_level(ink, np.arange(finer - 0.2, finer + 0.21, 0.1))
    return best if level > 1.05 * _levelness(ink, 0.0) else 0.0


def _lines_stand(image: Image.Image) -> bool:
    """Do lines of text run from top to bottom? Then the page lies on its side."""
    ink = _ink(image)
    angles = np.arange(-_MOST_SKEW, _MOST_SKEW + 0.1, 1.0)
    _, lying = _most_level(ink, angles)
    _, standing = _most_level(ink.transpose(Image.Transpose.ROTATE_90), angles)
    return standing > 1.3 * lying


def _most_level(ink: Image.Image, angles: NDArray[np.float64]) -> tuple[float, float]:
    """The angle at which rows of ink and of paper differ most, and by how much they do."""
    level, angle = max((_levelness(ink, float(angle)), float(angle)) for angle in angles)
    return angle, level


def _levelness(ink: Image.Image, degrees: float) -> float:
    turned = ink.rotate(degrees, Image.Resampling.BILINEAR, fillcolor=0)
    rows = np.asarray(turned, dtype=np.float32).mean(axis=1)
    return float(np.square(np.diff(rows)).sum())


def _ink(image: Image.Image) -> Image.Image:
    scale = _SKEW_SIDE / max(image.size)
    small = image.resize(
        (max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.Resampling.BOX
    )
    return ImageOps.invert(small).point(lambda value: value if value > 60 else 0)


def _sized(image: Image.Image) -> Image.Image:
    long, short = max(image.size), min(image.size)
    scale = 1.0
    if long > LONG_SIDE:
        scale = LONG_SIDE / long
    elif short < _SHORT_SIDE:
        scale = min(3.0, _SHORT_SIDE / max(short, 1), LONG_SIDE / long)
    if abs(scale - 1) < 0.02:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _paper(image: Image.Image) -> Image.Image:
    """How light the paper is, without its letters."""
    small = image.resize((max(1, image.width // 24), max(1, image.height // 24)), Image.Resampling.BOX)
    return small.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(4))


def _is_uneven(image: Image.Image) -> bool:
    dark, light = np.percentile(np.asarray(_paper(image)), (4, 96))
    return bool(light - dark > _UNEVEN or light < 200)


def _evenly_lit(image: Image.Image) -> Image.Image:
    """Each stretch as light as the paper there would be white."""
    paper = _paper(image).resize(image.size, Image.Resampling.BILINEAR)
    values = np.asarray(image, dtype=np.float32) * 255
    values /= np.maximum(np.asarray(paper, dtype=np.float32), 40)
    return Image.fromarray(np.minimum(values, 255).astype(np.uint8))


@contextmanager
def _faults() -> Iterator[None]:
    """What Pillow says of broken or bloated pictures, as what it means."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Image.DecompressionBombError as error:
        limit = MOST_PIXELS // 1_000_000
        raise UnreadableReport("picture_too_large", megapixels="> 170", limit=limit) from error
    except (UnidentifiedImageError, OSError, EOFError, ValueError, SyntaxError, IndexError) as error:
        raise UnreadableReport("damaged_file") from error
    except (TypeError, KeyError, AttributeError, ZeroDivisionError, OverflowError) as error:
        raise UnreadableReport("damaged_file") from error  # Pillow stumbles so over spoilt headers
