"""The page of what-ifs: controls at the left, the outcome beside the figures as reported at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from grassroots.widgets.actions import waiting
from grassroots.widgets.outcome import Outcome, outcome
from grassroots.widgets.present import Bordered, presenting, room
from grassroots.widgets.scenario_bar import scenario_bar
from grassroots.widgets.supposed import supposing_again
from grassroots.widgets.view import runs_alone, set_view, view

Part = Callable[[Outcome], None]


def what_if(
    controls: Sequence[Part], head: Sequence[Part], blocks: Sequence[Sequence[Part]], foot: Part
) -> None:
    """Draws the page; a control changes the scenario and runs this part alone.

    ``blocks`` are rows of bordered blocks under the head.
    """

    def run() -> None:
        if waiting() and runs_alone():
            st.rerun()  # the panel or a question was asked for: the frame opens it
        current = supposing_again()
        try:
            _drawn(controls, head, blocks, foot)
        finally:
            set_view(current.reported or current)

    if presenting():
        run()
    else:
        st.fragment(run)()


def _drawn(
    controls: Sequence[Part], head: Sequence[Part], blocks: Sequence[Sequence[Part]], foot: Part
) -> None:
    found = outcome()
    if presenting():
        _as_slides(found, head, blocks)
        return
    scenario_bar(view(), "")
    left, right = st.columns([5, 21], gap="small")
    with left.container(key="what_if_controls"):
        for part in controls:
            part(found)
    with right:
        for part in head:
            part(found)
        for row, parts in enumerate(blocks):
            columns = st.columns(len(parts), gap="small") if len(parts) > 1 else [st.container()]
            for place, (column, part) in enumerate(zip(columns, parts, strict=True)):
                with Bordered(part.__name__, column.container(key=f"block_what_if_{row}_{place}")):
                    part(found)
        foot(found)


def _as_slides(found: Outcome, head: Sequence[Part], blocks: Sequence[Sequence[Part]]) -> None:
    """The outcome without its controls: the cards on the first slide, then each block on one."""
    title, *cards = head
    title(found)
    with room("what_if_cards"):
        for part in cards:
            part(found)
    for part in (part for parts in blocks for part in parts):
        with room(part.__name__) as made:
            part(found)
        made.slide.empty = made.slide.empty or made.slide.title is None
