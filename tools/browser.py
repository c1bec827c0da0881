"""A real Chromium opened on the dashboard, that notes every request to outside and every console error."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, WebSocket, sync_playwright

LARGE, SMALL, PHONE = (1920, 1080), (1366, 768), (390, 844)
# Maps as tables: painted in software, a map takes longer than all else on its page.
NO_MAP = {"map": "table"}
_OUR_HOSTS = {"127.0.0.1", "localhost", ""}
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",  # maps are WebGL, drawn in software where there is no graphics card
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# Software WebGL says so, at each map; nothing is wrong with the page.
_HARMLESS = ("GL Driver Message", "WebGL", "swiftshader", "GPU stall")
# Opened on a page's own address, Streamlit first looks for its server below that address, then at the root.
_LOOKED_FOR_BELOW_THE_PAGE = ("/_stcore/health", "/_stcore/host-config")
_SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app !== null && app.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton]') === null;
}"""


def chromium_path() -> str | None:
    """Chromium or Chrome on this machine: the one ``CHROMIUM`` names, else the first on the path."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(
        (found for name in names if (found := shutil.which(name))), None
    )


@dataclass
class Watch:
    """What a page did that it shouldn't: hosts outside it asked, and errors on its console."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("websocket", self._websocket)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _request(self, request: Request) -> None:
        self._address(request.url)

    def _websocket(self, socket: WebSocket) -> None:
        self._address(socket.url)

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about", "chrome"} and parts.hostname not in _OUR_HOSTS:
            self.outside.append(url)

    def _console(self, message: ConsoleMessage) -> None:
        asked = urlsplit(message.location.get("url", "")).path
        if message.type != "error" or any(word in message.text for word in _HARMLESS):
            return
        if asked.endswith(_LOOKED_FOR_BELOW_THE_PAGE) and asked not in _LOOKED_FOR_BELOW_THE_PAGE:
            return
        self.errors.append(f"{message.text} {asked}")


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser. Raises FileNotFoundError where none is installed."""
    path = chromium_path()
    if path is None:
        raise FileNotFoundError("no Chromium or Chrome on this machine (CHROMIUM names one)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def address(base: str, path: str = "", **query: str) -> str:
    """The URL of one of the dashboard's pages with its filters."""
    return f"{base}/{path}" + (f"?{urlencode(query)}" if query else "")


def settle(page: Page, *, timeout_ms: int = 30_000, quiet_ms: int = 400) -> None:
    """Wait until the script has finished and the page has been drawn and stays so for a moment."""
    page.wait_for_function(_SETTLED, timeout=timeout_ms)
    page.wait_for_timeout(quiet_ms)
    page.wait_for_function(_SETTLED, timeout=timeout_ms)
    page.evaluate("document.fonts.ready")


def visit(page: Page, url: str, *, quiet_ms: int = 400) -> None:
    """Open a URL and wait until it has settled."""
    page.goto(url, wait_until="domcontentloaded")
    page.wait_for_selector("[data-testid=stApp]", timeout=30_000)
    page.wait_for_selector(
        "[data-testid=stMain] [data-testid=stVerticalBlock] > * >> visible=true", timeout=60_000
    )
    settle(page, quiet_ms=quiet_ms)


def go_to(page: Page, section: str, name: str) -> None:
    """Choose a page in a section of the navigation and wait until it has settled."""
    page.get_by_test_id("stTopNav").get_by_role("button", name=section).click()
    page.get_by_role("menuitem", name=name).click()
    settle(page)
