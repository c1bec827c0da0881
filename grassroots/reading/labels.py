"""Labels that limit all numbers of an item: "Cấp xã: 177 lượt …", "a) Ở quận, huyện, thị xã: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grassroots.reading.part_model import Part
from grassroots.reading.part_where import limiting_words, opening_limit
from grassroots.reading.tokens import Token

if TYPE_CHECKING:
    from grassroots.reading.model import Passage
    from grassroots.reading.reads import Context
    from grassroots.reading.sentences import Stream

_LETTER = re.compile(r"\s*[a-zđA-Z]\s*\)")
_LONGEST_HEADING = 16
_LONGEST = 30  # tokens


def label_of(stream: Stream, context: Context) -> Part | None:
    """The label a sentence opens with, where it names a place, body, post or level and nothing else."""
    tokens = _without_bullet(stream.tokens)
    if _LETTER.match(context.passage.text) and tokens and len(tokens[0].text) == 1:
        tokens = tokens[1:]  # the bracket of "a)" is no token of the stream
    for at, token in enumerate(tokens[:_LONGEST]):
        if token.text == ":":
            marked = _rank(context.passage.text) < _PLAIN
            return (
                limiting_words(tokens[:at], context)
                or opening_limit(tokens[:at], context, marked)
                or _period_label(tokens[:at], context)
                or (_item_label(tokens[:at], context) if marked else None)
            )
        if token.text == ";":
            return None
    return None


def heading_label(tokens: list[Token], context: Context) -> Part | None:
    """A heading as a label: "II. Cấp huyện"."""
    words = [token for token in _without_bullet(tokens) if token.text not in ":."]
    if len(words) > _LONGEST_HEADING or _names_a_setting(words, context):
        return None
    return limiting_words(words, context)


_BEFORE_SETTING = frozenset(["loại", "hình", "ở", "tại", "đối", "với", "các", "khối", "trong"])


def _names_a_setting(words: list[Token], context: Context) -> bool:
    """ "A. XÃ, PHƯỜNG": where democracy is practised, beside offices and firms; not some communes of many."""
    first = 0
    while first < len(words) and words[first].text in _BEFORE_SETTING:
        first += 1
    if first == len(words):
        return False
    said = context.twin.text[words[first].start : words[-1].end]
    return " ".join(said.replace(" ,", ",").split()) in context.words.parts["no_headings"]


def _period_label(tokens: list[Token], context: Context) -> Part | None:
    """ "- 2014: 3.399 vụ": a year of several, where the report's own period is longer or another."""
    text = context.twin.text[tokens[0].start : tokens[-1].end] if tokens else ""
    said = re.fullmatch(r"(?:(?:trong )?năm )?((?:19|20)\d\d)", text)
    if said is None:
        return None
    own = context.own_period
    if own is not None and own.name == "year" and own.year == int(said[1]):
        return None
    start, end = context.twin.back(tokens[0].start, tokens[-1].end)
    return Part(context.passage.text[start:end], "period", True)


_NO_LABEL = frozenset(["số", "kết", "tổng", "trong", "cụ", "như", "về", "toàn", "gồm", "qua", "ngoài", "nội"])
_LONGEST_ITEM = 24


def _item_label(tokens: list[Token], context: Context) -> Part | None:
    """ "2. Nghiệp vụ giám sát: 04 lớp": what an item is about, needed only beside items of the same kind."""
    words = [token for token in tokens if token.kind == "word"]
    if not 1 <= len(words) <= _LONGEST_ITEM or words[0].text in _NO_LABEL or tokens[0].kind != "word":
        return None
    if any(token.kind == "number" or token.text in _WHOLE for token in tokens):
        return None
    start, end = context.twin.back(tokens[0].start, tokens[-1].end)
    return Part(context.passage.text[start:end], "other", False)


_WHOLE = frozenset(["tổng", "toàn", "cộng"])
_RANKS = (
    (re.compile(r"\s*(?:phần\s+)?[ivx]+\s*[.:)]\s", re.I), 1),
    (re.compile(r"\s*[A-ZĐ]\s*[.)]\s"), 1),
    (re.compile(r"\s*\d{1,2}\s*[.)]?\s*(?!\d)"), 2),
    (re.compile(r"\s*\d{1,2}\.\d{1,2}"), 3),
    (re.compile(r"\s*[a-zđ]\s*[.)]"), 4),
    (re.compile(r"\s*[-–—*•]"), 5),
    (re.compile(r"\s*[+]"), 6),
)
_PLAIN = 7  # a paragraph without a mark


@dataclass(slots=True)
class LabelStack:
    """The labels of headings and items above what is read: "2. Cấp xã", below it "a) Tiếp công dân"."""

    _open: list[tuple[int, Part | None, bool]] = field(default_factory=list)

    @property
    def now(self) -> Part | None:
        """The innermost label in force."""
        return next((label for _, label, _ in reversed(self._open) if label is not None), None)

    def enter(self, passage: Passage, tokens: list[Token], context: Context) -> None:
        """A marked passage ends what stands at its own depth or deeper; a heading may set a label."""
        rank = _rank(passage.text)
        if passage.kind == "heading" and rank == _PLAIN:
            self._open = []
        elif rank == _PLAIN:
            self._open = [one for one in self._open if not one[2]]  # a paragraph ends the items before it
        elif rank < _PLAIN:
            self._open = [one for one in self._open if one[0] < rank]
        text = passage.text.rstrip()
        opens = text.endswith(":") and len(tokens) <= _LONGEST_HEADING
        # "a) UBND quận" on a line of its own
        opens = opens or (rank < _PLAIN and len(tokens) <= _LONGEST_HEADING and _no_sentence(tokens, text))
        if passage.kind == "heading" or opens:
            self._open.append((rank, heading_label(tokens, context), False))

    def note(self, passage: Passage, label: Part | None) -> None:
        """ "a) Cấp xã: …" is the label of the items below it too."""
        rank = _rank(passage.text)
        if label is not None and rank < _PLAIN:
            self._open = [one for one in self._open if one[0] < rank]
            self._open.append((rank, label, not passage.text.rstrip().endswith(":")))


def _no_sentence(tokens: list[Token], text: str) -> bool:
    numbers = sum(token.kind == "number" for token in tokens)
    return not text.endswith((".", ";", ",")) and numbers <= (1 if text[:1].isdigit() else 0)


def _rank(text: str) -> int:
    return next((rank for pattern, rank in _RANKS if pattern.match(text)), _PLAIN)


def _without_bullet(tokens: list[Token]) -> list[Token]:
    at = 0
    while at < len(tokens) and (
        tokens[at].text in "-+*•"
        or (at + 1 < len(tokens) and len(tokens[at].text) <= 3 and tokens[at + 1].text in ").")
        or (at and tokens[at].text in ").")
    ):
        at += 1
    return tokens[at:]
