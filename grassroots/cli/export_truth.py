"""``export-truth``: an office's reviewed reports as cases to score the reader on."""

from __future__ import annotations

from pathlib import Path

import click

from grassroots.cli._shared import fault, language_option, store_faults
from grassroots.text import Language, t


@click.command("export-truth")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--place", help="Chỉ báo cáo của một địa bàn: 2025-07:25363. / Only of a place and below.")
@language_option
def export_truth(folder: Path, place: str | None, language: Language) -> None:
    """Ghi báo cáo đã xác nhận hết thành bài chấm. / Write fully reviewed reports as cases.

    FOLDER: thư mục nhận TÊN.txt và TÊN.truth.csv, mỗi báo cáo bằng lời đã xác nhận mọi số liệu một bài.
    Chấm bằng lệnh accuracy. / Gets NAME.txt and NAME.truth.csv of every
    narrative report whose figures are all decided.
    """
    from grassroots import queries, store, units
    from grassroots.accuracy import exporting
    from grassroots.names import unit_name

    if place is not None and place not in {one.unit_key for one in units.all_units()}:
        raise fault("accuracy.export.unknown_place", language, place=place)
    with store_faults(language):
        reader = store.Reader()

        def rows(name: str, **params: str | None) -> list[dict[str, object]]:
            return reader.rows(queries.query(name).sql, params)

        written = 0
        for report in filter(exporting.reviewed, rows("reports", place=place, period=None)):
            report_id = str(report["report_id"])
            passages = rows("report_passages", report_id=report_id)
            if not passages:
                click.echo(t("accuracy.export.no_text", language, report=report_id), err=True)
                continue
            try:
                exporting.write(folder, report, passages, rows("report_figures", report_id=report_id))
            except exporting.FolderHolds as held:
                fields = {"folder": folder, "file": held.file}
                raise fault("accuracy.export.exists", language, **fields) from held
            written += 1
    if not written:
        named = units.unit(place) if place else None
        where = unit_name(named.name, named.kind, language) if named else ""
        within = t("accuracy.export.in_place", language, place=where) if where else ""
        raise fault("accuracy.export.none", language, place=within)
    click.echo(t("accuracy.export.done", language, count=written, folder=folder))
    click.echo(t("accuracy.export.names", language))
