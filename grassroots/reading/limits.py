"""The limits named in a run of words: places, bodies, posts and levels, fields and kinds.

Bodies and posts are put together from heads and what follows them ("Chủ tịch UBND" + "các huyện, thành phố").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

from grassroots.reading.lexicon import Phrases, lexicon
from grassroots.reading.model import PartKind
from grassroots.reading.place_names import Limit, is_capital, place_at, text_of
from grassroots.reading.tokens import Token
from grassroots.reading.twin import plain

if TYPE_CHECKING:
    from grassroots.reading.reads import Context

WHERE = frozenset({"place", "body", "level", "post"})


def limits_in(tokens: Sequence[Token], context: Context) -> list[Limit]:
    """All limits in order, none over another."""
    found: list[Limit] = []
    at = 0
    while at < len(tokens):
        nothing = _no_limits().at(tokens, at)
        if nothing is not None:
            at += nothing[0]
            continue
        limit = _limit_at(tokens, at, context)
        if limit is not None and _speaks(tokens, limit.last):
            at = limit.last
        elif limit is not None and not _runs_into_nothing(tokens, limit):
            found.append(limit)
            at = limit.last
        else:
            at += 1
    return found


_SAYING = (
    ("cho", "biết"),
    ("cho", "hay"),
    ("thông", "tin"),
    ("khẳng", "định"),
    ("chia", "sẻ"),
    ("nói", "rằng"),
)


def _speaks(tokens: Sequence[Token], at: int) -> bool:
    """ "Chánh Thanh tra tỉnh, cho biết: …": who tells of the figures does not limit them."""
    at += at < len(tokens) and tokens[at].text == ","
    return tuple(token.text for token in tokens[at : at + 2]) in _SAYING


def _runs_into_nothing(tokens: Sequence[Token], limit: Limit) -> bool:
    """ "thủ trưởng cơ quan hành chính": the end of it opens a phrase that limits nothing."""
    return any(
        (hit := _no_limits().at(tokens, at)) is not None and at + hit[0] > limit.last
        for at in range(limit.first + 1, limit.last)
    )


def where_limits(tokens: Sequence[Token], context: Context) -> list[Limit]:
    """Places, bodies, levels and posts, those listed together as one ("Hòa Bình và Phú Xuân")."""
    joined: list[Limit] = []
    for limit in limits_in(tokens, context):
        if limit.kind not in WHERE:
            continue
        if limit.kind == "place" and limit.first and tokens[limit.first - 1].text in _ALL_OF:
            limit = replace(limit, own=True, whole=True)  # "toàn tỉnh Hòa Bình"
        last = joined[-1] if joined else None
        alike = last is not None and (last.kind == "place") == (limit.kind == "place")
        if last is not None and alike and _listed(tokens[last.last : limit.first]):
            text = text_of(tokens[last.first : limit.last], context)
            # "UBND huyện và các xã" is the whole huyện
            whole = last.whole or last.own or _of_own_level(last.text, context)
            named = last.named or limit.named
            joined[-1] = Limit(last.first, limit.last, text, limit.kind, named, own=whole, whole=whole)
        else:
            joined.append(limit)
    return joined


def _of_own_level(text: str, context: Context) -> bool:
    """ "UBND huyện", "cấp huyện" in a huyện's report."""
    return bool(context.own_level) and plain(text).endswith(f" {context.own_level}")


_BETWEEN = frozenset([",", "và", "-", "cùng", "với", "&"])


_ALL_OF = frozenset(["toàn", "khắp"])


def _listed(between: Sequence[Token]) -> bool:
    return 0 < len(between) <= 2 and all(token.text in _BETWEEN for token in between)


@cache
def _wordings() -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    parts = lexicon().parts
    for kind in ("level", "post", "body", "field", "kind"):
        for wording in parts[kind]:
            phrases.add(wording, kind)
    for agency in parts["agencies"]:
        for head in ("sở", "phòng", "ngành", "trung tâm"):
            phrases.add(f"{head} {agency}", "body")
    return phrases


@cache
def _no_limits() -> Phrases[bool]:
    phrases: Phrases[bool] = Phrases()
    for wording in lexicon().parts["no_limits"]:
        phrases.add(wording, True)
    return phrases


@cache
def _heads() -> Phrases[str]:
    phrases: Phrases[str] = Phrases()
    for kind, wordings in lexicon().parts["heads"].items():
        for wording in wordings:
            phrases.add(wording, kind)
    return phrases


@cache
def _areas() -> Phrases[bool]:
    phrases: Phrases[bool] = Phrases()
    for wording in lexicon().parts["areas"]:
        phrases.add(wording, True)
    return phrases


_ALONE_FIRST = frozenset(["cấp", "các", "khối", "tuyến", "những"])
_SHORT = 5  # words between a level and its number: "tỉnh đã tổ chức"
_BEFORE_BARE = frozenset(
    ["thẩm", "quyền", "ở", "tại", "phần", "của", "riêng", "còn", "và", "do", "là", "trong", "đó", ","]
)
_BARE = frozenset(["tỉnh", "huyện", "xã", "phường", "quận", "cơ sở", "thị trấn", "thành phố", "thị xã"])


def _limit_at(tokens: Sequence[Token], at: int, context: Context) -> Limit | None:
    """The longest limit that begins at a token: heads with what follows them, else a wording."""
    if tokens[at].text in ("các", "hai", "ba") and place_at(tokens, at + 1, context) is not None:
        return None  # "các xã Bình An, Tân Lập": the names are the limits
    place = place_at(tokens, at, context)
    if place is not None:
        return place
    kind, end, complete, named, own = None, at, False, False, False
    while end < len(tokens):
        said = _wordings().at(tokens, end)
        head = _heads().at(tokens, end)
        if said is not None and said[1][0] not in WHERE and (head is None or said[0] >= head[0]):
            if end == at:
                text = text_of(tokens[at : at + said[0]], context)
                return Limit(at, at + said[0], text, cast(PartKind, said[1][0]))
            break
        if said is not None and (head is None or said[0] >= head[0]):
            kind, end, complete = kind or said[1][0], end + said[0], True
            if said[1][0] == "level":
                break
        elif head is not None:
            kind, end = kind or head[1][0], end + head[0]
            complete = complete or (head[1][0] == "post" and tokens[end - head[0]].text not in _AT_LARGE)
        else:
            break
    if end > at:
        place = place_at(tokens, end, context)
        area = 0 if place is not None else _area(tokens, end)
        if place is not None:
            end, complete, named, own = place.last, True, True, place.own
        elif area:
            end, complete = end + area, True
        elif kind in ("body", "post", "level") and complete:
            end += _more_areas(tokens, end, context)
    elif _area_alone(tokens, at):
        kind, end, complete = "level" if tokens[at].text == "cấp" else "body", at + _area(tokens, at), True
    if not complete or kind is None:
        return None
    text = text_of(tokens[at:end], context)
    # "huyện, xã" in a huyện's report is all of it
    whole = "," in text and _of_own_level(f" {text.split(',')[0]}", context)
    own = own or plain(text) in {f"{head} {context.own_level}" for head in _OWN_HEADS if context.own_level}
    return Limit(at, end, text, cast(PartKind, kind), named, own, whole=whole)


# "lãnh đạo", "thủ trưởng", "các đơn vị": whom, says only what follows
_AT_LARGE = frozenset(["lãnh", "thủ", "người", "đơn", "cơ", "ngành", "cấp", "ban", "địa", "đoàn"])


_OWN_HEADS = ("ubnd", "ủy ban nhân dân", "cấp", "lãnh đạo", "lãnh đạo ubnd", "hđnd và ubnd")


def _more_areas(tokens: Sequence[Token], at: int, context: Context) -> int:
    """ ", thị trấn" after "UBND xã"; not what opens the next name ("UBND huyện, phòng Nội vụ")."""
    if at + 1 >= len(tokens) or tokens[at].text not in (",", "và") or tokens[at - 1].text not in _LEVEL_ENDS:
        return 0
    area = _area(tokens, at + 1)
    after = at + 1 + area
    if not area or tokens[at + 1].text in ("cấp", "các") or _wordings().at(tokens, at + 1):
        return 0
    if after < len(tokens) and (is_capital(tokens[after], context) or tokens[after].kind == "number"):
        return 0
    return area + 1


_LEVEL_ENDS = frozenset(["tỉnh", "huyện", "xã", "phường", "quận", "phố", "trấn", "sở", "ban"])


def _area_alone(tokens: Sequence[Token], at: int) -> bool:
    """ "các xã", "huyện, thị xã, thành phố": kinds of area, several or with a word before them."""
    length = _area(tokens, at)
    if not length:
        return False
    words = [token.text for token in tokens[at : at + length]]
    if words[0] in _ALONE_FIRST:
        return words[0] == "cấp" or words[1] not in _AT_LARGE  # "các cấp, các ngành" limits nothing
    return "," in words or "và" in words


def _area(tokens: Sequence[Token], at: int) -> int:
    """The number of tokens of "các huyện, thị xã và thành phố" at ``at``."""
    end = at
    if end < len(tokens) and tokens[end].text in _ALONE_FIRST:
        end += 1
    found = 0
    while True:
        hit = _areas().at(tokens, end)
        if hit is None:
            break
        end += hit[0]
        found = end
        if end + 1 < len(tokens) and tokens[end].text in (",", "và", "/") and _areas().at(tokens, end + 1):
            end += 1
        else:
            break
    return found - at if found else 0


def bare_level(tokens: Sequence[Token], context: Context) -> Limit | None:
    """ "tỉnh làm 01", "(xã 38)", "ở xã 174": a level's word that a number's words open with."""
    while tokens and tokens[0].text in _BEFORE_BARE:
        tokens = tokens[1:]
    for length in (2, 1):
        words = " ".join(token.text for token in tokens[:length])
        if len(tokens) >= length and words in _BARE:
            after = tokens[length : length + 1]
            area = _areas().at(tokens, length) is not None or any(
                one.text == "hội" for one in after
            )  # "xã hội"
            if (
                len(tokens) - length <= _SHORT
                and not area
                and not any(is_capital(one, context) for one in after)
            ):
                own = words == context.own_level
                return Limit(0, length, text_of(tokens[:length], context), "level", own=own, bare=True)
    return None
