"""What earlier sentences, the heading and the title set: subject, kind, body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.cues import Cue, cues_of
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.model import Passage
from grassroots.reading.reach import Reach
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import tokens_of
from grassroots.reading.twin import Twin

if TYPE_CHECKING:
    from grassroots.reading.streams import Read

_SENTENCE_BEFORE, _HEADING, _TITLE = 1.2, 2.0, 2.4
_FADING = 0.4  # added for each sentence in between
_CARRIED = ("subject", "body", "act", "kind", "stage", "result")
_TITLE_PASSAGES = 3
_LONGEST_TITLE = 160
_OPENS_LIST = re.compile(r"(?:trong đó|gồm|chia ra|chia theo|phân theo|trong số đó|cụ thể)[^.;]{0,25}:$")
_SENTENCE = re.compile(r"[.;]\s+[^\W\d_]|[.;]$")


def is_title(text: str) -> bool:
    """A short line that is no sentence."""
    return len(text) < _LONGEST_TITLE and not _SENTENCE.search(text.strip())


class Frame:
    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.planning = False
        self._sentences: list[list[Reach]] = []
        self._heading: list[Reach] = []
        self._title: list[Reach] = []
        self._passages = 0
        self._last: Read | None = None
        self._list_of: Read | None = None  # the number whose parts the items of a list give
        self._ended_with = ""

    def enter(self, passage: Passage, twin: Twin) -> None:
        """A new passage begins: headings set or end a frame, a paragraph lets the sentences before fade."""
        self._passages += 1
        if passage.kind != "item":
            self._list_of = None
        elif _OPENS_LIST.search(self._ended_with):
            self._list_of = self._last
        self._ended_with = twin.text.rstrip()[-40:]
        if self._passages <= _TITLE_PASSAGES and passage.kind != "header" and is_title(passage.text):
            self._title += [
                reach
                for reach in self._meanings(cues_of(tokens_of(twin.text), self.words), _TITLE)
                if reach.slot != "kind"
            ]
        if passage.kind == "heading":
            self._sentences = []
            self._heading = self._meanings(cues_of(tokens_of(twin.text), self.words), _HEADING)
            self.planning = self._plans(twin.text)
        elif self._sentences:
            self._sentences.append([])
        if twin.text.lstrip().startswith("nơi nhận"):
            self.planning = True

    def enumerated(self, stream: Stream) -> Read | None:
        """The number before, when a sentence goes on with its parts: "Tổng số: 54 đơn. Trong đó: …"."""
        if self._list_of is not None:
            return self._list_of
        opening = " ".join(token.text for token in stream.tokens[:3])
        return (
            self._last
            if opening.startswith(("trong đó", "trong số đó", "gồm ", "cụ thể", "bao gồm"))
            else None
        )

    def reaches(self) -> list[Reach]:
        found = [
            Reach(reach.slot, reach.value, reach.cost + _FADING * age, "carried")
            for age, sentence in enumerate(reversed(self._sentences[-4:]))
            for reach in sentence
        ]
        return [*found, *self._heading, *self._title]

    def leave_sentence(self, stream: Stream, reads: Sequence[Read]) -> None:
        cues = stream.cues
        reaches = [reach for reach in self._meanings(cues, _SENTENCE_BEFORE) if reach.slot != "kind"]
        own = [read for read in reads if read.parent is None and read.unit in ("petition", "matter")]
        kinds = {
            value
            for read in own
            for value, cost in read.slots.get("kind", {"none": 0}).items()
            if cost <= 1.3
        }
        if not reads and len(stream.tokens) < 14:  # "Giải quyết khiếu nại." stands like a heading
            kinds = {value for cue in cues for slot, value in cue.meanings if slot == "kind"}
        if len(kinds) == 1 and kinds <= {"kn", "tc", "knpa", "proposal"}:
            reaches.append(Reach("kind", kinds.pop(), _SENTENCE_BEFORE, "carried"))
        self._sentences.append(reaches)
        mains = [read for read in reads if read.parent is None and not read.dropped and read.choices]
        mains = [read for read in mains if read.unit != "percent" and not read.attached.mention.joined]
        if mains or reads:
            self._last = mains[-1] if mains else None

    def _meanings(self, cues: Sequence[Cue], cost: float) -> list[Reach]:
        found = [
            Reach(slot, value, cost, "carried")
            for cue in cues
            for slot, value in cue.meanings
            if slot in _CARRIED
        ]
        kinds = {reach.value for reach in found if reach.slot == "kind"}
        if len(kinds) == 1 and kinds <= {"kn", "tc", "knpa"}:
            return found
        return [reach for reach in found if reach.slot != "kind"]

    def _plans(self, heading: str) -> bool:
        settings = self.words.settings
        plans = [heading.find(word) for word in settings["plan_headings"] if word in heading]
        results = [heading.find(word) for word in settings["result_headings"] if word in heading]
        return bool(plans) and (not results or min(plans) < min(results))
