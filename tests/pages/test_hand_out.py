"""The button at the foot of a page, and what it hands out: the very figures of the page."""

from __future__ import annotations

import io

from docx import Document
from made_world import World
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from grassroots import briefs, store
from grassroots.agenda import Agenda, Pin
from grassroots.briefs.agenda import Pinned
from grassroots.widgets import hand_out
from tests.pages.conftest import PROVINCE, Open, said

AT = {"place": PROVINCE, "period": "2026-m09", "base": "2025-m09"}


def _opened(app: AppTest) -> AppTest:
    app.session_state["hand_out_open"] = True
    return app.run()


def _offered(app: AppTest) -> list[str]:
    return [
        one.proto.id.rpartition("hand_out_")[2]
        for one in app.get("download_button")
        if "hand_out_" in one.proto.id
    ]


def test_nothing_is_prepared_before_the_button_is_opened(dashboard: Open, full: World) -> None:
    app = dashboard(full, "complaints", **AT)
    assert not _offered(app)
    assert _offered(_opened(app)) == list(briefs.ENDINGS)


def test_the_files_have_the_figures_of_the_page(dashboard: Open, full: World, monkeypatch) -> None:
    made: list[briefs.Asked] = []
    asked_of = hand_out.asked_of
    monkeypatch.setattr(hand_out, "asked_of", lambda *given: made.append(asked_of(*given)) or made[-1])
    app = _opened(dashboard(full, "complaints", **AT, scenario="settle~overdue~all"))
    assert "155/162 đơn" in said(app)
    book = CalamineWorkbook.from_filelike(io.BytesIO(briefs.hand_out(made[-1], "xlsx")))
    total = next(row for row in book.get_sheet_by_index(0).to_python() if row[0] == "Cộng các dòng đang hiện")
    assert total[4:6] == [162, 155]
    document = Document(io.BytesIO(briefs.hand_out(made[-1], "docx")))
    assert any(
        "đã giải quyết 155/162 đơn, đạt tỷ lệ 95,7\u202f%" in line.text for line in document.paragraphs
    )
    assert hand_out.file_name(made[-1], "xlsx") == "complaints_75_2026-m09_gia_dinh.xlsx"


def test_pages_of_reports_hand_out_nothing(dashboard: Open, full: World) -> None:
    assert not _offered(_opened(dashboard(full, "reports", **AT)))


def test_an_agenda_is_handed_out_with_each_pins_choices(dashboard: Open, full: World, monkeypatch) -> None:
    pins = (
        Pin("complaints", "petitions_by_unit", {**AT, "scenario": "settle~overdue~all"}, "Vì sao?", "Nếu …"),
        Pin("overview", "number_don_qua_han", {**AT, "base": "none"}),
    )
    store.save_agenda(Agenda("giao-ban", "Giao ban", pins), by="Lan")
    made: list[list[Pinned] | None] = []
    pinned_of = hand_out.pinned_of
    monkeypatch.setattr(hand_out, "pinned_of", lambda *given: made.append(pinned_of(*given)) or made[-1])
    app = dashboard(full, "agenda", place=PROVINCE, period="2026-m09")
    assert not made and not _offered(app)
    app.session_state["agenda_out"] = True
    app.run()
    assert not app.exception
    ids = [one.proto.id.rpartition("agenda_out_")[2] for one in app.get("download_button")]
    assert [one for one in ids if one in briefs.MIME] == ["pptx", "docx", "pdf", "xlsx"]
    supposed, number = made[-1] or []
    assert (supposed.sentence, supposed.comment, supposed.indicator) == ("Nếu …", "Vì sao?", None)
    assert supposed.asked.scenario and supposed.asked.measures["don_qua_han"]["value"] == 0
    assert number.indicator == "don_qua_han" and number.asked.scenario is None and number.asked.base is None
    assert number.asked.measures["don_qua_han"]["value"] == 7


def test_an_agenda_of_a_place_that_is_gone_says_so(dashboard: Open, full: World) -> None:
    gone = Pin("overview", "blocks_0", {**AT, "place": "2025-07:99999"})
    store.save_agenda(Agenda("cu", "Cũ", (gone,)), by="Lan")
    app = dashboard(full, "agenda", place=PROVINCE, period="2026-m09")
    app.session_state["agenda_out"] = True
    app.run()
    assert "không còn trong kho số liệu" in " ".join(one.value for one in app.caption)
