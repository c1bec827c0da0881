"""``status``: what the store holds."""

from __future__ import annotations

import click

from grassroots.cli._shared import language_option, store_faults
from grassroots.text import Language, moment, t

_COUNTED = (
    *("version", "reports", "illustrative_reports", "files", "figures"),
    *("undecided_figures", "decisions", "issues"),
)


@click.command()
@language_option
def status(language: Language) -> None:
    """Kho đang có gì: báo cáo, số liệu, quyết định, dung lượng. / What the store holds."""
    from grassroots import store
    from grassroots.issue_words import number

    with store_faults(language):
        state = store.status()
    updated = t("load.status.never", language)
    if state.updated_at is not None:
        updated = moment(state.updated_at, language)
    rows = [("folder", str(state.path))]
    rows += [(name, number(getattr(state, name), language)) for name in _COUNTED]
    rows += [("updated_at", updated), ("megabytes", number(state.bytes / 2**20, language))]
    width = max(len(t(f"load.status.{name}", language)) for name, _ in rows)
    for name, value in rows:
        click.echo(f"{t(f'load.status.{name}', language):{width}}  {value}")
