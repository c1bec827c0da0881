"""A scenario: a small named set of changes over the stored figures, never a change to them.

It is written as one short text that stands in the URL, such as ``settle~overdue~all~98;out~silent``: changes
separated by ``;``, each a name and its fields separated by ``~``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from grassroots.periods import Period

Which = Literal["overdue", "open"]
Missing = Literal["missing", "last_year", "zero"]

ALL = "all"  # every commune of the place at hand
SILENT = "silent"  # those of them that have not reported
LONGEST = 4000  # characters: more is no small set of changes, and no URL
_UNIT = re.compile(r"\d{4}(-\d{2})?:\d{1,5}")
_CODE = re.compile(r"[a-z0-9_]{1,60}")
_COUNT = re.compile(r"\d{1,7}")


class ScenarioFault(ValueError):
    """A text that is no scenario. ``code`` is a key below ``scenario.fault``; ``found`` the piece meant."""

    def __init__(self, code: str, found: str) -> None:
        super().__init__(code, found)
        self.code, self.found = code, found


@dataclass(frozen=True, slots=True, order=True)
class Settled:
    """Petitions taken for settled: ``count`` of a unit's, all of them where None.

    Where ``unit`` is ``ALL`` they are taken from the communes with the most of them first.
    """

    which: Which
    unit: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is supposed. A field that is empty or None is left as it is reported.

    ``left_out``: unit keys, or ``SILENT``. ``marks``: pass marks of score sheets in percent of the maximum.
    ``target``: the resolution rate aimed at, in percent. ``weights``: of the parts of a composite.
    """

    settled: tuple[Settled, ...] = ()
    left_out: tuple[str, ...] = ()
    missing: Missing = "missing"
    only_confirmed: bool | None = None
    period: str | None = None
    target: float | None = None
    marks: tuple[tuple[str, float], ...] = ()
    weights: tuple[tuple[str, float], ...] = ()

    def __bool__(self) -> bool:
        return self != Scenario()

    def __str__(self) -> str:
        """The text that stands in the URL; :func:`parse` reads it back to an equal scenario."""
        return ";".join(self._written())

    def _written(self) -> Iterator[str]:
        for one in self.settled:
            count = () if one.count is None else (str(one.count),)
            yield "~".join(("settle", one.which, one.unit, *count))
        yield from (f"out~{unit}" for unit in self.left_out)
        if self.missing != "missing":
            yield f"missing~{self.missing}"
        if self.only_confirmed is not None:
            yield f"confirmed~{'yes' if self.only_confirmed else 'no'}"
        if self.period is not None:
            yield f"period~{self.period}"
        if self.target is not None:
            yield f"target~{self.target:g}"
        yield from (f"mark~{sheet}~{percent:g}" for sheet, percent in self.marks)
        yield from (f"weight~{part}~{weight:g}" for part, weight in self.weights)

    @property
    def as_sum(self) -> bool:
        """Whether a place can only be read as the sum of its communes: its own report covers all of them."""
        return bool(self.left_out) or self.missing != "missing"

    def joined(self, other: Scenario) -> Scenario:
        """Both; where they speak of the same, the other holds."""
        units = {one.unit for one in other.settled}
        return Scenario(
            tuple(
                sorted(
                    (*(one for one in self.settled if one.unit not in units), *other.settled), key=_order_of
                )
            ),
            tuple(sorted({*self.left_out, *other.left_out})),
            self.missing if other.missing == "missing" else other.missing,
            self.only_confirmed if other.only_confirmed is None else other.only_confirmed,
            self.period if other.period is None else other.period,
            self.target if other.target is None else other.target,
            tuple(sorted({**dict(self.marks), **dict(other.marks)}.items())),
            tuple(sorted({**dict(self.weights), **dict(other.weights)}.items())),
        )

    def less(self, other: Scenario) -> Scenario:
        """This one without what it has in common with the other."""
        empty = Scenario()
        return Scenario(
            tuple(one for one in self.settled if one not in other.settled),
            tuple(unit for unit in self.left_out if unit not in other.left_out),
            empty.missing if self.missing == other.missing else self.missing,
            None if self.only_confirmed == other.only_confirmed else self.only_confirmed,
            None if self.period == other.period else self.period,
            None if self.target == other.target else self.target,
            tuple(one for one in self.marks if one not in other.marks),
            tuple(one for one in self.weights if one not in other.weights),
        )

    def holds(self, other: Scenario) -> bool:
        """Whether everything the other supposes is supposed here."""
        return self.joined(other) == self

    def settle(self, which: Which, unit: str, count: int | None = None) -> Scenario:
        """The same with petitions of a unit (or of ``ALL``) settled; what was said of it before goes."""
        others = [one for one in self.settled if one.unit != unit]
        added = () if count == 0 else (Settled(which, unit, count),)
        return replace(self, settled=tuple(sorted((*others, *added), key=_order_of)))

    def leave_out(self, unit: str) -> Scenario:
        """The same without a unit, or with it again when it was left out."""
        held = set(self.left_out)
        return replace(self, left_out=tuple(sorted(held ^ {unit})))

    def mark(self, sheet: str, percent: float | None) -> Scenario:
        """The same with another pass mark of a score sheet; None for the sheet's own."""
        others = {code: known for code, known in self.marks if code != sheet}
        added = {} if percent is None else {sheet: percent}
        return replace(self, marks=tuple(sorted({**others, **added}.items())))

    def weigh(self, part: str, weight: float | None) -> Scenario:
        """The same with another weight of a part of the composite; None for its own."""
        others = {code: known for code, known in self.weights if code != part}
        added = {} if weight is None else {part: weight}
        return replace(self, weights=tuple(sorted({**others, **added}.items())))


def parse(text: str) -> Scenario:
    """The scenario that a text of the URL stands for. Raises :class:`ScenarioFault`."""
    if len(text) > LONGEST:
        raise ScenarioFault("too_long", text[:40])
    found = Scenario()
    for piece in filter(None, text.split(";")):
        name, *rest = piece.split("~")
        read = _READ.get(name)
        if read is None:
            raise ScenarioFault("unknown", piece)
        try:
            found = read(found, rest)
        except (ValueError, KeyError) as error:
            raise ScenarioFault("unreadable", piece) from error
    return found


def needed(settled: float, accepted: float, target: float) -> int:
    """The fewest more petitions a unit must settle for its rate to reach ``target`` percent; 0 when it does.

    More may be needed than are open: then the target can't be reached.
    """
    return max(0, math.ceil(round(target / 100 * accepted - settled, 6)))


def _order_of(one: Settled) -> tuple[bool, str]:
    return one.unit != ALL, one.unit


def _settle(found: Scenario, rest: list[str]) -> Scenario:
    which, unit, *count = rest
    if which not in ("overdue", "open") or any(one.unit == unit for one in found.settled) or len(count) > 1:
        raise ValueError(which)
    if count and not _COUNT.fullmatch(count[0]):
        raise ValueError(count[0])
    return found.settle(cast(Which, which), _unit(unit, ALL), int(count[0]) if count else None)


def _leave_out(found: Scenario, rest: list[str]) -> Scenario:
    (unit,) = rest
    if unit in found.left_out:
        raise ValueError(unit)
    return found.leave_out(_unit(unit, SILENT))


def _unit(unit: str, instead: str) -> str:
    if unit != instead and not _UNIT.fullmatch(unit):
        raise ValueError(unit)
    return unit


def _missing(found: Scenario, rest: list[str]) -> Scenario:
    (policy,) = rest
    if policy not in ("last_year", "zero"):
        raise ValueError(policy)
    return replace(found, missing=cast(Missing, policy))


def _confirmed(found: Scenario, rest: list[str]) -> Scenario:
    (answer,) = rest
    return replace(found, only_confirmed={"yes": True, "no": False}[answer])


def _period(found: Scenario, rest: list[str]) -> Scenario:
    (code,) = rest
    return replace(found, period=Period.parse(code).code)


def _target(found: Scenario, rest: list[str]) -> Scenario:
    (percent,) = rest
    return replace(found, target=_number(percent, 100))


def _mark(found: Scenario, rest: list[str]) -> Scenario:
    sheet, percent = rest
    return found.mark(_code(sheet), _number(percent, 100))


def _weight(found: Scenario, rest: list[str]) -> Scenario:
    part, weight = rest
    return found.weigh(_code(part), _number(weight, 1000))


def _code(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise ValueError(text)
    return text


def _number(text: str, most: float) -> float:
    number = float(text)
    if not 0 <= number <= most:  # NaN is not either
        raise ValueError(text)
    return number


_READ: dict[str, Callable[[Scenario, list[str]], Scenario]] = {
    "settle": _settle,
    "out": _leave_out,
    "missing": _missing,
    "confirmed": _confirmed,
    "period": _period,
    "target": _target,
    "mark": _mark,
    "weight": _weight,
}
