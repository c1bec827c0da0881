"""Scenarios as text and in words, and how many petitions a target needs."""

from __future__ import annotations

import pytest

from grassroots.scenario import ALL, SILENT, Scenario, ScenarioFault, Settled, needed, parse
from grassroots.scenario_presets import presets
from grassroots.scenario_words import changes

AN, BINH = "2025-07:101", "2025-07:102"
WHOLE = Scenario(
    settled=(Settled("overdue", ALL, 98), Settled("overdue", AN), Settled("open", BINH, 3)),
    left_out=("2025-07:103", SILENT),
    missing="zero",
    only_confirmed=True,
    period="2025-year",
    target=87.5,
    marks=(("cqtt_minh_hoa", 85.0),),
    weights=(("resolution", 3.0), ("training", 0.5)),
)


def test_what_is_written_is_read_back() -> None:
    assert parse(str(WHOLE)) == WHOLE
    assert str(WHOLE) == (
        "settle~overdue~all~98;settle~overdue~2025-07:101;settle~open~2025-07:102~3;out~2025-07:103;out~silent;"
        "missing~zero;confirmed~yes;period~2025-year;target~87.5;mark~cqtt_minh_hoa~85;"
        "weight~resolution~3;weight~training~0.5"
    )


def test_order_in_the_url_does_not_matter() -> None:
    pieces = str(WHOLE).split(";")
    assert parse(";".join(reversed(pieces))) == WHOLE


def test_nothing_supposed_is_false() -> None:
    assert not parse("") and not Scenario() and parse("target~80")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("settle~late~all", "unreadable"),
        ("settle~overdue~all~-1", "unreadable"),
        ("settle~overdue~x'; drop table unit", "unreadable"),
        ("settle~overdue~all;settle~open~all", "unreadable"),
        ("out~2025-07:101;out~2025-07:101", "unreadable"),
        ("target~101", "unreadable"),
        ("target~nan", "unreadable"),
        ("period~2026-m13", "unreadable"),
        ("confirmed~maybe", "unreadable"),
        ("mark~cqtt_minh_hoa", "unreadable"),
        ("weight~Đ~1", "unreadable"),
        ("burn~all", "unknown"),
        ("out~silent;" * 400, "too_long"),
    ],
)
def test_what_is_no_scenario_is_refused(text: str, code: str) -> None:
    with pytest.raises(ScenarioFault) as refused:
        parse(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("settled", "accepted", "target", "more"),
    [
        (132, 142, 93, 1),  # 132.06 of 142
        (132, 142, 95.8, 5),  # 136.036: 136 is 95.77 %
        (132, 142, 92, 0),
        (27, 30, 90, 0),  # 27 exactly, whatever binary fractions say
        (161, 212, 90, 30),  # 190.8
        (5, 10, 100, 5),
    ],
)
def test_the_fewest_petitions_for_a_target(settled: int, accepted: int, target: float, more: int) -> None:
    assert needed(settled, accepted, target) == more
    assert 100 * (settled + more) / accepted >= target - 1e-9
    assert more == 0 or 100 * (settled + more - 1) / accepted < target


def test_changes_of_one_thing_replace_one_another() -> None:
    at = Scenario().settle("overdue", AN, 4).settle("open", AN)
    assert at.settled == (Settled("open", AN),)
    assert not at.settle("open", AN, 0)
    assert Scenario().leave_out(AN).leave_out(AN) == Scenario()
    assert Scenario().mark("s", 80).mark("s", None) == Scenario()


def test_a_preset_is_joined_and_taken_back() -> None:
    offered = presets().of("cqtt_minh_hoa")
    before = parse(f"settle~overdue~{AN}~2;target~95")
    joined = before.joined(offered["mark_80"]).joined(offered["leave_silent"])
    assert str(joined) == f"settle~overdue~{AN}~2;out~silent;target~80;mark~cqtt_minh_hoa~80"
    assert joined.holds(offered["mark_80"]) and not joined.holds(offered["settle_overdue"])
    assert joined.less(offered["leave_silent"]) == before.joined(offered["mark_80"])
    assert set(presets().of(None)) == {"settle_overdue", "leave_silent"}


def test_words_name_five_units_and_count_the_rest() -> None:
    at = Scenario()
    for number in range(1, 8):
        at = at.settle("overdue", f"2025-07:{number}")
    said = changes(at.settle("open", "2025-07:9", 1204), "vi", lambda key: f"xã {key[8:]}")
    assert said == [
        "giải quyết thêm 1.204 đơn ở xã 9",
        "giải quyết hết đơn quá hạn ở xã 1, xã 2, xã 3, xã 4, xã 5 và 2 nơi khác",
    ]
    assert changes(parse("missing~last_year;confirmed~no;mark~s~82.5"), "en", str) == [
        "communes not reported counted as a year before",
        "unconfirmed figures counted too",
        "pass mark 82.5%",
    ]
