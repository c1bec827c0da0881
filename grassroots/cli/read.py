"""``read``: what the reader sees in one file, without storing anything."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import Any

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON. / Print JSON.")
def read(file: Path, as_json: bool) -> None:
    """Đọc một tệp và in các số liệu đọc được, không lưu gì. / Read one file and print its figures.

    FILE: báo cáo .docx, .pdf, .txt, biểu nhập .xlsx, biểu thống kê .xlsx, .xls; loại tệp nhận theo nội dung.
    """
    from grassroots.reading import read_file
    from grassroots.reading.model import UnreadableReport
    from grassroots.text import LANGUAGES, t

    if file.is_dir():
        raise click.ClickException(f"{file}: là thư mục, cần một tệp / is a folder, a file is needed")
    try:
        reading = read_file(file)
    except UnreadableReport as problem:
        place = f", {problem.place}" if problem.place else ""
        key = problem.code if "." in problem.code else f"problem.{problem.code}"
        message, english = (t(key, language, **problem.details) for language in LANGUAGES)
        raise click.ClickException(f"{file}{place}: {message}\n({english})") from problem
    if as_json:
        click.echo(json.dumps(_as_json(reading), ensure_ascii=False, indent=1))
    else:
        _print_table(reading)


def _as_json(reading: Any) -> dict[str, Any]:
    """Figures first, as tools that score the reader expect; passages and lines are left out."""
    whole = _plain(reading)
    whole.pop("passages")
    whole.pop("lines")
    return {"figures": whole.pop("figures"), "particulars": whole.pop("particulars"), **whole}


def _plain(value: Any) -> Any:
    from grassroots.periods import Period

    if isinstance(value, Period):
        return value.code
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: _plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _print_table(reading: Any) -> None:
    particulars = reading.particulars
    period = particulars.period.code if particulars.period else "?"
    number = particulars.number or "?"
    click.echo(f"{particulars.issuer or '?'} · {number} · {period} · {reading.format}")
    for figure in reading.figures:
        value = f"{figure.value:g}".replace(".", ",")
        part = f" [{figure.part}]" if figure.part else ""
        click.echo(
            f"{figure.indicator:36} {value:>10} {figure.counted_unit or '':14}{part}  {figure.confidence:.2f}"
            f"  “{figure.quote}”"
        )
    click.echo(f"{len(reading.figures)} số liệu / figures")
    for cell in reading.cells:
        value = f"{cell.value:g}".replace(".", ",")
        click.echo(f"{cell.form} {cell.column or '?':>4} {value:>10}  {cell.row or '–'}; {cell.heading}")
    if reading.cells:
        click.echo(f"{len(reading.cells)} ô khác / further cells")
