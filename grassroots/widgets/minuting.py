"""The minutes of a meeting as a file: what its agenda shows and what was concluded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from grassroots import store
from grassroots.agenda import Agenda, Pin
from grassroots.briefs import MIME, Asked, asked
from grassroots.store import Reader
from grassroots.widgets.agenda_words import choices_said
from grassroots.widgets.data import reader_of
from grassroots.widgets.playing import said_by
from grassroots.widgets.view import View


def minutes_offer(found: Agenda, current: View) -> None:
    """A button that hands out the minutes; they are made when it is pressed."""
    if current.place is None or current.period is None:
        return
    # What the visit knows is asked here: the file is made outside of it.
    said = {pin.key: said_by(pin, current.language) for pin in found.pins}
    st.download_button(
        current.words("minutes.offer"),
        partial(_made, found, current, said, reader_of(found.frozen)),
        file_name=f"ket_luan_{found.name}.docx",
        mime=MIME["docx"],
        key="minutes",
        on_click="ignore",
    )


def _made(found: Agenda, current: View, said: Mapping[str, str], figures: Reader) -> bytes:
    from grassroots.briefs.minutes import Looked, Meeting, minutes  # python-docx takes a while to import

    looked = [
        Looked(said[pin.key], under, pin.comment)
        for pin in found.pins
        if (under := _under(pin, figures, current)) is not None
    ]
    concluded = [one for one in store.conclusions() if one.conclusion.agenda == found.name]
    frozen_at = store.kept(found.frozen).at if found.frozen else None
    assert current.place is not None and current.period is not None
    own = asked(figures, current.place.unit_key, current.period, language=current.language)
    return minutes(own, Meeting(found.title, looked, concluded, frozen_at, datetime.now(UTC)))


def _under(pin: Pin, figures: Reader, current: View) -> Asked | None:
    """The choices a pin is shown under; None where the store lacks its place."""
    held = pin.choices
    base = held.get("base", "none")
    try:
        return asked(
            figures,
            held.get("place", current.place.unit_key if current.place else ""),
            held.get("period", current.period or ""),
            base=None if base == "none" else base,
            only_confirmed=held.get("confirmed") == "1",
            language=current.language,
            scenario=choices_said(pin, current)[1],
        )
    except KeyError:
        return None
