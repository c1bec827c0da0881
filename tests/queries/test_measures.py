"""What a unit's figures say: totals, quotients, zero and missing."""

from __future__ import annotations

import pytest
from made_world import AN, World

M06 = "2026-m06"


def by_kind(world: World, suffix: str, counted: str, **values: float) -> None:
    report = world.report(AN, M06, source="narrative")
    for kind, number in values.items():
        world.figure(report, f"{kind}_{suffix}", number, counted_unit=counted)


def test_total_of_kinds_is_computed_where_none_is_stated(world: World) -> None:
    by_kind(world, "tiep_nhan", "đơn", kn=5, tc=2, knpa=13)
    found = world.measure("don_tiep_nhan", AN, M06)
    assert (found["value"], found["computed"]) == (20, True)


def test_complaints_and_denunciations_may_come_together(world: World) -> None:
    by_kind(world, "tiep_nhan", "đơn", kntc=7, knpa=13)
    assert world.measure("don_tiep_nhan", AN, M06)["value"] == 20


def test_stated_total_stands(world: World) -> None:
    by_kind(world, "tiep_nhan", "đơn", kn=5, tc=2, knpa=13)
    world.report(AN, M06, {"don_tiep_nhan": 22})
    found = world.measure("don_tiep_nhan", AN, M06)
    assert (found["value"], found["computed"]) == (22, False)


def test_total_is_missing_when_a_kind_is(world: World) -> None:
    by_kind(world, "tiep_nhan", "đơn", kn=5, tc=2)
    assert world.measure("don_tiep_nhan", AN, M06)["value"] is None


def test_petitions_and_cases_are_never_mixed(world: World) -> None:
    by_kind(world, "tiep_nhan", "đơn", kn=5)
    by_kind(world, "tiep_nhan", "vụ việc", tc=2, knpa=13)
    assert world.measure("don_tiep_nhan", AN, M06)["value"] is None
    assert world.measure("vu_viec_tiep_nhan", AN, M06)["value"] is None
    rows = world.ask("petitions_by_kind", place=AN, period=M06)
    assert [(row["kind"], row["counted_unit"], row["received"]) for row in rows] == [
        ("kn", "đơn", 5),
        ("tc", "vụ việc", 2),
        ("knpa", "vụ việc", 13),
    ]


def test_both_units_counted_stand_beside_each_other(world: World) -> None:
    report = world.report(AN, M06, source="narrative")
    world.figure(report, "kn_tiep_nhan", 9, counted_unit="đơn khiếu nại")
    world.figure(report, "kn_tiep_nhan", 4, counted_unit="vụ việc")
    world.figure(report, "kn_da_giai_quyet", 3, counted_unit="vụ việc")
    world.figure(report, "kn_thuoc_tham_quyen", 4, counted_unit="vụ việc")
    rows = world.ask("petitions_by_kind", place=AN, period=M06)
    assert [(row["counted_unit"], row["received"], row["settled"], row["rate_percent"]) for row in rows] == [
        ("đơn", 9, None, None),
        ("vụ việc", 4, 3, 75.0),
    ]
    assert world.measure("kn_tiep_nhan", AN, M06)["counted_unit"] == "đơn"


def test_open_is_computed_from_in_time_and_overdue(world: World) -> None:
    world.report(AN, M06, {"don_trong_han": 6, "don_qua_han": 4})
    assert world.measure("don_dang_giai_quyet", AN, M06)["value"] == 10


def test_rate_is_recomputed_and_the_stated_one_kept(world: World) -> None:
    world.report(AN, M06, {"don_thu_ly": 142, "don_da_giai_quyet": 132, "ty_le_giai_quyet": 84.56})
    found = world.measure("ty_le_giai_quyet", AN, M06)
    assert found["value"] == pytest.approx(92.957746, abs=1e-6)
    assert (found["numerator"], found["denominator"], found["stated_value"]) == (132, 142, 84.56)


def test_zero_denominator_gives_no_rate(world: World) -> None:
    world.report(AN, M06, {"don_thu_ly": 0, "don_da_giai_quyet": 0, "ty_le_giai_quyet": 100})
    found = world.measure("ty_le_giai_quyet", AN, M06)
    assert (found["value"], found["denominator"]) == (None, 0)


def test_stated_rate_without_its_parts_is_the_value(world: World) -> None:
    world.report(AN, M06, {"hai_long_ty_le": 91.5})
    assert world.measure("hai_long_ty_le", AN, M06)["value"] == 91.5


def test_parts_of_a_rate_are_of_one_kind_of_report(world: World) -> None:
    world.report(AN, M06, {"don_thu_ly": 142}, illustrative=True)
    above = world.report("2025-07:75", M06)
    world.figure(above, "don_da_giai_quyet", 132, part="xã An", part_unit_key=AN)
    assert world.measure("don_thu_ly", AN, M06)["value"] == 142
    assert world.measure("don_da_giai_quyet", AN, M06)["value"] == 132
    assert world.measure("ty_le_giai_quyet", AN, M06)["value"] is None


def test_zero_is_not_missing(world: World) -> None:
    world.report(AN, M06, {"vi_pham": 0})
    assert world.measure("vi_pham", AN, M06)["value"] == 0
    assert world.measure("kiem_diem_ca_nhan", AN, M06)["value"] is None
