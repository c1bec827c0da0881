"""Review: what lies on the desk, and what is asked there carried out once, with who, when and why kept."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import store
from tests.pages.conftest import PHU, Open, opens, said

REPORT = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒNG PHÚ
Số: 213/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Phú, ngày 15 tháng 11 năm 2024
BÁO CÁO
Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024
Tổng số đơn thụ lý giải quyết trong kỳ là 142 đơn, đã giải quyết 132/142 đơn, hiện còn 10 đơn đang giải quyết.
"""


@pytest.fixture(scope="module")
def loaded(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A store with one report, loaded once for all tests, and that report."""
    folder = shutil.copytree(empty_store, tmp_path_factory.mktemp("loaded") / "store")
    file = folder.parent / "bc.txt"
    file.write_text(REPORT, encoding="utf-8")
    result = store.load_files([file], by="an", folder=folder).results[0]
    assert (result.outcome, result.figures) == ("new", 3)
    return folder, str(result.report_id)


@pytest.fixture
def report_id(loaded: tuple[Path, str], store_folder: Path) -> str:
    """One narrative with three figures, nothing decided."""
    shutil.copytree(loaded[0], store_folder, dirs_exist_ok=True)
    return loaded[1]


@pytest.fixture
def waiting(report_id: str, dashboard: Open) -> AppTest:
    """The review page on that report, a name stated."""
    app = dashboard(None, "review")
    app.text_input(key="reviewer").set_value("Phòng Nội vụ").run()
    return app


def figures() -> dict[str, dict[str, Any]]:
    """The stored figures with what holds, by indicator as read, from the published copy."""
    store.finish_publishing()
    rows = store.Reader().rows("select * from figure_decided order by ordinal")
    return {str(row["read_indicator"]): row for row in rows}


def decisions() -> list[dict[str, Any]]:
    store.finish_publishing()
    return store.Reader().rows("select * from decision order by position")


def data(app: AppTest, holds: str) -> dict[str, Any]:
    """What the browser is given: "figures" lies on the desk, "now" is what was decided."""
    drawn = (json.loads(element.proto.json) for element in app.get("bidi_component"))
    return next(one for one in drawn if holds in one)


def on_desk(app: AppTest, code: str) -> dict[str, Any]:
    return next(one for one in data(app, "figures")["figures"] if one["code"] == code)


def _script() -> None:
    import streamlit as st

    from grassroots.widgets.carried_out import carry_out, visit

    carry_out(st.session_state["wishes"], "vi")
    st.session_state["said"] = list(visit().answers)


def asks(*wishes: dict[str, Any], name: str = "Phòng Nội vụ", app: AppTest | None = None) -> AppTest:
    """Carries out wishes as a browser sends them: numbered, all that were not answered yet at once."""
    app = app or AppTest.from_function(_script, default_timeout=60)
    app.session_state["reviewer"] = name
    numbered = [{"run": "tab", "number": place, **wish} for place, wish in enumerate(wishes, start=1)]
    app.session_state["wishes"] = numbered
    app.run()
    assert not app.exception, [error.value for error in app.exception]
    return app


def answers(app: AppTest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = app.session_state["said"]
    return found


def test_the_desk_holds_the_text_with_every_number_marked(waiting: AppTest) -> None:
    desk = data(waiting, "figures")
    settled = on_desk(waiting, "don_da_giai_quyet")
    assert (settled["name"], settled["value"], settled["unit"]) == ("Đơn đã giải quyết", "132", "đơn")
    runs = [run for passage in desk["passages"] for run in passage["runs"]]
    assert [run[0] for run in runs if settled["id"] in run[2]] == ["132"]
    assert "132/142 đơn" in "".join(run[0] for run in runs if settled["id"] in run[3])
    texts = ["".join(run[0] for run in passage["runs"]) for passage in desk["passages"]]
    assert "Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024" in texts
    assert (desk["pages"], desk["lines"]) == ([], []), "plain text has no pages"
    assert "0/3 số liệu đã quyết định · còn 3" in said(waiting)


def test_what_was_asked_is_done_once_however_often_it_is_sent(report_id: str) -> None:
    ids = [str(row["figure_id"]) for row in figures().values()]
    wishes = [{"do": "confirm", "figure": one} for one in ids[:2]]
    app = asks(wishes[0])
    asks(*wishes, app=app)  # the browser had not heard of the first answer yet
    asks(*wishes, app=app)
    assert [(row["figure_id"], row["action"], row["decided_by"], row["stated"]) for row in decisions()] == [
        (ids[0], "confirm", "Phòng Nội vụ", True),
        (ids[1], "confirm", "Phòng Nội vụ", True),
    ]
    assert [answer["figure"] for answer in answers(app)] == ids[:2]


def test_a_decision_shows_before_it_is_published(waiting: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    from grassroots.store import later

    monkeypatch.setattr(later, "RESTING_SECONDS", 60.0)
    monkeypatch.setattr(later, "LONGEST_SECONDS", 60.0)
    figure = on_desk(waiting, "don_thu_ly")["id"]
    correct = {"do": "correct", "figure": figure, "value": 141, "reason": "đếm trùng"}
    add = {"do": "add", "report": figure.rpartition("-")[0], "quote": "hiện còn 10 đơn", "value": 10}
    asks(correct, {**add, "indicator": "don_trong_han"})
    waiting.run()
    status, told, changed = data(waiting, "now")["now"][figure]
    assert (status, changed["value"]) == ("corrected", "141")
    assert "Phòng Nội vụ" in data(waiting, "now")["told"][told]
    assert "2/4 số liệu đã quyết định · còn 2" in said(waiting)
    codes = [one["code"] for one in data(waiting, "figures")["figures"]]
    assert codes == ["don_thu_ly", "don_da_giai_quyet", "don_dang_giai_quyet", "don_trong_han"]


def test_nothing_is_decided_without_a_name(report_id: str, dashboard: Open) -> None:
    figure = str(figures()["don_thu_ly"]["figure_id"])
    app = asks({"do": "confirm", "figure": figure}, name=" ")
    assert "Cần ghi tên" in answers(app)[0]["fault"]
    assert decisions() == []
    assert data(dashboard(None, "review"), "now")["named"] is False


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"do": "correct", "value": 5}, "phải nêu lý do"),
        ({"do": "correct", "value": "năm", "reason": "thử"}, "một số từ 0 trở lên"),
        ({"do": "reject", "reason": "  "}, "Cần ghi lý do"),
        ({"do": "add", "quote": "không có câu này", "value": 1, "indicator": "vi_pham"}, "không có trong"),
        ({"do": "undo"}, "Không còn quyết định nào"),
        ({"do": "confirm", "figure": "nonsense"}, "Không có số liệu mang mã"),
    ],
)
def test_what_can_not_be_done_is_answered_with_a_sentence(
    report_id: str, wish: dict[str, Any], sentence: str
) -> None:
    figure = str(figures()["don_thu_ly"]["figure_id"])
    app = asks({"figure": figure, "report": report_id, **wish}, {"do": "confirm", "figure": figure})
    assert sentence in answers(app)[0]["fault"]
    assert "fault" not in answers(app)[1], "and the next wish is carried out"
    assert [row["action"] for row in decisions()] == ["confirm"]


def test_undo_takes_back_the_acts_of_this_visit_one_by_one(report_id: str) -> None:
    before = {indicator: row["status"] for indicator, row in figures().items()}
    first, second, _ = [str(row["figure_id"]) for row in figures().values()]
    acts = [{"do": "confirm", "figure": first}, {"do": "reject", "figure": second, "reason": "kế hoạch"}]
    app = asks(*acts, {"do": "undo"})
    assert figures()["don_da_giai_quyet"]["status"] == "unconfirmed"
    assert figures()["don_thu_ly"]["status"] == "confirmed"
    asks(*acts, {"do": "undo"}, {"do": "undo"}, {"do": "undo"}, app=app)
    assert {indicator: row["status"] for indicator, row in figures().items()} == before
    assert "Không còn quyết định" in answers(app)[-1]["fault"]


def test_the_history_shows_what_was_taken_back(report_id: str) -> None:
    figure = str(figures()["don_thu_ly"]["figure_id"])
    app = asks(
        {"do": "reject", "figure": figure, "reason": "kế hoạch"},
        {"do": "withdraw", "figure": figure},
        {"do": "history", "figure": figure},
    )
    history = answers(app)[-1]["history"]
    assert "Loại: Phòng Nội vụ" in history and "kế hoạch" in history
    assert "Rút lại: Phòng Nội vụ" in history


def test_many_are_confirmed_from_a_summary(waiting: AppTest) -> None:
    store.decide(str(figures()["don_thu_ly"]["figure_id"]), "reject", by="an", reason="kế hoạch")
    waiting.session_state["review_many_least"] = 0.0
    waiting.button(key="review_many").click().run()
    assert "Đơn đã giải quyết" in said(waiting) and "132" in said(waiting)
    waiting.button(key="confirm_many").click().run()
    assert not waiting.exception
    statuses = {indicator: row["status"] for indicator, row in figures().items()}
    assert statuses.pop("don_thu_ly") == "rejected"
    assert set(statuses.values()) == {"confirmed"}
    assert "3/3 số liệu đã quyết định" in said(waiting), "a finished report stays on the desk"


def test_a_whole_queue_is_confirmed_down_to_a_confidence(
    waiting: AppTest, report_id: str, tmp_path: Path
) -> None:
    other = tmp_path / "khac.txt"
    other.write_text(REPORT.replace("10 tháng", "9 tháng").replace("213", "214"), encoding="utf-8")
    store.load_files([other], by="an")
    rows = store.Reader().rows("select figure_id, confidence from figure")
    sure = {row["figure_id"] for row in rows if row["confidence"] >= 0.9}
    assert len(sure) >= 2, "of both reports"
    waiting.session_state["review_many_what"] = True
    waiting.session_state["review_many_least"] = 0.9
    waiting.button(key="review_many").click().run()
    assert "9 tháng năm 2024" in said(waiting), "the summary names the reports"
    waiting.button(key="confirm_many").click().run()
    assert {row["figure_id"] for row in decisions()} == sure


def test_a_report_of_unknown_scope_is_asked_about(dashboard: Open, communes: World) -> None:
    world = communes
    known = world.report(PHU, "2026-m06", {"don_thu_ly": 5}, source="narrative")
    unknown = world.report(PHU, "2026-m09", {"don_thu_ly": 5}, source="narrative", scope=None)
    app = dashboard(world, "review", report=unknown)
    assert {"scope_whole_area", "scope_own_agency"} <= {button.key for button in app.button}
    app = dashboard(world, "review", report=known)
    assert "scope_whole_area" not in {button.key for button in app.button}


def test_an_uncertain_period_is_asked_with_the_words(dashboard: Open, tmp_path: Path) -> None:
    title = "Kết quả thực hiện dân chủ ở cơ sở 10 tháng năm 2024"
    two = "Công tác tiếp công dân tháng 10 năm 2024 và 10 tháng đầu năm 2024"
    (tmp_path / "bc.txt").write_text(REPORT.replace(title, two), encoding="utf-8")
    report = store.load_files([tmp_path / "bc.txt"], by="an").results[0].report_id
    app = dashboard(None, "review")
    app.text_input(key="reviewer").set_value("Phòng Nội vụ").run()
    assert any("“10 tháng đầu năm 2024”" in caption.value for caption in app.caption)
    app.button(key="period_2024-x10").click().run()
    rows = store.Reader().rows("select period from report where report_id = $id", {"id": report})
    assert rows == [{"period": "2024-x10"}]
    assert not any("“10 tháng đầu năm 2024”" in caption.value for caption in app.caption)


def test_the_number_of_a_panel_leads_to_its_figure(dashboard: Open, communes: World) -> None:
    world = communes
    first = world.report(PHU, "2026-m09", {"don_thu_ly": 5}, source="narrative")
    other = world.report(PHU, "2026-m06", {"don_thu_ly": 3, "tcd_luot": 8}, source="narrative")
    app = dashboard(world, "review", figure=f"{other}-2", report=first)
    assert data(app, "now")["asked"] == f"{other}-2"
    assert app.selectbox(key="review_report").value == other
    assert [one["id"] for one in data(app, "figures")["figures"]] == [f"{other}-1", f"{other}-2"]


def test_doubtful_figures_come_first_the_least_sure_before_others(dashboard: Open, communes: World) -> None:
    world = communes
    report = world.report(PHU, "2026-m09", source="narrative")
    sure, unsure, ambiguous, decided, clashing = (
        world.figure(report, code, 5, confidence=confidence)
        for code, confidence in (
            *(("don_thu_ly", 0.97), ("tcd_luot", 0.7), ("tcd_nguoi", 0.96)),
            *(("vi_pham", 0.4), ("don_qua_han", 0.95)),
        )
    )
    world.decide(decided, "confirm")
    clash = {"whole": "don_dang_giai_quyet", "parts": ["don_qua_han"]}
    issue = {"rule": "overdue_of_open", "severity": "error", "details": json.dumps(clash)}
    world.row("issue", issue_id="i1", report_id=report, figure_ids=[clashing], **issue)
    other = {"indicator": "tcd_luot", "part": None, "likelihood": 0.3}
    world.row("figure_alternative", figure_id=ambiguous, ordinal=1, **other)
    app = dashboard(world, "review", report=report)
    assert data(app, "now")["doubtful"] == [unsure, clashing, ambiguous]
    assert sure not in data(app, "now")["doubtful"]
    assert [one["name"] for one in on_desk(app, "tcd_nguoi")["others"]] == ["Lượt tiếp công dân"]
    assert on_desk(app, "tcd_nguoi")["others"][0]["likely"] == "30\u202f%"
    assert "1/5 số liệu đã quyết định · còn 4 (trong đó 3 đáng ngờ)" in said(app)


def test_the_next_report_is_a_key_away(dashboard: Open, communes: World) -> None:
    world = communes
    later = world.report(PHU, "2026-m09", {"don_thu_ly": 5}, source="narrative")
    earlier = world.report(PHU, "2026-m06", {"don_thu_ly": 3}, source="narrative")
    app = dashboard(world, "review")
    assert app.selectbox(key="review_report").value == later
    app.button(key="review_next_report").click().run()
    assert app.selectbox(key="review_report").value == earlier


def test_a_forms_figures_are_looked_at_and_not_decided(dashboard: Open, communes: World) -> None:
    world = communes
    report = world.report(PHU, "2026-m09", {"don_thu_ly": 5})
    app = dashboard(world, "review", report=report)
    assert data(app, "figures")["form"] is True
    assert data(app, "now")["now"] == {f"{report}-1": ["form", -1, None]}


def test_nothing_to_review_is_a_sentence(dashboard: Open) -> None:
    app = dashboard(None, "review")
    assert "Chưa có báo cáo nào để xác nhận" in said(app)
    assert "Chưa có báo cáo nào chờ xác nhận." in said(app)
    assert "page:reports" in opens(app)


def test_a_pdf_lies_on_the_desk_as_pages_with_boxes(
    dashboard: Open, store_folder: Path, shared: Path
) -> None:
    store.load_files([shared / "reports" / "files" / "dong_phu_2024.pdf"], by="an")
    app = dashboard(None, "review")
    desk = data(app, "figures")
    assert len(desk["pages"]) >= 5 and len(desk["lines"]) > 100
    settled = on_desk(app, "don_da_giai_quyet")
    ((page, left, top, right, bottom),) = settled["number"]
    assert settled["value"] == "132" and 0 < left < right < 1 and 0 < top < bottom < 1
    near = set(data(app, "now")["pages"])
    first = next(one for one in desk["figures"] if one["id"] == data(app, "now")["doubtful"][0])
    assert str(first["number"][0][0]) in near and len(near) <= 3, "only the pages around the first figure"
    assert all(address.endswith(".jpg") for address in data(app, "now")["pages"].values())
    assert page >= 1
