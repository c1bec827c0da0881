"""Questions to the store: each file of ``queries/*.sql`` as a checked, typed, named function.

A file begins with its contract, written as comments::

    -- title: Petitions settled of those accepted, by commune
    -- grain: one commune of the place
    -- params:
    --   place varchar: unit_key of a province, district or commune
    --   base varchar null: the period compared with; NULL for none
    -- columns:
    --   rate_percent double (%): settled of accepted; NULL when nothing was accepted

and then holds exactly one SELECT whose bound parameters are those of the header.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import pandas as pd

from grassroots import settings
from grassroots.store import statements

KEPT_RESULTS = 256  # a reader; a page asks some ten questions, a result is a few to a few hundred kB

_ENTRY = re.compile(
    r"(?P<name>[a-z_]\w*) (?P<type>[a-z]+(?:\[\])?)(?P<null> null)?"
    r"(?: \((?P<unit>[^)]*)\))?(?:: (?P<meaning>.+))?"
)
_ACCEPTED: Mapping[str, tuple[type, ...]] = {
    "varchar": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "double": (int, float),
}


class WrongContract(ValueError):
    """A query file breaks the contract: its header can't be read, or doesn't fit its SELECT."""


class WrongParameters(TypeError):
    """A query was asked with parameters missing, unknown or of another type than its header says."""


class Answers(Protocol):
    """What a question is put to: :class:`grassroots.store.Reader`, or anything alike."""

    @property
    def version(self) -> int: ...

    def frame(self, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame: ...


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: str  # varchar, varchar[], boolean, integer, double
    nullable: bool
    meaning: str | None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: str  # DuckDB's name in lower case: varchar, varchar[], bigint, double, boolean, date …
    unit: str | None  # "%", "petitions", "UTC" …
    meaning: str | None


@dataclass(frozen=True, slots=True)
class Query:
    """One question: what a row stands for, what it needs, what it gives."""

    name: str
    title: str
    grain: str
    params: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sql: str


def names() -> list[str]:
    """The names of all questions."""
    return sorted(file.stem for file in settings.QUERIES.glob("*.sql"))


@cache
def query(name: str) -> Query:
    """The question ``queries/<name>.sql``. Raises ``KeyError`` for an unknown one, :class:`WrongContract`."""
    file = settings.QUERIES / f"{name}.sql"
    if Path(name).name != name or not file.is_file():
        raise KeyError(name)
    return parse(name, file.read_text(encoding="utf-8"))


def parse(name: str, text: str) -> Query:
    """A query file's text as a :class:`Query`. Raises :class:`WrongContract` naming what is wrong."""
    header = _header(name, text)
    found = Query(
        name=name,
        title=_line(name, header, "title"),
        grain=_line(name, header, "grain"),
        params=tuple(
            Parameter(one["name"], one["type"], one["null"] is not None, one["meaning"])
            for one in _entries(name, header.get("params", []))
        ),
        columns=tuple(
            Column(one["name"], one["type"], one["unit"], one["meaning"])
            for one in _entries(name, header.get("columns", []))
        ),
        sql=text,
    )
    _check_statement(found)
    return found


def run(reader: Answers, name: str, **params: Any) -> pd.DataFrame:
    """The answer to the question ``name``: one DataFrame with the columns of its header.

    Answers are kept a while for each state of the store; the frame is the caller's own (copy on write).
    Raises :class:`WrongParameters`.
    """
    asked = query(name)
    checked = _check_params(asked, params)
    version = reader.version
    key = (version, name, tuple(_hashable(checked[one.name]) for one in asked.params))
    known = _kept.get(reader, key)
    if known is None:
        known = reader.frame(asked.sql, checked)
        _kept.put(reader, key, known)
    return known.copy(deep=False)


class _Kept:
    """The newest answers of each reader. Answers of a state of the store that has passed go first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: WeakKeyDictionary[Answers, OrderedDict[Hashable, pd.DataFrame]] = WeakKeyDictionary()

    def get(self, reader: Answers, key: Hashable) -> pd.DataFrame | None:
        with self._lock:
            answers = self._of.get(reader)
            if answers is None or key not in answers:
                return None
            answers.move_to_end(key)
            return answers[key]

    def put(self, reader: Answers, key: Hashable, answer: pd.DataFrame) -> None:
        with self._lock:
            answers = self._of.setdefault(reader, OrderedDict())
            answers[key] = answer
            while len(answers) > KEPT_RESULTS:
                answers.popitem(last=False)


_kept = _Kept()


def _header(name: str, text: str) -> dict[str, list[str]]:
    """The leading comments, below their keys: the rest of the key's line, then one entry a line."""
    header: dict[str, list[str]] = {}
    below: list[str] | None = None
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if line.startswith("--   "):
            if below is None:
                raise WrongContract(f"{name}: {line!r} stands below no key")
            below.append(line[5:].strip())
        elif line[2:].strip():
            key, colon, rest = line[2:].strip().partition(":")
            if not colon or key not in ("title", "grain", "params", "columns"):
                raise WrongContract(f"{name}: {line!r} is no line of a header")
            below = header.setdefault(key, [])
            if rest.strip() and rest.strip() != "none":
                below.append(rest.strip())
    return header


def _line(name: str, header: Mapping[str, list[str]], key: str) -> str:
    lines = header.get(key, [])
    if len(lines) != 1:
        raise WrongContract(f"{name}: the header needs one line {key!r}")
    return lines[0]


def _entries(name: str, lines: list[str]) -> list[re.Match[str]]:
    found = []
    for line in lines:
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            raise WrongContract(f"{name}: {line!r} is not 'name type [null] [(unit)][: meaning]'")
        found.append(entry)
    return found


def _check_statement(asked: Query) -> None:
    try:
        found = statements(asked.sql)
    except ValueError as error:
        raise WrongContract(f"{asked.name}: {error}") from error
    if [one.kind for one in found] != ["SELECT"]:
        raise WrongContract(f"{asked.name}: a query file holds exactly one SELECT")
    named = {one.name for one in asked.params}
    if found[0].parameters != named:
        raise WrongContract(
            f"{asked.name}: binds {sorted(found[0].parameters)}, its header says {sorted(named)}"
        )
    if not asked.columns:
        raise WrongContract(f"{asked.name}: the header names no column")


def _check_params(asked: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    wanted = {one.name: one for one in asked.params}
    if given.keys() != wanted.keys():
        raise WrongParameters(f"{asked.name} takes {sorted(wanted)}, was given {sorted(given)}")
    return {name: _checked(asked.name, wanted[name], value) for name, value in given.items()}


def _checked(name: str, parameter: Parameter, value: Any) -> Any:
    if value is None:
        if parameter.nullable:
            return None
        raise WrongParameters(f"{name}: {parameter.name} may not be missing")
    element = parameter.type.removesuffix("[]")
    accepted = _ACCEPTED[element]
    values = [value]
    if parameter.type.endswith("[]"):
        if isinstance(value, str) or not isinstance(value, (list, tuple)):
            raise WrongParameters(f"{name}: {parameter.name} is a list of {element}, not {value!r}")
        value = values = list(value)
    for one in values:
        # bool is an int to Python, not to us
        if not isinstance(one, accepted) or (isinstance(one, bool) and bool not in accepted):
            raise WrongParameters(f"{name}: {parameter.name} is {parameter.type}, not {one!r}")
    return value


def _hashable(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value
