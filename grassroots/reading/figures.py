"""Passages → figures: sentence by sentence, with what the sentences before have set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from grassroots.periods import Period
from grassroots.reading.certainty import weighed
from grassroots.reading.confidence import odds_of
from grassroots.reading.contrast import Candidate, family, with_needed_parts
from grassroots.reading.frames import Frame, is_title
from grassroots.reading.labels import LabelStack, label_of
from grassroots.reading.lexicon import lexicon
from grassroots.reading.limits import limits_in
from grassroots.reading.model import Figure, Particulars, Passage
from grassroots.reading.numerals import no_figures
from grassroots.reading.part_model import Part
from grassroots.reading.part_where import each_place, level_of, own_names
from grassroots.reading.period_told import SURE
from grassroots.reading.place_names import new_names
from grassroots.reading.plans import is_plan, opens_annex
from grassroots.reading.quotes import figures_from
from grassroots.reading.reads import Context, Read
from grassroots.reading.resolving import received_by
from grassroots.reading.sentences import sentences_of, stream_of
from grassroots.reading.streams import read_stream
from grassroots.reading.tables import CELLS, TableReader
from grassroots.reading.tokens import tokens_of
from grassroots.reading.topics import Topics
from grassroots.reading.twin import Twin, plain, twin_of
from grassroots.reading.zeros import zero_grammar

_YEAR = re.compile(r"(?<![\d.,/])(?:19[89]\d|20[0-3]\d)(?![\d.,]\d|\s*(?:đơn|vụ|lượt|người))")
_TO_COME = re.compile(
    r"\s*(?:[\w.]{1,4}[.)]\s+|[-+*]\s*)?(?:nhiệm vụ |trong )?(?:quý (?P<quarter>iv|iii|ii|i|[1-4])\b[ /]*)?"
    r"(?:năm )?(?P<year>20\d\d)?\s*(?:[:.,]|$)"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_IN_TURN = re.compile(r"(?i:lần lượt|tương ứng)")
_DIGIT = re.compile(r"\d")
_WHOLE = frozenset(["toàn", "gộp"])


def figures_of(passages: Sequence[Passage], particulars: Particulars) -> tuple[Figure, ...]:
    """All figures of a document, in reading order."""
    return tuple(weighed(list(with_needed_parts(_Document(passages, particulars).candidates()))))


class _Document:
    """What is known while a document is read from its first passage to its last."""

    def __init__(self, passages: Sequence[Passage], particulars: Particulars) -> None:
        self.passages = passages
        self.words = lexicon()
        self.plan = is_plan(passages, particulars.number)
        self.frame = Frame(self.words, self.plan)
        titles = [passage.text for passage in passages[:3] if is_title(passage.text)]
        self.own_names = own_names([*titles, particulars.issuer or ""])
        self.own_level = level_of([particulars.issuer or "", *titles])
        told = particulars.evidence.get("period")
        self.own_period = particulars.period if told is not None and told.sure >= SURE else None
        self.own_year = particulars.period.year if particulars.period else _latest_year(passages)
        self.period = particulars.period
        self.issued = particulars.issuer is not None
        self._twins: dict[int, tuple[Twin, list[tuple[int, int]]]] = {}
        self.named_here: frozenset[str] = frozenset()
        self._note_names()
        self.labels = LabelStack()
        self.in_turn = any(_IN_TURN.search(passage.text) for passage in passages)
        self.found: list[Candidate] = []
        self.in_annex = False

    def candidates(self) -> list[Candidate]:
        table = TableReader(self._read_cell)
        for at, passage in enumerate(self.passages):
            if not self.plan and opens_annex(self.passages, at):
                self._open_annex()
            if passage.kind == "row" or _is_row(passage):
                if self.in_annex or not self.frame.planning:
                    self.found += [Candidate(figure, None, None) for figure in table.row(passage)]
                continue
            table.end()
            self._read(passage)
        return self.found

    def _open_annex(self) -> None:
        """Its tables are results again; nothing said before goes on in them. Words stay what they were."""
        planning, self.in_annex = self.frame.planning, True
        self.frame, self.labels = Frame(self.words, False), LabelStack()
        self.frame.planning = planning

    def _note_names(self) -> None:
        """The names of places; the one place that a text without a heading speaks of is its own."""
        read = [(context, tokens_of(context.twin.text)) for context in map(self._context, self.passages)]
        self.named_here = frozenset().union(*(new_names(tokens, context) for context, tokens in read))
        if self.issued:
            return
        limits = [limit for context, tokens in read for limit in limits_in(tokens, context)]
        places = {plain(limit.text) for limit in limits if limit.kind == "place" and limit.named}
        if len(places) == 1 and not any(limit.own for limit in limits):
            self.own_names += f" | {places.pop()}"

    def _context(self, passage: Passage) -> Context:
        if passage.number not in self._twins:
            twin = twin_of(passage.text)
            masked = no_figures(twin.text, passage.text) if _DIGIT.search(twin.text) else []
            if not passage.number:  # a cell read as a clause
                return Context(passage, twin, masked, self.words, zero_grammar(), *self._own())
            self._twins[passage.number] = twin, masked
        twin, masked = self._twins[passage.number]
        return Context(passage, twin, masked, self.words, zero_grammar(), *self._own())

    def _own(self) -> tuple[int | None, str, str, Period | None, frozenset[str]]:
        return self.own_year, self.own_names, self.own_level, self.own_period, self.named_here

    def _read(self, passage: Passage) -> None:
        context = self._context(passage)
        twin = context.twin
        self.frame.enter(passage, twin)
        if passage.kind == "heading" and self._still_to_come(twin.text):
            self.frame.planning = True
        tokens = tokens_of(twin.text)
        self.labels.enter(passage, tokens, context)
        topics = Topics()
        for sentence in sentences_of(tokens, _same_length(twin, passage.text)):
            stream = stream_of(sentence)
            label = label_of(stream, context)
            self.labels.note(passage, label)
            context.label = label or self.labels.now
            reads = read_stream(stream, context, self.frame, self.frame.enumerated(stream), [])
            planning = self.frame.planning or self.frame.planning_here or self._still_to_come(twin.text)
            if not planning:
                self.found += self._limited(reads, context, topics.of(reads, stream, context))
            self.frame.leave_sentence(stream, reads)
            if self.in_turn:
                named = [
                    one for one in limits_in(stream.tokens, context) if one.kind == "place" and one.named
                ]
                self.frame.note_places([Part(one.text, "place", True) for one in named])

    def _still_to_come(self, text: str) -> bool:
        """ "7. Quý II: đối thoại 01 cuộc" in a report on the first quarter; "II. Năm 2023" in one on 2022."""
        opening = _TO_COME.match(text)
        period = self.period
        if opening is None or period is None or period.year is None:
            return False
        if opening["year"] and int(opening["year"]) != period.year:
            return int(opening["year"]) > period.year
        quarter = opening["quarter"]
        own = re.fullmatch(r"q([1-4])", period.name)
        return bool(quarter and own and _QUARTERS[quarter] > int(own[1]))

    def _limited(
        self, reads: Sequence[Read], context: Context, topics: dict[int, Part]
    ) -> Iterator[Candidate]:
        for read in reads:
            label = None if _unlabelled(read) else context.label
            topic = topics.get(id(read))
            if topic is not None and not (read.part is not None and read.part.kind == "period"):
                instead = label is None or label.kind == "other" or label.kind == topic.kind == "place"
                label = topic if instead else label
            if read.choices and not read.dropped:
                received_by(label, read, self.words)
            several = each_place(read, context)
            if several and read.dropped == "each":
                read.dropped = None
            odds = odds_of(read, context) if read.choices and not read.dropped else None
            for figure in figures_from(read, context, odds):
                if several:
                    yield from (Candidate(figure, part, None, _depth(read), odds) for part in several)
                elif _is_new(figure, read.part, self.found):
                    yield Candidate(figure, read.part, label, _depth(read), odds)

    def _read_cell(self, clause: str) -> tuple[Figure, ...]:
        """A table's column head and number, read as a clause under the frame that stands."""
        context = self._context(Passage(0, clause))
        stream = stream_of(tokens_of(context.twin.text))
        reads = read_stream(stream, context, self.frame, None, [])
        return tuple(
            replace(figure, part=read.part.text if read.part is not None and read.part.strong else None)
            for read in reads
            for figure in figures_from(read, context)
        )


def _is_row(passage: Passage) -> bool:
    """A line of a plain text that is cut into cells."""
    return passage.text.count(CELLS) >= _CELLS_OF_A_ROW - 1


_CELLS_OF_A_ROW = 3


def _latest_year(passages: Sequence[Passage]) -> int | None:
    years = [
        int(found[0])
        for passage in passages
        for found in _YEAR.finditer(passage.text)
        if not _AHEAD.search(passage.text[max(0, found.start() - 40) : found.start()])
        and not _WILL.match(passage.text[found.end() : found.end() + 30])
    ]
    return max(years) if years else None


_AHEAD = re.compile(
    r"(?i:chỉ tiêu|kế hoạch|mục tiêu|phương hướng|nhiệm vụ|dự kiến|đến hết|đến|hướng tới|sang)"
    r"(?: (?:đề ra|của|cho|công tác))?(?: năm)? $"
)
_WILL = re.compile(r",? (?:\w+ ){0,3}?(?:sẽ|dự kiến|phấn đấu|là mỗi)\b")


def _same_length(twin: Twin, original: str) -> str:
    """The original's characters at the twin's offsets, for capitals."""
    if twin.origin is None:
        return original
    return "".join(original[at] for at in twin.origin[:-1])


def _unlabelled(read: Read) -> bool:
    """An earlier period's number or one of the whole stands under no label."""
    if read.part is not None and read.part.kind == "period":
        return True
    tokens, attached = read.stream.tokens, read.attached
    first = max(attached.left[0], attached.mention.first - 6)
    return attached.left[0] > 0 and any(
        token.text in _WHOLE for token in tokens[first : attached.mention.first]
    )


def _depth(read: Read) -> int:
    """In how many numbers of its own indicator a number stands as a part."""
    depth, above = 0, read.parent
    while above is not None:
        beside = above.part is not None and read.part is not None and above.part.kind == read.part.kind
        listed = beside and read.part is not None and read.part.kind == "place"  # "Bình Phú: 12 vụ; …"
        codes = {family(one.choices[0].code) for one in (above, read) if one.choices}
        depth += above.choices != [] and len(codes) == 1 and not listed
        above = above.parent
    return depth


def _is_new(figure: Figure, part: Part | None, found: Sequence[Candidate]) -> bool:
    """The y of "x/y" often repeats a number that was read before."""
    return figure.read_by != "total" or not any(
        other.figure.indicator == figure.indicator
        and other.figure.value == figure.value
        and _strong(other.part) == _strong(part)
        for other in found
    )


def _strong(part: Part | None) -> str | None:
    return part.text if part is not None and (part.strong or not part.own) else None
