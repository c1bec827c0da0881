"""Resolution files read and checked. What can't be followed is said with file and place."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from grassroots import settings
from grassroots.indicators import indicators
from grassroots.resolutions.faults import ResolutionFault
from grassroots.resolutions.model import (
    KINDS,
    LISTS,
    REPORTING,
    STEPS,
    Aim,
    Cite,
    Clause,
    Due,
    Kind,
    Measure,
    Resolution,
    Words,
)
from grassroots.resolutions.nodes import Node
from grassroots.units import unit

_DUE = ("period", "year")
_REPORTED = Aim(REPORTING, at_least=1.0)


def folder() -> Path:
    return settings.REFERENCE / "resolutions"


def resolution_files() -> list[Path]:
    """The files, in the order of their names."""
    return sorted(folder().glob("*.yml"))


@cache
def resolutions() -> dict[str, Resolution]:
    """Every resolution by its code, the oldest first. Raises ResolutionFault."""
    found: dict[str, Resolution] = {}
    for file in resolution_files():
        one = read(file)
        if one.code in found:
            raise ResolutionFault("twice", file.name, "resolution", named=one.code)
        found[one.code] = one
    for one in found.values():
        if one.carries_out is not None and one.carries_out not in found:
            raise ResolutionFault("carries_unknown", f"{one.code}.yml", "carries_out", named=one.carries_out)
    return dict(sorted(found.items(), key=lambda pair: (pair[1].issued_on, pair[0])))


def read(file: Path) -> Resolution:
    """One file. Raises ResolutionFault."""
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ResolutionFault("not_yaml", file.name, _line(error), error=_problem(error)) from error
    except UnicodeDecodeError as error:
        raise ResolutionFault("not_utf8", file.name, "·") from error
    return _resolution(Node(file.name, "", content), file.stem)


def _resolution(node: Node, stem: str) -> Resolution:
    required = {"resolution", "kind", "number", "title", "issuer", "issued_on", "valid_from", "valid_to"}
    said = node.mapping(required | {"places", "read_in", "measures"}, {"carries_out"})
    if said["resolution"].text() != stem:
        raise said["resolution"].fault("not_the_file", named=said["resolution"].text())
    kind = cast(Kind, said["kind"].one_of(KINDS))
    issued_on, valid_from = said["issued_on"].day(), said["valid_from"].day()
    if issued_on is None:
        raise said["issued_on"].fault("not_a_day")
    if valid_from is None and kind != "draft":
        raise said["valid_from"].fault("no_start")
    return Resolution(
        code=stem,
        kind=kind,
        number=None if said["number"].value is None else said["number"].text(),
        title=said["title"].words(),
        issuer=said["issuer"].words(),
        issued_on=issued_on,
        valid_from=valid_from,
        valid_to=said["valid_to"].day(),
        carries_out=said["carries_out"].text() if "carries_out" in said else None,
        places=tuple(_place(place) for place in said["places"].items()),
        read_in=said["read_in"].words(),
        measures=_measures(said["measures"]),
    )


def _place(node: Node) -> str:
    key = node.text()
    try:
        return unit(key).unit_key
    except KeyError:
        raise node.fault("unknown_unit", unit=key) from None


def _measures(node: Node) -> tuple[Measure, ...]:
    found: dict[str, Measure] = {}
    for entry in node.items():
        said = entry.mapping({"cite", "title", "clauses"})
        cite = _cite(said["cite"])
        if cite.code in found:
            raise said["cite"].fault("cited_twice", cite=cite.code)
        clauses = _clauses(said["clauses"], cite)
        found[cite.code] = Measure(cite, said["title"].words(), clauses)
    return tuple(found.values())


def _clauses(node: Node, within: Cite) -> tuple[Clause, ...]:
    found: dict[str, Clause] = {}
    for entry in node.items():
        clause = _clause(entry, within)
        if clause.cite.code in found:
            raise entry.fault("cited_twice", cite=clause.cite.code)
        found[clause.cite.code] = clause
    return tuple(found.values())


def _clause(node: Node, within: Cite) -> Clause:
    optional = {"indicators", "lists", "reporting", "not_shown", "valid_from", "valid_to"}
    said = node.mapping({"cite", "says", "responsible"}, optional)
    aims = tuple(_aim(one) for one in said["indicators"].items()) if "indicators" in said else ()
    if "reporting" in said:
        if said["reporting"].value is not True:
            raise said["reporting"].fault("not_true")
        aims = (_REPORTED, *aims)
    codes = [aim.indicator for aim in aims]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise node.fault("indicator_twice", indicator=twice)
    if not aims and "not_shown" not in said:
        raise node.fault("shown_by_nothing")
    return Clause(
        cite=Cite((*within.steps, *_cite(said["cite"]).steps)),
        says=said["says"].words(),
        responsible=said["responsible"].words(),
        aims=aims,
        lists=tuple(one.one_of(LISTS) for one in said["lists"].items()) if "lists" in said else (),
        not_shown=said["not_shown"].words() if "not_shown" in said else None,
        valid_from=said["valid_from"].day() if "valid_from" in said else None,
        valid_to=said["valid_to"].day() if "valid_to" in said else None,
    )


def _cite(node: Node) -> Cite:
    said = node.mapping(set(), set(STEPS))
    if not said:
        raise node.fault("no_cite")
    return Cite(tuple((step, str(number.value)) for step, number in said.items()))


def _aim(node: Node) -> Aim:
    if isinstance(node.value, str):
        return Aim(_indicator(node))
    said = node.mapping({"indicator", "at_least", "because"}, {"due"})
    because: Words = said["because"].words()
    due = cast(Due, said["due"].one_of(_DUE)) if "due" in said else "period"
    return Aim(_indicator(said["indicator"]), said["at_least"].number(), due, because)


def _indicator(node: Node) -> str:
    code = node.text()
    if code not in indicators():
        raise node.fault("unknown_indicator", indicator=code)
    return code


def _line(error: yaml.YAMLError) -> str:
    mark: Any = getattr(error, "problem_mark", None)
    return f"{mark.line + 1}:{mark.column + 1}" if mark else "·"


def _problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]
