"""Which parts are needed: those without which two figures of one indicator could not be told apart.

"Lãnh đạo huyện tiếp 12 lượt" in the huyện's own report is not limited by its subject; beside "Chủ tịch UBND
xã tiếp 30 lượt" it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from grassroots.reading.certainty import Limited
from grassroots.reading.model import Alternative, Figure
from grassroots.reading.part_model import Part

_WHERE = frozenset({"place", "body", "level", "post"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure with what may limit it: its own part, and the label of its item."""

    figure: Figure
    part: Part | None
    label: Part | None
    depth: int = 0  # in how many brackets or enumerations of other figures' parts it stands
    odds: float | None = None  # that it is right, by its own words; None for a table's


def with_needed_parts(found: Sequence[Candidate]) -> Iterator[Limited]:
    """The figures; weak parts and labels stay only where the indicator is given for several of their sort."""
    found = _told_apart(found)
    labels = _needed_labels(found) | _labels_below(found)
    items = _labels_of_items(found)
    kept = _kept(found)
    for candidate in found:
        figure, limit = candidate.figure, candidate.part
        weak = limit is not None and not limit.strong
        if limit is not None and weak:
            figure, limit = _weighed(figure, limit, limit.text.lower() in kept)
        label = candidate.label
        if label is not None and label.kind == "other":
            told = figure.indicator.startswith(_TOLD_BY_THEIR_CODE)
            label = label if (family(figure.indicator), label.text) in items and not told else None
        elif label is not None and label.text not in labels:
            label = None
        own = candidate.part is not None and candidate.part.own
        limited = _limited(figure, limit, label)
        yield Limited(limited, candidate.odds, weak, own, candidate.label is not None, candidate.depth)


def _told_apart(found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Several places of the title, each with its own numbers, are all parts: "Cử tri An Bình, An Lộc …"."""
    own = {
        _name(part.text)
        for candidate in found
        for part in (candidate.part, candidate.label)
        if part is not None and part.own and part.kind == "place"
    }
    several = {
        one for one in own if not any(one != other and (one in other or other in one) for other in own)
    }
    if len(several) < 2:
        return found
    return [
        replace(candidate, part=_not_own(candidate.part, several), label=_not_own(candidate.label, several))
        for candidate in found
    ]


def _not_own(part: Part | None, several: set[str]) -> Part | None:
    if part is None or not part.own or _name(part.text) not in several:
        return part
    return replace(part, own=False)


def _name(text: str) -> str:
    """A place's name without the word for its kind."""
    return _KIND_OF_PLACE.sub("", text).lower()


_KIND_OF_PLACE = re.compile(r"^(?i:ubnd )?(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn) ")


def _kept(found: Sequence[Candidate]) -> set[str]:
    """The weak parts, in lower case, that some figure needs: those are parts wherever they stand."""
    places = _places(found)
    whole = _wholes(found)
    contrasts: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    values: dict[str, set[float]] = defaultdict(set)
    for candidate in found:
        if not candidate.depth:
            values[candidate.figure.indicator].add(candidate.figure.value)
        for part in _one_of_a_sort(candidate):
            if not part.own or part.kind != "place" or places:
                contrasts[_contrast(candidate, part)].add("" if part.own else part.text.lower())
    most: dict[str, float] = defaultdict(float)
    for candidate in found:
        figure = candidate.figure
        most[figure.indicator] = max(most[figure.indicator], figure.value)
    kept = set()
    for candidate in found:
        limit = candidate.part
        if limit is None:
            continue
        several = limit.kind in ("place", "level") and len(values[candidate.figure.indicator]) > 1
        # "64/66 đơn vị tổ chức đúng hạn": a kind says how rather than which, but for inspections
        which = limit.kind != "kind" or candidate.figure.indicator.startswith("thanh_tra")
        if limit.own and limit.kind == "place" and candidate.figure.value >= most[candidate.figure.indicator]:
            continue  # the whole, told by the report's own name
        needed = not limit.own and (several or (which and _below_whole(candidate, whole)))
        if needed or _contrasted(limit, contrasts[_contrast(candidate, limit)], places):
            kept.add(limit.text.lower())
    return kept


def _places(found: Sequence[Candidate]) -> set[str]:
    """The places other than the report's own, in lower case."""
    parts = [part for candidate in found for part in (candidate.part, candidate.label) if part is not None]
    return {part.text.lower() for part in parts if part.kind == "place" and not part.own}


def _wholes(found: Sequence[Candidate]) -> dict[str, float]:
    """The largest value of each indicator that nothing limits."""
    whole: dict[str, float] = defaultdict(float)
    for candidate in found:
        counts = not candidate.depth or "ty_le" in candidate.figure.indicator
        part = candidate.part
        unlimited = part is None or (part.own and part.kind == "place")
        label = candidate.label
        if counts and unlimited and (label is None or label.kind == "other"):
            whole[candidate.figure.indicator] = max(whole[candidate.figure.indicator], candidate.figure.value)
    return whole


def _below_whole(candidate: Candidate, whole: dict[str, float]) -> bool:
    """A limited number below an unlimited one of its indicator is a part of it."""
    rate = "ty_le" in candidate.figure.indicator
    above = whole.get(candidate.figure.indicator, 0.0)
    return above > 0 and (candidate.figure.value != above if rate else candidate.figure.value < above)


def _labels_below(found: Sequence[Candidate]) -> set[str]:
    """Labels of a number that is a part of another by its value, and those a list of labels is made of."""
    whole = _wholes(found)
    values: dict[str, set[float]] = defaultdict(set)
    for candidate in found:
        values[candidate.figure.indicator].add(candidate.figure.value)
    labels = [candidate.label for candidate in found if candidate.label is not None]
    listed = {label.text for label in labels if label.kind != "other" and not label.opening and not label.own}
    needed = listed if len(listed) > 1 else set()
    needed |= {label.text for label in labels if label.kind == "period" or label.strong}
    return needed | {
        candidate.label.text
        for candidate in found
        if candidate.label is not None
        and not candidate.label.own
        and (
            _below_whole(candidate, whole)
            or (candidate.label.kind == "place" and len(values[candidate.figure.indicator]) > 1)
        )
    }


_TOLD_BY_THEIR_CODE = (
    "tcd",
    "don_",
    "kn_",
    "tc_",
    "kntc_",
    "knpa_",
    "vu_viec_",
    "cqtt_xa",
    "mo_hinh",
    "khen_",
    "tuyen_",
)


def _labels_of_items(found: Sequence[Candidate]) -> set[tuple[str, str]]:
    """What items are about, where several give the same indicator with values of their own."""
    items: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for candidate in found:
        if candidate.label is None or candidate.label.opening or candidate.depth:
            continue
        if not candidate.figure.indicator.startswith(_TOLD_BY_THEIR_CODE):
            indicator = candidate.figure.indicator
            items[family(candidate.figure.indicator), indicator].setdefault(
                candidate.label.text, candidate.figure.value
            )
    return {
        (family, text)
        for (family, _), values in items.items()
        if len(set(values.values())) > 1
        for text in values
    }


def family(indicator: str) -> str:
    """ "tap_huan" of "tap_huan_lop" and "tap_huan_nguoi"."""
    return _COUNTED.sub("", indicator)


_COUNTED = re.compile(r"_(?:luot_nguoi|luot|nguoi|vu_viec|lop|cuoc|ngay|y_kien|tap_the|ca_nhan)$")


def _contrasted(part: Part, names: set[str], places: set[str]) -> bool:
    """Its sort has several names here; the report's own place is told apart from other places only."""
    return len(names) > 1 and not (part.own and part.kind == "place" and not names & places)


def _one_of_a_sort(candidate: Candidate) -> list[Part]:
    """Its own part, and its label where that is of another sort."""
    part, label = candidate.part, candidate.label
    if part is None or label is None:
        return [one for one in (part, label) if one is not None]
    return [part] if _sort(part) == _sort(label) else [part, label]


def _weighed(figure: Figure, part: Part, kept: bool) -> tuple[Figure, Part | None]:
    """The reading of a weak part that was not taken is offered beside."""
    other = Alternative(figure.indicator, None if kept else part.text, 0.25)
    return replace(figure, alternatives=(*figure.alternatives, other)), part if kept else None


def _contrast(candidate: Candidate, part: Part) -> tuple[str, str, bool]:
    """Parts are told apart from parts of the same indicator, sort and level of enumeration."""
    return candidate.figure.indicator, _sort(part), candidate.depth > 0


def _sort(part: Part) -> str:
    return (
        "where" if part.kind in _WHERE else "what" if part.kind in ("field", "kind", "other") else part.kind
    )


def _needed_labels(found: Sequence[Candidate]) -> set[str]:
    """Labels under which some indicator stands that also stands under another label, or, for a label with a
    colon, under none."""
    stands: dict[tuple[str, bool], set[str]] = defaultdict(set)
    opening: set[str] = set()
    for candidate in found:
        part, label = candidate.part, candidate.label
        if (part is not None and part.kind == "period") or (label is not None and label.kind == "other"):
            continue
        if part is not None and label is not None and label.opening and _sort(part) == _sort(label):
            stands[candidate.figure.indicator, candidate.depth > 0].add("" if part.own else part.text)
            continue
        indicator = candidate.figure.indicator, candidate.depth > 0
        own = label is not None and label.own and label.kind == "place"
        stands[indicator].add(label.text if label is not None and not own else "")
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
    if label is not None and label.opening and part is not None and _sort(part) == _sort(label):
        return replace(figure, part=part.text, part_kind=part.kind)
    if label is not None and (part is None or label.text in part.text or part.text in label.text):
        part = label if part is None or part.text in label.text else part
    elif label is not None and part is not None and not (label.opening and _sort(part) == "where"):
        part = Part(f"{label.text}, {part.text}", part.kind, True)
    return figure if part is None else replace(figure, part=part.text, part_kind=part.kind)
