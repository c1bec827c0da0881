"""``sample``: the illustrative sample into the store, or what a first start left of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from tqdm import tqdm

from grassroots import first_start


@click.command()
@click.option("--rest", is_flag=True, help="Chỉ nạp tiếp phần đang dở / only what an earlier start left.")
def sample(rest: bool) -> None:
    """Nạp số liệu minh họa vào kho. / Load the illustrative sample into the store."""
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
            bar.total = total
            bar.update(done - bar.n)

        yield progress
