"""``reports``: every report the store holds."""

from __future__ import annotations

import click

from grassroots.cli._shared import language_option, store_faults
from grassroots.text import Language, t


@click.command()
@click.option("--period", help="Chỉ một kỳ: 2026-m09. / Of one period only.")
@language_option
def reports(period: str | None, language: Language) -> None:
    """Liệt kê báo cáo trong kho, kỳ mới nhất trước. / List the stored reports, newest period first."""
    from grassroots import store
    from grassroots.names import period_name, unit_name

    with store_faults(language):
        rows = [row for row in store.reports() if period in (None, row["period"])]
    if not rows:
        click.echo(t("load.reports.none", language))
    superseded = {row["replaces"] for row in rows}
    for row in rows:
        marks = [
            t("load.reports.illustrative", language) if row["illustrative"] else "",
            t("load.reports.superseded", language) if row["report_id"] in superseded else "",
        ]
        told = [
            row["report_id"],
            unit_name(row["name"], row["kind"], language),
            period_name(row["period"], language),
            t("load.total.figures", language, count=row["figures"]),
            ", ".join(row["files"]),
            *filter(None, marks),
        ]
        click.echo(" · ".join(told))
