"""What numbers tell of each other: sums of what was carried over and came in, sizes of delegations, a kind's
total beside what of it was settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.choose import choices
from grassroots.reading.lexicon import Lexicon

if TYPE_CHECKING:
    from grassroots.reading.reads import Read

LARGE_GROUP = 5
"""Persons from which a delegation is a large group (circular 04/2021/TT-TTCP)."""

_FAR = 0.6  # a stage said farther off is not said of the number
_KINDS = frozenset(["kn", "tc", "kntc", "knpa"])


def reckon(reads: Sequence[Read], words: Lexicon) -> None:
    """Reads anew what the other numbers of the stream tell better than words far off."""
    for at, read in enumerate(reads):
        before = reads[at - 1] if at else None
        if read.dropped or not read.choices:
            continue
        if _carried_and_new(read, reads[:at]):
            _set(read, words, stage="to_process")
        elif before is not None and _of_group(read, before):
            small = before.unit == "delegation" and "crowd" not in before.slots
            if small and read.attached.mention.value < LARGE_GROUP * before.attached.mention.value:
                before.dropped = "size"
            elif read.attached.mention.value >= LARGE_GROUP * before.attached.mention.value:
                _set(read, words, crowd="group")
        elif before is not None and _agreed_of(read, before):
            _set(before, words, act="take_part")
        elif _of_population(read):
            read.dropped = "population"
        elif before is not None and _settled_of(read, before):
            _set(before, words, stage="competence")


def _set(read: Read, words: Lexicon, **values: str) -> None:
    for slot, value in values.items():
        read.slots[slot] = {value: 0.1}
    read.choices = choices(read.unit or "", read.slots, words) or read.choices


def _carried_and_new(read: Read, before: Sequence[Read]) -> bool:
    """ "11 đơn từ năm trước sang, 203 đơn mới; tổng cộng 214 đơn": to be processed."""
    codes = {
        one.choices[0].code: one.attached.mention.value
        for one in before[-3:]
        if one.choices and not one.dropped and one.unit == "petition" == read.unit
    }
    old, new = codes.get("don_ky_truoc", 0.0), codes.get("don_tiep_nhan", 0.0)
    return bool(old and new) and read.attached.mention.value == old + new


def _of_group(read: Read, before: Read) -> bool:
    """ "8 đoàn, 178 người": the people of the groups right before."""
    if read.unit not in ("person", "attendee") or before.dropped or not before.choices:
        return False
    said = before.choices[0].code
    if said == "tcd_doan_dong_nguoi":
        return read.attached.chained or _number_of_people(read)
    return said == "tcd_doan_dong_nguoi_nguoi" and read.attached.mention.unit_from is None


def _number_of_people(read: Read) -> bool:
    """ "mỗi nơi 1 lượt đoàn, số người lần lượt là 23, 27 và 5"."""
    left = read.stream.tokens[read.attached.left[0] : read.attached.mention.first]
    return [token.text for token in left if token.kind == "word"][:2] == ["số", "người"]


def _agreed_of(read: Read, before: Read) -> bool:
    """ "3.465/3.531 cử tri, đồng ý 3.298": those who took part, of whom so many agreed."""
    own = any(
        reach.slot == "act" and reach.side in ("left", "right", "unit", "chain") and reach.value in _VOTING
        for reach in before.attached.reaches
    )
    if (
        own
        or before.unit not in ("voter", "household")
        or before.dropped
        or before.attached.mention.total is None
    ):
        return False
    tokens = read.stream.tokens[before.attached.mention.last : read.attached.mention.first]
    if any(token.text == ";" for token in tokens):
        return False
    return (
        read.choices[0].code == "cu_tri_dong_y"
        and read.attached.mention.value <= before.attached.mention.value
    )


_VOTING = ("agree", "disagree", "take_part", "entitled")


def _of_population(read: Read) -> bool:
    """ "2.011 hộ với 7.846 nhân khẩu": how many live there."""
    tokens, last = read.stream.tokens, read.attached.mention.last
    if read.unit not in ("household", "person"):
        return False
    return any(
        token.text in ("khẩu", "dân") and tokens[at - 1].text in ("nhân", "số")
        for at, token in enumerate(tokens[last : last + 4], start=last)
        if token.kind == "word" and at
    )


def _settled_of(read: Read, before: Read) -> bool:
    """ "Khiếu nại có 12 vụ, ra quyết định 11 vụ": the whole of what was settled is within competence."""
    if before.dropped or not before.choices or before.unit != "matter" or read.parent is not before.parent:
        return False
    kinds = set(before.slots.get("kind", {})) & _KINDS
    bare = (
        before.choices[0].code.endswith("_tiep_nhan")
        and min(before.slots.get("stage", {"": 9.0}).values()) > _FAR
    )
    settled = read.choices[0].code == f"{next(iter(kinds), '')}_da_giai_quyet"
    return bare and settled and read.attached.mention.value <= before.attached.mention.value
