"""The first start on an empty store, as a reader sees it: a bar while the newest period is loaded."""

from __future__ import annotations

import streamlit as st

from grassroots import first_start
from grassroots.text import Language, count, t


def first_start_done(language: Language) -> None:
    """Loads the sample's newest period where the store is empty, and returns when it can be looked at.

    Called by the frame before anything is asked of the store. Costs two looks at files when there is
    nothing to do; periods that an interrupted start left are taken up again once a process.
    """
    if first_start.is_needed():
        bar = st.progress(0.0, text=t("start.loading_newest", language))

        def progress(done: int, total: int) -> None:
            fields = {"done": count(done, language), "total": count(total, language)}
            bar.progress(done / max(total, 1), text=t("start.loading_files", language, **fields))

        first_start.begin(progress)
        bar.empty()
    else:
        _taken_up()


@st.cache_resource(show_spinner=False)
def _taken_up() -> None:
    first_start.begin()


def still_loading(language: Language) -> str | None:
    """A sentence while older periods of the sample are still being loaded, else None."""
    waiting = first_start.waiting()
    if waiting is None:
        return None
    fields = {"done": count(waiting.done, language), "total": count(waiting.total, language)}
    return t("start.still_loading", language, **fields)
