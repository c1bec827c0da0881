"""Which resolution the page of measures shows, and which of its cells is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from grassroots.text import count, day
from grassroots.widgets.clickable import clickable
from grassroots.widgets.data import rows
from grassroots.widgets.render import render
from grassroots.widgets.view import View, choose, chosen, view

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Opened:
    """What stands open beside the matrix: a measure, of one unit or, without one, of all."""

    unit_key: str | None
    measure: str


def offered() -> list[dict[str, Any]]:
    """``resolutions_of_place`` for the reader's place and period, the one to show first at the top."""
    return rows("resolutions_of_place")


def resolution() -> dict[str, Any] | None:
    """The resolution that is shown: the one chosen, else the first offered; None where none holds."""
    found = offered()
    wanted = chosen("resolution")
    return next((one for one in found if one["resolution"] == wanted), found[0] if found else None)


def measures_of(one: Row) -> list[dict[str, Any]]:
    return rows("resolution_measures", resolution=one["resolution"])


def opened(one: Row) -> Opened:
    """The cell named in the URL, if the resolution has its measure; else the first measure of all units."""
    known = [str(measure["measure"]) for measure in measures_of(one)]
    unit_key, _, measure = (chosen("at") or "").partition("/")
    return Opened(unit_key or None, measure) if measure in known else Opened(None, known[0])


def resolution_choice() -> None:
    """The choice where several hold for the place, and what is known of the one shown."""
    current, shown = view(), resolution()
    if shown is None:
        st.html(render("nothing", current.language, subject="resolutions"))
        return
    found = offered()
    if len(found) > 1:
        _pick(found, shown, current)
    clickable(_head(shown, current), key="resolution_head")


def _pick(found: list[dict[str, Any]], shown: Row, current: View) -> None:
    key = "choice_resolution"
    named = {one["resolution"]: named_as(one, current) for one in found}
    st.session_state[key] = shown["resolution"]
    st.selectbox(
        current.words("measures.choose"),
        list(named),
        key=key,
        format_func=named.__getitem__,
        label_visibility="collapsed",
        width=620,
        on_change=lambda: choose("resolution", st.session_state[key]),
    )


def named_as(one: Row, current: View) -> str:
    """``Nghị quyết 179/NQ-HĐND, HĐND tỉnh Quảng Ninh``; a draft without a number by its issuer."""
    kind = current.words(f"resolution.kind.{one['kind']}")
    number = f" {one['number']}" if one["number"] else ""
    return f"{kind}{number}, {one[f'issuer_{current.language}']}"


def _head(one: Row, current: View) -> str:
    return render(
        "measures_head",
        current.language,
        named=named_as(one, current),
        title=one[f"title_{current.language}"],
        said=said_of(one, current),
        warned=warned_of(one, current),
        read_in=one[f"read_in_{current.language}"],
    )


def said_of(one: Row, current: View) -> list[str]:
    """When it was made, from when to when it holds, for how many communes, and from whom it came."""
    language = current.language
    said = [current.words("measures.issued", day=day(one["issued_on"], language))]
    if one["valid_from"] is not None:
        said.append(current.words("measures.from", day=day(one["valid_from"], language)))
    if one["valid_to"] is not None:
        said.append(current.words("measures.to", day=day(one["valid_to"], language)))
    if current.place is not None and current.place.level != "commune":
        fields = {
            "units": count(one["communes"], language),
            "expected": count(one["communes_expected"], language),
            "communes": current.communes(),
        }
        said.append(current.words("measures.holds_for", **fields))
    if one["inherited"]:
        said.append(current.words("measures.inherited"))
    return said


def warned_of(one: Row, current: View) -> str | None:
    """Why what is shown binds nobody: a draft, or not in force in the period; None where it does."""
    if one["kind"] == "draft":
        return current.words("measures.is_draft")
    if not one["in_force"]:
        return current.words("measures.not_in_force", period=current.period_name())
    return None
