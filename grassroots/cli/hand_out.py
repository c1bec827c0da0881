"""``hand-out``: the report, slides or tables of a place and period as a file."""

from __future__ import annotations

from pathlib import Path

import click

from grassroots.cli._shared import language_option, store_faults
from grassroots.text import Language


@click.command("hand-out")
@click.option("--place", required=True, help="Mã đơn vị, như 2025-07:75. / A unit's key.")
@click.option("--period", required=True, help="Kỳ báo cáo, như 2026-m09. / A named period.")
@click.option("--base", help="Kỳ so sánh; mặc định cùng kỳ năm trước. / The period compared with.")
@click.option(
    "--page",
    default="overview",
    show_default=True,
    type=click.Choice(("overview", "complaints", "training", "models")),
    help="Trang mà bảng tính lấy. / The page whose tables a workbook holds.",
)
@click.option("--confirmed", is_flag=True, help="Chỉ số liệu đã xác nhận. / Confirmed figures only.")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Tệp cần ghi; đuôi tệp cho biết loại. / The file; its ending says the kind.",
)
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có. / Overwrite what is there.")
@language_option
def hand_out(
    place: str,
    period: str,
    base: str | None,
    page: str,
    confirmed: bool,
    target: Path,
    force: bool,
    language: Language,
) -> None:
    """Xuất báo cáo, trình chiếu hay bảng số liệu. / Hand out a report, slides or tables.

    \b
    python -m grassroots hand-out --place 2025-07:75 --period 2026-m09 --to bao_cao.docx
    """
    from grassroots import briefs
    from grassroots.periods import Period
    from grassroots.store import Reader

    ending = target.suffix.lower().lstrip(".")
    if ending not in briefs.ENDINGS:
        known = ", ".join(f".{one}" for one in briefs.ENDINGS)
        raise click.BadParameter(f"{target.name}: cần một trong / needs one of {known}", param_hint="--to")
    if target.exists() and not force:
        raise click.ClickException(
            f"{target}: tệp đã có; thêm --force để ghi đè / exists; --force overwrites"
        )
    try:
        at = Period.parse(period)
        base = base and Period.parse(base).code
    except ValueError as error:
        raise click.BadParameter(f"{error}", param_hint="--period, --base") from error
    with store_faults(language):
        reader = Reader()
        try:
            wanted = briefs.asked(
                reader, place, at.code, base=base or at.same_period_of(at.year - 1).code,
                only_confirmed=confirmed, language=language, page=page,
            )  # fmt: skip
        except KeyError as error:
            raise click.BadParameter(
                f"{place}: kho chưa có báo cáo của nơi này / the store holds no report of this place",
                param_hint="--place",
            ) from error
        if not wanted.foundation.get("reports"):
            raise click.ClickException(
                f"{place}, {period}: chưa có báo cáo / no report of this place and period"
            )
        content = briefs.hand_out(wanted, ending)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{target}: {error.strerror or error}") from error
    click.echo(str(target))
