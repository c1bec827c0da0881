"""``read``: what the reader sees in one file, without storing anything."""

from __future__ import annotations

import click


@click.command()
@click.argument("file", type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON / print JSON.")
def read(file: str, as_json: bool) -> None:
    """Đọc một tệp và in các số liệu đọc được, không lưu gì. / Read one file and print its figures."""
    raise click.ClickException("…")
