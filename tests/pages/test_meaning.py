"""What an indicator means, told in the panel of its number."""

from __future__ import annotations

import pytest
from made_world import World

from grassroots.indicators import indicators
from grassroots.text import LANGUAGES, Language
from grassroots.text.catalogue import words
from grassroots.widgets.meaning import meaning
from tests.pages.conftest import Open, said

# The indicators with a short name of their own for a card.
HEADLINE = sorted(
    {key.split(".")[1] for key in words("vi") if key.startswith("measure.")} & set(indicators())
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_headline_indicator_has_definition_formula_law_and_trap(language: Language) -> None:
    assert len(HEADLINE) > 15
    assert [code for code in HEADLINE if len(meaning(code, language)) != 4] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_has_formula_and_law(language: Language) -> None:
    labels = {words(language)[f"meaning.label.{name}"] for name in ("formula", "law")}
    assert [
        code for code in indicators() if not labels <= {label for label, _ in meaning(code, language)}
    ] == []


def test_a_rate_names_its_parts_and_one_without_says_so() -> None:
    assert "Đơn đã giải quyết ÷ Đơn thụ lý" in dict(meaning("ty_le_giai_quyet", "vi"))["Công thức"]
    assert "như báo cáo nêu" in dict(meaning("hai_long_ty_le", "vi"))["Công thức"]


def test_the_panel_tells_it_one_click_from_the_number(dashboard: Open, full: World) -> None:
    app = dashboard(full, lang="en")
    app.session_state["asked"] = "source:don_qua_han"
    app.run()
    for label, sentence in meaning("don_qua_han", "en"):
        assert f"{label} {sentence}" in said(app)
