"""What a figure is limited to: a place, body, post, level, field, kind or an earlier period.

A limit said where nothing contrasts with it is often no limit at all ("lãnh đạo huyện tiếp 12 lượt" in the
huyện's own report): such weak parts are kept only where the same indicator is given more than once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grassroots.reading.limits import where_limits
from grassroots.reading.part_model import Part, goes_with_counts
from grassroots.reading.part_what import (
    about_of,
    kind_of_case,
    leftover_of,
    merit_of,
    named_before_bracket,
    next_in_list,
    what_of,
)
from grassroots.reading.part_where import (
    ALWAYS_OF_A_PLACE,
    LEADERS_AT_LARGE,
    is_named_post,
    is_of_the_communes,
    of_several_posts,
    where_of,
)
from grassroots.reading.part_words import earlier_period_in, own_stretches
from grassroots.reading.twin import plain

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read


def part_of(read: Read, context: Context) -> Part | None:
    """The part of a number, from its own words, its parent's, or, for a rate, that of its counts."""
    part = _own_part(read, context)
    if part is None and read.unit == "percent" and read.before is not None and goes_with_counts(read):
        part = read.before.part
    if part is None and read.parent is not None and not read.parent.dropped:
        part = read.parent.part
    return part


def _own_part(read: Read, context: Context) -> Part | None:
    period = earlier_period_in(read, context)
    if period:
        return Part(period, "period", True)
    own = _stated(read, context)
    parent = read.parent
    child = (
        parent is not None
        and parent.choices
        and read.choices
        and parent.choices[0].code == read.choices[0].code
    )
    if own is not None and child:
        return Part(own.text, own.kind, True)
    if own is not None and read.choices[0].code.startswith(_OF_BOARDS) and is_of_the_communes(own):
        return None  # boards are the communes' anyway
    if child:
        return leftover_of(read, context)
    nought = read.attached.mention.zero and own is not None and own.kind in ("place", "level") and not own.own
    if own is not None and (nought or _set_apart(read)):
        return Part(own.text, own.kind, True)
    return own


_OF_BOARDS = ("ttnd_", "gsdt_", "ttnd_gsdt_")


def _set_apart(read: Read) -> bool:
    """ "riêng": said to be a part."""
    tokens, attached = read.stream.tokens, read.attached
    return any(token.text == "riêng" for token in tokens[attached.left[0] : attached.left[1]])


def _stated(read: Read, context: Context) -> Part | None:
    stretches = own_stretches(read, context)
    code = read.choices[0].code
    if "tcd_" in code:
        for tokens in stretches:
            if of_several_posts(read, context):
                break
            post = next((one for one in where_limits(tokens, context) if one.kind == "post"), None)
            if post is not None and not post.whole and plain(post.text) not in LEADERS_AT_LARGE:
                return Part(post.text, "post", is_named_post(post.text))
    if code.startswith("khen_thuong"):
        return merit_of(stretches, context) or where_of(stretches, context, False)  # else the giver
    always = code.startswith(ALWAYS_OF_A_PLACE)
    where = where_of(stretches, context, always)
    kind = kind_of_case(read, code)
    what = kind or next(filter(None, (what_of(tokens, context, code) for tokens in stretches)), None)
    if what is None and where is None:
        return (
            next_in_list(read, context)
            or named_before_bracket(read, context)
            or about_of(read, context, code)
        )
    if what is not None and where is not None and not what.strong:
        return where if where.strong else what
    return where if where is not None and (what is None or where.kind == "place") else what
