"""Finding a place by what somebody types, and which of the units of that name is which."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from grassroots.names import unit_heading, unit_name
from grassroots.text import Language, count, day, t
from grassroots.units import (
    Unit,
    ancestors,
    changes_of,
    predecessors,
    present_units,
    search,
    successors,
    titles,
)
from grassroots.widgets.clickable import clickable
from grassroots.widgets.render import render

NAMED = 4


def find_place(known: Collection[str], language: Language) -> None:
    """A field beside the place filter; ``known`` are the units that can be looked at."""
    with st.popover(t("filter.find.open", language), key="find_place", width="content"):
        typed = st.text_input(
            t("filter.find.field", language),
            key="find_place_name",
            placeholder=t("filter.find.example", language),
            live=True,
        )
        found = search(typed, known) if typed and typed.strip() else []
        if typed and typed.strip() and not found:
            st.caption(t("filter.find.none", language))
        if found:
            clickable(
                render("found_places", language, found=[_told(each, known, language) for each in found]),
                key="found_places",
            )


def _told(each: Unit, known: Collection[str], language: Language) -> dict[str, object]:
    latest = titles(each.unit_key)[-1]
    told = [_where(each, language), *_when(each, language), *_kin(each, language)]
    if each.unit_key not in known:
        told.append(t("filter.find.no_reports", language))
    return {
        "name": unit_heading(latest.name, latest.kind, language),
        "unit_key": each.unit_key if each.unit_key in known else None,
        "told": [part for part in told if part],
    }


def _where(each: Unit, language: Language) -> str:
    above = _names([titles(one.unit_key)[-1] for one in ancestors(each)], language)
    return t("filter.find.within", language, names=above) if above else ""


def _when(each: Unit, language: Language) -> list[str]:
    """Until when a former unit stood; since when one of today does, and what it was called before."""
    if each.valid_to is not None:
        return [t("filter.find.until", language, day=day(each.valid_to, language))]
    changed = changes_of(each.unit_key)
    since = changed[-1].since if changed else each.valid_from
    said = [t("filter.find.since", language, day=day(since, language))]
    if changed:
        former = titles(each.unit_key)[-2]
        name = unit_name(former.name, former.kind, language)
        said.append(t("filter.find.before", language, name=name))
    return said


def _kin(each: Unit, language: Language) -> list[str]:
    """What a unit was made of, or what became of it."""
    if each.valid_to is None:
        before = predecessors(each.unit_key) if each.level == "commune" else []
        return [t("filter.find.made_of", language, names=_names(before, language))] if len(before) > 1 else []
    now = present_units(each.unit_key)
    if len(now) > NAMED:
        return [t("filter.find.now_many", language, count=count(len(now), language))]
    names = _names([titles(one.unit_key)[-1] for one in now], language)
    if each.level == "commune" and len(successors(each.unit_key)) > 1:
        return [t("filter.find.divided", language, names=names)]
    in_another = len(now) == 1 and len(predecessors(now[0].unit_key)) > 1
    return [t("filter.find.now_in" if in_another else "filter.find.now", language, names=names)]


def _names(units: Collection[Unit], language: Language) -> str:
    return ", ".join(unit_name(one.name, one.kind, language) for one in units)
