"""Zero statements: "không phát sinh đơn tố cáo", "không phát hiện … vi phạm …" are noughts, not silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from grassroots.reading.lexicon import Lexicon, Phrases, lexicon
from grassroots.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class Zero:
    """A nought said of ``sets`` at tokens [first, last); its opening ends at ``opening_end``."""

    first: int
    opening_end: int
    last: int
    unit: str
    sets: dict[str, str]


class ZeroGrammar:
    def __init__(self, words: Lexicon) -> None:
        self.openings: Phrases[bool] = Phrases()
        for wording in words.zero["openings"]:
            self.openings.add(wording, True)
        self.objects: Phrases[dict[str, Any]] = Phrases()
        for entry in words.zero["objects"]:
            for wording in entry["words"]:
                self.objects.add(wording, entry)

    def find(self, tokens: Sequence[Token]) -> Iterator[Zero]:
        """Noughts said in a stream: the object stands right after the opening, or later in its clause."""
        at = 0
        while at < len(tokens):
            named = self._named_before(tokens, at) if tokens[at].text == "không" else None
            if named:
                yield named
                at += 1
                continue
            opening = self.openings.at(tokens, at) if tokens[at].text in ("không", "chưa") else None
            if at and tokens[at - 1].text in ("để", "nhằm", "nếu"):
                opening = None  # a purpose, no report
            if opening is None:
                at += 1
                continue
            found = self._object_after(tokens, at + opening[0])
            if found:
                start, length, entry = found
                yield Zero(at, at + opening[0], start + length, entry["unit"], entry["sets"])
                at = start + length
            else:
                at += opening[0]

    def _named_before(self, tokens: Sequence[Token], at: int) -> Zero | None:
        """ "Đoàn đông người: không"."""
        if at < 2 or tokens[at - 1].text != ":" or (at + 1 < len(tokens) and tokens[at + 1].kind == "word"):
            return None
        for start in range(max(0, at - 8), at - 1):
            hit = self.objects.at(tokens, start)
            if hit and start + hit[0] == at - 1:
                return Zero(start, at + 1, at + 1, hit[1][0]["unit"], hit[1][0]["sets"])
        return None

    def _object_after(self, tokens: Sequence[Token], start: int) -> tuple[int, int, dict[str, Any]] | None:
        skipped = 0
        for at in range(start, len(tokens)):
            token = tokens[at]
            if token.text in ";:." or token.kind == "number":
                return None
            if (tokens[at - 1].text, token.text) in _DISCIPLINED:
                return None  # "không có cá nhân nào bị kiểm điểm do vi phạm dân chủ": nobody disciplined
            hit = self.objects.at(tokens, at)
            if (
                hit
                and (hit[1][0].get("anywhere") or skipped <= 2)
                and self._ends(tokens, at + hit[0], hit[1][0])
            ):
                return at, hit[0], hit[1][0]
            skipped += token.text not in _FILLERS
        return None

    @staticmethod
    def _ends(tokens: Sequence[Token], end: int, entry: dict[str, Any]) -> bool:
        """An object that must come last is followed by nothing that would narrow it."""
        if not entry.get("last") or end >= len(tokens):
            return True
        return tokens[end].kind == "mark" or tokens[end].text in _MAY_FOLLOW


@cache
def zero_grammar() -> ZeroGrammar:
    return ZeroGrammar(lexicon())


_DISCIPLINED = frozenset([("kiểm", "điểm"), ("kỷ", "luật"), ("khiển", "trách"), ("bị", "xử")])
_FILLERS = frozenset(
    [
        "có",
        "các",
        "những",
        "vụ",
        "việc",
        "trường",
        "hợp",
        "nào",
        "tình",
        "trạng",
        "đơn",
        "thư",
        "bất",
        "kỳ",
        "một",
        "để",
        "xảy",
        "ra",
    ]
)
_MAY_FOLLOW = frozenset(
    ["nào", "trong", "tại", "ở", "trên", "thuộc", "gửi", "phát", "mới", "và", "được", "do"]
)
