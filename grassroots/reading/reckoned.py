"""What numbers tell of each other: sums of what was carried over and came in, sizes of delegations, a kind's
total beside what of it was settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.choose import choices
from grassroots.reading.lexicon import Lexicon

if TYPE_CHECKING:
    from grassroots.reading.streams import Read

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
    groups = bool(before.choices) and before.choices[0].code == "tcd_doan_dong_nguoi"
    return groups and read.unit in ("person", "attendee") and not before.dropped and read.attached.chained


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
