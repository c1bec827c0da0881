"""Whom a sentence is about: the place, body or level that its later numbers are of as well.

"Cấp tỉnh nhận 210 đơn, đã xử lý 205 đơn; cấp huyện nhận 388 đơn, …": what stands before one number as its
subject limits those after it until another is named or a total is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grassroots.reading.limits import bare_level, limits_in, where_limits
from grassroots.reading.part_model import Part
from grassroots.reading.part_where import COMMUNES, is_named_post
from grassroots.reading.part_words import unbroken
from grassroots.reading.place_names import Limit, text_of
from grassroots.reading.tokens import Token
from grassroots.reading.twin import plain

if TYPE_CHECKING:
    from grassroots.reading.reads import Context, Read
    from grassroots.reading.sentences import Stream

_WHOLE = frozenset(["khắp", "toàn", "tổng", "cộng", "gộp", "chung"])
_AFTER_SUM = frozenset(
    ["lại", "chung", "là", "được", "có", "cả", "các", "dồn", "gộp", ",", ":", "hết", "tất"]
)
# a body or post after these is no subject: "theo chỉ đạo của UBND tỉnh", "chuyển UBND xã 3 đơn"
_NO_SUBJECT = frozenset(
    ["của", "theo", "cho", "đến", "gửi", "lên", "về", "sang", "tới", "từ", "chuyển", "đạo"]
)
_NO_SUBJECT |= {"thẩm", "quyền", "với", "cùng", "hợp", "giúp", "mưu", "nghị", "trình", "như", "được"}


@dataclass(slots=True)
class Topics:
    """The subject in force while the sentences of one passage are read."""

    now: Part | None = None
    _named: set[str] = field(default_factory=set)

    def of(self, reads: Sequence[Read], stream: Stream, context: Context) -> dict[int, Part]:
        """The subject of each number, by the id of its ``Read``; a bracket's numbers have their clause's."""
        found: dict[int, Part] = {}
        if len(self._named) > 1:
            self.now = None  # of several places the last is not what the next sentence is about
        self._named = set()
        if self.now is not None and self.now.kind != "place":
            self.now = None  # only a place named is a paragraph's subject
        root = sorted(
            (read for read in reads if read.stream is stream), key=lambda read: read.attached.mention.first
        )
        after = 0
        before_parts: Part | None = None
        for read in root:
            first = read.attached.mention.first
            if read.parent is None or not any(read.parent is one for one in root):
                before_parts = None
            elif before_parts is None:
                before_parts = self.now  # whose parts these are
            self._enter(stream.tokens[after:first], context)
            if self.now is not None and _carries(self.now, read):
                found[id(read)] = self.now
            self._note_place_after(read, context)
            self._note_counted_areas(read, root, context)
            after = max(after, read.attached.mention.last, read.attached.right[1])
        if before_parts is not None or (root and root[-1].parent is not None):
            self.now = before_parts
        for read in reads:
            if read.stream is not stream:
                clause = _clause_of(read, root)
                if clause is not None and id(clause) in found:
                    found[id(read)] = found[id(clause)]
        return found

    def _enter(self, words: list[Token], context: Context) -> None:
        """Takes in the words between two numbers."""
        texts = [token.text for token in words]
        if ";" in texts and len(self._named) > 1:
            self.now = None
        limit, at = _subject(words, context)
        if limit is not None and limit.kind == "post" and _several_posts(words, context):
            self.now = None  # "lãnh đạo UBND tỉnh, các ngành và Chủ tịch UBND các huyện": leaders at large
            return
        whole = max((i for i in range(len(texts)) if _says_whole(texts, i)), default=-1)
        if limit is not None and limit.whole:
            self.now = None
        elif limit is not None and at >= whole:
            apart = "riêng" in texts[:at] and limit.kind == "place" and not limit.own
            strong = apart or (limit.kind == "post" and is_named_post(limit.text))
            self.now = Part(limit.text, limit.kind, strong, own=limit.own, opening=True)
            self._named.add(limit.text)
        elif whole >= 0:
            self.now = None

    def _note_place_after(self, read: Read, context: Context) -> None:
        """ "Có 7 vụ ở xã Tân Hưng, hòa giải thành 5 vụ": a place right of a number is the next's too."""
        attached = read.attached
        for run in unbroken(read.stream.tokens[attached.right[0] : attached.right[1]]):
            for limit in where_limits(run, context):
                if limit.named and limit.first and run[limit.first - 1].text in ("ở", "tại", "của"):
                    self.now = Part(limit.text, limit.kind, False, own=limit.own, opening=True)
                    self._named.add(limit.text)

    def _note_counted_areas(self, read: Read, root: Sequence[Read], context: Context) -> None:
        """ "15 xã, phường tổ chức 27 buổi": the areas counted are the next number's subject."""
        mention, tokens = read.attached.mention, read.stream.tokens
        following = next((one for one in root if one.attached.mention.first >= mention.last), None)
        joins = mention.first > 0 and tokens[mention.first - 1].text in ("và", "cùng", "với")
        if read.unit != "commune_unit" or following is None or read.choices or joins:
            return
        between = [token.text for token in tokens[mention.last : following.attached.mention.first]]
        if between and not set(between) & {",", ";", ":", "và", "với", "/"}:
            text = text_of(tokens[mention.first : mention.last], context)
            self.now = Part(text, "body", False, opening=True)
            self._named.add(text)


def _subject(words: list[Token], context: Context) -> tuple[Limit | None, int]:
    """The last limit before a number that can be its subject, and where it begins."""
    found: tuple[Limit | None, int] = (None, -1)
    offset = 0
    for run in unbroken(words):
        for limit in where_limits(run, context):
            before = run[limit.first - 1].text if limit.first else ","
            if found[0] is not None and found[0].named and plain(limit.text) in COMMUNES:
                continue  # "Tại An Giang, các ban ở các xã, phường, thị trấn …"
            if limit.kind in ("place", "level") or before not in _NO_SUBJECT:
                found = limit, offset + limit.first
        offset += len(run)
    if found[0] is None:
        comma = max((i for i, token in enumerate(words) if token.text in ",;:"), default=-1)
        bare = bare_level(words[comma + 1 :], context)
        if bare is not None:
            return bare, comma + 1
    return found


def _several_posts(words: list[Token], context: Context) -> bool:
    return sum(limit.kind == "post" for limit in limits_in(words, context)) > 1


def _says_whole(texts: Sequence[str], at: int) -> bool:
    """ "tổng số", "toàn huyện", "cả tỉnh", "tất cả", "hai xã"."""
    if texts[at] == "cả":
        return texts[at - 1 : at] in (["tất"], [","], []) or texts[at + 1 : at + 2] in (
            ["hệ"],
            ["tỉnh"],
            ["huyện"],
        )
    if texts[at] == "cộng" and texts[at + 1 : at + 2] and texts[at + 1] not in _AFTER_SUM:
        return False  # "cộng sổ chỉ thấy 1.326 ngày"
    return texts[at] in _WHOLE


def _carries(topic: Part, read: Read) -> bool:
    """A post receives citizens; what else is said beside it is not the post's."""
    return topic.kind != "post" or bool(read.choices and "tcd_" in read.choices[0].code)


def _clause_of(read: Read, root: Sequence[Read]) -> Read | None:
    above = read.parent
    while above is not None:
        if any(above is one for one in root):
            return above
        above = above.parent
    return None
