"""Totals checked against the rows they stand over.

What nests in what is told by the numbering (A, I, 1, 1.1, a, -). Where it can be told in several ways, the
one that agrees best with the numbers holds; what then still differs is said, and nothing is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grassroots.reading.statistics.lines import Line

_RANKS = (r"[A-HĐ]|[J-UWYZ]", r"[IVXL]+", r"\d+", r"\d+\.\d+", r"\d+\.\d+\.\d+", r"[a-zđ]", r"[-+*•–]")
_NONE = len(_RANKS)


@dataclass(frozen=True, slots=True)
class Difference:
    """A number that isn't the sum of those it stands for. ``column``: of the sheet; ``addends``: rows."""

    line: Line
    column: int
    addends: tuple[Line, ...]
    stated: float
    added: float


@dataclass(frozen=True, slots=True)
class Tree:
    """``below``: for the index of each line the indices of those it stands over; ``total``: the grand one."""

    below: dict[int, list[int]]
    above: dict[int, int]
    total: int | None


def tree_of(lines: Sequence[Line]) -> Tree:
    """The way of nesting with the fewest differences; of equal ones that of the numbering."""
    trees = [_nested(lines, ranks) for ranks in _rankings(lines)]
    return min(trees, key=lambda tree: sum(1 for _ in differences(lines, tree)))


def differences(lines: Sequence[Line], tree: Tree) -> Iterator[Difference]:
    """Every column of a total or a group that isn't the sum of its rows; one without rows is left aside."""
    for index, below in tree.below.items():
        addends = [line for at in below for line in _counted(lines, tree, at)]
        for column, stated in lines[index].amounts.items():
            given = [line for line in addends if column in line.amounts]
            added = sum(line.amounts[column].value for line in given)
            if given and abs(added - stated.value) > 1e-6 * max(1.0, abs(stated.value)):
                yield Difference(lines[index], column, tuple(given), stated.value, added)


def _counted(lines: Sequence[Line], tree: Tree, at: int) -> list[Line]:
    """A line with numbers counts itself; a bare heading counts what stands under it."""
    if lines[at].amounts:
        return [lines[at]]
    return [line for below in tree.below.get(at, ()) for line in _counted(lines, tree, below)]


def _rankings(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Ranks by the numbering; with unnumbered rows beside the row before them; all of one rank."""
    ranks = [_rank(line) for line in lines]
    yield ranks
    beside, last = [], _NONE
    for line, rank in zip(lines, ranks, strict=True):
        last = last if rank == _NONE and line.kind == "unit" else rank
        beside.append(last)
    yield beside
    yield [0 if line.amounts else -1 for line in lines]


def _rank(line: Line) -> int:
    for rank, pattern in enumerate(_RANKS):
        if re.fullmatch(pattern, line.label):
            return rank
    return _NONE - (1 if line.kind == "group" else 0)


def _nested(lines: Sequence[Line], ranks: Sequence[int]) -> Tree:
    totals = [at for at, line in enumerate(lines) if line.kind == "total"]
    grand = _grand(lines, totals)
    below: dict[int, list[int]] = {}
    above: dict[int, int] = {}
    stack: list[int] = []
    for at, line in enumerate(lines):
        if line.kind == "total":
            if at != grand:
                _close(lines, stack, at, below, above, since=_section_start(lines, totals, at))
            continue
        while stack and ranks[stack[-1]] >= ranks[at]:
            stack.pop()
        if stack:
            below.setdefault(stack[-1], []).append(at)
            above[at] = stack[-1]
        stack.append(at)
    if grand is not None:
        top = [at for at, line in enumerate(lines) if at not in above and line.kind != "total"]
        below[grand] = top
    return Tree(below, above, grand)


def _grand(lines: Sequence[Line], totals: Sequence[int]) -> int | None:
    """The total of all: the first row or the last of several, since those between close a section."""
    if not totals:
        return None
    return totals[0] if totals[0] == 0 or len(totals) == 1 else totals[-1]


def _section_start(lines: Sequence[Line], totals: Sequence[int], at: int) -> int:
    earlier = [total for total in totals if total < at]
    return earlier[-1] + 1 if earlier else 0


def _close(
    lines: Sequence[Line],
    stack: list[int],
    at: int,
    below: dict[int, list[int]],
    above: dict[int, int],
    since: int,
) -> None:
    """``Cộng`` below a section: it stands for the rows since the section began."""
    inside = [one for one in range(since, at) if lines[one].kind != "total"]
    members = [one for one in inside if above.get(one) not in inside or not lines[above[one]].amounts]
    below[at] = [one for one in members if lines[one].amounts]
    stack.clear()
