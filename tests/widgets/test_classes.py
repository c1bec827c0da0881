"""Quartiles and marks: bounds, counts and colours that turn at the median or at the mark."""

from __future__ import annotations

import pandas as pd

from grassroots.classes import by_bounds, by_marks, class_of, gradient, quartiles
from grassroots.colours import PALETTES

LIGHT = PALETTES["light"]
SHARES = pd.Series([70.0, 78.0, 80.0, 85.0, 89.9, 90.0, 94.0, 96.0])
MARKS = pd.DataFrame(
    {
        "position": [1, 2, 3, 4],
        "from_percent": [95.0, 90.0, 80.0, 0.0],
        "passes": [True, True, True, False],
    }
)


def test_quartiles_make_four_classes_whose_units_add_up() -> None:
    classes = by_bounds(SHARES, quartiles(SHARES), LIGHT)
    assert [one.units for one in classes] == [2, 2, 2, 2]
    assert [one.colour for one in classes] == list(LIGHT.two_two)


def test_equal_values_make_fewer_classes() -> None:
    same = pd.Series([100.0] * 6)
    assert quartiles(same) == []
    (only,) = by_bounds(same, [], LIGHT)
    assert (only.low, only.high, only.units) == (None, None, 6)


def test_marks_colour_only_what_is_under_the_pass_mark_orange() -> None:
    classes = by_marks(SHARES, MARKS, lambda position: f"mark {position}", LIGHT)
    assert [(one.name, one.low, one.high, one.units) for one in classes] == [
        ("mark 4", None, 80.0, 2),
        ("mark 3", 80.0, 90.0, 3),
        ("mark 2", 90.0, 95.0, 2),
        ("mark 1", 95.0, None, 1),
    ]
    assert [one.colour for one in classes] == list(LIGHT.one_three)


def test_a_value_at_a_bound_is_in_the_better_class() -> None:
    classes = by_marks(SHARES, MARKS, str, LIGHT)
    assert class_of(80.0, classes).low == 80.0
    assert class_of(79.99, classes).low is None


def test_no_units_make_empty_classes() -> None:
    nobody = pd.Series([], dtype=float)
    assert quartiles(nobody) == []
    assert [one.units for one in by_bounds(nobody, [], LIGHT)] == [0]


def test_a_gradient_turns_from_orange_to_blue_at_the_median() -> None:
    scale = gradient(SHARES, LIGHT)
    assert scale is not None and scale.median == 87.45
    brown, orange, blue, pale = LIGHT.two_two
    assert scale.colour(70.0) == brown and scale.colour(87.45) == blue and scale.colour(96.0) == pale
    assert scale.colour(87.44)[:3] == orange[:3]
    assert (scale.units_below, scale.units_above) == (4, 4)
    assert gradient(SHARES[:0], LIGHT) is None
