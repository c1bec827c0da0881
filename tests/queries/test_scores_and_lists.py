"""Scores of the applicable maximum; courses, models and awards; reports, their figures and decisions."""

from __future__ import annotations

from datetime import date

import pytest
from made_world import AN, BINH, CUC, PROVINCE, World

M06 = "2026-m06"
SHEET = "cqtt_minh_hoa"  # passes at 80 %, good from 90, excellent from 95


def scored(points: float, maximum: float) -> dict[str, float]:
    return {"cqtt_diem": points, "cqtt_diem_toi_da": maximum}


def test_score_is_a_share_of_what_applies(world: World) -> None:
    world.report(AN, M06, scored(77.5, 80.5))
    world.report(BINH, M06, scored(77.5, 100))
    rows = world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)
    assert rows[AN]["share_percent"] == pytest.approx(96.273292, abs=1e-6)
    assert [(row["rank"], row["mark_position"], row["passes"]) for row in rows.values()] == [
        (1, 1, True),
        (2, 4, False),
        (None, None, None),
    ]
    assert (rows[AN]["points_to_pass"], rows[BINH]["points_to_pass"]) == (0, pytest.approx(2.5))
    assert rows[CUC]["reported"] is False


def test_equal_shares_share_a_rank_and_the_mark_begins_at_its_share(world: World) -> None:
    for key, points in ((AN, 72), (BINH, 80), (CUC, 60)):
        world.report(key, M06, scored(points, 80 if key == AN else points / 0.9 if key == BINH else 75))
    rows = world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)
    assert [(rows[key]["rank"], rows[key]["mark_position"]) for key in (AN, BINH, CUC)] == [
        (1, 2),
        (1, 2),
        (3, 3),
    ]


def test_points_without_their_maximum_have_no_share(world: World) -> None:
    world.report(AN, M06, {"cqtt_diem": 77.5})
    row = world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)[AN]
    assert (row["points"], row["maximum"], row["share_percent"], row["rank"]) == (77.5, None, None, None)


def test_points_are_added_up_from_criteria_when_all_that_apply_are_scored(world: World) -> None:
    report = world.report(AN, M06)
    for ordinal, (criterion, points, maximum) in enumerate(
        [("cong_khai", 18, 20), ("thai_do", 12, 15), ("thu_hoi_dat", None, 0)]
    ):
        world.row("score", report_id=report, ordinal=ordinal, unit_key=AN, sheet=SHEET, criterion=criterion,
                  points=points, maximum=maximum, quote="")  # fmt: skip
    row = world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)[AN]
    assert (row["points"], row["maximum"], row["computed"]) == (30, 35, True)
    criteria = world.ask("score_criteria", place=PROVINCE, period=M06, sheet=SHEET)
    assert [(one["criterion"], one["position"], one["share_percent"]) for one in criteria] == [
        ("cong_khai", 3, 90.0),
        ("thai_do", 4, 80.0),
        ("thu_hoi_dat", 6, None),
    ]
    world.row("score", report_id=report, ordinal=9, unit_key=AN, sheet=SHEET, criterion="tiep_dan_don",
              points=None, maximum=20, quote="")  # fmt: skip
    assert world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)[AN]["reported"] is False


def test_where_a_place_stands(world: World) -> None:
    for key, before, now in ((AN, 70, 96), (BINH, 82, 79), (CUC, None, 85)):
        if before is not None:
            world.report(key, M06, scored(before, 100))
        world.report(key, "2027-m06", scored(now, 100))
    row = world.one("score_summary", place=PROVINCE, period="2027-m06", base=M06, sheet=SHEET)
    assert (row["units_scored"], row["units_passing"], row["median_percent"]) == (3, 2, 85)
    assert row["passing_percent"] == pytest.approx(200 / 3)
    assert (row["units_both"], row["units_both_passing"], row["units_both_base_passing"]) == (2, 1, 1)
    assert row["median_difference_points"] == pytest.approx((26 - 3) / 2)


def test_sheets_and_marks_in_force(world: World) -> None:
    world.report(AN, M06, scored(70, 100))
    assert [(row["sheet"], row["units"]) for row in world.ask("score_sheets", period=M06)] == [
        (SHEET, 1),
        ("qd766", 0),
    ]
    assert [row["sheet"] for row in world.ask("score_sheets", period="2022-q1")] == [SHEET]
    marks = world.ask("score_marks", sheet=SHEET)
    assert [(row["from_percent"], row["passes"]) for row in marks] == [
        (95, True), (90, True), (80, True), (0, False)]  # fmt: skip


def course(
    world: World, report: str, ordinal: int, topic: str, held_on: date | None, people: int | None
) -> None:
    world.row("training_course", report_id=report, ordinal=ordinal, topic=topic, held_on=held_on, days=1,
              participants=people, quote=topic)  # fmt: skip


def test_courses_by_topic_and_month(world: World) -> None:
    an = world.report(AN, M06, {"tap_huan_lop": 3, "tap_huan_nguoi": 120})
    binh = world.report(BINH, M06)
    course(world, an, 1, "Luật Thực hiện dân chủ", date(2026, 3, 5), 50)
    course(world, an, 2, "Hòa giải", date(2026, 3, 20), None)
    course(world, binh, 1, "luật thực hiện  dân chủ", None, 30)
    topics = world.ask("training_by_topic", place=PROVINCE, period=M06)
    assert [
        (row["courses"], row["participants"], row["participants_known"], row["units"]) for row in topics
    ] == [
        (2, 80, 2, 2),
        (1, None, 0, 1),
    ]
    months = world.ask("training_by_month", place=PROVINCE, period=M06)
    assert [(row["month"], row["courses"], row["participants"]) for row in months] == [
        (date(2026, 3, 1), 2, 50),
        (None, 1, 30),
    ]
    assert [row["name"] for row in world.ask("training_courses", place=PROVINCE, period=M06)] == [
        "An",
        "An",
        "Bình",
    ]
    rows = world.by_unit("training_by_unit", place=PROVINCE, period=M06)
    assert (rows[AN]["courses"], rows[AN]["participants"], rows[AN]["per_thousand"]) == (3, 120, None)
    assert rows[BINH]["reported"] is False


def test_a_list_is_counted_once(world: World) -> None:
    """The form's list and the narrative's of one unit are one; a whole-area report's repeats the units'."""
    for source in ("form", "narrative"):
        course(world, world.report(AN, M06, source=source), 1, "Hòa giải", None, 40)
    course(world, world.report(PROVINCE, M06), 1, "Hòa giải", None, 40)
    assert world.one("training_by_topic", place=PROVINCE, period=M06)["courses"] == 1
    names = [row["name"] for row in world.ask("training_courses", place=PROVINCE, period=M06)]
    assert sorted(names) == ["An", "Đồng Nai"]


def test_per_thousand_people_only_with_a_population(world: World) -> None:
    world.unit("2025-07:104", "Dung", parent=PROVINCE)
    world.inhabitants("2025-07:104", 2025, 8000)
    world.report("2025-07:104", M06, {"tap_huan_nguoi": 120})
    row = world.by_unit("training_by_unit", place=PROVINCE, period=M06)["2025-07:104"]
    assert (row["population"], row["per_thousand"]) == (8000, 15)


def test_models_and_awards(world: World) -> None:
    an = world.report(AN, M06, {"mo_hinh_dang_ky": 4, "mo_hinh_cong_nhan": 2, "khen_thuong_ca_nhan": 0})
    world.report(AN, "2027-m06", {"mo_hinh_cong_nhan": 5})
    world.row("award", report_id=an, ordinal=1, kind="collective", name="Ấp 1", quote="Ấp 1")
    world.row(
        "award", report_id=an, ordinal=2, kind="model", name="Camera an ninh", stage="recognised", quote=""
    )
    row = world.by_unit("models_by_unit", place=PROVINCE, period=M06)[AN]
    assert (row["registered"], row["recognised"], row["individuals"], row["collectives"]) == (4, 2, 0, None)
    later = world.by_unit("models_by_unit", place=PROVINCE, period="2027-m06", base=M06)[AN]
    assert (later["base_recognised"], later["base_registered"]) == (2, None)
    rows = world.ask("awards", place=PROVINCE, period=M06)
    assert [(one["kind"], one["name"], one["unit_name"]) for one in rows] == [
        ("model", "Camera an ninh", "An"),
        ("collective", "Ấp 1", "An"),
    ]


def test_reports_with_files_and_counts(world: World) -> None:
    report = world.report(AN, M06, source="narrative", number="12/BC-UBND")
    first, second, third = (world.figure(report, code, 1) for code in ("tcd_luot", "tcd_nguoi", "vi_pham"))
    world.decide(first, "confirm")
    world.decide(second, "reject")
    world.issue(report, "rate_differs", figure_ids=(third,))
    for sha, name, added_at in (("a", "bao_cao.docx", "2026-11-01"), ("b", "bao_cao.pdf", "2026-11-02")):
        world.row("report_file", sha256=sha, report_id=report, file_name=name, format="docx", bytes=1,
                  added_at=added_at, added_by="an")  # fmt: skip
    for place, period in ((PROVINCE, M06), (None, None), (AN, None)):
        row = world.one("reports", place=place, period=period)
        assert row["files"] == ["bao_cao.docx", "bao_cao.pdf"]
        assert (row["figures"], row["confirmed"], row["unconfirmed"], row["rejected"]) == (3, 1, 1, 1)
        assert (row["issues"], row["number"]) == (1, "12/BC-UBND")
    assert world.ask("reports", place=BINH, period=None) == []
    footer = world.one("footer", place=PROVINCE, period=M06)
    assert (footer["reports"], footer["real_reports"], footer["units_reported"]) == (1, 1, 1)
    assert (footer["figures_confirmed"], footer["figures_unconfirmed"], footer["figures_rejected"]) == (
        1,
        1,
        1,
    )
    assert footer["updated_at"].day == 2  # the newest decision, a day after loading
    confirmed = world.one("footer", place=PROVINCE, period=M06, only_confirmed=True)
    assert confirmed["figures_unconfirmed"] == 0
    issue = world.one("issues_of", place=PROVINCE, period=M06, report_id=None)
    assert (issue["rule"], issue["figure_ids"], issue["unit_name"]) == ("rate_differs", [third], "An")
    assert world.ask("issues_of", place=None, period=None, report_id="other") == []


def test_a_figure_with_all_that_is_known_of_it(world: World) -> None:
    report = world.report(AN, M06, source="narrative")
    for number, text in enumerate(["II. KẾT QUẢ", "Tiếp 54 lượt/61 người.", "Hết."], start=1):
        world.row(
            "passage", report_id=report, number=number, page=1, section="II", kind="paragraph", text=text
        )
    visits = world.figure(report, "tcd_luot", 54, passage=2, quote_start=5, quote_end=12)
    persons = world.figure(report, "tcd_nguoi", 61, passage=2, quote_start=13, quote_end=21)
    world.decide(visits, "confirm")
    world.decide(visits, "correct", value=45, reason="đọc nhầm")
    row = world.one("figure_detail", figure_id=visits)
    assert (row["passage_text"], row["passage_before"], row["passage_after"]) == (
        "Tiếp 54 lượt/61 người.", "II. KẾT QUẢ", "Hết.")  # fmt: skip
    assert (row["status"], row["value"], row["decided_value"], row["reason"]) == (
        "corrected",
        54,
        45,
        "đọc nhầm",
    )
    assert (row["unit_name"], row["decided_by"], row["section"]) == ("An", "bình", "II")
    inside = world.ask("figures_in_passage", report_id=report, passage=2)
    assert [(one["figure_id"], one["value"]) for one in inside] == [(visits, 45), (persons, 61)]
    history = world.ask("decision_history", figure_id=visits)
    assert [(one["action"], one["value"]) for one in history] == [("correct", 45), ("confirm", None)]
    listed = world.ask("report_figures", report_id=report)
    assert [(one["figure_id"], one["status"], one["page"]) for one in listed] == [
        (visits, "corrected", 1),
        (persons, "unconfirmed", 1),
    ]


def test_the_text_of_a_report(world: World) -> None:
    report = world.report(AN, M06, source="narrative")
    for number in (2, 1):
        world.row("passage", report_id=report, number=number, kind="paragraph", text=f"đoạn {number}")
    assert [row["text"] for row in world.ask("report_passages", report_id=report)] == ["đoạn 1", "đoạn 2"]


def used(world: World, indicator: str, place: str, **more: object) -> list[tuple[str, str, float]]:
    rows = world.ask("figure_sources", place=place, period=M06, indicator=indicator, **more)
    return [(row["role"], row["unit_name"], row["value"]) for row in rows if row["used"]]


def test_a_rate_rests_on_its_parts(world: World) -> None:
    world.report(AN, M06, {"don_thu_ly": 142, "don_da_giai_quyet": 132, "ty_le_giai_quyet": 90})
    world.report(BINH, M06, {"don_thu_ly": 10, "don_da_giai_quyet": 10})
    assert used(world, "ty_le_giai_quyet", AN) == [("numerator", "An", 132), ("denominator", "An", 142)]
    assert used(world, "ty_le_giai_quyet", PROVINCE) == [
        ("numerator", "An", 132), ("numerator", "Bình", 10),
        ("denominator", "An", 142), ("denominator", "Bình", 10)]  # fmt: skip
    rows = world.ask("figure_sources", place=AN, period=M06, indicator="ty_le_giai_quyet")
    assert [(row["role"], row["used"]) for row in rows if row["value"] == 90] == [("value", False)]


def test_a_whole_area_report_s_number_rests_on_it_alone(world: World) -> None:
    world.report(PROVINCE, M06, {"tcd_luot": 100})
    world.report(AN, M06, {"tcd_luot": 40})
    assert used(world, "tcd_luot", PROVINCE) == [("value", "Đồng Nai", 100)]
    rows = world.ask("figure_sources", place=PROVINCE, period=M06, indicator="tcd_luot")
    assert [(row["unit_name"], row["basis"]) for row in rows] == [("Đồng Nai", "own"), ("An", "sum")]


def test_an_own_agency_s_figure_is_an_addend(world: World) -> None:
    world.report(PROVINCE, M06, {"tcd_luot": 10}, scope="own_agency")
    world.report(AN, M06, {"tcd_luot": 40})
    assert used(world, "tcd_luot", PROVINCE) == [("value", "An", 40), ("value", "Đồng Nai", 10)]


def test_a_computed_total_rests_on_the_kinds(world: World) -> None:
    report = world.report(AN, M06)
    for kind, number in (("kn", 5), ("tc", 2), ("knpa", 13)):
        world.figure(report, f"{kind}_tiep_nhan", number, counted_unit="đơn")
    assert used(world, "don_tiep_nhan", AN) == [("part", "An", 13), ("part", "An", 5), ("part", "An", 2)]
    world.figure(report, "don_tiep_nhan", 22)
    assert used(world, "don_tiep_nhan", AN) == [("value", "An", 22)]


def test_unconfirmed_is_not_used_when_only_confirmed_is_asked(world: World) -> None:
    world.figure(world.report(AN, M06, source="narrative"), "tcd_luot", 40)
    assert used(world, "tcd_luot", AN) == [("value", "An", 40)]
    assert used(world, "tcd_luot", AN, only_confirmed=True) == []


def test_rows_of_narratives_count_until_they_are_rejected(world: World) -> None:
    """Two courses in one row; one row confirmed, one undecided, one rejected."""
    report = world.report(AN, M06, source="narrative")
    for ordinal, topic, courses in ((1, "Hòa giải", 2), (2, "Tiếp công dân", None), (3, "Văn thư", 1)):
        world.row(
            "training_course", report_id=report, ordinal=ordinal, topic=topic, courses=courses, quote=topic,
            participants=40, held_month=date(2026, 4, 1) if ordinal == 1 else None,
        )  # fmt: skip
    for number, (ordinal, action) in enumerate([(1, "confirm"), (3, "confirm"), (3, "reject")]):
        world.row(
            "row_decision", decision_id=f"w{number}", report_id=report, list="training_course", action=action,
            ordinal=ordinal, decided_by="bình", stated=True, decided_at="2026-11-02", position=number,
        )  # fmt: skip
    rows = world.ask("training_courses", place=PROVINCE, period=M06)
    assert [(row["topic"], row["courses"], row["state"]) for row in rows] == [
        ("Hòa giải", 2, "confirmed"),
        ("Tiếp công dân", 1, "unconfirmed"),
    ]
    confirmed = world.ask("training_courses", place=PROVINCE, period=M06, only_confirmed=True)
    assert [row["topic"] for row in confirmed] == ["Hòa giải"]
    topics = world.ask("training_by_topic", place=PROVINCE, period=M06)
    assert [(row["topic"], row["courses"], row["participants_known"]) for row in topics] == [
        ("Hòa giải", 2, 2),
        ("Tiếp công dân", 1, 1),
    ]
    months = world.ask("training_by_month", place=PROVINCE, period=M06)
    assert [(row["month"], row["courses"]) for row in months] == [(date(2026, 4, 1), 2), (None, 1)]


def test_inspections_and_consultations_of_a_place(world: World) -> None:
    """The same inspection told by two reports of a unit is one; a rejected consultation is none."""
    for _ in range(2):
        report = world.report(AN, M06, source="narrative")
        world.row(
            "inspection", report_id=report, ordinal=1, inspected="04 xã", units=4, quote="kiểm tra 04 xã"
        )
        world.row("inspection", report_id=report, ordinal=2, topic="công vụ", planned=False, quote="công vụ")
    world.row(
        "consultation", report_id=report, ordinal=1, draft="Quy hoạch", asked=120, answered=114, quote=""
    )
    world.row("consultation", report_id=report, ordinal=2, draft="Đề án", asked=5, quote="")
    world.row(
        "row_decision", decision_id="w", report_id=report, list="consultation", ordinal=2, action="reject",
        decided_by="bình", stated=True, decided_at="2026-11-02", position=1,
    )  # fmt: skip
    inspections = world.ask("inspections", place=PROVINCE, period=M06)
    assert [(row["inspected"], row["units"], row["inspections"], row["planned"]) for row in inspections] == [
        ("04 xã", 4, 1, None),
        (None, None, 1, False),
    ]
    consultations = world.ask("consultations", place=AN, period=M06)
    assert [(row["draft"], row["asked"], row["in_favour"]) for row in consultations] == [
        ("Quy hoạch", 120, None)
    ]
    assert world.ask("consultations", place=AN, period=M06, only_confirmed=True) == []


def test_totals_of_sheets_known_and_unknown(world: World) -> None:
    report = world.report(PROVINCE, M06, source="narrative")
    for ordinal, sheet, name, unit, key in (
        (1, SHEET, "Chính quyền thân thiện", "xã An", AN),
        (2, None, "chuyển đổi số", "xã Lạ", None),
    ):
        world.row(
            "score_total", report_id=report, ordinal=ordinal, sheet=sheet, sheet_name=name, unit=unit,
            unit_key=key, points=70, maximum=80, quote=name,
        )  # fmt: skip
    rows = world.ask("score_totals", place=PROVINCE, period=M06)
    assert [(row["name"], row["scored"], row["sheet_name"], row["known"]) for row in rows] == [
        ("An", None, "Chính quyền thân thiện", True),
        ("Đồng Nai", "xã Lạ", "chuyển đổi số", False),
    ]


def test_a_narrative_s_criteria_make_a_total_only_when_all_are_there(world: World) -> None:
    """The sheet has six criteria: five of them say nothing of the total; a form's own sheet stands first."""
    criteria = ("dich_vu_cong", "dan_giam_sat", "cong_khai", "thai_do", "tiep_dan_don", "thu_hoi_dat")
    narrative = world.report(AN, M06, source="narrative")

    def score(report: str, ordinal: int, criterion: str, points: float) -> None:
        world.row(
            "score", report_id=report, ordinal=ordinal, unit_key=AN, sheet=SHEET, criterion=criterion,
            points=points, maximum=10, quote="",
        )  # fmt: skip

    for ordinal, criterion in enumerate(criteria[:5], start=1):
        score(narrative, ordinal, criterion, 8)
    assert world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)[AN]["points"] is None
    score(narrative, 6, criteria[5], 8)
    assert world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)[AN]["points"] == 48
    score(world.report(AN, M06), 1, criteria[0], 9)
    assert world.by_unit("scores_by_unit", place=PROVINCE, period=M06, sheet=SHEET)[AN]["points"] == 9


def test_how_often_people_left_the_reading_alone(world: World) -> None:
    report = world.report(AN, M06, source="narrative")
    said = [(0.97, "confirm"), (0.96, "confirm"), (0.95, "reject"), (0.72, "correct"), (0.9, None)]
    for number, (confidence, action) in enumerate(said):
        figure = world.figure(report, "tcd_luot", number, confidence=confidence)
        if action:
            world.decide(figure, action, **({"value": 9.0} if action == "correct" else {}))
    added = world.figure(report, "tcd_luot", 8, read_by="person")
    world.decide(added, "confirm")
    for more in ({"source": "form"}, {"source": "narrative", "illustrative": True}):
        world.decide(world.figure(world.report(BINH, M06, **more), "tcd_luot", 1), "confirm")
    rows = world.ask("reader_accuracy", place=None)
    assert [
        (row["least"], row["figures"], row["unchanged"], row["corrected"], row["rejected"]) for row in rows
    ] == [
        (0.95, 3, 2, 0, 1),
        (0.7, 1, 0, 1, 0),
    ]
    assert rows[0]["unchanged_percent"] == pytest.approx(200 / 3)
    assert world.ask("reader_accuracy", place=CUC) == []


def by_criterion(world: World, report: str, key: str, **points: tuple[float | None, float]) -> None:
    for ordinal, (criterion, (got, maximum)) in enumerate(points.items(), start=1):
        world.row("score", report_id=report, ordinal=ordinal, unit_key=key, sheet=SHEET, criterion=criterion,
                  points=got, maximum=maximum, quote="")  # fmt: skip


def test_what_separates_from_the_next_rank_and_mark(world: World) -> None:
    # An and Bình share rank 1 at 90 % of 80 points; Cúc has 60 of 80 = 75 %
    world.report(AN, M06, scored(72, 80))
    world.report(BINH, M06, scored(72, 80))
    report = world.report(CUC, M06, scored(60, 80))
    by_criterion(world, report, CUC, dich_vu_cong=(12, 20), dan_giam_sat=(10, 15), cong_khai=(12, 15),
                 thai_do=(11, 15), tiep_dan_don=(15, 15))  # fmt: skip
    rows = world.by_unit("score_next", place=PROVINCE, period=M06, sheet=SHEET)
    cuc = rows[CUC]
    # rank 1 is 90 % of 80 = 72: 12 more; the mark from 80 % begins at 64: 4 more
    assert (cuc["rank"], cuc["next_rank"], cuc["next_units"]) == (3, 1, 2)
    assert (cuc["points_to_next"], cuc["points_to_mark"]) == (pytest.approx(12), pytest.approx(4))
    assert cuc["next_mark_position"] == 3
    # room: 8, 5, 4, 3: one criterion is enough for 4, two give 13
    assert cuc["mark_criteria"] == ["dich_vu_cong"]
    assert cuc["next_criteria"] == ["dich_vu_cong", "dan_giam_sat"]
    assert cuc["room_points"] == 20
    best = rows[AN]
    assert (best["rank"], best["next_rank"], best["points_to_next"], best["next_criteria"]) == (
        1,
        None,
        None,
        None,
    )
    assert (best["next_mark_position"], best["points_to_mark"]) == (1, pytest.approx(4))


def test_a_sheet_without_marks_has_its_pass_to_reach(world: World) -> None:
    world.report(AN, M06, {"qd766_diem": 76.5, "qd766_diem_toi_da": 100})
    row = world.one("score_next", place=PROVINCE, period=M06, sheet="qd766")
    assert (row["next_mark_position"], row["points_to_mark"]) == (1, pytest.approx(3.5))


def test_at_the_best_mark_there_is_nothing_to_reach(world: World) -> None:
    world.report(AN, M06, scored(79, 80))
    row = world.one("score_next", place=PROVINCE, period=M06, sheet=SHEET)
    assert (row["next_mark_position"], row["points_to_mark"], row["room_points"]) == (None, None, None)
