"""``population``: inhabitants of units, from an office's file."""

from __future__ import annotations

from pathlib import Path

import click

from grassroots.cli._shared import by_option, language_option, store_faults
from grassroots.text import Language


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@by_option
@language_option
def population(file: Path, by: str, language: Language) -> None:
    """Nạp dân số các đơn vị từ tệp CSV. / Take in inhabitants of units from a CSV file.

    Dòng đầu là tiêu đề: mã đơn vị, thời kỳ (2020, 2025-01, 2025-07), năm, dân số, nguồn; thay cho mã có thể
    ghi tên đơn vị. Tệp có một dòng sai thì không nạp dòng nào, và mỗi dòng sai được nói rõ. Số nạp sau thay
    số trước của cùng đơn vị và năm.

    The first line is the heading: code, vintage, year, population, source; a name may stand for the code. A
    file with one bad line is not loaded at all, and each bad line is named. What is loaded later holds.

    \b
    python -m grassroots population dan_so_2025.csv --by "Lan"
    """
    from grassroots import store
    from grassroots.population import UnusablePopulation
    from grassroots.population_words import done_sentence, refused_lines

    with store_faults(language):
        try:
            loaded = store.load_population(file.read_bytes(), file.name, by=by)
        except UnusablePopulation as refused:
            raise click.ClickException("\n".join(refused_lines(refused, file.name, language))) from refused
    click.echo(done_sentence(loaded.file_name, loaded.rows, loaded.units, loaded.years, language))
