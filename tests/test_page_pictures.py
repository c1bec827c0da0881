"""Pages of originals as pictures: small enough, turned as shown, refused when they can't be drawn."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from grassroots import page_pictures
from grassroots.page_pictures import MOST_BYTES, WIDTH, PageNotDrawn


def drawn(original: Path, page: int = 1) -> Image.Image:
    return Image.open(io.BytesIO(page_pictures.picture(original, page)))


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Two pages, the second lying on its side and turned up again by the file."""
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.new_page(842, 595).set_rotation(90)
    path = tmp_path / "a.pdf"
    document.save(path)
    return path


def test_pages_of_a_pdf_have_the_size_and_turn_in_which_they_are_shown(pdf: Path) -> None:
    assert page_pictures.sizes(pdf) == [(595.0, 842.0), (595.0, 842.0)]
    for page in (1, 2):
        picture = drawn(pdf, page)
        assert abs(picture.width - WIDTH) <= 1 and picture.height > picture.width
    with pytest.raises(PageNotDrawn):
        page_pictures.picture(pdf, 3)


def test_a_photograph_stands_upright_and_stays_small(tmp_path: Path) -> None:
    """Noise is the hardest picture to make small; the camera lay on its side, as the file says."""
    noise = np.random.default_rng(7).integers(0, 255, (1600, 2400, 3), dtype=np.uint8)
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "photo.jpg"
    Image.fromarray(noise).save(path, exif=exif)
    assert page_pictures.sizes(path) == [(1600.0, 2400.0)]
    content = page_pictures.picture(path, 1)
    assert len(content) <= MOST_BYTES
    picture = Image.open(io.BytesIO(content))
    assert picture.height > picture.width


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 torn", b"\xff\xd8\xff torn", b"words"])
def test_what_can_not_be_drawn_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    with pytest.raises(PageNotDrawn):
        page_pictures.sizes(path)
    with pytest.raises(PageNotDrawn):
        page_pictures.picture(path, 1)
    with pytest.raises(PageNotDrawn):
        page_pictures.picture(tmp_path / "absent", 1)
