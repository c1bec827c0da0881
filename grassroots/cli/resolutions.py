"""``resolutions``: whether the files of resolutions can be followed, and the table of their clauses."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--table",
    type=click.Path(path_type=Path),
    help="Ghi bảng mọi điều khoản ra tệp Markdown. / Write the table of all clauses to this Markdown file.",
)
def resolutions(table: Path | None) -> None:
    """Kiểm tra các tệp nghị quyết, kế hoạch. / Check the files of resolutions and plans.

    Mỗi tệp ở data/reference/resolutions là một nghị quyết, kế hoạch hoặc dự thảo; thêm tệp là trang Biện
    pháp có thêm nghị quyết ấy ở lần mở sau. / Each file is one resolution; a new file is on the page at
    the next start.
    """
    from grassroots.resolutions import ResolutionFault, resolutions
    from grassroots.resolutions.telling import clauses_page

    try:
        found = resolutions()
    except ResolutionFault as fault:
        raise click.ClickException(str(fault)) from fault
    for one in found.values():
        clauses = [clause for measure in one.measures for clause in measure.clauses]
        shown = sum(bool(clause.aims) for clause in clauses)
        click.echo(
            f"{one.code}: {len(one.measures)} biện pháp / measures, {len(clauses)} điều khoản / clauses, "
            f"{shown} đo được / can be measured"
        )
    if table is not None:
        table.write_text(clauses_page(), encoding="utf-8")
