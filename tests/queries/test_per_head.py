"""Counts for each 10,000 inhabitants, with intervals beside a published table and an independent library."""

from __future__ import annotations

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World
from scipy.stats import chi2

M06 = "2026-m06"


def per_head(world: World) -> dict[str, dict[str, object]]:
    return world.by_unit("per_head_by_unit", place=PROVINCE, period=M06, indicator="don_tiep_nhan")


# Garwood's exact limits as printed in tables of the Poisson distribution (Biometrika 28, 1936)
@pytest.mark.parametrize(
    ("events", "low", "high"),
    [(10, 4.80, 18.39), (20, 12.22, 30.89), (50, 37.11, 65.92), (100, 81.36, 121.63)],
)
def test_intervals_are_those_of_the_table(world: World, events: int, low: float, high: float) -> None:
    found = world.connection.execute("select byar_low($n), byar_high($n)", {"n": events}).fetchone()
    assert found == pytest.approx((low, high), abs=0.03)


@pytest.mark.parametrize("events", [20, 137, 2500])
def test_intervals_are_near_the_library_s_exact_ones(world: World, events: int) -> None:
    found = world.connection.execute("select byar_low($n), byar_high($n)", {"n": events}).fetchone()
    exact = (chi2.ppf(0.025, 2 * events) / 2, chi2.ppf(0.975, 2 * events + 2) / 2)
    assert found == pytest.approx(exact, rel=0.001)


def test_per_ten_thousand_against_all_together(world: World) -> None:
    # 60 of 20,000 = 30; 40 of 40,000 = 10; all together 100 of 60,000 = 16.67
    for key, received, persons in ((AN, 60, 20_000), (BINH, 40, 40_000)):
        world.report(key, M06, {"don_tiep_nhan": received})
        world.inhabitants(key, 2025, persons)
    world.report(CUC, M06, {"don_tiep_nhan": 500})
    rows = per_head(world)
    assert [(key, row["per_10000"]) for key, row in rows.items()] == [(AN, 30), (BINH, 10)]
    assert rows[AN]["whole_per_10000"] == pytest.approx(100 / 6)
    # Byar: 60 is 45.8 to 77.2, 40 is 28.6 to 54.5
    assert (rows[AN]["low_per_10000"], rows[AN]["high_per_10000"]) == (
        pytest.approx(22.9, abs=0.05), pytest.approx(38.6, abs=0.05),
    )  # fmt: skip
    assert (rows[AN]["standing"], rows[BINH]["standing"]) == ("above", "below")
    assert rows[AN]["without_population"] == 1  # Cúc


def test_small_counts_have_no_standing(world: World) -> None:
    world.report(AN, M06, {"don_tiep_nhan": 19})
    world.inhabitants(AN, 2025, 10_000)
    row = per_head(world)[AN]
    assert (row["per_10000"], row["small"], row["standing"]) == (19, True, None)


def test_inhabitants_are_of_the_nearest_year_not_after_and_loaded_last(world: World) -> None:
    world.report(AN, M06, {"don_tiep_nhan": 30})
    for year, persons in ((2023, 8_000), (2025, 9_000), (2027, 20_000), (2025, 10_000)):
        world.inhabitants(AN, year, persons)
    world.report(BINH, M06, {"don_tiep_nhan": 30})
    world.inhabitants(BINH, 2028, 7_000)
    rows = per_head(world)
    assert (rows[AN]["persons"], rows[AN]["population_year"]) == (10_000, 2025)
    assert (rows[BINH]["persons"], rows[BINH]["population_year"]) == (7_000, 2028)
