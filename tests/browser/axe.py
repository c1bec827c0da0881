"""What axe-core finds on a page in the real browser, without what was looked at and is Streamlit's own."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

REVIEWED = Path(__file__).with_name("streamlit_findings.csv")
# Of each finding: its rule, how grave, the place, and the first reviewed selector that its element lies in.
_FIND = """async reviewed => {
  const found = await axe.run(document, {resultTypes: ["violations"]})
  return found.violations.flatMap(({id, impact, nodes}) => nodes.map(({target, html, failureSummary}) => {
    const element = document.querySelector(target)
    const known = reviewed.some(([rule, selector]) => rule === id && element && element.closest(selector))
    return {id, impact, known, said: `${id}: ${target} ${html.slice(0, 200)} ${failureSummary}`}
  }))
}"""
_GRAVE = {"serious", "critical"}


@cache
def reviewed() -> list[tuple[str, str]]:
    """Rule and selector of each finding that is Streamlit's own; the file gives the reason beside."""
    with REVIEWED.open(encoding="utf-8", newline="") as file:
        return [(row["rule"], row["selector"]) for row in csv.DictReader(file)]


def grave_findings(page: Page) -> list[str]:
    """Serious and critical findings on the page as it stands, each with its element."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(_script())
    found = page.evaluate(_FIND, reviewed())
    return [one["said"] for one in found if one["impact"] in _GRAVE and not one["known"]]


@cache
def _script() -> str:
    return str(Axe().axe_script)
