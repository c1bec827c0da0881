""" "Khiếu nại, tố cáo, kiến nghị lần lượt là 34 đơn, 9 đơn và 120 đơn": each name has its own number.

The names are kinds of petition, or what the numbers are limited to: years, places, posts, bodies, levels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from grassroots.reading.choose import choices
from grassroots.reading.cues import cues_of
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.limits import WHERE, limits_in
from grassroots.reading.part_model import Part
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read

_BETWEEN = frozenset([",", "và"])
_WORDINGS = ("lần lượt", "tương ứng")
_SAID = (("lần", "lượt"), ("tương", "ứng"))
_YEAR = re.compile(r"(?:19|20)\d\d")


def set_respectively(
    reads: Sequence[Read], tokens: Sequence[Token], context: Context, places: Sequence[Part] = ()
) -> None:
    """Gives each number after "lần lượt" the meaning of the name in the same place of the list before it."""
    if not any(wording in context.twin.text for wording in _WORDINGS):
        return
    said = [i for i in range(len(tokens) - 1) if (tokens[i].text, tokens[i + 1].text) in _SAID]
    for at, end in pairwise([*said, len(tokens)]):
        _set_from(at, _run(reads, tokens, at, end), reads, context, places)


def _run(reads: Sequence[Read], tokens: Sequence[Token], at: int, end: int) -> list[Read]:
    """The numbers after "lần lượt" with nothing but commas and units between them."""
    numbers: list[Read] = []
    for read in reads:
        mention = read.attached.mention
        if not at < mention.first < end or (
            read.unit == "percent" and numbers and numbers[0].unit != "percent"
        ):
            continue
        last = numbers[-1].attached.mention.last if numbers else mention.first
        if numbers and any(token.text not in _APART for token in tokens[last : mention.first]):
            break
        numbers.append(read)
    return numbers


def _set_from(
    at: int, numbers: list[Read], reads: Sequence[Read], context: Context, places: Sequence[Part]
) -> None:
    words = context.words
    if len(numbers) < 2:
        return
    tokens = numbers[0].stream.tokens
    limits = _limits(tokens[:at], len(numbers), context)
    names = [] if limits else _names(tokens[:at], len(numbers), words)
    if not limits and not names:
        limits = _parts_before(reads, at, len(numbers))
    if not limits and not names and len(places) == len(numbers):
        limits = list(places)  # named in the sentence before
    if not limits and not names:
        return
    units = [read.unit for read in numbers if read.unit and read.attached.mention.unit_from is not None]
    units = units or [read.unit for read in numbers if read.unit]
    known = next((read for read in numbers if read.choices and not read.dropped), None)
    for index, read in enumerate(numbers):
        bare = read.attached.mention.unit_from is None
        read.unit = units[-1] if bare and units else read.unit
        if bare and known is not None:
            read.slots = {
                **known.slots,
                **{slot: values for slot, values in read.slots.items() if slot == "kind"},
            }
        if names:
            read.slots["kind"] = {names[index]: 0.1}
        if read.unit and (names or bare or read.dropped):
            read.choices = choices(read.unit, read.slots, words)
            read.dropped = None if read.choices and read.choices[0].code != "-" else "sink"
        if limits:
            read.part = limits[index]


_APART = frozenset([",", ";", "và", "là", "còn"])


def _limits(tokens: Sequence[Token], count: int, context: Context) -> list[Part | None]:
    """As many places, posts, bodies, levels or years as there are numbers, the last before "lần lượt"."""
    every = limits_in(tokens, context)
    fields = [limit for limit in every if limit.kind == "field"]
    if len(fields) == count:
        return [Part(limit.text, limit.kind, True) for limit in fields]
    named = [limit for limit in every if limit.kind in WHERE]
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


def set_as_before(reads: Sequence[Read], tokens: Sequence[Token], mains: Sequence[Read], text: str) -> None:
    """ "Năm 2022 con số tương ứng là 41 đơn và 35 đơn": each is what was given before in its place."""
    if not mains or not any(wording in text for wording in _THESE_NUMBERS):
        return
    said = " ".join(token.text for token in tokens)
    if not any(wording in said for wording in _THESE_NUMBERS):
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
