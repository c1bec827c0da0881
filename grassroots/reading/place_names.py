"""Places by name: told by the word before them ("xã Tân Hưng"), or by their capitals where a unit of that
name exists or once existed: reports name communes without their kind ("Tân Hưng 12 vụ, Minh Hòa 9 vụ").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from grassroots.reading.lexicon import Phrases, lexicon
from grassroots.reading.model import PartKind
from grassroots.reading.tokens import Token
from grassroots.reading.twin import plain
from grassroots.settings import REFERENCE

if TYPE_CHECKING:
    from grassroots.reading.reads import Context

_LONGEST_NAME = 4  # syllables
_APART = 2  # characters between two tokens of one name


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit at tokens [first, last) of a run."""

    first: int
    last: int
    text: str
    kind: PartKind
    named: bool = False  # one of its sort by name, not "các xã"
    own: bool = False  # the report's own place
    whole: bool = False  # the report's own place with what lies in it
    bare: bool = False  # a level's word alone: "tỉnh 3, huyện 11, xã 38"


@cache
def _names() -> frozenset[str]:
    """The names of all units there are and were, of two syllables or more."""
    names = set()
    for file in sorted((REFERENCE / "units").glob("units_*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            names |= {row["name"] for row in csv.DictReader(rows)}
    return frozenset(plain(name) for name in names if " " in name) - frozenset(lexicon().parts["no_places"])


@cache
def _no_names() -> Phrases[bool]:
    """Wordings that open the name of a body, a post or a level."""
    phrases: Phrases[bool] = Phrases()
    parts = lexicon().parts
    heads = [*parts["heads"]["body"], *parts["heads"]["post"]]
    for wording in [*parts["level"], *parts["post"], *parts["body"], *parts["field"], *heads]:
        phrases.add(wording, True)
    return phrases


def place_at(tokens: Sequence[Token], at: int, context: Context) -> Limit | None:
    """A place that begins at a token, with the word for its kind or known by its name."""
    prefix = _prefix(tokens, at)
    first = at + prefix
    if first >= len(tokens) or (not prefix and not is_capital(tokens[first], context)):
        return None
    if (
        prefix
        and tokens[first].kind == "number"
        and tokens[first].text.isdigit()
        and len(tokens[first].text) < 3
    ):
        numbered = tokens[at].text in ("phường", "quận", "khóm", "khu", "thôn", "ấp", "tổ")
        return (
            _as_place(tokens, at, first + 1, context, "")
            if numbered and _glued_number(tokens, first)
            else None
        )
    run = _run(tokens, first, context)
    if not run:
        return None
    name = plain(text_of(tokens[first : first + run], context)).replace(" - ", "-")
    if prefix:
        return _as_place(tokens, at, first + run, context, name)
    if _of_a_longer_name(tokens, first, context):
        return None
    for length in range(run, 1, -1):
        name = plain(text_of(tokens[first : first + length], context))
        if name in _names() or name in context.named_here:
            return _as_place(tokens, at, first + length, context, name)
    before = tokens[first - 1].text if first else ""
    if run > 1 and before in ("ở", "tại", "bên", "riêng") and _new_name(tokens, first, run):
        return _as_place(tokens, at, first + run, context, name)
    return None


def new_names(tokens: Sequence[Token], context: Context) -> set[str]:
    """Names in capitals within a sentence that no unit listed has: hamlets, communes gone before 2020."""
    found = set()
    for at in range(1, len(tokens)):
        if tokens[at - 1].text in ".!?:" or not is_capital(tokens[at], context):
            continue
        run = _run(tokens, at, context)
        if 2 <= run <= 3 and not _of_a_longer_name(tokens, at, context) and _new_name(tokens, at, run):
            found.add(plain(text_of(tokens[at : at + run], context)))
    return found


def _new_name(tokens: Sequence[Token], first: int, run: int) -> bool:
    opening = tokens[first].text
    return (
        not _no_names().at(tokens, first)
        and opening not in lexicon().parts["name_words"]
        and not (run > 2 and opening in lexicon().parts["surnames"])
    )


def _glued_number(tokens: Sequence[Token], at: int) -> bool:
    """ "Phường 5 tiếp 12 lượt": the number is followed by words, not by what it counts."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or lexicon().units.at(tokens, at + 1) is None


def _as_place(tokens: Sequence[Token], at: int, end: int, context: Context, name: str) -> Limit:
    text = text_of(tokens[at:end], context)
    own = (name or plain(text)) in context.own_names
    return Limit(at, end, text, "place", True, own)


_KINDS_OF_PLACE = (
    ("thị", "trấn"), ("thị", "xã"), ("thành", "phố"), ("đặc", "khu"), ("khu", "phố"), ("tổ", "dân", "phố"),
    ("xã",), ("phường",), ("huyện",), ("quận",), ("tỉnh",), ("thôn",), ("ấp",), ("bản",), ("tt",), ("tx",),
    ("tp",), ("làng",), ("buôn",), ("khóm",), ("xóm",), ("tổ",), ("khu",),
)  # fmt: skip


_BY_FIRST = {words[0]: [one for one in _KINDS_OF_PLACE if one[0] == words[0]] for words in _KINDS_OF_PLACE}


def _prefix(tokens: Sequence[Token], at: int) -> int:
    """The tokens of the word for a place's kind, with the full stop of "TP."."""
    for words in _BY_FIRST.get(tokens[at].text, ()) if at < len(tokens) else ():
        length = len(words)
        if length == 1 or tuple(token.text for token in tokens[at : at + length]) == words:
            dotted = at + length < len(tokens) and tokens[at + length].text == "."
            return length + 1 if dotted and words[0] in ("tt", "tx", "tp") else length
    return 0


def is_capital(token: Token, context: Context) -> bool:
    """ "Tân", not "tân" nor "UBND"."""
    if token.kind != "word":
        return False
    written = text_of([token], context)
    return written[:1].isupper() and (len(written) == 1 or not written.isupper())


def _run(tokens: Sequence[Token], first: int, context: Context) -> int:
    """How many tokens from ``first`` make one name in capitals, hyphens and apostrophes among them."""
    at, syllables = first, 0
    while at < len(tokens) and syllables < _LONGEST_NAME:
        if at > first and tokens[at].start - tokens[at - 1].end > 1:
            break
        if is_capital(tokens[at], context):
            syllables += 1
            at += 1
            continue
        glue = tokens[at].text in "'’`-" and at > first and at + 1 < len(tokens)
        close = glue and tokens[at].start == tokens[at - 1].end and tokens[at + 1].start == tokens[at].end
        if not close or tokens[at + 1].kind != "word":
            break
        at += 2
    return at - first


_BEFORE_A_PERSON = frozenset(["ông", "bà", "anh", "chị", "chí", "cụ", "đ/c"])
_OPENS = re.compile(r"(?:ở|tại|bên|riêng|còn|và|như|gồm|là|với|trong|tới|đến|từ|của|cả|hai|ba|bốn|các)$")


def _of_a_longer_name(tokens: Sequence[Token], first: int, context: Context) -> bool:
    """ "ông Nguyễn Hòa Bình", "Đảng bộ", "Ban Mai": the end of another name."""
    if not first or tokens[first].start - tokens[first - 1].end > _APART:
        return False
    before = tokens[first - 1]
    if before.text in _BEFORE_A_PERSON:
        return True
    return is_capital(before, context) and not _OPENS.match(before.text) and not _prefix(tokens, first - 1)


def text_of(tokens: Sequence[Token], context: Context) -> str:
    start, end = context.twin.back(tokens[0].start, tokens[-1].end)
    return context.passage.text[start:end]
