"""Two maps side by side, as reported and as supposed, in classes that part at the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from grassroots.classes import Class, by_bounds, class_of
from grassroots.maps import ARCHIPELAGOS
from grassroots.text import count
from grassroots.widgets.blocks import block_head
from grassroots.widgets.drawn import drawn
from grassroots.widgets.map_choices import Choices
from grassroots.widgets.map_picture import chosen_commune, outlines_digest, picture
from grassroots.widgets.map_shown import Room, Shown, bare_map, charted
from grassroots.widgets.mapped import Scale, Subject, bounds, is_national
from grassroots.widgets.notices import nothing
from grassroots.widgets.outcome import Outcome, Reading, Row
from grassroots.widgets.rate_map import rates
from grassroots.widgets.render import render
from grassroots.widgets.supposed import as_reported
from grassroots.widgets.view import View, choose, view

HEIGHT = 330
NAMED = 5
_BELOW, _ABOVE = 10.0, 5.0  # percentage points from the target to the classes' other bounds


def both_maps(found: Outcome) -> None:
    """The maps and one legend with both counts; a click singles a commune out."""
    current = view()
    illustrative = any(row["illustrative"] for row in found.now.communes.values())
    block_head(current.words("scenario.maps.title"), illustrative=illustrative)
    if not found.now.ranked and not found.then.ranked:
        nothing("map")
        return
    scale = Scale(tuple(by_bounds(pd.Series(dtype=float), parted(found.target), current.palette)))
    left, right = st.columns(2, gap="small")
    with left, as_reported() as real:
        st.html(f'<p class="g-side">{current.words("scenario.now")}</p>')
        _map(found.now, (), scale, real, "what_if_now")
    if found.scenario:
        with right:
            st.html(f'<p class="g-side g-supposed">{current.words("scenario.then")}</p>')
            with st.container(key="what_if_then_map"):
                _map(found.then, found.changed, scale, current, "what_if_then")
    st.html(_legend(found, scale, current))


def parted(target: float) -> list[float]:
    """Bounds of the four classes: orange turns to blue at the target."""
    return [
        bound for bound in (target - _BELOW, target, min(target + _ABOVE, (target + 100) / 2)) if bound > 0
    ]


def _subject(side: Reading, named: Sequence[str], current: View) -> Subject:
    rows = list(side.communes.values())
    subject = rates(current)
    national, at = is_national(current), chosen_commune(current)

    def said(row: Row) -> tuple[str, ...]:
        # The map of the whole country says of these only what they are worth; the others say their name.
        heard = not national or row["unit_key"] == at or row["unit_key"] in ARCHIPELAGOS
        return subject.said(row) if heard else ()

    return replace(subject, rows=lambda period: rows, named=lambda of: named or subject.named(of), said=said)


def _map(side: Reading, changed: Sequence[str], scale: Scale, current: View, name: str) -> None:
    """One side. What ``changed`` is outlined and named; the side as reported stays as it is drawn once."""
    supposed = tuple(changed)
    subject, at = _subject(side, supposed[:NAMED], current), chosen_commune(current)
    picked = Choices(way="quartile", drawn_as="areas")

    height = round(HEIGHT * 1.4) if is_national(current) else HEIGHT

    def made() -> Shown:
        drawing = picture(subject, subject.rows(None), scale, picked, current, at=at)
        drawing = replace(drawing, supposed=supposed)
        return Shown(charted(drawing, picked, current, Room(height)), repr(bounds_of), drawing)

    bounds_of = tuple(one.low for one in scale.classes)
    key = (name, bounds_of, at, supposed, outlines_digest(current), current.as_sum, *current.key)
    bare_map(drawn(key, made), subject.title, key=name, height=height, opened=_single_out)


def _single_out(unit_key: str | None) -> None:
    if unit_key:
        choose("commune", unit_key)


def _legend(found: Outcome, scale: Scale, current: View) -> str:
    """Classes with the number of communes on either side; what has no class is told under them."""
    sides = [_counted(side, scale) for side in (found.now, found.then)]
    rows = [
        {
            "colour": one.colour,
            "bounds": bounds(one, current),
            "now": sides[0].get(one, 0),
            "then": sides[1].get(one, 0),
        }
        for one in scale.classes
    ]
    small, silent = (
        sum(
            1
            for row in found.then.communes.values()
            if bool(row["reported"]) == reported and row["rank_first"] is None
        )
        for reported in (True, False)
    )
    fields = {"small": count(small, current.language), "silent": count(silent, current.language)}
    return render(
        "what_if_legend", current.language, rows=rows, on=bool(found.scenario), communes=current.communes(),
        note=current.words("scenario.maps.note", **fields), moved=moved_classes(found, scale, current),
    )  # fmt: skip


def _counted(side: Reading, scale: Scale) -> dict[Class, int]:
    found: dict[Class, int] = {}
    for row in side.ranked:
        one = class_of(row["rate_percent"], scale.classes)
        found[one] = found.get(one, 0) + 1
    return found


def moved_classes(found: Outcome, scale: Scale, current: View) -> str | None:
    """``4 trong 5 xã, phường lên nhóm trên``; None where nothing changes."""
    if not found.changed:
        return None
    up = sum(1 for key in found.changed if _rises(key, found, scale))
    fields = {"up": count(up, current.language), "changed": count(len(found.changed), current.language)}
    return current.words("scenario.maps.moved", communes=current.communes(), **fields)


def _rises(key: str, found: Outcome, scale: Scale) -> bool:
    before, after = (side.communes[key]["rate_percent"] for side in (found.now, found.then))
    if before is None or after is None:
        return False
    places = [scale.classes.index(class_of(rate, scale.classes)) for rate in (before, after)]
    return places[1] > places[0]
