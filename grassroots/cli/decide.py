"""``decide``: confirm, correct or reject one figure."""

from __future__ import annotations

import click

from grassroots.cli._shared import by_option, language_option, store_faults
from grassroots.text import Language, t


@click.command()
@click.argument("figure_id")
@click.argument("action", type=click.Choice(["confirm", "correct", "reject"]))
@click.option("--value", type=float, help="Giá trị đúng (khi sửa). / What it should be.")
@click.option("--indicator", help="Chỉ tiêu đúng (khi sửa). / The right indicator's code.")
@click.option(
    "--part",
    help='Phần mà số liệu giới hạn vào; "" là cả báo cáo. / What it is limited to; "" is the whole report.',
)
@click.option(
    "--part-kind",
    type=click.Choice(["place", "period", "field", "kind", "post", "body", "level", "other"]),
    help="Phần đó là gì: place (đơn vị), period (kỳ) … / What that part is.",
)
@click.option("--reason", help="Lý do; bắt buộc khi sửa. / Why; needed for a correction.")
@by_option
@language_option
def decide(
    figure_id: str,
    action: str,
    value: float | None,
    indicator: str | None,
    part: str | None,
    part_kind: str | None,
    reason: str | None,
    by: str,
    language: Language,
) -> None:
    """Xác nhận (confirm), sửa (correct) hoặc loại (reject) một số liệu. / Decide on one figure.

    FIGURE_ID: mã số liệu, như trang duyệt báo cáo ghi. Quyết định được ghi thêm, không xóa quyết định trước.
    / The figure's identifier as the review page shows it. Decisions are added, never overwritten.

    \b
    python -m grassroots decide 2fd28522d2034f52-9 confirm --by "Nguyễn Văn An"
    python -m grassroots decide 2fd28522d2034f52-9 correct --value 142 --reason "Đọc nhầm dòng"
    """
    from grassroots import store

    with store_faults(language):
        decision_id = store.decide(
            figure_id,
            action,  # type: ignore[arg-type]  # one of the choices
            by=by,
            value=value,
            indicator=indicator,
            part=part,
            part_kind=part_kind,
            reason=reason,
        )
    click.echo(t("load.decision.done", language, decision_id=decision_id))
