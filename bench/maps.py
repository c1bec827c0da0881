"""``python -m bench.maps``: a map of a province and one of the country beside an empty page.

The sample, and reports lent to every other commune (``bench.country``), so that all 3,321 have a colour.
Reruns take turns with the empty page's; what is sent is counted on the websocket and for the outlines fetched
beside, compressed as a browser asks for them. In a real browser: from the click on a filter until the map is
another.
"""

from __future__ import annotations

import asyncio
import io
import os
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import click
from PIL import Image, ImageChops
from playwright.sync_api import Page

from bench.country import fill_country
from bench.user import User
from tools.app import App, running
from tools.browser import LARGE, address, chromium, settle

EMPTY = Path(__file__).with_name("empty.py")
EMPTY_FILTER = Path(__file__).with_name("empty_filter.py")
PLACES = {"province": ("2025-07:75", 4.0), "country": ("2025-07:VN", 10.0)}
MOST_FIRST, MOST_AFTER = 1_500_000, 200_000
_OTHER = "classes=continuous"


@dataclass(frozen=True)
class MapResult:
    """One map: milliseconds of a rerun, bytes sent the first time and when colours change."""

    p50: float
    empty: float
    first: int
    after: int
    fetched_again: int

    @property
    def ratio(self) -> float:
        return self.p50 / self.empty


async def measure_map(app: App, empty: App, place: str, turns: int) -> MapResult:
    """The overview of a place, coloured another way at every rerun once both ways were seen."""
    async with User(app.websocket) as user, User(empty.websocket) as beside:
        user.query_string = f"place={place}"
        first = (await user.run()).received + sum(_size(app, path) for path in user.outlines)
        known = set(user.outlines)
        user.query_string = f"place={place}&{_OTHER}"
        after = (await user.run()).received
        times, empty_times = [], []
        for turn in range(turns):
            user.query_string = f"place={place}" + (f"&{_OTHER}" if turn % 2 else "")
            empty_times.append((await beside.run()).seconds)
            times.append((await user.run()).seconds)
        return MapResult(
            1000 * median(times), 1000 * median(empty_times), first, after, len(user.outlines - known)
        )


def _size(app: App, path: str) -> int:
    """Bytes of a file as it is sent."""
    asked = urllib.request.Request(app.url + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return len(answer.read())


def painted_after(page: Page, target: str, turns: int = 4) -> float:
    """Milliseconds from the click on another period until what is drawn has changed."""
    page.goto(target, wait_until="domcontentloaded")
    shown = page.locator("[data-testid=stDeckGlJsonChart], [data-testid=stMarkdown]").first
    shown.wait_for(timeout=120_000)
    settle(page, timeout_ms=120_000, quiet_ms=2500)
    box = page.locator("[data-testid=stSelectbox]")
    period = box.nth(1) if box.count() > 1 else box.first
    times = []
    for turn in range(turns):
        before = _picture(shown.screenshot())
        period.click()
        option = page.get_by_role("option").filter(has_text="2025" if turn % 2 == 0 else "2026").first
        option.wait_for()
        started = time.perf_counter()
        option.click()
        while ImageChops.difference(before, _picture(shown.screenshot())).getbbox() is None:
            if time.perf_counter() - started > 60:
                raise TimeoutError(target)
        times.append(time.perf_counter() - started)
    return 1000 * median(times)


def _picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB").resize((200, 200))


@click.command()
@click.option("--turns", default=20, show_default=True, help="Reruns of each map.")
@click.option("--store", type=click.Path(path_type=Path), help="A store already filled.")
@click.option("--browser/--no-browser", default=True, show_default=True, help="Paint in Chromium too.")
@click.option("--strict", is_flag=True, help="End with an error where a limit is passed.")
def main(turns: int, store: Path | None, browser: bool, strict: bool) -> None:
    """Measure the maps of a province and of the country beside an empty page."""
    within = True
    with tempfile.TemporaryDirectory() as folder:
        if store is None:
            from grassroots import first_start

            store = Path(folder) / "store"
            store.mkdir()
            os.environ["GRASSROOTS_STORE"] = str(store)
            first_start.load_sample()
            fill_country(store)
        with running(store=store) as app:
            with running(EMPTY) as empty:
                for name, (place, limit) in PLACES.items():
                    found = asyncio.run(measure_map(app, empty, place, turns))
                    good = found.ratio <= limit and not found.fetched_again
                    if place.endswith("VN"):
                        good &= found.first <= MOST_FIRST and found.after <= MOST_AFTER
                    within &= good
                    click.echo(
                        f"map of the {name}: rerun p50 {found.p50:.0f} ms, empty page {found.empty:.0f},"
                        f" ratio {found.ratio:.2f} (limit {limit:g}); sent first {found.first / 1000:.0f} kB,"
                        f" {found.after / 1000:.0f} kB when only colours change, outlines fetched again:"
                        f" {found.fetched_again}{'' if good else '  beyond the limit'}"
                    )
            if browser:
                _paint(app)
    if strict and not within:
        raise SystemExit(1)


def _paint(app: App) -> None:
    with running(EMPTY_FILTER) as empty, chromium() as opened:
        page = opened.new_page(viewport={"width": LARGE[0], "height": LARGE[1]})
        times = {"empty page": painted_after(page, empty.url)}
        for name, (place, _limit) in PLACES.items():
            times[name] = painted_after(page, address(app.url, place=place))
        said = ", ".join(f"{name} {milliseconds:.0f} ms" for name, milliseconds in times.items())
        click.echo(f"from the click on a period until it is painted, drawn in software: {said}")


if __name__ == "__main__":
    main()
