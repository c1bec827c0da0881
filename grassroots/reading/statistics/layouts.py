"""The official forms as data: their columns, what these carry, what adds up; one file a form and circular."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from grassroots.reading.model import PartKind
from grassroots.settings import REFERENCE

FOLDER = REFERENCE / "statistics"


@dataclass(frozen=True, slots=True)
class Column:
    """One numbered column. ``path`` is its heading from the outermost group to its own words.

    ``indicator`` is the code its values carry, limited to ``part`` where the column is; ``whole``: counts,
    never decimals; ``optional``: a system may leave it out.
    """

    number: int
    path: tuple[str, ...]
    also: tuple[str, ...] = ()
    indicator: str | None = None
    counted: str | None = None
    part: str | None = None
    part_kind: PartKind | None = None
    whole: bool = True
    optional: bool = False

    @property
    def heading(self) -> str:
        return " > ".join(self.path)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading above several columns; an ``optional`` one may be missing."""

    path: tuple[str, ...]
    columns: tuple[int, ...]  # numbers
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Computed:
    """A total that the form gives in parts only: the numbers of the columns that add up to it."""

    indicator: str
    counted: str
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one circular. ``sums``: a column's number and those of the columns that add up to it."""

    form: str  # "01/TCD"
    titles: tuple[str, ...]
    circular: str  # "01/2024/TT-TTCP"
    first_year: int
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    sums: tuple[tuple[int, tuple[int, ...]], ...] = ()
    computed: tuple[Computed, ...] = ()

    @property
    def by_number(self) -> dict[int, Column]:
        return {column.number: column for column in self.columns}


@cache
def forms(folder: Path = FOLDER) -> tuple[Form, ...]:
    """Every form below the folder, the newest circular's first. Raises ValueError for a wrong file."""
    found = []
    for circular_file in folder.glob("*/circular.yml"):
        circular = _yaml(circular_file)
        for file in sorted(circular_file.parent.glob("*.yml")):
            if file != circular_file:
                found.append(_form(_yaml(file), circular, file))
    return tuple(sorted(found, key=lambda one: (-one.first_year, one.circular, one.form)))


@cache
def words() -> dict[str, Any]:
    """``words.yml``: how offices write what the forms say."""
    return _yaml(FOLDER / "words.yml")


def _yaml(file: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


@dataclass(slots=True)
class _Tree:
    columns: list[Column] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)


def _form(data: dict[str, Any], circular: dict[str, Any], file: Path) -> Form:
    tree = _Tree()
    _walk(data["columns"], (), tree)
    numbers = [column.number for column in tree.columns]
    if numbers != sorted(set(numbers)):
        raise ValueError(f"{file}: column numbers are not in order: {numbers}")
    sums = tuple(_sum(written) for written in data.get("sums", ()))
    computed = tuple(
        Computed(one["indicator"], one["counted"], _added(one["columns"])) for one in data.get("computed", ())
    )
    named = {number for whole, parts in sums for number in (whole, *parts)}
    named |= {number for one in computed for number in one.columns}
    if not named <= set(numbers):
        raise ValueError(f"{file}: no such columns: {sorted(named - set(numbers))}")
    return Form(
        form=str(data["form"]),
        titles=(str(data["title"]), *data.get("titles", ())),
        circular=str(circular["circular"]),
        first_year=int(circular["first_year"]),
        columns=tuple(tree.columns),
        groups=tuple(tree.groups),
        sums=sums,
        computed=computed,
    )


def _walk(entries: list[dict[str, Any]], above: tuple[str, ...], tree: _Tree) -> None:
    for heading, content in _pairs(entries):
        if isinstance(content, dict):
            also = tuple(content.pop("also", ()))
            tree.columns.append(Column(path=(*above, heading), also=also, **content))
            continue
        path, first = (*above, heading.removesuffix("?")), len(tree.columns)
        at = len(tree.groups)
        _walk(content, path, tree)
        numbers = tuple(column.number for column in tree.columns[first:])
        tree.groups.insert(at, Group(path, numbers, heading.endswith("?")))


def _pairs(entries: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    for entry in entries:
        yield from ((str(heading), content) for heading, content in entry.items())


def _sum(written: str) -> tuple[int, tuple[int, ...]]:
    """``1=4+13+22`` → (1, (4, 13, 22))."""
    whole, _, parts = str(written).partition("=")
    return int(whole), _added(parts)


def _added(written: object) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+(\+\d+)*", str(written)):
        raise ValueError(f"not a sum of columns: {written!r}")
    return tuple(int(number) for number in str(written).split("+"))
