"""Reports: loading them in the browser, what is said of each file, what was loaded and who is missing."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import made_files
import pytest
from filelock import FileLock
from made_books import TCD_2024, TCD_SUMS, numbered, write
from made_world import World
from streamlit.testing.v1 import AppTest

from grassroots import store
from grassroots.store import folder as store_folder_module
from grassroots.units import unit
from grassroots.widgets.form_download import file_name
from grassroots.widgets.picking import periods_of
from tests.pages.conftest import LOI, PHU, Open, bodies, opens, said

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def load(app: AppTest, *files: tuple[str, bytes]) -> str:
    """Gives the page these files under a name, presses the button, and reads what it says then."""
    app.file_uploader[0].set_value([(name, content, "application/octet-stream") for name, content in files])
    app.text_input(key="reviewer").set_value("Phòng Nội vụ")
    app.run()
    app.button(key="upload_load").click().run()
    assert not app.exception, [error.value for error in app.exception]
    return said(app)


def test_files_are_loaded_and_each_is_told_of(dashboard: Open, tmp_path: Path) -> None:
    form = made_files.form(tmp_path / "bieu.xlsx", {"don_thu_ly": 20, "don_da_giai_quyet": 18})
    app = dashboard(None, "reports")
    text = load(app, ("bieu.xlsx", form.read_bytes()), ("rỗng.docx", b""), ("thư.txt", b"xin ch\xc3\xa0o"))
    assert "2 tệp không nạp được, 1 báo cáo mới" in text
    assert "bieu.xlsx: báo cáo mới · xã Tân Hưng, năm 2024 · 2 số liệu" in text
    assert "rỗng.docx: Tệp rỗng, không có nội dung nào." in text
    assert [row["loaded_by"] for row in store.reports()] == ["Phòng Nội vụ"]
    assert not store.reports()[0]["illustrative"]


def test_the_same_file_again_changes_nothing_and_a_revision_says_what_changed(
    dashboard: Open, tmp_path: Path
) -> None:
    first = made_files.form(tmp_path / "1.xlsx", {"don_thu_ly": 20, "don_da_giai_quyet": 18}).read_bytes()
    second = made_files.form(tmp_path / "2.xlsx", {"don_thu_ly": 20, "don_da_giai_quyet": 19}).read_bytes()
    app = dashboard(None, "reports")
    load(app, ("1.xlsx", first))
    assert "1.xlsx: đã nạp từ trước, không có gì thay đổi" in load(app, ("1.xlsx", first))
    text = load(app, ("2.xlsx", second))
    assert "2.xlsx: bản thay thế" in text and "Đơn đã giải quyết: 18 → 19" in text
    assert [row["replaces"] is None for row in store.reports()].count(True) == 1


def test_pasted_text_is_loaded_as_a_report(dashboard: Open) -> None:
    app = dashboard(None, "reports")
    app.text_area(key="upload_text_0").set_value(made_files.NARRATIVE.format(number=213, received=142))
    app.text_input(key="reviewer").set_value("Phòng Nội vụ")
    app.run()
    app.button(key="upload_load").click().run()
    assert not app.exception, [error.value for error in app.exception]
    assert "Văn bản dán – ỦY BAN NHÂN DÂN HUYỆN ĐỒNG PHÚ" in said(app) and "báo cáo mới" in said(app)
    assert app.text_area(key="upload_text_1").value == "", "empty again for the next one"


def test_an_archive_is_unpacked(dashboard: Open, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, unit_key in (("a.xlsx", made_files.TAN_HUNG), ("b.xlsx", made_files.TAN_PHUOC)):
            made = made_files.form(tmp_path / name, {"don_thu_ly": 3}, unit_key=unit_key)
            archive.writestr(name, made.read_bytes())
    text = load(dashboard(None, "reports"), ("xa.zip", packed.getvalue()))
    assert "2 báo cáo mới" in text
    assert len(store.reports()) == 2


def test_nothing_can_be_loaded_without_a_name(dashboard: Open) -> None:
    app = dashboard(None, "reports")
    app.file_uploader[0].upload("a.txt", b"a")
    app.run()
    assert app.button(key="upload_load").disabled


def test_a_store_that_others_write_to_is_said_to_be_busy(
    dashboard: Open, store_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = made_files.form(tmp_path / "bieu.xlsx", {"don_thu_ly": 20}).read_bytes()
    app = dashboard(None, "reports")
    monkeypatch.setattr(store_folder_module, "LOCK_TIMEOUT_SECONDS", 0.1)
    with FileLock(store_folder / "write.lock"):
        load(app, ("bieu.xlsx", form))
    assert [error.value for error in app.error] == [
        "Kho đang được ghi quá lâu nên chưa tới lượt. Thử lại sau ít phút."
    ]
    assert "bieu.xlsx: báo cáo mới" in load(app, ("bieu.xlsx", form))


def test_a_file_without_a_unit_is_loaded_once_the_reader_says_whose_it_is(dashboard: Open) -> None:
    text = made_files.NARRATIVE.format(number=5, received=9).replace("HUYỆN ĐỒNG PHÚ", "ĐƠN VỊ NỌ")
    text = text.replace("UBND huyện", "cơ quan").replace("Đồng Phú", "Nơi nọ")
    app = dashboard(None, "reports")
    said_first = load(app, ("nọ.txt", text.encode()))
    assert "nọ.txt: Không nhận ra đơn vị" in said_first
    assert "--unit" not in said_first  # an option of the command line
    app.text_input(key="upload_unit_name").set_value("huyện Đồng Phú").run()
    app.selectbox(key="upload_unit_at").select("2020:695").run()
    assert "báo cáo mới · huyện Đồng Phú, 10 tháng năm 2024" in load(app, ("nọ.txt", text.encode()))


def test_the_list_says_what_each_report_still_needs(dashboard: Open, communes: World) -> None:
    world = communes
    report = world.report(PHU, "2026-m09", {"don_thu_ly": 5}, source="narrative", number="7/BC-UBND")
    world.row(
        "issue", issue_id="i1", report_id=report, rule="settled_and_open", severity="warning", expected=5,
        found=4, difference=-1, figure_ids=[f"{report}-1"],
        details='{"whole": "don_thu_ly", "parts": ["don_da_giai_quyet", "don_dang_giai_quyet"]}',
    )  # fmt: skip
    world.report(LOI, "2026-m09", {"don_thu_ly": 9})
    app = dashboard(world, "reports", report=report)
    listed = app.dataframe[0].value
    assert list(listed["Đơn vị"]) == ["Xã Đồng Phú", "Xã Thuận Lợi"]  # what needs something first
    assert list(listed["Chưa xác nhận"]) == [1, 0]
    assert list(listed["Không khớp"]) == [1, 0]
    sentence = (
        "Đơn thụ lý, phải giải quyết ghi 5, nhưng Đơn đã giải quyết và Đơn đang giải quyết cộng lại được 4"
    )
    text = said(app)
    assert text.count(sentence) == 2  # beside the chosen report, and among all of the period
    assert "2/3 xã, phường đã báo cáo 9 tháng năm 2026; 1 chưa báo cáo" in text
    assert f"figure:{report}-1" in opens(app)
    assert f"page:review?report={report}&amp;figure=" in opens(app)


def test_who_has_not_reported_is_named_with_the_older_period(dashboard: Open, communes: World) -> None:
    world = communes
    world.report(PHU, "2026-m09", {"don_thu_ly": 5})
    world.report(LOI, "2026-m06", {"don_thu_ly": 5})
    app = dashboard(world, "reports", period="2026-m09")
    silent = next(body for body in bodies(app) if "gần nhất" in body)
    assert "Xã Thuận Lợi" in silent and "6 tháng năm 2026" in silent
    assert "Xã Đồng Tâm" in silent and "Xã Đồng Phú" not in silent
    assert f"page:unit@{LOI}?period=2026-m06" in opens(app)


def test_a_form_is_offered_for_a_unit_and_a_period_it_existed_in(dashboard: Open) -> None:
    app = dashboard(None, "reports")
    app.text_input(key="form_unit_name").set_value("xã Tân Hưng, huyện Đồng Phú").run()
    app.selectbox(key="form_unit_at").select(made_files.TAN_HUNG).run()
    assert len(app.get("download_button")) == 1
    codes = app.selectbox(key="form_period_2020").options
    assert "Năm 2024" in codes and "9 tháng năm 2026" not in codes
    assert file_name(unit(made_files.TAN_HUNG), "2024-year") == "bieu_tan_hung_25375_2024-year.xlsx"


def test_periods_are_those_of_the_units_time() -> None:
    assert periods_of(unit("2020:25375"), 2025) == [
        f"{year}-{name}" for year in (2024, 2023, 2022) for name in ("year", "m09", "m06", "q1")
    ]
    assert "2025-year" in periods_of(unit("2025-07:25363"), date(2026, 11, 21).year)


def test_an_empty_store_offers_the_sample(dashboard: Open) -> None:
    app = dashboard(None, "reports")
    assert "do:load_sample" in opens(app)
    assert "Chưa có báo cáo nào của địa bàn và kỳ này." in said(app)


def test_numbers_of_official_forms_without_an_indicator_are_listed(
    dashboard: Open, store_folder: Path, tmp_path: Path
) -> None:
    form = numbered("01/TCD", TCD_2024, TCD_SUMS)
    store.load_files([write(form, tmp_path)], by="An")
    report_id = store.reports()[0]["report_id"]
    app = dashboard(None, "reports", place="2020:695", period="2024-m06", report=report_id)
    (cells,) = [one.value for one in app.dataframe if "Tiêu đề cột" in one.value.columns]
    assert len(cells) == 40 and set(cells["Biểu"]) == {"01/TCD"}
    first = cells.iloc[0]
    assert (first["Dòng"], first["Cột số"], first["Số liệu"], first["Ô"]) == (
        "Tổng số",
        10,
        "1.086",
        "Sheet1!K12",
    )
    assert any("40 số liệu khác trong biểu thống kê" in one.label for one in app.expander)


def wrong_report(world: World) -> str:
    """A commune's nine months say less than its six."""
    world.report(PHU, "2026-m06", {"vi_pham": 9})
    report = world.report(PHU, "2026-m09", {"vi_pham": 4})
    assert world.reader
    return world.one("issues_of", place=None, period=None, report_id=report)["issue_id"]


def test_an_issue_shows_both_figures_and_what_to_do(dashboard: Open, communes: World) -> None:
    issue = wrong_report(communes)
    app = dashboard(communes, "reports", period="2026-m09", issue=issue)
    text = said(app)
    assert "báo cáo 6 tháng năm 2026 đã có 9 (giảm 5)" in text
    assert "vi_pham: 4" in text and "vi_pham: 9" in text, "the words of both"
    assert "Số cộng dồn không thể giảm trong năm" in text
    assert {"figure:r02-1", "figure:r01-1", f"choose:issue={issue}"} <= set(opens(app))
    assert app.button(key="contradictions_accept").disabled, "nobody has stated a name"


def test_an_issue_is_accepted_with_a_reason(
    dashboard: Open, communes: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue, settled = wrong_report(communes), []
    monkeypatch.setattr(store, "settle_issue", lambda *given, **more: settled.append((given, more)))
    monkeypatch.setattr(store, "version", lambda: communes.reader.version)
    app = dashboard(communes, "reports", period="2026-m09", issue=issue)
    app.text_input(key="reviewer").set_value("Bình").run()
    app.button(key="contradictions_accept").click().run()
    assert not settled and [one.value for one in app.error] == [
        "Chấp nhận một chỗ không khớp thì phải nêu lý do."
    ]
    app.text_input(key=f"contradictions_reason_{issue}").set_value("Đính chính kỳ trước").run()
    app.button(key="contradictions_accept").click().run()
    assert settled == [
        ((issue, "accept"), {"by": "Bình", "reason": "Đính chính kỳ trước", "publish": "soon"})
    ]
    assert "Chấp nhận: Đính chính kỳ trước · Bình" in said(app)
    app.button(key="contradictions_reopen").click().run()
    assert settled[-1] == ((issue, "reopen"), {"by": "Bình", "reason": None, "publish": "soon"})
