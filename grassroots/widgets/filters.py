"""The row of filters: place, period, base period, confirmed only, language. All of it stands in the URL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from grassroots import queries
from grassroots.names import period_heading, period_name, unit_heading
from grassroots.periods import Period
from grassroots.text import LANGUAGES, Language, t
from grassroots.widgets.data import reader, records
from grassroots.widgets.drawn import drawn
from grassroots.widgets.find_place import find_place
from grassroots.widgets.present import present_button, presenting
from grassroots.widgets.view import Place, View, choose, chosen, theme

_NO_BASE = "none"
_LEVELS = ("country", "province", "district", "commune")


def filters(language: Language, version: int) -> View:
    """Draws the row and gives what the reader looks at."""
    with st.container(horizontal=True, vertical_alignment="center", key="filters", gap="xsmall"):
        place = _place(language)
        period = _period(place, language)
        base = _base(place, period, language)
        only_confirmed = _confirmed(language)
        st.session_state["beside_filters"] = st.container(width="content", key="beside_filters")
        st.space("stretch")
        _language(language)
        if not presenting():
            present_button(t("present.start", language))
    return View(place, period, base, only_confirmed, language, theme(), version)


def beside_filters() -> DeltaGenerator:
    """The room in the row for a filter that only one page has."""
    room: DeltaGenerator = st.session_state["beside_filters"]
    return room


def _pick(
    name: str,
    label: str,
    options: Sequence[str],
    default: str | None,
    called: Callable[[str], str],
    width: int,
) -> str | None:
    """A select box whose choice is a code in the URL; the default where the URL names none of the options."""
    wanted = chosen(name)
    value = wanted if wanted in options else default
    if value is None:
        return None
    choose(name, value)
    key = f"filter_{name}"
    st.session_state[key] = value
    st.selectbox(
        label,
        options,
        key=key,
        format_func=called,
        label_visibility="collapsed",
        filter_mode=None,  # its own search knows no plain letters and says so in English; find_place does
        width=width,
        on_change=lambda: _picked(name, st.session_state[key]),
    )
    return value


def _picked(name: str, value: str) -> None:
    """Takes over a choice; a commune or figure singled out on a page belonged to the former one."""
    choose(name, value)
    for belonging in ("commune", "figure"):
        choose(belonging, None)


def _place(language: Language) -> Place | None:
    places = drawn(
        ("places", reader().version),
        lambda: [_as_place(row) for row in records(queries.run(reader(), "places"), "places")],
    )
    if not places:
        return None
    by_key = {place.unit_key: place for place in places}
    at = by_key.get(chosen("place") or "") or by_key[_default_place()]
    offered = _offered(at, places)
    labels = {place.unit_key: _label(place, language) for place in offered}
    picked = _pick("place", t("filter.place", language), list(labels), at.unit_key, labels.__getitem__, 205)
    find_place(by_key, language)
    return by_key[picked or at.unit_key]


def _as_place(row: dict[str, Any]) -> Place:
    return Place(**{name: row[name] for name in Place.__slots__})


def _default_place() -> str:
    """The province of the newest units with the most reports, or the one district that they are of."""
    found = queries.run(reader(), "places")
    units = found[found["level"] != "country"]
    heads = units[units["level"] == "province"] if (units["level"] == "province").any() else units
    ordered = heads.assign(all_reports=heads["reports"].fillna(0) + heads["reports_below"].fillna(0))
    at = ordered.sort_values(["vintage", "all_reports"], ascending=False).iloc[0]
    below = found[(found["parent_key"] == at["unit_key"]) & (found["level"] == "district")]
    if not at["reports"] and len(below) == 1:
        at = below.iloc[0]
    return str(at["unit_key"])


def _offered(at: Place, places: list[Place]) -> list[Place]:
    """The country, all provinces; below the one at hand its districts, below the district its communes."""
    by_key = {place.unit_key: place for place in places}
    opened = {at.unit_key}
    above = at.parent_key
    while above in by_key and above is not None:
        opened.add(above)
        above = by_key[above].parent_key
    children: dict[str | None, list[Place]] = {}
    for place in places:
        children.setdefault(place.parent_key if place.parent_key in by_key else None, []).append(place)

    def unfold(parent: str | None) -> list[Place]:
        ordered = sorted(children.get(parent, []), key=_in_order)
        return [
            found
            for place in ordered
            for found in [place, *(unfold(place.unit_key) if place.unit_key in opened else [])]
        ]

    return unfold(None)


def _in_order(place: Place) -> tuple[int, bool, str]:
    return -int(place.vintage[:4]), place.level != "country", place.name


def _label(place: Place, language: Language) -> str:
    depth = max(_LEVELS.index(place.level) - 1, 0)
    if place.vintage == "2025-07":
        depth = min(depth, 1)
    name = unit_heading(place.name, place.kind, language)
    if place.vintage != "2025-07" and place.level == "province":
        name = f"{name} {t(f'filter.vintage.{place.vintage}', language)}"
    return "\u2003" * depth + name


def _period(place: Place | None, language: Language) -> str | None:
    found = _periods(place)
    return _pick(
        "period",
        t("filter.period", language),
        found,
        found[0] if found else None,
        lambda code: period_heading(code, language),
        200,
    )


def _periods(place: Place | None) -> list[str]:
    if place is None:
        return []
    return [str(code) for code in queries.run(reader(), "periods", place=place.unit_key)["period"]]


def _base(place: Place | None, period: str | None, language: Language) -> str | None:
    if period is None:
        return None
    at = Period.parse(period)
    same = at.same_period_of(at.year - 1).code
    others = [code for code in _periods(place) if Period.parse(code).name == at.name and code != period]
    options = [*dict.fromkeys([same, *others]), _NO_BASE]

    def called(code: str) -> str:
        if code == _NO_BASE:
            return t("filter.no_base", language)
        return t("filter.against", language, period=period_name(code, language))

    picked = _pick("base", t("filter.base", language), options, same, called, 228)
    return None if picked == _NO_BASE else picked


def _confirmed(language: Language) -> bool:
    key = "filter_confirmed"
    st.session_state[key] = chosen("confirmed") == "1"
    return st.toggle(
        t("filter.confirmed", language),
        key=key,
        on_change=lambda: choose("confirmed", "1" if st.session_state[key] else None),
    )


def _language(language: Language) -> None:
    key = "filter_lang"
    st.session_state[key] = language
    st.segmented_control(
        t("filter.language", language),
        LANGUAGES,
        key=key,
        required=True,
        format_func=lambda code: t(f"filter.{code}", language),
        label_visibility="collapsed",
        on_change=lambda: choose("lang", st.session_state[key]),
    )
