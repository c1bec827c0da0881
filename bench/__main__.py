"""``make bench``: how long a click takes, how much is sent, how memory and loading hold up.

Everything runs on this machine's loopback against a temporary store filled with the sample. Loads are
bounded: ten users, a fixed number of reruns.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from pathlib import Path

import click

from bench import what_if
from bench.measure import USERS, PageResult, measure_page, memory_over, pages_of
from bench.user import ScriptFailed
from tools.app import App, running

EMPTY = Path(__file__).with_name("empty.py")
LIMIT_ALONE = 4.0
LIMIT_TOGETHER = 6.0
LIMIT_LOADING_SECONDS = 40.0
MEGABYTE = 2**20


def _load_sample(store: Path) -> None:
    from grassroots import first_start

    os.environ["GRASSROOTS_STORE"] = str(store)
    started = time.perf_counter()
    files = first_start.load_sample()
    seconds = time.perf_counter() - started
    click.echo(
        f"loading: {files} files in {seconds:.1f} s, {files / seconds:.1f} files a second"
        f" (limit for the whole sample {LIMIT_LOADING_SECONDS:.0f} s)\n"
    )


def _header() -> str:
    return (
        f"{'page':<12}{'first ms':>9}{'first KB':>9}{'rerun KB':>9}{'other ms':>9}"
        f"{'p50 ms':>9}{'p95 ms':>8}{'empty':>7}{'ratio':>7}"
        f"{f'p50 x{USERS}':>10}{f'p95 x{USERS}':>9}{'empty':>7}{'ratio':>7}"
    )


def _row(result: PageResult) -> str:
    beyond = result.ratio_alone > LIMIT_ALONE or result.ratio_together > LIMIT_TOGETHER
    return (
        f"{result.page or '(first)':<12}{result.first_ms:>9.0f}{result.first_bytes / 1024:>9.1f}"
        f"{result.rerun_bytes / 1024:>9.1f}{result.other_ms:>9.0f}"
        f"{result.alone.p50:>9.0f}{result.alone.p95:>8.0f}"
        f"{result.alone_empty.p50:>7.0f}{result.ratio_alone:>7.2f}{result.together.p50:>10.0f}"
        f"{result.together.p95:>9.0f}{result.together_empty.p50:>7.0f}{result.ratio_together:>7.2f}"
        f"{'  beyond the limit' if beyond else ''}"
    )


async def _measure(app: App, empty: App, chosen: list[str], alone: int, together: int, reruns: int) -> bool:
    pages = chosen or await pages_of(app)
    click.echo(_header())
    within = True
    for page in pages:
        try:
            result = await measure_page(app, empty, page, alone=alone, together=together)
        except ScriptFailed as failed:
            click.echo(f"{page or '(first)':<12}{failed}")
            within = False
            continue
        within &= result.ratio_alone <= LIMIT_ALONE and result.ratio_together <= LIMIT_TOGETHER
        click.echo(_row(result))
    click.echo(
        "\nfirst: opened by a new session; rerun: a click; other: the first look at another period"
        f"\nratio: p50 over the empty page's in the same minutes; limits {LIMIT_ALONE:g} for one user,"
        f" {LIMIT_TOGETHER:g} for {USERS} users, each clicking again as soon as the answer is there"
    )
    if reruns:
        sizes = await memory_over(app, pages, reruns)
        before, halfway, after = (size / MEGABYTE for size in sizes)
        click.echo(
            f"memory: {before:.0f} MB before, {halfway:.0f} halfway, {after:.0f} after {reruns} reruns"
        )
    return within


@click.command()
@click.option("--page", "pages", multiple=True, help="Only this page, by its path in the URL; repeatable.")
@click.option("--alone", default=30, show_default=True, help="Reruns of a page by one user.")
@click.option("--together", default=8, show_default=True, help=f"Reruns by each of {USERS} users.")
@click.option("--reruns", default=1000, show_default=True, help="Reruns for the memory figure; 0: none.")
@click.option(
    "--store", type=click.Path(path_type=Path), help="A store already filled, instead of the sample."
)
@click.option("--strict", is_flag=True, help="End with an error where a limit is passed.")
def main(
    pages: tuple[str, ...], alone: int, together: int, reruns: int, store: Path | None, strict: bool
) -> None:
    """Measure every page on the sample beside an empty Streamlit page."""
    with tempfile.TemporaryDirectory() as folder:
        if store is None:
            store = Path(folder) / "store"
            store.mkdir()
            _load_sample(store)
        with running(store=store) as app, running(EMPTY) as empty:
            within = asyncio.run(_measure(app, empty, list(pages), alone, together, reruns))
            if not pages or what_if.PAGE in pages:
                within &= what_if.what_if(app, empty)
    if strict and not within:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
