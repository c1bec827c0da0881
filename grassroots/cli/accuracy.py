"""``accuracy``: how well the reader reads, scored on truth tables."""

from __future__ import annotations

import json
from pathlib import Path

import click

from grassroots.cli._shared import fault, language_option
from grassroots.text import Language


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON. / Print JSON.")
@click.option("--show", is_flag=True, help="In từng chỗ sai, không chỉ ví dụ. / Print every fault.")
@click.option("--workers", type=click.IntRange(1), default=2, help="Số tiến trình đọc. / Reading processes.")
@language_option
def accuracy(folder: Path, as_json: bool, show: bool, workers: int, language: Language) -> None:
    """Chấm độ chính xác khi đọc báo cáo trên bảng đáp án. / Score the reader on truth tables.

    FOLDER: thư mục có TÊN.txt và TÊN.truth.csv (cột indicator, value, unit, quote), như lệnh
    export-truth ghi ra. / A folder of NAME.txt and NAME.truth.csv, as export-truth writes them.
    """
    from grassroots.accuracy.scoring import score
    from grassroots.accuracy.telling import as_plain, lines
    from grassroots.accuracy.truth import CaseFault, cases

    try:
        scored = score(cases(folder), workers)
    except CaseFault as wrong:
        raise fault(f"accuracy.fault.{wrong.code}", language, file=wrong.file, **wrong.details) from wrong
    if as_json:
        click.echo(json.dumps(as_plain(scored), ensure_ascii=False, indent=1))
        return
    for line in lines(scored, language, every=show):
        click.echo(line)
