"""``form``: the empty workbook that a unit fills in for a period, or a folder of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from grassroots.periods import Period
    from grassroots.units import Unit

_SHOWN = 15  # candidates listed for an ambiguous name


@click.command()
@click.argument("unit_words", metavar="UNIT")
@click.argument("period_code", metavar="PERIOD")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Tệp .xlsx cần lập; với --all-below là thư mục. / The file to make; a folder with --all-below.",
)
@click.option(
    "--all-below",
    is_flag=True,
    help="Lập biểu cho mọi xã, phường dưới đơn vị. / One form for each commune below the unit.",
)
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có. / Overwrite what is there.")
def form(unit_words: str, period_code: str, output: Path, all_below: bool, force: bool) -> None:
    """Lập biểu số liệu để một đơn vị điền cho một kỳ. / Make the form of a unit for a period.

    UNIT: mã (2020:25381) hoặc tên, thêm đơn vị cấp trên khi trùng tên: "xã Tân Lập, huyện Đồng Phú".
    Đơn vị lấy theo danh mục có hiệu lực vào ngày cuối kỳ. / A key or a name; units are those of the
    period's last day.

    PERIOD: 2026-q1, 2026-m06, 2026-m09, 2024-m10, 2025-year …

    \b
    python -m grassroots form "xã Tân Lập, huyện Đồng Phú" 2024-year -o tan_lap.xlsx
    python -m grassroots form "tỉnh Đồng Nai" 2026-m09 --all-below -o bieu_9_thang/
    """
    period = _period(period_code)
    about = _unit(unit_words, period)
    if not all_below:
        _write(about, period, _file(output, about, period), force)
        return
    _write_all_below(about, period, output, force)


def _write_all_below(about: Unit, period: Period, folder: Path, force: bool) -> None:
    from tqdm import tqdm

    from grassroots.units import communes_of

    below = communes_of(about.unit_key)
    if not below:
        raise click.ClickException(f"{about.full_name}: không có xã, phường nào bên dưới / nothing below it")
    if folder.exists() and not folder.is_dir():
        raise click.ClickException(f"{folder}: không phải thư mục / is not a folder")
    files = [folder / file_name(each, period) for each in below]
    there = [file for file in files if file.exists()]
    if there and not force:
        raise click.ClickException(
            f"{there[0]}: tệp đã có; thêm --force để ghi đè {len(there)} tệp / exists; --force overwrites"
        )
    for each, file in zip(tqdm(below, unit="biểu", ascii=" ="), files, strict=True):
        _write(each, period, file, force, quiet=True)
    click.echo(f"{len(below)} biểu trong {folder} / forms in {folder}")


def _write(about: Unit, period: Period, file: Path, force: bool, *, quiet: bool = False) -> None:
    from grassroots.forms import make_form

    if file.exists() and not force:
        raise click.ClickException(f"{file}: tệp đã có; thêm --force để ghi đè / exists; --force overwrites")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(make_form(about, period))
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(f"{file}: không ghi được ({reason}) / can't be written") from error
    if not quiet:
        click.echo(str(file))


def _file(output: Path, about: Unit, period: Period) -> Path:
    """The file itself, or a file of the usual name in a folder."""
    return output / file_name(about, period) if output.is_dir() else output


def file_name(about: Unit, period: Period) -> str:
    """``2024-year_25381_xa_tan_lap.xlsx``: sorts by period, says the unit, safe on every system."""
    from grassroots.units import fold

    name = "_".join("".join(c if c.isalnum() else " " for c in fold(about.full_name)).split())
    return f"{period.code}_{about.code}_{name}.xlsx"


def _period(code: str) -> Period:
    from grassroots.periods import Period

    try:
        return Period.parse(code)
    except ValueError as error:
        raise click.BadParameter(
            f"{code!r} không phải kỳ báo cáo; ví dụ 2026-q1, 2026-m06, 2025-year / is no period",
            param_hint="PERIOD",
        ) from error


def _unit(words: str, period: Period) -> Unit:
    """The one unit that is meant. A name that several units bear is refused with a list of them."""
    from grassroots.units import find, unit

    if ":" in words:
        try:
            return unit(words)
        except KeyError as error:
            raise click.BadParameter(f"{words}: không có mã này / no such key", param_hint="UNIT") from error
    last_day = period.days()[1]
    found = find(words, on=last_day)
    if not found:
        raise click.BadParameter(
            f"{words}: không tìm thấy đơn vị, hãy thêm đơn vị cấp trên / no such unit", param_hint="UNIT"
        )
    if not found[0].valid_from <= last_day <= (found[0].valid_to or last_day):
        raise click.BadParameter(_not_then(words, found[0], period), param_hint="UNIT")
    if len(found) > 1:
        raise click.BadParameter(_candidates(words, found), param_hint="UNIT")
    return found[0]


def _not_then(words: str, other: Unit, period: Period) -> str:
    """A unit of another time: what it became, where that is known, and its key in case it is meant."""
    from grassroots.forms.subject import unit_words
    from grassroots.units import successors

    after = successors(other.unit_key)
    while after and after[0].valid_to and after[0].valid_to < period.days()[1]:
        after = [new for old in after for new in successors(old.unit_key)]
    lines = [
        f"{words}: không phải đơn vị vào ngày {period.days()[1]:%d/%m/%Y}; nếu vẫn cần, ghi mã "
        f"{other.unit_key} / not a unit on that day; give its key if it is meant"
    ]
    lines += [f"  → {each.unit_key}  {unit_words(each)}" for each in after]
    return "\n".join(lines)


def _candidates(words: str, found: list[Unit]) -> str:
    from grassroots.forms.subject import unit_words

    lines = [f"{words}: có {len(found)} đơn vị, hãy chọn một / {len(found)} units, choose one"]
    lines += [f"  {each.unit_key}  {unit_words(each)}" for each in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append("  …")
    return "\n".join(lines)
