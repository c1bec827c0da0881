"""Which report and which figure counts: decisions, revisions, kinds of report, parts."""

from __future__ import annotations

from made_world import AN, BINH, PROVINCE, World

M06 = "2026-m06"


def value(world: World, indicator: str = "tcd_luot", *, only_confirmed: bool = False) -> float | None:
    found: float | None = world.measure(indicator, AN, M06, only_confirmed=only_confirmed)["value"]
    return found


def narrative(world: World, **more: object) -> str:
    return world.report(AN, M06, source="narrative", **more)


def test_unconfirmed_counts_unless_only_confirmed_is_asked(world: World) -> None:
    figure = world.figure(narrative(world), "tcd_luot", 54)
    assert value(world) == 54
    assert value(world, only_confirmed=True) is None
    assert world.measure("tcd_luot", AN, M06)["confirmed"] is False
    world.decide(figure, "confirm")
    assert value(world, only_confirmed=True) == 54
    assert world.measure("tcd_luot", AN, M06)["confirmed"] is True


def test_form_counts_as_confirmed(world: World) -> None:
    world.report(AN, M06, {"tcd_luot": 54})
    assert value(world, only_confirmed=True) == 54


def test_correction_holds_and_the_newest_decision_decides(world: World) -> None:
    figure = world.figure(narrative(world), "tcd_luot", 54)
    world.decide(figure, "correct", value=45, reason="đọc nhầm")
    assert value(world) == 45
    world.decide(figure, "reject")
    assert value(world) is None
    world.decide(figure, "confirm")
    assert value(world) == 54


def test_rejected_never_counts_even_from_a_form(world: World) -> None:
    report = world.report(AN, M06)
    world.decide(world.figure(report, "tcd_luot", 54), "reject")
    assert value(world) is None


def test_correction_of_the_indicator_moves_the_figure(world: World) -> None:
    figure = world.figure(narrative(world), "tcd_luot", 54)
    world.decide(figure, "correct", indicator="tcd_nguoi", reason="là người")
    assert value(world) is None
    assert value(world, "tcd_nguoi") == 54


def test_correction_of_the_part(world: World) -> None:
    report = narrative(world)
    figure = world.figure(report, "tcd_luot", 54, part="năm 2025", part_kind="period", part_period="2025-m06")
    assert value(world) is None
    world.decide(figure, "correct", part="", reason="là số của kỳ này")
    assert value(world) == 54
    other = world.figure(report, "tcd_nguoi", 61)
    world.decide(other, "correct", part="thôn 1", reason="chỉ một thôn")
    assert value(world, "tcd_nguoi") is None


def test_confirmed_beats_unconfirmed_then_form_beats_narrative(world: World) -> None:
    spoken = world.figure(narrative(world), "tcd_luot", 50)
    world.report(AN, M06, {"tcd_luot": 54})
    assert value(world) == 54
    world.decide(spoken, "confirm")
    assert value(world) == 54


def test_narrative_fills_what_the_form_leaves_empty(world: World) -> None:
    world.figure(narrative(world), "tcd_nguoi", 61)
    world.report(AN, M06, {"tcd_luot": 54})
    assert (value(world), value(world, "tcd_nguoi")) == (54, 61)


def test_revision_supersedes(world: World) -> None:
    first = world.report(AN, M06, {"tcd_luot": 54})
    second = world.report(AN, M06, {"tcd_luot": 60}, replaces=first)
    assert value(world) == 60
    rows = {row["report_id"]: row for row in world.ask("reports", place=AN, period=M06)}
    assert (rows[first]["superseded"], rows[first]["standing"]) == (True, False)
    assert (rows[second]["superseded"], rows[second]["standing"]) == (False, True)


def test_unconfirmed_revision_does_not_displace_a_confirmed_report(world: World) -> None:
    first = narrative(world)
    world.decide(world.figure(first, "tcd_luot", 54), "confirm")
    second = narrative(world, replaces=first)
    revised = world.figure(second, "tcd_luot", 60)
    assert value(world) == 54
    waiting = next(row for row in world.ask("reports", place=AN, period=M06) if row["report_id"] == second)
    assert (waiting["standing"], waiting["superseded"]) == (False, False)
    world.decide(revised, "confirm")
    assert value(world) == 60


def test_unconfirmed_revision_displaces_an_unconfirmed_report(world: World) -> None:
    first = narrative(world)
    world.figure(first, "tcd_luot", 54)
    world.figure(narrative(world, replaces=first), "tcd_luot", 60)
    assert value(world) == 60


def test_real_displaces_illustrative_for_unit_and_period(world: World) -> None:
    world.report(AN, M06, {"tcd_luot": 54, "tcd_nguoi": 70}, illustrative=True)
    world.figure(narrative(world), "tcd_luot", 9)
    found = world.measure("tcd_luot", AN, M06)
    assert (found["value"], found["illustrative"]) == (9, False)
    assert value(world, "tcd_nguoi") is None  # never one of each kind for a unit and period


def test_part_resolved_to_a_unit_below_is_that_unit_s(world: World) -> None:
    report = world.report(PROVINCE, M06, {"tcd_luot": 900})
    world.figure(report, "tcd_luot", 54, part="xã An", part_kind="place", part_unit_key=AN)
    found = world.measure("tcd_luot", AN, M06)
    assert (found["value"], found["basis"]) == (54, "reported_above")
    assert world.measure("tcd_luot", PROVINCE, M06)["area_value"] == 900
    world.report(AN, M06, {"tcd_luot": 55})  # its own report comes before
    assert world.measure("tcd_luot", AN, M06)["basis"] == "own"


def test_other_parts_are_no_totals(world: World) -> None:
    report = world.report(AN, M06)
    world.figure(report, "tcd_luot", 5, part="lĩnh vực đất đai", part_kind="field")
    world.figure(report, "tcd_luot", 40, part="cùng kỳ", part_kind="period", part_period="2025-m06")
    world.figure(report, "tcd_luot", 900, part="toàn tỉnh", part_kind="place", part_unit_key=PROVINCE)
    assert value(world) is None
    assert world.measure("tcd_luot", PROVINCE, M06)["value"] is None
    assert world.measure("tcd_luot", AN, "2025-m06")["value"] is None


def test_figure_quoted_for_the_base_is_offered_not_used(world: World) -> None:
    report = world.report(AN, M06, {"tcd_luot": 54})
    world.figure(report, "tcd_luot", 40, part="cùng kỳ", part_kind="period", part_period="2025-m06")
    found = world.measure("tcd_luot", AN, M06, "2025-m06")
    assert (found["base_value"], found["quoted_base_value"]) == (None, 40)
    assert (found["comparable"], found["not_comparable_because"]) == (False, "missing")


def test_a_report_counts_only_for_the_period_it_names(world: World) -> None:
    world.report(AN, "2026-q1", {"don_thu_ly": 30, "don_da_giai_quyet": 29})
    world.report(BINH, M06, {"don_thu_ly": 30, "don_da_giai_quyet": 29})
    rows = world.by_unit("complaint_resolution_by_unit", place=PROVINCE, period=M06)
    assert (rows[AN]["reported"], rows[AN]["older_period"]) == (False, "2026-q1")
    assert (rows[BINH]["reported"], rows[BINH]["older_period"]) == (True, None)
