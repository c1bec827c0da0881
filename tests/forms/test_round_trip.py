"""The sheets of what resolutions ask to be watched: form → filled → loaded → page, once for all four."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from grassroots import queries, store
from grassroots.forms import (
    ConsultationEntry,
    DialogueEntry,
    FormContent,
    InspectionEntry,
    Score,
    VoteEntry,
    make_form,
)
from grassroots.forms.layout import layout
from grassroots.periods import Period
from grassroots.reading.form import read_form
from grassroots.reading.model import UnreadableReport
from grassroots.units import unit
from tests.pages.conftest import Open, bodies, boundaries, dashboard, said

__all__ = ["boundaries", "dashboard"]  # fixtures
PHU, PERIOD = "2025-07:25363", Period(2026, "m09")

CONTENT = FormContent(
    issued_on=date(2026, 10, 5),
    values={
        "kiem_tra_ke_hoach": 1, "kiem_tra_ke_hoach_don_vi": 6, "kiem_tra_don_vi": 5, "vi_pham": 0,
        "bieu_quyet_noi_dung": 1, "bieu_quyet_ho_tong": 210, "bieu_quyet_ho_tham_gia": 189,
        "bieu_quyet_truc_tuyen_noi_dung": 1, "lay_y_kien_cuoc": 1, "doi_thoai_cuoc": 1,
        "tcd_dinh_ky_ngay": 36, "tcd_dinh_ky_ngay_quy_dinh": 39, "hoi_nghi_cbccvc_don_vi": 7,
        "hoi_nghi_cbccvc_phai_to_chuc": 8, "ttnd_cuoc_giam_sat": 4, "trang_ttdt_xa": 1,
        "hai_long_ty_le": 91.5,
    },
    inspections=(
        InspectionEntry("Ấp 3", date(2026, 4, 8), "UBND xã", "Công khai thu chi", 1, "planned", "Đủ"),
    ),
    consultations=(
        ConsultationEntry("Dự thảo quy ước ấp 3", "UBND xã", "Hộ dân ấp 3", date(2026, 3, 2),
                          date(2026, 3, 20), 120, 114, 30, 11),
    ),
    votes=(
        VoteEntry("Làm đường ấp 3", "Ấp 3", date(2026, 5, 10), "online", 210, 189, 64, 180, "passed"),
        VoteEntry("Mức đóng góp quỹ"),
    ),
    dialogues=(DialogueEntry("Quy hoạch đất", "Chủ tịch UBND xã", date(2026, 6, 1), 85, 14, 12),),
    scores=(
        Score("thai_do", 13, self_points=14.5, council_points=13.5, evidence="Kế hoạch 12/KH-UBND"),
        Score("cong_khai", self_points=18),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("form") / "bieu.xlsx"
    file.write_bytes(make_form(unit(PHU), PERIOD, content=CONTENT))
    return file


@pytest.fixture(scope="module")
def loaded(form: Path, empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A store into which the form was loaded, as an office would."""
    import shutil

    folder = tmp_path_factory.mktemp("loaded") / "store"
    shutil.copytree(empty_store, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRASSROOTS_STORE", str(folder))
        assert store.load_files([form], by="an").results[0].outcome == "new"
        yield folder


def asked(folder: Path, name: str, **more: Any) -> list[dict[str, Any]]:
    given = {"place": PHU, "period": "2026-m09", "only_confirmed": False, **more}
    return queries.run(store.Reader(folder), name, **given).to_dict("records")  # type: ignore[return-value]


def test_every_sheet_is_read_as_it_was_filled(form: Path) -> None:
    read = read_form(form)
    (inspection,), (consultation,), (dialogue,) = read.inspections, read.consultations, read.dialogues
    assert (inspection.inspected, inspection.planned, inspection.units) == ("Ấp 3", True, 1)
    assert (consultation.deadline, consultation.asked, consultation.taken_up) == (date(2026, 3, 20), 120, 11)
    first, second = read.votes
    assert (first.way, first.entitled, first.voted, first.voted_online, first.agreed) == (
        "online",
        210,
        189,
        64,
        180,
    )
    assert (second.matter, second.entitled, second.result) == ("Mức đóng góp quỹ", None, None)
    assert (dialogue.chaired_by, dialogue.attended, dialogue.settled) == ("Chủ tịch UBND xã", 85, 12)
    assert (first.place.sheet, first.place.cell) == ("Biểu quyết", "B6:J6")
    assert "Nội dung biểu quyết: Làm đường ấp 3" in first.quote


def test_what_was_loaded_answers_the_questions(loaded: Path) -> None:
    (inspection,) = asked(loaded, "inspections")
    assert (inspection["inspected_by"], inspection["planned"], inspection["sheet"]) == (
        "UBND xã",
        True,
        "Kiểm tra",
    )
    (consultation,) = asked(loaded, "consultations")
    assert (consultation["answered"], consultation["opinions"], consultation["taken_up"]) == (114, 30, 11)
    votes = asked(loaded, "votes")
    assert [vote["matter"] for vote in votes] == ["Làm đường ấp 3", "Mức đóng góp quỹ"]
    assert votes[0]["turnout_percent"] == 90.0 and round(votes[0]["agreed_percent"], 1) == 95.2
    (dialogue,) = asked(loaded, "dialogues")
    assert (dialogue["opinions"], dialogue["settled"], dialogue["state"]) == (14, 12, "form")


def test_the_page_shows_each_topic_with_its_list(
    loaded: Path, dashboard: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRASSROOTS_STORE", str(loaded))
    listed = {
        "inspection": ("5/6", "Nơi được kiểm tra", "Ấp 3"),
        "consultations": ("Dự thảo quy ước ấp 3", "Hạn trả lời", "20/3/2026"),
        "votes": ("189/210", "Hình thức", "Trực tuyến"),
        "dialogues": ("36", "Người chủ trì", "Chủ tịch UBND xã"),
    }
    for topic, (told, column, value) in listed.items():
        app = dashboard(None, "participation", place=PHU, period="2026-m09", topic=topic)
        table = app.dataframe[0].value
        assert value in [str(one) for one in table[column]], topic
        assert told in said(app) or told in table.to_string(), topic
    for topic, told in (("conferences", "7/8"), ("boards", "4"), ("digital", "1"), ("satisfaction", "91,5")):
        app = dashboard(None, "participation", place=PHU, period="2026-m09", topic=topic)
        shown = next(body for body in bodies(app) if "g-participation" in body)
        assert f">{told}" in shown.replace(" ", ""), topic


def test_who_gave_how_many_points_makes_the_round_trip(form: Path, loaded: Path) -> None:
    scores = {one.criterion: one for one in read_form(form).scores}
    attitude, openness = scores["thai_do"], scores["cong_khai"]
    assert (attitude.points, attitude.self_points, attitude.council_points) == (13, 14.5, 13.5)
    assert attitude.evidence == "Kế hoạch 12/KH-UBND"
    # marked by the unit itself alone: nothing that counts
    assert (openness.points, openness.self_points, openness.evidence) == (None, 18, None)
    given = {"place": PHU, "period": "2026-m09", "sheet": "cqtt_minh_hoa"}
    rows = queries.run(store.Reader(loaded), "score_criteria", **given).set_index("criterion")
    assert list(rows.loc["thai_do", ["points", "self_points", "council_points", "evidence"]]) == [
        13, 14.5, 13.5, "Kế hoạch 12/KH-UBND",
    ]  # fmt: skip


def test_own_points_above_the_maximum_are_refused_with_their_cell(form: Path, tmp_path: Path) -> None:
    book = load_workbook(form)
    scores = layout().scores
    sheet = book[scores.sheet]
    row = next(row for row in range(1, 30) if sheet[scores.cell("criterion", row)].value == "thai_do")
    sheet[scores.cell("self_points", row)] = 15.5
    book.save(tmp_path / "sai.xlsx")
    with pytest.raises(UnreadableReport) as raised:
        read_form(tmp_path / "sai.xlsx")
    assert (raised.value.code, raised.value.place) == ("form_problem.above_maximum", f"Chấm điểm!H{row}")


def test_a_part_that_exceeds_its_whole_is_refused_with_its_cell(form: Path, tmp_path: Path) -> None:
    book = load_workbook(form)
    book["Biểu quyết"]["G6"] = 250
    book.save(tmp_path / "sai.xlsx")
    with pytest.raises(UnreadableReport) as raised:
        read_form(tmp_path / "sai.xlsx")
    assert raised.value.code == "form_problem.more_than_whole" and raised.value.place == "Biểu quyết!G6"


def test_a_form_of_version_1_is_still_read(tmp_path: Path) -> None:
    """As it was handed out: without the four sheets, and saying its version."""
    file = tmp_path / "cu.xlsx"
    file.write_bytes(make_form(unit(PHU), PERIOD, content=FormContent(values={"vi_pham": 0})))
    book = load_workbook(file)
    for table in layout().lists.values():
        del book[table.sheet]
    first = book[layout().particulars_sheet]
    first.cell(layout("1").hidden_rows["form_version"], 3).value = "1"
    book[layout().scores.sheet].delete_cols(8, 3)  # what version 2 added at the right
    book.save(file)
    read = read_form(file)
    assert [figure.indicator for figure in read.figures] == ["vi_pham"]
    assert (read.votes, read.dialogues, read.inspections, read.consultations) == ((), (), (), ())


def test_another_list_is_a_revision_not_a_copy(
    loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    monkeypatch.setenv("GRASSROOTS_STORE", str(loaded))
    file = tmp_path / "sua.xlsx"
    changed = replace(CONTENT, votes=CONTENT.votes[:1])
    file.write_bytes(make_form(unit(PHU), PERIOD, content=changed))
    assert store.load_files([file], by="an").results[0].outcome == "revision"
    assert [vote["matter"] for vote in asked(loaded, "votes")] == ["Làm đường ấp 3"]
