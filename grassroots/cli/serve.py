"""``serve`` and ``sample``: start the dashboard, on the illustrative sample where the store is empty."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from tqdm import tqdm

from grassroots import first_start, settings


@click.command()
@click.option("--port", default=8501, show_default=True, help="Cổng trên máy này / the port on this machine.")
@click.option(
    "--address",
    default="localhost",
    show_default=True,
    help="Địa chỉ; 0.0.0.0 để máy khác trong cơ quan mở được / 0.0.0.0 opens it to other machines.",
)
@click.option("--no-sample", is_flag=True, help="Không nạp số liệu minh họa / don't load the sample.")
def serve(port: int, address: str, no_sample: bool) -> None:
    """Mở bảng số liệu; kho trống thì nạp số liệu minh họa trước. / Serve the dashboard."""
    if no_sample:
        first_start.decline()
    _first_start()
    click.echo(f"Bảng số liệu mở tại / the dashboard is served at http://{address}:{port}")
    command = [sys.executable, "-m", "streamlit", "run", str(settings.ROOT / "dashboard.py")]
    command += ["--server.port", str(port), "--server.address", address, "--server.headless", "true"]
    os.chdir(settings.ROOT)
    if os.name == "nt":  # an exec there would leave the console
        raise SystemExit(subprocess.call(command))
    os.execv(sys.executable, command)


@click.command()
@click.option("--rest", is_flag=True, help="Chỉ nạp tiếp phần đang dở / only what an earlier start left.")
def sample(rest: bool) -> None:
    """Nạp số liệu minh họa vào kho. / Load the illustrative sample into the store."""
    with _bar("Số liệu minh họa / the sample") as progress:
        if rest:
            first_start.go_on(progress)
        else:
            first_start.load_sample(progress)


def _first_start() -> None:
    if not first_start.is_needed():
        first_start.begin()
        return
    click.echo("Kho trống: nạp kỳ mới nhất của số liệu minh họa; các kỳ khác nạp tiếp trong khi mở.")
    click.echo("The store is empty: the sample's newest period is loaded now, the others while it serves.")
    with _bar("Kỳ mới nhất / the newest period") as progress:
        first_start.begin(progress)


@contextmanager
def _bar(label: str) -> Iterator[first_start.Progress]:
    with tqdm(desc=label, unit=" tệp", leave=True) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield progress
