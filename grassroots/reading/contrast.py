"""Which parts are needed: those without which two figures of one indicator could not be told apart.

"Lãnh đạo huyện tiếp 12 lượt" in the huyện's own report is not limited by its subject; beside "Chủ tịch UBND
xã tiếp 30 lượt" it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from grassroots.reading.confidence import LABEL, LEAST, UNTOLD_APART, WEAK_PART_KEPT, WEAK_PART_LEFT_OUT
from grassroots.reading.model import Alternative, Figure
from grassroots.reading.parts import Part

_WHERE = frozenset({"place", "body", "level", "post"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure with what may limit it: its own part, and the label of its item."""

    figure: Figure
    part: Part | None
    label: Part | None
    depth: int = 0  # in how many brackets or enumerations of other figures' parts it stands


def with_needed_parts(found: Sequence[Candidate]) -> Iterator[Figure]:
    """The figures; weak parts and labels stay only where the indicator is given for several of their sort."""
    contrasts: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    values: dict[str, set[float]] = defaultdict(set)
    for candidate in found:
        if not candidate.depth:
            values[candidate.figure.indicator].add(candidate.figure.value)
        if candidate.part is not None:
            name = "" if candidate.part.own else candidate.part.text.lower()
            contrasts[_contrast(candidate, candidate.part)].add(name)
    labels = _needed_labels(found)
    kept = {
        candidate.part.text.lower()
        for candidate in found
        if candidate.part is not None
        and (
            len(contrasts[_contrast(candidate, candidate.part)]) > 1
            or (
                candidate.part.kind in ("place", "level")
                and not candidate.part.own
                and len(values[candidate.figure.indicator]) > 1
            )
        )
    }
    untold: dict[str, set[float]] = defaultdict(set)
    for candidate in found:
        if candidate.part is None and candidate.label is None and not candidate.depth:
            untold[candidate.figure.indicator].add(candidate.figure.value)
    for candidate in found:
        figure, part = candidate.figure, candidate.part
        if part is not None and not part.strong:
            figure, part = _weighed(figure, part, part.text.lower() in kept)
        label = candidate.label if candidate.label is not None and candidate.label.text in labels else None
        limited = _limited(figure, part, label)
        alone = limited.part is None and not candidate.depth
        off = LABEL if label is not None else 0.0
        off += UNTOLD_APART if alone and len(untold[figure.indicator]) > 1 else 0.0
        yield replace(limited, confidence=round(max(LEAST, limited.confidence - off), 2)) if off else limited


def _weighed(figure: Figure, part: Part, kept: bool) -> tuple[Figure, Part | None]:
    """A weak part makes the figure less sure either way; the reading that was not taken is offered beside."""
    off = WEAK_PART_KEPT if kept else WEAK_PART_LEFT_OUT
    other = Alternative(figure.indicator, None if kept else part.text, 0.25)
    weighed = replace(
        figure, confidence=round(figure.confidence - off, 2), alternatives=(*figure.alternatives, other)
    )
    return weighed, part if kept else None


def _contrast(candidate: Candidate, part: Part) -> tuple[str, str, bool]:
    """Parts are told apart from parts of the same indicator, sort and level of enumeration."""
    return candidate.figure.indicator, _sort(part), candidate.depth > 0


def _sort(part: Part) -> str:
    return "where" if part.kind in _WHERE else "what" if part.kind in ("field", "kind") else part.kind


def _needed_labels(found: Sequence[Candidate]) -> set[str]:
    """Labels under which some indicator stands that also stands under another label, or, for a label with a
    colon, under none."""
    stands: dict[str, set[str]] = defaultdict(set)
    opening: set[str] = set()
    for candidate in found:
        if candidate.part is not None and candidate.part.kind == "period":
            continue
        stands[candidate.figure.indicator].add(candidate.label.text if candidate.label else "")
        if candidate.label is not None and candidate.label.opening:
            opening.add(candidate.label.text)
    needed: set[str] = set()
    for labels in stands.values():
        named = labels - {""}
        if len(named) > 1:
            needed |= named
        elif len(labels) > 1:
            needed |= named - opening
    return needed


def _limited(figure: Figure, part: Part | None, label: Part | None) -> Figure:
    """Two limits at once are given in one part, the label's words first."""
    if label is not None and (part is None or label.text in part.text or part.text in label.text):
        part = label if part is None or part.text in label.text else part
    elif label is not None and part is not None and not (label.opening and _sort(part) == "where"):
        part = Part(f"{label.text}, {part.text}", part.kind, True)
    return figure if part is None else replace(figure, part=part.text, part_kind=part.kind)
