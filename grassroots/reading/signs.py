"""Signs of life while a file is read: which page of how many, for whoever listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""Called with a page from 1 and how many there are, as each page is done."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def page_done(page: int, pages: int) -> None:
    listener = _listener.get()
    if listener is not None:
        listener(page, pages)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
