"""The strip over illustrative figures, the sources under a page, and what stands where there is nothing."""

from __future__ import annotations

from typing import Any

import streamlit as st

from grassroots.names import period_name
from grassroots.settings import SAMPLE
from grassroots.widgets.clickable import clickable, illustrative_on_page
from grassroots.widgets.data import rows
from grassroots.widgets.present import pass_over
from grassroots.widgets.render import render
from grassroots.widgets.starting import still_loading
from grassroots.widgets.view import frozen_name, view


def page_foundation() -> dict[str, Any]:
    """What the page rests on: the one row of ``footer.sql``; empty while there is no place or period."""
    current = view()
    if current.place is None or current.period is None:
        return {}
    found = rows("footer")
    return found[0] if found else {}


def holds_illustrative() -> bool:
    """Whether the page shows an illustrative figure, or compares with a period that rests on some."""
    current = view()
    if illustrative_on_page():
        return True
    if current.place is None or current.base is None or not page_foundation().get("reports"):
        return False
    return any(row["illustrative_reports"] for row in rows("footer", period=current.base))


def sample_strip() -> None:
    """The yellow strip over every page."""
    language = view().language
    with st.container(key="sample"):
        clickable(render("strip", language, loading=still_loading(language)), key="sample_strip")


def printed_choice() -> None:
    """Place, period and the rest of the choice in words, on paper alone: there the filters are gone."""
    current = view()
    if current.place is None or current.period is None:
        return
    parts = [current.words("page.app"), current.place_heading(), current.period_heading()]
    if current.base:
        parts.append(current.words("map.still.against", period=period_name(current.base, current.language)))
    if current.only_confirmed:
        parts.append(current.words("map.still.confirmed"))
    st.html(render("printed", current.language, parts=parts))


def footer(row: dict[str, Any]) -> None:
    """How many reports and figures the page rests on, and the way to each number's source."""
    current = view()
    if row:
        body = render(
            "footer",
            current.language,
            row=row,
            period=current.period_name(),
            supposed=bool(current.scenario),
            freezable=frozen_name() is None and not st.session_state.get("on_working_page"),
        )
        clickable(body, key="footer")


def empty_page() -> None:
    """What stands on a page while no report reaches the place and period: what to do, step by step."""
    current = view()
    found = rows("periods", place=current.place.unit_key) if current.place else []
    expected = next((row["units_expected"] for row in found if row["period"] == current.period), None)
    body = render(
        "empty",
        current.language,
        expected=expected,
        communes=current.communes(),
        offer_sample=current.place is None and SAMPLE.exists(),
    )
    clickable(body, key="empty_page")


def nothing(subject: str) -> None:
    """One sentence where a block has no figures; ``subject`` is a key of ``empty.section``."""
    pass_over()
    current = view()
    st.html(render("nothing", current.language, subject=subject))
