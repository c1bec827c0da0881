"""Where figures stand in a text and on its pages, worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from grassroots import marks

TEXT = "UBND xã Tân Hưng đạt 77,5/80,5 điểm; có 2 lớp và 2 xã."


def figure(name: str, value: float, quote: str, token: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    places = {"passage": 4, "quote_start": start, "quote_end": start + len(quote)}
    return {"figure_id": name, "indicator": name, "value": value, "quote": quote, "token": token, **places}


def test_the_number_that_has_the_value_is_the_one_meant() -> None:
    quote = "đạt 77,5/80,5 điểm"
    spans = marks.number_spans([figure("a", 77.5, quote, "77,5"), figure("b", 80.5, quote, "77,5")])
    assert {name: TEXT[start:end] for name, (_, start, end) in spans.items()} == {"a": "77,5", "b": "80,5"}


def test_the_same_number_twice_in_the_same_words_is_taken_in_turn() -> None:
    one = figure("lớp", 2, "có 2 lớp và 2 xã", "2")
    two = {**one, "figure_id": "another"}
    spans = marks.number_spans([one, two])
    assert [TEXT[spans[name][1] - 1 : spans[name][2] + 4] for name in ("lớp", "another")] == [
        " 2 lớp",
        " 2 xã.",
    ]


def test_a_number_said_in_words_is_its_token_else_all_its_words() -> None:
    said = figure("a", 0, "UBND xã Tân Hưng", "xã")
    unsaid = figure("b", 0, "UBND xã Tân Hưng", "không")
    spans = marks.number_spans([said, unsaid, {**said, "figure_id": "form", "passage": None}])
    assert spans == {"a": (4, 5, 7), "b": (4, 0, 16)}


def test_a_passage_is_cut_where_numbers_and_words_begin_and_end() -> None:
    found = marks.runs(1, "còn 10 đơn đang", {"a": (1, 4, 6), "x": (2, 0, 3)}, {"a": (1, 0, 10)})
    assert [(run.text, run.start, run.numbers, run.quotes) for run in found] == [
        ("còn ", 0, (), ("a",)),
        ("10", 4, ("a",), ("a",)),
        (" đơn", 6, (), ("a",)),
        (" đang", 10, (), ()),
    ]


def line(page: int, start: int, end: int, top: float) -> dict[str, Any]:
    edges = {"left_edge": 0.1, "right_edge": 0.9, "top_edge": top, "bottom_edge": top + 0.02}
    return {"page": page, "passage": 1, "line_start": start, "line_end": end, **edges}


def test_words_over_two_lines_have_a_box_on_each_even_over_pages() -> None:
    text = "nnnnnnnnnn" * 2  # letters of one width, so that the ends are known
    lines = {1: [line(3, 0, 10, 0.95), line(4, 10, 20, 0.05)]}
    first, second = marks.boxes((1, 5, 15), lines, {1: text})
    assert first == pytest.approx((3, 0.5, 0.95, 0.9, 0.97))
    assert second == pytest.approx((4, 0.1, 0.05, 0.5, 0.07))
    assert marks.boxes((2, 0, 5), lines, {1: text}) == []


def test_narrow_letters_take_less_room() -> None:
    """Of "iiiimmmm" the first half of the letters takes well under half of the line."""
    ((_, left, _, right, _),) = marks.boxes((1, 0, 4), {1: [line(1, 0, 8, 0.5)]}, {1: "iiiimmmm"})
    assert left == pytest.approx(0.1) and right < 0.4
