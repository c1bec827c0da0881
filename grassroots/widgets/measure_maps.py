"""Any measure of communes on a map, and the measures of a page as small maps side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from grassroots.classes import Class
from grassroots.indicators import Indicator, indicator
from grassroots.maps import State
from grassroots.names import indicator_name
from grassroots.text import decimal
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.drawn import drawn
from grassroots.widgets.facts import SMALL, fraction
from grassroots.widgets.headline import movement, written
from grassroots.widgets.map_block import map_block
from grassroots.widgets.map_choices import Choices
from grassroots.widgets.map_picture import picture
from grassroots.widgets.map_shown import depends
from grassroots.widgets.map_time import small_map
from grassroots.widgets.mapped import Found, Scale, Subject, other_period, scale
from grassroots.widgets.present import presenting
from grassroots.widgets.render import render
from grassroots.widgets.training import among
from grassroots.widgets.view import View, chosen, view

ON_MAP = "on_map"  # the choice in the URL: the measure that the large map shows


def measure_maps(codes: Sequence[str]) -> None:
    """The chosen measure on a map, and under it a small map of each; a click chooses."""
    current = view()
    known = {code: subject_of(code, tuple(codes), current) for code in codes}
    held = [code for code, one in known.items() if _reported(one)]
    if not held:
        map_block(known[codes[0]])
        return
    at = chosen(ON_MAP) if chosen(ON_MAP) in held else held[0]
    map_block(known[str(at)], height=460, width=340)
    if len(held) > 1 and not presenting():
        key = depends("measure_maps", known[str(at)], _PLAIN, current, None, *held)
        body = drawn(key, lambda: _small_maps([known[code] for code in held], str(at), current))
        clickable(body, key="measure_maps")


def subject_of(code: str, codes: tuple[str, ...], current: View) -> Subject:
    """A measure of communes out of ``unit_measures.sql``, which is asked once for all ``codes``.

    Shares and scores are coloured by quartile; a count has circles in one colour, as many is neither good
    nor bad by itself.
    """
    known, wider = indicator(code), among(current)

    def found(period: str | None) -> Sequence[Found]:
        own = {**wider, **other_period(period)}
        return [
            row for row in rows("unit_measures", indicators=list(codes), **own) if row["indicator"] == code
        ]

    graded = known.kind in ("ratio", "score") and known.better == "higher"
    unit = (
        current.words("map.measure.percent") if known.kind == "ratio" else current.words("map.measure.points")
    )
    fields = {"unit": unit}
    return Subject(
        name="measure",
        key=(code, *codes),
        title=indicator_name(code, current.language),
        rows=found,
        value=lambda row: row["value"],
        state=lambda row: _state(known, row, graded=graded),
        said=lambda row: _said(row, current),
        count=None if graded else lambda row: row["value"] or 0,
        captions={
            "quartile": current.words("map.measure.quartile", **fields),
            "continuous": current.words("map.measure.continuous", **fields),
            "own": current.words("map.measure.counts"),
        },
        small=current.words("map.measure.few" if graded else "map.measure.none"),
        missing=current.words("legend.missing"),
        ways=("quartile", "continuous") if graded else ("own",),
        own=None if graded else lambda _rows: (_counted(current),),
        own_class=None if graded else lambda _row: 0,
        named=lambda found: _extremes(known, found, graded=graded),
        circles="" if graded else current.words("map.measure.circles"),
        counts_first=not graded,
    )


_PLAIN = Choices("quartile", "areas")


def _reported(subject: Subject) -> bool:
    return any(subject.state(row) != "missing" for row in subject.rows(None))


def _counted(current: View) -> Class:
    return Class(None, None, current.palette.two_two[2], 0, current.words("map.measure.some"))


def _state(known: Indicator, row: Found, *, graded: bool) -> State:
    if row["value"] is None:
        return "missing"
    if graded:
        few = known.kind == "ratio" and (row["denominator"] or SMALL) < SMALL
        return "small" if few else "class"
    return "class" if row["value"] else "small"


def _extremes(known: Indicator, found: Sequence[Found], *, graded: bool) -> list[str]:
    """The two lowest and two highest shares; of a count the four largest."""
    ordered = sorted(
        (row for row in found if _state(known, row, graded=graded) == "class"),
        key=lambda row: (row["value"], row["name"]),
    )
    chosen_rows = [*ordered[:2], *ordered[::-1][:2]] if graded else ordered[::-1][:4]
    return [row["unit_key"] for row in chosen_rows]


def _said(row: Mapping[str, Any], current: View) -> tuple[str, ...]:
    """The value with its counts, and how it moved."""
    moved, _tone = movement(row, current)
    change = None if moved is None else current.words("map.measure.change", change=moved)
    said = (written(row["indicator"], row, current), fraction(row, current), change)
    return tuple(part for part in said if part is not None)


def _small_maps(subjects: Sequence[Subject], at: str, current: View) -> str:
    maps = []
    for subject in subjects:
        found, picked = subject.rows(None), Choices(subject.ways[0], _drawn_as(subject))
        by = scale(subject, found, picked.way, current)
        code, made = subject.key[0], picture(subject, found, by, picked, current)
        opens = f"choose:{ON_MAP}={code}"
        maps.append(
            small_map(subject.title, made, current, opens=opens, now=code == at, beneath=_bounds(by, current))
        )
    return render("small_maps", current.language, maps=maps, legend=None)


def _drawn_as(subject: Subject) -> Any:
    return "circles" if subject.counts_first else "areas"


def _bounds(by: Scale, current: View) -> str:
    """Where one class ends and the next begins: ``62,0 · 80,5 · 91,2``."""
    found = [one.low for one in by.classes if one.low is not None]
    return " · ".join(decimal(low, current.language) for low in found)
