"""Noughts said in a clause of one's own: "không tổ chức lớp tập huấn nào", "đơn tố cáo không phát sinh".

What isn't there is counted like what is: it becomes a number, nought, whose unit and meanings are told by the
same words as those of any other. A nought that is narrowed by words nobody knows ("không có vụ việc phức
tạp") is none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from grassroots.reading.lexicon import Lexicon, Phrases, lexicon
from grassroots.reading.mention import Mention
from grassroots.reading.tokens import Token

NEGATIONS = frozenset(["không", "chưa", "chẳng"])
_ENDS = frozenset(";:.")
_FARTHEST = 7  # tokens from the opening to what is counted
_ANY = 8  # tokens from what is counted to "nào"
_NAMED = 12  # tokens of what is named before "không phát sinh"
_SKIPPED = 2  # words of no list between the opening and what is counted
_JOINING = frozenset([",", "và", "hoặc", "hay", "lẫn"])
_NOT_SAID = frozenset(["để", "nhằm", "nếu", "khi", "mà", "vì", "do", "thì", "dù", "hay", "có"])


class NoughtGrammar:
    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.openings: Phrases[bool] = Phrases()
        for wording in words.zero["openings"]:
            self.openings.add(wording, True)
        self.closings: Phrases[bool] = Phrases()
        for wording in words.zero["closings"]:
            self.closings.add(wording, True)
        self.counted = frozenset(words.zero["counted"])
        self.fillers = frozenset(words.zero["fillers"])
        self.may_follow = frozenset(words.zero["may_follow"])

    def find(self, tokens: Sequence[Token], taken: Collection[tuple[int, int]]) -> Iterator[Mention]:
        """The noughts outside the stretches ``taken``, from left to right."""
        end = 0
        for at, token in enumerate(tokens):
            if token.text not in NEGATIONS or at < end or any(a <= at < b for a, b in taken):
                continue
            for mention in self._at(tokens, at, end):
                if any(a < mention.last and mention.first < b for a, b in taken):
                    continue
                end = max(end, mention.last)
                yield mention

    def _at(self, tokens: Sequence[Token], at: int, floor: int) -> Iterator[Mention]:
        if at and tokens[at - 1].text in _NOT_SAID:
            return
        opening = self.openings.at(tokens, at)
        start = at + (opening[0] if opening else 1)
        counted = self._counted(tokens, start, opening is not None)
        if counted is None:
            yield from self._named_before(tokens, at, floor)
            return
        first = at
        while counted is not None:
            unit, unit_from, last = counted
            must_tell = tokens[max(0, unit_from - 1)].text in NEGATIONS or self._goes_on(tokens, last)
            yield Mention(
                0.0,
                first,
                at,
                start,
                last,
                unit,
                unit_from,
                zero=True,
                inner_from=min(first + 1, last),
                must_tell=must_tell,
            )
            following = last + 1
            counted = None
            if following < len(tokens) and tokens[last].text in _JOINING:
                counted = self._unit_at(tokens, following)
                first = following

    @staticmethod
    def _goes_on(tokens: Sequence[Token], last: int) -> bool:
        """ "… vụ việc nào phải chuyển cơ quan điều tra": narrowed after all."""
        after = [token.text for token in tokens[last : last + 2]]
        return len(after) == 2 and after[0] == "nào" and after[1] in ("phải", "bị", "cần")

    def _unit_at(self, tokens: Sequence[Token], at: int) -> tuple[str, int, int] | None:
        hit = self.words.units.at(tokens, at)
        if hit is None or hit[1][0] not in self.counted:
            return None
        return hit[1][0], at, at + hit[0]

    def _person_at(self, tokens: Sequence[Token], at: int) -> tuple[str, int, int] | None:
        """People count only where "nào" says that there was none of them."""
        hit = self.words.units.at(tokens, at)
        if hit is None or hit[1][0] not in ("person", "visit", "attendee"):
            return None
        after = [token.text for token in tokens[at + hit[0] : at + hit[0] + 2]]
        return (hit[1][0], at, at + hit[0]) if "nào" in after else None

    def _counted(self, tokens: Sequence[Token], start: int, opened: bool) -> tuple[str, int, int] | None:
        """What is counted after an opening; without one ("không mở lớp nào") only where "nào" says none."""
        skipped, at = 0, start
        while at < min(len(tokens), start + _FARTHEST):
            token = tokens[at]
            if token.kind == "number" or token.text in _ENDS:
                return None
            counted = self._unit_at(tokens, at)
            if counted is None and at + 1 < len(tokens):
                counted = self._person_at(tokens, at)
            if counted is not None:
                if self._every(tokens, counted[2]):
                    return None
                if self._none_at_all(tokens, counted[2]):
                    return counted
                plain = opened and skipped <= _SKIPPED and self._ends(tokens, counted[2])
                return counted if plain else None
            skipped += token.text not in self.fillers
            at += 1
        return None

    def _none_at_all(self, tokens: Sequence[Token], at: int) -> bool:
        for token in tokens[at : at + _ANY]:
            if token.text in _ENDS or token.kind == "number":
                return False
            if token.text == "nào":
                return not self._every(tokens, at)
        return False

    @staticmethod
    def _every(tokens: Sequence[Token], at: int) -> bool:
        """ "không phải đơn nào cũng đúng cửa": not every one."""
        for token in tokens[at : at + _ANY]:
            if token.text in ("và", ",", ";"):
                return False
            if token.text == "cũng":
                return True
        return False

    def _ends(self, tokens: Sequence[Token], at: int) -> bool:
        """Nothing follows that would narrow what is counted but words of the lexicon."""
        if at >= len(tokens):
            return True
        if tokens[at].text in _JOINING or tokens[at].kind == "mark" or tokens[at].text in self.may_follow:
            return True
        hit = self.words.cues.at(tokens, at)
        return hit is not None and not any(slot == "neutral" for slot, _ in hit[1])

    def _named_before(self, tokens: Sequence[Token], at: int, floor: int) -> Iterator[Mention]:
        """ "Đơn tố cáo không phát sinh", "Số vụ quá hạn: không"."""
        closing = self.closings.at(tokens, at)
        if closing is None:
            return
        last = at + closing[0]
        goes_on = last < len(tokens) and tokens[last].kind != "mark"
        if goes_on and (closing[0] == 1 or tokens[last].text not in self.may_follow):
            return
        end = at - 1 if at and tokens[at - 1].text == ":" else at
        first = end
        while first > max(floor, end - _NAMED) and tokens[first - 1].kind == "word":
            first -= 1
        listed = first
        while listed > max(floor, end - _NAMED) and (
            tokens[listed - 1].kind == "word" or tokens[listed - 1].text == ","
        ):
            listed -= 1
        for far in range(listed, first):  # "Khiếu nại, tố cáo: không phát sinh"
            unit = self._implied(tokens, far, end)
            if unit is not None:
                yield Mention(0.0, far, at, last, last, unit, None, zero=True, inner_from=far)
                return
        for start in range(first, end):
            counted = self._unit_at(tokens, start)
            if counted is not None and counted[2] <= end and start - first <= _SKIPPED:
                yield Mention(0.0, first, at, last, last, counted[0], counted[1], zero=True, inner_from=first)
                return
        unit = self._implied(tokens, first, end)
        if unit is not None:
            yield Mention(0.0, first, at, last, last, unit, None, zero=True, inner_from=first)

    def _implied(self, tokens: Sequence[Token], first: int, end: int) -> str | None:
        """ "Tố cáo: không", "Tiếp đột xuất: không phát sinh": named by nothing but words of the lexicon."""
        if first < end and len(tokens[first].text) == 1:
            first += 1  # "c) Đột xuất: không phát sinh"
        at, meanings = first, set()
        while at < end:
            hit = self.words.cues.at(tokens, at)
            if hit is None:
                return None
            meanings |= set(hit[1])
            at += hit[0]
        if ("stage", "overdue") in meanings:
            return "petition"
        if ("subject", "violation") in meanings:
            return "violation"
        if any(
            slot == "act" and value in ("compliant", "breach", "undetermined") for slot, value in meanings
        ):
            return "project"
        if any(slot == "kind" and value in ("kn", "tc", "kntc", "knpa") for slot, value in meanings):
            return "petition"
        scheduled = {value for slot, value in meanings if slot == "who"} & {"scheduled", "unscheduled"}
        return "visit" if scheduled or ("subject", "reception") in meanings else None


@cache
def nought_grammar() -> NoughtGrammar:
    return NoughtGrammar(lexicon())
