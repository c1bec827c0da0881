"""What figures are limited to, on texts written for it: places, bodies, posts, levels, fields, periods."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from reading.scoring import Score, expected_of, score

from grassroots.reading import read_file
from grassroots.reading.model import Figure

TEXTS = yaml.safe_load((Path(__file__).parent / "parts.yml").read_text(encoding="utf-8"))


def _figures(text: str, folder: Path) -> tuple[Figure, ...]:
    (folder / "report.txt").write_text(text, encoding="utf-8")
    return read_file(folder / "report.txt").figures


def _parts(text: str, folder: Path) -> list[tuple[str, float, str | None]]:
    return [(figure.indicator, figure.value, figure.part) for figure in _figures(text, folder)]


def test_nearly_every_part_is_right_where_the_indicator_is(tmp_path: Path) -> None:
    whole = Score()
    for entry in TEXTS:
        figures = _figures(f"{entry['title']}\n\n{entry['text']}", tmp_path)
        score(expected_of(entry["figures"]), figures, whole)
    assert whole.right >= 160
    assert whole.strict / whole.right >= 0.97, whole.problems


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(
            "Cấp tỉnh nhận 210 đơn, đã xử lý 205 đơn; cấp huyện nhận 388 đơn, đã xử lý 380 đơn.",
            ["Cấp tỉnh", "Cấp tỉnh", "cấp huyện", "cấp huyện"],
            id="a subject limits what follows it",
        ),
        pytest.param(
            "Tân Hưng hòa giải 12 vụ, Minh Hòa 9 vụ; toàn huyện hòa giải 95 vụ.",
            ["Tân Hưng", "Minh Hòa", None],
            id="places without their kind, then the whole",
        ),
        pytest.param(
            "Thanh tra huyện tiến hành 5 cuộc thanh tra, Phòng Giáo dục và Đào tạo 2 cuộc thanh tra.",
            ["Thanh tra huyện", "Phòng Giáo dục và Đào tạo"],
            id="bodies put together from head and department",
        ),
        pytest.param(
            "Các xã Bình An, Tân Lập, Phú Xuân nhận lần lượt 12 đơn, 9 đơn và 5 đơn.",
            ["Bình An", "Tân Lập", "Phú Xuân"],
            id="respectively",
        ),
        pytest.param(
            "Thủ trưởng cơ quan hành chính các cấp tiếp nhận 33 đơn.",
            [None],
            id="a word of a field inside a phrase limits nothing",
        ),
    ],
)
def test_part(text: str, parts: list[str | None], tmp_path: Path) -> None:
    said = [part for _, _, part in _parts(f"Báo cáo năm 2022 của huyện Đông Hà\n\n{text}", tmp_path)]
    assert [one and one.removeprefix("xã ").removeprefix("Các xã ") for one in said] == parts
