"""``sample``: the illustrative sample into the store, or what a first start left of it; and out of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from tqdm import tqdm

from grassroots import first_start
from grassroots.cli._shared import by_option, language_option, store_faults
from grassroots.text import Language, t


@click.group(invoke_without_command=True)
@click.option("--rest", is_flag=True, help="Chỉ nạp tiếp phần đang dở / only what an earlier start left.")
@click.pass_context
def sample(context: click.Context, rest: bool) -> None:
    """Số liệu minh họa: nạp vào kho, hoặc đưa ra khỏi kho. / The illustrative sample, in or out.

    Không kèm lệnh con thì nạp. / Without a subcommand it is loaded.
    """
    if context.invoked_subcommand is None:
        _load(rest)


@sample.command()
def load() -> None:
    """Nạp số liệu minh họa, kỳ mới nhất trước. / Load the sample, its newest period first."""
    _load(rest=False)


@sample.command()
@by_option
@language_option
def empty(by: str, language: Language) -> None:
    """Đưa mọi số liệu minh họa ra khỏi kho trước khi dùng thật. / Take all illustrative figures out."""
    from grassroots import store

    with store_faults(language):
        gone = store.empty_sample(by=by)
    key = "load.store.emptied" if gone else "load.store.no_sample"
    click.echo(t(key, language, **({"count": gone} if gone else {})))


def _load(rest: bool) -> None:
    with progress_bar("Số liệu minh họa / the sample") as progress:
        if rest:
            first_start.go_on(progress)
        else:
            first_start.load_sample(progress)


@contextmanager
def progress_bar(label: str) -> Iterator[first_start.Progress]:
    """A bar on the terminal, drawn by what is called with files done and files in all."""
    with tqdm(desc=label, unit=" tệp") as bar:

        def progress(done: int, total: int) -> None:
            if done < bar.n:  # the next period
                bar.reset()
            bar.total = total
            bar.update(done - bar.n)

        yield progress
