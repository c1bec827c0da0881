"""``rebuild``: the whole store again, from originals, journal and reference data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grassroots.cli._shared import language_option, store_faults
from grassroots.text import Language, t

if TYPE_CHECKING:
    from grassroots.store import Carried


@click.command()
@language_option
def rebuild(language: Language) -> None:
    """Dựng lại toàn bộ kho từ bản gốc và nhật ký. / Make the whole store again.

    Dùng khi cơ sở dữ liệu hỏng, sau khi nâng cấp phần mềm, hoặc để đọc lại báo cáo bằng bộ đọc mới. Quyết
    định của người duyệt được giữ; số liệu nay đọc khác được liệt kê. Trang đang mở vẫn xem được.

    For a damaged database, after an upgrade, or to read all reports again with a newer reader. Decisions
    stand; decided figures that are now read otherwise are listed. Open pages go on meanwhile.
    """
    from tqdm import tqdm

    from grassroots import store

    with store_faults(language), tqdm(ascii=" =", leave=False) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        summary = store.rebuild(progress=progress)
    counts = {"reports": summary.reports, "files": summary.files, "decisions": summary.decisions}
    click.echo(t("load.rebuilt.counts", language, **counts))
    _list("changed", summary.changed, language)
    _list("orphaned", summary.orphaned, language)
    if not summary.changed and not summary.orphaned:
        click.echo(t("load.rebuilt.same", language))
    if summary.failed:
        click.echo(t("load.rebuilt.failed", language, count=len(summary.failed)))
        for one in summary.failed:
            if one.problem is not None:
                click.echo("    " + one.problem.sentence(one.file_name, language))
        raise SystemExit(1)


def _list(fate: str, carried: tuple[Carried, ...], language: Language) -> None:
    from grassroots.issue_words import number
    from grassroots.names import indicator_name

    if carried:
        click.echo(t(f"load.rebuilt.{fate}", language, count=len(carried)))
    for one in carried:
        fields = {
            "indicator": indicator_name(one.indicator, language),
            "part": f" ({one.part})" if one.part else "",
            "value": number(one.value, language),
            "now": t("load.outcome.absent", language) if one.now is None else number(one.now, language),
            "quote": one.quote,
        }
        click.echo(t("load.rebuilt.carried", language, **fields))
