"""How likely a reading is right: value, indicator and part together.

The steps were set on texts the grammar had not been written with: nearly every wrong figure there leaned on a
word outside its own clause, stood near a rival rule, had no unit of its own, or had an uncertain part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grassroots.reading.model import Alternative

if TYPE_CHECKING:
    from grassroots.reading.streams import Read

_BEST = 0.97
LEAST = 0.3
# (largest cost of a need, what it takes off): own clause, rest of the sentence, sentence before, heading
_REACH = ((0.35, 0.0), (0.62, 0.03), (0.95, 0.07), (1.3, 0.12), (2.0, 0.2), (9.0, 0.3))
WEAK_PART_LEFT_OUT = 0.05
LABEL = 0.05  # limited by the label of its item
UNTOLD_APART = 0.15  # the same indicator has another value, and nothing tells the two apart
WEAK_PART_KEPT = 0.04


def confidence_of(read: Read) -> float:
    """From 0.3 to 0.98."""
    best = read.choices[0]
    found = _BEST - next(off for reach, off in _REACH if max(best.costs, default=0.0) <= reach)
    if not best.costs and best.rule.prior < 0.5:
        found -= 0.08  # the unit alone told the indicator
    if len(read.choices) > 1:
        margin = best.score - read.choices[1].score
        found -= 0.1 if margin < 0.12 else 0.04 if margin < 0.3 else 0.0
    mention = read.attached.mention
    if mention.elided:
        found -= 0.05
    if read.unit == "percent":
        found -= 0.03
    if mention.spelled:
        found -= 0.03
    if read.part is not None and read.part.kind == "other":
        found -= 0.05
    return round(max(LEAST, found), 2)


def alternatives_of(read: Read) -> tuple[Alternative, ...]:
    """The next best rule, where it comes near."""
    best = read.choices[0]
    part = read.part.text if read.part is not None and read.part.strong else None
    return tuple(
        Alternative(choice.code, part, round(0.5 - (best.score - choice.score) / 2, 2))
        for choice in read.choices[1:2]
        if choice.code != "-" and best.score - choice.score < 0.5
    )
