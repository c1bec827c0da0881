"""``decide``: confirm, correct or reject a figure, take a decision back, or add a figure that was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from grassroots.cli._shared import by_option, language_option, store_faults
from grassroots.text import Language, t

if TYPE_CHECKING:
    from grassroots.store import Decided

_ACTIONS = ("confirm", "correct", "reject", "undo", "add")


@click.command()
@click.argument("identifier", metavar="ID")
@click.argument("action", type=click.Choice(_ACTIONS))
@click.option("--value", type=float, help="Giá trị đúng (khi sửa, thêm). / The value (correct, add).")
@click.option("--indicator", help="Mã chỉ tiêu (khi sửa, thêm). / The indicator's code (correct, add).")
@click.option("--unit", "counted_unit", help='Đơn vị đếm: "đơn", "vụ việc" … / What is counted.')
@click.option(
    "--part",
    help='Phần mà số liệu giới hạn vào; "" là cả báo cáo. / What it is limited to; "" is the whole report.',
)
@click.option(
    "--part-kind",
    type=click.Choice(["place", "period", "field", "kind", "post", "body", "level", "other"]),
    help="Phần đó là gì: place (đơn vị), period (kỳ) … / What that part is.",
)
@click.option("--quote", help="Câu gốc, phải có trong báo cáo (khi thêm). / The words it rests on (add).")
@click.option(
    "--passage", type=int, help="Đoạn có câu gốc, khi câu có ở nhiều đoạn. / Where the words stand."
)
@click.option("--reason", help="Lý do; bắt buộc khi sửa. / Why; needed for a correction.")
@by_option
@language_option
def decide(identifier: str, action: str, by: str, language: Language, **said: Any) -> None:
    """Xác nhận (confirm), sửa (correct), loại (reject), rút lại quyết định (undo), thêm số sót (add).
    / Decide on one figure, take a decision back, or add a figure that was missed.

    ID: mã số liệu; với add là mã báo cáo; với undo cũng có thể là mã quyết định. Quyết định được ghi thêm,
    không xóa quyết định trước. / A figure's identifier; a report's for add; for undo a decision's will do
    too. Decisions are added, never overwritten.

    \b
    python -m grassroots decide 2fd28522d2034f52-9 confirm --by "Nguyễn Văn An"
    python -m grassroots decide 2fd28522d2034f52-9 correct --value 142 --reason "Đọc nhầm dòng"
    python -m grassroots decide 2fd28522d2034f52-9 undo
    python -m grassroots decide 2fd28522d2034f52 add --indicator vi_pham --value 0 --quote "không có vi phạm"
    """
    with store_faults(language):
        decided = _decided(identifier, action, by, said)
    key = {"undo": "undone", "add": "added"}.get(action, "done")
    figure_id = decided.figures[0]["figure_id"] if decided.figures else ""
    click.echo(t(f"load.decision.{key}", language, decision_id=decided.decision_id, figure_id=figure_id))


def _decided(identifier: str, action: str, by: str, said: dict[str, Any]) -> Decided:
    from grassroots import store

    quote, passage = said.pop("quote"), said.pop("passage")
    if action == "undo":
        return store.withdraw(identifier, by=by)
    if action == "add":
        if not said["indicator"] or said["value"] is None or not quote:
            raise store.DecisionRefused("addition_incomplete")
        return store.add_figure(identifier, by=by, quote=quote, passage=passage, **said)
    return store.decide(identifier, action, by=by, **said)  # type: ignore[arg-type]  # one of the choices
