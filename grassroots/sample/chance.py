"""Chance that falls the same way on every machine: a seed from words, and nothing but uniform draws.

Only ``random.Random.random`` is used: its sequence for a seed is promised to stay the same across versions
of Python, while that of ``choice``, ``shuffle`` or ``gauss`` is not.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

SEED = "thuc hien dan chu o co so"
T = TypeVar("T")


class Chance:
    """Draws for one thing, named by its words: the same words always give the same draws."""

    def __init__(self, *words: object) -> None:
        self._random = random.Random("|".join((SEED, *(str(word) for word in words))))

    def share(self) -> float:
        """A number from 0 to below 1."""
        return self._random.random()

    def happens(self, likelihood: float) -> bool:
        return self.share() < likelihood

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both possible."""
        return low + int(self.share() * (high - low + 1))

    def around(self, low: float, high: float) -> float:
        return low + self.share() * (high - low)

    def pick(self, things: Sequence[T]) -> T:
        return things[int(self.share() * len(things))]

    def some(self, things: Sequence[T], number: int) -> list[T]:
        """``number`` different things (all of them when there are fewer), in their own order."""
        left = list(range(len(things)))
        taken = [left.pop(int(self.share() * len(left))) for _ in range(min(number, len(things)))]
        return [things[place] for place in sorted(taken)]

    def normal(self) -> float:
        """About normal, mean 0 and deviation 1: twelve uniform draws, so that no library differs."""
        return sum(self.share() for _ in range(12)) - 6

    def number(self, mean: float) -> int:
        """How many of something rare happen (Poisson; rounded normal for a mean from 30)."""
        if mean >= 30:
            return max(0, round(mean + self.normal() * math.sqrt(mean)))
        limit, product, count = math.exp(-mean), self.share(), 0
        while product > limit:
            product *= self.share()
            count += 1
        return count

    def part(self, whole: int, likelihood: float) -> int:
        """How many of ``whole`` things, each with the same likelihood."""
        return sum(self.happens(likelihood) for _ in range(whole))
