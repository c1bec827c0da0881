"""Loading reports: files given by the reader, progress, and what became of each in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from grassroots import store
from grassroots.issue_words import number
from grassroots.names import indicator_name, period_name, unit_name
from grassroots.periods import Period
from grassroots.store import ChangedFigure, FileResult
from grassroots.units import unit
from grassroots.widgets.blocks import block_head
from grassroots.widgets.clickable import clickable
from grassroots.widgets.faults import said, show_faults
from grassroots.widgets.person import stated_name
from grassroots.widgets.picking import pick_period, pick_unit
from grassroots.widgets.render import render
from grassroots.widgets.view import View, view

ENDINGS = tuple(sorted(ending.removeprefix(".") for ending in store.ENDINGS))
_ORDER = ("failed", "revision", "new", "copy", "same")
_SHOWN_CHANGES = 8
# Problems that end when the reader says whose report it is, or of which period.
_UNIT_PROBLEMS = ("unknown_unit", "ambiguous_unit", "no_issuer", "unknown_unit_key")
_PERIOD_PROBLEMS = ("unknown_period",)


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one file: the sentence, what changed below it, and the report it belongs to."""

    outcome: str
    sentence: str
    changes: tuple[str, ...]
    more_changes: int
    report_id: str | None
    issues: int


def upload() -> None:
    """The place to drop files, and what became of those dropped last."""
    current = view()
    block_head(current.words("reports.upload.title"), current.words("reports.upload.caption"))
    show_faults()
    st.html(render("upload_words", current.language))  # Streamlit's own words are English alone
    turn = st.session_state.setdefault("upload_turn", 0)
    files = st.file_uploader(
        current.words("reports.upload.files"),
        type=list(ENDINGS),
        accept_multiple_files=True,
        key=f"upload_{turn}",
        label_visibility="collapsed",
    )
    pasted = _pasted(current, turn)
    name = stated_name()
    given = _given(current)
    ready = bool(files or pasted) and bool(name)
    st.button(
        current.words("reports.upload.load"),
        type="primary",
        disabled=not ready,
        key="upload_load",
        on_click=_ask_to_load,
    )
    if st.session_state.pop("upload_asked", False) and ready:
        _load([(file.name, file.getvalue()) for file in files or ()] + pasted, name, given, current)
        st.session_state["upload_turn"] = turn + 1
        st.rerun()
    _show_results(current)


def _pasted(current: View, turn: int) -> list[tuple[str, bytes]]:
    """A report given as text, named by its first words."""
    with st.expander(current.words("reports.upload.paste")):
        text = st.text_area(
            current.words("reports.upload.paste"),
            key=f"upload_text_{turn}",
            height=160,
            placeholder=current.words("reports.upload.paste_here"),
            label_visibility="collapsed",
        ).strip()
    if not text:
        return []
    first = " ".join(text.split()[:8])
    return [(f"{current.words('reports.upload.pasted')} – {first}.txt".replace("/", "-"), text.encode())]


def _ask_to_load() -> None:
    """Kept rather than taken from the button: the run that a click begins may be begun anew."""
    st.session_state["upload_asked"] = True


def _given(current: View) -> dict[str, str]:
    """Unit and period for files that don't say themselves; asked only after such a file came."""
    summary = st.session_state.get("upload_results")
    codes = {one.problem.code for one in summary or () if one.problem is not None}
    given = {}
    if codes & {*_UNIT_PROBLEMS}:
        picked = pick_unit("upload_unit", current.words("reports.upload.unit"), None)
        if picked is not None:
            given["unit_key"] = picked.unit_key
    if codes & {*_PERIOD_PROBLEMS}:
        period = pick_period("upload_period", current.words("reports.upload.period"), None)
        if period is not None:
            given["period"] = period
    return given


def _load(files: list[tuple[str, bytes]], name: str, given: Mapping[str, str], current: View) -> None:
    """Loads the files with a bar that says how far it is; nothing is lost when one of them is bad."""
    shown = [0.0]  # what part of the files is done
    bar = st.progress(0.0, current.words("reports.upload.reading"))

    def tell(done: int, total: int, result: FileResult) -> None:
        fields = {"done": done, "total": total, "file": result.file_name}
        shown[0] = done / max(total, 1)
        bar.progress(shown[0], current.words("reports.upload.progress", **fields))

    def tell_page(file: str, page: int, pages: int) -> None:
        bar.progress(shown[0], current.words("load.pages", file=file, page=page, pages=pages))

    with said(current.language):
        summary = store.load_uploads(files, by=name, progress=tell, pages=tell_page, **given)
        st.session_state["upload_results"] = summary.results
    bar.empty()


def _show_results(current: View) -> None:
    results: tuple[FileResult, ...] | None = st.session_state.get("upload_results")
    if results is None:
        return
    ordered = sorted(results, key=lambda one: _ORDER.index(one.outcome))
    figures = sum(one.figures for one in results if one.outcome in ("new", "revision"))
    body = render(
        "upload_results",
        current.language,
        lines=[_line(one, current) for one in ordered],
        counts={outcome: n for outcome in _ORDER if (n := sum(one.outcome == outcome for one in results))},
        figures=figures,
    )
    clickable(body, key="upload_results_shown")


def _line(result: FileResult, current: View) -> Line:
    if result.problem is not None:
        sentence = result.problem.sentence(result.file_name, current.language)
        # The same sentences serve the command line; its options mean nothing here.
        for option in (" (--unit)", " (--period)"):
            sentence = sentence.replace(option, "")
        return Line("failed", sentence, (), 0, None, 0)
    fields = {
        "file": result.file_name,
        "report": _report_name(result, current),
        "figures": number(result.figures, current.language),
    }
    return Line(
        result.outcome,
        current.words(f"load.outcome.{result.outcome}", **fields),
        (
            *result.note_sentences(current.language),
            *(_change(one, current) for one in result.changed[:_SHOWN_CHANGES]),
        ),
        max(0, len(result.changed) - _SHOWN_CHANGES),
        result.report_id,
        result.issues,
    )


def _report_name(result: FileResult, current: View) -> str:
    if result.unit_key is None or result.period is None:
        return ""
    about = unit(result.unit_key)
    named = unit_name(about.name, about.kind, current.language)
    return f"{named}, {period_name(Period.parse(result.period).code, current.language)}"


def _change(change: ChangedFigure, current: View) -> str:
    def value(one: float | None) -> str:
        return current.words("load.outcome.absent") if one is None else number(one, current.language)

    fields: dict[str, Any] = {
        "indicator": indicator_name(change.indicator, current.language),
        "part": f" ({change.part})" if change.part else "",
        "before": value(change.before),
        "now": value(change.now),
    }
    return current.words("load.outcome.changed", **fields).strip()
