"""The page of measures: matrix, evidence, what is missing, and where no resolution holds."""

from __future__ import annotations

import pytest
from made_world import World

from tests.pages.conftest import LOI, PHU, PROVINCE, TAM, Open, bodies, opens, said, three_communes
from tests.queries.test_measure_status import RESOLUTION, resolve


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Phú has figures and moved; Lợi reports a zero; Tâm has no report."""
    world = resolve(three_communes(tmp_path_factory.mktemp("held")), PROVINCE, number="1/NQ-HĐND")
    full = {
        "hoi_nghi_cbccvc_don_vi": 8,
        "hoi_nghi_cbccvc_phai_to_chuc": 8,
        "vi_pham": 0,
        "mo_hinh_dang_ky": 2,
    }
    world.report(PHU, "2026-m09", {**full, "doi_thoai_cuoc": 3})
    world.report(PHU, "2025-m09", {**full, "doi_thoai_cuoc": 5})
    world.report(LOI, "2026-m09", {"doi_thoai_cuoc": 0})
    return world


def matrix(texts: list[str]) -> str:
    return next(body for body in texts if "g-matrix" in body)


def evidence(texts: list[str]) -> str:
    return next(body for body in texts if "g-evidence" in body)


def test_each_cell_says_its_status_in_words_and_opens(dashboard: Open, held: World) -> None:
    app = dashboard(held, "measures")
    drawn = matrix(bodies(app))
    for unit, status, known in ((PHU, "met", "4/4"), (LOI, "zero", "1/4"), (TAM, "missing", None)):
        cell = drawn[drawn.index(f'data-open="choose:at={unit}/1.1"') :]
        cell = cell[: cell.index("</button>")]
        assert f"g-st {status}" in cell and (known is None or f'"known">{known}' in cell)
    assert all(words in said(app) for words in ("Đạt", "Toàn số 0", "Chưa báo cáo", "Báo cáo không cho thấy"))
    assert f"choose:at={PHU}/1.1" in opens(app) and "choose:at=/1.2" in opens(app)


def test_the_title_names_what_fewest_report_on(dashboard: Open, held: World) -> None:
    assert "1/3 xã, phường chưa báo cáo gì về “1.1”" in said(dashboard(held, "measures"))


def test_an_open_cell_shows_its_figures_what_is_missing_and_the_trend(dashboard: Open, held: World) -> None:
    app = dashboard(held, "measures", at=f"{PHU}/1.1")
    shown = evidence(bodies(app))
    assert "Xã Đồng Phú: 1.1" in shown
    for code in ("hoi_nghi_cbccvc_ty_le", "doi_thoai_cuoc", "mo_hinh_dang_ky"):
        assert f'data-open="source:{code}@{PHU}"' in shown
    text = said(app)
    assert "mức 100 %, hết năm: đạt" in text.replace("\u202f", " ").replace(" :", ":")
    assert "▼ 2 cuộc so với cùng kỳ" in text
    assert "Chưa báo cáo" in evidence(bodies(dashboard(held, "measures", at=f"{LOI}/1.1")))


def test_a_number_of_the_evidence_opens_its_source(dashboard: Open, held: World) -> None:
    app = dashboard(held, "measures", at=f"{PHU}/1.1")
    app.session_state["asked"] = f"source:doi_thoai_cuoc@{PHU}"
    assert "Cách tính" in said(app.run())


def test_without_an_open_cell_units_are_counted_by_clause(dashboard: Open, held: World) -> None:
    shown = evidence(bodies(dashboard(held, "measures")))
    assert f">{1}/3</button>" in shown and ">2/3</button>" in shown, "conferences of one, dialogues of two"


def test_what_no_report_can_show_is_said(dashboard: Open, held: World) -> None:
    assert "Không báo cáo nào cho thấy được: thái độ." in said(dashboard(held, "measures", at="/1.2"))


def test_a_commune_sees_its_own(dashboard: Open, held: World) -> None:
    app = dashboard(held, "measures", place=PHU)
    assert f"choose:at={PHU}/1.1" in opens(app) and f"choose:at={LOI}/1.1" not in opens(app)
    assert "Xã Đồng Phú: 1.1" in evidence(bodies(app))


def test_english(dashboard: Open, held: World) -> None:
    text = said(dashboard(held, "measures", lang="en"))
    assert "Measures by unit" in text and "Not reported" in text


def test_a_draft_binds_nobody(dashboard: Open, communes: World) -> None:
    resolve(communes, PROVINCE, kind="draft", valid_from=None)
    communes.report(PHU, "2026-m09", {"doi_thoai_cuoc": 1})
    text = said(dashboard(communes, "measures"))
    assert "Dự thảo" in text and "chưa ràng buộc ai" in text


def test_where_no_resolution_holds_the_page_says_so(dashboard: Open, communes: World) -> None:
    communes.report(PHU, "2026-m09", {"doi_thoai_cuoc": 1})
    text = said(dashboard(communes, "measures"))
    assert "Chưa có nghị quyết, kế hoạch nào trong dữ liệu áp dụng" in text
    assert "g-matrix" not in "".join(bodies(dashboard(communes, "measures")))


def test_the_url_of_another_resolution_s_cell_is_no_fault(dashboard: Open, held: World) -> None:
    app = dashboard(held, "measures", at="2025-07:99999/9.9", resolution="nope")
    assert f"choose:at={PHU}/1.1" in opens(app)
    assert RESOLUTION not in said(app)
