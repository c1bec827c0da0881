"""axe-core on what a page becomes at work: a source panel, a menu, a slide, a scenario; light and dark.

Every page as it opens is looked at in ``test_pages``, in both languages.
"""

from __future__ import annotations

import re
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


# What has the keyboard: what it opens or is called, and the width of the outline that shows it.
_FOCUS = """() => {
  const at = document.activeElement, box = at.closest(".react-aria-ComboBox > div, label")
  const widths = [at, box].filter((one) => one && getComputedStyle(one).outlineStyle !== "none")
    .map((one) => parseFloat(getComputedStyle(one).outlineWidth))
  return [at.dataset.open || at.getAttribute("aria-label") || at.innerText, Math.max(0, ...widths)]
}"""


def test_the_keyboard_walks_the_overview_in_its_order_and_is_seen(sample: App, page: Page) -> None:
    visit(page, address(sample.url))
    walked = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name, width = page.evaluate(_FOCUS)
        walked.append(name.split("\n")[0])
        assert width >= 2 or page.evaluate("document.activeElement.matches('main, canvas, canvas *')"), name
        if name.startswith("page:unit@"):
            break
    stops = [
        "Kết quả",
        "Địa bàn",
        "Kỳ báo cáo",
        "Trình chiếu",
        "source:ty_le_giai_quyet",
        "source:don_qua_han",
    ]
    assert [name for name in dict.fromkeys(walked) if name in stops] == stops
    assert walked[-1].startswith("page:unit@")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/unit"))


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
