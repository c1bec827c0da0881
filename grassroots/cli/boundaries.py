"""``boundaries``: outlines of communes for the maps."""

from __future__ import annotations

from pathlib import Path

import click

from grassroots.cli._shared import language_option
from grassroots.text import Language, t
from grassroots.units import VINTAGES


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--vintage",
    type=click.Choice(VINTAGES),
    help="Đơn vị của thời kỳ nào; không ghi thì tự nhận ra. / Of which units; else told by itself.",
)
@language_option
def boundaries(file: Path, vintage: str | None, language: Language) -> None:
    """Nạp ranh giới xã cho bản đồ: GeoJSON, hoặc .zip của một shapefile. / Outlines of communes for the maps.

    Vùng được ghép với xã theo mã, không có mã thì theo tỉnh, cấp trên và tên; chồng lấn, khe hở được sửa. Báo
    lại những gì không khớp. Ranh giới nạp trước đó của cùng thời kỳ được thay thế.

    Areas are matched by code, else by province, parent and name; overlaps and gaps are mended, what doesn't
    match is listed. Outlines of the same period taken in before are replaced.

    \b
    python -m grassroots boundaries ranh_gioi_xa.geojson
    """
    from grassroots.boundaries import UnusableOutlines, take_in
    from grassroots.boundaries.words import outcome_lines, problem_sentence

    def tell(step: str) -> None:
        click.echo(t(f"boundaries.step.{step}", language) + " …", err=True)

    try:
        outcome = take_in(file, vintage=vintage, progress=tell)
    except UnusableOutlines as problem:
        raise click.ClickException(problem_sentence(problem, file.name, language)) from problem
    for line in outcome_lines(outcome, language):
        click.echo(line)
