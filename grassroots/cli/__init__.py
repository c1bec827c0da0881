"""The commands of ``python -m grassroots``; each command is a module beside this one."""

from __future__ import annotations

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Đọc báo cáo thực hiện dân chủ ở cơ sở, nạp vào kho và kiểm tra. / Read, load and check reports."""


def _register() -> None:
    from grassroots.cli.form import form
    from grassroots.cli.read import read

    main.add_command(form)
    main.add_command(read)


_register()
