"""Scoring readings: matched as the shared conventions say, counted by hand here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from grassroots.accuracy.matching import match, same_part
from grassroots.accuracy.patterns import faults_of, kind_of_part
from grassroots.accuracy.scoring import Accuracy, score
from grassroots.accuracy.truth import Case, CaseFault, Truth, cases
from grassroots.cli import main
from grassroots.reading.model import Alternative, Figure, Place

TEXT = """Trong kỳ, Ủy ban đã tiếp 54 lượt công dân với 61 người; trong đó Chủ tịch tiếp 20 lượt công dân.
Đã giải quyết xong 12/15 đơn; không phát sinh đơn quá hạn."""


def row(code: str, value: float, quote: str, part: str = "", **more: Any) -> Truth:
    return Truth(
        tuple(code.split("|")), part, value, more.get("unit", ""), quote, more.get("optional", False)
    )


def figure(code: str, value: float, quote: str, part: str | None = None, **more: Any) -> Figure:
    return Figure(code, value, quote, Place(1), str(value), part=part, **{"read_by": "r", **more})


TRUTH = (
    row("tcd_luot", 54, "tiếp 54 lượt công dân"),
    row("tcd_nguoi", 61, "với 61 người"),
    row("tcd_lanh_dao_luot", 20, "Chủ tịch tiếp 20 lượt công dân", "Chủ tịch"),
    row("don_da_giai_quyet", 12, "Đã giải quyết xong 12/15 đơn"),
    row("don_thu_ly|don_tiep_nhan", 15, "Đã giải quyết xong 12/15 đơn"),
    row("don_qua_han", 0, "không phát sinh đơn quá hạn"),
    row("vi_pham", 3, "nơi khác có 3 vụ", optional=True),
)


def scored(*read: Figure) -> Accuracy:
    accuracy = Accuracy()
    accuracy.add(Case("bài", TEXT, TRUTH), read)
    return accuracy


def patterns(accuracy: Accuracy) -> list[tuple[str, str, str]]:
    return sorted((one.kind, one.pattern, one.indicator) for one in accuracy.faults)


def test_what_is_right_what_is_missed_and_what_is_false() -> None:
    accuracy = scored(
        figure("tcd_luot", 54, "đã tiếp 54 lượt công dân", confidence=0.97),
        figure("tcd_lanh_dao_luot", 20, "Chủ tịch tiếp 20 lượt công dân", confidence=0.85),
        figure("don_tiep_nhan", 15, "giải quyết xong 12/15 đơn", confidence=0.85),
        figure("don_da_giai_quyet", 120, "giải quyết xong 12/15 đơn", confidence=0.6),
        figure("tcd_dinh_ky_nguoi", 61, "công dân với 61 người", confidence=0.97),
        figure("no_indicator", 1, "không đếm gì"),
    )
    whole = accuracy.whole
    assert (whole.right, whole.strict, whole.read, whole.wanted) == (3, 2, 5, 6)
    assert (whole.precision(), whole.recall(), whole.recall(strict=True)) == (0.6, 0.5, pytest.approx(1 / 3))
    assert whole.f1() == pytest.approx(6 / 11)
    assert patterns(accuracy) == [
        ("false", "taken", "don_da_giai_quyet"),
        ("false", "taken", "tcd_dinh_ky_nguoi"),
        ("missed", "indicator", "tcd_nguoi"),
        ("missed", "value", "don_da_giai_quyet"),
        ("missed", "zero", "don_qua_han"),
        ("part", "missing", "tcd_lanh_dao_luot"),
    ]
    assert [
        (band.least, band.figures, band.right, band.strict) for band in accuracy.bands if band.figures
    ] == [
        (0.5, 1, 0, 0),
        (0.8, 2, 2, 1),
        (0.95, 2, 1, 1),
    ]
    assert (accuracy.by_subject["reception"].right, accuracy.by_part["post"].wanted) == (2, 1)


def test_an_optional_row_is_neither_a_miss_nor_false() -> None:
    accuracy = scored(figure("vi_pham", 3, "nơi khác có 3 vụ việc"))
    assert (accuracy.whole.right, accuracy.whole.read, accuracy.whole.wanted) == (0, 0, 6)


def test_equal_values_find_their_own_rows() -> None:
    text = "Xã An tiếp 5 lượt công dân, xã Bình tiếp 5 lượt công dân."
    truth = tuple(row("tcd_luot", 5, text, part) for part in ("Bình", "An"))
    read = [figure("tcd_luot", 5, text, part) for part in ("xã An", "xã Bình")]
    assert [one.strict for one in match(Case("c", text, truth), read).matches] == [True, True]


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ("", "", True), ("", "xã An", False), ("An", "xã An", True), ("xã An", "An", False),
        ("?An", "", True), ("An", "", False), ("6T2019", "cùng kỳ năm 2019", True),
        ("UBND tỉnh", "ubnd", True),
    ],
)  # fmt: skip
def test_parts_are_the_same_by_their_words(wanted: str, got: str, same: bool) -> None:
    assert same_part(wanted, got) is same


@pytest.mark.parametrize(
    ("quote", "value", "unit", "pattern"),
    [
        ("có 17 lượt (trong đó 5 lượt đông người)", 5, "", "bracket"),
        ("tiếp 17 lượt (mười đoàn) với 21 người", 21, "", "bracket"),
        ("đạt tỷ lệ 93,5% số đơn", 93.5, "", "percent"),
        ("giải quyết 30/44 người", 44, "", "slash"),
        ("mở hai lớp tập huấn", 2, "", "words"),
        ("số đơn tố cáo là 1.204, còn lại", 1204, "", "unnamed"),
        ("ghi nhận 7 ý kiến khen", 7, "", "wording"),
    ],
)
def test_what_was_not_read_is_named_by_how_it_is_written(
    quote: str, value: float, unit: str, pattern: str
) -> None:
    case = Case("c", quote, (row("tcd_luot", value, quote, unit=unit),))
    assert [one.pattern for one in faults_of(case, match(case, []))] == [pattern]


def test_the_right_indicator_offered_as_another_way_to_read() -> None:
    other = (Alternative("tcd_nguoi", None, 0.4),)
    accuracy = scored(figure("tcd_luot", 61, "với 61 người", alternatives=other))
    assert ("missed", "indicator", "tcd_nguoi") in patterns(accuracy), "read as another indicator comes first"
    truth = (row("tcd_nguoi", 61, "với 61 người"), row("tcd_luot", 61, "với 61 người"))
    case = Case("c", TEXT, truth)
    read = [figure("tcd_luot", 61, "công dân với 61 người", alternatives=other)]
    assert [one.pattern for one in faults_of(case, match(case, read))] == ["offered"]


def test_kinds_of_parts() -> None:
    said = {"": "own", "6T2019": "period", "Chủ tịch xã": "post", "cấp huyện": "level", "xã An": "place"}
    said |= {"HĐND tỉnh": "body", "đất đai": "other", "?Chủ tịch": "post"}
    assert {part: kind_of_part(part) for part in said} == said


def write(folder: Path, table: str, text: str | None = TEXT) -> Path:
    (folder / "a.truth.csv").write_text(table, encoding="utf-8")
    if text is not None:
        (folder / "a.txt").write_text(f"nguồn\n[EXCERPT]\n{text}\n", encoding="utf-8")
    return folder


HEADER = "indicator,value,unit,quote\n"


def test_a_folder_is_read_and_scored(tmp_path: Path) -> None:
    table = HEADER + "tcd_luot,54,lượt,tiếp 54 lượt công dân\n?don_thu_ly|don_tiep_nhan,15,đơn,12/15 đơn\n"
    (case,) = cases(write(tmp_path, table))
    assert (
        case.text == TEXT
        and case.truth[1].optional
        and case.truth[1].codes == ("don_thu_ly", "don_tiep_nhan")
    )
    assert score([case]).whole.recall() == 1


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        (HEADER, None, "thiếu tệp a.txt"),
        ("indicator,value\n", TEXT, "thiếu cột unit"),
        (HEADER + "tcd_luot,nhiều,,q\n", TEXT, "dòng 2: cột value ghi “nhiều”"),
        (HEADER + "@xã An,5,,q\n", TEXT, "thiếu mã chỉ tiêu"),
    ],
)
def test_a_bad_case_is_said(table: str, text: str | None, said: str, tmp_path: Path) -> None:
    with pytest.raises(CaseFault):
        list(cases(write(tmp_path, table, text)))
    result = CliRunner().invoke(main, ["accuracy", str(tmp_path)])
    assert result.exit_code == 1 and said in result.output and "a.t" in result.output


def test_a_folder_without_cases_is_said(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["accuracy", str(tmp_path), "--lang", "en"])
    assert result.exit_code == 1 and "no file named *.truth.csv" in result.output


def test_the_command_tells_the_score_and_each_fault(tmp_path: Path) -> None:
    table = HEADER + "tcd_luot,54,lượt,tiếp 54 lượt công dân\ntcd_lanh_dao_nguoi,61,người,với 61 người\n"
    write(tmp_path, table)
    told = CliRunner().invoke(main, ["accuracy", str(tmp_path), "--show"]).output
    assert (
        "Bỏ sót: đọc thành chỉ tiêu khác (1)" in told and "“với 61 người”" in told and "a: tcd_lanh" in told
    )
    plain = json.loads(CliRunner().invoke(main, ["accuracy", str(tmp_path), "--json"]).output)
    assert plain["wanted"] == 2 and plain["plain_recall"] == 0.5
    assert {"case", "kind", "pattern", "quote", "instead"} <= set(plain["faults"][0])
    assert sum(band["figures"] for band in plain["calibration"]) == plain["read"]


def test_every_fault_has_a_name_in_both_languages(tmp_path: Path) -> None:
    from grassroots.accuracy import patterns as named
    from grassroots.text import LANGUAGES, t

    kinds = {
        "missed": named.MISSED,
        "false": ("taken", "repeat", "alone"),
        "part": ("missing", "added", "other"),
    }
    for language in LANGUAGES:
        assert all(t(f"accuracy.{kind}.{one}", language) for kind, every in kinds.items() for one in every)


@pytest.mark.slow
def test_the_figures_are_those_of_the_shared_scorer(shared: Path, tmp_path: Path) -> None:
    """Both count the same on published reports, which lie beside the project.

    On a third of them, since the other starts a process for each.
    """
    for truth in sorted((shared / "reports").glob("*.truth.csv"))[::3]:
        for file in (truth, truth.with_name(truth.name.replace(".truth.csv", ".txt"))):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    folder, reader = tmp_path, f"{sys.executable} -m grassroots read {{file}} --json"
    out = subprocess.run(
        [sys.executable, str(shared / "tools" / "score_reading.py"), "--cases", str(folder),
         "--reader", reader],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    whole = score(cases(folder)).whole
    for name, right in (("plain", whole.right), ("strict", whole.strict)):
        line = next(line for line in out.splitlines() if line.startswith(f"{name}:"))
        assert f"({right} right, {whole.read} read, {whole.wanted} in truth, 0 cases failed)" in line
