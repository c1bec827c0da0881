"""Scans and photographs as offices make them: askew, on their side, upside down, half in the shade."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import made_pages as pages
import numpy as np
import presence
import pytest
from PIL import Image

from grassroots.reading import signs
from grassroots.reading.documents import Document, document_of, format_of, pictures, recognise

LINES = (
    "Trong 10 tháng năm 2024, huyện đã tiếp nhận 142 đơn và đã giải quyết",
    "được 132 đơn, còn lại 10 đơn đang được các cơ quan xem xét, xử lý.",
    "Các cơ quan chuyên môn đã tổ chức 03 lớp tập huấn cho 215 lượt người",
    "tham dự, đồng thời kiểm tra 12 đơn vị theo kế hoạch được phê duyệt.",
    "Không phát hiện cơ quan, đơn vị vi phạm quy định về dân chủ ở cơ sở.",
)
WORDS = [(60.0, 90.0 + 22 * at, line) for at, line in enumerate(LINES)]
Spoil = Callable[[Image.Image], Image.Image]


@pytest.fixture(autouse=True)
def _tesseract() -> None:
    if shutil.which("tesseract") is None:
        presence.skip_or_fail("no tesseract to recognise scans with")


@pytest.fixture(scope="module")
def page() -> Image.Image:
    return pages.picture(WORDS, dots=150)


def read(path: Path) -> Document:
    return document_of(path, format_of(path))


def text(document: Document) -> str:
    return " ".join(passage.text for passage in document.passages)


def right(document: Document) -> float:
    """The part of the lines' words that were read, in order."""
    wanted, found = " ".join(LINES).split(), text(document).split()
    return sum(one == other for one, other in zip(wanted, found, strict=False)) / len(wanted)


def shaded(image: Image.Image) -> Image.Image:
    """A photograph with the window on one side."""
    light = np.linspace(0.3, 1.0, image.width)[None, :] * np.linspace(1.0, 0.7, image.height)[:, None]
    return Image.fromarray((np.asarray(image) * light).astype(np.uint8))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda image: image.rotate(3.3, Image.Resampling.BICUBIC, fillcolor=255),
        lambda image: image.rotate(-6, Image.Resampling.BICUBIC, fillcolor=255),
        lambda image: image.transpose(Image.Transpose.ROTATE_90),
        lambda image: image.transpose(Image.Transpose.ROTATE_270),
        lambda image: image.transpose(Image.Transpose.ROTATE_180),
        shaded,
        lambda image: shaded(image.rotate(2, Image.Resampling.BICUBIC, fillcolor=255)),
    ],
    ids=["askew", "far askew", "left side", "right side", "upside down", "shaded", "shaded and askew"],
)
def test_a_spoilt_page_is_read_and_its_lines_found(tmp_path: Path, page: Image.Image, spoil: Spoil) -> None:
    spoilt = spoil(page)
    spoilt.save(tmp_path / "a.png")
    document = read(tmp_path / "a.png")
    assert right(document) > 0.95, text(document)
    ink = np.asarray(spoilt) < 90
    for line in document.lines:
        rows = slice(int(line.top * ink.shape[0]), int(line.bottom * ink.shape[0]) + 1)
        columns = slice(int(line.left * ink.shape[1]), int(line.right * ink.shape[1]) + 1)
        assert ink[rows, columns].mean() > 0.04, "the box lies on letters"


def test_a_photograph_is_turned_as_its_camera_says(tmp_path: Path, page: Image.Image) -> None:
    turned = page.transpose(Image.Transpose.ROTATE_90)
    marks = Image.Exif()
    marks[0x0112] = 6  # shown turned a quarter with the clock
    turned.save(tmp_path / "a.jpg", exif=marks, quality=80)
    document = read(tmp_path / "a.jpg")
    assert right(document) > 0.95
    assert all(line.right - line.left > line.bottom - line.top for line in document.lines)


def test_pages_of_a_tiff_are_told_as_they_are_read(tmp_path: Path, page: Image.Image) -> None:
    blank = Image.new("L", page.size, 255)
    page.save(tmp_path / "a.tif", save_all=True, append_images=[blank, page], compression="tiff_deflate")
    told: list[tuple[int, int]] = []
    recognise.at_once(2)
    with signs.heard_by(lambda *page: told.append(page)):
        document = read(tmp_path / "a.tif")
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert {line.page for line in document.lines} == {1, 3}
    assert text(document) == " ".join([*LINES, *LINES])


def test_each_page_of_a_pdf_on_its_own_merits(tmp_path: Path, page: Image.Image) -> None:
    """A page of text, and a scan whose scanner's own program knew no Vietnamese."""
    poor = [(across, down, "Trong l0 thang nam 2O24 huyen da tiep nhan l42 don") for across, down, _ in WORDS]
    worded = [(60.0, 100.0, "Phụ lục kèm theo báo cáo của huyện gồm 02 biểu.")]
    path = pages.scanned_pdf(tmp_path / "a.pdf", [page, None], hidden=poor, worded=worded)
    document = read(path)
    assert text(document) == " ".join([*LINES, worded[0][2]])
    assert {line.page for line in document.lines} == {1, 2}


def test_a_good_text_behind_a_scan_is_believed(tmp_path: Path, page: Image.Image) -> None:
    blank = Image.new("L", page.size, 255)
    path = pages.scanned_pdf(tmp_path / "a.pdf", [blank], hidden=WORDS)
    assert text(read(path)) == " ".join(LINES)


def test_skew_is_measured(page: Image.Image) -> None:
    for degrees in (-7.0, -1.5, 0.0, 0.6, 4.2):
        askew = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
        assert pictures.skew(askew) == pytest.approx(-degrees, abs=0.2)
