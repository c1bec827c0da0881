""" "Khiếu nại, tố cáo, kiến nghị lần lượt là 34 đơn, 9 đơn và 120 đơn": each name has its own number.

The names are kinds of petition, or what the numbers are limited to: years, places, posts, bodies, levels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.choose import choices
from grassroots.reading.cues import cues_of
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.limits import WHERE, limits_in
from grassroots.reading.parts import Part
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.streams import Context, Read

_BETWEEN = frozenset([",", "và"])
_SAID = (("lần", "lượt"), ("tương", "ứng"))
_YEAR = re.compile(r"(?:19|20)\d\d")


def set_respectively(reads: Sequence[Read], tokens: Sequence[Token], context: Context) -> None:
    """Gives each number after "lần lượt" the meaning of the name in the same place of the list before it."""
    at = next(
        (i for i in range(len(tokens) - 1) if (tokens[i].text, tokens[i + 1].text) in _SAID),
        None,
    )
    if at is None:
        return
    words = context.words
    numbers = [read for read in reads if read.attached.mention.first > at]
    numbers = [read for read in numbers if read.unit != "percent" or numbers[0].unit == "percent"]
    if len(numbers) < 2:
        return
    limits = _limits(tokens[:at], len(numbers), context)
    names = [] if limits else _names(tokens[:at], len(numbers), words)
    if not limits and not names:
        limits = _parts_before(reads, at, len(numbers))
    units = [read.unit for read in numbers if read.unit]
    if not limits and not names:
        return
    for index, read in enumerate(numbers):
        read.unit = read.unit or (units[-1] if units else None)
        if names:
            read.slots["kind"] = {names[index]: 0.1}
        if read.unit and (names or read.dropped):
            read.choices = choices(read.unit, read.slots, words)
            read.dropped = None if read.choices and read.choices[0].code != "-" else "sink"
        if limits:
            read.part = limits[index]


def _limits(tokens: Sequence[Token], count: int, context: Context) -> list[Part | None]:
    """As many places, posts, bodies, levels or years as there are numbers, the last before "lần lượt"."""
    named = [limit for limit in limits_in(tokens, context) if limit.kind in WHERE]
    if len(named) >= count and len({limit.kind for limit in named[-count:]}) <= 2:
        return [Part(limit.text, limit.kind, True) for limit in named[-count:]]
    years = [token.text for token in tokens if _YEAR.fullmatch(token.text)]
    if len(years) != count:
        return []
    own = str(context.own_year) if str(context.own_year) == max(years) else max(years)
    return [None if year == own else Part(f"năm {year}", "period", True) for year in years]


def _parts_before(reads: Sequence[Read], at: int, count: int) -> list[Part | None]:
    """ "Năm 2022 là 96 lượt, năm 2021 là 122 lượt; số đơn lần lượt là 45 và 60": as the numbers before."""
    before = [read for read in reads if read.attached.mention.first < at and not read.dropped][-count:]
    parts = [read.part for read in before]
    return parts if len(parts) == count and any(part is not None for part in parts) else []


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


_TELLING = ("stage", "act", "result", "model_stage", "verdict", "kind", "who")
_OWN_WORDS = 0.4


def set_as_before(reads: Sequence[Read], tokens: Sequence[Token], mains: Sequence[Read]) -> None:
    """ "Năm 2022 con số tương ứng là 41 đơn và 35 đơn": each is what was given before in its place."""
    said = " ".join(token.text for token in tokens)
    if not mains or not any(wording in said for wording in _THESE_NUMBERS):
        return
    left = list(mains)
    for read in reads:
        same = next((main for main in left if main.unit == read.unit), None)
        if same is None or read.dropped == "change":
            continue
        left.remove(same)
        own = any(
            reach.slot in _TELLING and reach.side in ("left", "right", "unit") and reach.cost < _OWN_WORDS
            for reach in read.attached.reaches
        )
        if not own:
            read.slots, read.choices, read.dropped = same.slots, same.choices, same.dropped


_THESE_NUMBERS = (
    "con số tương ứng",
    "các con số này",
    "những con số này",
    "con số ấy",
    "số tương ứng",
    "tương ứng là",
)
