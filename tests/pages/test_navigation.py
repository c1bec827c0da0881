"""Which pages the navigation leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from grassroots.widgets.navigation import SECTIONS
from tests.pages.conftest import Open

PAGES = Path(__file__).resolve().parents[2] / "pages"


def test_each_page_stands_once_in_the_navigation() -> None:
    placed = [name for pages in SECTIONS.values() for name in pages]
    assert sorted(placed) == sorted(path.stem for path in PAGES.glob("*.py"))


@pytest.mark.parametrize(("page", "marked"), [("overview", []), ("complaints", [4]), ("sources", [6])])
def test_the_section_of_a_page_is_marked(dashboard: Open, page: str, marked: list[int]) -> None:
    app = dashboard(None)
    app.switch_page(f"pages/{page}.py").run()
    styles = [element.proto.body for element in app.get("html")]
    found = [
        place for place in range(1, 9) if any(f":nth-child({place}) button" in style for style in styles)
    ]
    assert found == marked
