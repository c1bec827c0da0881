"""One number on its way to a figure, and what the numbers of a passage are read with."""

from __future__ import annotations

from dataclasses import dataclass, field

from grassroots.periods import Period
from grassroots.reading.choose import Choice, Slots
from grassroots.reading.lexicon import Lexicon
from grassroots.reading.model import Passage
from grassroots.reading.part_model import Part
from grassroots.reading.reach import Attached, Reach
from grassroots.reading.sentences import Stream
from grassroots.reading.tokens import Token
from grassroots.reading.twin import Twin
from grassroots.reading.zeros import ZeroGrammar


@dataclass(slots=True)
class Context:
    """What a passage's streams are read with."""

    passage: Passage
    twin: Twin
    masked: list[tuple[int, int]]
    words: Lexicon
    zeros: ZeroGrammar
    own_year: int | None
    own_names: str
    own_level: str = ""  # "huyện"
    own_period: Period | None = None  # where it is sure
    named_here: frozenset[str] = frozenset()  # names of the document that no list of units has
    outer: list[Reach] = field(default_factory=list)  # of the clause around a bracket that no number precedes
    pattern: tuple[str, ...] = ()  # units of the numbers a bracket follows: "54 lượt/61 người (…)"
    label: Part | None = None  # "Cấp xã:" before the numbers of an item


@dataclass(slots=True)
class Read:
    """One number of a stream, resolved."""

    attached: Attached
    stream: Stream
    slots: Slots
    choices: list[Choice]
    unit: str | None
    parent: Read | None = None
    outer_words: list[Token] = field(default_factory=list)  # of the outer clause, before the number's bracket
    before: Read | None = None  # the number before in the stream
    chain: Read | None = None  # the number before, whose words to the left are shared
    dropped: str | None = None  # why it is no figure
    part: Part | None = None
    given: bool = False  # the whole, in "x/y", was given before
