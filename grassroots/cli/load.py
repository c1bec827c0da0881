"""``load``: report files into the store."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from grassroots.cli._shared import by_option, fault, language_option, store_faults
from grassroots.text import Language, t

if TYPE_CHECKING:
    from grassroots.store import FileResult, Named

_QUIET_FROM = 40  # beyond so many files, those that are simply new or known are only counted


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER…")
@by_option
@click.option("--illustrative", is_flag=True, help="Là số liệu minh họa. / These are illustrative figures.")
@click.option(
    "--unit",
    "unit_key",
    help="Đơn vị, khi tệp không ghi rõ: 2025-07:25363. / The unit where files don't say it.",
)
@click.option(
    "--period", help="Kỳ báo cáo, khi tệp không ghi rõ: 2026-m09. / The period where files don't say it."
)
@click.option("-v", "--verbose", is_flag=True, help="In kết quả từng tệp. / Print what became of each file.")
@language_option
def load(
    paths: tuple[str, ...],
    by: str,
    illustrative: bool,
    unit_key: str | None,
    period: str | None,
    verbose: bool,
    language: Language,
) -> None:
    """Nạp báo cáo vào kho: tệp, thư mục (cả thư mục con), tệp .zip. / Load reports into the store.

    Đọc được Word (.docx, .doc, .odt, .rtf), PDF, bản quét và ảnh chụp, .html, .txt, biểu .xlsx, .xls; dấu -
    là văn bản đưa vào từ lệnh khác. Nạp lại một tệp đã nạp không thay đổi gì. Tệp không nạp được thì nói rõ
    vì sao, các tệp khác vẫn được nạp; khi đó mã thoát khác 0.

    Word, PDF, scans and photographs, HTML, plain text and workbooks; - is text from standard input. Loading
    a file again changes nothing. A file that can't be loaded is named with the reason, the others are loaded,
    and the exit code is not 0.

    \b
    python -m grassroots load bao_cao/ --by "Nguyễn Văn An"
    python -m grassroots load thang_9.zip "BC 213.docx"
    pbpaste | python -m grassroots load - --by "Nguyễn Văn An"
    """
    from tqdm import tqdm

    from grassroots import store
    from grassroots.cli._outcomes import lines_of, totals

    _check(unit_key, period, language)
    with store_faults(language), tqdm(unit=" tệp", ascii=" =", leave=False) as bar:

        def progress(done: int, total: int, result: FileResult) -> None:
            bar.total = total
            bar.set_postfix_str("")
            bar.update(done - bar.n)
            if verbose or total <= _QUIET_FROM or result.notes or result.outcome in ("failed", "revision"):
                for line in lines_of(result, language):
                    bar.write(line)

        def pages(file_name: str, page: int, of: int) -> None:
            bar.set_postfix_str(t("load.pages", language, file=file_name, page=page, pages=of))

        try:
            with _given(paths) as files:
                summary = store.load_files(
                    files,
                    by=by,
                    illustrative=illustrative,
                    unit_key=unit_key,
                    period=period,
                    progress=progress,
                    pages=pages,
                )
        except KeyboardInterrupt:
            bar.close()
            raise fault("load.total.interrupted", language) from None
    for line in totals(summary, language):
        click.echo(line)
    if summary.failed or not summary.results:
        raise SystemExit(1)


@contextmanager
def _given(paths: Sequence[str]) -> Iterator[list[str | Named]]:
    """The files named; what comes in on standard input, for "-", is one of them while this lasts."""
    with TemporaryDirectory(prefix="grassroots-") as folder:
        files: list[str | Named] = []
        for path in paths:
            if path == "-":
                from grassroots.reading.documents.formats import LARGEST_BYTES
                from grassroots.store import Named

                given = Path(folder) / "given"
                given.write_bytes(sys.stdin.buffer.read(LARGEST_BYTES + 1))
                files.append(Named("-.txt", given))
            else:
                files.append(path)
        yield files


def _check(unit_key: str | None, period: str | None, language: Language) -> None:
    from grassroots.periods import Period
    from grassroots.units import unit

    try:
        if unit_key is not None:
            unit(unit_key)
    except KeyError as unknown:
        raise click.BadParameter(t("load.problem.given_unit", language, unit_key=unit_key)) from unknown
    try:
        if period is not None:
            Period.parse(period)
    except ValueError as unknown:
        raise click.BadParameter(t("load.problem.given_period", language, period=period)) from unknown
