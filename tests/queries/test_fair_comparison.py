"""What chance allows a rate: limits beside an independent library, differences beside a published table."""

from __future__ import annotations

import pytest
from made_world import World
from scipy.stats import binom

PROVINCE, M06, BEFORE = "2025-07:75", "2026-m06", "2025-m06"
# name, kind, settled of accepted now, and a year before
COMMUNES = (
    ("An", "xã", (60, 100), (85, 100)),
    ("Bình", "phường", (190, 200), (176, 200)),
    ("Cúc", "xã", (45, 50), None),
    ("Dung", "phường", (273, 300), (272, 300)),
    ("Em", "xã", (3, 12), (5, 9)),
    ("Gia", "đặc khu", (45, 50), (20, 24)),
)


def petitions(counts: tuple[int, int]) -> dict[str, float]:
    return {"don_da_giai_quyet": counts[0], "don_thu_ly": counts[1]}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("world"))
    world.unit(PROVINCE, "Đồng Nai", "province", kind="tỉnh")
    for code, (name, kind, now, before) in enumerate(COMMUNES, start=1):
        key = world.unit(f"2025-07:{code}", name, parent=PROVINCE, kind=kind)
        world.report(key, M06, petitions(now))
        if before:
            world.report(key, BEFORE, petitions(before))
    return world


def compared(world: World, **asked: object) -> dict[str, dict[str, object]]:
    given = {"base": None, "indicator": "ty_le_giai_quyet", "peers": None, **asked}
    rows = world.ask("rates_against_chance", place=PROVINCE, period=M06, **given)
    return {row["name"]: row for row in rows}


def limits(world: World, trials: list[int], share: float) -> dict[int, tuple[float, ...]]:
    found = world.connection.execute("from funnel_limits($sizes, $share)", {"sizes": trials, "share": share})
    return {row[0]: row[1:] for row in found.fetchall()}


@pytest.mark.parametrize("share", [0.02, 0.5, 0.914, 0.995])
def test_outside_is_what_the_library_gives_less_chance_than_the_limit(place: World, share: float) -> None:
    sizes = [1, 2, 7, 20, 50, 142]
    for trials, (low_998, low_95, high_95, high_998) in limits(place, sizes, share).items():
        for settled in range(trials + 1):
            rate, at_most = 100 * settled / trials, binom.cdf(settled, trials, share)
            at_least = binom.sf(settled - 1, trials, share)
            assert (rate < low_95, rate < low_998) == (at_most < 0.025, at_most < 0.001)
            assert (rate > high_95, rate > high_998) == (at_least < 0.025, at_least < 0.001)


@pytest.mark.parametrize(("trials", "share"), [(50, 0.914), (1000, 0.914), (100_000, 0.3)])
def test_limits_are_interpolated_between_the_library_s_counts(
    place: World, trials: int, share: float
) -> None:
    low_998, low_95, high_95, high_998 = limits(place, [trials], share)[trials]

    def lower(chance: float, share: float) -> float:
        count = binom.ppf(chance, trials, share)
        above = (binom.cdf(count, trials, share) - chance) / binom.pmf(count, trials, share)
        return max(0.0, 100 * float(count - above) / trials)

    assert (low_998, low_95) == pytest.approx((lower(0.001, share), lower(0.025, share)), abs=1e-6)
    upper = (100 - lower(0.025, 1 - share), 100 - lower(0.001, 1 - share))
    assert (high_95, high_998) == pytest.approx(upper, abs=1e-6)


def test_no_limits_where_all_is_settled(place: World) -> None:
    assert limits(place, [20], 1.0) == {}


# Newcombe, Statistics in Medicine 17 (1998), table II, method 10
@pytest.mark.parametrize(
    ("now", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 5.24, 33.39),
        ((9, 10), (3, 10), 17.05, 80.90),
        ((6, 7), (2, 7), 5.82, 80.62),
        ((5, 56), (0, 29), -3.81, 19.26),
    ],
)
def test_difference_is_newcombe_s(
    place: World, now: tuple[int, int], before: tuple[int, int], low: float, high: float
) -> None:
    sql = """
        select newcombe_low(100 * $a / $b, wilson_low($a, $b), 100 * $c / $d, wilson_high($c, $d)),
            newcombe_high(100 * $a / $b, wilson_high($a, $b), 100 * $c / $d, wilson_low($c, $d))
    """
    given = dict(zip("abcd", (*now, *before), strict=True))
    found = place.connection.execute(sql, given).fetchone()
    assert found == pytest.approx((low, high), abs=0.005)


def test_standing_is_against_the_rate_of_all(place: World) -> None:
    rows = compared(place)
    # 616 settled of 712 accepted
    assert rows["An"]["whole_percent"] == pytest.approx(100 * 616 / 712)
    assert {name: row["standing"] for name, row in rows.items()} == {
        "An": "far_below", "Bình": "far_above", "Cúc": "within", "Dung": "above", "Em": None, "Gia": "within",
    }  # fmt: skip
    # by the library, as counts as far out or further: An 60 of 100, Bình 190 of 200, Dung 273 of 300
    share = 616 / 712
    assert binom.cdf(60, 100, share) < 0.001 and binom.sf(189, 200, share) < 0.001
    assert 0.001 < binom.sf(272, 300, share) < 0.025 < binom.sf(44, 50, share)


def test_equal_rates_share_their_range_of_ranks(place: World) -> None:
    rows = compared(place)
    ranges = {name: (row["rank_first"], row["rank_last"]) for name, row in rows.items()}
    # 190/200: 91.0-97.3 · 273/300: 87.2-93.7 · 45/50 twice: 78.6-95.7 · 60/100: 50.2-69.1 · 3/12: none
    assert ranges == {
        "Bình": (1, 4), "Dung": (1, 4), "Cúc": (1, 4), "Gia": (1, 4), "An": (5, 5), "Em": (None, None),
    }  # fmt: skip


def test_among_its_like_the_rate_and_the_ranks_are_theirs(place: World) -> None:
    rows = compared(place, peers="urban")
    assert list(rows) == ["Bình", "Dung"]
    assert rows["Bình"]["whole_percent"] == pytest.approx(100 * 463 / 500)
    assert {row["standing"] for row in rows.values()} == {"within"}
    assert list(compared(place, peers="special")) == ["Gia"]
    # sizes 12, 50, 50, 100, 200, 300: the first third ends at 50, the second at 100
    assert set(compared(place, peers="few")) == {"Cúc", "Em", "Gia"}
    assert set(compared(place, peers="many")) == {"Bình", "Dung"}


def test_moved_is_said_only_beyond_chance(place: World) -> None:
    rows = compared(place, base=BEFORE)
    moved = {name: row["moved"] for name, row in rows.items()}
    # An: 60 after 85 of 100; Bình: 190 after 176 of 200; Em and Cúc: nothing to tell by
    assert moved == {"An": "fell", "Bình": "rose", "Cúc": None, "Dung": "same", "Em": None, "Gia": "same"}
    assert rows["An"]["difference_points"] == pytest.approx(-25)
    assert rows["An"]["difference_high_points"] < -10 < 0 < rows["Bình"]["difference_low_points"]


def test_groups_add_up_to_all(place: World) -> None:
    rows = place.ask("rates_by_peers", place=PROVINCE, period=M06, base=BEFORE, indicator="ty_le_giai_quyet")
    counts = {row["peers"]: (row["units"], row["numerator"], row["denominator"]) for row in rows}
    assert counts[None] == (6, 616, 712)
    assert counts["rural"] == (3, 108, 162) and counts["urban"] == (2, 463, 500)
    assert [sum(parts) for parts in zip(counts["few"], counts["middle"], counts["many"], strict=True)] == [
        *counts[None]
    ]
    every = next(row for row in rows if row["peers"] is None)
    # all but Cúc reported both years
    assert (every["base_units"], every["base_rate_percent"]) == (5, pytest.approx(100 * 558 / 633))
    assert every["matched_rate_percent"] == pytest.approx(100 * 571 / 662)


def test_by_inhabitants_only_where_they_are_known() -> None:
    world = World()
    world.unit(PROVINCE, "Đồng Nai", "province", kind="tỉnh")
    for code, (settled, persons) in enumerate([(90, 5_000), (80, 20_000), (70, 60_000), (60, None)], start=1):
        key = world.unit(f"2025-07:{code}", f"Xã {code}", parent=PROVINCE)
        world.report(key, M06, petitions((settled, 100)))
        if persons:
            world.inhabitants(key, 2025, persons)
    rows = world.ask("rates_by_peers", place=PROVINCE, period=M06, indicator="ty_le_giai_quyet")
    groups = [
        (row["peers"], row["smallest"], row["units"]) for row in rows if row["grouped_by"] == "population"
    ]
    assert groups == [("small_place", 5_000, 1), ("middle_place", 20_000, 1), ("large_place", 60_000, 1)]
    assert list(compared(world, peers="large_place")) == ["Xã 3"]
    assert len(compared(world)) == 4


def test_the_curve_holds_each_unit_s_own_limits(place: World) -> None:
    asked = {"indicator": "ty_le_giai_quyet", "peers": None}
    curve = place.ask("funnel_curve", place=PROVINCE, period=M06, **asked)
    assert curve[-1]["trials"] == 315
    by_size = {row["trials"]: row["low_95_percent"] for row in curve}
    held = [row for row in compared(place).values() if row["denominator"] in by_size]
    assert held and all(row["low_95_percent"] == by_size[row["denominator"]] for row in held)


def test_an_illustrative_unit_is_left_out_of_the_limits() -> None:
    world = World()
    world.unit(PROVINCE, "Đồng Nai", "province", kind="tỉnh")
    for code, (settled, illustrative) in enumerate([(90, False), (95, False), (10, True)], start=1):
        key = world.unit(f"2025-07:{code}", f"Xã {code}", parent=PROVINCE)
        world.report(key, M06, petitions((settled, 100)), illustrative=illustrative)
    rows = compared(world)
    assert rows["Xã 1"]["whole_percent"] == pytest.approx(92.5)
    assert (rows["Xã 3"]["standing"], rows["Xã 3"]["rank_first"]) == (None, None)
