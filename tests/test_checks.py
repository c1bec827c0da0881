"""The arithmetic of one report, worked by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from grassroots import checks, settings
from grassroots.indicators import indicators
from grassroots.issue_words import issue_remedy, issue_sentence
from grassroots.text import LANGUAGES


def figures(**values: Any) -> list[dict[str, Any]]:
    """Figures of a report: a value, or a dict of what else is known of it, by indicator."""
    rows = []
    for number, (indicator, value) in enumerate(values.items(), start=1):
        more = value if isinstance(value, dict) else {"value": value}
        rows.append({"figure_id": f"r-{number}", "indicator": indicator, "token": "", **more})
    return rows


def found(*rows: dict[str, Any]) -> list[tuple[str, float, float]]:
    return [(one["rule"], one["expected"], one["found"]) for one in checks.issues_of("r", rows)]


def test_the_sums_of_a_real_report_hold() -> None:
    """Đồng Phú, ten months of 2024."""
    real = figures(
        tcd_vu_viec=126,
        tcd_thuong_xuyen_vu_viec=69,
        tcd_lanh_dao_vu_viec=57,
        tcd_nguoi=128,
        tcd_thuong_xuyen_nguoi=70,
        tcd_lanh_dao_nguoi=58,
        don_thu_ly=142,
        don_da_giai_quyet=132,
        don_dang_giai_quyet=10,
        don_trong_han=6,
        don_qua_han=4,
        ty_le_giai_quyet={"value": 93.0, "token": "93 %"},
    )
    assert found(*real) == []


def test_parts_that_do_not_add_up() -> None:
    wrong = figures(tcd_luot=60, tcd_thuong_xuyen_luot=30, tcd_lanh_dao_luot=25)
    assert found(*wrong) == [("reception_visits", 60, 55)]
    (issue,) = checks.issues_of("r", wrong)
    assert (issue["difference"], issue["figure_ids"], issue["severity"]) == (
        -5,
        ["r-1", "r-2", "r-3"],
        "warning",
    )


def test_a_missing_part_is_not_zero() -> None:
    assert found(*figures(tcd_luot=60, tcd_thuong_xuyen_luot=30)) == []


def test_more_settled_than_accepted() -> None:
    assert found(*figures(don_thu_ly=10, don_da_giai_quyet=12)) == [("settled_of_accepted", 10, 12)]
    assert found(*figures(don_thu_ly=10, don_da_giai_quyet=10)) == []


@pytest.mark.parametrize(
    ("rule", "whole", "part", "severity"),
    [
        ("inspections_of_plan", "kiem_tra_ke_hoach_don_vi", "kiem_tra_don_vi", "warning"),
        ("violations_handled", "vi_pham", "vi_pham_da_xu_ly", "warning"),
        ("conferences_held", "hoi_nghi_cbccvc_phai_to_chuc", "hoi_nghi_cbccvc_don_vi", "error"),
        ("conferences_checked", "hoi_nghi_cbccvc_don_vi", "hoi_nghi_kiem_tra_6_thang", "error"),
        ("consulted_who_answered", "lay_y_kien_phieu_gui", "lay_y_kien_phieu_tra_loi", "error"),
        ("opinions_taken_up", "lay_y_kien_gop_y", "lay_y_kien_tiep_thu", "error"),
        ("households_voting", "bieu_quyet_ho_tong", "bieu_quyet_ho_tham_gia", "error"),
        ("households_agreeing", "bieu_quyet_ho_tham_gia", "bieu_quyet_ho_dong_y", "error"),
        ("households_voting_online", "bieu_quyet_ho_tham_gia", "bieu_quyet_truc_tuyen_ho", "error"),
        ("matters_voted_online", "bieu_quyet_noi_dung", "bieu_quyet_truc_tuyen_noi_dung", "error"),
        ("dialogue_opinions_settled", "doi_thoai_y_kien", "doi_thoai_y_kien_giai_quyet", "error"),
    ],
)
def test_no_part_exceeds_what_it_is_a_part_of(rule: str, whole: str, part: str, severity: str) -> None:
    assert found(*figures(**{whole: 412, part: 413})) == [(rule, 412, 413)]
    (issue,) = checks.issues_of("r", figures(**{whole: 412, part: 413}))
    assert issue["severity"] == severity
    assert found(*figures(**{whole: 412, part: 412})) == []
    assert found(*figures(**{part: 413})) == []  # a whole that nobody reported is not zero


def test_a_vote_whose_counts_hold_and_one_whose_do_not() -> None:
    """518 households entitled, 476 voted (120 of them online), 451 agreed: 94.7 % of those who voted."""
    vote = {"bieu_quyet_ho_tong": 518, "bieu_quyet_ho_tham_gia": 476, "bieu_quyet_truc_tuyen_ho": 120}
    assert found(*figures(**vote, bieu_quyet_ho_dong_y=451)) == []
    assert found(*figures(**vote, bieu_quyet_ho_dong_y=480)) == [("households_agreeing", 476, 480)]


def test_kinds_in_different_units_are_not_added() -> None:
    kinds = {"kn_tiep_nhan": 3, "tc_tiep_nhan": 1, "knpa_tiep_nhan": 5}
    petitions = {code: {"value": value, "counted_unit": "đơn"} for code, value in kinds.items()}
    total = {"value": 10, "counted_unit": "đơn"}
    assert found(*figures(don_tiep_nhan=total, **petitions)) == [("received_by_kind", 10, 9)]
    petitions["knpa_tiep_nhan"] = {"value": 5, "counted_unit": "vụ việc"}
    assert found(*figures(don_tiep_nhan=total, **petitions)) == []


def test_parts_of_a_report_are_checked_among_themselves() -> None:
    land = {"part": "đất đai"}
    rows = figures(
        don_thu_ly={"value": 10, **land}, don_da_giai_quyet=12, don_dang_giai_quyet={"value": 4, **land}
    )
    assert found(*rows) == []
    rows[1].update(land)
    assert found(*rows) == [("settled_and_open", 10, 16), ("settled_of_accepted", 10, 12)]


def test_approximate_figures_are_not_held_against_each_other() -> None:
    assert found(*figures(don_thu_ly={"value": 10, "approximate": "about"}, don_da_giai_quyet=12)) == []


@pytest.mark.parametrize(
    ("stated", "computed", "decimals", "fault"),
    [
        (93.0, 92.957746, 0, None),
        (93.0, 92.957746, 1, None),
        (92.96, 92.957746, 2, None),
        (84.57, 84.568, 2, None),
        (84.56, 84.568, 2, "truncated"),
        (92.0, 92.957746, 0, "truncated"),
        (84.6, 84.52, 1, "misrounded"),
        (84.5, 84.445, 1, "misrounded"),  # rounded twice: 84,45, then 84,5
        (94.0, 92.957746, 0, "rate"),
        (83.0, 92.957746, 0, "rate"),
        (93.1, 92.957746, 1, "rate"),
        (100.0, 100.0, 0, None),
        (12.5, 12.5, 1, None),
        (12.0, 12.5, 0, None),  # a half is rounded either way
        (13.0, 12.5, 0, None),
    ],
)
def test_a_stated_rate_is_held_against_its_counts(
    stated: float, computed: float, decimals: int, fault: str | None
) -> None:
    assert checks.rate_fault(stated, computed, decimals) == fault


def test_a_rate_is_rounded_as_it_is_written() -> None:
    counts = {"don_thu_ly": 142, "don_da_giai_quyet": 132}
    assert (
        found(*figures(**counts, ty_le_giai_quyet={"value": 92.9, "token": "92,9%"}))[0][0]
        == "rate_truncated"
    )
    assert found(*figures(**counts, ty_le_giai_quyet={"value": 93, "token": "93%"})) == []
    assert found(*figures(don_thu_ly=0, don_da_giai_quyet=0, ty_le_giai_quyet=100)) == []


def test_a_report_that_contradicts_itself() -> None:
    rows = [*figures(vi_pham=0), {"figure_id": "r-9", "indicator": "vi_pham", "value": 2.0, "token": "02"}]
    assert found(*rows) == [("stated_twice", 0, 2)]
    rows[1]["value"] = 0
    assert found(*rows) == []


def test_one_place_under_two_names() -> None:
    place = {"part_unit_key": "2025-07:101"}
    rows = figures(vi_pham={"value": 1, "part": "xã Tân Lập", **place})
    rows.append({**rows[0], "figure_id": "r-2", "value": 2, "part": "Tân Lập"})
    (one,) = checks.issues_of("r", rows)
    assert (one["rule"], json.loads(one["details"])["names"]) == (
        "one_place_two_names",
        ["Tân Lập", "xã Tân Lập"],
    )
    assert "“Tân Lập” và “xã Tân Lập” là một nơi" in issue_sentence(one)
    rows[1]["value"] = 1
    assert found(*rows) == []


def test_a_row_copied_into_another_place() -> None:
    def place(key: str, **values: float) -> list[dict[str, Any]]:
        rows = figures(**{code: {"value": value, "part": key} for code, value in values.items()})
        return [{**row, "figure_id": f"{key}-{row['figure_id']}", "part_unit_key": key} for row in rows]

    said = {"tcd_luot": 31, "tcd_nguoi": 44, "vi_pham": 2, "don_tiep_nhan": 17}
    first, second = place("a", **said), place("b", **said)
    assert [one["rule"] for one in checks.issues_of("r", [*first, *second])] == ["two_places_alike"]
    assert found(*first, *place("b", **{**said, "vi_pham": 3})) == []
    few = {"tcd_luot": 0, "tcd_nguoi": 0, "vi_pham": 1, "don_tiep_nhan": 1}
    assert found(*place("a", **few), *place("b", **few)) == [], "noughts and ones are alike anywhere"


def test_values_that_cannot_be() -> None:
    rows = figures(vi_pham=-1, hai_long_ty_le=104.5, tcd_luot=12.5, tap_huan_ngay=1.5, cqtt_diem=77.5)
    assert [(one["rule"], one["found"]) for one in checks.issues_of("r", rows)] == [
        ("negative", -1),
        ("over_hundred_percent", 104.5),
        ("not_whole", 12.5),
    ]
    negative, over, broken = (issue_sentence(one) for one in checks.issues_of("r", rows))
    assert negative.endswith("ghi số âm: -1") or negative.endswith("ghi số âm: −1")
    assert "104,5" in over and "12,5" in broken


def test_overdue_where_nothing_is_open() -> None:
    assert found(*figures(don_dang_giai_quyet=0, don_qua_han=2)) == [("overdue_of_open", 0, 2)]
    assert found(*figures(don_thu_ly=10, don_da_giai_quyet=10, don_qua_han=2)) == [
        ("settled_and_overdue", 10, 12)
    ]


def test_an_issue_is_named_by_what_it_says() -> None:
    """A decision on it holds though the figures are numbered otherwise, and ends when a number changes."""
    wrong = figures(tcd_luot=60, tcd_thuong_xuyen_luot=30, tcd_lanh_dao_luot=25)
    renumbered = [{**row, "figure_id": f"{row['figure_id']}0"} for row in wrong]
    (one,), (same,) = checks.issues_of("r", wrong), checks.issues_of("r", renumbered)
    assert one["issue_id"] == same["issue_id"]
    wrong[2]["value"] = 26
    assert checks.issues_of("r", wrong)[0]["issue_id"] != one["issue_id"]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Rules written by an office: the lines of its own checks.csv below the header."""

    def write(*lines: str) -> None:
        header = "rule,kind,severity,whole,parts,same_counted_unit,without,factor,at_least"
        (tmp_path / "checks.csv").write_text("\n".join([header, *lines]), encoding="utf-8")
        monkeypatch.setattr(settings, "REFERENCE", tmp_path)
        checks.rules.cache_clear()

    assert indicators()  # read before the folder is another
    yield write
    checks.rules.cache_clear()


def test_an_office_adds_a_rule_of_its_own(written: Callable[[str], None]) -> None:
    written("dialogue,at_most,note,doi_thoai_nguoi,doi_thoai_y_kien,no,,,")
    (one,) = checks.issues_of("r", figures(doi_thoai_nguoi=30, doi_thoai_y_kien=42))
    assert (one["rule"], one["severity"], one["expected"], one["found"]) == ("dialogue", "note", 30, 42)
    assert "(42) lớn hơn" in issue_sentence(one)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a,sums,error,don_thu_ly,don_qua_han,no,,,", "dòng 2: quy tắc “a” có kiểu “sums” không có"),
        ("a,sum,bad,don_thu_ly,don_qua_han,no,,,", "ghi mức “bad”"),
        ("a,sum,note,don_thu_li,don_qua_han,no,,,", "mã “don_thu_li” không có trong indicators.csv"),
        ("a,sum,note,don_thu_ly,,no,,,", "phải có mã ở cả cột whole và parts"),
        ("a,jump,note,,,no,,mười,", "ghi “mười” ở cột số"),
        (",sum,note,don_thu_ly,don_qua_han,no,,,", "thiếu tên quy tắc"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_said(line: str, said: str, written: Callable[[str], None]) -> None:
    written(line)
    with pytest.raises(checks.RuleFault) as fault:
        checks.rules()
    assert "data/reference/checks.csv" in fault.value.sentence() and said in fault.value.sentence()
    assert "{" not in fault.value.sentence("en")


def test_points_over_their_maximum() -> None:
    score = {"sheet": "s", "criterion": "c", "unit_key": "u", "maximum": 10.0}
    rows = [{**score, "points": points} for points in (9.5, 10.0, 10.5, None)]
    assert [(one["expected"], one["found"]) for one in checks.score_issues("r", rows)] == [(10.0, 10.5)]


def test_only_totals_of_form_and_narrative_are_compared() -> None:
    form = figures(don_thu_ly=10, vi_pham=0)
    text = figures(don_thu_ly=11, vi_pham={"value": 3, "part": "một xã"}, tap_huan_lop=2)
    (one,) = checks.differences("r", form, text)
    assert (one["expected"], one["found"], json.loads(one["details"])) == (
        11,
        10,
        {"indicator": "don_thu_ly"},
    )


def test_rules_name_indicators_of_the_catalogue() -> None:
    named = {code for rule in checks.rules().values() for code in (rule.whole, *rule.parts) if code}
    assert named <= set(indicators())


def test_every_rule_has_a_sentence_in_both_languages() -> None:
    details = {
        "indicator": "ty_le_giai_quyet",
        "whole": "don_thu_ly",
        "parts": ["don_qua_han"],
        "unit": "xã X",
    }
    details |= {"numerator": 132.0, "denominator": 142.0, "criterion": "c1", "sheet": "s"}  # type: ignore[dict-item]
    details |= {"period": "2026-m09", "other_period": "2026-m06", "unit_kind": "xã", "number": "1/BC"}
    details |= {"other_number": "2/BC", "quote": "q", "count": 4, "times": 10, "reports": 2, "units": 3}  # type: ignore[dict-item]
    details |= {"of_units": 3, "values": [1.0, 2.0], "names": ["A", "B"]}  # type: ignore[dict-item]
    details |= {"form": "01/TCD", "row": "Tổng số", "column": "1", "columns": "2+3", "cell": "B9"}
    for rule in checks.rules():
        issue = {"rule": rule, "expected": 10.0, "found": 12.5, "difference": 2.5, "details": details}
        for language in LANGUAGES:
            sentence = issue_sentence(issue, language)
            assert "{" not in sentence and len(sentence) > 20
            assert len(issue_remedy(issue, language)) > 20


def test_a_sentence_says_numbers_as_vietnamese_writes_them() -> None:
    (issue,) = checks.issues_of("r", figures(don_thu_ly=1420, don_da_giai_quyet=1320, don_dang_giai_quyet=90))
    sentence = issue_sentence(issue)
    assert "1.420" in sentence and "1.410" in sentence and "lệch 10" in sentence
