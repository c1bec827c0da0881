"""An agenda: blocks of the dashboard's pages in the order in which a meeting looks at them.

A pin names a block and the choices under which it was looked at, not the figures: these are drawn anew each
time, or from the copy that the agenda was frozen on. Written as one JSON text, the same for equal agendas.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

LONGEST_TITLE = 80  # characters
LONGEST_COMMENT = 300
LONGEST_CHOICE = 4000  # a scenario is the longest
MOST_PINS = 60
NUMBER = "number_"  # what the block of a single number begins with; an indicator's code follows

_CODE = re.compile(r"[a-z0-9_]{1,80}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOMENT = re.compile(r"\d{8}T\d{6}")


class AgendaFault(ValueError):
    """A text that is no agenda. ``code`` is a key below ``agenda.fault``; ``found`` the piece meant."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code, found)
        self.code, self.found = code, found


@dataclass(frozen=True)
class Pin:
    """One block of one page. Raises AgendaFault.

    ``choices``: what stood in the URL, such as ``place``, ``period``, ``base``, ``confirmed``, ``scenario``
    and the page's own; what is not among them is left to its default. ``said``: the sentence over its
    picture when it was pinned, in the language of whoever pinned it.
    """

    page: str
    block: str
    choices: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""
    said: str = ""

    def __post_init__(self) -> None:
        for code in (self.page, self.block, *self.choices):
            if not _CODE.fullmatch(code):
                raise AgendaFault("unreadable", code[:40])
        for name, value in self.choices.items():
            if not value or len(value) > LONGEST_CHOICE:
                raise AgendaFault("unreadable", name)
        if len(self.comment) > LONGEST_COMMENT:
            raise AgendaFault("long_comment", self.comment[:40])

    @property
    def key(self) -> str:
        """What it is known by, wherever it stands: twelve digits of what it shows."""
        shown = json.dumps([self.page, self.block, dict(self.choices)], sort_keys=True)
        return hashlib.sha256(shown.encode()).hexdigest()[:12]

    @property
    def indicator(self) -> str | None:
        """The code of the number that is pinned alone; None for a block."""
        return self.block.removeprefix(NUMBER) if self.block.startswith(NUMBER) else None


@dataclass(frozen=True)
class Agenda:
    """A meeting's slides. ``name`` stands in the URL, ``frozen`` names a kept copy. Raises AgendaFault."""

    name: str
    title: str
    pins: tuple[Pin, ...] = ()
    frozen: str | None = None

    def __post_init__(self) -> None:
        if not self.title or not _NAME.fullmatch(self.name):
            raise AgendaFault("no_title", self.name[:40])
        if len(self.title) > LONGEST_TITLE:
            raise AgendaFault("long_title", self.title[:40])
        if len(self.pins) > MOST_PINS:
            raise AgendaFault("too_many_pins", str(len(self.pins)))
        if self.frozen is not None and not _MOMENT.fullmatch(self.frozen):
            raise AgendaFault("unreadable", self.frozen[:40])
        keys = [pin.key for pin in self.pins]
        if twice := next((pin for pin in self.pins if keys.count(pin.key) > 1), None):
            raise AgendaFault("pinned_twice", twice.said or twice.block)

    def __str__(self) -> str:
        """The JSON text; :func:`parse` reads it back to an equal agenda."""
        return json.dumps(as_fields(self), ensure_ascii=False, sort_keys=True)

    def holds(self, pin: Pin) -> bool:
        return any(one.key == pin.key for one in self.pins)

    def with_pin(self, pin: Pin) -> Agenda:
        """The same with one more at the end."""
        return replace(self, pins=(*self.pins, pin))

    def without(self, key: str) -> Agenda:
        return replace(self, pins=tuple(pin for pin in self.pins if pin.key != key))

    def changed(self, key: str, **fields: Any) -> Agenda:
        """The same with fields of one pin changed."""
        return replace(
            self, pins=tuple(replace(pin, **fields) if pin.key == key else pin for pin in self.pins)
        )

    def moved(self, key: str, steps: int) -> Agenda:
        """The same with a pin further down, or up where ``steps`` is below 0; at an end it stays there."""
        at = next((place for place, pin in enumerate(self.pins) if pin.key == key), None)
        if at is None:
            return self
        others = [pin for pin in self.pins if pin.key != key]
        others.insert(min(max(at + steps, 0), len(others)), self.pins[at])
        return replace(self, pins=tuple(others))


def named(title: str, plain: Callable[[str], str]) -> Agenda:
    """An empty agenda of a title; ``plain`` gives its words in plain letters. Raises AgendaFault."""
    written = " ".join(title.split())
    return Agenda("-".join(plain(written).split())[:LONGEST_TITLE].strip("-"), written)


def as_fields(agenda: Agenda) -> dict[str, Any]:
    """An agenda as plain values: what JSON holds."""
    pins = [pin_fields(pin) for pin in agenda.pins]
    return {"name": agenda.name, "title": agenda.title, "frozen": agenda.frozen, "pins": pins}


def pin_fields(pin: Pin) -> dict[str, Any]:
    """A pin as plain values."""
    return {**asdict(pin), "choices": dict(pin.choices)}


def parse(text: str) -> Agenda:
    """The agenda that a JSON text stands for. Raises AgendaFault."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise AgendaFault("no_json", text[:40]) from error
    return of_fields(found)


def of_fields(found: Any) -> Agenda:
    """The agenda of plain values. Raises AgendaFault."""
    held = _of_type(found, Mapping, "agenda")
    pins = _of_type(held.get("pins", []), Sequence, "pins")
    frozen = held.get("frozen")
    return Agenda(
        _text(held, "name"),
        _text(held, "title"),
        tuple(pin_of_fields(one) for one in pins),
        None if frozen is None else _of_type(frozen, str, "frozen"),
    )


def pin_of_fields(found: Any) -> Pin:
    """The pin of plain values. Raises AgendaFault."""
    held = _of_type(found, Mapping, "pin")
    choices = _of_type(held.get("choices", {}), Mapping, "choices")
    for name, value in choices.items():
        _of_type(value, str, str(name)[:40])
    return Pin(
        _text(held, "page"),
        _text(held, "block"),
        dict(choices),
        _text(held, "comment", ""),
        _text(held, "said", ""),
    )


def _text(held: Mapping[str, Any], name: str, default: str | None = None) -> str:
    return str(_of_type(held.get(name, default), str, name))


def _of_type(value: Any, wanted: Any, name: str) -> Any:
    if not isinstance(value, wanted) or (wanted is Sequence and isinstance(value, str)):
        raise AgendaFault("unreadable", name)
    return value
