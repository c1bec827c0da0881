"""The agenda of a meeting: pinning on any page, the list, and playing it with each pin's own choices."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import store
from grassroots.agenda import Agenda, Pin
from grassroots.conclusions import Conclusion, Then
from grassroots.store import Reader
from grassroots.store.folder import Folder
from grassroots.widgets import data
from tests.pages.conftest import LOI, PHU, PROVINCE, Open, opens, said, three_communes
from tests.pages.test_present import KEPT, keys, slide

AT = {"place": PROVINCE, "period": "2026-m09", "base": "2025-m09"}
WHERE = Pin("overview", "blocks_1", AT, "Hỏi Đồng Phú: vì sao?", "7 đơn quá hạn")
KINDS = Pin("complaints", "petitions_by_unit", {**AT, "place": PHU}, said="Đồng Phú")
SUPPOSED = Pin("what_if", "what_if_cards", {**AT, "scenario": "settle~overdue~all"}, said="Nếu …")
NUMBER = Pin("overview", "number_tap_huan_lop", AT, said="Lớp tập huấn: 9")
MEETING = Agenda("giao-ban", "Giao ban", (WHERE, KINDS, SUPPOSED, NUMBER))


def act(app: AppTest, action: str) -> None:
    app.session_state["asked"] = action
    app.run()
    assert not app.exception, [error.value for error in app.exception]


def test_every_block_with_a_title_can_be_pinned(dashboard: Open, full: World) -> None:
    app = dashboard(full, **AT)
    for page in ("overview", "complaints", "training", "models", "scores", "compare", "unit", "what_if"):
        app.switch_page(f"pages/{page}.py").run()
        shown = {block.name for block in app.session_state["page_told"].held if block.title}
        assert shown and {f"do:pin@{name}" for name in shown} <= set(opens(app)), page
    app.switch_page("pages/reports.py").run()  # where reports are loaded nothing is
    assert "do:pin@main_upload" not in opens(app) and "do:pin@report_list" not in opens(app)


def test_what_is_pinned_is_kept_with_its_choices_and_only_once(dashboard: Open, full: World) -> None:
    store.save_agenda(Agenda("giao-ban", "Giao ban"), by="Lan")
    app = dashboard(full, **AT, confirmed="1", scenario="settle~overdue~all")
    app.session_state["agenda_at_hand"], app.session_state["agenda_by"] = "giao-ban", "Lan"
    act(app, "do:pin@blocks_1")
    (pin,) = store.agenda("giao-ban").pins  # type: ignore[union-attr]
    assert (pin.page, pin.block) == ("overview", "blocks_1")
    assert pin.choices == {**AT, "confirmed": "1", "scenario": "settle~overdue~all"}
    assert app.toast[0].value == "Đã ghim vào “Giao ban”, nội dung thứ 1."
    act(app, "do:pin@blocks_1")
    assert app.toast[0].value == "Nội dung này đã có trong “Giao ban”."
    act(app, f"do:pin@number_don_thu_ly@{LOI}")
    assert [(one.block, one.choices["place"]) for one in store.agenda("giao-ban").pins[1:]] == [  # type: ignore[union-attr]
        ("number_don_thu_ly", LOI)
    ]


def test_the_first_pin_asks_which_agenda(dashboard: Open, full: World) -> None:
    app = dashboard(full, **AT)
    act(app, "do:pin@blocks_2")
    assert app.text_input(key="agenda_title").label == "Tên chương trình họp"
    assert app.text_input(key="reviewer") and not store.agendas()


def test_an_agenda_is_played_across_pages_with_each_pins_choices(dashboard: Open, full: World) -> None:
    store.save_agenda(MEETING, by="Lan")
    app = dashboard(full, "agenda", place=LOI, period="2026-m09")
    shown = []
    for place in ("1", "2", "3", "4"):
        app.query_params["agenda"], app.query_params["present"] = "giao-ban", place
        app.run()
        assert not app.exception and keys(app) == {"at": int(place), "of": 4}
        shown.append((slide(app), said(app)))
    assert [name for name, _ in shown] == [pin.block for pin in MEETING.pins]
    first, second, third, fourth = (text for _, text in shown)
    assert "7 đơn quá hạn ở Đồng Phú, Đồng Tâm" in first and "Hỏi Đồng Phú: vì sao?" in first
    assert "90/100 đơn" in second and "Hỏi Đồng Phú" not in second  # of the commune pinned alone
    assert "ĐANG XEM GIẢ ĐỊNH" in third and "95,7\u202f%" in third and "ĐANG XEM GIẢ ĐỊNH" not in fourth
    assert "Lớp tập huấn: 9" in fourth and "Cách tính" in fourth  # 3 of each commune
    del app.query_params["present"]
    app.session_state["chosen_present"] = None
    app.run()
    assert LOI in app.query_params["place"]  # what the reader looked at before
    assert "7 đơn quá hạn ở Đồng Phú, Đồng Tâm" in said(app)  # the list says what the slide said


def test_a_pin_that_can_not_be_shown_says_so(dashboard: Open, full: World) -> None:
    gone = (
        Pin("overview", "blocks_9", AT),
        Pin("overview", "blocks_0", {**AT, "place": "2025-07:99999"}),
        Pin("nowhere", "blocks_0", AT),
        Pin("overview", "number_hoa_giai_thanh", AT),
    )
    store.save_agenda(Agenda("giao-ban", "Giao ban", gone), by="Lan")
    app = dashboard(full, "agenda", **AT)
    for place in range(1, 5):
        app.query_params["agenda"], app.query_params["present"] = "giao-ban", str(place)
        app.run()
        assert not app.exception and "không còn số liệu để hiện" in said(app), place
        assert "148/162" not in said(app), place


def test_an_agenda_frozen_shows_the_kept_figures(
    dashboard: Open, full: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "before").mkdir()
    before = three_communes(tmp_path / "before")
    before.report(PHU, "2026-m09", {"don_thu_ly": 100, "don_da_giai_quyet": 90, "don_qua_han": 2})
    assert before.reader
    held = Reader.of(before.connection, version=-1)
    store.save_agenda(Agenda("giao-ban", "Giao ban", (WHERE,), KEPT), by="Lan")
    app = dashboard(full, "agenda", **AT)
    monkeypatch.setattr(data, "_kept_reader", lambda setting, name: held if name == KEPT else None)
    app.query_params["agenda"], app.query_params["present"] = "giao-ban", "1"
    app.run()
    text = said(app)
    assert "2 đơn quá hạn" in text and "7 đơn" not in text
    assert "Số liệu chốt 14:05 ngày 21/11/2026" in text


def test_the_list_is_put_in_order_commented_and_shortened(dashboard: Open, full: World) -> None:
    store.save_agenda(MEETING, by="Lan")
    app = dashboard(full, "agenda", **AT)
    assert "Chương trình họp “Giao ban”: 4 nội dung" in said(app)
    assert "Nếu …" in said(app) and "giả định" in said(app).lower()
    act(app, f"do:agenda_up={KINDS.key}")
    assert store.agenda("giao-ban") == MEETING  # nobody with a name
    app.text_input(key="reviewer").set_value("Lan").run()
    act(app, f"do:agenda_up={KINDS.key}")
    act(app, f"do:agenda_out={NUMBER.key}")
    app.text_input(key=f"comment_giao-ban_{KINDS.key}").set_value("So với năm trước").run()
    assert [(pin.key, pin.comment) for pin in store.agenda("giao-ban").pins] == [  # type: ignore[union-attr]
        (KINDS.key, "So với năm trước"), (WHERE.key, WHERE.comment), (SUPPOSED.key, ""),
    ]  # fmt: skip
    assert store.agendas()[0].saved_by == "Lan"
    app.button(key="agenda_freeze").click().run()
    (kept,) = Folder.of().kept.glob("*.duckdb")
    assert store.agenda("giao-ban").frozen == kept.stem  # type: ignore[union-attr]


def test_one_block_is_seen_alone(dashboard: Open, full: World) -> None:
    app = dashboard(full, **AT, focus="blocks_2")
    assert (slide(app), keys(app)["of"]) == ("blocks_2", 1)
    (chart,) = app.get("plotly_chart")
    assert '"height":500' in chart.proto.spec


def test_a_conclusion_is_asked_for_at_its_slide_and_told_with_the_figures_since(
    dashboard: Open, full: World
) -> None:
    store.save_agenda(MEETING, by="Lan")
    app = dashboard(full, "agenda", **AT)
    app.query_params["agenda"], app.query_params["present"] = "giao-ban", "1"
    act(app, "do:conclude")
    labels = ["Nội dung kết luận", "Đơn vị, người thực hiện", "Thời hạn (ngày/tháng/năm)", "Người thực hiện"]
    assert set(labels) <= {field.label for field in [*app.text_area, *app.text_input]}
    assert "7 đơn quá hạn ở Đồng Phú, Đồng Tâm" in [caption.value for caption in app.caption]
    then = Then("don_qua_han", PROVINCE, "2026-m09", False, 7.0)
    made = Conclusion("Giải quyết", "UBND xã Đồng Phú", date(2026, 11, 15), "giao-ban", WHERE, then)
    one = store.conclude(made, by="Lan")
    # Đồng Phú settles four of its six overdue ones in a revised report; at the year's end ten are overdue
    full.report(PHU, "2026-m09", {"don_qua_han": 2, "don_thu_ly": 100}, replaces="r02")
    full.report(PHU, "2026-year", {"don_qua_han": 10})
    app = dashboard(full, "agenda", **AT)
    text = said(app)
    assert "Đơn quá hạn, tỉnh Đồng Nai, 9 tháng năm 2026: lúc kết luận 7, nay 3; năm 2026: 10" in text
    assert re.search(r"hạn 15/11/2026 · quá hạn \d+ ngày", text)
    assert "1 kết luận chưa xong, 1 quá hạn" in text
    store.close_conclusion(one, "Còn 3 đơn phức tạp", by="Bình")
    app.run()
    assert "Không có kết luận nào chưa xong" in said(app) and "Còn 3 đơn phức tạp" in said(app)
