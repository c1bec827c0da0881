"""A document as clauses and tables: what lists are read from, without plans, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from grassroots.reading.lexicon import lexicon
from grassroots.reading.lists.wordings import common
from grassroots.reading.model import Particulars, Passage, Place
from grassroots.reading.sentences import sentences_of
from grassroots.reading.tokens import Token, tokens_of
from grassroots.reading.twin import Twin, twin_of

LONGEST_QUOTE = 600
_CELLS = re.compile(r"\s*\|\s*")
_YEAR = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?!\d)")
_QUOTED = re.compile(r'"[^"]*"')
_LABEL = re.compile(r"\W*(?:[ivx]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)]\s+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or a part of one between semicolons. ``text`` is the normalised stretch [start, end) of
    its passage's twin; ``before`` the sentence before it in the passage, "" for the first."""

    passage: Passage
    twin: Twin
    start: int
    end: int
    before: str = ""
    sentence_start: int = 0
    sentence_end: int = 0

    @property
    def whole(self) -> Clause:
        """From the clause's start to its sentence's end, for what is told behind a semicolon."""
        return replace(self, end=max(self.end, self.sentence_end))

    @property
    def text(self) -> str:
        return self.twin.text[self.start : self.end]

    def words(self, start: int, end: int) -> str:
        """The original's words at offsets of ``text``, without marks at their edges."""
        first, last = self.twin.back(self.start + start, self.start + end)
        return " ".join(trimmed(self.passage.text[first:last]).split())

    def quoted(self, start: int = 0, end: int | None = None) -> tuple[str, Place]:
        """The verbatim words of a stretch of ``text`` and where they stand."""
        stop = len(self.text) if end is None else end
        first, last = self.twin.back(self.start + start, self.start + stop)
        whole = self.passage.text[first:last]
        first += len(whole) - len(whole.lstrip())
        last = min(first + LONGEST_QUOTE, last - (len(whole) - len(whole.rstrip())))
        return self.passage.text[first:last], Place(self.passage.number, first, last)


@dataclass
class Table:
    """Rows of cells below one header; ``announced``: the lines before it, the nearest first, verbatim."""

    announced: tuple[str, ...]
    header: list[str]
    rows: list[tuple[Passage, list[str]]] = field(default_factory=list)

    @cached_property
    def about(self) -> str:
        """What announces the table, normalised."""
        return twin_of(" ".join(self.announced)).text

    @cached_property
    def heads(self) -> list[str]:
        return [twin_of(cell).text for cell in self.header]


@dataclass(frozen=True, slots=True)
class Document:
    """A report's clauses and tables of results, with the years its results can be of."""

    clauses: tuple[Clause, ...]
    tables: tuple[Table, ...]
    years: range  # empty where the period isn't known
    title: str


def trimmed(text: str) -> str:
    """Without marks at the edges, an opened bracket or quotation mark left whole."""
    text = text.strip(" \t\n,;:.-–—•*+")
    for opening, closing in ("()", "“”", "[]", '""'):
        if text.startswith(opening) and text.endswith(closing) and len(text) > 1:
            text = text[1:-1].strip()
        elif text.endswith(closing) and text.count(opening) < text.count(closing):
            text = text[:-1].rstrip(" ,;")
        elif text.startswith(opening) and text.count(closing) < text.count(opening):
            text = text[1:].lstrip(" ,;")
    return text


def document_of(passages: Sequence[Passage], particulars: Particulars) -> Document:
    years = _years(passages, particulars)
    clauses: list[Clause] = []
    tables: list[Table] = []
    title = " ".join(passage.text for passage in passages[:12] if len(passage.text) < 300)
    planning, table = False, None
    lines: list[str] = []  # since the last table
    for passage in passages:
        if passage.kind in ("header", "footer"):
            continue
        if passage.kind == "row":
            table = None if planning else _row(passage, table, tables, lines)
            lines = []
            continue
        table = None
        twin = twin_of(passage.text)
        if passage.kind == "heading" or _LABEL.match(twin.text):
            head = twin.text if passage.kind == "heading" else twin.text[:60].partition(":")[0]
            if passage.kind == "heading" or plans(head, years):
                planning = plans(head, years) if passage.kind == "heading" else planning
                if passage.kind != "heading":
                    continue
        if twin.text.lstrip().startswith("nơi nhận"):
            break
        lines = [*lines[-1:], passage.text]
        if not planning:
            clauses += _clauses(passage, twin)
    return Document(tuple(clauses), tuple(tables), years, twin_of(title).text)


def plans(heading: str, years: range) -> bool:
    """Whether what stands below a heading is still to be done."""
    settings = lexicon().settings
    planned = [heading.find(word) for word in settings["plan_headings"] if word in heading]
    results = [heading.find(word) for word in settings["result_headings"] if word in heading]
    later = [int(year) for year in _YEAR.findall(heading)]
    if later and years and min(later) > years[-1]:
        return True
    return bool(planned) and (not results or min(planned) < min(results))


def _years(passages: Sequence[Passage], particulars: Particulars) -> range:
    """The years a result can be of: those of the period, which may be several."""
    if particulars.first_day and particulars.last_day:
        return range(particulars.first_day.year, particulars.last_day.year + 1)
    if particulars.period:
        first, last = particulars.period.days("calendar")
        return range(first.year, last.year + 1)
    return range(0)


def _clauses(passage: Passage, twin: Twin) -> Iterator[Clause]:
    original = passage.text if twin.origin is None else "".join(passage.text[at] for at in twin.origin[:-1])
    before = ""
    for sentence in sentences_of(tokens_of(twin.text), original):
        first, last = sentence[0].start, sentence[-1].end
        start = first
        for cut in _semicolons(sentence):
            yield Clause(passage, twin, start, cut, before, first, last)
            start = cut + 1
        if start < last:
            yield Clause(passage, twin, start, last, before, first, last)
        before = twin.text[first:last]


def _semicolons(sentence: Sequence[Token]) -> Iterator[int]:
    depth = 0
    for token in sentence:
        depth += (token.text in "([") - (token.text in ")]")
        if token.text == ";" and depth <= 0:
            yield token.start


def _row(passage: Passage, table: Table | None, tables: list[Table], lines: Sequence[str]) -> Table:
    cells = [cell.strip() for cell in _CELLS.split(passage.text)]
    if table is None:
        table = Table(tuple(reversed(lines)), cells)
        tables.append(table)
        return table
    if not table.rows and _still_head(cells, table):
        if len(cells) == len(table.header):
            table.header = [
                one if one == other else f"{one} {other}".strip()
                for one, other in zip(table.header, cells, strict=True)
            ]
        return table
    if len(cells) == len(table.header):
        table.rows.append((passage, cells))
    return table


def _still_head(cells: Sequence[str], table: Table) -> bool:
    """A second row of headings, or the columns' own numbers."""
    bare = [cell.strip("()") for cell in cells]
    if bare[-2:] == [str(len(cells) - 1), str(len(cells))]:
        return True
    return not any(re.search(r"\d", cell) for cell in cells) and len(cells) == len(table.header)


def is_result(clause: Clause, at: int) -> bool:
    """Nothing in the clause's words before ``at`` says that it is a plan or was not done."""
    lead = _QUOTED.sub("", clause.twin.text[clause.sentence_start : clause.start + at])
    since = lead[max(lead.rfind("; "), 0) :]
    return not common("planned").search(lead) and not common("not_done").search(since[-60:])


def other_year(clause: Clause, years: range) -> bool:
    """The sentence tells of a year that is none of the report's."""
    if not years:
        return False
    sentence = clause.twin.text[clause.sentence_start : clause.end]
    named = re.findall(
        r"(?:^\W*(?:trong |cả )?năm|so với(?: năm)?|cùng kỳ(?: năm)?)\s+((?:19|20)\d\d)", sentence
    )
    opening = [int(year) for year in named[:1]]
    return bool(opening) and opening[0] not in years and not re.search(r"so với|cùng kỳ", sentence)
