"""``serve``: start the dashboard, on the illustrative sample where the store is empty."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from grassroots import first_start, settings
from grassroots.cli.sample import progress_bar


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
    command = [sys.executable, "-m", "grassroots.serving", str(port)]
    command += ["run", str(settings.ROOT / "dashboard.py")]
    command += ["--server.port", str(port), "--server.address", address, "--server.headless", "true"]
    os.chdir(settings.ROOT)
    if os.name == "nt":  # an exec there would leave the console
        raise SystemExit(subprocess.call(command))
    os.execv(sys.executable, command)


def _first_start() -> None:
    if not first_start.is_needed():
        first_start.begin()
        return
    click.echo("Kho trống: nạp kỳ mới nhất của số liệu minh họa; các kỳ khác nạp tiếp trong khi mở.")
    click.echo("The store is empty: the sample's newest period is loaded now, the others while it serves.")
    with progress_bar("Kỳ mới nhất / the newest period") as progress:
        first_start.begin(progress)
