"""The button at the foot of a page, and what it hands out: the very figures of the page."""

from __future__ import annotations

import io

from docx import Document
from made_world import World
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from grassroots import briefs
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
