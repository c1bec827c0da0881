"""What people carry out: the page, or the report of its place and period, as files made when asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from grassroots.briefs import MIME, Asked, asked, endings_of, hand_out
from grassroots.widgets.data import answers, reader
from grassroots.widgets.supposed import said
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
