"""What commands share: who runs them, in which language, and faults of the store as sentences."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import click
from filelock import Timeout

from grassroots.text import LANGUAGES, Language, t

Command = Callable[..., Any]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no account, as in some containers
        return "?"


def by_option(command: Command) -> Command:
    return click.option(
        "--by",
        default=_user,
        show_default="tên đăng nhập máy / the system's user",
        help="Tên người thực hiện, được ghi lại. / Who does this; it is recorded.",
    )(command)


def language_option(command: Command) -> Command:
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default="vi",
        show_default=True,
        help="Ngôn ngữ của kết quả và thông báo lỗi. / Language of results and errors.",
    )(command)


@contextmanager
def store_faults(language: str) -> Iterator[None]:
    """Turns what can be wrong with the store into one sentence and exit code 1."""
    from grassroots import store

    try:
        yield
    except store.DecisionRefused as refused:
        raise fault(f"load.decision.{refused.code}", language, **refused.details) from refused
    except store.StoreDamaged as damaged:
        raise fault("load.store.damaged", language, error=damaged) from damaged
    except store.SchemaEdited as edited:
        raise fault("load.store.schema_edited", language, file=edited) from edited
    except store.JournalShorter as shorter:
        raise fault("load.store.journal_shorter", language, file=shorter) from shorter
    except store.JournalDamaged as damaged_line:
        fields = {"file": damaged_line.path, "line": damaged_line.line}
        raise fault("load.store.journal_damaged", language, **fields) from damaged_line
    except Timeout as busy:
        raise fault("load.store.busy", language) from busy
    except OSError as error:
        raise fault("load.store.not_writable", language, error=error) from error


def fault(key: str, language: str, **fields: object) -> click.ClickException:
    return click.ClickException(t(key, cast(Language, language), **fields))
