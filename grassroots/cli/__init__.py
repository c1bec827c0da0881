"""The commands of ``python -m grassroots``: each module beside this one holds the command of its name.

A module whose name begins with an underscore holds none.
A command's module is imported when that command is asked for, so that starting the dashboard doesn't wait
for the readers of Word and PDF.
"""

from __future__ import annotations

import importlib
import pkgutil

import click


class _Commands(click.Group):
    """``empty_sample.py`` holds the command ``empty-sample``, as a function of the module's own name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name.replace("_", "-") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(importlib.import_module(f"{__name__}.{name}"), name)
        return command


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
def main() -> None:
    """Đọc báo cáo thực hiện dân chủ ở cơ sở, nạp vào kho và kiểm tra. / Read, load and check reports."""
