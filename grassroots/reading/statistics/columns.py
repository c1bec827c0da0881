"""Which column of a sheet is which column of the form: by the words above it, with its number beside.

Both run in one order, so the best fit is that of two sequences. What fits must then be as in the form, column
by column and group by group; a number alone is not trusted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from grassroots.reading.model import Place
from grassroots.reading.statistics.grid import Sheet
from grassroots.reading.statistics.heading import Heading, Span, heading_words, is_side, suffixes
from grassroots.reading.statistics.layouts import Column, Form, Group
from grassroots.reading.statistics.wording import Vocabulary, plain, vocabulary

_LIKE = 0.6  # likeness that a column's own words must reach
_MARGIN = 0.15  # by so much no other column's words may fit better
_LEFT_OUT = 1.0  # what it costs to find no place for a column


@dataclass(frozen=True, slots=True)
class Misfit:
    """One heading that is not as in the form. ``code`` is a key below ``statistics.``."""

    code: str
    place: Place | None
    details: dict[str, object]


@dataclass(slots=True)
class Fit:
    """``columns``: column of the sheet by number in the form. ``extra``: further columns with words above."""

    form: Form
    columns: dict[int, int]
    extra: list[int]
    misfits: list[Misfit] = field(default_factory=list)
    renumbered: bool = False  # the numbers below the heading are others than the form's

    @property
    def share(self) -> float:
        """How much of the form was found, 0 to 1, less what is not as in it."""
        return len(self.columns) / len(self.form.columns) - 0.5 * len(self.misfits) / len(self.form.columns)


def fit(sheet: Sheet, heading: Heading, form: Form) -> Fit:
    """The columns of the form on the sheet. Where a system numbers them in its own way, by words alone."""
    found = _fit(sheet, heading, form, by_number=True)
    if not found.misfits or not heading.numbers:
        return found
    by_words = _fit(sheet, heading, form, by_number=False)
    return by_words if len(by_words.misfits) < len(found.misfits) else found


def _fit(sheet: Sheet, heading: Heading, form: Form, *, by_number: bool) -> Fit:
    likeness = _Likeness(heading, form)
    candidates, with_values = _candidates(sheet, heading)
    scores = [
        [
            _score(sheet, heading, likeness, column, at, by_number=by_number)
            + (0.1 if at in with_values else 0.0)
            for at in candidates
        ]
        for column in form.columns
    ]
    chosen = _aligned(scores)
    columns = {form.columns[i].number: candidates[at] for i, at in enumerate(chosen) if at is not None}
    extra = [at for at in candidates if at not in columns.values() and heading.above.get(at)]
    found = Fit(form, columns, extra)
    _check_columns(sheet, heading, likeness, found)
    _check_groups(sheet, heading, found)
    _check_numbers(sheet, heading, found)
    return found


def _candidates(sheet: Sheet, heading: Heading) -> tuple[list[int], set[int]]:
    """Columns that may be the form's, and which of them hold values. The further columns of a merged heading
    are none where they are empty: one may run over a thousand of them."""
    columns = {at for at in (*heading.above, *heading.numbers) if not is_side(heading, at)}
    with_values = {at for at in columns if _has_values(sheet, heading, at)}
    first = {at for at in columns if at in heading.above and at == min(heading.above[at][-1].columns)}
    return sorted(first | with_values | (columns & set(heading.numbers))), with_values


class _Likeness:
    """How near the words above a column are to those of a column of the form, its own words and all."""

    def __init__(self, heading: Heading, form: Form) -> None:
        self._words: Vocabulary = vocabulary(form)
        self._above = heading.above
        self._known: dict[tuple[int, int], float] = {}

    def own(self, column: Column, at: int) -> float:
        key = column.number, at
        if key not in self._known:
            around = [plain(each) for each in column.path[:-1]]
            self._known[key] = max(
                (
                    self._words.likeness(plain(label), written, around)
                    for label in (column.path[-1], *column.also)
                    for written in suffixes(self._above.get(at, ()))
                ),
                default=0.0,
            )
        return self._known[key]

    def path(self, column: Column, at: int) -> float:
        whole = " ".join(span.plain for span in self._above.get(at, ()))
        return self._words.likeness(plain(" ".join(column.path)), whole)


def _has_values(sheet: Sheet, heading: Heading, at: int) -> bool:
    return any(sheet[row, at] is not None for row in range(heading.data, len(sheet.rows)))


def _score(
    sheet: Sheet, heading: Heading, likeness: _Likeness, column: Column, at: int, *, by_number: bool
) -> float:
    score = 2 * likeness.own(column, at) + likeness.path(column, at)
    number = heading.numbers.get(at)
    if by_number and number is not None:
        score += 1.5 if number == column.number else -0.3
    return score - (0.2 if at in sheet.hidden_columns else 0.0)  # of two alike the hidden one is the copy


def _aligned(scores: Sequence[Sequence[float]]) -> list[int | None]:
    """For each column of the form the candidate it goes with, both in their order, at the best total."""
    count, width = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (width + 1) for _ in range(count + 1)]
    for i in range(1, count + 1):
        best[i][0] = best[i - 1][0] - _LEFT_OUT
        for j in range(1, width + 1):
            best[i][j] = max(
                best[i - 1][j - 1] + scores[i - 1][j - 1],
                best[i - 1][j] - _LEFT_OUT,
                best[i][j - 1],
            )
    chosen: list[int | None] = [None] * count
    i, j = count, width
    while i and j:
        if best[i][j] == best[i - 1][j - 1] + scores[i - 1][j - 1]:
            i, j = i - 1, j - 1
            chosen[i] = j
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i -= 1
    return chosen


def _check_columns(sheet: Sheet, heading: Heading, likeness: _Likeness, found: Fit) -> None:
    for column in found.form.columns:
        at = found.columns.get(column.number)
        own = 0.0 if at is None else likeness.own(column, at)
        if at is not None and own >= _LIKE:
            rival = max(likeness.own(other, at) for other in found.form.columns)
            if rival - own <= _MARGIN:
                continue
        if at is not None:
            del found.columns[column.number]
        if column.optional and (at is None or heading.numbers.get(at) != column.number):
            continue
        found.misfits.append(_misfit(sheet, heading, column, at))


def _misfit(sheet: Sheet, heading: Heading, column: Column, at: int | None) -> Misfit:
    expected: dict[str, object] = {"number": column.number, "expected": column.heading}
    path = heading.above.get(at, ()) if at is not None else ()
    if at is None or not path:
        return Misfit("column_missing", Place(sheet=sheet.name), expected)
    place = sheet.place(*path[-1].cell)
    return Misfit("heading_differs", place, {**expected, "found": heading_words(path)})


def _check_groups(sheet: Sheet, heading: Heading, found: Fit) -> None:
    """Every group's words stand above its columns."""
    known, spans = vocabulary(found.form), heading.spans()
    labels = {group: plain(group.path[-1]) for group in found.form.groups}
    for group, label in labels.items():
        columns = {found.columns[number] for number in group.columns if number in found.columns}
        if group.optional or not columns:
            continue
        others = set(labels.values()) - {label}
        over = [span for span in spans if span.columns & columns]
        if not any(_is_of(known, span, label, others) for span in over) and not _within(
            heading, found, group, label
        ):
            place = (
                sheet.place(*max(over, key=lambda span: len(span.columns & columns)).cell) if over else None
            )
            details: dict[str, object] = {
                "expected": " > ".join(group.path),
                "numbers": f"{group.columns[0]}–{group.columns[-1]}",
            }
            found.misfits.append(Misfit("group_missing", place or Place(sheet=sheet.name), details))


def _is_of(known: Vocabulary, span: Span, label: str, others: set[str]) -> bool:
    like = known.likeness(label, span.plain)
    return like >= _LIKE and all(known.likeness(other, span.plain) <= like + 0.05 for other in others)


def _within(heading: Heading, found: Fit, group: Group, label: str) -> bool:
    """Whether the group's words are said again above each of its columns, in one cell or broken over some."""
    above = {word for each in group.path[:-1] for word in plain(each).split()}
    own = set(label.split()) - above
    said = 0
    for number in group.columns:
        whole = " ".join(span.plain for span in heading.above.get(found.columns.get(number, -1), ()))
        said += label in whole or (bool(own) and own <= set(whole.split()))
    return said >= 0.5 * len(group.columns)


def _check_numbers(sheet: Sheet, heading: Heading, found: Fit) -> None:
    """Numbers that run on without a gap below the same columns may be a system's own; others contradict."""
    if not heading.numbers or heading.number_row is None:
        return
    differing = [(number, at) for number, at in found.columns.items() if heading.numbers.get(at) != number]
    if not differing:
        return
    numbered = sorted(heading.numbers)
    headed = set(found.columns.values()) | set(found.extra)
    if set(found.columns.values()) <= set(numbered) <= headed:
        found.renumbered = True
        return
    number, at = differing[0]
    column = found.form.by_number[number]
    details: dict[str, object] = {
        "number": number,
        "expected": column.heading,
        "found": heading.numbers.get(at, ""),
    }
    found.misfits.append(Misfit("number_differs", sheet.place(heading.number_row, at), details))
