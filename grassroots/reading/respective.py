""" "Khiếu nại, tố cáo, kiến nghị lần lượt là 34 đơn, 9 đơn và 120 đơn": each name has its own number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.choose import choices
from grassroots.reading.cues import cues_of
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.streams import Read

_BETWEEN = frozenset([",", "và"])


def set_respectively(reads: Sequence[Read], tokens: Sequence[Token], words: Lexicon) -> None:
    """Gives each number after "lần lượt" the meaning of the name in the same place of the list before it."""
    at = next(
        (i for i in range(len(tokens) - 1) if tokens[i].text == "lần" and tokens[i + 1].text == "lượt"), None
    )
    if at is None:
        return
    numbers = [read for read in reads if read.attached.mention.first > at]
    names = _names(tokens[:at], len(numbers), words)
    if len(numbers) < 2 or not names:
        return
    units = [read.unit for read in numbers if read.unit]
    for read, name in zip(numbers, names, strict=True):
        read.unit = read.unit or (units[-1] if units else None)
        read.slots["kind"] = {name: 0.1}
        if read.unit:
            read.choices = choices(read.unit, read.slots, words)
            read.dropped = None if read.choices and read.choices[0].code != "-" else "sink"


def _names(tokens: Sequence[Token], count: int, words: Lexicon) -> list[str]:
    """The last ``count`` kinds before "lần lượt", taken one by one: the list's commas must not join them."""
    kinds: list[str] = []
    at = len(tokens) - 1
    while at >= 0 and len(kinds) < count:
        stretch_end = at + 1
        while at >= 0 and tokens[at].text not in _BETWEEN:
            at -= 1
        named = [
            value
            for cue in cues_of(tokens[at + 1 : stretch_end], words)
            for slot, value in cue.meanings
            if slot == "kind"
        ]
        if named:
            kinds.insert(0, named[-1])
        at -= 1
    pairs = {"proposal": "knpa"}
    return [pairs.get(kind, kind) for kind in kinds] if len(kinds) == count else []
