"""How sure a document's figures are, once it is known what limits them and what else it says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from grassroots.reading.confidence import sure
from grassroots.reading.lexicon import lexicon
from grassroots.reading.model import Figure

_NEAR = 0.1  # "gần hai nghìn" of 1.942
_FEW = 8  # figures of a document


@dataclass(frozen=True, slots=True)
class Limited:
    """A figure with its part settled, and how that came about."""

    figure: Figure
    odds: float | None  # of its own words; None where it was read of a table
    weak: bool = False  # its own part was one that only contrast makes a part
    own: bool = False  # of the report's own place
    labelled: bool = False  # an item's label was there to limit it
    depth: int = 0


def weighed(found: Sequence[Limited]) -> list[Figure]:
    """The figures with their likelihoods; those more often wrong than right are left out."""
    found = [one for one in found if not _said_exactly(one.figure, found)]
    read = [one for one in found if one.odds is not None]
    told = _of_document(read)
    fitted = lexicon().confidence
    weights: Mapping[str, float] = fitted["weights"]
    counts = Counter(one.figure.indicator for one in found)
    apart = _values_without_part(found)
    parts = {one.figure.indicator for one in found if one.figure.part is not None}
    kept: list[Figure] = []
    for one in found:
        figure = one.figure
        if one.odds is not None:
            features = {
                **told,
                **_of_part(one),
                "many": min(counts[figure.indicator] - 1, 5) / 3,
                "untold": _untold(one, apart),
                "part_mix": figure.part is None and figure.indicator in parts,
            }
            odds = one.odds + sum(weights.get(name, 0.0) * value for name, value in features.items())
            figure = replace(figure, confidence=sure(odds))
        if figure.confidence >= fitted["least"]:
            kept.append(figure)
    return kept


def _said_exactly(figure: Figure, found: Sequence[Limited]) -> bool:
    """ "Gần hai nghìn lượt" in a headline over "1.942 lượt người": the exact number says it again."""
    if figure.approximate is None:
        return False
    near = range(round(figure.value * (1 - _NEAR)), round(figure.value * (1 + _NEAR)) + 1)
    return any(
        other.figure.approximate is None
        and int(other.figure.value) in near
        and other.figure.value != figure.value
        and other.figure.indicator.rsplit("_", 1)[0] == figure.indicator.rsplit("_", 1)[0]
        and other.figure.counted_unit is not None
        for other in found
    )


def _values_without_part(found: Sequence[Limited]) -> dict[str, set[float]]:
    values: dict[str, set[float]] = defaultdict(set)
    for one in found:
        if one.figure.part is None and not one.depth:
            values[one.figure.indicator].add(one.figure.value)
    return values


def _untold(one: Limited, apart: Mapping[str, set[float]]) -> bool:
    """The indicator has another value, and nothing tells the two apart."""
    return one.figure.part is None and not one.depth and len(apart.get(one.figure.indicator, ())) > 1


def _of_part(one: Limited) -> dict[str, float]:
    figure = one.figure
    limited = figure.part is not None
    return {
        f"part_{figure.part_kind if limited else None}": 1.0,
        "weak_kept": one.weak and limited,
        "weak_left": one.weak and not limited and not one.own,
        "label": one.labelled and limited,
        "label_left": one.labelled and not limited,
        "deep": one.depth > 0,
        "total": figure.read_by == "total",
    }


def _of_document(found: Sequence[Limited]) -> dict[str, float]:
    """What the whole document tells of each of its figures."""
    number = max(1, len(found))
    apart = _values_without_part(found)
    parts = [_of_part(one) for one in found]
    return {
        "doc_parts": sum(one.figure.part is not None for one in found) / number,
        "doc_untold": sum(_untold(one, apart) for one in found) / number,
        "doc_weak": sum(part["weak_kept"] + part["weak_left"] for part in parts) / number,
        "doc_few": number < _FEW,
    }
