"""Numbers that were given before: the 56 of "xong 22/56 đơn", the 849 of "trong 849 đơn này"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.reach import Attached, Reach
from grassroots.reading.sentences import Stream

if TYPE_CHECKING:
    from grassroots.reading.frames import Frame
    from grassroots.reading.reads import Read

BESIDE_IT = ("left", "right", "unit", "given")
_SUMS = frozenset(["gộp", "cộng"])


def sums_up(attached: Attached, stream: Stream) -> bool:
    """ "khiếu nại 59, tố cáo 31; gộp lại 90 đơn": of no kind named before."""
    left = stream.tokens[attached.left[0] : attached.mention.first]
    return any(token.text in _SUMS for token in left[-4:])


_CASES = ("petition", "matter")  # "35 đơn khiếu nại … trong số 35 vụ khiếu nại"
_SAID_AGAIN = frozenset(["này", "đó", "ấy", "kia", "nói"])
_OUT_OF = frozenset(["trong", "số", "tổng"])


def given_before(
    attached: Attached, unit: str | None, stream: Stream, siblings: Sequence[Read], frame: Frame
) -> Read | None:
    """The figure that a number repeats: the 56 of "xong 22/56 đơn", the 849 of "trong 849 đơn này"."""
    mention, tokens = attached.mention, stream.tokens
    value = mention.value
    if mention.total is not None:
        value, unit = mention.total.value, mention.total.unit
    else:
        again = mention.last < len(tokens) and tokens[mention.last].text in _SAID_AGAIN
        left = tokens[attached.left[0] : mention.first]
        out_of = bool(left) and all(token.text in _OUT_OF for token in left)
        if not again and not out_of:
            return None
    if unit is None:
        return None
    alike = _CASES if unit in _CASES else (unit,)
    for read in reversed(siblings):
        same = read.attached.mention.value == value and read.unit in alike
        if same and read.choices and not read.dropped:
            return None if _of_another_kind(attached, read) else read
    known = next((frame.given[value, one] for one in (unit, *alike) if (value, one) in frame.given), None)
    return None if known is not None and _of_another_kind(attached, known) else known


def _of_another_kind(attached: Attached, given: Read) -> bool:
    """ "khiếu nại 01/01 đơn; tố cáo 01/01 đơn": the same number of another kind is a number of its own."""
    kinds = {reach.value for reach in attached.reaches if reach.slot == "kind" and reach.side in BESIDE_IT}
    return bool(kinds) and kinds.isdisjoint(given.slots.get("kind", {}))


def as_given(reaches: Sequence[Reach], given: Read) -> list[Reach]:
    """What is so many of a number known already is of its kind, whatever was said in between."""
    kinds = given.slots.get("kind", {})
    own = [
        reach for reach in reaches if reach.slot != "kind" or reach.side in ("left", "right", "unit", "chain")
    ]
    return [*own, *(Reach("kind", value, 0.45, "given") for value in kinds)]
