"""What a bare number counts: its unit stands elsewhere in the clause, in its parent, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.lexicon import Lexicon
from grassroots.reading.reach import Attached
from grassroots.reading.sentences import Stream

if TYPE_CHECKING:
    from grassroots.reading.streams import Read

_HEAD_NOUNS = frozenset(
    {
        "petition",
        "matter",
        "visit",
        "person",
        "member",
        "model",
        "group",
        "delegation",
        "mediator",
        "team",
        "opinion",
        "attendee",
        "project",
        "works",
        "topic",
        "voter",
        "household",
        "file",
        "collective",
        "individual",
        "session",
        "class",
    }
)


def counted_elsewhere(
    attached: Attached, stream: Stream, above: Read | None, siblings: Sequence[Read], words: Lexicon
) -> str | None:
    """A bare number's unit: its parent's, else the noun before it ("số thành viên gần 900"), else its
    neighbour's."""
    if above is not None and above.unit not in (None, "other", "percent", "document"):
        last = siblings[-1] if siblings and siblings[-1].parent is above else None
        said = last is not None and last.attached.mention.unit_from is not None and last.unit != "percent"
        return last.unit if last is not None and said else above.unit  # "(510 hòa giải viên, 120 là nữ)"
    implied = words.settings["implied_units"]
    for reach in attached.reaches:
        if reach.side == "right" and reach.cost == 0 and reach.slot == "kind" and reach.value in _NAMED_KINDS:
            return "petition"  # "Phân loại: 92 khiếu nại, 35 tố cáo"
        if reach.side == "left" and reach.cost < 0.3 and reach.value in implied:
            return str(implied[reach.value])
    tokens = stream.tokens
    if attached.mention.total is not None:
        ratios = [read for read in siblings if read.attached.mention.total is not None]
        if ratios:
            return ratios[-1].unit
    at = attached.left[0]
    while at < attached.left[1]:
        hit = words.units.at(tokens, at) if tokens[at].kind == "word" else None
        if hit and hit[1][0] in _HEAD_NOUNS and (at == 0 or tokens[at - 1].text in _BEFORE_HEAD_NOUN):
            return hit[1][0]
        at += hit[0] if hit else 1
    if siblings and (attached.chained or (siblings[-1].unit in _DONE_WITH and _says_what_was_done(attached))):
        return siblings[-1].unit
    left = tokens[attached.left[0] : attached.left[1]]
    if siblings and 2 <= len(left) <= 6 and left[0].text in _PLACES and siblings[-1].attached.mention.elided:
        return siblings[-1].unit  # "xã Tân Văn là 31, xã Phú Sơn 18"
    return None


_PLACES = frozenset(["xã", "phường", "huyện", "quận", "tỉnh", "thị", "thành", "thôn", "ấp"])
_NAMED_KINDS = frozenset(["kn", "tc", "kntc"])
_DONE_WITH = frozenset(["petition", "matter", "model"])


def _says_what_was_done(attached: Attached) -> bool:
    """ "phát sinh 21 vụ, thụ lý 14, giải quyết 11": the verb right before a bare number."""
    return any(
        reach.side == "left" and reach.slot in ("stage", "result", "model_stage") and reach.cost < 0.1
        for reach in attached.reaches
    )


_BEFORE_HEAD_NOUN = frozenset(["số", "lượng", "tổng", ",", ";", ":", "các"])
