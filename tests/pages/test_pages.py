"""What the pages say on full figures, on one unit, on no figures, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from made_world import World
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import LOI, PHU, PROVINCE, TAM, Open, bodies, maps, opens, said

PAGES = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))
STRAY = re.compile(r"(?<![\w-])(None|nan|NaT|null|undefined)(?![\w-])|\{\w+\}")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_page_opens_on_full_figures(dashboard: Open, full: World, language: str) -> None:
    app = dashboard(full, lang=language)
    for page in PAGES:
        walk_to(app, page)
        assert len(said(app)) > 100, page


def test_each_page_opens_on_one_commune(dashboard: Open, full: World) -> None:
    app = dashboard(full, place=PHU)
    for page in PAGES:
        walk_to(app, page)
        assert app.query_params["place"] == PHU, page


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_page_opens_on_an_empty_store(dashboard: Open, language: str) -> None:
    app = dashboard(None, lang=language)
    for page in PAGES:
        walk_to(app, page)
        assert app.get("plotly_chart") == [] and maps(app) == [], page


def walk_to(app: AppTest, page: str) -> None:
    """Goes to a page, which must open without an error and without a word that means nothing."""
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, (page, [error.value for error in app.exception])
    assert not STRAY.search(said(app)), (page, STRAY.search(said(app)))


def test_the_overview_says_rate_change_and_where_petitions_are_overdue(dashboard: Open, full: World) -> None:
    text = said(dashboard(full))
    assert (
        "Giải quyết 91,4\u202f% đơn, giảm 1,9 điểm % so với cùng kỳ; 7 đơn quá hạn ở Đồng Phú, Đồng Tâm"
        in text
    )
    assert "3/3 xã, phường đã báo cáo" in text
    assert "148/162 đơn" in text  # 90 + 48 + 10 of 100 + 50 + 12


def test_a_headline_number_has_its_counts_change_and_coverage_and_opens_its_source(
    dashboard: Open, full: World
) -> None:
    app = dashboard(full)
    cards = next(body for body in bodies(app) if "g-cards" in body)
    assert "148/162 đơn" in cards
    assert "▼ 1,9 điểm %" in cards and "so với 93,2\u202f%" in cards
    assert "3/3 xã báo cáo" in cards
    assert opens(app)[1:3] == ["source:ty_le_giai_quyet", "source:don_qua_han"]


def test_small_counts_are_shown_and_not_ranked(dashboard: Open, full: World) -> None:
    rates = next(body for body in bodies(dashboard(full, "complaints")) if "g-rates" in body)
    ranked, small = rates.split("Dưới 20 đơn: không xếp hạng")
    assert "Xã Đồng Phú" in ranked and "Xã Thuận Lợi" in ranked and "Xã Đồng Tâm" not in ranked
    assert "Xã Đồng Tâm" in small and "10/12" in small


def test_a_zero_is_a_zero_and_a_missing_figure_a_sentence(dashboard: Open, communes: World) -> None:
    communes.report(PHU, "2026-m09", {"don_thu_ly": 30, "don_da_giai_quyet": 30, "don_qua_han": 0})
    cards = next(body for body in bodies(dashboard(communes)) if "g-cards" in body)
    overdue = cards.split('data-open="source:don_qua_han"')[1].split("</button>")[0]
    courses = cards.split('data-open="source:tap_huan_lop"')[1].split("</button>")[0]
    assert '<span class="value">0</span>' in overdue
    assert "các xã báo cáo không phát sinh" in overdue
    assert "Chưa có số liệu trong kỳ này" in courses and "value" not in courses


def test_units_that_did_not_report_are_named_with_their_older_period(
    dashboard: Open, communes: World
) -> None:
    communes.report(PHU, "2026-m09", {"don_thu_ly": 30, "don_da_giai_quyet": 28})
    communes.report(LOI, "2026-m06", {"don_thu_ly": 20, "don_da_giai_quyet": 20})
    text = said(dashboard(communes, "complaints", period="2026-m09"))
    assert "1/3 xã, phường đã báo cáo" in text
    assert "Xã Thuận Lợi chưa báo cáo kỳ này; gần nhất: 6 tháng năm 2026" in text
    assert "Xã Đồng Tâm chưa có báo cáo nào" in text


def test_the_sample_strip_stands_only_over_illustrative_figures(dashboard: Open, communes: World) -> None:
    petitions = {"don_thu_ly": 30, "don_da_giai_quyet": 28}
    communes.report(PHU, "2026-m09", petitions, illustrative=True)
    communes.report(LOI, "2026-m06", petitions)
    sample = dashboard(communes, period="2026-m09")
    assert "SỐ LIỆU MINH HỌA" in said(sample)
    cards = next(body for body in bodies(sample) if "g-cards" in body).split("</button>")
    tagged = {card.split('data-open="')[1].split('"')[0] for card in cards if "MINH HỌA" in card}
    assert tagged == {"source:ty_le_giai_quyet"}
    real = said(dashboard(communes, "reports", period="2026-m06"))
    assert "MINH HỌA" not in real


def test_a_comparison_with_illustrative_figures_has_the_strip(dashboard: Open, communes: World) -> None:
    petitions = {"don_thu_ly": 30, "don_da_giai_quyet": 28}
    communes.report(LOI, "2025-m09", petitions, illustrative=True)
    communes.report(LOI, "2026-m09", petitions)
    assert "SỐ LIỆU MINH HỌA" in said(dashboard(communes, "scores"))
    assert "SỐ LIỆU MINH HỌA" not in said(dashboard(communes, "scores", base="none"))


def test_an_unconfirmed_number_is_drawn_as_such(dashboard: Open, communes: World) -> None:
    communes.report(PHU, "2026-m09", {"don_thu_ly": 30, "don_da_giai_quyet": 28}, source="narrative")
    communes.report(LOI, "2026-m09", {"tap_huan_lop": 4})
    cards = next(body for body in bodies(dashboard(communes)) if "g-cards" in body).split("</button>")
    dashed = {card.split('data-open="')[1].split('"')[0] for card in cards if "unconfirmed" in card}
    assert dashed == {"source:ty_le_giai_quyet"}


def test_only_confirmed_leaves_unconfirmed_figures_out(dashboard: Open, communes: World) -> None:
    communes.report(PHU, "2026-m09", {"don_thu_ly": 30, "don_da_giai_quyet": 28}, source="narrative")
    communes.report(LOI, "2026-m09", {"don_thu_ly": 40, "don_da_giai_quyet": 36})
    assert "64/70 đơn" in said(dashboard(communes))
    assert "36/40 đơn" in said(dashboard(communes, confirmed="1"))


def test_scores_show_points_of_their_maximum_and_who_would_pass(dashboard: Open, full: World) -> None:
    text = said(dashboard(full, "scores"))
    assert "2/3 xã, phường đạt “Chính quyền thân thiện”; 1 chưa đạt" in text
    assert "85,5/95" in text and "90,0\u202f%" in text
    assert "72,0/95" in text and "75,8\u202f%" in text


def test_choices_stand_in_the_url_as_codes(dashboard: Open, full: World) -> None:
    app = dashboard(full)
    chosen = {name: app.query_params[name] for name in ("place", "period", "base", "lang")}
    assert chosen == {"place": PROVINCE, "period": "2026-m09", "base": "2025-m09", "lang": "vi"}
    app.selectbox(key="filter_place").select(LOI).run()
    assert app.query_params["place"] == LOI
    app.selectbox(key="filter_period").select("2025-m09").run()
    assert (app.query_params["period"], app.query_params["base"]) == ("2025-m09", "2024-m09")


def test_a_choice_is_kept_from_page_to_page(dashboard: Open, full: World) -> None:
    app = dashboard(full, place=TAM)
    app.switch_page("pages/complaints.py").run()
    assert not app.exception
    assert app.query_params["place"] == TAM
    assert "10/12 đơn" in said(app)


def test_a_place_that_nobody_knows_is_answered_with_the_usual_one(dashboard: Open, full: World) -> None:
    app = dashboard(full, place="2025-07:99999", period="1999-year")
    assert (app.query_params["place"], app.query_params["period"]) == (PROVINCE, "2026-m09")
