"""Numbers as they are written, and what a slash between them means."""

from __future__ import annotations

import pytest

from grassroots.reading.lexicon import lexicon
from grassroots.reading.mention import Mention
from grassroots.reading.mentions import mentions_of
from grassroots.reading.numerals import no_figures, value_of
from grassroots.reading.tokens import tokens_of
from grassroots.reading.twin import plain


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7.156", 7156),
        ("77,5", 77.5),
        ("06", 6),
        ("1.012,5", 1012.5),
        ("91,33", 91.33),
        ("12.8", 12.8),
        ("2500", 2500),
    ],
)
def test_values(written: str, value: float) -> None:
    assert value_of(written) == value


def _mentions(text: str) -> list[Mention]:
    twin = plain(text)
    return mentions_of(tokens_of(twin), [], no_figures(twin, text), lexicon())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("714vụ việc", [(714, "matter", None)]),
        ("Mở7 cuộc", [(7, "session", None)]),
        ("khoảng 4 nghìn hòa giải viên", [(4000, "mediator", "about")]),
        ("gần 1,3 ngàn hồ sơ", [(1300, "file", "under")]),
        ("mười hai lớp", [(12, "class", None)]),
        ("hai mươi lăm đơn", [(25, "petition", None)]),
        ("54 lượt/61 người/50 vụ việc", [(54, "visit", None), (61, "person", None), (50, "matter", None)]),
        ("54/61/50 lượt/người/vụ việc", [(54, "visit", None), (61, "person", None), (50, "matter", None)]),
        (
            "2 lượt/3 người, 4/5 người",
            [(2, "visit", None), (3, "person", None), (4, "visit", None), (5, "person", None)],
        ),
        ("1,6 tỷ đồng", [(1.6, "other", None)]),
        ("ngày 20/12/2023", []),
        ("Nghị quyết số 40/NQ-HĐND", []),
        ("từ năm 2019 đến năm 2024", []),
        ("khoản 2 Điều 15", []),
        ("1-2 lớp", []),
    ],
)  # fmt: skip
def test_mentions(text: str, read: list[tuple[float, str | None, str | None]]) -> None:
    assert [(found.value, found.unit, found.approximate) for found in _mentions(text)] == read


def test_a_slash_between_bare_numbers_is_so_many_of_so_many() -> None:
    (found,) = _mentions("132/142 đơn")
    assert found.total is not None
    assert (found.value, found.total.value, found.unit) == (132, 142, "petition")
    (found,) = _mentions("132 trong tổng số 142 đơn")
    assert found.total is not None and found.total.value == 142
