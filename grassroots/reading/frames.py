"""What earlier sentences, the heading and the title set: subject, kind, body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from grassroots.reading.cues import Cue, cues_of
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.model import Passage
from grassroots.reading.plans import LABEL, PLAN_TITLES, plans
from grassroots.reading.reach import Attached, Reach
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import tokens_of
from grassroots.reading.twin import Twin

if TYPE_CHECKING:
    from grassroots.reading.part_model import Part
    from grassroots.reading.reads import Read

_SENTENCE_BEFORE, _HEADING, _TITLE = 1.2, 2.0, 2.4
_FADING = 0.4  # added for each sentence in between
_CARRIED = ("subject", "body", "act", "kind", "stage", "result")
_OF_LEADERS = 0.79  # a title "Lãnh đạo các cấp tiếp công dân": all its receptions are by leaders
_TITLE_PASSAGES = 3
_KNOWN_AGAIN = 5  # a smaller number may come again by chance
_OPENS_ENUMERATION = (
    "trong đó",
    "trong số đó",
    "gồm ",
    "cụ thể",
    "bao gồm",
    "chia ra",
    "phân theo",
    "chia theo",
    "phân ra",
    "trong số này",
)
_LONGEST_TITLE = 160
_OPENS_LIST = re.compile(
    r"(?:trong đó|gồm|chia ra|chia theo|phân theo|trong số đó|cụ thể|"
    r"theo (?:địa bàn|xã|huyện|cấp|lĩnh vực|loại|nội dung|đơn vị|địa phương))[^.;]{0,25}:$"
)
_SENTENCE = re.compile(r"[.;]\s+[^\W\d_]|[.;]$")
_LETTERED = re.compile(r"\s*([a-zđ])\s*[).]\s")
_CAPITAL_LABEL = re.compile(r"[A-ZĐ]\s*[.)/]\s+\S")
_LONGEST_HEADING = 90
_LONGEST_LIST_HEAD = 240
_BESIDE = 0.3
_KINDS = frozenset(["kn", "tc", "kntc", "knpa"])
_BODIES = frozenset(["ttnd", "gsdt", "both"])
_THESE = (("body", "these"),)
_BODIES_NAMED = 4  # sentences that named boards
_SAME_KIND = (("same_kind", "same"),)
_RATES_GO_ON = 1  # passages after the one that told the rate
_LONGEST_OPENING = 40  # characters before the colon of "Nhiệm vụ quý sau: …"


def is_title(text: str) -> bool:
    """A short line that is no sentence."""
    return len(text) < _LONGEST_TITLE and not _SENTENCE.search(text.strip())


def _by_leaders(title: str, words: Lexicon) -> list[Reach]:
    """ "Việc tiếp công dân của thủ trưởng …", "Lãnh đạo các cấp tiếp công dân": by nobody else."""
    meanings = [meaning for cue in cues_of(tokens_of(title), words) for meaning in cue.meanings]
    slots = {slot for slot, _ in meanings}
    if ("subject", "reception") not in meanings or ("who", "leaders") not in meanings or "kind" in slots:
        return []
    return [Reach("who", "leaders", _OF_LEADERS, "carried")]


def is_heading(passage: Passage) -> bool:
    """A numbered heading, or a line in capitals or under a capital letter ("D. NHIỆM VỤ QUÝ II")."""
    text = passage.text.strip()
    if passage.kind == "heading":
        return True
    if passage.kind != "paragraph" or len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",")):
        return False
    return bool(_CAPITAL_LABEL.match(text)) and (text == text.upper() or not any(map(str.isdigit, text)))


def _may_be_part(one: Attached, whole: Read) -> bool:
    mention = one.mention
    alike = mention.unit in (None, whole.unit) or (mention.unit in PEOPLE and whole.unit in PEOPLE)
    return alike and not mention.zero and mention.total is None


def _first_said(stream: Stream) -> int:
    """Where a sentence begins after its label and words such as "Kết quả", "Về"."""
    at, tokens = 0, stream.tokens
    while at < len(tokens) and (tokens[at].text in _BEFORE_A_TOPIC or len(tokens[at].text) == 1):
        at += 1
    return at


_BEFORE_A_TOPIC = frozenset(
    ["kết", "quả", "về", "công", "tác", "việc", "đối", "với", "tình", "hình", "số", "đơn"]
)
_LEAST_SUM = 5  # smaller sums come by chance


PEOPLE = frozenset(["person", "attendee", "member", "mediator"])


class Frame:
    def __init__(self, words: Lexicon, plan: bool = False) -> None:
        self.words = words
        self.planning = False
        self.planning_here = False
        self._head_of_list = False
        self._sentences: list[list[Reach]] = []
        self._heading: list[Reach] = []
        self._title: list[Reach] = []
        self._passages = 0
        self._plans_alone = plan  # the whole text is a plan
        self._plans_after = False  # a plan's opening ended with a colon: its items are plans too
        self.given: dict[tuple[float, str], Read] = {}  # figures by value and unit, to know them again
        self._last: Read | None = None
        self._last_at = 0  # the passage they stand in
        self.places: list[Part] = []  # named one after another in the sentence before
        self._bodies: list[set[str]] = []  # boards named, by sentence
        self._kind: str | None = None  # the kind of petition spoken of last
        self.rate: Read | None = None  # the last rate, of which other names may be told next
        self._rate_at = 0
        self._list_mains: list[Read] = []
        self.mains: list[Read] = []  # the last sentence's figures that are no parts of others
        self._list_of: Read | None = None  # the number whose parts the items of a list give
        self._ended_with = ""

    def enter(self, passage: Passage, twin: Twin) -> None:
        """A new passage begins: headings set or end a frame, a paragraph lets the sentences before fade."""
        self._passages += 1
        cues = cues_of(tokens_of(twin.text), self.words) if self._names_its_matter(passage) else []
        self._note_kind(cues)
        if self._passages - self._rate_at > _RATES_GO_ON or is_heading(passage):
            self.rate = None
        self._enter_list(passage, twin.text)
        self._enter_plans(passage, twin.text)
        self._ended_with = twin.text.rstrip()[-40:]
        if self._passages <= _TITLE_PASSAGES and passage.kind != "header" and is_title(passage.text):
            self._title += [reach for reach in self._meanings(cues, _TITLE) if reach.slot != "kind"]
            self._title += _by_leaders(twin.text, self.words)
            self._plans_alone = self._plans_alone or twin.text.strip().startswith(PLAN_TITLES)
        if is_heading(passage):
            self._sentences = []
            self._heading = self._meanings(cues, _HEADING)
            self.planning = plans(twin.text, self.words)
        elif self._sentences:
            self._sentences.append([])
        if twin.text.lstrip().startswith("nơi nhận"):
            self.planning = True

    def _names_its_matter(self, passage: Passage) -> bool:
        """A heading, or one of the first lines where it is a title."""
        first = self._passages <= _TITLE_PASSAGES and passage.kind != "header"
        return is_heading(passage) or (first and is_title(passage.text))

    def _enter_list(self, passage: Passage, text: str) -> None:
        """Items after "trong đó:", or lettered ones after a short passage that gave one number."""
        lettered = _LETTERED.match(text)
        if passage.kind != "item" and not lettered:
            self._list_of = None
        elif passage.kind == "item" and _OPENS_LIST.search(self._ended_with):
            if self._list_of is None or self._last is None or self._last.parent is not self._list_of:
                self._list_of, self._list_mains = self._last, self.mains
        elif lettered and lettered[1] == "a":
            just_before = self._head_of_list and self._last_at == self._passages - 1
            self._list_of = self._last if just_before else None
            self._list_mains = self.mains
        self._head_of_list = not lettered and len(text) <= _LONGEST_LIST_HEAD

    def _enter_plans(self, passage: Passage, text: str) -> None:
        """ "5. Phương hướng: hoàn thành …" plans to its end, or to the end of the list it opens."""
        label = LABEL.match(text)
        opening, colon, rest = text[label.end() if label else 0 :].partition(":")
        opens = bool(colon) and len(opening) <= _LONGEST_OPENING and plans(opening, self.words)
        self.planning_here = opens or self._plans_alone or (self._plans_after and passage.kind == "item")
        self._plans_after = self.planning_here and (not opens or not rest.strip())

    def enumerated(self, stream: Stream) -> Read | None:
        """The number before, when a sentence goes on with its parts: "Tổng số: 54 đơn. Trong đó: …"."""
        if self._list_of is not None:
            return self._list_of
        opening = " ".join(token.text for token in stream.tokens[:3])
        return self._last if opening.startswith(_OPENS_ENUMERATION) else None

    def wholes_of(self, every: Sequence[Attached]) -> dict[int, Read]:
        """The numbers of the sentence before to which those of this one add up, by the parts' identity: "Nhận
        120 đơn. Khiếu nại áp đảo, 86 đơn, tố cáo 34." Marks the parts."""
        wholes: dict[int, Read] = {}
        for whole in self.mains if self._last_at >= self._passages - 1 else ():
            if whole.attached.mention.value < _LEAST_SUM or whole.unit in (None, "percent"):
                continue
            parts = [one for one in every if one.parent is None and _may_be_part(one, whole)]
            if len(parts) > 1 and sum(one.mention.value for one in parts) == whole.attached.mention.value:
                for attached in parts:
                    attached.adds_up = True
                    wholes[id(attached)] = whole
        return wholes

    def alike(self, listed: Read, unit: str | None) -> Read:
        """Of the numbers whose parts a list gives, the one that counts the same."""
        mains = self._list_mains if listed is self._list_of else self.mains
        if all(listed is not main for main in mains):
            return listed
        same = [read for read in mains if unit is not None and read.unit == unit]
        return same[0] if same else listed

    def known_again(self, cues: list[Cue]) -> list[Cue]:
        """ "30 đơn loại này", "các ban này": read as the kind and the boards spoken of last."""
        named = set().union(*self._bodies[-_BODIES_NAMED:]) if self._bodies else set()
        body = next(iter(named)) if len(named) == 1 else "both"
        again = {_SAME_KIND: ("kind", self._kind or "all"), _THESE: ("body", body)}
        return [
            Cue(cue.first, cue.last, (again[cue.meanings],)) if cue.meanings in again else cue for cue in cues
        ]

    def reaches(self) -> list[Reach]:
        found = [
            Reach(reach.slot, reach.value, reach.cost + _FADING * age, "carried")
            for age, sentence in enumerate(reversed(self._sentences[-4:]))
            for reach in sentence
        ]
        return [*found, *self._heading, *self._title]

    def _note_kind(self, cues: Sequence[Cue]) -> None:
        kinds = [value for cue in cues for slot, value in cue.meanings if slot == "kind" and value in _KINDS]
        self._kind = kinds[-1] if kinds else self._kind
        bodies = {
            value for cue in cues for slot, value in cue.meanings if slot == "body" and value in _BODIES
        }
        if bodies:
            self._bodies.append({"ttnd", "gsdt"} if "both" in bodies else bodies)

    def note_places(self, places: list[Part]) -> None:
        """The places that a sentence lists, kept for "lần lượt" in the next."""
        self.places = places if len(places) > 1 else self.places

    def leave_sentence(self, stream: Stream, reads: Sequence[Read]) -> None:
        cues = stream.cues
        self._note_kind(cues)
        reaches = [reach for reach in self._meanings(cues, _SENTENCE_BEFORE) if reach.slot != "kind"]
        own = [read for read in reads if read.parent is None and read.unit in ("petition", "matter")]
        for read in reads:
            if (
                read.choices
                and not read.dropped
                and read.unit
                and read.attached.mention.value >= _KNOWN_AGAIN
            ):
                self.given.setdefault((read.attached.mention.value, read.unit), read)
        kinds = {
            value
            for read in own
            for value, cost in read.slots.get("kind", {"none": 0}).items()
            if cost <= 1.3
        }
        if not reads:  # "Giải quyết khiếu nại.", "Khiếu nại là nỗi bận tâm lớn."
            first = _first_said(stream)
            kinds = {
                value for cue in cues if cue.first <= first for slot, value in cue.meanings if slot == "kind"
            }
        told = {
            value
            for read in reads
            if read.unit in ("petition", "matter")
            for value, cost in read.slots.get("kind", {}).items()
            if cost <= _BESIDE and value in _KINDS
        }
        if len(kinds) == 1 and len(told) < 2 and kinds <= {"kn", "tc", "kntc", "knpa", "proposal"}:
            reaches.append(Reach("kind", kinds.pop(), _SENTENCE_BEFORE, "carried"))
        self._sentences.append(reaches)
        rates = [read for read in reads if read.unit == "percent" and read.choices and not read.dropped]
        if rates:
            self.rate, self._rate_at = rates[-1], self._passages
        mains = [read for read in reads if read.parent is None and not read.dropped and read.choices]
        mains = [read for read in mains if read.unit != "percent" and not read.attached.mention.joined]
        if mains or reads:
            self._last = mains[-1] if mains else None
            self._last_at = self._passages
            self.mains = [read for read in reads if read.parent is None and read.choices and not read.dropped]

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
