"""Cases read and counted: precision and recall, plain and strict, as a whole and by what is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from grassroots.accuracy.matching import Matched, match
from grassroots.accuracy.patterns import Fault, faults_of, kind_of_part
from grassroots.accuracy.truth import Case, Truth
from grassroots.indicators import indicators
from grassroots.reading.model import Figure

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
"""Where bands of confidence begin; the last ends with certainty."""

_FEW = 40  # cases that one process reads sooner than others are started


@dataclass(slots=True)
class Tally:
    """Counts of one kind of figure. A share without figures is None."""

    right: int = 0
    strict: int = 0
    read: int = 0
    wanted: int = 0

    def precision(self, *, strict: bool = False) -> float | None:
        return _share(self.strict if strict else self.right, self.read)

    def recall(self, *, strict: bool = False) -> float | None:
        return _share(self.strict if strict else self.right, self.wanted)

    def f1(self, *, strict: bool = False) -> float | None:
        return _share(2 * (self.strict if strict else self.right), self.read + self.wanted)


@dataclass(slots=True)
class Band:
    """Figures read with a confidence from ``least`` on, up to the next band."""

    least: float
    figures: int = 0
    right: int = 0
    strict: int = 0


@dataclass(slots=True)
class Accuracy:
    """What scoring a folder gives. Tallies by case name, indicator, subject and kind of part."""

    whole: Tally = field(default_factory=Tally)
    by_case: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_indicator: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_subject: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_part: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    bands: list[Band] = field(default_factory=lambda: [Band(least) for least in BANDS])
    faults: list[Fault] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)  # case → the code of what stopped the reader

    def add(self, case: Case, figures: Sequence[Figure]) -> None:
        """Counts one case."""
        matched = match(case, figures)
        self.by_case[case.name].wanted += 0
        for row in case.truth:
            if row.counts:
                for tally in self._of_row(case.name, row, matched):
                    tally.wanted += 1
        for one in matched.matches:
            if one.row.counts:
                for tally in self._of_row(case.name, one.row, matched):
                    tally.right += 1
                    tally.read += 1
                    tally.strict += one.strict
            self._band(one.figure, right=True, strict=one.strict)
        for figure in matched.false:
            for tally in self._of_figure(case.name, figure):
                tally.read += 1
            self._band(figure, right=False, strict=False)
        self.faults += faults_of(case, matched)

    def _of_row(self, case: str, row: Truth, matched: Matched) -> Iterator[Tally]:
        yield from (self.whole, self.by_case[case], self.by_indicator[row.code])
        yield self.by_subject[indicators()[row.code].subject]
        yield self.by_part[kind_of_part(row.part, matched.figures)]

    def _of_figure(self, case: str, figure: Figure) -> Iterator[Tally]:
        yield from (self.whole, self.by_case[case], self.by_indicator[figure.indicator])
        yield self.by_subject[indicators()[figure.indicator].subject]
        yield self.by_part[(figure.part_kind or "other") if figure.part else "own"]

    def _band(self, figure: Figure, *, right: bool, strict: bool) -> None:
        band = next(band for band in reversed(self.bands) if figure.confidence >= band.least)
        band.figures += 1
        band.right += right
        band.strict += strict

    def patterns(self) -> Mapping[tuple[str, str], list[Fault]]:
        """Faults by kind and pattern, the most frequent first."""
        grouped: dict[tuple[str, str], list[Fault]] = defaultdict(list)
        for fault in self.faults:
            grouped[fault.kind, fault.pattern].append(fault)
        return dict(sorted(grouped.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def score(cases: Iterable[Case], workers: int = 2) -> Accuracy:
    """Reads the text of each case as a file of its own and scores what was read."""
    every, accuracy = list(cases), Accuracy()
    for case, read in zip(every, _readings([case.text for case in every], workers), strict=True):
        if isinstance(read, str):
            accuracy.failed[case.name] = read
            read = ()
        accuracy.add(case, read)
    return accuracy


def _readings(texts: Sequence[str], workers: int) -> Iterator[tuple[Figure, ...] | str]:
    if len(texts) < _FEW or workers < 2:
        yield from map(read_text, texts)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(read_text, texts, chunksize=8)


def read_text(text: str) -> tuple[Figure, ...] | str:
    """The figures of a text; the code of what is wrong where it can't be read."""
    from grassroots.reading import read_file
    from grassroots.reading.model import UnreadableReport

    with TemporaryDirectory(prefix="grassroots-") as folder:
        file = Path(folder) / "case.txt"
        file.write_text(text, encoding="utf-8")
        try:
            return read_file(file).figures
        except UnreadableReport as problem:
            return problem.code


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
