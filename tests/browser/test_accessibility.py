"""axe-core on what a page becomes at work: a source panel, a menu, a slide, a scenario; light and dark.

Every page as it opens is looked at in ``test_pages``, in both languages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tools.app import App
from tools.browser import PHONE, address, settle, visit

from .axe import grave_findings

SUPPOSED = {"scenario": "settle~overdue~all"}


def panel(page: Page) -> None:
    page.locator("[data-open='source:don_qua_han']").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    settle(page)


def menu(page: Page) -> None:
    page.get_by_test_id("stTopNav").get_by_role("button", name="Kết quả").click()
    expect(page.get_by_role("menu")).to_be_visible()


def phone_menu(page: Page) -> None:
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_test_id("stSidebarNavItems")).to_be_visible()


def slide(page: Page) -> None:
    expect(page.locator(".g-slide-title").first).to_be_visible()


def supposed(page: Page) -> None:
    expect(page.locator(".g-scenario")).to_be_visible()


@pytest.mark.parametrize(
    ("theme", "path", "choices", "then"),
    [
        ("light", "", {}, panel),
        ("light", "sources", {}, menu),
        ("light", "", {"present": "1"}, slide),
        ("light", "what_if", SUPPOSED, supposed),
        ("dark", "", {}, panel),
        ("dark", "what_if", SUPPOSED | {"lang": "en"}, supposed),
        ("light", "sources", {}, phone_menu),
    ],
)
def test_a_page_at_work_has_no_grave_finding(
    theme: Literal["light", "dark"],
    path: str,
    choices: dict[str, str],
    then: Callable[[Page], None],
    sample: App,
    page: Page,
) -> None:
    page.emulate_media(color_scheme=theme)
    visit(page, address(sample.url, path, **choices))
    then(page)
    assert grave_findings(page) == []
