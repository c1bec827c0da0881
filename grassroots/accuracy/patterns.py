"""Names for what went wrong, as far as the reading itself shows it.

A missed row is one of: ``value`` (its words were read, with another number), ``indicator`` (the number was
read as another indicator), ``offered`` (the right indicator was only an alternative), ``quote`` (read, with
a quote too short or too long to show it), or it was not read at all. What was not read is told apart by how
it is written: ``zero``, ``bracket``, ``slash``, ``percent``, ``words`` (a number in words), ``unnamed`` (no
unit after it), else ``wording``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grassroots.accuracy.matching import CaseText, Matched, folded, normal, quotable
from grassroots.accuracy.truth import Case, Truth
from grassroots.reading.model import Figure

MISSED = (
    *("indicator", "value", "offered", "quote", "zero", "bracket", "slash", "percent", "words", "unnamed"),
    "wording",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing read wrongly. ``kind`` missed, false or part; ``pattern`` names why."""

    case: str
    kind: str
    pattern: str
    indicator: str
    part: str
    value: float
    quote: str
    instead: str = ""  # the indicator, value or part that was read


def faults_of(case: Case, matched: Matched) -> list[Fault]:
    """Everything missed, read falsely, or given another part."""
    text = CaseText(normal(case.text))
    taken: set[int] = set()
    missed = [_missed(case.name, row, matched, text, taken) for row in matched.missed]
    parts = [
        Fault(
            case.name, "part", _part_pattern(one.row.part, one.figure), one.row.code, one.row.part,
            one.row.value, one.figure.quote, one.figure.part or "",
        )
        for one in matched.matches
        if not one.strict and one.row.counts
    ]  # fmt: skip
    false = [
        _false(case.name, figure, matched, instead=at in taken) for at, figure in enumerate(matched.false)
    ]
    return [*missed, *false, *parts]


def _missed(name: str, row: Truth, matched: Matched, text: CaseText, taken: set[int]) -> Fault:
    pattern, instead = _why_missed(row, matched, text, taken)
    return Fault(name, "missed", pattern, row.code, row.part, row.value, row.quote, instead)


def _why_missed(row: Truth, matched: Matched, text: CaseText, taken: set[int]) -> tuple[str, str]:
    here = [
        (at, figure)
        for at, figure in enumerate(matched.false)
        if at not in taken and text.overlaps(row.quote, figure.quote)
    ]
    for at, figure in here:
        if abs(figure.value - row.value) < 1e-6 and figure.indicator not in row.codes:
            taken.add(at)
            return "indicator", figure.indicator
    for at, figure in here:
        if figure.indicator in row.codes:
            taken.add(at)
            same = abs(figure.value - row.value) < 1e-6 and not quotable(figure.quote)
            return ("quote" if same else "value"), f"{figure.value:g}"
    for figure in matched.figures:
        same = abs(figure.value - row.value) < 1e-6 and text.overlaps(row.quote, figure.quote)
        if same and any(other.indicator in row.codes for other in figure.alternatives):
            return "offered", figure.indicator
    return _writing(row), ""


def _writing(row: Truth) -> str:
    """How a number that was not read is written in its quote."""
    if row.value == 0:
        return "zero"
    quote = normal(row.quote)
    at = _number_in(quote, row.value)
    if at is None:
        return "words"
    start, end = at
    if quote.count("(", 0, start) > quote.count(")", 0, start):
        return "bracket"
    if quote[end:].lstrip().startswith("%") or row.unit.strip() == "%":
        return "percent"
    if quote[end : end + 1] == "/" or quote[max(0, start - 1) : start] == "/":
        return "slash"
    if re.match(r"\s*(?:$|[,;.)]|và\b)", quote[end:]):
        return "unnamed"
    if ")" in quote[:start]:
        return "bracket"
    return "wording"


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _number_in(quote: str, value: float) -> tuple[int, int] | None:
    """Where the number stands in figures, thousands with a dot and decimals with a comma."""
    for found in _NUMBER.finditer(quote):
        written = found[0]
        forms = {written.replace(".", "").replace(",", "."), written.replace(",", ""), written}
        for form in forms:
            try:
                if abs(float(form) - value) < 1e-6:
                    return found.span()
            except ValueError:
                continue
    return None


def _part_pattern(wanted: str, figure: Figure) -> str:
    """missing: the limit was not seen; added: there is none; other: another one was named."""
    if not figure.part:
        return "missing"
    return "added" if not wanted.lstrip("?") else "other"


def _false(name: str, figure: Figure, matched: Matched, *, instead: bool) -> Fault:
    """taken: where a row was missed; repeat: a figure found already; alone: where no row is."""
    again = any(
        one.figure.indicator == figure.indicator and abs(one.figure.value - figure.value) < 1e-6
        for one in matched.matches
    )
    pattern = "taken" if instead else "repeat" if again else "alone"
    return Fault(
        name, "false", pattern, figure.indicator, figure.part or "", figure.value, figure.quote,
        figure.read_by,
    )  # fmt: skip


def kind_of_part(part: str, figures: Iterable[Figure] = ()) -> str:
    """What a truth row is limited to, by its words: own, period, post, level, place, other.

    The reader's own kind is taken where it named that part.
    """
    name = part.lstrip("?")
    if not name:
        return "own"
    if re.search(r"\b(?:19|20)\d\d\b|\d+T\d{4}|cùng kỳ|năm trước", name):
        return "period"
    words = folded(name)
    for figure in figures:
        if figure.part and figure.part_kind and folded(figure.part) == words:
            return figure.part_kind
    return next((kind for kind, opening in _KINDS if opening.search(words)), "other")


_KINDS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("level", re.compile(r"^(?:cap|trung uong$|quoc hoi)")),
    ("post", re.compile(r"^(?:chu tich|pho |bi thu|giam doc|lanh dao|truong |thu truong|nguoi dung dau)")),
    (
        "place",
        re.compile(r"^(?:xa|phuong|thi tran|thi xa|huyen|quan|tinh|thanh pho|tp|dac khu|ap|thon|khu pho) "),
    ),
    (
        "body",
        re.compile(r"^(?:ubnd|hdnd|uy ban|hoi dong|ban|so|phong|mttq|hoi|doan|thanh tra|toa)\b"),
    ),
)
