"""Scores readings against figures taken by hand, written "indicator@part = value; …".

A leading ``?`` may be read or left out, ``a|b`` either is right, ``@?part`` the part may be named or not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from grassroots.accuracy.matching import same_part
from grassroots.reading.model import Figure


@dataclass
class Score:
    right: int = 0
    strict: int = 0  # the part is right as well
    false: int = 0
    wanted: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)

    @property
    def strict_precision(self) -> float:
        return self.strict / max(1, self.right + self.false)

    @property
    def strict_recall(self) -> float:
        return self.strict / max(1, self.wanted)


@dataclass
class Expected:
    codes: list[str]
    optional: bool
    part: str
    value: float
    used: bool = False

    @classmethod
    def parse(cls, text: str) -> Expected:
        head, value = text.rsplit("=", 1)
        codes, _, part = head.strip().partition("@")
        return cls(codes.lstrip("?").split("|"), codes.startswith("?"), part.strip(), float(value))

    def fits(self, figure: Figure) -> bool:
        return not self.used and figure.indicator in self.codes and abs(figure.value - self.value) < 1e-6


def expected_of(figures: str) -> list[Expected]:
    return [Expected.parse(entry) for entry in figures.split(";") if entry.strip()]


def score(expected: list[Expected], figures: tuple[Figure, ...], into: Score) -> None:
    """Matches figures whose part agrees first, then the others; adds to ``into``."""
    left = list(figures)
    for exact in (True, False):
        for figure in list(left):
            row = next(
                (
                    row
                    for row in expected
                    if row.fits(figure) and (same_part(row.part, figure.part or "") or not exact)
                ),
                None,
            )
            if row is None:
                continue
            row.used = True
            left.remove(figure)
            if not row.optional:
                into.right += 1
                into.strict += exact
            if not exact:
                into.problems.append(
                    f"part {figure.indicator} = {figure.value:g}: {figure.part!r}, not {row.part!r}"
                )
    into.false += len(left)
    into.wanted += sum(not row.optional for row in expected)
    into.problems += [f"false {figure.indicator} = {figure.value:g}: {figure.quote}" for figure in left]
    into.problems += [
        f"missed {row.codes} = {row.value:g}" for row in expected if not row.used and not row.optional
    ]
