"""Pictures of every page, to be looked at: ``make screenshots``, or ``python -m tools.screenshots``.

Three sizes (a projector, a small laptop, a phone) in both languages, into ``build/screenshots``. Without
``--store`` or ``--url`` the sample is loaded into a temporary store first. ``--readme`` renews the picture
in README.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import parse_qsl

import click
from playwright.sync_api import Browser

from bench.user import User
from tools.app import ROOT, running
from tools.browser import LARGE, PHONE, SMALL, Watch, address, chromium, visit

SIZES = {"1920x1080": LARGE, "1366x768": SMALL, "390x844": PHONE}
README_PICTURE = ROOT / "docs" / "overview.png"


@contextlib.contextmanager
def _dashboard(store: Path | None, url: str | None) -> Iterator[str]:
    """The URL to photograph: one that is running already, or a server on a store."""
    if url is not None:
        yield url.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as folder:
        if store is None:
            from grassroots import first_start

            store = Path(folder)
            os.environ["GRASSROOTS_STORE"] = str(store)
            click.echo(f"loaded {first_start.load_sample()} files of the sample")
        with running(store=store) as app:
            yield app.url


async def _paths(url: str) -> list[str]:
    async with User(url.replace("http", "ws", 1) + "/_stcore/stream") as user:
        await user.run()
        return list(user.pages)


def _shoot(
    browser: Browser, target: str, file: Path, size: tuple[int, int], *, dark: bool, whole: bool
) -> list[str]:
    """One picture. Returns what was wrong: requests to outside and console errors."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light"
    )
    page, watch = context.new_page(), Watch()
    watch.follow(page)
    visit(page, target, quiet_ms=1200)
    if whole:  # Streamlit scrolls inside the page: a window as high as the content shows all of it
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": size[0], "height": max(size[1], int(height))})
        page.wait_for_timeout(800)
    page.screenshot(path=file)
    context.close()
    return [f"asked outside: {url}" for url in watch.outside] + watch.errors


@click.command()
@click.option("--store", type=click.Path(path_type=Path), help="A store already filled.")
@click.option("--url", help="A dashboard already running.")
@click.option("--page", "pages", multiple=True, help="Only this page, by its path; repeatable.")
@click.option("--lang", "languages", multiple=True, default=("vi", "en"), show_default=True)
@click.option("--size", "sizes", multiple=True, type=click.Choice(list(SIZES)), default=list(SIZES))
@click.option("--query", default="", help="Filters as in the URL: 'period=2026-m09&place=…'.")
@click.option("--dark", is_flag=True)
@click.option("--whole", is_flag=True, help="The whole page, not only its first view.")
@click.option("--out", type=click.Path(path_type=Path), default=ROOT / "build" / "screenshots")
@click.option("--readme", is_flag=True, help="Only the overview in Vietnamese, into docs/.")
def main(
    store: Path | None,
    url: str | None,
    pages: tuple[str, ...],
    languages: tuple[str, ...],
    sizes: tuple[str, ...],
    query: str,
    dark: bool,
    whole: bool,
    out: Path,
    readme: bool,
) -> None:
    """Photograph the dashboard's pages."""
    out.mkdir(parents=True, exist_ok=True)
    filters = dict(parse_qsl(query))
    with _dashboard(store, url) as base:
        paths = pages or tuple(asyncio.run(_paths(base)))  # before the browser, which has a loop of its own
        with chromium() as browser:
            if readme:
                _shoot(browser, address(base, **filters), README_PICTURE, LARGE, dark=False, whole=False)
                return
            for path, size, language in product(paths, sizes, languages):
                name = f"{path or 'overview'}-{size}-{language}{'-dark' if dark else ''}.png"
                target = address(base, path, lang=language, **filters)
                click.echo(name)
                for fault in _shoot(browser, target, out / name, SIZES[size], dark=dark, whole=whole):
                    click.echo(f"  {fault}")


if __name__ == "__main__":
    main()
