"""An agenda being played: ``agenda=<name>&present=<n>`` in the URL shows its n-th pin."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from grassroots import store
from grassroots.agenda import Agenda, Pin
from grassroots.widgets.view import View, choose

AGENDA, PRESENT = "agenda", "present"


@dataclass(frozen=True)
class Played:
    """Which agenda is shown, and at which of its pins, from 1."""

    agenda: Agenda
    at: int

    @property
    def pin(self) -> Pin:
        return self.agenda.pins[self.at - 1]

    def as_pinned(self, looked_at: View) -> bool:
        """Whether place and period are those that were pinned: where a store lacks them it gives others."""
        wanted, looked_at = self.pin.choices, looked_at.reported or looked_at
        place = looked_at.place.unit_key if looked_at.place else None
        return (
            wanted.get("place", place) == place and wanted.get("period", looked_at.period) == looked_at.period
        )


def begin_play() -> Played | None:
    """At the start of a run: the agenda that the URL asks to be played. Its pin's choices hold from here on.

    Both names must stand in the URL itself: an agenda opened before is not what ``P`` on a page presents.
    """
    asked, name = st.query_params.get(PRESENT), st.query_params.get(AGENDA)
    found = store.agenda(name) if name and asked and asked.isdigit() else None
    made = Played(found, min(max(int(asked or 1), 1), len(found.pins))) if found and found.pins else None
    st.session_state["played"] = made
    st.session_state["pinned_choices"] = made.pin.choices if made else None
    st.session_state["agenda_frozen"] = found.frozen if found else None
    return made


def played() -> Played | None:
    """What is played in the run in progress; None on an ordinary page and its slides."""
    found: Played | None = st.session_state.get("played")
    return found


def play(name: str, at: str = "1") -> None:
    """Begins an agenda at one of its slides."""
    choose(AGENDA, name)
    choose(PRESENT, at)


def sentences_said() -> dict[str, str]:
    """What the slides of pins said when they were shown in this visit, by the pin's key and language."""
    found: dict[str, str] = st.session_state.setdefault("sentences_said", {})
    return found


def said_by(pin: Pin, language: str) -> str:
    """The sentence of a pin: as its slide said it last in this visit, else as it was pinned."""
    return sentences_said().get(f"{pin.key}.{language}") or pin.said
