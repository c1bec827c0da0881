"""Figures that people add and decisions they take back: appended, in the journal, alive after a rebuild."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import made_files as files
import pytest

from grassroots import queries, reading, store
from grassroots.quoting import find_quote, token_of
from grassroots.reading.model import Alternative, Reading
from grassroots.store import reading_pool, reading_worker
from grassroots.store.outcome import Problem
from grassroots.store.preparing import Prepared
from grassroots.store.reading_worker import Job

WORDS = "đã giải quyết 132/142 đơn"
SENTENCE = f"Tổng số đơn thụ lý giải quyết trong kỳ là 142 đơn, {WORDS}, hiện còn 10 đơn đang giải quyết.\n"


def report(path: Path) -> Path:
    files.narrative(path)
    path.write_text(path.read_text(encoding="utf-8") + SENTENCE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def loaded(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with one report, loaded once for all tests, and that report."""
    folder = shutil.copytree(empty_store, tmp_path_factory.mktemp("loaded") / "store")
    result = store.load_files([report(folder.parent / "a.txt")], by="An", folder=folder).results[0]
    assert result.report_id is not None
    return folder, result.report_id


@pytest.fixture
def report_id(loaded: tuple[Path, str], store_folder: Path) -> str:
    """That report, in a copy of the store."""
    shutil.copytree(loaded[0], store_folder, dirs_exist_ok=True)
    return loaded[1]


def _read_here(jobs: Sequence[Job], *_: object) -> Iterator[Prepared | Problem]:
    yield from map(reading_worker.read, jobs)


def held() -> dict[str, tuple[str, float]]:
    """By indicator, the status and value that hold."""
    rows = store.Reader().rows("select indicator, status, value from figure_decided order by ordinal")
    return {row["indicator"]: (row["status"], row["value"]) for row in rows}


def history(figure_id: str) -> list[dict[str, Any]]:
    return store.Reader().rows(queries.query("decision_history").sql, {"figure_id": figure_id})


def test_an_added_figure_counts_with_its_words_and_who(report_id: str) -> None:
    text = "  ĐÃ giai quyet 132/142\tđơn"
    added = store.add_figure(
        report_id, indicator="vi_pham", value=132, quote=text, by="Bình", part="xã Tân Hưng"
    )
    (figure,) = added.figures
    assert (figure["status"], figure["decided_by"], figure["read_by"]) == ("confirmed", "Bình", "person")
    assert figure["token"] == "132" and figure["quote"] == WORDS
    whole = store.Reader().rows(
        "select text from passage where number = $number", {"number": figure["passage"]}
    )[0]["text"]
    assert whole[figure["quote_start"] : figure["quote_end"]] == WORDS
    assert figure["part_unit_key"] == files.TAN_HUNG
    assert [row["added"] for row in history(figure["figure_id"])] == [True]
    assert set(figure) - {"report_id"} == {one.name for one in queries.query("report_figures").columns}


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("quote_not_found", {"quote": "số liệu không có trong báo cáo"}),
        ("quote_not_found", {"quote": "2"}),
        ("quote_in_several_places", {"quote": "đơn"}),
        ("unknown_indicator", {"indicator": "nonsense"}),
        ("no_value", {"value": float("nan")}),
        ("unknown_report", {"report_id": "nonsense"}),
        ("no_name", {"by": " "}),
    ],
)
def test_what_can_not_be_added_is_refused(
    report_id: str, store_folder: Path, code: str, call: dict[str, Any]
) -> None:
    before = (store_folder / "journal.jsonl").read_bytes()
    with pytest.raises(store.DecisionRefused) as refused:
        store.add_figure(
            **{
                "report_id": report_id,
                "indicator": "vi_pham",
                "value": 1.0,
                "quote": WORDS,
                "by": "Bình",
                **call,
            }
        )
    assert refused.value.code == code
    assert (store_folder / "journal.jsonl").read_bytes() == before


def test_a_figure_that_was_read_just_so_is_confirmed_instead(report_id: str) -> None:
    before = held()
    assert before["don_da_giai_quyet"][0] == "unconfirmed"
    store.add_figure(report_id, indicator="don_da_giai_quyet", value=132, quote=WORDS, by="Bình")
    assert held() == {**before, "don_da_giai_quyet": ("confirmed", 132)}


def test_undoing_brings_back_what_held_before(report_id: str) -> None:
    figure_id = f"{report_id}-1"
    indicator, before = next(iter(held().items()))
    store.decide(figure_id, "confirm", by="Bình")
    corrected = store.decide(figure_id, "correct", by="Chi", value=7, reason="thử")
    assert held()[indicator] == ("corrected", 7)
    (now,) = store.withdraw(corrected.decision_id, by="Dung").figures
    assert (now["status"], now["decided_value"], now["decided_by"]) == ("confirmed", before[1], "Bình")
    store.withdraw(figure_id, by="Dung")
    assert held()[indicator] == before
    shown = [(row["action"], row["decided_by"], row["withdrawn_by"]) for row in history(figure_id)]
    assert shown == [("correct", "Chi", "Dung"), ("confirm", "Bình", "Dung")]
    with pytest.raises(store.DecisionRefused) as refused:
        store.withdraw(figure_id, by="Dung")
    assert refused.value.code == "nothing_to_withdraw"


def test_many_confirmed_at_once_are_taken_back_at_once(report_id: str) -> None:
    before = held()
    ids = [row["figure_id"] for row in store.Reader().rows("select figure_id from figure order by ordinal")]
    store.decide(ids[0], "reject", by="Bình", reason="thử")
    (decided,) = store.confirm(ids, by="Chi")
    assert [row["figure_id"] for row in decided.figures] == ids[1:], "what was decided is left alone"
    assert store.confirm(ids, by="Chi") == []
    assert store.status().undecided_figures == 0
    store.withdraw(decided.entry_id, by="Chi")
    indicator = next(iter(before))
    assert held() == {**before, indicator: ("rejected", before[indicator][1])}


def test_an_addition_taken_back_counts_no_more(report_id: str) -> None:
    undecided = store.status().undecided_figures
    added = store.add_figure(report_id, indicator="vi_pham", value=132, quote=WORDS, by="Bình")
    store.withdraw(added.figures[0]["figure_id"], by="Bình")
    assert held()["vi_pham"][0] == "rejected"
    assert store.status().undecided_figures == undecided


def test_a_correction_of_what_is_counted_holds(report_id: str) -> None:
    rows = store.Reader().rows("select figure_id from figure where indicator = 'don_thu_ly'")
    (figure,) = store.decide(
        rows[0]["figure_id"],
        "correct",
        by="Bình",
        counted_unit="vụ việc",
        indicator="kn_da_giai_quyet",
        reason="thử",
    ).figures
    assert (figure["decided_counted_unit"], figure["decided_indicator"]) == ("vụ việc", "kn_da_giai_quyet")


def test_a_rebuild_keeps_additions_and_what_was_taken_back(report_id: str, store_folder: Path) -> None:
    added = store.add_figure(report_id, indicator="vi_pham", value=132, quote=WORDS, by="Bình", reason="sót")
    figure_id = added.figures[0]["figure_id"]
    store.decide(figure_id, "correct", by="Chi", value=131, reason="thử")
    rejected = store.decide(f"{report_id}-1", "reject", by="Chi", reason="thử")
    store.withdraw(rejected.decision_id, by="Dung")
    store.withdraw(figure_id, by="Dung")
    line = json.loads((store_folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()[1])
    assert line["figure"]["sha256"].startswith(report_id) and line["figure"]["quote"] == WORDS

    def everything() -> dict[str, list[dict[str, Any]]]:
        reader = store.Reader()
        tables = ("figure", "figure_alternative", "decision", "withdrawal", "figure_decided", "journal_entry")
        return {name: sorted(reader.rows("from query_table($t)", {"t": name}), key=repr) for name in tables}

    before = everything()
    assert held()["vi_pham"] == ("confirmed", 132)
    summary = store.rebuild()
    assert (summary.changed, summary.orphaned) == ((), ())
    assert everything() == before


def test_another_copy_of_a_report_with_an_addition_is_still_a_copy(report_id: str, tmp_path: Path) -> None:
    store.add_figure(report_id, indicator="vi_pham", value=132, quote=WORDS, by="Bình")
    other = report(tmp_path / "b.txt")
    other.write_text(other.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert store.load_files([other], by="An").results[0].outcome == "copy"


def test_other_readings_are_stored_likeliest_first(
    store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = reading.read_file
    others = (Alternative("kn_da_giai_quyet", None, 0.1), Alternative("tc_thu_ly", "năm 2023", 0.3))

    def read_file(path: Path) -> Reading:
        read = really(path)
        last = replace(read.figures[-1], alternatives=others)
        return replace(read, figures=(*read.figures[:-1], last))

    monkeypatch.setattr(reading, "read_file", read_file)
    # in this process: another one would not know of the stand-in
    monkeypatch.setattr(reading_pool, "read_all", _read_here)
    result = store.load_files([report(tmp_path / "a.txt")], by="An").results[0]
    rows = store.Reader().rows(
        "select * from figure_alternative where figure_id = $id order by ordinal",
        {"id": f"{result.report_id}-{result.figures}"},
    )
    assert [tuple(row.values()) for row in rows] == [
        (f"{result.report_id}-{result.figures}", 1, "tc_thu_ly", "năm 2023", 0.3),
        (f"{result.report_id}-{result.figures}", 2, "kn_da_giai_quyet", None, 0.1),
    ]


def test_words_are_found_whatever_their_spaces_and_marks() -> None:
    text = "Tổng số  đơn: 142 đơn; đơn quá hạn: 12 đơn."
    decomposed = "đơn quá hạn"
    (found,) = find_quote("TONG so don", [(4, text)])
    assert (found.passage, found.start, found.end, found.text) == (4, 0, 12, "Tổng số  đơn")
    (found,) = find_quote("quá hạn", [(1, decomposed)])
    assert found.text == "quá hạn"
    assert find_quote("12 đơn", [(1, "126 12 đơn")])[0].start == 4
    assert [one.start for one in find_quote("an", [(1, "An và an, ân")])] == [6], "the very letters go first"
    assert find_quote("x", [(1, "x")]) == []


def test_the_number_of_a_quote_is_told_by_its_value() -> None:
    assert token_of("đạt 77,5/80,5 điểm", 80.5) == "80,5"
    assert token_of("có 1.234 lượt", 1234) == "1.234"
    assert token_of("không có vi phạm", 0) == "không có vi phạm"
