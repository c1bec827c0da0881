"""The still of a map: title, filters, legend and source on one sheet, as SVG and PNG, without a browser."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import pytest
import shapely
from PIL import Image

from grassroots.colours import PALETTES
from grassroots.maps import Commune, Legend, Outlines, Picture, Row, Words, png, still, svg
from grassroots.maps.lettering import font, width_of
from grassroots.maps.still import wrapped

LIGHT = PALETTES["light"]
SHAPES = {f"2025-07:{n}": shapely.box(106 + n / 10, 11.0, 106.1 + n / 10, 11.1) for n in range(3)}
SVG = "{http://www.w3.org/2000/svg}"


def sheet(mark: str | None = "SỐ LIỆU MINH HỌA") -> tuple[str, bytes]:
    states = (("class", "#7A200D"), ("missing", None), ("small", "#7FAFD8"))
    communes = tuple(
        Commune(key, f"Xã <{n}>", f"Xã {n}", 106.05 + n / 10, 11.05, state, colour, n == 0, ("91,4 %",))
        for n, (key, (state, colour)) in enumerate(zip(SHAPES, states, strict=True))
    )  # type: ignore[arg-type]
    picture = Picture(communes, Outlines(SHAPES, True, "three"), named=("2025-07:0",))
    rows = (
        Row("class", ("#7A200D",), None, "dưới 91,0", 1),
        Row("small", (), None, "dưới 20 đơn", 1),
        Row("missing", (), None, "chưa báo cáo", 1),
    )
    legend = Legend("Phần trăm", rows, 3, "xã, phường", 1, "trong đó chưa xác nhận", ("ranh giới xấp xỉ",))
    words = Words(
        "Tỷ lệ giải quyết", "Tỉnh Đồng Nai · 9 tháng", "Nguồn: 3 báo cáo", mark, lambda n: f"{n:.0f}"
    )
    drawing = still(picture, legend, words, LIGHT)
    return svg(drawing), png(drawing)


@pytest.fixture(scope="module")
def made() -> tuple[str, bytes]:
    return sheet()


def test_the_svg_says_in_text_what_is_shown_and_asks_nobody(made: tuple[str, bytes]) -> None:
    root = ElementTree.fromstring(made[0])
    said = [element.text for element in root.iter(f"{SVG}text")]
    for words in (
        "Tỷ lệ giải quyết", "Tỉnh Đồng Nai · 9 tháng", "Nguồn: 3 báo cáo", "SỐ LIỆU MINH HỌA",
        "dưới 91,0", "chưa báo cáo", "trong đó chưa xác nhận", "ranh giới xấp xỉ", "Xã <0>",
    ):  # fmt: skip
        assert words in said
    assert made[0].count("http") == 1  # the name of SVG itself
    fills = [path.get("fill") for path in root.iter(f"{SVG}path")]
    assert "#7A200D" in fills and LIGHT.surface in fills


def test_the_png_shows_the_same_at_the_same_places(made: tuple[str, bytes]) -> None:
    picture = Image.open(io.BytesIO(made[1])).convert("RGB")
    assert picture.size == (2400, 1695)
    root = ElementTree.fromstring(made[0])
    area = next(path for path in root.iter(f"{SVG}path") if path.get("fill") == "#7A200D")
    corners = [tuple(map(float, point.split(","))) for point in area.get("d", "").strip("MZ").split()]
    middle = [round(1.5 * sum(axis) / len(axis)) for axis in zip(*corners[:4], strict=True)]
    middle[1] += 60  # under the dot at the centre
    assert picture.getpixel((middle[0], middle[1])) == (0x7A, 0x20, 0x0D)


def test_figures_that_are_not_illustrative_bear_no_mark() -> None:
    assert "MINH HỌA" not in sheet(mark=None)[0]


def test_the_letters_are_those_of_the_page() -> None:
    assert font(20, 400).getname()[0].startswith("SourceSans")  # type: ignore[union-attr]
    assert width_of("Nhơn Trạch", 20, 650) > width_of("Nhơn Trạch", 20, 400) > 60


def test_long_words_are_wrapped_between_words() -> None:
    lines = list(wrapped("Tỷ lệ giải quyết đơn theo xã, phường", 40, 650, 300))
    assert len(lines) > 1 and " ".join(lines) == "Tỷ lệ giải quyết đơn theo xã, phường"
    assert all(width_of(line, 40, 650) <= 300 for line in lines)
