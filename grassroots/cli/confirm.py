"""``confirm``: all undecided figures of a report at once."""

from __future__ import annotations

import click

from grassroots.cli._shared import by_option, language_option, store_faults
from grassroots.text import Language, t


@click.command()
@click.argument("report_id")
@by_option
@language_option
def confirm(report_id: str, by: str, language: Language) -> None:
    """Xác nhận mọi số liệu chưa quyết định của một báo cáo. / Confirm all undecided figures of a report.

    REPORT_ID: mã báo cáo, xem bằng lệnh reports. / The identifier that ``reports`` lists.
    """
    from grassroots import store

    with store_faults(language):
        confirmed = store.confirm_all(report_id, by=by)
    click.echo(t("load.decision.confirmed", language, count=confirmed))
