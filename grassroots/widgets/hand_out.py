"""What people carry out: the page, or the report of its place and period, as files made when asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from grassroots.agenda import Agenda, Pin
from grassroots.briefs import MIME, Asked, asked, endings_of, hand_out
from grassroots.briefs.agenda import ENDINGS as AGENDA_ENDINGS
from grassroots.briefs.agenda import Pinned, hand_out_agenda
from grassroots.scenario import parse
from grassroots.scenario_words import sentence
from grassroots.store import Reader, Supposition
from grassroots.widgets.data import answers, reader, reader_of
from grassroots.widgets.playing import said_by
from grassroots.widgets.supposed import named, said
from grassroots.widgets.table import SUPPOSED
from grassroots.widgets.view import View, view


def hand_out_offer(page: str) -> None:
    """A button at the foot of a page that offers its files; nothing is made before one is chosen."""
    current = view()
    offered = endings_of(page)
    if current.place is None or current.period is None or not offered:
        return
    with st.container(key="hand_out", horizontal=True):
        opened = st.popover(current.words("brief.offer.open"), key="hand_out_open", on_change="rerun")
        if opened.open:
            with opened:
                _files(asked_of(current, page), offered, current)


def agenda_offer(agenda: Agenda) -> None:
    """A button that offers an agenda's files; nothing is asked or made before one is opened and chosen."""
    current = view()
    opened = st.popover(current.words("brief.agenda.offer"), key="agenda_out", on_change="rerun",
                        disabled=not agenda.pins)  # fmt: skip
    if not opened.open:
        return
    with opened:
        pins = pinned_of(agenda, current)
        if pins is None:
            st.caption(current.words("brief.agenda.unmade"))
            return
        for ending in AGENDA_ENDINGS:
            st.download_button(
                current.words(f"brief.agenda.{ending}"),
                partial(hand_out_agenda, agenda.title, pins, ending, current.language),
                file_name=f"{agenda.name}.{ending}",
                mime=MIME[ending],
                key=f"agenda_out_{ending}",
                on_click="ignore",
                width="stretch",
            )


def pinned_of(agenda: Agenda, current: View) -> list[Pinned] | None:
    """The pins with what answers them; None where a place or period is none of the store's."""
    stored = reader_of(agenda.frozen)
    try:
        return [_pinned(pin, stored, current) for pin in agenda.pins]
    except (KeyError, ValueError):
        return None


def _pinned(pin: Pin, stored: Reader, current: View) -> Pinned:
    """A pin's own choices; what is not among them is the reader's."""
    held = pin.choices
    place = held.get("place") or (current.place.unit_key if current.place else "")
    scenario = parse(held.get("scenario", ""))
    period = scenario.period or held.get("period") or current.period or ""
    base = held.get("base", current.base or "none")
    supposed = sentence(scenario, current.language, lambda key: named(key, current.language))
    wanted = asked(
        stored.supposing(Supposition(scenario, place, period)) if scenario else stored,
        place,
        period,
        reported=stored,
        base=None if base == "none" else base,
        only_confirmed=held.get("confirmed") == "1",
        language=current.language,
        page=pin.page,
        scenario=supposed if scenario else None,
    )
    said = said_by(pin, current.language)
    return Pinned(wanted, pin.page, pin.block, said, pin.comment, pin.indicator)


def asked_of(current: View, page: str) -> Asked:
    """What the reader looks at, as the files are told it."""
    assert current.place is not None and current.period is not None
    return asked(
        answers(),
        current.place.unit_key,
        current.period,
        reported=reader(),
        base=current.base,
        only_confirmed=current.only_confirmed,
        language=current.language,
        page=page,
        scenario=said(current) if current.scenario else None,
    )


def _files(wanted: Asked, offered: tuple[str, ...], current: View) -> None:
    st.caption(" · ".join(filter(None, (wanted.filters, wanted.supposed))))
    for ending in offered:
        st.download_button(
            current.words(f"brief.offer.{ending}"),
            partial(hand_out, wanted, ending),
            file_name=file_name(wanted, ending),
            mime=MIME[ending],
            key=f"hand_out_{ending}",
            on_click="ignore",
            width="stretch",
        )


def file_name(wanted: Asked, ending: str) -> str:
    """``bao_cao_75_2026-m09.docx``; tables are named after their page."""
    name = {"docx": "bao_cao", "pdf": "bao_cao", "pptx": "trinh_chieu"}.get(ending, wanted.page)
    parts = [name, wanted.place["code"], wanted.period, *([SUPPOSED] if wanted.scenario else [])]
    return f"{'_'.join(parts)}.{ending}"
